"""Charts of sources: their lives, what they have alone, how early they are, and when they write."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import headline, wording
from dashboard.charts.headline import Glance
from dashboard.charts.periods import Span
from dashboard.charts.series import days_of, parts_in_order
from dashboard.charts.style import (
    COLOURS,
    FAINT,
    FEW,
    PALE_TO_DEEP,
    PICKED,
    UNSEEN,
    counting,
    figure,
    known,
    label,
    name_rows,
    rows_of,
)

ROW = 26  # pixels
LABEL = 28  # letters of a source at the axis
MOST_PARTED = 40  # columns; on a narrow screen gaps would hide more of them
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PLACES = {  # what a source's articles are to other sources, with the pattern of its bar
    "alone": ("no other source has it", COLOURS[0], ""),
    "led": ("others have it later", COLOURS[2], ""),
    "followed": ("another had it before", COLOURS[1], "/"),
    "unordered": ("order not known", COLOURS[9], "."),
}
SHOWN = {
    "source": "Source",
    "coverage": "Articles",
    "share": "Share",
    "tone": "Tone",
    "n": "With tone",
    "last_on": "Last seen",
    "alone_share": "Own",
    "led_share": "First",
    "lag": "Hours behind",
    "ordered": "Shared stories",
    "publishing_days": "Days",
    "per_day": "A day",
    "gap": "Days between",
    "first_on": "First seen",
    "ever": "In the store",
}


def listing(record: pd.DataFrame, cadence: pd.DataFrame, firsts: pd.DataFrame) -> pd.DataFrame:
    """All that is known of each source as a table, under its headings; shares in percent."""
    table = record.merge(cadence, on="source", how="left")
    table = table.merge(firsts.drop(columns="coverage"), on="source", how="left")
    table["alone_share"] = table["alone"] / table["coverage"]
    for name in ("share", "alone_share", "led_share"):
        table[name] = table[name].astype(float) * 100
    table["tone"] = table["tone"].astype(float).round(2) + 0.0  # no minus before a zero
    return table[list(SHOWN)].rename(columns=SHOWN)


def lives(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Each source's articles by period, the darker the more; blank before its first article in the
    store and after its last."""
    names = parts_in_order(frame, "source")
    rows = rows_of(frame.assign(start=days_of(frame["starts_on"])))
    starts = sorted({row["start"] for row in rows})
    result = _grid(
        [_middle(start, span) for start in starts],
        [label(name, LABEL) for name in names],
        {
            (names.index(row["source"]), starts.index(row["start"])): (
                row["coverage"],
                [
                    str(row["source"]),
                    label(row["source"], 60),
                    wording.number(row["coverage"]),
                    span.name(row["start"]),
                ],
            )
            for row in rows
        },
        hover="<b>%{customdata[1]}</b><br>%{customdata[2]} articles<br>%{customdata[3]}"
        "<extra></extra>",
    )
    result.update_xaxes(**span.ticks(starts))
    if starts:
        result.update_xaxes(range=[starts[0], span.end(starts[-1]) + timedelta(days=1)])
    return result


def span_of(frame: pd.DataFrame, span: Span) -> Span:
    """The same periods over the life of the one source whose course this is."""
    starts = days_of(frame["starts_on"])
    if not starts:
        return span
    return replace(
        span, first=max(span.first, starts[0]), last=min(span.last, span.end(starts[-1]))
    )


def rhythm(frame: pd.DataFrame) -> go.Figure:
    """Articles by weekday and hour, by the clocks of the reporting time zone."""
    rows = rows_of(frame.dropna(subset=["hour"]))
    result = _grid(
        list(range(24)),
        list(WEEKDAYS),
        {
            (int(row["weekday"]) - 1, int(row["hour"])): (
                row["coverage"],
                [
                    WEEKDAYS[int(row["weekday"]) - 1],
                    f"{int(row['hour']):02d}:00 to {int(row['hour']):02d}:59",
                    wording.number(row["coverage"]),
                ],
            )
            for row in rows
        },
        hover="<b>%{customdata[2]} articles</b><br>%{customdata[0]}, %{customdata[1]}"
        "<extra></extra>",
    )
    result.update_xaxes(
        title={"text": "hour of the day"}, tickmode="array", tickvals=list(range(0, 24, 3)),
        ticktext=[f"{hour:02d}" for hour in range(0, 24, 3)], range=[-0.5, 23.5],
    )  # fmt: skip
    return result


def left_out(frame: pd.DataFrame) -> int:
    """How many articles a chart by hour leaves out, for they are dated by day only."""
    return int(frame.loc[frame["hour"].isna(), "coverage"].sum())


def timed(frame: pd.DataFrame) -> int:
    """How many articles a chart by hour shows."""
    return int(frame.loc[frame["hour"].notna(), "coverage"].sum())


def places(frame: pd.DataFrame) -> go.Figure:
    """Which share of each source's articles others do not have, have later, or had before."""
    rows = rows_of(frame)
    result = _rows([row["source"] for row in rows], barmode="stack")
    for column, (name, fill, shape) in PLACES.items():
        result.add_bar(
            orientation="h",
            name=name,
            x=[row[column] / row["coverage"] for row in rows],
            y=list(range(len(rows))),
            customdata=[
                [
                    str(row["source"]),
                    label(row["source"], 60),
                    wording.number(row[column]),
                    wording.number(row["coverage"]),
                ]
                for row in rows
            ],
            hovertemplate=f"<b>%{{customdata[1]}}</b><br>{name}: %{{customdata[2]}} of "
            "%{customdata[3]} articles, %{x:.1%}<extra></extra>",
            marker={"color": fill, "pattern": {"shape": shape, "solidity": 0.3}},
            **PICKED,
        )
    result.update_xaxes(range=[0, 1], tickformat=".0%", title={"text": "share of its articles"})
    result.update_layout(legend={"traceorder": "normal"})
    return result


