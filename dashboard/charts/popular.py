"""Charts of popular articles: how popular, when and for how long, in what order, and of what."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.series import add_line, days_of, note_marks
from dashboard.charts.style import (
    COLOURS,
    FAINT,
    FEW,
    LONGEST,
    PICKED,
    counting,
    faded,
    figure,
    known,
    label,
    name_rows,
    rows_of,
)

UNITS = {
    "page_views": "page views",
    "shares": "shares",
    "places": "places in most-popular lists",
}
DONE = {"page_views": "read", "shares": "shared", "places": "listed"}
ROW = 28
LAST_PLACE = 20  # an article that falls below leaves the chart of ranks
PLACES = (1, 5, 10, 15, 20)
CROWDED = 10  # places; with fewer, each has its tick
TAG = 28  # letters of a tag at the axis
SHOWN = {
    "published_on": "Published",
    "title": "Title",
    "source": "Source",
    "late": "Later",
    "value": "In all",
    "late_share": "Share",
}


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
        **PICKED,
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
    result.update_traces(mode="lines+markers", connectgaps=False, line={"width": 3})
    result.update_traces(marker={"size": 10}, selector={"showlegend": None})
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    lowest = min(lowest, LAST_PLACE)
    ticks = [place for place in PLACES if place <= lowest]
    if lowest <= CROWDED:
        ticks = list(range(1, lowest + 1))
    result.update_yaxes(range=[lowest + 0.7, 0.3], tickvals=ticks)
    note_marks(result, starts, span)
    return result


def read_and_written(frame: pd.DataFrame, *, measure: str) -> go.Figure:
    """Each tag's share of what is read beside its share of what is written, those first that are
    read most for how much is written; a tag of few articles is faint."""
    rows = sorted(rows_of(frame), key=lambda row: -row["ratio"] if known(row["ratio"]) else 0)
    result = figure(height=110 + ROW * max(len(rows), 3))
    for place, row in enumerate(rows):
        result.add_shape(
            type="line",
            x0=row["share"],
            x1=row["value_share"],
            y0=place,
            y1=place,
            line={"width": 3, "color": faded(COLOURS[0], 0.35)},
            layer="below",
        )
    opacities = [FAINT if row["coverage"] < FEW else 1.0 for row in rows]
    written, read = "share of what is written", f"share of what is {DONE[measure]}"
    marks: dict[str, tuple[str, dict[str, Any]]] = {
        "share": (written, {"color": COLOURS[9], "symbol": "circle-open", "line": {"width": 2}}),
        "value_share": (read, {"color": COLOURS[0], "symbol": "circle"}),
    }
    for column, (name, marker) in marks.items():
        result.add_scatter(
            x=[row[column] for row in rows],
            y=list(range(len(rows))),
            mode="markers",
            name=name,
            cliponaxis=False,
            customdata=[[str(row["tag"]), *_read(row, measure)] for row in rows],
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]} articles, %{customdata[3]} "
            "of all<br>%{customdata[4]}<br>%{customdata[5]}<extra></extra>",
            marker=marker | {"size": 11, "opacity": opacities},
            **PICKED,
        )
    name_rows(result, [label(row["tag"], TAG) for row in rows])
    ends = [row[column] for row in rows for column in marks if known(row[column])]
    result.update_xaxes(title={"text": "share of the whole"}, tickformat=".0%", nticks=6)
    result.update_xaxes(range=[0, max([*ends, 0.01]) * 1.08])
    return result


def half_lives(frame: pd.DataFrame, *, measure: str) -> go.Figure:
    """On which day of their life articles had half of their views; apart those seen on one day."""
    result = figure(unit="articles", barmode="stack")
    rows = rows_of(frame)
    kinds = {
        "seen on several days": ([row["articles"] - row["single"] for row in rows], COLOURS[0]),
        "all seen on this day": ([row["single"] for row in rows], faded(COLOURS[0], 0.45)),
    }
    for name, (values, fill) in kinds.items():
        result.add_bar(
            x=[row["age"] for row in rows],
            y=values,
            name=name,
            marker={"color": fill},
            customdata=[[f"{row['share']:.0%}", f"{row['cumulative']:.0%}"] for row in rows],
            hovertemplate=f"<b>%{{y:,}} articles</b>, {name}<br>day %{{x}}: %{{customdata[0]}} had "
            f"half of their {UNITS[measure]},<br>%{{customdata[1]}} by then<extra></extra>",
        )
    result.update_layout(legend={"traceorder": "normal"})
    ticks = {"dtick": 1} if len(rows) <= CROWDED else {"dtick": 5, "tick0": 0}
    result.update_xaxes(title={"text": "day of life; 1 is the day of publication"}, **ticks)
    result.update_yaxes(rangemode="tozero", **counting(frame["articles"].max()))
    return result


def half_life_said(frame: pd.DataFrame, *, measure: str) -> str:
    """The half-life of most articles, in a sentence."""
    whole = int(frame["articles"].sum())
    day = next(int(row["age"]) for row in rows_of(frame) if row["cumulative"] >= 0.5)
    few = " Over so few it says little." if whole < FEW else ""
    return (
        f"Of {wording.count(whole, 'article')} half had half of their {UNITS[measure]} by the end "
        f"of day {day}.{few}"
    )


def on_one_day(frame: pd.DataFrame) -> bool:
    """Whether every article was seen on one day alone: nothing is known of how attention fades."""
    return bool(len(frame)) and int(frame["single"].sum()) == int(frame["articles"].sum())


def evergreens(frame: pd.DataFrame) -> pd.DataFrame:
    """Evergreen articles as a table, under their headings; the share in percent."""
    shown = frame[list(SHOWN)].copy()
    shown["late_share"] = frame["late_share"].astype(float) * 100
    return shown.rename(columns=SHOWN)


def concentration(frame: pd.DataFrame, now: pd.DataFrame, *, measure: str) -> go.Figure:
    """Which share of all views the top of the articles has, beside what equal shares would be."""
    result = figure(unit=f"share of all {UNITS[measure]}", height=380)
    few = int(now["articles"].iloc[0]) < FEW
    tops = frame["top"].tolist()
    result.add_scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        name="if all had the same",
        line={"color": COLOURS[9], "width": 1, "dash": "dash"},
        hoverinfo="skip",
    )
    result.add_scatter(
        x=tops,
        y=frame["value_share"].tolist(),
        mode="lines",
        name="as it is",
        line={"color": faded(COLOURS[0]) if few else COLOURS[0], "width": 3},
        hovertemplate=f"the top <b>%{{x:.0%}}</b> of the articles have<br><b>%{{y:.1%}}</b> of the "
        f"{UNITS[measure]}<extra></extra>",
    )
    result.update_xaxes(
        title={"text": "share of the articles, most popular first"}, tickformat=".0%"
    )
    result.update_xaxes(range=[0, 1.01])
    result.update_yaxes(range=[0, 1.03], tickformat=".0%")
    return result


def concentration_said(now: pd.DataFrame, *, measure: str) -> str:
    """How much the top articles have, in a sentence."""
    row = now.iloc[0]
    number = int(row["articles"])
    tops = [
        f"the top {percent}% ({wording.count(-(-number * percent // 100), 'article')}) have "
        f"{wording.percent(row[f'top_{percent}'])}"
        for percent in (1, 10)
    ]
    return (
        f"Of all {UNITS[measure]} of {wording.count(number, 'article')} {', '.join(tops)}. "
        f"Gini coefficient {row['gini']:.2f} (0: all have the same; near 1: one has all)."
    )


def _read(row: dict[Any, Any], measure: str) -> list[str]:
    written = [wording.number(row["coverage"]), wording.percent(row["share"])]
    value = f"{wording.number(row['value'])} {UNITS[measure]}"
    if not known(row["ratio"]):
        return [label(row["tag"], 60), *written, value, ""]
    read = f"{value}, {wording.percent(row['value_share'])} of all"
    times = f"{DONE[measure]} {row['ratio']:.2f} times as much as written"
    return [label(row["tag"], 60), *written, read, times]


def _by_article(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(str(rows["title"].iloc[0]), rows) for _, rows in frame.groupby("article", sort=False)]
