"""Narration: what a body says around its quotations, as sentences of tokens.

A name is one token, and so is a quotation, whatever stands in it: who speaks is told by the order
of names, verbs and quotations (etl/enrich/speakers.py)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from etl.enrich.found import Name
from etl.enrich.quotation import Quotation

WORD = re.compile(  # French hangs pronouns on verbs: dit-elle, a-t-il
    r"[^\W_]+(?:[’'-](?!(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b)[^\W_]+)*"
    r"|[,;():—–]|(?<!\S)-+(?!\S)"
)
ENDS = ".!?…"
LONGEST = 300  # tokens of a sentence: looking back through one takes time

Kind = Literal["word", "name", "quote", "comma", "colon", "dash"]
KINDS: dict[str, Kind] = {
    ",": "comma", ";": "comma", "(": "comma", ")": "comma",
    "—": "dash", "–": "dash", "-": "dash", ":": "colon",
}  # fmt: skip


class Token(NamedTuple):  # quicker to make than a dataclass, and there are many
    """A word, a mark, a name or a quotation of a paragraph."""

    kind: Kind
    text: str  # a word in lower case
    start: int
    end: int
    name: Name | None = None
    quote: int = -1  # the number of the quotation in its paragraph
    written: str = ""  # a word as it is

    @property
    def is_owner(self) -> bool:
        """Whether it is a name in the genitive: who speaks is the thing owned."""
        return self.kind == "name" and self.text == "'s"


def narrated(
    text: str, names: Sequence[Name], quotes: Sequence[Quotation], begins: Sequence[int]
) -> list[list[Token]]:
    """The sentences of a paragraph. `names`, `quotes` and `begins`, where sentences begin, are in
    order; names within quotations are left out."""
    tokens = list(_tokens(text, names, quotes))
    sentences: list[list[Token]] = [[]]
    ahead = iter([*begins, len(text)])
    begin = next(ahead)
    for place, token in enumerate(tokens):
        if place and token.kind == "dash" and "\n" in text[tokens[place - 1].end : token.start]:
            sentences.append([])  # an item of a list
            continue
        starts = False
        while begin <= token.start:
            starts = True
            begin = next(ahead, len(text) + 1)
        ends = place and (starts or _ends(text, tokens[place - 1])) and _may_begin(text, token)
        if ends or len(sentences[-1]) == LONGEST:
            sentences.append([])
        while begin < token.end:  # a sentence that begins within a quotation begins none here
            begin = next(ahead, len(text) + 1)
        sentences[-1].append(token)
    return [sentence for sentence in sentences if sentence]


def _ends(text: str, token: Token) -> bool:
    """Whether a quotation ends a sentence by its own full stop."""
    return token.kind == "quote" and text[token.end - 1 : token.end] in ENDS


def _may_begin(text: str, token: Token) -> bool:
    """Whether a sentence may begin with a token: none begins small or with a comma."""
    return token.kind == "quote" or (
        text[token.start : token.start + 1].isalnum() and not text[token.start].islower()
    )


def _tokens(text: str, names: Sequence[Name], quotes: Sequence[Quotation]) -> Iterator[Token]:
    ends = [0, *(quote.closes for quote in quotes)]
    begins = [*(quote.opens for quote in quotes), len(text)]
    left = iter([*names, Name(len(text) + 1, len(text) + 1, "", "")])
    name = next(left)
    for number, (start, end) in enumerate(zip(ends, begins, strict=True)):
        if number:
            quote = quotes[number - 1]
            yield Token("quote", "", quote.start, quote.end, quote=number - 1)
        at = start
        while name.start < start:
            name = next(left)
        while name.end <= end:
            yield from _words(text, at, name.start)
            owner = text[name.end : name.end + 2] in ("'s", "’s")
            yield Token("name", "'s" if owner else "", name.start, name.end, name)
            at = name.end + 2 * owner
            while name.start < at:
                name = next(left)
        yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in WORD.finditer(text, start, end):
        word = match[0]
        kind = KINDS.get(word[0], "word")
        yield Token(kind, word.lower(), match.start(), match.end(), written=word)
