"""From a mark on a chart or a row of a list to the article's page."""

import streamlit as st

from dashboard.views.address import state_key

_WANTED = "article to open"


def open_later(article: str | None) -> None:
    """Open an article on the next run; for callbacks, which cannot change the page."""
    if article:
        st.session_state[_WANTED] = article


def wanted() -> bool:
    """Whether an article waits to be opened; it is then the Articles page's choice."""
    article = st.session_state.pop(_WANTED, None)
    if article is not None:
        st.session_state[state_key("articles", "article")] = int(article)
    return article is not None
