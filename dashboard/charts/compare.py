"""Charts of two selections, A and B, side by side: figures, coverage, and what sets them apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import headline, wording
from dashboard.charts.periods import Span
from dashboard.charts.series import add_line, days_of, note_marks
from dashboard.charts.style import (
    FEW,
    PICKED,
    colour,
    counting,
    faded,
    figure,
    known,
    label,
    name_rows,
    rows_of,
)

SIDES = ("A", "B")
ROW = 24  # pixels a bar
LABEL = 26  # letters of a term at the axis
BEYOND_CHANCE = 1.96  # standard deviations: chance alone goes beyond once in twenty times
FIGURES = ("articles", "sources", "tone", "n", "page_views", "shares", "places")
LABELS = headline.LABELS | {"n": "Articles with a tone"}
HALF = 0.62  # of an axis is one side's bars, the rest has room for what is written beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The periods of one selection, drawn at those of the other."""

    span: Span
    drawn: dict[date, date]  # where each is drawn, and the day on which it starts

    def mark(self, start: date) -> str:
        """What the period drawn there lacks."""
        return self.span.mark(self.drawn[start])

    def name(self, start: date) -> str:
        """It in words, with what it lacks."""
        return self.span.name(self.drawn[start])

    def ticks(self, starts: Sequence[date]) -> dict[str, object]:
        """How the time axis is written."""
        return self.span.ticks(starts)

    def day_of(self, start: date) -> date:
        """Its first day."""
        return self.drawn[start]

    def end(self, start: date) -> date:
        """Its last day."""
        return self.span.end(self.drawn[start])


def figures(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """The headline figures of both selections, with the difference of the first from the other."""
    here, there = one.iloc[0], other.iloc[0]
    names = [name for name in FIGURES if known(here[name]) or known(there[name])]
    no_course = pd.DataFrame({"complete": []})
    glances = [headline.glance(LABELS[name], name, here, there, no_course) for name in names]
    return pd.DataFrame(
        {
            "Figure": [glance.label for glance in glances],
            "A": [glance.value for glance in glances],
            "B": [headline.WRITTEN.get(name, wording.number)(there[name]) for name in names],
            "A against B": [glance.change or "–" for glance in glances],
        }
    )


def course(
    frames: Sequence[pd.DataFrame], spans: Sequence[Span], names: Sequence[str]
) -> go.Figure:
    """The coverage of both, the first period of B over the first of A, and so on."""
    result = figure(unit="articles", height=380)
    places = _places([days_of(frame["starts_on"]) for frame in frames], spans[0])
    top = 0
    for index, (frame, span, name) in enumerate(zip(frames, spans, names, strict=True)):
        starts = days_of(frame["starts_on"])
        drawn = places[: len(starts)]
        axis = Moved(span=span, drawn=dict(zip(drawn, starts, strict=True)))
        add_line(
            result,
            drawn,
            frame["coverage"].tolist(),
            span=axis,
            name=f"{SIDES[index]}: {name}",
            index=index,
            hover=f"<b>{SIDES[index]}: %{{y:,}} articles</b><br>%{{customdata[0]}}<extra></extra>",
        )
        top = max(top, *frame["coverage"], 0)
        if index == 0 or starts != places[: len(starts)]:
            note_marks(result, drawn, axis)
    result.update_xaxes(**spans[0].ticks(places), showgrid=False)
    result.update_yaxes(rangemode="tozero", **counting(top))
    result.update_traces(cliponaxis=False)
    return result


def apart(frame: pd.DataFrame) -> go.Figure:
    """What is typical of A to the right, of B to the left, by z; faint is what may be chance or
    rests on few articles."""
    rows = rows_of(frame)
    result = figure(height=90 + ROW * max(len(rows), 4), showlegend=False)
    for index, side in enumerate(SIDES):
        some = [(place, row) for place, row in enumerate(rows) if (row["z"] < 0) == bool(index)]
        _head(result, f"typical of {side}", index)
        if some:
            result.add_bar(
                orientation="h",
                name=f"typical of {side}",
                x=[row["z"] for _, row in some],
                y=[place for place, _ in some],
                text=[_counts(row) for _, row in some],
                textposition="outside",
                cliponaxis=False,
                customdata=[_told(row, side) for _, row in some],
                hovertemplate="<b>%{customdata[2]}</b>%{customdata[3]}<br>A: %{customdata[4]}"
                "<br>B: %{customdata[5]}<br>z %{customdata[6]}, odds %{customdata[7]}"
                "<extra></extra>",
                marker={
                    "color": [
                        faded(colour(index)) if is_faint(row) else colour(index) for _, row in some
                    ]
                },
                **PICKED,
            )
    name_rows(result, [label(row["term"], LABEL) for row in rows])
    most = max([abs(row["z"]) for row in rows] + [BEYOND_CHANCE]) / HALF
    result.update_xaxes(range=[-most, most], title={"text": "z"}, zeroline=True)
    for z in (-BEYOND_CHANCE, BEYOND_CHANCE):
        result.add_vline(x=z, line={"color": "#9AA5B1", "width": 1, "dash": "dot"})
    result.update_layout(bargap=0.25)
    return result


def _head(result: go.Figure, text: str, index: int) -> None:
    """Say above a side's bars whose they are."""
    result.add_annotation(
        x=0,
        xanchor="right" if index else "left",
        xshift=-6 if index else 6,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=f"← {text}" if index else f"{text} →",
        showarrow=False,
        font={"color": colour(index)},
    )


def is_faint(row: dict[Any, Any]) -> bool:
    """Whether a term's difference may be chance, or rests on few articles."""
    few = row["coverage"] + row["other_coverage"] < FEW
    return bool(few or abs(row["z"]) < BEYOND_CHANCE)


def _places(starts: Sequence[list[date]], span: Span) -> list[date]:
    """Where periods are drawn: at those of the first selection, going on if the other has more."""
    drawn = list(starts[0]) or [span.first]
    while len(drawn) < max(map(len, starts)):
        drawn.append(span.end(drawn[-1]) + timedelta(days=1))
    return drawn


def _counts(row: dict[Any, Any]) -> str:
    return f"{wording.number(row['coverage'])} : {wording.number(row['other_coverage'])}"


def _told(row: dict[Any, Any], side: str) -> list[str]:
    return [
        str(row["term"]),
        side,
        label(row["term"], 60),
        f" ({label(row['type'])})" if known(row["type"]) else "",
        _of(row["coverage"], row["share"]),
        _of(row["other_coverage"], row["other_share"]),
        wording.tone(row["z"]),
        _odds(row["log_odds"]),
    ]


def _of(coverage: int, share: float) -> str:
    return f"{wording.count(coverage, 'article')}, {wording.percent(share)}"


def _odds(log_odds: float) -> str:
    """3.4 times as high in A."""
    return f"{exp(abs(log_odds)):,.1f} times as high in {SIDES[log_odds < 0]}"
