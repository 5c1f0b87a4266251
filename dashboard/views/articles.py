"""Articles: the list behind every number, and one article of it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.charts import wording
from dashboard.charts.listing import ROWS, listing, pages_of
from dashboard.metrics import Sort
from dashboard.views import article, panel
from dashboard.views.address import Choice, Options, Whole, state_key
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "articles"
OPTIONS: Options = {
    "sort": Choice(tuple(Sort), Sort.NEWEST),
    "page": Whole(1),
    "article": Whole(),
}
LIST_KEY, OF_KEY = "article-list", "article list of"
LIST = Panel(key="articles", metric="articles", title="Articles", unit="one row an article")


def draw(view: View) -> None:
    """The page."""
    if view.options["article"]:
        st.button("Back to the list", icon=":material/arrow_back:", on_click=_close)
        article.draw(view, int(view.options["article"]))
        return
    of_articles = replace(view.filters, stories=False)  # the list has a row an article
    total = int(view.ask("headline", of_articles)["articles"].iloc[0])
    with st.container(border=True, key="panel-articles"):
        _draw_head(view, total)
        if not total:
            st.info(panel.nothing(view), icon=":material/search_off:")
            return
        page = _draw_pages(view, total)
        offset = pages_of(total).before(page)
        _draw_list(view.ask("articles", limit=ROWS, offset=offset, sort=view.options["sort"]))


def _draw_head(view: View, total: int) -> None:
    count, sort, export = st.columns([4, 2, 1.2], vertical_alignment="bottom")
    with count:
        st.subheader(
            wording.count(total, "article"), anchor=False, help=panel.explained(LIST.metric)
        )
    with sort:
        where = state_key(PAGE, "sort")
        st.session_state.setdefault(where, view.options["sort"])
        st.selectbox(
            "Sorted by",
            list(Sort),
            key=where,
            format_func=str.capitalize,
            persist_state="session",
        )
    with export, st.popover("Export", icon=":material/download:", width="stretch"):
        # All of them, not only the page that is shown.
        panel.draw_data_exports(
            view, LIST, lambda: view.ask("articles", limit=0, sort=view.options["sort"])
        )


def _draw_pages(view: View, total: int) -> int:
    where, count = state_key(PAGE, "page"), pages_of(total).count
    shown = repr((view.filters, view.options["sort"]))
    if st.session_state.get(OF_KEY, shown) != shown:
        st.session_state[where] = 1  # another list begins at its beginning
    st.session_state[OF_KEY] = shown
    page = min(max(int(st.session_state.get(where, 1)), 1), count)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.caption(
            "Click a row to open its article. The text filter above searches all of them.",
            width="content",
        )
        if count > 1:
            key = f"pages of {shown}"
            st.pagination(count, default=page, key=key, on_change=_turn_to, args=(key,))
    return page


def _turn_to(key: str) -> None:
    st.session_state[state_key(PAGE, "page")] = st.session_state[key]


def _draw_list(table: pd.DataFrame) -> None:
    st.dataframe(
        listing(table),
        key=LIST_KEY,
        on_select=lambda: _open(table),
        selection_mode=["single-row", "single-cell"],
        hide_index=True,
        height="content",
        placeholder="–",
        column_config={
            "Published": st.column_config.DateColumn(format="D MMM YYYY", width=95),
            "Title": st.column_config.TextColumn(width="large"),
            "Source": st.column_config.TextColumn(width=140),
            "Tone": st.column_config.NumberColumn(format="%+.2f", width=60),
            "Tags": st.column_config.ListColumn(width="medium"),
            "Page views": st.column_config.NumberColumn(format="localized", width=85),
            "Link": st.column_config.LinkColumn(display_text="open", width=60),
        },
    )


def _open(table: pd.DataFrame) -> None:
    row = panel.marked_row(LIST_KEY)
    if row is not None:
        st.session_state[state_key(PAGE, "article")] = int(table["id"].iloc[row])


def _close() -> None:
    st.session_state.pop(state_key(PAGE, "article"), None)