def firsts(frame: pd.DataFrame) -> go.Figure:
    """How often each source is first with what others have too, and how far behind it is else; over
    few stories it is faint."""
    rows = [row for row in rows_of(frame) if row["ordered"]]
    result = _rows([row["source"] for row in rows])
    result.add_scatter(
        x=[row["led_share"] for row in rows],
        y=list(range(len(rows))),
        mode="markers+text",
        text=[_behind(row) for row in rows],
        textposition=["middle left" if row["led_share"] > 0.6 else "middle right" for row in rows],
        cliponaxis=False,
        customdata=[
            [
                str(row["source"]),
                label(row["source"], 60),
                wording.coverage(row["ordered"], stories=True),
                _behind(row) or "never behind",
            ]
            for row in rows
        ],
        hovertemplate="<b>first in %{x:.0%}</b> of %{customdata[2]}<br>%{customdata[1]}"
        "<br>else %{customdata[3]} (median)<extra></extra>",
        marker={
            "size": 11,
            "color": COLOURS[0],
            "opacity": [FAINT if row["ordered"] < FEW else 1.0 for row in rows],
        },
        **PICKED,
        showlegend=False,
    )
    result.update_xaxes(
        title={"text": "share of shared stories in which it is first"},
        range=[-0.02, 1.02],
        tickformat=".0%",
    )
    return result


def raced(frame: pd.DataFrame) -> str:
    """How early one source is, in a sentence; empty where nothing is known of it."""
    row = frame.iloc[0]
    if not row["ordered"]:
        return ""
    shared = wording.coverage(row["ordered"], stories=True)
    said = f"Of {shared} that others have too it was first with "
    said += f"{row['led_share']:.0%}" + ("; few to tell by" if row["ordered"] < FEW else "")
    behind = _behind(row)
    return f"{said}. In the others it was {behind} (median)." if behind else f"{said}."


def without_order(frame: pd.DataFrame) -> int:
    """How many articles of shared stories take no part in who was first: dated by day only."""
    return int(frame["by_day_only"].sum())


def glances(now: pd.DataFrame, before: pd.DataFrame | None, course: pd.DataFrame) -> list[Glance]:
    """What stands at the head of one source's page: the headline without the number of sources."""
    shown = headline.glances(now, before, course)
    return [one for one in shown if one.label != headline.LABELS["sources"]]


def described(record: pd.DataFrame, cadence: pd.DataFrame, *, stories: bool) -> str:
    """One source's life and cadence in a sentence or two; `stories`: these are counted."""
    row = record.iloc[0]
    said = (
        f"In the store from {wording.day(row['first_on'])} to {wording.day(row['last_on'])}: "
        f"{wording.coverage(row['ever'], stories=stories)}."
    )
    if not len(cadence):
        return said
    pace = cadence.iloc[0]
    said += (
        f" In these days it published on {wording.count(pace['publishing_days'], 'day')}, "
        f"{wording.usual(pace['per_day'])} on such a day"
    )
    if not known(pace["gap"]):
        return f"{said}."
    gap = wording.usual(pace["gap"])
    return f"{said}, {gap} {'day' if gap == '1' else 'days'} from one to the next (median)."


def _behind(row: Any) -> str:
    if not known(row["lag"]):
        return ""
    hours = row["lag"]
    if hours < 1:
        return f"{hours * 60:.0f} min behind"
    return f"{hours:.1f} h behind" if hours < 48 else f"{hours / 24:.1f} days behind"


def _rows(names: Sequence[object], **layout: Any) -> go.Figure:
    result = figure(height=100 + ROW * max(len(names), 3), **layout)
    name_rows(result, [label(name, LABEL) for name in names])
    return result


def _grid(
    columns: Sequence[Any],
    rows: Sequence[str],
    cells: dict[tuple[int, int], tuple[int, list[str]]],
    *,
    hover: str,
) -> go.Figure:
    """A heat map: each cell, by its row and column, has a count and what is told of it."""
    result = figure(height=90 + ROW * max(len(rows), 4))
    counts = [
        [cells[i, j][0] if (i, j) in cells else None for j in range(len(columns))]
        for i in range(len(rows))
    ]
    top = max((count for count, _ in cells.values()), default=0)
    result.add_heatmap(
        x=list(columns), y=list(range(len(rows))), z=counts, colorscale=PALE_TO_DEEP, zmin=0,
        xgap=1 if len(columns) <= MOST_PARTED else 0, ygap=2,
        colorbar={"thickness": 10} | counting(top), hoverinfo="skip",
    )  # fmt: skip
    # A heat map's cells cannot be selected (Plotly 7.1): unseen marks over them can.
    result.add_scatter(
        x=[columns[j] for _, j in cells],
        y=[i for i, _ in cells],
        mode="markers",
        marker={"size": ROW - 6, "symbol": "square", "color": "rgba(0,0,0,0)"},
        **UNSEEN,
        customdata=[told for _, told in cells.values()],
        hovertemplate=hover,
        showlegend=False,
    )
    name_rows(result, rows)
    result.update_xaxes(showgrid=False)
    return result


def _middle(start: date, span: Span) -> datetime:
    midnight = datetime.combine(start, datetime.min.time())
    return midnight + (span.end(start) - start + timedelta(days=1)) / 2
