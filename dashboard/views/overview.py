"""Overview: the window at a glance."""

import streamlit as st

from dashboard.charts import coverage, headline, topics
from dashboard.charts.periods import fitting
from dashboard.charts.style import FEW
from dashboard.metrics import Measure
from dashboard.metrics.parameters import Over
from dashboard.views import glances, panel, standing_out
from dashboard.views.address import Choice, Options, choose
from dashboard.views.coverage import draw_trend
from dashboard.views.panel import Panel
from dashboard.views.popular import draw_most_popular
from dashboard.views.topics import draw_most_frequent
from dashboard.views.view import View

PAGE = "overview"
MEASURE = Choice(tuple(Measure), Measure.PAGE_VIEWS)
OVER = Choice(tuple(Over), Over.FITTING)
OVERS: dict[str, str] = {Over.FITTING: "As fits", Over.DAY: "Last day", Over.WEEK: "Last week"}
OPTIONS: Options = {"measure": MEASURE, "over": OVER}
FEW_BARS = 10
TOP_KEY, RISING_KEY = "top-tags", "rising-tags"


def draw(view: View) -> None:
    """The page."""
    span = view.span("day")
    by = fitting(span.first, span.last)
    _draw_headline(view, by=by)
    choose(PAGE, "over", OVER, "What stands out in", OVERS)
    standing_out.draw(view, view.options["over"])
    draw_trend(view, by=by)
    left, right = st.columns(2)
    with left:
        title, unit = "Top tags", "articles, change"
        draw_most_frequent(view, key=TOP_KEY, title=title, unit=unit, limit=FEW_BARS)
    with right:
        _draw_rising(view)
    _draw_tone(view, by=by)
    choose(PAGE, "measure", MEASURE, "Measure", headline.LABELS)
    draw_most_popular(view, measure=view.options["measure"], limit=FEW_BARS)


def _draw_headline(view: View, *, by: str) -> None:
    before = view.before()
    shown = headline.glances(
        view.ask("headline"),
        view.ask("headline", before) if before else None,
        view.ask("headline_course", period=by),
    )
    glances.draw(view, "headline", shown)


def _draw_rising(view: View) -> None:
    table = view.ask("rising", limit=FEW_BARS)
    about = Panel(
        key=RISING_KEY,
        metric="rising",
        title="Rising tags",
        unit="more articles",
        why_empty="No tag has more articles than in the period before."
        if view.before()
        else "There is no period before to rise from. Choose a first day.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: topics.rising(table),
        on_click=lambda: panel.filter_by_clicked(RISING_KEY),
    )


def _draw_tone(view: View, *, by: str) -> None:
    table = view.ask("tone", period=by)
    about = Panel(
        key="tone",
        metric="tone",
        title=f"Tone by {by}",
        unit=f"−1 to 1, {headline.toned(view.ask('headline'))}, faint: fewer than {FEW}",
        why_empty="No article that matches has a text in a language that is scored.",
    )
    panel.show(
        view, about, table, lambda: coverage.tone(table, view.span(by)), empty=not table["n"].any()
    )
