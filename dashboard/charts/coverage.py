"""Charts of coverage and tone over time."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.series import add_line, days_of, note_marks, parts_in_order
from dashboard.charts.style import COLOURS, FAINT, FEW, counting, faded, figure, label, rows_of

PARTS_SHOWN = 8  # lines that an eye can still tell apart


def trend(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Coverage as bars, with the 7-day mean as a line where the frame has it."""
    result = figure(unit="articles", bargap=0.15)
    starts = days_of(frame["starts_on"])
    whole = [not span.mark(start) for start in starts]
    result.add_bar(
        x=starts,
        y=frame["coverage"].tolist(),
        customdata=[[span.name(start)] for start in starts],
        hovertemplate="<b>%{y:,} articles</b><br>%{customdata[0]}<extra></extra>",
        name="articles",
        marker={
            "color": [COLOURS[0] if one else faded(COLOURS[0]) for one in whole],
            "pattern": {"shape": ["" if one else "/" for one in whole], "solidity": 0.3},
            "line": {"width": 0},
        },
        showlegend="mean_7d" in frame,
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
        )
        result.update_traces(mode="lines", selector={"type": "scatter"})
    result.update_yaxes(**counting(frame["coverage"].max()))
    return _over_time(result, starts, span)


def share(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Coverage as a share of all articles of the window from the same sources."""
    result = figure(unit="share of all articles")
    starts = days_of(frame["starts_on"])
    notes = [
        [wording.number(row["coverage"]), wording.number(row["everything"])]
        for row in rows_of(frame)
    ]
    add_line(
        result,
        starts,
        frame["share"].tolist(),
        span=span,
        name="share",
        hover="<b>%{y:.1%} of all articles</b><br>%{customdata[1]} of %{customdata[2]}"
        "<br>%{customdata[0]}<extra></extra>",
        notes=notes,
    )
    result.update_traces(showlegend=False)
    result.update_yaxes(tickformat=".0%")
    return _over_time(result, starts, span)


def split(frame: pd.DataFrame, span: Span, *, part: str, as_share: bool) -> go.Figure:
    """Coverage by part (`tag` or `source`), a line each: parts may overlap, so none is stacked."""
    result = figure(unit="share of articles" if as_share else "articles", height=420)
    value = "share" if as_share else "coverage"
    written = "%{y:.1%} of those that match" if as_share else "%{y:,} articles"
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
    if as_share:
        result.update_yaxes(tickformat=".0%")
    else:
        result.update_yaxes(**counting(frame["coverage"].max()))
    return _over_time(result, starts, span)


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
    result.add_hline(y=0, line={"color": "#9AA5B1", "width": 1, "dash": "dash"})
    return _over_time(result, starts, span)


def _over(n: int) -> str:
    return wording.count(n, "article") + (" only" if n < FEW else "")


def _over_time(result: go.Figure, starts: list[date], span: Span) -> go.Figure:
    note_marks(result, starts, span)
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    result.update_yaxes(rangemode="tozero")
    result.update_traces(cliponaxis=False)  # else a mark at 0 is cut in half
    return result
