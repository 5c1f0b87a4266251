"""A query as a condition on articles: SQL for what the snapshot knows, ids for what the index does.

Tags, entities and tone live in the database and change with corrections, the words of texts live
in the index: `port OR tag:x` needs both."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from presswatch.query import All, Any, Dated, Named, Node, Not, Toned, Words
from presswatch.tags import fold

# A name is found by whole words that stand side by side in it, whatever their case and accents.
# What parts words is made a space (a regular expression takes five times as long, DuckDB 2.0).
PARTING = "-.,/&:;()_\"''’"
SPACED = f"translate(strip_accents(lower({{}})), '{PARTING}', '{' ' * (len(PARTING) - 1)}')"
# 'St. John' and 'Mills & Co' have up to three spaces then where others have one.
WORDS = f"replace(replace({SPACED}, '  ', ' '), '  ', ' ')"
WITHIN = "contains(' ' || {name} || '{end}', ' ' || trim({value}) || '{end}')"
MENTIONED = """id IN (SELECT article FROM mention WHERE entity IN (
        SELECT id FROM entity WHERE type = '{type}' AND {{within}}))"""
# A name as it is compared whole: alike for all spellings that differ in no more than that.
WHOLE_NAME = f"trim({WORDS})"
# Over the authors of a million articles to look at each name once takes 90 in place of 530 ms. A
# condition beside them DuckDB 2.0 would set to each article: hence the list, which it cannot.
SIGNED = """id IN (SELECT article FROM signed WHERE author IN (
        SELECT unnest(list(author) FILTER ({condition}))
        FROM (SELECT DISTINCT author FROM signed)))"""
# By field: the condition, and the name that is searched within. `tagged` has articles and tags,
# `signed` articles and the names of their authors.
CLAUSES = {
    "tag": ("id IN (SELECT article FROM tagged WHERE {equals})", "tag"),
    "source": ("{within}", "source"),
    "author": (SIGNED.format(condition="{within}"), "author"),
    # By their whole name.
    "by": (SIGNED.format(condition="{whole}"), "author"),
    "person": (MENTIONED.format(type="person"), "entity.entity"),
    "org": (MENTIONED.format(type="organization"), "entity.entity"),
    "place": (MENTIONED.format(type="place"), "entity.entity"),
    # Whatever its type, by its whole name: as the filter on entities takes it.
    "entity": (
        "id IN (SELECT article FROM mention WHERE entity IN (SELECT id FROM entity WHERE {same}))",
        "entity.entity",
    ),
    "story": ("{equals}", "story"),
    "lang": ("{equals}", "language"),
}


@dataclass(slots=True)
class Condition:
    """A condition in SQL on the columns of `article`, never NULL.

    `bound` has the values of its parameters; `words` the trees of words whose ids it reads, each
    from the table `hits_N` with the column `id`, N counted from 0."""

    sql: str = ""
    bound: dict[str, object] = field(default_factory=dict)
    words: list[Node] = field(default_factory=list)


def condition(tree: Node) -> Condition:
    """The condition that a query's tree sets."""
    built = Condition()
    built.sql = _sql(tree, built)
    return built


def beside(tree: Node, built: Condition) -> str:
    """The condition that another tree sets in the same statement: its values and words join those
    of `built`."""
    return _sql(tree, built)


def _sql(node: Node, built: Condition) -> str:
    if _is_of_words(node):
        built.words.append(node)
        return f"id IN (SELECT id FROM hits_{len(built.words) - 1})"  # noqa: S608 - a number
    match node:
        case All(parts):
            return _joined(parts, " AND ", built)
        case Any(parts):
            return _joined(parts, " OR ", built)
        case Not(part):
            return f"(NOT {_sql(part, built)})"
        case Named():
            return f"(({_named(node, built)}) IS TRUE)"
        case Toned(numbers):
            at_least, at_most = (">", "<") if numbers.strictly else (">=", "<=")
            return _within("tone", (at_least, at_most), (numbers.least, numbers.most), built)
        case Dated(days):
            return _within("published_on", (">=", "<="), (days.first, days.last), built)
    raise TypeError(node)


def _is_of_words(node: Node) -> bool:
    match node:
        case All(parts) | Any(parts):
            return all(map(_is_of_words, parts))
        case Not(part):
            return _is_of_words(part)
    return isinstance(node, Words)


def _joined(parts: Sequence[Node], joint: str, built: Condition) -> str:
    """Parts of words alone are asked of the index together."""
    kind = All if joint == " AND " else Any
    words = tuple(part for part in parts if _is_of_words(part))
    others = [part for part in parts if not _is_of_words(part)]
    together = [kind(words)] if len(words) > 1 else list(words)
    return f"({joint.join(_sql(part, built) for part in [*together, *others])})"


def _named(node: Named, built: Condition) -> str:
    clause, name = CLAUSES[node.field]
    value = _bind(_value(node), built)
    compared = "starts_with({}, {})" if node.prefix else "{} = {}"
    equals = compared.format(name, value)
    same = compared.format(f"lower({name})", f"lower({value})")
    end = "" if node.prefix else " "
    within = WITHIN.format(name=WORDS.format(name), end=end, value=WORDS.format(value))
    whole = compared.format(WHOLE_NAME.format(name), WHOLE_NAME.format(value))
    return clause.format(equals=equals, within=within, same=same, whole=whole)


def _value(node: Named) -> object:
    match node.field:
        case "tag":
            return fold(node.text)
        case "story":
            return int(node.text)
        case "lang":
            return node.text.lower()
    return node.text


def _within(name: str, orders: Sequence[str], limits: Sequence[object], built: Condition) -> str:
    compared = [
        f"{name} {order} {_bind(limit, built)}"
        for order, limit in zip(orders, limits, strict=True)
        if limit is not None
    ]
    return f"(({' AND '.join(compared)}) IS TRUE)"


def _bind(value: object, built: Condition) -> str:
    name = f"query_{len(built.bound)}"
    built.bound[name] = value
    return f"${name}"
