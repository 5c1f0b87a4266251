"""One entity: how much is written about it, by whom, beside whom, and what is said."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.charts import coverage, entities, network
from dashboard.charts.periods import fitting
from dashboard.charts.style import FEW
from dashboard.metrics.parameters import Role
from dashboard.views import article_link, filter_bar, glances, panel, subjects
from dashboard.views.address import state_key
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View
from dashboard.voices import member_of

PAGE = "entities"  # which this is a part of
OFFERED = 2000  # names to choose from
SOURCES, COMPANY, KNOTS, QUOTES = 12, 15, 20, 100
SOURCES_KEY, TONES_KEY, COMPANY_KEY = "entity-sources", "entity-source-tones", "entity-company"
TIES_KEY = "entity-network"
QUOTED = {
    Role.BY: ("What it says", "No quote of it was found."),
    Role.ABOUT: ("What is said about it", "Nobody was found to be quoted about it."),
}


def draw(view: View, name: str) -> None:
    """The page of the entity of that name."""
    _draw_head(view, name)
    # What else is asked is about all articles: those of the entity are then a part of them.
    looked_at = replace(view, filters=replace(view.filters, entities=()))
    if set(view.filters.entities) - {name}:
        st.caption("On this page the filter on names gives way to the name chosen here.")
    now = looked_at.ask("entity_headline", name=name)
    if not len(now):
        why = f"No article that matches names {name}."
        st.info(panel.nothing(looked_at, why), icon=":material/search_off:")
        return
    name = str(now["entity"].iloc[0])
    st.caption(plain(entities.described(now)))
    span = looked_at.span("day")
    by = fitting(span.first, span.last)
    _draw_glances(looked_at, name, now, by=by)
    _draw_trend(looked_at, name, by=by)
    left, right = st.columns(2)
    with left:
        _draw_sources(looked_at, name)
    with right:
        _draw_source_tones(looked_at, name)
    _draw_network(looked_at, name, now)
    left, right = st.columns(2)
    with left:
        _draw_company(looked_at, name)
    with right:
        its_own = replace(looked_at, filters=replace(looked_at.filters, entities=(name,)))
        subjects.draw_tags(its_own, "entity-tags", "Tags of its articles", filter_bar.narrow_to)
    for role in QUOTED:
        _draw_quotes(looked_at, name, role)


def _draw_head(view: View, name: str) -> None:
    names = list(dict.fromkeys(view.ask("entities", limit=OFFERED)["entity"]))
    where = state_key(PAGE, "name")
    st.session_state.setdefault(where, name)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("All entities", icon=":material/arrow_back:", on_click=_close)
        st.selectbox(
            "Entity",
            names if name in names else [name, *names],
            key=where,
            persist_state="session",
            width=360,
        )
        st.button(
            "Show its articles",
            icon=":material/list:",
            on_click=_list_articles,
            args=(view, name),
        )


def _close() -> None:
    st.session_state.pop(state_key(PAGE, "name"), None)


def _list_articles(view: View, name: str) -> None:
    filter_bar.fill(replace(view.filters, entities=(name,)), view.pointer)
    article_link.list_later()


def _draw_glances(view: View, name: str, now: pd.DataFrame, *, by: str) -> None:
    before = view.before()
    shown = entities.glances(
        now,
        view.ask("entity_headline", before, name=name) if before else None,
        view.ask("entity_course", name=name, period=by),
    )
    glances.draw(view, "entity_headline", shown)


def _draw_trend(view: View, name: str, *, by: str) -> None:
    table = view.ask("entity_course", name=name, period=by)
    span = view.span(by)
    about = Panel(
        key="entity-course",
        metric="entity_course",
        title=f"Articles by {by}",
        unit="articles that name it",
    )
    panel.show(view, about, table, lambda: coverage.trend(table, span))
    toned = Panel(
        key="entity-tone",
        metric="entity_course",
        title=f"Tone towards it by {by}",
        unit=f"−1 to 1, faint: fewer than {FEW}",
        why_empty="No article that names it has a text in a language that is scored.",
    )
    panel.show(view, toned, table, lambda: coverage.tone(table, span), empty=not table["n"].any())


def _draw_sources(view: View, name: str) -> None:
    table = view.ask("entity_sources", name=name, limit=SOURCES)
    about = Panel(
        key=SOURCES_KEY,
        metric="entity_sources",
        title="Who writes about it",
        unit="articles, share",
    )
    panel.show(
        view,
        about,
        table,
        lambda: entities.sources(table),
        on_click=lambda: _list_of_source(view, SOURCES_KEY, name),
    )


def _draw_source_tones(view: View, name: str) -> None:
    table = view.ask("entity_sources", name=name, limit=SOURCES)
    about = Panel(
        key=TONES_KEY,
        metric="entity_sources",
        title="In what tone",
        unit=f"−1 to 1, faint: fewer than {FEW}",
        why_empty="No article that names it has a text in a language that is scored.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: entities.source_tones(table),
        empty=not table["n"].any(),
        on_click=lambda: _list_of_source(view, TONES_KEY, name),
    )


def _list_of_source(view: View, key: str, name: str) -> None:
    if source := panel.clicked(key):
        _list_articles(view, name)
        filter_bar.narrow_to_source(source)


def _draw_network(view: View, name: str, now: pd.DataFrame) -> None:
    ties = view.ask("entity_ties", name=name, limit=KNOTS)
    near = view.ask("entity_company", name=name, limit=KNOTS)
    about = Panel(
        key=TIES_KEY,
        metric="entity_ties",
        title="Whom it appears with",
        unit="the thicker, the closer",
        why_empty="Nobody appears with it more often than chance would have it, in at least three "
        "articles.",
    )
    panel.show(
        view,
        about,
        ties,
        lambda: network.network(entities.with_itself(now, near), ties),
        on_click=lambda: open_clicked(TIES_KEY),
    )


def open_clicked(key: str) -> None:
    """Open what was clicked in a network: an entity, or the articles about both ends of a tie."""
    one, other = panel.clicked(key), panel.clicked(key, 1)
    if one and other:
        _list_of_both(one, other)
    else:
        open_later(one)


def open_later(name: str | None) -> None:
    """Open an entity's page on the next run; for callbacks."""
    if name:
        st.session_state[state_key(PAGE, "name")] = name


