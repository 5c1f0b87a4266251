"""Charts of the coverage of queries: a line each, what was earlier beside it, peaks marked.

Each mark carries the days that it stands for and its query, so that what made it can be asked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.hours import Hours
from dashboard.charts.periods import Course
from dashboard.charts.series import MARKERS_UP_TO, add_line, days_of, note_marks
from dashboard.charts.style import (
    COLOURS,
    FAINT,
    FEW,
    PICKED,
    UNSEEN,
    colour,
    counting,
    faded,
    figure,
    known,
    label,
    rows_of,
)

COLUMNS = {"count": "coverage", "share": "share", "index": "indexed"}
UNITS = {
    "count": "articles",
    "share": "share of all articles",
    "index": "index, mean of the whole periods = 100",
}
FORMATS = {"count": ",d", "share": ".0%", "index": ",.0f"}
Named = Callable[[str], str]  # how a query is shown
EARLIER = "earlier"
MOST_MARKS = 4000  # of all lines: beyond that a browser takes its time
# A line alone cannot be clicked (Plotly 7.1), and one that lies over a bar takes its clicks.
CLICKABLE: dict[str, Any] = {"mode": "lines+markers", "marker": {"opacity": 0}, **UNSEEN}
NO_PEAKS = pd.DataFrame({"starts_on": pd.to_datetime([]), "member": [], "usual": []})
_HOVERS = {
    "count": "<b>%{customdata[2]} articles</b>",
    "share": "<b>%{customdata[3]}</b> of all: %{customdata[2]} of %{customdata[4]}",
    "index": "<b>%{y:,.0f}</b>, %{customdata[2]} articles",
}


def starts_of(frame: pd.DataFrame, axis: Course) -> list[date]:
    """Where the rows of one query stand on the time axis."""
    if isinstance(axis, Hours):
        return list(axis.places(frame["starts_at"]))
    return days_of(frame["starts_on"])


def beside(
    now: pd.DataFrame, then: pd.DataFrame, axis: Course, *, began: date, known: date
) -> pd.DataFrame:
    """The rows of `now`, each with when the earlier period began that it is compared with, and the
    coverage and share of that; empty before the first day that is `known`. `began` is the first of
    the earlier days. Hours are compared by what clocks showed, others by their place."""
    column = "starts_at" if isinstance(axis, Hours) else "starts_on"
    kept = ["member", "key", column, "coverage", "share"]
    keyed = _keyed(then, axis, axis.first - began)
    whole = pd.Timestamp(known, tz=axis.zone if isinstance(axis, Hours) else None)
    earlier = keyed[keyed[column] >= whole][kept].rename(
        columns={name: f"{EARLIER}_{name}" for name in (column, "coverage", "share")}
    )
    together = _keyed(now, axis).merge(earlier, how="left", on=["member", "key"])
    return together.drop(columns="key")


def _keyed(frame: pd.DataFrame, axis: Course, moved: timedelta = timedelta(0)) -> pd.DataFrame:
    if not isinstance(axis, Hours):
        return frame.assign(key=frame.groupby("member").cumcount())
    shown = frame["starts_at"].dt.tz_convert(axis.zone).dt.tz_localize(None) + moved
    again = frame.assign(shown=shown).groupby(["member", "shown"]).cumcount()
    return frame.assign(key=pd.Series(zip(shown, again, strict=True), index=frame.index))


def lines(
    frame: pd.DataFrame, axis: Course, peaks: pd.DataFrame, shown: Named, *, counted: str
) -> go.Figure:
    """A line a query. A share of few articles is faint, and the hover has their number."""
    members = list(dict.fromkeys(frame["member"]))
    result = figure(unit=UNITS[counted], height=420)
    starts: list[date] = []
    for index, member in enumerate(members):
        rows, place = frame[frame["member"] == member], len(result.data)
        starts = starts_of(rows, axis)
        faint = [FAINT if counted == "share" and n < FEW else 1.0 for n in rows["everything"]]
        add_line(
            result,
            starts,
            rows[COLUMNS[counted]].tolist(),
            span=axis,
            name=shown(member) if member else "all that match",
            index=index,
            hover=f"{_HOVERS[counted]}<br>%{{customdata[1]}}<br>%{{customdata[0]}}<extra></extra>",
            notes=_notes(rows, starts, axis, shown),
            marker={"opacity": faint},
            **PICKED,
        )
        if len(starts) > MARKERS_UP_TO and len(frame) <= MOST_MARKS:
            result.data[place].update(CLICKABLE)
        add_earlier(result, rows, starts, axis, counted, index)
        add_peaks(result, rows, starts, axis, peaks, counted, index)
    if len(frame) > MOST_MARKS:
        _add_handles(result, starts, axis)
    result.update_yaxes(tickformat=FORMATS[counted])
    if counted == "count":
        result.update_yaxes(**counting(frame["coverage"].max()))
    return over_time(result, starts, axis)


def choosable(
    result: go.Figure,
    frame: pd.DataFrame,
    axis: Course,
    days: tuple[date, date] | None,
    *,
    brush: bool,
) -> go.Figure:
    """The same with the days marked that were chosen on it; `brush` lets one drag over several."""
    starts = starts_of(_first_line(frame), axis)
    if brush:
        result.update_layout(dragmode="select", selectdirection="h")
    inside = [
        one for one in starts if days and axis.end(one) >= days[0] and axis.day_of(one) <= days[1]
    ]
    if inside:
        half = _width(starts) / 2
        result.add_vrect(
            x0=pd.Timestamp(inside[0]) - half,
            x1=pd.Timestamp(inside[-1]) + half,
            fillcolor=faded(COLOURS[5], 0.3),
            line={"width": 0},
            layer="below",
        )
    return result


def brushed(points: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    """What the marks that were chosen stand for: the days they span (2026-05-04..2026-05-06), and
    their query, if it is one alone. None where nothing was chosen."""
    told = [one["customdata"][-3:] for one in points if len(one.get("customdata") or ()) >= 4]
    if not told:
        return None
    members = {member for _, _, member in told}
    days = f"{min(first for first, _, _ in told)}..{max(last for _, last, _ in told)}"
    return days, members.pop() if len(members) == 1 else ""


def left_out(frame: pd.DataFrame, shown: Named) -> str:
    """How many articles an hourly chart lacks, in words; empty where it lacks none."""
    lacking = frame[frame["dated_by_day"] > 0].drop_duplicates("member")
    parts = [
        wording.count(row["dated_by_day"], "article")
        + (f" of {shown(row['member'])}" if row["member"] else "")
        for row in rows_of(lacking)
    ]
    return f"Dated by day only, and left out: {', '.join(parts)}." if parts else ""


def _first_line(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["member"] == frame["member"].iloc[0]] if "member" in frame else frame


def _notes(
    rows: pd.DataFrame, starts: Sequence[date], axis: Course, shown: Named
) -> list[list[str]]:
    return [
        [
            label(shown(row["member"]), 60) if row["member"] else "all that match",
            wording.number(row["coverage"]),
            wording.percent(row["share"]),
            wording.number(row["everything"]),
            *stands_for(start, axis, str(row["member"])),
        ]
        for row, start in zip(rows_of(rows), starts, strict=True)
    ]


def add_earlier(
    result: go.Figure,
    rows: pd.DataFrame,
    starts: Sequence[date],
    axis: Course,
    counted: str = "count",
    index: int = 0,
) -> None:
    """Draw what was earlier, fainter, where it would stand now; nothing where the rows lack it."""
    if f"{EARLIER}_coverage" not in rows:
        return
    result.add_scatter(
        x=list(starts),
        y=_earlier_values(rows, counted),
        **CLICKABLE,
        name=EARLIER,
        legendgroup=EARLIER,
        showlegend=index == 0,
        line={"color": faded(colour(index), 0.6), "width": 1.5, "dash": "dash"},
        customdata=[
            [
                wording.number(row[f"{EARLIER}_coverage"]),
                _began(row, axis),
                *stands_for(start, axis, str(row.get("member", ""))),
            ]
            for start, row in zip(starts, rows_of(rows), strict=True)
        ],
        hovertemplate="<b>%{customdata[0]} articles</b><br>earlier: %{customdata[1]}"
        "<extra></extra>",
        connectgaps=False,
    )


def _earlier_values(rows: pd.DataFrame, counted: str) -> list[float | None]:
    """The earlier coverage or share; indexed, on the base of what it is compared with."""
    if counted == "share":
        return [float(one) if known(one) else None for one in rows[f"{EARLIER}_share"]]
    counts = rows[f"{EARLIER}_coverage"]
    scale = 1.0
    if counted == "index":
        based = rows[(rows["coverage"] > 0) & rows["indexed"].notna()]
        if not len(based):
            return [None] * len(rows)
        scale = float(based["indexed"].iloc[0] / based["coverage"].iloc[0])
    return [scale * float(one) if known(one) else None for one in counts]


def _began(row: dict[Any, Any], axis: Course) -> str:
    if isinstance(axis, Hours):
        at = row[f"{EARLIER}_starts_at"]
        if not known(at):
            return "no such hour"
        local = at.tz_convert(axis.zone)
        return f"{wording.day(local.date())}, {local:%H:%M}"
    began = row[f"{EARLIER}_starts_on"]
    return f"from {wording.day(began.date())}" if known(began) else "–"


def add_peaks(
    result: go.Figure,
    rows: pd.DataFrame,
    starts: Sequence[date],
    axis: Course,
    peaks: pd.DataFrame,
    counted: str = "count",
    index: int = 0,
) -> None:
    """Mark the peaks of a line."""
    member = str(rows["member"].iloc[0]) if "member" in rows else ""
    own = rows_of(peaks[peaks["member"] == member])
    usual = {row["starts_on"].date(): row["usual"] for row in own}
    values = {
        start: row
        for start, row in zip(starts, rows_of(rows), strict=True)
        if start in usual and known(row[COLUMNS[counted]])
    }
    if not values:
        return
    result.add_scatter(
        x=list(values),
        y=[row[COLUMNS[counted]] for row in values.values()],
        mode="markers",
        name="peak",
        legendgroup="peak",
        showlegend="peak" not in [trace.name for trace in result.data],
        marker={
            "symbol": "triangle-down",
            "size": 12,
            "standoff": 4,
            "color": COLOURS[3] if member == "" else colour(index),
            "line": {"color": "#1F2933", "width": 1},
        },
        customdata=[
            [
                axis.name(start),
                wording.number(row["coverage"]),
                wording.usual(usual[start]),
                *stands_for(start, axis, member),
            ]
            for start, row in values.items()
        ],
        hovertemplate="<b>Peak: %{customdata[1]} articles</b><br>usual: %{customdata[2]}"
        "<br>%{customdata[0]}<extra></extra>",
        **PICKED,
    )


def stands_for(start: date, axis: Course, member: str = "") -> list[str]:
    """What a mark carries last: the first and the last of its days, and its query."""
    return [str(axis.day_of(start)), str(axis.end(start)), member]


def _add_handles(result: go.Figure, starts: Sequence[date], axis: Course) -> None:
    """Unseen marks to drag over, a period one: so many lines can have none of their own."""
    top = max((y for trace in result.data for y in trace.y if known(y)), default=0)
    result.add_scatter(
        x=list(starts),
        y=[top / 2] * len(starts),
        mode="markers",
        marker={"size": 1, "color": "rgba(0,0,0,0)"},
        customdata=[["", *stands_for(start, axis)] for start in starts],
        hoverinfo="skip",
        showlegend=False,
    )


def over_time(result: go.Figure, starts: list[date], axis: Course) -> go.Figure:
    """The figure with its time axis written, and what is not whole noted."""
    note_marks(result, starts, axis)
    result.update_xaxes(**axis.ticks(starts), showgrid=False)
    if starts:  # unseen marks would make room for themselves
        half = _width(starts) / 2
        ends = [pd.Timestamp(starts[0]) - half, pd.Timestamp(starts[-1]) + half]
        result.update_xaxes(range=ends)
    result.update_yaxes(rangemode="tozero")
    result.update_traces(cliponaxis=False)  # else a mark at 0 is cut in half
    return result


def _width(starts: Sequence[date]) -> timedelta:
    if len(starts) < 2:
        return timedelta(days=1)
    return pd.Timestamp(starts[1]) - pd.Timestamp(starts[0])
