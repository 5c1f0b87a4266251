"""What stands out: a sentence each, that leads to its articles."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import standing_out as charts
from dashboard.filters import days_in_words
from dashboard.reach import FEWEST_WEEKS, Stretch, latest
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

KEY = "stands-out"
EACH = 6  # of what rose, and of what fell
ASKED = EACH + 1  # all coverage may be among them
ICONS = {True: ":material/trending_up:", False: ":material/trending_down:"}
FEW_WEEKS = "The store has {weeks} of the eight weeks before, and what is usual takes four."
NOT_OVER = "No day that you are looking at is over."


def draw(view: View, over: str) -> None:
    """The panel; `over` is what is looked at, as the metric takes it."""
    stretch = latest(view.filters, view.pointer, over)
    table = view.ask("stands_out", over=over, limit=ASKED)
    about = Panel(
        key=KEY,
        metric="stands_out",
        title="What stands out",
        unit=_unit(stretch),
        why_empty=_why_empty(stretch),
    )
    panel.show_rows(view, about, table, lambda: _draw_sentences(view, table, stretch))


def _unit(stretch: Stretch | None) -> str:
    if stretch is None:
        return "articles"
    days = days_in_words((stretch.first, stretch.last))
    weeks = (
        f"the {stretch.weeks} weeks before" if stretch.weeks >= FEWEST_WEEKS else "what is usual"
    )
    return f"articles {days}, against {weeks}"


def _why_empty(stretch: Stretch | None) -> str:
    if stretch is None:
        return NOT_OVER
    if stretch.weeks < FEWEST_WEEKS:
        return FEW_WEEKS.format(weeks=stretch.weeks or "none")
    return (
        f"Nothing lies further from its usual in the {stretch.weeks} weeks before than chance "
        "explains."
    )


def _draw_sentences(view: View, table: pd.DataFrame, stretch: Stretch | None) -> None:
    if stretch is None:
        return
    for place, row in enumerate(charts.in_order(table, EACH)):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                plain(charts.name_of(row)),
                key=f"{KEY}-{place}",
                type="tertiary",
                icon=ICONS[row["score"] > 0],
                help=f"{str(row['kind']).capitalize()}. Click to list the articles.",
                on_click=_list,
                args=(row, stretch),
            )
            st.text(charts.sentence(row, stretch, stories=view.filters.stories), width="content")


def _list(row: dict[Any, Any], stretch: Stretch) -> None:
    """List the articles that a sentence counts; of what fell, those of all days."""
    kind, name = row["kind"], str(row["name"])
    if kind == "tag":
        filter_bar.narrow_to(name)
    elif kind == "source":
        filter_bar.narrow_to_source(name)
    elif kind != charts.ALL:
        filter_bar.narrow_to_entity(name)
    if row["score"] > 0 or kind == charts.ALL:
        filter_bar.narrow_to_days(stretch.first, stretch.last)
    article_link.list_later()
