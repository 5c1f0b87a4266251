"""Which queries are drawn as lines."""

from collections.abc import Sequence

import streamlit as st

from dashboard.metrics.parameters import MOST_MEMBERS
from dashboard.views.plain import plain
from dashboard.views.share_of_voice import shown
from dashboard.views.view import View
from dashboard.voices import entity_of, member_of
from presswatch.errors import QueryError

QUERIES = "query"
OFFERED = 200  # tags, and names, to choose from; any other query can be typed
MISTAKE_KEY = "coverage-mistake"


def draw(view: View, where: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """Draw the choice, which the session keeps at `where`, and say what is chosen."""
    state = st.session_state
    state.setdefault(where, list(chosen))
    offered = [*_tags(view), *map(member_of, view.ask("entities", limit=OFFERED)["entity"])]
    picked = st.multiselect(
        f"Queries, up to {MOST_MEMBERS}",
        list(dict.fromkeys([*state[where], *offered])),
        key=where,
        format_func=shown,
        accept_new_options=True,
        max_selections=MOST_MEMBERS,
        placeholder='Type a query, such as strike OR "wage talks", and press Enter',
        help="Words of title or text, or any other query of the text filter, such as `tag:ports`. "
        "Each is drawn as a line of its own, of the articles that pass the filters above.",
        on_change=_leave_out_mistakes,
        args=(where,),
        persist_state="session",
    )
    if mistake := state.get(MISTAKE_KEY):
        st.error(plain(mistake))
    return tuple(picked)


def _tags(view: View) -> list[str]:
    return [f'tag:"{label}"' for label in list(view.labels.values())[:OFFERED] if '"' not in label]


def _leave_out_mistakes(where: str) -> None:
    """Drop what is no query, and remember why."""
    state = st.session_state
    state[MISTAKE_KEY], read = None, []
    for query in state[where]:
        try:
            entity_of(query)
        except QueryError as error:
            state[MISTAKE_KEY] = str(error)
        else:
            read.append(query)
    state[where] = read
