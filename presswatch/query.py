"""The query language of the search box, tag rules and the command line: text to a tree.

What finds the articles of a tree is presswatch/condition.py."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lark import Lark, Token, Transformer, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken, VisitError

from presswatch.errors import QueryError
from presswatch.query_values import Days, Numbers, days, numbers

LONGEST = 2_000  # characters; a longer query is a pasted text, not a question
DEEPEST = 50  # brackets and NOTs within each other
WIDEST = 50  # words between those of a phrase
# Words of a phrase that may stand apart. With each, Tantivy 0.27 takes over three times as long and
# as much memory: 16 that are one word again and again ended the process.
MOST_APART = 5
SHORTEST = 2  # letters before a star: fewer stand for too much to mean anything
MOST_STARS = 20  # each is looked for in all languages, which takes about 4 ms (Tantivy 0.27)

WORD = re.compile(r"[^\W_]+")
STAR_WITHIN = re.compile(r"\w\*\s")  # a phrase; 'A*STAR' is a name

TEXTS = ("title", "lead", "body")  # fields of the index
NAMES = ("tag", "source", "author", "by", "person", "org", "place", "entity", "story", "lang")
FIELDS = (*TEXTS, *NAMES, "tone", "date")
WHOLE = ("story", "tone", "date")  # have no beginning and no words


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side, in this order: one word, or a phrase.

    `field` is one of TEXTS, or None for title and body; `apart` is how many words may come between
    them or stand in another place; of a `prefix` the last word is only its beginning."""

    text: str
    field: str | None = None
    apart: int = 0
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """What an article bears: a tag, an author, an entity. `field` is one of NAMES."""

    field: str
    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Toned:
    """The article's tone lies there."""

    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Dated:
    """The article was published on one of these days."""

    days: Days


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: "Node"


Leaf = Words | Named | Toned | Dated
Node = Leaf | All | Any | Not


def looked_for(tree: Node) -> Iterator[Words]:
    """The words that an article is to have, for marking them in its text; not those of a NOT."""
    match tree:
        case Words():
            yield tree
        case All(parts) | Any(parts):
            for part in parts:
                yield from looked_for(part)


class _Tree(Transformer[Token, Node]):
    def word(self, children: list[Token]) -> Node:
        return _leaf(children, str(children[-1]))

    def phrase(self, children: list[Token]) -> Node:
        text, _, apart = str(children[-1])[1:].rpartition('"')
        return _leaf(children, text, apart)

    def negation(self, children: list[Node]) -> Node:
        return Not(children[0])

    def both(self, children: list[Node]) -> Node:
        return children[0] if len(children) == 1 else All(tuple(children))

    def either(self, children: list[Node]) -> Node:
        return children[0] if len(children) == 1 else Any(tuple(children))


def _leaf(tokens: list[Token], text: str, apart: str = "") -> Node:
    token = tokens[-1]
    field = _field(tokens[0]) if len(tokens) > 1 else None
    quoted = token.startswith('"')
    as_it_stands = quoted and field in NAMES  # a star may be part of a name: 'Class A*'
    prefix = text.endswith("*") and not as_it_stands
    text = text.removesuffix("*") if prefix else text
    if field in WHOLE and (prefix or apart):
        raise QueryError(
            f"{str(token)!r} at character {_place(token)}: {field}: takes neither a star nor a "
            "distance. Remove it."
        )
    if not as_it_stands and (STAR_WITHIN.search(text) if quoted else "*" in text):
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} has a star that is not the end of it. "
            "Write it there alone, such as port*."
        )
    if prefix and apart:
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} has a star and a distance. Remove one."
        )
    if field == "tone":
        return Toned(numbers(text, str(token), _place(token)))
    if field == "date":
        return Dated(days(text, str(token), _place(token)))
    if not any(character.isalnum() for character in text):
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} has no letter or digit to look for. "
            "Remove it."
        )
    if prefix and len(text if field in NAMES else WORD.findall(text)[-1]) < SHORTEST:
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} stands for too many words. Write at "
            f"least {SHORTEST} letters before the star."
        )
    if field == "story" and not (re.fullmatch("[0-9]{1,19}", text) and int(text) < 2**63):
        raise QueryError(f"{str(token)!r} at character {_place(token)} is no number of a story.")
    if field in NAMES:
        if apart:
            raise QueryError(
                f"{apart!r} at character {_place(token)} is for words of the text. Remove it."
            )
        return Named(field, text, prefix)
    return Words(text, field, _apart(apart, token, text), prefix)


