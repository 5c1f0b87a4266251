"""Beyond the window: the days that some metrics read besides, to know what is usual.

Such a metric's tables hold all of these days; $inner_first and $inner_last are the days that its
rows are about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dashboard.filters import EARLIEST, LATEST, Filters, not_over
from presswatch.snapshot import Pointer

WEEKS = 8  # before, that say what is usual
FEWEST_WEEKS = 4  # fewer say nothing
SHORT = 31  # days: of a window up to this length a day is looked at, of a longer one a week
# Days on either side: four of each weekday, four whole weeks, or four whole months.
MARGINS = {"day": 28, "week": 34, "month": 154}
QUARTER = 91  # days: thirteen of each weekday
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The days that are read, and what of them is bound beside."""

    filters: Filters
    bound: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A day or seven days, and of how many of the eight weeks before the store knows."""

    first: date
    last: date
    weeks: int

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def latest(filters: Filters, pointer: Pointer, over: str) -> Stretch | None:
    """The last whole day of the window, or the seven days that end with it: `over` is day, week or
    fitting (by the window's length). None where the window has no day that is over."""
    window = filters.window(pointer)
    if window is None:
        return None
    first, last = window
    fitting = "day" if (last - first).days < SHORT else "week"
    unfinished = not_over(pointer)
    last = last if unfinished is None else min(last, unfinished - DAY)
    if last < first:
        return None
    days = 1 if (fitting if over == "fitting" else over) == "day" else 7
    start = last - (days - 1) * DAY
    known = (start - pointer.first_on).days // 7 if pointer.first_on else 0
    return Stretch(first=start, last=last, weeks=min(max(known, 0), WEEKS))


def lately(filters: Filters, pointer: Pointer, given: Mapping[str, object]) -> Reach:
    """The latest stretch and the eight weeks before it. $every is how many days lie between two
    that count, $weeks how many weeks before are known."""
    stretch = latest(filters, pointer, str(given["over"]))
    if stretch is None:
        nothing = {"inner_first": None, "inner_last": None, "every": 1, "weeks": 0}
        return Reach(filters=filters, bound=nothing)
    since = max(stretch.first - 7 * WEEKS * DAY, EARLIEST)
    return Reach(
        filters=replace(filters, since=since, until=stretch.last),
        bound={
            "inner_first": stretch.first,
            "inner_last": stretch.last,
            "every": 7 if stretch.is_day else 1,
            "weeks": stretch.weeks,
        },
    )


def around(filters: Filters, pointer: Pointer, given: Mapping[str, object]) -> Reach:
    """The window and the days on both sides of it, as far as the store has articles."""
    window = filters.window(pointer)
    if window is None:
        return Reach(filters=filters, bound={"inner_first": None, "inner_last": None})
    first, last = window
    margin = MARGINS[str(given.get("period", "day"))] * DAY
    begins, ends = pointer.first_on or first, pointer.last_on or last
    since = max(first - margin, min(first, begins), EARLIEST)
    until = min(last + margin, max(last, ends), LATEST)
    return Reach(
        filters=replace(filters, since=since, until=until),
        bound={"inner_first": first, "inner_last": last},
    )


def quarters(filters: Filters, pointer: Pointer, given: Mapping[str, object]) -> Reach:  # noqa: ARG001
    """The window in runs of thirteen weeks, counted back from its last whole day, the first of them
    whole; $known_since and $known_until are the days of them that the store can know."""
    window = filters.window(pointer)
    unfinished = not_over(pointer)
    if window is None or pointer.first_on is None or pointer.last_on is None:
        nothing = {"inner_first": None, "inner_last": None}
        return Reach(filters=filters, bound=nothing | {"known_since": None, "known_until": None})
    first, last = window
    until = last if unfinished is None else min(last, unfinished - DAY)
    days = max((until - first).days + 1, 1)
    since = max(until - (-(-days // QUARTER) * QUARTER - 1) * DAY, EARLIEST)
    return Reach(
        filters=replace(filters, since=min(since, first), until=last),
        bound={
            "inner_first": first,
            "inner_last": until,
            "known_since": max(since, pointer.first_on),
            "known_until": until,
        },
    )


def days_around(filters: Filters, pointer: Pointer) -> Filters:
    """The same for the four weeks before the window and the four after it, without its own days."""
    first, last = filters.window(pointer) or (EARLIEST, LATEST)
    wide = around(filters, pointer, {}).filters
    held = f"({filters.query}) " if filters.query else ""
    return replace(wide, query=f"{held}NOT date:{first}..{last}")


Reaching = Callable[[Filters, Pointer, Mapping[str, object]], Reach]
