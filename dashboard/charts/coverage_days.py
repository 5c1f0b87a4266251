"""Charts of what made some days, and sets them apart from those around."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.style import COLOURS, PICKED, figure, label, name_rows, rows_of

ROW = 26  # pixels a bar
LABEL = 26  # letters of a term at the axis
MOST = 10  # terms
SURE = 1.96  # standard deviations: beyond them chance has one term in twenty
FEWEST = 3  # articles: two may agree by chance
SHOWN = {"headline": "Story", "coverage": "Articles", "sources": "Sources", "first_source": "First"}


def listing(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of stories that are shown, under their headings."""
    return table[list(SHOWN)].rename(columns=SHOWN)


def typical(frame: pd.DataFrame) -> pd.DataFrame:
    """The terms that are surely typical of the first of two selections, the most typical first."""
    sure = frame[(frame["z"] >= SURE) & (frame["coverage"] >= FEWEST)]
    return sure.head(MOST).reset_index(drop=True)


def apart(frame: pd.DataFrame) -> go.Figure:
    """Terms by the share of articles that have them, and beside it their share around."""
    rows = rows_of(frame)
    result = figure(height=84 + ROW * max(len(rows), 4))
    custom = [
        [
            str(row["term"]),
            label(row["term"], 60),
            wording.count(row["coverage"], "article"),
            wording.percent(row["share"]),
            wording.number(row["other_coverage"]),
            wording.percent(row["other_share"]),
        ]
        for row in rows
    ]
    hover = (
        "<b>%{customdata[1]}</b><br>%{customdata[2]}, %{customdata[3]}"
        "<br>around: %{customdata[4]}, %{customdata[5]}<extra></extra>"
    )
    result.add_bar(
        orientation="h",
        name="these days",
        x=frame["share"].tolist(),
        y=list(range(len(rows))),
        text=[wording.number(row["coverage"]) for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=custom,
        hovertemplate=hover,
        marker={"color": COLOURS[0]},
        **PICKED,
    )
    result.add_scatter(
        name="the days around",
        x=frame["other_share"].tolist(),
        y=list(range(len(rows))),
        mode="markers",
        marker={"symbol": "diamond", "size": 9, "color": COLOURS[1]},
        customdata=custom,
        hovertemplate=hover,
        **PICKED,
    )
    name_rows(result, [label(row["term"], LABEL) for row in rows])
    top = max([*frame["share"], *frame["other_share"], 0.01])
    result.update_xaxes(tickformat=".0%", range=[0, top * 1.2], nticks=5)
    return result
