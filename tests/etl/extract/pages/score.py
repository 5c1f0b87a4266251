"""How well pages are read: shares and F1, as the reach of the project states them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"\w+")
SHINGLE = 4  # words


@dataclass(frozen=True)
class Read:
    """What a reader made of a page."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    day: str | None = None
    tags: tuple[str, ...] = ()
    body: str = ""


def folded(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))


def f1(found: Iterable[object], true: Iterable[object]) -> float:
    """F1 of two bags."""
    ours, theirs = Counter(found), Counter(true)
    if not ours and not theirs:
        return 1.0
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total())


def shingles(text: str) -> list[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    if len(words) <= SHINGLE:
        return [tuple(words)] if words else []
    return [tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]


def score(read: Read, expected: object) -> dict[str, float]:
    """One page's score by field, each 0 to 1."""
    true = Read(**{key: getattr(expected, key) for key in Read.__dataclass_fields__})
    return {
        "title": float(read.title == true.title),
        "authors": float({*map(folded, read.authors)} == {*map(folded, true.authors)}),
        "day": float(read.day == true.day),
        "tags": f1({*map(folded, read.tags)}, {*map(folded, true.tags)}),
        "body": f1(shingles(read.body), shingles(true.body)),
    }


def mean(scores: list[dict[str, float]]) -> dict[str, float]:
    return {key: sum(one[key] for one in scores) / len(scores) for key in scores[0]}
