"""Charts of popular articles: how popular, when, and in what order."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.series import add_line, days_of, note_marks
from dashboard.charts.style import COLOURS, LONGEST, counting, figure, label, name_rows, rows_of

UNITS = {
    "page_views": "page views",
    "shares": "shares",
    "places": "places in most-popular lists",
}
ROW = 28
LAST_PLACE = 20  # an article that falls below leaves the chart of ranks
PLACES = (1, 5, 10, 15, 20)
CROWDED = 10  # places; with fewer, each has its tick


def bars(frame: pd.DataFrame, *, measure: str) -> go.Figure:
    """The most popular articles, by one measure."""
    result = figure(height=70 + ROW * max(len(frame), 4))
    result.add_bar(
        orientation="h",
        x=frame["value"].tolist(),
        y=list(range(len(frame))),
        text=[wording.number(value) for value in frame["value"]],
        textposition="outside",
        cliponaxis=False,
        customdata=[
            [str(row["article"]), label(row["title"]), label(row["source"]), row["rank"]]
            for row in rows_of(frame)
        ],
        hovertemplate=f"<b>%{{x:,}} {UNITS[measure]}</b><br>%{{customdata[3]}}. %{{customdata[1]}}"
        "<br>%{customdata[2]}<extra></extra>",
        marker={"color": COLOURS[0]},
        unselected={"marker": {"opacity": 0.6}},
    )
    name_rows(result, [label(title, LONGEST) for title in frame["title"]])
    top = max([*frame["value"].tolist(), 1])
    result.update_xaxes(title={"text": UNITS[measure]}, range=[0, top * 1.15], **counting(top))
    return result


def course(frame: pd.DataFrame, span: Span, *, measure: str) -> go.Figure:
    """The most popular articles' course over the days."""
    result = figure(unit=UNITS[measure], height=420)
    starts: list[date] = []
    for index, (title, rows) in enumerate(_by_article(frame)):
        starts = days_of(rows["day"])
        add_line(
            result,
            starts,
            rows["value"].tolist(),
            span=span,
            name=title,
            index=index,
            hover=f"<b>%{{y:,}} {UNITS[measure]}</b><br>%{{customdata[1]}}<br>%{{customdata[0]}}"
            "<extra></extra>",
            notes=[[label(title)]] * len(rows),
        )
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    result.update_yaxes(rangemode="tozero", **counting(frame["value"].max()))
    note_marks(result, starts, span)
    return result


def ranks(frame: pd.DataFrame, span: Span) -> go.Figure:
    """The order of the most popular articles, period by period; 1 is the top."""
    result = figure(unit="rank", height=420)
    lowest = int(frame["rank"].max()) if len(frame) else 1
    starts = sorted(set(days_of(frame["starts_on"])))
    for index, (title, rows) in enumerate(_by_article(frame)):
        held = dict(zip(days_of(rows["starts_on"]), rows["rank"], strict=True))
        values = [held.get(start) for start in starts]  # a gap where it was in no list
        add_line(
            result,
            starts,
            values,
            span=span,
            name=title,
            index=index,
            hover="<b>rank %{y}</b><br>%{customdata[1]}<br>%{customdata[0]}<extra></extra>",
            notes=[[label(title)]] * len(starts),
        )
    result.update_traces(mode="lines+markers", connectgaps=False)
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    lowest = min(lowest, LAST_PLACE)
    ticks = [place for place in PLACES if place <= lowest]
    if lowest <= CROWDED:
        ticks = list(range(1, lowest + 1))
    result.update_yaxes(range=[lowest + 0.7, 0.3], tickvals=ticks)
    note_marks(result, starts, span)
    return result


def _by_article(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(str(rows["title"].iloc[0]), rows) for _, rows in frame.groupby("article", sort=False)]
