"""The query language of the search box, tag rules and the command line: text to a tree.

What finds the articles of a tree is presswatch/search.py."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken, VisitError

from presswatch.errors import QueryError

LONGEST = 2_000  # characters; a longer query is a pasted text, not a question
DEEPEST = 50  # brackets and NOTs within each other


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side, in this order: one word, or a phrase."""

    text: str


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


Node = Words | All | Any | Not


class _Tree(Transformer[Token, Node]):
    def word(self, children: list[Token]) -> Node:
        return _words(str(children[0]), children[0])

    def phrase(self, children: list[Token]) -> Node:
        return _words(str(children[0])[1:-1], children[0])

    def negation(self, children: list[Node]) -> Node:
        return Not(children[0])

    def both(self, children: list[Node]) -> Node:
        return children[0] if len(children) == 1 else All(tuple(children))

    def either(self, children: list[Node]) -> Node:
        return children[0] if len(children) == 1 else Any(tuple(children))


def _words(text: str, token: Token) -> Words:
    if not any(character.isalnum() for character in text):
        place = (token.start_pos or 0) + 1
        raise QueryError(
            f"{str(token)!r} at character {place} has no letter or digit to look for. Remove it."
        )
    return Words(text)


@cache
def _parser() -> Lark:
    return Lark(Path(__file__).with_name("query.lark").read_text("utf-8"), parser="lalr")


def parse(text: str) -> Node:
    """The tree of a query. Raises QueryError with the place of the mistake."""
    if not text.strip():
        raise QueryError("The query is empty. Write a word to look for.")
    if len(text) > LONGEST:
        raise QueryError(f"The query is longer than {LONGEST:,} characters. Shorten it.")
    if text.count("(") + text.count("NOT") > DEEPEST:
        raise QueryError(f"The query has more than {DEEPEST} brackets and NOTs. Simplify it.")
    try:
        tree = _Tree().transform(_parser().parse(text))
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
    except VisitError as error:
        raise error.orig_exc from None
    return tree


def _ends_early(text: str) -> str:
    if text.count("(") > text.count(")"):
        return f"The bracket at character {text.rindex('(') + 1} is never closed. Close it."
    return f"The query ends after {text.split()[-1]!r}, where a word is missing. Write one."


def _wrong(place: int, found: str) -> str:
    return (
        f"The query cannot be read at character {place + 1}, {found!r}. "
        'Write words or "phrases" joined by AND, OR, NOT and brackets.'
    )