def _list_of_both(one: str, other: str) -> None:
    filter_bar.narrow_to_query(member_of(one), member_of(other))
    article_link.list_later()


def _draw_company(view: View, name: str) -> None:
    table = view.ask("entity_company", name=name, limit=COMPANY)
    about = Panel(
        key=COMPANY_KEY,
        metric="entity_company",
        title="The closest",
        unit="association, articles about both",
        why_empty="Nobody appears with it more often than chance would have it, in at least three "
        "articles.",
    )

    def open_both() -> None:
        if other := panel.clicked(COMPANY_KEY):
            _list_of_both(name, other)

    panel.show(view, about, table, lambda: entities.company(table), on_click=open_both)


def _draw_quotes(view: View, name: str, role: Role) -> None:
    table = view.ask("quotes", name=name, role=role, limit=QUOTES)
    title, why_empty = QUOTED[role]
    about = Panel(
        key=f"quotes-{role}",
        metric="quotes",
        title=title,
        unit="the latest quotes",
        why_empty=why_empty,
    )
    panel.show_table(
        view,
        about,
        table,
        entities.quoted,
        {
            "Published": st.column_config.DateColumn(format="D MMM YYYY", width=95),
            "Speaker": st.column_config.TextColumn(width=140),
            "Quote": st.column_config.TextColumn(width="large"),
            "Tone": st.column_config.NumberColumn(format="%+.2f", width=60),
            "Source": st.column_config.TextColumn(width=140),
        },
        on_row=lambda row: article_link.open_later(str(table["article"].iloc[row])),
    )
