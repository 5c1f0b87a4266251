"""When two articles tell one story: decided from their fingerprints, terms and days, alone.

Thresholds were chosen on made copies (tests/etl/warehouse/made_stories.py) and on pairs of real
articles that were read; docs/architecture.md has the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.enrich.fingerprint import WHOLE
from etl.warehouse.stories_marks import SCALE

ALIKE = 0.55  # share of all shingles that both have
CONTAINED = 0.8  # share of the shorter text's shingles that the longer has
MEASURABLE = 0.2  # share of all; below it too few values agree to tell how much is contained
BEGUN_ALIKE = 0.55  # share of the shingles of both beginnings
BEGUN_CONTAINED = 0.6  # share of the shorter text, where the beginnings are alike
LINKED_CONTAINED = 0.2  # share of the shorter text, where one names the other as its original
LONG_AFTER = timedelta(days=30)
SURELY = 0.8  # share of all shingles: nothing else is asked
ON_ONE_THING = 0.25  # cosine of the terms: reports made from one form differ in names and figures
BRIEF_WITHIN = timedelta(days=1)  # daily programmes bear the same few words each day
REWRITTEN = 0.65  # cosine of the terms
REWRITTEN_WITHIN = timedelta(days=3)  # of the article that founded the story, too
CHANCE = 1 / 256  # that the last bytes of two different values are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article as its story knows it."""

    article: int
    story: int
    founded_on: date  # when the article that founded the story was published
    published_on: date
    source: str
    original: int | None  # the article that its page names as the original
    size: int  # how many shingles
    sketch: bytes | None  # the last byte of each value of the fingerprint
    brief: int | None  # stands for all words of an article without a fingerprint
    terms: Sequence[int] = ()  # the weightiest
    weights: Sequence[int] = ()  # theirs, as a vector of length SCALE


def likeness(one: Member, other: Member) -> float | None:
    """How surely two articles have one text, 0 to 1; None if they are no copies."""
    apart = abs(one.published_on - other.published_on)
    linked = is_linked(one, other)
    if one.sketch is None or other.sketch is None:
        same = one.brief is not None and one.brief == other.brief and apart <= BRIEF_WITHIN
        return 1.0 if same or linked else None
    alike = shared(one.sketch[:WHOLE], other.sketch[:WHOLE])
    contained = min(1.0, alike / (1 + alike) * (one.size + other.size) / min(one.size, other.size))
    begun = shared(one.sketch[WHOLE:], other.sketch[WHOLE:])
    close = (
        alike >= ALIKE
        or (contained >= CONTAINED and alike >= MEASURABLE)
        or (contained >= BEGUN_CONTAINED and begun >= BEGUN_ALIKE)
    )
    holds = (
        alike >= SURELY
        or (linked and contained >= LINKED_CONTAINED)
        # Notices that recur each year differ by more than copies do.
        or (close and apart <= LONG_AFTER and cosine(one, other) >= ON_ONE_THING)
    )
    return max(alike, contained) if holds else None


def rewriting(one: Member, other: Member) -> float | None:
    """How surely an article tells in other words what another outlet told, 0 to 1, or None."""
    days = (other.published_on, other.founded_on)
    if one.source == other.source or any(
        abs(one.published_on - day) > REWRITTEN_WITHIN for day in days
    ):
        return None
    found = cosine(one, other)
    return found if found >= REWRITTEN else None


def is_linked(one: Member, other: Member) -> bool:
    """Whether one names the other as its original, or both name the same."""
    return (
        other.article == one.original
        or one.article == other.original
        or (one.original is not None and one.original == other.original)
    )


def cosine(one: Member, other: Member) -> float:
    """How much two articles are about the same, 0 to 1."""
    theirs = dict(zip(other.terms, other.weights, strict=True))
    mine = zip(one.terms, one.weights, strict=True)
    return sum(weight * theirs.get(term, 0) for term, weight in mine) / SCALE**2


def shared(one: bytes, other: bytes) -> float:
    """The Jaccard index that two sketches let expect, 0 to 1.

    Li and König, "b-Bit Minwise Hashing" (2010): chance agreements are taken off."""
    agree = np.count_nonzero(np.frombuffer(one, np.uint8) == np.frombuffer(other, np.uint8))
    return max(0.0, (agree / len(one) - CHANCE) / (1 - CHANCE))
