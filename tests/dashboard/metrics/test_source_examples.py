"""Sources and authors of small corpora, counted by hand."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dashboard.filters import Filters
from dashboard.metrics import table
from dashboard.views.author import by
from tests.dashboard.metrics.corpora import Corpus, Opened, pointer_of
from tests.dashboard.metrics.test_examples import corpus

MONDAY = date(2024, 12, 30)
BEGUN = datetime(2024, 12, 30, 12, tzinfo=UTC)


def rows(asked: Corpus, metric: str, filters: Filters | None = None, **parameters: Any) -> Any:
    with closing(Opened(asked)) as snapshot:
        found = table(snapshot, metric, filters or Filters(), find=snapshot.find, **parameters)
        return found.to_pylist()


def copies(*told: tuple[str, float | None]) -> Corpus:
    """The copies of one story, each with its source and how many hours after the first it was
    published; None of one that is dated by day only."""
    made = corpus(*[0] * len(told))
    for row, (source, hours) in zip(made.article, told, strict=True):
        row |= {"story": 0, "source": source}
        row["date_precision"] = "day" if hours is None else "minute"
        row["published_at"] = BEGUN + timedelta(hours=hours or 0)
    return made


def placed(made: Corpus, filters: Filters | None = None) -> dict[str, tuple[Any, ...]]:
    columns = ("alone", "led", "followed", "unordered", "led_share", "lag")
    return {
        row["source"]: tuple(row[column] for column in columns)
        for row in rows(made, "source_firsts", filters)
    }


def test_who_is_later_follows_by_the_hours_between() -> None:
    made = copies(("Wire", 0), ("Herald", 1.5), ("Herald", 9))
    assert placed(made) == {"Wire": (0, 1, 0, 0, 1, None), "Herald": (0, 0, 2, 0, 0, 1.5)}


def test_several_may_be_first_at_once() -> None:
    first = (0, 1, 0, 0, 1, None)
    assert placed(copies(("Wire", 0), ("Herald", 0))) == dict.fromkeys(("Wire", "Herald"), first)


def test_a_day_without_a_time_leaves_the_order_open() -> None:
    unknown = (0, 0, 0, 1, None, None)
    assert placed(copies(("Wire", None), ("Herald", 2))) == dict.fromkeys(
        ("Wire", "Herald"), unknown
    )


def test_what_a_source_repeats_itself_is_its_own() -> None:
    assert placed(copies(("Wire", 0), ("Wire", 3))) == {"Wire": (2, 0, 0, 0, None, None)}


def test_others_are_looked_at_though_the_filters_leave_them_out() -> None:
    made = copies(("Wire", 0), ("Herald", 2))
    assert placed(made, Filters(sources=("Herald",))) == {"Herald": (0, 0, 1, 0, 0, 2)}


@pytest.mark.parametrize(
    ("day", "zone", "at", "weekday", "hour"),
    [
        (date(2024, 3, 10), "America/New_York", "2024-03-10T13:30:00+00:00", 7, 9),  # 23 hours
        (date(2024, 11, 3), "America/New_York", "2024-11-03T05:30:00+00:00", 7, 1),  # before
        (date(2024, 11, 3), "America/New_York", "2024-11-03T06:30:00+00:00", 7, 1),  # and after
        (date(2024, 11, 3), "America/New_York", "2024-11-04T04:30:00+00:00", 7, 23),  # 25 hours
        (date(2025, 7, 1), "Asia/Kolkata", "2025-06-30T18:30:00+00:00", 2, 0),
    ],
)
def test_an_hour_is_what_the_clocks_show(
    day: date, zone: str, at: str, weekday: int, hour: int
) -> None:
    made = corpus(0)
    made.article[0] |= {
        "published_at": datetime.fromisoformat(at),
        "published_on": day,
        "date_precision": "minute",
    }
    made = replace(made, pointer=pointer_of(made.article, zone, None))
    assert datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).date() == day
    [cell] = [row for row in rows(made, "source_rhythm") if row["coverage"]]
    assert (cell["weekday"], cell["hour"]) == (weekday, hour)


def test_a_source_is_zero_within_its_life_and_absent_outside() -> None:
    made = corpus(0, 2, 5)
    made.article[2]["source"] = "Herald"
    course = rows(made, "source_course")
    found = [(row["source"], (row["starts_on"] - MONDAY).days, row["coverage"]) for row in course]
    courier = [("Harbour Courier", 0, 1), ("Harbour Courier", 1, 0), ("Harbour Courier", 2, 1)]
    assert found == [*courier, ("Herald", 5, 1)]


def test_two_spellings_in_one_article_are_one_author() -> None:
    made = corpus(0, 1, 2)
    for row, names in zip(
        made.article, (["Mara Lind", "MARA LIND"], ["Mara Lind"], ["Mara Lind-Berg"]), strict=True
    ):
        row["authors"] = names
    found = {row["author"]: row["coverage"] for row in rows(made, "authors")}
    assert found == {"Mara Lind": 2, "Mara Lind-Berg": 1}


@pytest.mark.parametrize(
    "name", ['Jo "Ö" Rask', "O'Shea", "M. St. John", "Ann  /  B:", "王 小明", "Class A*"]
)
def test_a_name_is_found_again_as_it_is_shown(name: str) -> None:
    made = corpus(0, 0)
    made.article[0]["authors"] = [name]
    [row] = rows(made, "authors")
    assert row["author"] == name
    assert [one["id"] for one in rows(made, "articles", Filters(query=by(name)))] == [0]
