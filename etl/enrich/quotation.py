"""Quotation: where a body's paragraphs stand between quotation marks.

It knows straight and curly marks, single ones as British papers set them, German „…“ and »…«,
French « … », Swedish ”…”, Japanese 「…」 and ``…''. What is quoted within a quotation belongs to
it. One that the source forgot to close ends with its paragraph, or where the next one opens. Who
speaks, and whether anybody does, is for etl/enrich/quotes.py.

Everything is read once from left to right: the time is linear in the length of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

CLOSERS = {  # the marks that may end what a mark has opened; careless sources mix them
    '"': {'"', "”", "''"},
    "“": {"”", '"', "“", "''"},
    "”": {"”", '"'},
    "„": {"“", "”", '"', "„"},
    "``": {"''", '"', "”"},
    "«": {"»"},
    "»": {"«", "»"},
    "「": {"」"},
    "『": {"』"},
}
ALWAYS_OPEN = {"„", "``", "「", "『"}
NEVER_OPEN = {"''", "」", "』"}
DOUBLE = re.compile("``|''|[\"“”„«»「」『』]")
SINGLE = re.compile("[‘’‚']")
SINGLE_CLOSERS = {"‘": "’'", "'": "'’", "‚": "‘’"}
# Words that begin with an apostrophe: 'tis, the '90s; Dutch 's, 't, 'n.
ELIDED = re.compile(
    r"\d|(?:tis|twas|em|cause|til|till|bout|round|cos|cuz|n|s|t|k|m)\b", re.IGNORECASE
)
BEFORE_OPENING = "([{<—–-/:;,.|*_>“‘„«»\"'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: characters of a paragraph, with the marks and without."""

    paragraph: int
    opens: int  # with the marks
    closes: int
    start: int  # without them
    end: int
    resumes: bool  # it goes on with the quotation that the paragraph before left open


@dataclass(frozen=True, slots=True)
class _Opening:
    """A mark that has opened a quotation."""

    mark: str
    opens: int
    start: int
    found: int  # how many quotations had been found before it


@dataclass(frozen=True, slots=True)
class _Pair:
    """A quotation of one paragraph; `mark` has opened it."""

    mark: str
    opens: int
    start: int
    end: int
    closes: int
    closed: bool


def quotations(paragraphs: Sequence[str]) -> Iterator[Quotation]:
    """The outermost quotations of a body in order; none is empty, none overlaps another."""
    left_open = ""  # the mark of a quotation that the paragraph before did not close
    for number, text in enumerate(paragraphs):
        after = paragraphs[number + 1].lstrip() if number + 1 < len(paragraphs) else ""
        pairs = _pairs(text, left_open, after)
        for place, pair in enumerate(pairs):
            start, end = _trimmed(text, pair.start, pair.end)
            resumes = place == 0 and bool(left_open) and not text[: pair.opens].strip()
            if start < end:
                yield Quotation(number, pair.opens, pair.closes, start, end, resumes)
        last = pairs[-1] if pairs else None
        left_open = last.mark if last and not last.closed and last.end == len(text) else ""


def _pairs(text: str, left_open: str, after: str) -> list[_Pair]:
    """The quotations of a paragraph. `left_open` is the mark of the one that the paragraph before
    left open, `after` the next paragraph: a single mark is left open if the next repeats it."""
    doubles = _doubles(text, left_open) if DOUBLE.search(text) else []
    singles = _singles(text, after) if "‘" in text or "'" in text or "‚" in text else []
    return _outermost(doubles, singles)


def _doubles(text: str, left_open: str) -> list[_Pair]:
    open_, found, begin = _resumed(text, left_open)
    for match in DOUBLE.finditer(text, begin):
        mark, at, to = match[0], match.start(), match.end()
        role = _role(text, mark, at, to, open_[-1].mark if open_ else None)
        if role == "opens":
            open_.append(_Opening(mark, at, to, len(found)))
        elif role == "closes":
            opening = open_.pop()
            del found[opening.found :]
            found.append(_Pair(opening.mark, opening.opens, opening.start, at, to, closed=True))
    return _with_unclosed(text, found, open_)


