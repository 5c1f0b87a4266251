"""When a source is asked again: about as often as it publishes, and less and less while it fails.

Decided from what was known of it, how it did, and the settings, alone."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from presswatch.source_states import State

MEMORY = timedelta(days=7)  # over which a source's pace is averaged: a week has its own rhythm
FIRST = timedelta(hours=1)  # until its pace is known
RAREST = 1e-4  # articles a day: no pause is longer than that
FAILING = timedelta(days=7)  # a source that fails is asked once in that time at least


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a source may be asked, and must be."""

    floor: timedelta
    ceiling: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A source that was asked: how it did, but for the articles that may still be on their way."""

    source: str
    kind: str
    address: str | None
    asked_at: datetime
    failure: str | None
    more: bool = False  # whether it has more than one refresh asks for
    free_at: datetime  # before which its host asks not to be asked
    before: State | None
    pace: Pace | None  # None: asked in each refresh


def state_after(ended: Ended, new: int) -> State:
    """What is known of a source after it was asked and brought so many new articles."""
    before, failed = ended.before, ended.failure is not None
    whole = not (failed or ended.more)
    failures = 1 + (before.failures if before else 0) if failed else 0
    known = before.per_day if before else None
    per_day = _averaged(before, ended.asked_at, new) if whole and before else known
    answered = ended.asked_at if whole else (before.answered_at if before else None)
    first = before.first_answered_at if before else None
    seen_for = answered - (first or answered) if answered else timedelta(0)
    pause = _pause(ended.pace, per_day, seen_for, failures)
    if ended.more and ended.pace and not failed:
        pause = ended.pace.floor
    return State(
        source=ended.source,
        kind=ended.kind,
        address=ended.address,
        asked_at=ended.asked_at,
        answered_at=answered,
        first_answered_at=first or answered,
        due_at=max(ended.asked_at + pause, ended.free_at),
        failures=failures,
        failure=ended.failure,
        articles=new + (before.articles if before else 0),
        per_day=per_day,
    )


def _averaged(before: State, now: datetime, new: int) -> float | None:
    """Articles a day: over a week what came lately weighs more than what came before; until then,
    all weighs the same. What the first visit brought says nothing: nobody knows since when."""
    if before.answered_at is None or before.first_answered_at is None:
        return None
    day = timedelta(days=1)
    days = (now - before.answered_at) / day
    seen = (before.answered_at - before.first_answered_at) / day
    if days <= 0:
        return before.per_day
    week = MEMORY / day
    weight = seen / (seen + days) if seen + days <= week else math.exp(-days / week)
    return (before.per_day or 0) * weight + new / days * (1 - weight)


def _pause(
    pace: Pace | None, per_day: float | None, seen_for: timedelta, failures: int
) -> timedelta:
    """The time until the next visit; a silence is believed for as long as it was watched, twice."""
    if pace is None:
        return timedelta(0)
    ceiling = max(pace.floor, pace.ceiling)
    wanted = FIRST
    if per_day is not None:  # an article a visit
        wanted = timedelta(days=1 / per_day) if per_day > RAREST else ceiling
        wanted = min(wanted, max(FIRST, 2 * seen_for))
    pause = min(max(wanted, pace.floor), ceiling)
    if failures:
        longest = max(FAILING, ceiling)
        pause = min(pause * 2 ** min(failures, 20), longest)
    return pause
