"""Lines over time, shared by the charts that draw them: what is not whole is dashed and faint."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.periods import Axis
from dashboard.charts.style import SYMBOLS, colour, faded, known, label

MARKERS_UP_TO = 60  # points; more of them run into one another


def days_of(column: pd.Series) -> list[date]:
    """A column of days as plain dates."""
    return [pd.Timestamp(value).date() for value in column]


def add_line(
    figure: go.Figure,
    starts: Sequence[date],
    values: Sequence[float | None],
    *,
    span: Axis,
    name: str,
    index: int = 0,
    hover: str,
    notes: Sequence[Sequence[str]] | None = None,
    **style: Any,
) -> None:
    """Draw one part's course. `hover` is a template that may use %{y} and %{customdata[n]}: 0 is
    the period's name, the rest comes from `notes`, already escaped."""
    marks = [span.mark(start) for start in starts]
    custom = [[span.name(start), *(notes[i] if notes else ())] for i, start in enumerate(starts)]
    shown = label(name, 40)
    shared = {
        "x": list(starts),
        "customdata": custom,
        "name": shown,
        "legendgroup": shown + str(index),
        "hovertemplate": hover,
        "connectgaps": False,
    }
    mode = "lines+markers" if len(starts) <= MARKERS_UP_TO else "lines"
    marker = {"size": 6, "symbol": SYMBOLS[index % len(SYMBOLS)], "color": colour(index)}
    whole = [None if marks[i] else _plain(value) for i, value in enumerate(values)]
    figure.add_scatter(
        **shared,
        y=whole,
        mode=mode,
        line={"color": colour(index), "width": 2},
        marker=marker | style.pop("marker", {}),
        **style,
    )
    if any(marks):
        beside = [
            _plain(value) if any(marks[max(i - 1, 0) : i + 2]) else None
            for i, value in enumerate(values)
        ]
        figure.add_scatter(
            **shared,
            y=beside,
            mode="lines+markers",
            line={"color": faded(colour(index), 0.7), "width": 2, "dash": "dot"},
            marker=marker | {"symbol": "circle-open", "size": [6 if mark else 0 for mark in marks]},
            showlegend=False,
        )


def note_marks(
    figure: go.Figure, starts: Sequence[date], span: Axis, at: Sequence[datetime] | None = None
) -> None:
    """Write over the first and the last period what they lack: 'in part' or 'so far'."""
    for place, anchor in {0: "left", len(starts) - 1: "right"}.items():
        if starts and (mark := span.mark(starts[place])):
            figure.add_annotation(
                x=(at or starts)[place],
                xanchor="center" if at else anchor,
                y=1,
                yref="paper",
                yanchor="bottom",
                text=mark,
                showarrow=False,
                font={"size": 12, "color": "#6B7785"},
            )


def parts_in_order(frame: pd.DataFrame, part: str) -> list[str]:
    """The parts by their whole coverage, most first."""
    totals = frame.groupby(part, sort=False)["coverage"].sum()
    return [str(name) for name in totals.sort_values(ascending=False, kind="stable").index]


def _plain(value: float | None) -> float | None:
    return float(value) if known(value) and value is not None else None
