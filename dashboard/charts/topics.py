"""Charts of tags: how frequent, how they rise, and when."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.series import days_of, note_marks, parts_in_order
from dashboard.charts.style import (
    COLOURS,
    PALE_TO_DEEP,
    PICKED,
    UNSEEN,
    counting,
    figure,
    label,
    name_rows,
    room_beside,
    rows_of,
)

ROW = 26  # pixels a bar
LABEL = 28  # letters of a tag at the axis
TALL = 36  # pixels a bar whose name has two lines
MOST_PHRASES = 24  # of a topic, where one points
TAG = "tag"  # what the nodes of a network of tags are


def bars(frame: pd.DataFrame) -> go.Figure:
    """Tags by coverage, each with its change on the period before."""
    texts = [wording.counted(row) for row in rows_of(frame)]
    return _horizontal(frame, frame["coverage"].tolist(), texts, COLOURS[0])


def rising(frame: pd.DataFrame) -> go.Figure:
    """Tags by how many more articles they have than in the period before."""
    texts = [f"+{rise:,}" for rise in frame["rise"]]
    return _horizontal(frame, frame["rise"].tolist(), texts, COLOURS[2])


def fading(frame: pd.DataFrame) -> go.Figure:
    """Tags by how many fewer articles they have than in the period before."""
    texts = [f"{wording.MINUS}{fall:,}" for fall in frame["fall"]]
    result = _horizontal(frame, frame["fall"].tolist(), texts, COLOURS[3])
    result.update_xaxes(title={"text": "articles fewer"})
    return result


def found(frame: pd.DataFrame) -> go.Figure:
    """Topics found by coverage, named by their phrases. What is clicked carries the place."""
    rows = rows_of(frame)
    named = frame.assign(tag=frame["topic"])
    texts = [wording.counted(row) for row in rows]
    result = _horizontal(named, frame["coverage"].tolist(), texts, COLOURS[0])
    result.update_layout(height=60 + TALL * max(len(frame), 4))
    name_rows(result, [_two_lines(row["topic"]) for row in rows])
    result.update_traces(
        customdata=[
            [str(place), *_told(row | {"tag": row["topic"]})[1:], _phrases(row["phrases"])]
            for place, row in enumerate(rows)
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]} articles"
        "<br>before: %{customdata[3]}, change %{customdata[4]}<br>%{customdata[5]}<extra></extra>",
    )
    return result


def _two_lines(name: str) -> str:
    lines = wrap(name, LABEL, max_lines=2, placeholder="…") or [""]
    return "<br>".join(label(line, LABEL) for line in lines)


def _phrases(phrases: Sequence[str]) -> str:
    """All phrases of a topic, a few a line."""
    named = [label(one, LABEL) for one in phrases[:MOST_PHRASES]]
    more = len(phrases) - len(named)
    lines = [", ".join(named[place : place + 4]) for place in range(0, len(named), 4)]
    return ",<br>".join(lines) + (f" and {more} more" if more else "")


def knots(frame: pd.DataFrame) -> pd.DataFrame:
    """Tags as the nodes of a network."""
    return frame[["tag", "coverage"]].rename(columns={"tag": "entity"}).assign(type=TAG)


def ties(frame: pd.DataFrame) -> pd.DataFrame:
    """Tags that travel together as the ties of a network."""
    return frame.rename(columns={"tag": "entity"}).assign(type=TAG, other_type=TAG)


def _horizontal(frame: pd.DataFrame, values: list[int], texts: list[str], fill: str) -> go.Figure:
    result = figure(height=60 + ROW * max(len(frame), 4))
    result.add_bar(
        orientation="h",
        x=values,
        y=list(range(len(frame))),
        text=texts,
        textposition="outside",
        cliponaxis=False,
        customdata=[_told(row) for row in rows_of(frame)],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]} articles"
        "<br>before: %{customdata[3]}, change %{customdata[4]}<extra></extra>",
        marker={"color": fill},
        # A click filters by the tag; until the page has changed, nothing need fade.
        **PICKED,
    )
    name_rows(result, [label(tag, LABEL) for tag in frame["tag"]])
    top = max([*values, 1])
    room = room_beside(values, texts)
    result.update_xaxes(title={"text": "articles"}, range=room, **counting(top))
    return result


def heat_map(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Coverage of tags by period: the darker, the more articles."""
    tags = parts_in_order(frame, "tag")
    table = frame.pivot_table(
        index="tag", columns="starts_on", values="coverage", aggfunc="sum", fill_value=0
    ).reindex(tags)
    starts = days_of(pd.Series(table.columns))
    result = figure(height=90 + ROW * max(len(tags), 4))
    places = list(range(len(tags)))
    counts = table.to_numpy().tolist()
    # In the middle of its period, so that a cell begins and ends with it.
    middles = [_middle(start, span) for start in starts]
    result.add_heatmap(
        x=middles,
        y=places,
        z=counts,
        colorscale=PALE_TO_DEEP,
        zmin=0,
        xgap=1,
        ygap=2,
        colorbar={"thickness": 10} | counting(max(map(max, counts), default=0)),
        hoverinfo="skip",
    )
    # A heat map's cells cannot be selected (Plotly 7.1): unseen marks over them can.
    cells = [(i, j) for i in places for j in range(len(starts))]
    result.add_scatter(
        x=[middles[j] for _, j in cells],
        y=[i for i, _ in cells],
        mode="markers",
        marker={"size": ROW - 6, "symbol": "square", "color": "rgba(0,0,0,0)"},
        **UNSEEN,
        customdata=[
            [str(tags[i]), label(tags[i], 60), wording.number(counts[i][j]), span.name(starts[j])]
            for i, j in cells
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]} articles"
        "<br>%{customdata[3]}<extra></extra>",
        showlegend=False,
    )
    name_rows(result, [label(tag, LABEL) for tag in tags])
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    if starts:
        ends = span.end(starts[-1]) + timedelta(days=1)
        result.update_xaxes(range=[starts[0], ends])
    _veil(result, starts, span)
    note_marks(result, starts, span, at=middles)
    return result


def _veil(result: go.Figure, starts: list[date], span: Span) -> None:
    """Draw the periods that are not whole fainter, with a dotted edge."""
    for start in starts:
        if span.mark(start):
            result.add_vrect(
                x0=start,
                x1=span.end(start) + timedelta(days=1),
                fillcolor="rgba(255,255,255,0.5)",
                line={"color": "#6B7785", "width": 1, "dash": "dot"},
            )


def _middle(start: date, span: Span) -> datetime:
    midnight = datetime.combine(start, datetime.min.time())
    return midnight + (span.end(start) - start + timedelta(days=1)) / 2


def _told(row: dict[Any, Any]) -> list[str]:
    tag = str(row["tag"])
    return [
        tag,
        label(tag, 60),
        wording.number(row["coverage"]),
        wording.number(row["before"]),
        wording.change(row["change"]),
    ]
