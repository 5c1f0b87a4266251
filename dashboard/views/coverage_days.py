"""What made some days: their stories, and what sets them apart from the days around."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.charts import coverage_days as charts
from dashboard.comparison import narrowed, term_query, written
from dashboard.filters import days_in_words
from dashboard.metrics.parameters import Part
from dashboard.reach import days_around
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.share_of_voice import shown
from dashboard.views.view import View

STORIES, TERMS = 12, 200
STORIES_KEY = "days-stories"
PARTS: dict[Part, str] = {Part.KEYPHRASE: "Words", Part.TAG: "Tags", Part.ENTITY: "Names"}
COLUMNS = {
    "Story": st.column_config.TextColumn(width="large", help="The headline of its first article."),
    "Articles": st.column_config.NumberColumn(
        format="localized", width=80, help="On these days, that match the filters."
    ),
    "Sources": st.column_config.NumberColumn(
        format="localized", width=80, help="Of these articles."
    ),
    "First": st.column_config.TextColumn(width=160, help="The source that had it first."),
}
NOTHING_APART = (
    "Nothing has at least three articles on these days and stands further apart from the four "
    "weeks on either side than chance explains."
)


def draw(view: View, first: date, last: date, about: str, *, on_close: Callable[[], None]) -> None:
    """The panels below a chart of coverage, for the days that were chosen on it."""
    of_query = narrowed(view.filters, [about] if about else [])
    inside = replace(of_query, since=first, until=last)
    days = replace(view, filters=inside)
    _draw_head(days, about, on_close)
    _draw_stories(days)
    other = written(days_around(inside, view.pointer))
    for column, (part, title) in zip(st.columns(len(PARTS)), PARTS.items(), strict=True):
        with column:
            _draw_apart(days, part, title, other)


def _draw_head(view: View, about: str, on_close: Callable[[], None]) -> None:
    words = days_in_words(view.filters.window(view.pointer))
    if about:
        words += f", of {shown(about)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"What was written {plain(words)}", anchor=False, width="content")
        st.button(
            "List its articles",
            icon=":material/list:",
            on_click=_list_articles,
            args=(view,),
        )
        st.button("Close", icon=":material/close:", on_click=on_close)


def _draw_stories(view: View) -> None:
    table = view.ask("stories", limit=STORIES)
    about = Panel(
        key=STORIES_KEY,
        metric="stories",
        title="The stories that made it",
        unit=f"the {STORIES} with most articles on these days",
    )
    panel.show_table(
        view,
        about,
        table,
        charts.listing,
        COLUMNS,
        on_row=lambda row: _list_articles(view, f"story:{table['story'].iloc[row]}"),
    )


def _draw_apart(view: View, part: Part, title: str, other: str) -> None:
    table = charts.typical(view.ask("apart", part=part, other=other, limit=TERMS))
    about = Panel(
        key=f"days-{part}",
        metric="apart",
        title=f"{title} that set it apart",
        unit="share of articles",
        why_empty=NOTHING_APART,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.apart(table),
        on_click=lambda: _narrow(part, panel.clicked(f"days-{part}")),
    )


def _narrow(part: Part, term: str | None) -> None:
    if not term:
        return
    if part == Part.TAG:
        filter_bar.narrow_to(term)
    elif part == Part.ENTITY:
        filter_bar.narrow_to_entity(term)
    else:
        filter_bar.narrow_to_query(term_query(part, term))


def _list_articles(view: View, *queries: str) -> None:
    """List what was written on the days, or what of it matches."""
    filter_bar.fill(view.filters, view.pointer)
    filter_bar.narrow_to_query(*queries)
    article_link.list_later()
