"""Charts of coverage and tone over time."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.coverage_lines import (
    CLICKABLE,
    COLUMNS,
    FORMATS,
    Named,
    add_earlier,
    add_peaks,
    lines,
    over_time,
    stands_for,
    starts_of,
)
from dashboard.charts.periods import Course, Span
from dashboard.charts.series import add_line, days_of, parts_in_order
from dashboard.charts.style import COLOURS, FAINT, FEW, PICKED, ZERO, counting, faded, figure, label

PARTS_SHOWN = 8  # lines that an eye can still tell apart
TITLES = {"count": "Coverage", "share": "Share of all coverage", "index": "Index of coverage"}
SPLIT_UNITS = {"count": "articles", "share": "share of articles", "index": "index"}
SPLIT_WRITTEN = {
    "count": "%{y:,} articles",
    "share": "%{y:.1%} of those that match",
    "index": "%{y:,.0f}, where its mean is 100",
}


def of_queries(
    frame: pd.DataFrame, axis: Course, peaks: pd.DataFrame, shown: Named, *, counted: str
) -> go.Figure:
    """The coverage of queries: bars of one count, else a line a query."""
    if counted == "count" and not frame["member"].any():
        return trend(frame, axis, peaks)
    return lines(frame, axis, peaks, shown, counted=counted)


def trend(frame: pd.DataFrame, span: Course, peaks: pd.DataFrame | None = None) -> go.Figure:
    """Coverage as bars, with the 7-day mean and what was earlier where the frame has them."""
    result = figure(unit="articles", bargap=0.15)
    starts = starts_of(frame, span)
    whole = [not span.mark(start) for start in starts]
    result.add_bar(
        x=starts,
        y=frame["coverage"].tolist(),
        customdata=[[span.name(start), *stands_for(start, span)] for start in starts],
        hovertemplate="<b>%{y:,} articles</b><br>%{customdata[0]}<extra></extra>",
        name="articles",
        marker={
            "color": [COLOURS[0] if one else faded(COLOURS[0]) for one in whole],
            "pattern": {"shape": ["" if one else "/" for one in whole], "solidity": 0.3},
            "line": {"width": 0},
        },
        **PICKED,
    )
    if "mean_7d" in frame:
        add_line(
            result,
            starts,
            frame["mean_7d"].tolist(),
            span=span,
            name="7-day mean",
            index=1,
            hover="<b>%{y:,.1f} articles</b>, mean of 7 days<br>up to %{customdata[0]}"
            "<extra></extra>",
            notes=[stands_for(start, span) for start in starts],
        )
        result.update_traces(CLICKABLE, selector={"type": "scatter"})
    add_earlier(result, frame, starts, span)
    if peaks is not None:
        add_peaks(result, frame, starts, span, peaks)
    result.update_layout(showlegend=len(result.data) > 1)
    result.update_yaxes(**counting(frame["coverage"].max()))
    return over_time(result, starts, span)


def split(frame: pd.DataFrame, span: Span, *, part: str, counted: str) -> go.Figure:
    """Coverage by part (`tag` or `source`), a line each: parts may overlap, so none is stacked."""
    result = figure(unit=SPLIT_UNITS[counted], height=420)
    value, written = COLUMNS[counted], SPLIT_WRITTEN[counted]
    starts: list[date] = []
    for index, name in enumerate(parts_in_order(frame, part)):
        rows = frame[frame[part] == name]
        starts = days_of(rows["starts_on"])
        add_line(
            result,
            starts,
            rows[value].tolist(),
            span=span,
            name=name,
            index=index,
            hover=f"<b>{written}</b><br>%{{customdata[1]}}<br>%{{customdata[0]}}<extra></extra>",
            notes=[[label(name, 60)]] * len(starts),
        )
    result.update_yaxes(tickformat=FORMATS[counted])
    if counted == "count":
        result.update_yaxes(**counting(frame["coverage"].max()))
    return over_time(result, starts, span)


def tone(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Mean tone by period; a mean over few articles is faint, and the hover has its n."""
    result = figure(unit="tone, −1 to 1")
    starts = days_of(frame["starts_on"])
    counts = [int(n) for n in frame["n"]]
    add_line(
        result,
        starts,
        frame["tone"].tolist(),
        span=span,
        name="tone",
        index=0,
        hover="<b>tone %{y:+.2f}</b><br>mean over %{customdata[1]}<br>%{customdata[0]}"
        "<extra></extra>",
        notes=[[_over(n)] for n in counts],
        marker={"opacity": [FAINT if n < FEW else 1.0 for n in counts], "size": 7},
    )
    result.update_traces(showlegend=False, mode="lines+markers")
    result.update_traces(line={"color": faded(COLOURS[0], 0.5), "width": 1})
    result.add_hline(y=0, line=ZERO)
    return over_time(result, starts, span)


def _over(n: int) -> str:
    return wording.count(n, "article") + (" only" if n < FEW else "")
