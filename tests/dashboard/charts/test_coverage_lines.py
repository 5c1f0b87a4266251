"""Charts of the coverage of queries: lines, what was earlier, peaks, and what a click carries."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from dashboard.charts import coverage, coverage_days, coverage_lines
from dashboard.charts.hours import Hours
from dashboard.charts.periods import Span

FIRST, LAST = date(2026, 10, 19), date(2026, 10, 25)
SPAN = Span(period="day", first=FIRST, last=LAST, whole_until=date(2026, 12, 31))
BERLIN = ZoneInfo("Europe/Berlin")


def by_day(first: date = FIRST, members: tuple[str, ...] = ("",), **columns: list) -> pd.DataFrame:
    """Seven days of each member; columns are of one member, and the same of all."""
    days = pd.to_datetime([first + timedelta(days=back) for back in range(7)])
    more = {"everything": [20] * 7, "share": [0.5] * 7, "indexed": [100.0] * 7} | columns
    return pd.concat(
        [pd.DataFrame({"starts_on": days, "member": member} | more) for member in members],
        ignore_index=True,
    ).sort_values(["starts_on", "member"], kind="stable", ignore_index=True)


def peaks(*days: date, member: str = "") -> pd.DataFrame:
    return pd.DataFrame({"starts_on": pd.to_datetime(list(days)), "member": member, "usual": 2.5})


def test_a_line_a_query_and_one_alone_as_bars() -> None:
    alone = coverage.of_queries(
        by_day(coverage=[1] * 7), SPAN, coverage_lines.NO_PEAKS, str, counted="count"
    )
    assert alone.data[0].type == "bar"
    both = coverage.of_queries(
        by_day(members=("a", "b"), coverage=[1] * 7),
        SPAN,
        coverage_lines.NO_PEAKS,
        str,
        counted="count",
    )
    assert [line.name for line in both.data] == ["a", "b"]


def test_what_was_earlier_stands_where_it_would_stand_now() -> None:
    now = by_day(coverage=[4] * 7)
    then = by_day(date(2025, 10, 20), coverage=[1, 2, 3, 4, 5, 6, 7])
    table = coverage_lines.beside(
        now, then, SPAN, began=date(2025, 10, 20), known=date(2025, 10, 22)
    )
    assert list(table["starts_on"].dt.date) == [FIRST + timedelta(days=n) for n in range(7)]
    figure = coverage.trend(table, SPAN, coverage_lines.NO_PEAKS)
    earlier = figure.data[1]
    assert list(earlier.x) == list(figure.data[0].x)
    # Of the days before the store's first article nothing is known: they are no zeros.
    assert list(earlier.y) == [None, None, 3, 4, 5, 6, 7]
    assert earlier.line.dash == "dash" and earlier.customdata[2][1] == "from 22 October 2025"


def test_what_was_earlier_is_indexed_on_the_base_of_now() -> None:
    now = by_day(coverage=[2] * 7, indexed=[100.0] * 7)
    then = by_day(date(2025, 10, 20), coverage=[4] * 7, indexed=[100.0] * 7)
    table = coverage_lines.beside(now, then, SPAN, began=date(2025, 10, 20), known=date(2020, 1, 1))
    figure = coverage_lines.lines(table, SPAN, coverage_lines.NO_PEAKS, str, counted="index")
    assert list(figure.data[1].y) == [200] * 7


def test_a_peak_is_marked_on_its_own_line_and_carries_its_days_and_query() -> None:
    table = by_day(members=("a", "b"), coverage=[1, 9, 1, 1, 1, 1, 1])
    marked = peaks(date(2026, 10, 20), member="b")
    figure = coverage_lines.lines(table, SPAN, marked, str, counted="count")
    [marks] = [trace for trace in figure.data if trace.name == "peak"]
    assert list(marks.y) == [9]
    assert list(marks.customdata[0]) == [
        "20 October 2026", "9", "2.5", "2026-10-20", "2026-10-20", "b",
    ]  # fmt: skip


def test_a_share_of_few_articles_is_faint() -> None:
    table = by_day(coverage=[1] * 7, everything=[9, 10, 9, 10, 10, 10, 10])
    figure = coverage_lines.lines(table, SPAN, coverage_lines.NO_PEAKS, str, counted="share")
    assert list(figure.data[0].marker.opacity[:3]) == [0.4, 1.0, 0.4]


def test_more_lines_than_a_browser_bears_have_one_mark_a_period() -> None:
    days = pd.to_datetime([date(2020, 1, 1) + timedelta(days=n) for n in range(700)])
    span = Span(period="day", first=date(2020, 1, 1), last=LAST, whole_until=LAST)
    one = pd.DataFrame({"starts_on": days, "coverage": 1, "everything": 1, "share": 1.0})
    many = pd.concat([one.assign(member=str(n), indexed=1.0) for n in range(6)])
    figure = coverage_lines.lines(many, span, coverage_lines.NO_PEAKS, str, counted="count")
    assert [trace.mode for trace in figure.data] == ["lines"] * 6 + ["markers"]
    assert len(figure.data[-1].x) == 700


def test_the_days_of_marks_are_their_first_and_last() -> None:
    points = [
        {"customdata": ["26 October", "2026-10-26", "2026-11-01", "a"]},
        {"customdata": ["19 October", "2026-10-19", "2026-10-25", "a"]},
        {"customdata": ["no mark of ours"]},
        {},
    ]
    assert coverage_lines.brushed(points) == ("2026-10-19..2026-11-01", "a")
    points[0]["customdata"][-1] = "b"
    assert coverage_lines.brushed(points) == ("2026-10-19..2026-11-01", "")
    assert coverage_lines.brushed([]) is None


def test_the_days_that_were_chosen_are_marked() -> None:
    figure = coverage_lines.choosable(
        coverage.trend(by_day(coverage=[1] * 7), SPAN),
        by_day(coverage=[1] * 7),
        SPAN,
        (date(2026, 10, 21), date(2026, 10, 22)),
        brush=True,
    )
    [shape] = figure.layout.shapes
    assert (str(shape.x0), str(shape.x1)) == ("2026-10-20 12:00:00", "2026-10-22 12:00:00")
    assert figure.layout.dragmode == "select"


def hours(first: date, last: date) -> Hours:
    until = datetime(2026, 12, 31, tzinfo=UTC)
    return Hours(first=first, last=last, zone=BERLIN, complete_until=until)


def by_hour(axis: Hours, count: int, coverage: list[int]) -> pd.DataFrame:
    starts = pd.date_range(axis.opening, periods=count, freq="h")
    return pd.DataFrame(
        {"starts_at": starts, "member": "", "coverage": coverage, "share": 1.0, "indexed": 1.0}
    )


@pytest.mark.parametrize(
    ("day", "count", "names"),
    [
        (date(2026, 3, 29), 23, ["01:00 CET", "03:00 CEST"]),
        (date(2026, 10, 25), 25, ["01:00 CEST", "02:00 CEST", "02:00 CET", "03:00 CET"]),
        (date(2026, 7, 1), 24, ["01:00", "02:00", "03:00"]),
    ],
)
def test_hours_stand_at_even_steps_and_are_named_by_the_clocks(
    day: date, count: int, names: list[str]
) -> None:
    axis = hours(day, day)
    places = axis.places(by_hour(axis, count, [0] * count)["starts_at"])
    steps = {later - sooner for sooner, later in pairwise(places)}
    assert steps == {timedelta(hours=1)}
    said = [axis.name(place).split(", ")[1] for place in places]
    assert said[1 : len(names) + 1] == names
    assert {axis.day_of(place) for place in places} == {day}


def test_an_hour_that_is_not_over_is_so_far() -> None:
    axis = Hours(
        first=FIRST, last=FIRST, zone=BERLIN,
        complete_until=datetime(2026, 10, 19, 1, 30, tzinfo=UTC),
    )  # fmt: skip
    places = axis.places(by_hour(axis, 24, [0] * 24)["starts_at"])
    assert [axis.mark(place) for place in places[:5]] == ["", "", "", "so far", "so far"]


def test_hours_are_compared_by_what_clocks_showed() -> None:
    now, then = hours(date(2026, 11, 1), date(2026, 11, 1)), hours(
        date(2026, 10, 25), date(2026, 10, 25)
    )  # fmt: skip
    table = coverage_lines.beside(
        by_hour(now, 24, [0] * 24),
        by_hour(then, 25, list(range(25))),
        now,
        began=date(2026, 10, 25),
        known=date(2026, 1, 1),
    )
    # 02:00 was twice: the second time has no counterpart.
    assert list(table["earlier_coverage"]) == [0, 1, 2, *range(4, 25)]


def test_a_day_without_an_hour_leaves_a_gap_beside_it() -> None:
    now, then = hours(date(2026, 4, 5), date(2026, 4, 5)), hours(
        date(2026, 3, 29), date(2026, 3, 29)
    )  # fmt: skip
    table = coverage_lines.beside(
        by_hour(now, 24, [0] * 24),
        by_hour(then, 23, [7] * 23),
        now,
        began=date(2026, 3, 29),
        known=date(2026, 1, 1),
    )
    assert list(table["earlier_coverage"].isna()).index(True) == 2
    assert table["earlier_coverage"].isna().sum() == 1


def test_what_an_hourly_chart_leaves_out_is_said_for_each_query() -> None:
    frame = pd.DataFrame({"member": ["a", "b", "a", "b"], "dated_by_day": [1, 0, 1, 0]})
    said = coverage_lines.left_out(frame, str)
    assert said == "Dated by day only, and left out: 1 article of a."
    assert coverage_lines.left_out(frame[frame["member"] == "b"], str) == ""


def test_terms_that_chance_explains_or_that_are_rare_are_not_typical() -> None:
    frame = pd.DataFrame(
        {"term": ["a", "b", "c"], "z": [9.0, 3.0, 1.9], "coverage": [9, 2, 50],
         "other_coverage": [1, 0, 40], "share": [0.9, 0.2, 0.5], "other_share": [0.1, 0.0, 0.4]}
    )  # fmt: skip
    assert list(coverage_days.typical(frame)["term"]) == ["a"]
    bars, marks = coverage_days.apart(frame).data
    assert list(bars.x) == [0.9, 0.2, 0.5] and list(marks.x) == [0.1, 0.0, 0.4]