def _resumed(text: str, left_open: str) -> tuple[list[_Opening], list[_Pair], int]:
    """What a paragraph begins with where the one before left a quotation open: what is opened,
    what is found, and where to read on."""
    first = DOUBLE.search(text)
    if first is None or first[0] not in CLOSERS.get(left_open, ()):
        return [], [], 0
    at, to = first.span()
    if not text[:at].strip():  # French repeats the closing mark
        return ([_Opening(left_open, at, to, 0)], [], to) if left_open == "«" else ([], [], 0)
    if _may_close(text, at, to):  # the opening mark is not repeated
        return [], [_Pair(left_open, 0, 0, at, to, closed=True)], to
    return [], [], 0


def _with_unclosed(text: str, found: list[_Pair], open_: list[_Opening]) -> list[_Pair]:
    """The pairs, and between them what was opened and never closed, each up to the next mark."""
    if not open_:
        return found
    pairs: list[_Pair] = []
    nexts = [opening.opens for opening in open_[1:]] + [len(text)]
    taken = 0
    for opening, next_opening in zip(open_, nexts, strict=True):
        pairs += found[taken : opening.found]
        taken = opening.found
        inner = found[taken].opens if taken < len(found) else len(text)
        end = min(next_opening, inner)
        if opening.mark != "»":  # alone, it is an arrow
            pairs.append(_Pair(opening.mark, opening.opens, opening.start, end, end, closed=False))
    return pairs + found[taken:]


def _role(
    text: str, mark: str, at: int, to: int, opened: str | None
) -> Literal["opens", "closes", "neither"]:
    closes = opened is not None and mark in CLOSERS[opened]
    if mark in NEVER_OPEN:
        return "closes" if closes else "neither"
    if mark in ALWAYS_OPEN and not (closes and not _may_open(text, at, to)):
        return "opens"
    if closes and (mark in "”»«" or _may_close(text, at, to) or not _may_open(text, at, to)):
        return "closes"
    if opened is not None and mark in "”»" and opened not in "”»":
        return "neither"
    if mark == "«" or _may_open(text, at, to):
        return "opens"
    return "neither"


def _may_open(text: str, at: int, to: int) -> bool:
    """Whether a mark has a space or a bracket before it, and a word after it."""
    before = text[at - 1] if at else " "
    after = text[to] if to < len(text) else " "
    return (before.isspace() or before in BEFORE_OPENING) and not after.isspace()


def _may_close(text: str, at: int, to: int) -> bool:
    """Whether a mark has a word or a full stop before it, and no word after it."""
    before = text[at - 1] if at else " "
    after = text[to] if to < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _singles(text: str, after: str) -> list[_Pair]:
    """The quotations in single marks: an apostrophe opens nothing, and the one of a plural
    ('the employers' offer') closes only if nothing better follows."""
    found: list[_Pair] = []
    opening: tuple[str, int] | None = None
    weak: int | None = None
    for match in SINGLE.finditer(text):
        mark, at = match[0], match.start()
        if opening and mark in SINGLE_CLOSERS[opening[0]] and _may_close(text, at, at + 1):
            if _is_plural(text, at):
                weak = at if weak is None else weak
            else:
                found.append(_single(opening, at))
                opening, weak = None, None
        elif mark != "’" and _may_open(text, at, at + 1) and not ELIDED.match(text, at + 1):
            if opening and weak is not None:
                found.append(_single(opening, weak))
            opening, weak = (mark, at), None
    if opening and weak is not None:
        found.append(_single(opening, weak))
    elif opening and opening[0] == "‘" and after.startswith("‘"):
        end = len(text)
        found.append(_Pair("‘", opening[1], opening[1] + 1, end, end, closed=False))
    return found


def _is_plural(text: str, at: int) -> bool:
    """Whether the mark may be the apostrophe of "the employers' offer" or "goin' home"."""
    follows = text[at + 1 : at + 2]
    return follows == " " and (text[at - 1] == "s" or text[at - 2 : at] == "in")


def _single(opening: tuple[str, int], at: int) -> _Pair:
    return _Pair(opening[0], opening[1], opening[1] + 1, at, at + 1, closed=True)


def _outermost(doubles: list[_Pair], singles: list[_Pair]) -> list[_Pair]:
    """Both in order; of two that overlap, the one that opens first holds."""
    if not singles:
        return doubles
    kept: list[_Pair] = []
    for pair in sorted([*doubles, *singles], key=lambda one: one.opens):
        if not kept or pair.opens >= kept[-1].closes:
            kept.append(pair)
    return kept


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without the spaces and the comma that are the sentence's, not the speaker's."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
