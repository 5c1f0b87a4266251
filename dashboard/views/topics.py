"""Topics: what is written about, and when."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts import topics as charts
from dashboard.metrics import Period
from dashboard.views import panel, topics_found
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "topics"
OPTIONS = {"by": Choice(tuple(Period), Period.WEEK)}
BARS, ROWS = 20, 15
MOST_CELLS = 1800  # the heat map's marks are one trace
MOVING = 10
BARS_KEY, MAP_KEY = "tags", "tags-over-time"
MOVES: dict[str, tuple[str, str, Callable[[pd.DataFrame], go.Figure]]] = {
    "rising": ("Rising tags", "more articles", charts.rising),
    "fading": ("Fading tags", "fewer articles", charts.fading),
}


def draw(view: View) -> None:
    """The page."""
    st.caption("Click a tag to filter by it, or a burst, a tie or a topic to list its articles.")
    title = "Tags, with the change on the period before"
    draw_most_frequent(view, key=BARS_KEY, title=title, unit="articles", limit=BARS)
    if view.before() is None:
        st.caption("All days are shown: there is no period before to compare with.")
    else:
        for column, metric in zip(st.columns(len(MOVES)), MOVES, strict=True):
            with column:
                _draw_moving(view, metric)
    choose(PAGE, "by", OPTIONS["by"], "Heat map by")
    _draw_heat_map(view, by=view.options["by"])
    topics_found.draw_bursts(view)
    topics_found.draw_ties(view)
    topics_found.draw_found(view)


def draw_most_frequent(view: View, *, key: str, title: str, unit: str, limit: int) -> None:
    """The most frequent tags as bars; a click filters by one."""
    table = view.ask("topics", limit=limit)
    about = Panel(key=key, metric="topics", title=title, unit=unit, why_empty=panel.NO_TAGS)
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table),
        on_click=lambda: panel.filter_by_clicked(key),
    )


def _draw_moving(view: View, metric: str) -> None:
    title, unit, chart = MOVES[metric]
    table = view.ask(metric, limit=MOVING)
    about = Panel(
        key=f"tags-{metric}",
        metric=metric,
        title=title,
        unit=unit,
        why_empty="No tag has more articles than in the period before."
        if metric == "rising"
        else "No tag has fewer articles than in the period before.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: chart(table),
        on_click=lambda: panel.filter_by_clicked(about.key),
    )


def _draw_heat_map(view: View, *, by: str) -> None:
    span = view.span(by)
    while span.periods() * ROWS > MOST_CELLS and span.period != Period.MONTH:
        span = span.longer()
    if span.period != by:
        st.caption(f"So many days do not fit a heat map by {by}: it is by {span.period}.")
    table = view.ask("coverage_by_tag", period=span.period, limit=ROWS)
    about = Panel(
        key=MAP_KEY,
        metric="coverage_by_tag",
        title=f"Tags by {span.period}",
        unit="articles",
        why_empty=panel.NO_TAGS,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.heat_map(table, span),
        on_click=lambda: panel.filter_by_clicked(MAP_KEY),
    )
