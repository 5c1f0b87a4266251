"""A chart of when tags burst: a row a tag, a bar a burst."""

from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import DAY_MS, Span
from dashboard.charts.style import PALE_TO_DEEP, PICKED, figure, label, name_rows, rows_of

ROW = 26  # pixels a tag
LABEL = 28  # letters of a tag at the axis
NARROWEST = 12  # pixels: one day of a year would be too thin to click


def gantt(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Bursts from their first to their last day, the darker, the stronger. What is clicked carries
    the tag, and at places 6 and 7 the first and the last day."""
    rows = rows_of(frame)
    tags = list(dict.fromkeys(frame["tag"]))
    places = [tags.index(row["tag"]) for row in rows]
    result = figure(height=90 + ROW * max(len(tags), 4))
    deepest = max([row["strength"] for row in rows] + [1])
    shades = {
        "color": [row["strength"] for row in rows],
        "colorscale": PALE_TO_DEEP,
        "cmin": 0,
        "cmax": deepest,
    }
    told: dict[str, Any] = {
        "customdata": [_told(row) for row in rows],
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}, usual: "
        "%{customdata[4]}<br>strength %{customdata[5]}<extra></extra>",
        "showlegend": False,
        **PICKED,
    }
    # Marks in the middle, under the bars: however short a burst, it can be seen and clicked.
    result.add_scatter(
        x=[_first(row) + (_beyond(row) - _first(row)) / 2 for row in rows],
        y=places,
        mode="markers",
        marker=shades | {"size": NARROWEST, "symbol": "square"},
        **told,
    )
    result.add_bar(
        orientation="h",
        base=[_first(row) for row in rows],
        x=[(_beyond(row) - _first(row)).days * DAY_MS for row in rows],
        y=places,
        width=NARROWEST / ROW,
        marker=shades,
        **told,
    )
    name_rows(result, [label(tag, LABEL) for tag in tags])
    days = [span.first, span.last + timedelta(days=1)]
    result.update_xaxes(type="date", range=days, tickformat="%-d %b\n%Y", nticks=5, tickangle=0)
    return result


def _first(row: dict[Any, Any]) -> datetime:
    return pd.Timestamp(row["starts_on"]).to_pydatetime()


def _beyond(row: dict[Any, Any]) -> datetime:
    return pd.Timestamp(row["ends_on"]).to_pydatetime() + timedelta(days=1)


def _told(row: dict[Any, Any]) -> list[str]:
    first, last = _first(row).date(), pd.Timestamp(row["ends_on"]).date()
    return [
        str(row["tag"]),
        label(row["tag"], 60),
        _days(first, last),
        wording.count(row["coverage"], "article"),
        wording.number(row["usual"]),
        f"{row['strength']:.1f}",
        f"{first}",
        f"{last}",
    ]


def _days(first: date, last: date) -> str:
    return wording.day(first) if first == last else f"{wording.day(first)} to {wording.day(last)}"
