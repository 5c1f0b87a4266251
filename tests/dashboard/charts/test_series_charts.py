"""Charts over time: what is drawn is what the frame says, and what is not whole looks it."""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import coverage, coverage_lines, popular, topics
from dashboard.charts.periods import DAY_MS, Span, allowed, fitting
from dashboard.charts.style import FAINT, TEMPLATE

FIRST, LAST = date(2026, 5, 6), date(2026, 5, 31)  # a Wednesday, a Sunday
WEEKS = [date(2026, 5, 4) + timedelta(weeks=i) for i in range(4)]
SPAN = Span(period="week", first=FIRST, last=LAST, whole_until=date(2026, 5, 29))


def by_week(**columns: list) -> pd.DataFrame:
    return pd.DataFrame({"starts_on": pd.to_datetime(WEEKS)} | columns)


FIGURES = {
    "trend": lambda: coverage.trend(by_week(coverage=[1, 2, 3, 4]), SPAN),
    "share": lambda: coverage_lines.lines(
        by_week(member=["<b>a</b>"] * 4, coverage=[1, 2, 3, 4], everything=[4, 4, 4, 4],
                share=[0.25, 0.5, 0.75, 1.0], indexed=[40, 80, 120, 160]),
        SPAN, coverage_lines.NO_PEAKS, str, counted="share",
    ),
    "split": lambda: coverage.split(
        pd.concat(
            [by_week(tag=["<b>a</b>"] * 4, coverage=[9, 9, 9, 9], share=[0.5] * 4),
             by_week(tag=["b"] * 4, coverage=[1, 2, 0, 4], share=[0.1, 0.2, None, 0.4])]
        ),
        SPAN, part="tag", counted="count",
    ),
    "tone": lambda: coverage.tone(by_week(tone=[0.1, -0.2, None, 0.3], n=[9, 10, 0, 50]), SPAN),
    "heat map": lambda: topics.heat_map(
        pd.concat([by_week(tag=["a"] * 4, coverage=[1, 0, 2, 3]),
                   by_week(tag=["<b>b</b>"] * 4, coverage=[5, 6, 7, 8])]),
        SPAN,
    ),
    "bars": lambda: topics.bars(
        pd.DataFrame({"tag": ["a", "<i>b</i>"], "coverage": [1234, 5], "before": [1000, 0],
                      "change": [0.234, None]})
    ),
    "popular": lambda: popular.bars(
        pd.DataFrame({"rank": [1, 2], "article": [2**62 + 1, 7], "title": ["<a href='x'>", "same"],
                      "source": ["s", "s"], "value": [2000.0, 10.0]}),
        measure="page_views",
    ),
    "ranks": lambda: popular.ranks(
        pd.DataFrame({"starts_on": pd.to_datetime(WEEKS[:2] * 2), "article": [1, 1, 2, 2],
                      "title": ["same", "same", "same", "same"], "rank": [1, None, 2, 1]}),
        SPAN,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_carries_its_template(name: str) -> None:
    assert FIGURES[name]().layout.template.layout.paper_bgcolor == TEMPLATE.layout.paper_bgcolor


@pytest.mark.parametrize("name", FIGURES)
def test_no_label_holds_a_tag_that_plotly_would_read(name: str) -> None:
    figure = FIGURES[name]()
    shown = [trace.name or "" for trace in figure.data] + list(figure.layout.yaxis.ticktext or [])
    hovers = [text for trace in figure.data for text in _escaped(trace)]
    assert not [text for text in shown + hovers if "<b>" in text or "<i>" in text or "<a" in text]


def _escaped(trace: go.Scatter) -> list[str]:
    """What a hover shows: the first of a tag's or an article's custom data is its key, and the last
    of a query's line its query."""
    rows = trace.customdata if trace.customdata is not None else []
    lasts = 1 if "%{customdata[4]}" in (trace.hovertemplate or "") else 0
    return [str(text) for row in rows for text in row[1 : len(row) - lasts]]


def test_the_trend_draws_the_counts_and_the_mean() -> None:
    frame = by_week(coverage=[1, 2, 3, 4], mean_7d=[None, None, 2.0, 2.5])
    bars, *lines = coverage.trend(frame, SPAN).data
    assert list(bars.y) == [1, 2, 3, 4]
    assert lines[0].name == "7-day mean"


def test_a_week_that_the_window_cuts_or_that_is_not_over_is_drawn_apart() -> None:
    assert [SPAN.mark(start) for start in WEEKS] == ["in part", "", "", "so far"]
    bars = FIGURES["trend"]().data[0]
    assert list(bars.marker.pattern.shape) == ["/", "", "", "/"]
    assert "so far" in bars.customdata[3][0]
    whole, apart = FIGURES["share"]().data
    assert list(whole.y) == [None, 0.5, 0.75, None]
    assert list(apart.y) == [0.25, 0.5, 0.75, 1.0] and apart.line.dash == "dot"


@pytest.mark.parametrize(
    ("period", "starts", "step"),
    [
        ("day", [FIRST], DAY_MS),
        ("week", WEEKS, 7 * DAY_MS),
        ("month", [date(2026, month, 1) for month in range(1, 13)], "M2"),
        ("day", [FIRST + timedelta(days=i) for i in range(90)], None),
    ],
)
def test_few_periods_have_ticks_where_they_start(
    period: str, starts: list[date], step: int | str | None
) -> None:
    ticks = Span(period=period, first=FIRST, last=LAST, whole_until=LAST).ticks(starts)
    assert (ticks.get("tick0"), ticks.get("dtick")) == (starts[0] if step else None, step)


def test_a_split_has_a_line_a_part_and_the_largest_first() -> None:
    lines = [trace for trace in FIGURES["split"]().data if trace.showlegend is not False]
    assert [line.name for line in lines] == ["&lt;b>a&lt;/b>", "b"]
    assert list(lines[1].y) == [None, 2, 0, None]


def test_a_mean_over_few_articles_is_faint_and_says_its_n() -> None:
    points = FIGURES["tone"]().data[0]
    assert list(points.marker.opacity) == [FAINT, 1.0, FAINT, 1.0]
    assert points.customdata[0][1] == "9 articles only"


def test_the_heat_map_has_a_cell_a_tag_and_week_and_each_can_be_clicked() -> None:
    cells, marks = FIGURES["heat map"]().data
    assert [list(row) for row in cells.z] == [[5, 6, 7, 8], [1, 0, 2, 3]]
    assert [row[0] for row in marks.customdata] == ["<b>b</b>"] * 4 + ["a"] * 4


def test_bars_say_count_and_change() -> None:
    bars = FIGURES["bars"]().data[0]
    assert list(bars.text) == ["1,234  +23%", "5  new"]
    assert [row[0] for row in bars.customdata] == ["a", "<i>b</i>"]


def test_articles_of_one_title_stay_two_and_ids_are_text() -> None:
    bars = FIGURES["popular"]().data[0]
    assert len(set(bars.y)) == 2
    assert bars.customdata[0][0] == str(2**62 + 1)


def test_a_rank_that_is_missing_is_a_gap() -> None:
    lines = [trace for trace in FIGURES["ranks"]().data if trace.line.dash is None]
    assert len(lines) == 2
    assert [list(line.y) for line in lines] == [[None, None], [None, 1]]


@pytest.mark.parametrize(
    ("days", "period"), [(1, "day"), (90, "day"), (121, "week"), (1000, "week"), (2000, "month")]
)
def test_the_overview_takes_the_period_that_fits(days: int, period: str) -> None:
    assert fitting(date(2020, 1, 1), date(2020, 1, 1) + timedelta(days=days - 1)) == period


@pytest.mark.parametrize(("days", "period"), [(1999, "day"), (2001, "week"), (20000, "month")])
def test_no_chart_has_more_points_than_a_browser_bears(days: int, period: str) -> None:
    assert allowed("day", date(1970, 1, 1), date(1970, 1, 1) + timedelta(days=days - 1)) == period