def _field(token: Token) -> str:
    name = str(token).removesuffix(":").lower()
    if name not in FIELDS:
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} is no field. The fields are "
            f"{', '.join(FIELDS)}. To look for it as words, put it in quotation marks."
        )
    return name


def _apart(written: str, token: Token, text: str) -> int:
    if not written:
        return 0
    if len(WORD.findall(text)) > MOST_APART:
        raise QueryError(
            f"{str(token)!r} at character {_place(token)} has too many words to stand apart. "
            f"Write at most {MOST_APART}."
        )
    number = written.removeprefix("~")
    if not re.fullmatch("[0-9]{1,2}", number) or int(number) > WIDEST:
        raise QueryError(
            f"{written!r} at character {_place(token) + len(token) - len(written)} says not how "
            f"many words may stand between: write ~1 to ~{WIDEST}."
        )
    return int(number)


def _place(token: Token) -> int:
    return (token.start_pos or 0) + 1


@cache
def _parser() -> Lark:
    return Lark(Path(__file__).with_name("query.lark").read_text("utf-8"), parser="lalr")


def parse(text: str) -> Node:
    """The tree of a query. Raises QueryError with the place of the mistake."""
    if not text.strip():
        raise QueryError("The query is empty. Write a word to look for.")
    if len(text) > LONGEST:
        raise QueryError(f"The query is longer than {LONGEST:,} characters. Shorten it.")
    try:
        read = _parser().parse(text)
    except UnexpectedEOF as error:
        raise QueryError(_ends_early(text)) from error
    except UnexpectedToken as error:
        if error.token.type == "$END":
            raise QueryError(_ends_early(text)) from error
        raise QueryError(_wrong(error.token.start_pos or 0, str(error.token))) from error
    except UnexpectedCharacters as error:
        place = error.pos_in_stream or 0
        if text[place] == '"':
            message = f"The quotation mark at character {place + 1} is never closed. Close it."
            raise QueryError(message) from error
        raise QueryError(_wrong(place, text[place])) from error
    if _depth(read) > DEEPEST:
        raise QueryError(
            f"The query has more than {DEEPEST} brackets and NOTs within each other. Simplify it."
        )
    try:
        tree = _Tree().transform(read)
    except VisitError as error:
        raise error.orig_exc from None
    if _stars(tree) > MOST_STARS:
        raise QueryError(
            f"The query has more than {MOST_STARS} words with a star. Leave some of them out."
        )
    return tree


def _depth(read: Tree[Token]) -> int:
    """How many brackets and NOTs lie within each other; more may than functions can."""
    deepest, ahead = 0, [(read, 0)]
    while ahead:
        branch, depth = ahead.pop()
        deepest = max(deepest, depth)
        ahead += [
            (one, depth + (one.data in ("either", "negation")))
            for one in branch.children
            if isinstance(one, Tree)
        ]
    return deepest


def _stars(tree: Node) -> int:
    """How many words of texts are only beginnings."""
    match tree:
        case All(parts) | Any(parts):
            return sum(map(_stars, parts))
        case Not(part):
            return _stars(part)
    return isinstance(tree, Words) and tree.prefix


def _ends_early(text: str) -> str:
    if text.count("(") > text.count(")"):
        return f"The bracket at character {text.rindex('(') + 1} is never closed. Close it."
    return f"The query ends after {text.split()[-1]!r}, where a word is missing. Write one."


def _wrong(place: int, found: str) -> str:
    return (
        f"The query cannot be read at character {place + 1}, {found!r}. "
        'Write words or "phrases" joined by AND, OR, NOT and brackets.'
    )
