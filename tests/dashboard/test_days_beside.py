"""The days beside the window: earlier ones, those around it, and the latest stretch of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dashboard.earlier import earlier
from dashboard.filters import Filters
from dashboard.reach import around, days_around, latest
from presswatch.query import parse
from tests.dashboard.metrics.corpora import pointer_of

FIRST, LAST = date(2024, 1, 10), date(2026, 10, 31)
POINTER = pointer_of([{"published_on": FIRST}, {"published_on": LAST}], "Europe/Berlin", None)


def window(first: str, last: str, **more: str) -> Filters:
    return Filters(since=date.fromisoformat(first), until=date.fromisoformat(last), **more)


@pytest.mark.parametrize(
    ("first", "last", "against", "period", "then"),
    [
        ("2026-10-25", "2026-10-31", "before", "day", ("2026-10-18", "2026-10-24")),
        # Thirty days are moved by five weeks: weekdays match, and no day is on both sides.
        ("2026-10-02", "2026-10-31", "before", "day", ("2026-08-28", "2026-09-26")),
        ("2026-10-02", "2026-10-31", "before", "hour", ("2026-08-28", "2026-09-26")),
        ("2026-10-02", "2026-10-31", "year", "week", ("2025-10-03", "2025-11-01")),
        ("2026-02-01", "2026-02-28", "year", "month", ("2025-02-01", "2025-02-28")),
        ("2026-01-15", "2026-03-31", "before", "month", ("2025-10-15", "2025-12-31")),
        # The last day of a month stays the last, the 29th of February has a neighbour.
        ("2025-02-01", "2025-02-28", "year", "month", ("2024-02-01", "2024-02-29")),
        ("2024-02-29", "2025-01-31", "year", "month", ("2023-02-28", "2024-01-31")),
        ("2024-03-01", "2024-05-31", "year", "month", None),  # before all articles
        ("2024-01-10", "2024-06-01", "before", "day", None),
    ],
)
def test_the_earlier_days_match_by_weekday_or_by_month(
    first: str, last: str, against: str, period: str, then: tuple[str, str] | None
) -> None:
    found = earlier(window(first, last), POINTER, against=against, period=period)
    assert (found and (str(found.since), str(found.until))) == then


def test_the_earlier_days_keep_all_other_filters() -> None:
    found = earlier(
        window("2026-10-25", "2026-10-31", query="strike"), POINTER, against="year", period="day"
    )
    assert found is not None and found.query == "strike"
    assert found.since is not None and found.since.weekday() == date(2026, 10, 25).weekday()


def test_of_a_store_without_articles_nothing_is_earlier() -> None:
    nothing = pointer_of([], "UTC", None)
    assert earlier(Filters(), nothing, against="year", period="day") is None
    assert latest(Filters(), nothing, "day") is None


@pytest.mark.parametrize(
    ("over", "days", "first"),
    [
        ("day", ("2026-01-01", "2026-10-31"), "2026-10-31"),
        ("week", ("2026-10-31", "2026-10-31"), "2026-10-25"),
        ("fitting", ("2026-10-01", "2026-10-31"), "2026-10-31"),
        ("fitting", ("2026-09-30", "2026-10-31"), "2026-10-25"),
    ],
)
def test_the_latest_stretch_is_a_day_or_seven(over: str, days: tuple[str, str], first: str) -> None:
    stretch = latest(window(*days), POINTER, over)
    assert stretch is not None
    assert (str(stretch.first), stretch.last, stretch.weeks) == (first, LAST, 8)


@pytest.mark.parametrize(("until", "last"), [(None, 31), ("2026-10-30T12:00", 29)])
def test_the_latest_stretch_is_over(until: str | None, last: int) -> None:
    asked = until and datetime.fromisoformat(until).replace(tzinfo=UTC)
    pointer = replace(POINTER, complete_until=asked or None)
    stretch = latest(window("2026-10-01", "2026-10-31"), pointer, "day")
    assert stretch is not None and stretch.last == date(2026, 10, last)
    begun = replace(POINTER, complete_until=datetime(2026, 10, 30, 12, tzinfo=UTC))
    assert latest(window("2026-10-30", "2026-10-31"), begun, "day") is None


@pytest.mark.parametrize(("days", "weeks"), [(6, 0), (7, 1), (27, 3), (28, 4), (90, 8)])
def test_the_weeks_before_are_those_that_the_store_has(days: int, weeks: int) -> None:
    first = date.fromordinal(LAST.toordinal() - days)
    young = replace(POINTER, first_on=first)
    stretch = latest(Filters(), young, "day")
    assert stretch is not None and stretch.weeks == weeks


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("2026-05-04", "2026-05-06"), ("2026-04-06", "2026-06-03")),
        (("2024-01-12", "2024-01-12"), ("2024-01-10", "2024-02-09")),
        (("2026-10-31", "2026-10-31"), ("2026-10-03", "2026-10-31")),
        (("2030-01-01", "2030-01-02"), ("2029-12-04", "2030-01-02")),
    ],
)
def test_four_weeks_around_are_read_as_far_as_there_are_articles(
    days: tuple[str, str], read: tuple[str, str]
) -> None:
    reach = around(window(*days), POINTER, {})
    assert (str(reach.filters.since), str(reach.filters.until)) == read
    assert (str(reach.bound["inner_first"]), str(reach.bound["inner_last"])) == days


def test_the_days_around_leave_out_the_days_themselves() -> None:
    found = days_around(window("2026-05-04", "2026-05-06", query="strike OR fire"), POINTER)
    assert found.query == "(strike OR fire) NOT date:2026-05-04..2026-05-06"
    assert parse(found.query)
