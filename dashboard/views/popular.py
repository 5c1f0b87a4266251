"""Popular: the articles of the window that were read, shared or listed most."""

import streamlit as st

from dashboard.charts import popular as charts
from dashboard.metrics import Measure, Period
from dashboard.views import article_link, panel
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "popular"
OPTIONS = {
    "measure": Choice(tuple(Measure), Measure.PAGE_VIEWS),
    "by": Choice(tuple(Period), Period.WEEK),
}
BARS, LINES = 15, 8
BARS_KEY = "popular"


def draw(view: View) -> None:
    """The page."""
    with st.container(horizontal=True):
        choose(PAGE, "measure", OPTIONS["measure"], "Measure", charts.UNITS)
        choose(PAGE, "by", OPTIONS["by"], "Ranks by")
    measure, by = view.options["measure"], view.options["by"]
    draw_most_popular(view, measure=measure, limit=BARS)
    _draw_course(view, measure=measure)
    _draw_ranks(view, measure=measure, by=by)


def draw_most_popular(view: View, *, measure: str, limit: int) -> None:
    """The most popular articles; a click opens one."""
    table = view.ask("popular", measure=measure, limit=limit)
    about = _about(BARS_KEY, "popular", "Most popular articles", measure)
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table, measure=measure),
        empty=not len(table),
        on_click=lambda: article_link.open_later(panel.clicked(BARS_KEY)),
    )


def _draw_course(view: View, *, measure: str) -> None:
    span = view.span(Period.DAY)
    table = view.ask("popular_course", measure=measure, limit=LINES)
    about = _about("popular-course", "popular_course", "Course over the days", measure)
    panel.show(
        view,
        about,
        table,
        lambda: charts.course(table, span, measure=measure),
        empty=not len(table),
    )


def _draw_ranks(view: View, *, measure: str, by: str) -> None:
    span = view.span(by)
    table = view.ask("popular_ranks", measure=measure, period=span.period, limit=LINES)
    about = Panel(
        key="popular-ranks",
        metric="popular_ranks",
        title=f"Rank by {span.period}",
        unit=f"rank by {charts.UNITS[measure]}",
        why_empty=_why_empty(measure),
    )
    panel.show(view, about, table, lambda: charts.ranks(table, span), empty=not len(table))


def _about(key: str, metric: str, title: str, measure: str) -> Panel:
    return Panel(
        key=key,
        metric=metric,
        title=title,
        unit=charts.UNITS[measure],
        why_empty=_why_empty(measure),
    )


def _why_empty(measure: str) -> str:
    return f"No {charts.UNITS[measure]} are known of the articles that match."
