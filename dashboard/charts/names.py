"""A chart of entities: who and what is named."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.style import COLOURS, counting, figure, label, rows_of

ROW = 26  # pixels a bar
LABEL = 28  # letters of a name at the axis
TYPES = ("person", "organization", "place", "event", "product")  # the colours' order


def bars(frame: pd.DataFrame) -> go.Figure:
    """Entities by coverage, coloured by type, each with its prominence beside it."""
    result = figure(height=90 + ROW * max(len(frame), 4))
    places = list(range(len(frame)))
    for index, kind in enumerate(TYPES):
        rows = [(place, row) for place, row in enumerate(rows_of(frame)) if row["type"] == kind]
        if rows:
            _add_bars(result, kind, COLOURS[index], rows)
    result.update_yaxes(
        tickmode="array",
        tickvals=places,
        ticktext=[label(name, LABEL) for name in frame["entity"]],
        range=[len(frame) - 0.5, -0.5],
        showgrid=False,
    )
    top = max([*frame["coverage"].tolist(), 1])
    result.update_xaxes(title={"text": "articles"}, range=[0, top * 1.2], **counting(top))
    return result


def _add_bars(
    result: go.Figure, kind: str, fill: str, rows: list[tuple[int, dict[Any, Any]]]
) -> None:
    result.add_bar(
        name=kind,
        orientation="h",
        x=[row["coverage"] for _, row in rows],
        y=[place for place, _ in rows],
        text=[f"{row['coverage']:,}  {wording.share(row['prominence'])}" for _, row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[_told(row) for _, row in rows],
        hovertemplate="<b>%{customdata[1]}</b> (%{customdata[2]})<br>%{customdata[3]}, named "
        "%{customdata[4]}<br>prominence %{customdata[5]}<br>tone towards it %{customdata[6]}"
        "<extra></extra>",
        marker={"color": fill},
        # A click filters by the name; until the page has changed, nothing need fade.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.6}},
    )


def _told(row: dict[Any, Any]) -> list[str]:
    return [
        str(row["entity"]),
        label(row["entity"], 60),
        str(row["type"]),
        wording.count(row["coverage"], "article"),
        wording.count(row["mentions"], "time"),
        wording.share(row["prominence"]),
        wording.tone(row["tone"]),
    ]
