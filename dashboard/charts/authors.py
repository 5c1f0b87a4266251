"""Charts of authors: who writes how much, and in what tone."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.means import add_means
from dashboard.charts.style import (
    COLOURS,
    PICKED,
    counting,
    figure,
    label,
    name_rows,
    room_beside,
    rows_of,
)

ROW = 26  # pixels
LABEL = 28  # letters of a name at the axis
SHOWN = {
    "author": "Author",
    "coverage": "Articles",
    "share": "Share",
    "sources": "Sources",
    "most_for": "Most for",
    "tone": "Tone",
    "n": "With tone",
    "first_on": "First",
    "last_on": "Last",
}


def bars(frame: pd.DataFrame) -> go.Figure:
    """Authors by the number of their articles, with their share."""
    return _counted(
        frame,
        "author",
        [[_outlets(row), _days(row)] for row in rows_of(frame)],
        "of all<br>%{customdata[5]}<br>%{customdata[6]}",
    )


def tones(frame: pd.DataFrame) -> go.Figure:
    """The mean tone of each author's articles; over how many it is stands beside the name, and over
    few it is faint."""
    toned = frame[frame["n"] > 0]
    rows = rows_of(toned)
    result = _rows(toned["author"])
    named = [f"{label(row['author'], LABEL)} ({wording.number(row['n'])})" for row in rows]
    name_rows(result, named)
    add_means(result, rows, "author")
    return result


def outlets(frame: pd.DataFrame) -> go.Figure:
    """For which sources somebody writes, with the share of all that they wrote."""
    return _counted(frame, "source", [[] for _ in rows_of(frame)], "of the author's")


def listing(frame: pd.DataFrame) -> pd.DataFrame:
    """Authors as a table, under their headings; shares in percent."""
    shown = frame[list(SHOWN)].copy()
    shown["share"] = frame["share"].astype(float) * 100
    shown["tone"] = frame["tone"].astype(float).round(2) + 0.0  # no minus before a zero
    return shown.rename(columns=SHOWN)


def described(frame: pd.DataFrame, name: str) -> str:
    """When the author of that name wrote first and last, and for whom; empty where the name is
    another spelling than the frame's."""
    found = rows_of(frame[frame["author"] == name])
    return "".join(f"{_days(row)}, {_outlets(row)}." for row in found)


def _counted(
    frame: pd.DataFrame, part: str, told: Sequence[Sequence[str]], whole: str
) -> go.Figure:
    """Authors or sources by coverage with its share; `told` is what else is told of each where one
    points, and `whole` the template of what the share is of."""
    rows = rows_of(frame)
    texts = [f"{wording.number(row['coverage'])}  {wording.percent(row['share'])}" for row in rows]
    result = _rows(frame[part])
    result.add_bar(
        orientation="h",
        x=frame["coverage"].tolist(),
        y=list(range(len(rows))),
        text=texts,
        textposition="outside",
        cliponaxis=False,
        customdata=[
            [
                str(row[part]),
                label(row[part], 60),
                wording.number(row["coverage"]),
                wording.percent(row["share"]),
                f"{wording.tone(row['tone'])} (over {wording.number(row['n'])})",
                *map(label, more),
            ]
            for row, more in zip(rows, told, strict=True)
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]} articles, %{customdata[3]} "
        f"{whole}<br>tone %{{customdata[4]}}<extra></extra>",
        marker={"color": COLOURS[0]},
        **PICKED,
        showlegend=False,
    )
    top = max([*frame["coverage"].tolist(), 1])
    room = room_beside(frame["coverage"].tolist(), texts)
    result.update_xaxes(title={"text": "articles"}, range=room, **counting(top))
    return result


def _outlets(row: dict[Any, Any]) -> str:
    if row["sources"] == 1:
        return f"for {wording.apart(row['most_for'])}"
    return f"for {row['sources']} sources, most for {wording.apart(row['most_for'])}"


def _days(row: Any) -> str:
    first, last = wording.day(row["first_on"]), wording.day(row["last_on"])
    return first if first == last else f"{first} to {last}"


def _rows(names: pd.Series) -> go.Figure:
    result = figure(height=90 + ROW * max(len(names), 4))
    name_rows(result, [label(name, LABEL) for name in names])
    return result
