"""Topics: what is written about, and when."""

import streamlit as st

from dashboard.charts import topics as charts
from dashboard.metrics import Period
from dashboard.views import panel
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "topics"
OPTIONS = {"by": Choice(tuple(Period), Period.WEEK)}
BARS, ROWS = 20, 15
MOST_CELLS = 1800  # the heat map's marks are one trace
BARS_KEY, MAP_KEY = "tags", "tags-over-time"


def draw(view: View) -> None:
    """The page."""
    st.caption("Click a tag to filter by it.")
    title = "Tags, with the change on the period before"
    draw_most_frequent(view, key=BARS_KEY, title=title, unit="articles", limit=BARS)
    if view.before() is None:
        st.caption("All days are shown: there is no period before to compare with.")
    choose(PAGE, "by", OPTIONS["by"], "Heat map by")
    _draw_heat_map(view, by=view.options["by"])


def draw_most_frequent(view: View, *, key: str, title: str, unit: str, limit: int) -> None:
    """The most frequent tags as bars; a click filters by one."""
    table = view.ask("topics", limit=limit)
    about = Panel(key=key, metric="topics", title=title, unit=unit, why_empty=panel.NO_TAGS)
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table),
        empty=not len(table),
        on_click=lambda: panel.filter_by_clicked(key),
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
        empty=not len(table),
        on_click=lambda: panel.filter_by_clicked(MAP_KEY),
    )
