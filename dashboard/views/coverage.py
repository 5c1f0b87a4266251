"""Coverage: how much was published, when, and of what."""

import streamlit as st

from dashboard.charts import coverage as charts
from dashboard.charts.coverage import PARTS_SHOWN
from dashboard.metrics import Period
from dashboard.views import panel
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "coverage"
OPTIONS = {
    "by": Choice(tuple(Period), Period.DAY),
    "split": Choice(("none", "tag", "source"), "none"),
    "as": Choice(("count", "share"), "count"),
}
SPLITS = {"none": "All together", "tag": "By tag", "source": "By source"}
COUNTED = {"count": "Articles", "share": "Share of all coverage"}
ONLY_SO_MANY = f"The {PARTS_SHOWN} largest parts are shown."


def draw(view: View) -> None:
    """The page."""
    with st.container(horizontal=True):
        choose(PAGE, "by", OPTIONS["by"], "By")
        choose(PAGE, "split", OPTIONS["split"], "Split", SPLITS)
        choose(PAGE, "as", OPTIONS["as"], "Counted as", COUNTED)
    by, split, counted = (view.options[key] for key in OPTIONS)
    span = view.span(by)
    if span.period != by:
        st.caption(f"So many days do not fit a chart by {by}: it is by {span.period}.")
    if split != "none":
        _draw_split(view, by=span.period, part=split, as_share=counted == "share")
    elif counted == "share":
        _draw_share(view, by=span.period)
    else:
        draw_trend(view, by=span.period)


def draw_trend(view: View, *, by: str) -> None:
    """Coverage by period."""
    table = view.ask("coverage", period=by)
    about = Panel(key="coverage", metric="coverage", title=f"Coverage by {by}", unit="articles")
    panel.show(
        view,
        about,
        table,
        lambda: charts.trend(table, view.span(by)),
        empty=not table["coverage"].any(),
    )


def _draw_share(view: View, *, by: str) -> None:
    table = view.ask("coverage_share", period=by)
    about = Panel(
        key="coverage-share",
        metric="coverage_share",
        title=f"Share of all coverage by {by}",
        unit="share of all articles from the same sources",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.share(table, view.span(by)),
        empty=not table["coverage"].any(),
    )


def _draw_split(view: View, *, by: str, part: str, as_share: bool) -> None:
    metric = f"coverage_by_{part}"
    table = view.ask(metric, period=by, limit=PARTS_SHOWN)
    about = Panel(
        key=f"coverage-by-{part}",
        metric=metric,
        title=f"Coverage by {part} and {by}",
        unit="share of the articles that match" if as_share else "articles",
        why_empty=panel.NO_TAGS if part == "tag" else "",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.split(table, view.span(by), part=part, as_share=as_share),
        empty=not len(table) or not table["coverage"].any(),
    )
    if table[part].nunique() == PARTS_SHOWN:
        st.caption(ONLY_SO_MANY)
