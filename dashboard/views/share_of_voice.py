"""Share of voice: how much of what is written of a set is about each of its members."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.charts import voice as charts
from dashboard.charts.periods import fitting
from dashboard.metrics import Period
from dashboard.metrics.parameters import MOST_MEMBERS, Kind
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.address import Choice, Options, Texts, choose, state_key
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View
from dashboard.voices import entity_of, member_of
from presswatch.errors import QueryError

PAGE = "voice"
BY = Choice(("fitting", *Period), "fitting")
COUNTED = Choice(("share", "count"), "share")
OPTIONS: Options = {"of": Texts(MOST_MEMBERS), "by": BY, "as": COUNTED}
OFFERED = 2000  # entities to choose from
AT_FIRST = 5  # members of a set that nobody chose
SOURCES = 15
SETS = {Kind.PERSON: "People", Kind.ORGANIZATION: "Organizations", Kind.PLACE: "Places"}
SHARES_KEY, OVERLAP_KEY, SOURCES_KEY = "voice", "voice-overlap", "voice-sources"
QUERY_KEY, MISTAKE_KEY = "voice-query", "voice-mistake"
NOBODY = "No article that matches names anybody or anything."
NOTHING = "No article that matches is about any of them."


def draw(view: View) -> None:
    """The page."""
    found = view.ask("entities", limit=OFFERED)
    offered = tuple(dict.fromkeys(map(member_of, found["entity"])))
    members = _draw_choice(view, offered)
    if not members:
        members = offered[:AT_FIRST]
        st.caption("Nothing is chosen yet: these are the most named.")
    if not members:
        st.info(panel.nothing(view, NOBODY), icon=":material/search_off:")
        return
    table = view.ask("voice", members=members)
    before = view.before()
    earlier = view.ask("voice", before, members=members) if before else None
    _draw_shares(view, table, earlier)
    _draw_course(view, members)
    left, right = st.columns(2)
    with left:
        _draw_tones(view, table)
    with right:
        _draw_overlap(view, members, empty=not table["coverage"].any())
    _draw_sources(view, members)


def shown(member: str) -> str:
    """A member as it is written on charts, though it be none: to ask for it says what is wrong."""
    try:
        return entity_of(member) or member
    except QueryError:
        return member


def _draw_choice(view: View, offered: Sequence[str]) -> tuple[str, ...]:
    where = state_key(PAGE, "of")
    st.session_state.setdefault(where, list(view.lists["of"]))
    names, query = st.columns([2.4, 1], vertical_alignment="bottom")
    with names:
        chosen = st.multiselect(
            f"Whose voices, up to {MOST_MEMBERS}",
            [*offered, *(one for one in st.session_state[where] if one not in offered)],
            key=where,
            format_func=shown,
            max_selections=MOST_MEMBERS,
            placeholder="Choose people, organizations, places",
            persist_state="session",
        )
    with query:
        st.text_input(
            "Add a query",
            key=QUERY_KEY,
            placeholder='strike OR "wage talks"',
            help="Words of title or text, or any other query of the text filter, such as "
            "`tag:ports`. Press Enter to add it to the set.",
            on_change=_add_query,
        )
    if mistake := st.session_state.get(MISTAKE_KEY):
        st.error(plain(mistake))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("The most named:", width="content")
        for kind, name in SETS.items():
            st.button(name, type="tertiary", on_click=_choose_most_named, args=(view, kind))
    return tuple(chosen)


def _add_query() -> None:
    state, where = st.session_state, state_key(PAGE, "of")
    query = state[QUERY_KEY].strip()
    state[MISTAKE_KEY] = None
    if not query or query in state[where]:
        return
    if len(state[where]) == MOST_MEMBERS:
        state[MISTAKE_KEY] = f"{MOST_MEMBERS} voices are compared already. Remove one first."
        return
    try:
        entity_of(query)
    except QueryError as error:
        state[MISTAKE_KEY] = str(error)
        return
    state[where] = [*state[where], query]
    state[QUERY_KEY] = ""


def _choose_most_named(view: View, kind: Kind) -> None:
    st.session_state[state_key(PAGE, "of")] = list(_most_named(view, kind))


def _most_named(view: View, kind: Kind) -> tuple[str, ...]:
    return tuple(map(member_of, view.ask("entities", kind=kind, limit=AT_FIRST)["entity"]))


def _draw_shares(view: View, table: pd.DataFrame, earlier: pd.DataFrame | None) -> None:
    about = Panel(
        key=SHARES_KEY,
        metric="voice",
        title="Share of voice",
        unit="share of the set, change in points on the period before",
        why_empty=NOTHING,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.shares(table, earlier, shown),
        empty=not table["coverage"].any(),
        on_click=lambda: _list_articles(panel.clicked(SHARES_KEY)),
    )
    if table["overlap"].any():
        st.caption(
            "An article about two of them counts for both, so the shares can add up to more than "
            "100%."
        )


def _draw_course(view: View, members: tuple[str, ...]) -> None:
    with st.container(horizontal=True):
        choose(PAGE, "by", BY, "By", {"fitting": "As fits"})
        choose(PAGE, "as", COUNTED, "Counted as", {"share": "Share", "count": "Articles"})
    by, as_share = view.options["by"], view.options["as"] == "share"
    span = view.span("day")
    span = view.span(fitting(span.first, span.last) if by == "fitting" else by)
    table = view.ask("voice_course", members=members, period=span.period)
    about = Panel(
        key="voice-course",
        metric="voice_course",
        title=f"Over time, by {span.period}",
        unit="share of the set's articles" if as_share else "articles",
        why_empty=NOTHING,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.course(table, span, shown, as_share=as_share),
        empty=not table["coverage"].any(),
    )


def _draw_tones(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key="voice-tone",
        metric="voice",
        title="In what tone",
        unit="share of each one's articles that have a tone",
        why_empty="No article about any of them has a tone.",
    )
    panel.show(view, about, table, lambda: charts.tones(table, shown), empty=not table["n"].any())


def _draw_overlap(view: View, members: tuple[str, ...], *, empty: bool) -> None:
    table = view.ask("voice_overlap", members=members)
    about = Panel(
        key=OVERLAP_KEY,
        metric="voice_overlap",
        title="Written of together",
        unit="share of the row's articles",
        why_empty=NOTHING if empty else "There is one member: nobody to be written of beside it.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.overlap(table, shown),
        empty=empty or not len(table),
        on_click=lambda: _list_articles(panel.clicked(OVERLAP_KEY), panel.clicked(OVERLAP_KEY, 1)),
    )


def _draw_sources(view: View, members: tuple[str, ...]) -> None:
    table = view.ask("voice_sources", members=members, limit=SOURCES)
    about = Panel(
        key=SOURCES_KEY,
        metric="voice_sources",
        title="By source",
        unit="share of what each writes about the set",
        why_empty=NOTHING,
    )
    panel.show(view, about, table, lambda: charts.by_source(table, shown), on_click=_list_of_source)


def _list_of_source() -> None:
    source, member = panel.clicked(SOURCES_KEY), panel.clicked(SOURCES_KEY, 1)
    if source and member:
        filter_bar.narrow_to_source(source)
        _list_articles(member)


def _list_articles(*members: str | None) -> None:
    """Open the list of the articles about all of these."""
    asked = [member for member in members if member]
    if asked:
        filter_bar.narrow_to_query(*asked)
        article_link.list_later()
