"""Peaks, hours and what stands out, on corpora dense enough to have some."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.metrics import table
from presswatch.tags import fold
from tests.dashboard.metrics import changes
from tests.dashboard.metrics.corpora import (
    BURSTING,
    Corpus,
    Opened,
    bursting,
    pointer_of,
    some_filters,
)
from tests.dashboard.metrics.test_examples import MONDAY, corpus, rows
from tests.dashboard.metrics.test_metrics import assert_alike

BASE, DAYS = BURSTING


@pytest.mark.parametrize(
    ("metric", "ways"),
    [
        (
            "coverage_peaks",
            [{"members": members, "period": period}
             for members in ((), ("strike OR fire", "tag:ports")) for period in ("day", "week")],
        ),
        ("stands_out", [{"limit": limit, "over": over}
                        for limit in (0, 2) for over in ("fitting", "day", "week")]),
    ],
)  # fmt: skip
@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32), st.lists(some_filters(BASE, DAYS), min_size=2, max_size=2))
def test_what_is_found_in_a_dense_corpus_equals_the_definition(
    metric: str, ways: list[dict[str, Any]], seed: int, choices: list[Filters]
) -> None:
    one = bursting(seed)
    with closing(Opened(one)) as snapshot:
        for filters in (Filters(), Filters(stories=True), *choices):
            for parameters in ways:
                got = table(snapshot, metric, filters, find=snapshot.find, **parameters)
                assert_alike(
                    got.to_pylist(), changes.DEFINITIONS[metric](one, filters, **parameters)
                )


def test_the_dense_corpora_have_peaks_rises_and_falls() -> None:
    found = [rows(bursting(seed), "stands_out", over="week", limit=0) for seed in range(6)]
    scores = [row["score"] for one in found for row in one]
    assert max(scores) > 3 and min(scores) < -3
    assert {"all", "source", "tag"} <= {row["kind"] for one in found for row in one}
    assert any(rows(bursting(seed), "coverage_peaks") for seed in range(6))


def at(*instants: str, zone: str, by_day: int = 0) -> Corpus:
    """Articles at these instants of UTC; the last few are dated by day only."""
    times = [datetime.fromisoformat(one).replace(tzinfo=UTC) for one in instants]
    one = corpus(*[0] * len(times), zone=zone)
    for place, (row, time) in enumerate(zip(one.article, times, strict=True)):
        row["published_at"] = time
        row["date_precision"] = "day" if place >= len(times) - by_day else "minute"
    return one


def on(one: Corpus, day: date) -> Corpus:
    for row in one.article:
        row["published_on"] = day
    return replace(one, pointer=pointer_of(one.article, one.pointer.time_zone, None))


@pytest.mark.parametrize(
    ("zone", "day", "begins", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "2026-03-28T23:00", 23),
        ("Europe/Berlin", date(2026, 10, 25), "2026-10-24T22:00", 25),
        ("Europe/Berlin", date(2026, 7, 1), "2026-06-30T22:00", 24),
        ("America/New_York", date(2026, 11, 1), "2026-11-01T04:00", 25),
        ("America/Havana", date(2025, 11, 2), "2025-11-02T04:00", 25),  # midnight is there twice
        ("Africa/Cairo", date(2024, 4, 26), "2024-04-25T22:00", 23),  # and here not at all
        ("Asia/Kolkata", date(2026, 7, 1), "2026-06-30T18:30", 24),
    ],
)
def test_a_day_has_the_hours_that_its_clocks_show(
    zone: str, day: date, begins: str, hours: int
) -> None:
    start = datetime.fromisoformat(begins).replace(tzinfo=UTC)
    last = start + timedelta(hours=hours) - timedelta(minutes=1)
    one = on(at(begins, str(last)[:16], str(last)[:16], zone=zone), day)
    got = rows(one, "coverage_by_hour")
    assert [row["starts_at"] for row in got] == [start + timedelta(hours=n) for n in range(hours)]
    assert [row["coverage"] for row in got] == [1, *[0] * (hours - 2), 2]


def test_the_hour_that_clocks_show_twice_is_two_hours() -> None:
    one = on(at("2026-10-25T00:30", "2026-10-25T01:30", zone="Europe/Berlin"), date(2026, 10, 25))
    got = rows(one, "coverage_by_hour")
    assert [row["coverage"] for row in got][1:5] == [0, 1, 1, 0]


def test_an_article_dated_by_day_only_takes_no_part_and_is_counted() -> None:
    one = on(
        at("2026-07-01T09:00", "2026-06-30T22:00", zone="Europe/Berlin", by_day=1),
        date(2026, 7, 1),
    )
    got = rows(one, "coverage_by_hour")
    assert sum(row["coverage"] for row in got) == 1
    assert {row["dated_by_day"] for row in got} == {1}
    assert got[0]["share"] is None  # it is no part of the whole either


def weekly(*counts: int) -> list[int]:
    """The days, counted from MONDAY, of so many articles on each Monday in turn."""
    return [7 * week for week, count in enumerate(counts) for _ in range(count)]


def test_a_peak_is_far_above_the_same_weekdays_around_it() -> None:
    # Tuesdays always have twenty: none of them is a peak.
    tuesdays = [7 * week + 1 for week in range(9) for _ in range(20)]
    one = corpus(*weekly(2, 2, 2, 2, 14, 2, 2, 2, 2), *tuesdays)
    [peak] = rows(one, "coverage_peaks")
    assert peak["starts_on"] == MONDAY + timedelta(weeks=4)
    assert (peak["coverage"], peak["usual"]) == (14, 2)
    assert peak["score"] == pytest.approx(12 / 3**0.5)  # no spread but that of chance


def test_days_outside_the_window_tell_what_is_usual_in_it() -> None:
    one = corpus(*weekly(2, 2, 2, 2, 14, 2, 2, 2, 2))
    week = Filters(since=MONDAY + timedelta(weeks=4), until=MONDAY + timedelta(days=34))
    assert [row["usual"] for row in rows(one, "coverage_peaks", week)] == [2]
    later = Filters(since=MONDAY + timedelta(days=29), until=MONDAY + timedelta(days=40))
    assert rows(one, "coverage_peaks", later) == []


def test_of_fewer_than_four_weeks_nothing_is_a_peak() -> None:
    assert rows(corpus(*weekly(2, 14, 2)), "coverage_peaks") == []


def ports(*counts: int, copies: int = 0) -> Corpus:
    """So many articles tagged ports on each Monday, the last few of the last one copies of one."""
    days = weekly(*counts)
    one = corpus(*days, tags={key: ["Ports"] for key in range(len(days))})
    for row in one.article[len(days) - copies :] if copies else []:
        row["story"] = len(days) - 1
        row["title"] = "Dockers walk out"
    return one


def of_tag(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in found if row["kind"] == "tag"]


def test_what_stands_out_is_told_with_its_usual_and_its_leading_story() -> None:
    one = ports(8, 9, 7, 8, 60, 8, 0, 8, 41, copies=17)
    [ports_row] = of_tag(rows(one, "stands_out", over="day"))
    # The mean of the eight without the 60 and the 0.
    assert ports_row["usual"] == 8 and ports_row["times"] == pytest.approx(41 / 8)
    assert (ports_row["name"], ports_row["coverage"]) == ("Ports", 41)
    assert (ports_row["title"], ports_row["copies"]) == ("Dockers walk out", 17)
    assert ports_row["score"] == pytest.approx(2 * (41.375**0.5 - 8.375**0.5))


def test_a_source_that_falls_silent_stands_out() -> None:
    one = ports(9, 9, 9, 9, 9, 9, 9, 9, 0)
    later = replace(one, pointer=replace(one.pointer, last_on=MONDAY + timedelta(weeks=8)))
    silent = [row for row in rows(later, "stands_out", over="day") if row["kind"] == "source"]
    assert [(row["name"], row["coverage"], row["usual"]) for row in silent] == [
        ("Harbour Courier", 0, 9)
    ]
    assert silent[0]["score"] < -3 and silent[0]["title"] is None


def test_what_swings_every_week_does_not_stand_out() -> None:
    assert of_tag(rows(ports(2, 40, 5, 30, 1, 50, 9, 25, 41), "stands_out", over="day")) == []


def test_small_numbers_do_not_shout() -> None:
    assert of_tag(rows(ports(1, 0, 0, 0, 0, 0, 0, 0, 4), "stands_out", over="day")) == []
    assert of_tag(rows(ports(4, 4, 4, 4, 4, 4, 4, 4, 0), "stands_out", over="day")) == []


def test_without_four_weeks_before_nothing_stands_out() -> None:
    assert rows(ports(1, 1, 1, 30), "stands_out", over="day") == []
    assert rows(ports(1, 1, 1, 1, 30), "stands_out", over="day") != []


def test_a_day_that_is_not_over_is_not_judged() -> None:
    one = ports(8, 8, 8, 8, 8, 8, 8, 8, 41)
    today = datetime(2025, 2, 24, 12, tzinfo=UTC)
    half = replace(one, pointer=pointer_of(one.article, "UTC", today))
    assert rows(half, "stands_out", over="day") == []


def test_a_hostile_tag_that_stands_out_is_only_a_name() -> None:
    drop = "'; DROP TABLE article; --"
    days = weekly(0, 0, 0, 0, 0, 0, 0, 0, 9)
    one = corpus(0, *days, tags={key: [drop] for key in range(1, 10)})
    found = of_tag(rows(one, "stands_out", over="day"))
    assert [row["name"] for row in found] == [drop] and fold(drop)
