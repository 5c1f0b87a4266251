"""Topics as they are found: bursts, tags that travel together, and topics without tags."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts import bursts, network
from dashboard.charts import topics as charts
from dashboard.charts.style import COLOURS
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.panel import Panel
from dashboard.views.view import View

BURSTING, KNOTS, TOPICS = 15, 20, 15
BURSTS_KEY, TIES_KEY, FOUND_KEY = "tag-bursts", "tag-ties", "found-topics"
NO_BURST = (
    "No tag was carried far more often than usual: at least five articles a day and ten in all, "
    "beyond what chance and the weekday explain."
)
NO_TIES = "No two tags travel together in at least three articles, more often than chance."
NOT_FOUND = "No two phrases of the texts go together often enough to make a topic."


def draw_bursts(view: View) -> None:
    """When tags burst; a click lists the articles."""
    span = view.span("day")
    table = view.ask("bursts", limit=BURSTING)
    about = Panel(
        key=BURSTS_KEY,
        metric="bursts",
        title="Bursts",
        unit="the darker, the stronger",
        why_empty=NO_BURST,
    )
    panel.show(view, about, table, lambda: bursts.gantt(table, span), on_click=_list_burst)


def _list_burst() -> None:
    tag, first, last = (panel.clicked(BURSTS_KEY, place) for place in (0, 6, 7))
    if tag and first and last:
        filter_bar.narrow_to(tag)
        filter_bar.narrow_to_days(date.fromisoformat(first), date.fromisoformat(last))
        article_link.list_later()


def draw_ties(view: View) -> None:
    """Which tags travel together; a click filters by one, or lists the articles with both."""
    tags, ties = view.ask("topics", limit=KNOTS), view.ask("tag_ties", limit=KNOTS)
    about = Panel(
        key=TIES_KEY,
        metric="tag_ties",
        title="Tags that travel together",
        unit="the thicker, the closer",
        why_empty=NO_TIES,
    )
    panel.show(
        view,
        about,
        ties,
        lambda: network.network(
            charts.knots(tags), charts.ties(ties), colours={charts.TAG: COLOURS[0]}
        ),
        on_click=_open_tied,
    )


def _open_tied() -> None:
    one, other = panel.clicked(TIES_KEY), panel.clicked(TIES_KEY, 1)
    if one:
        filter_bar.narrow_to(one)
    if one and other:
        filter_bar.narrow_to(other)
        article_link.list_later()


def draw_found(view: View) -> None:
    """Topics that the texts make by themselves; a click lists the articles."""
    table = view.ask("found_topics", limit=TOPICS)
    about = Panel(
        key=FOUND_KEY,
        metric="found_topics",
        title="Topics found without tags",
        unit="articles, change",
        why_empty=NOT_FOUND,
    )
    panel.show(
        view, about, table, lambda: charts.found(table), on_click=partial(_list_found, table)
    )
    if len(table):
        st.caption("Each is named by the three phrases that most of its articles have.")


def _list_found(table: pd.DataFrame) -> None:
    place = panel.clicked(FOUND_KEY)
    if place:
        filter_bar.narrow_to_keyphrases(table["phrases"].iloc[int(place)])
        article_link.list_later()
