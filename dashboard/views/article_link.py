"""From a mark on a chart or a row of a list to the article's page."""

import streamlit as st

from dashboard.views.address import state_key

_WANTED, _LIST = "article to open", "list of articles to open"


def open_later(article: str | None) -> None:
    """Open an article on the next run; for callbacks, which cannot change the page."""
    if article:
        st.session_state[_WANTED] = article


def list_later() -> None:
    """Open the list of the articles that pass the filters on the next run; for callbacks."""
    st.session_state.pop(state_key("articles", "article"), None)
    st.session_state[_LIST] = True


def wanted() -> bool:
    """Whether an article (it is then the Articles page's choice) or the list waits to be opened."""
    if st.session_state.pop(_LIST, False):
        return True
    article = st.session_state.pop(_WANTED, None)
    if article is not None:
        st.session_state[state_key("articles", "article")] = int(article)
    return article is not None
