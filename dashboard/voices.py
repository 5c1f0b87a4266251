"""Members of a set whose voices are compared: each a query, as the table `voiced` of a metric.

Beside dashboard/selection.py this alone turns a choice into SQL."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.selection import Selection
from presswatch.condition import Condition, beside
from presswatch.query import All, Any, Named, Node, Not, Words, parse

# An entity has its own tone and place in each article; a query has the article's.
OF_ENTITY = """\
    FROM (
        WITH ids AS (SELECT id FROM entity WHERE lower(entity) = lower(${name}))
        SELECT {place}::BIGINT AS place, article, story, published_on,
            in_title OR in_lead AS prominent, tone
        FROM named
        WHERE entity IN (SELECT id FROM ids QUALIFY count(*) OVER () = 1)
        UNION ALL
        SELECT {place}, article, any_value(story), any_value(published_on),
            bool_or(in_title OR in_lead), avg(tone)
        FROM named
        WHERE entity IN (SELECT id FROM ids QUALIFY count(*) OVER () > 1)
        GROUP BY article
    )"""
OF_QUERY = """\
    SELECT {place}::BIGINT AS place, id AS article, {story} AS story, published_on,
        ({prominent}) AS prominent, tone
    FROM selected
    WHERE {found}"""
NOBODY = """\
    SELECT 0::BIGINT AS place, id AS article, id AS story, published_on, false AS prominent, tone
    FROM selected
    WHERE false"""
IN_FRONT = ("title", "lead")


def with_voices(selection: Selection, members: Sequence[str], *, stories: bool) -> Selection:
    """The same with the table `voiced`: a row an article and member that it is about, with place
    (the member's in the list, from 0), article, story (the article itself, unless stories are
    counted), published_on, prominent and tone.

    Raises QueryError."""
    # Names of values and of hits go on from those of the filters' own query.
    built = Condition(bound=dict(selection.bound), words=list(selection.words))
    story = "story" if stories else "id"
    parts = [_part(place, parse(member), story, built) for place, member in enumerate(members)]
    voiced = "\nUNION ALL\n".join(parts) or NOBODY
    tables = selection.tables | {"voiced": voiced}
    return replace(selection, tables=tables, bound=built.bound, words=built.words)


def entity_of(member: str) -> str | None:
    """The name of the entity that a member is, or None of any other query. Raises QueryError."""
    return _entity(parse(member))


def member_of(entity: str) -> str:
    """The member that an entity is."""
    words = entity.replace('"', " ")
    return f'entity:"{words}"'


def _part(place: int, tree: Node, story: str, built: Condition) -> str:
    if (name := _entity(tree)) is not None:
        built.bound[f"member_{place}"] = name
        return OF_ENTITY.format(place=place, name=f"member_{place}")
    found, prominent = beside(tree, built), beside(_in_front(tree), built)
    return OF_QUERY.format(place=place, story=story, found=found, prominent=prominent)


def _entity(tree: Node) -> str | None:
    match tree:
        case Named(field="entity", text=text, prefix=False):
            return text
    return None


def _in_front(tree: Node) -> Node:
    """The same with words looked for in title and lead alone; what must not be stays as it is."""
    match tree:
        case Words(field=None):
            return Any(tuple(replace(tree, field=part) for part in IN_FRONT))
        case All(parts):
            return All(tuple(map(_in_front, parts)))
        case Any(parts):
            return Any(tuple(map(_in_front, parts)))
        case Not():
            return tree
    return tree
