"""Health: whether the numbers can be trusted: refreshes, sources, problems, what is counted."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import raw
from dashboard.charts import health as charts
from dashboard.charts import wording
from dashboard.filters import Filters
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.address import Options
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

PAGE = "health"
OPTIONS: Options = {}
LISTED = 30  # refreshes


def draw(view: View) -> None:
    """The page: of the store as a whole, but for what is counted."""
    store = replace(view, filters=Filters())
    runs = store.ask("refreshes", limit=0)
    states = store.ask("source_states")
    gaps = store.ask("refresh_gaps")
    st.caption(
        "Refreshes, sources and problems are told of the whole store, whatever the filters; only "
        "'What is counted' is told of the articles that match them."
    )
    _draw_freshness(store, runs, states, gaps)
    files = charts.kept(runs, raw.kept(store.snapshot.store))
    _draw_refreshes(store, runs.head(LISTED), files)
    _draw_gaps(store, gaps)
    _draw_sources(store, states)
    _draw_silent(store)
    _draw_problems(store, files)
    _draw_counted(view)


def _draw_freshness(
    store: View, runs: pd.DataFrame, states: pd.DataFrame, gaps: pd.DataFrame
) -> None:
    pointer, zone = store.pointer, store.pointer.time_zone
    last = pointer.last_refresh
    with st.container(horizontal=True, key="freshness"):
        for one in charts.freshness(pointer, runs, states, gaps):
            st.metric(
                one.label,
                one.value,
                one.change,
                delta_color="off",
                delta_arrow="off",
                help=one.remark,
                border=True,
                width="content",
            )
    if last.refresh > charts.latest(runs):
        st.info(
            plain(
                f"Refresh {last.refresh} ended {wording.instant(last.ended_at, zone)}, "
                f"{last.outcome}: {wording.number(last.read)} read, "
                f"{wording.number(last.refused)} refused. It changed no article, so no snapshot "
                "was published: it is not yet among the refreshes below."
            ),
            icon=":material/history:",
        )


def _draw_refreshes(store: View, runs: pd.DataFrame, files: Mapping[int, str]) -> None:
    if not len(runs):
        st.caption("No refresh is known.")
        return
    about = Panel(
        key="new-by-refresh", metric="refreshes", title="New documents by refresh", unit="documents"
    )
    panel.show(store, about, runs, lambda: charts.new_by_refresh(runs, store.pointer.time_zone))
    about = Panel(
        key="refreshes",
        metric="refreshes",
        title=f"The last {wording.number(LISTED)} refreshes",
        unit="read = new + updated + unchanged + refused",
    )
    panel.show_table(
        store,
        about,
        runs,
        lambda rows: charts.refreshes(rows, files),
        {
            "Began": _instants(store),
            "Asked": st.column_config.TextColumn(
                help="All sources that were due, or files that were given."
            ),
            "Raw documents": st.column_config.TextColumn(
                help="The file in the store with what was fetched from the web, while it is kept "
                "(fetch.keep_raw)."
            ),
            **_numbers("Read", "New", "Updated", "Unchanged", "Refused"),
        },
    )


def _draw_gaps(store: View, gaps: pd.DataFrame) -> None:
    if not len(gaps):
        return
    about = Panel(
        key="refresh-gaps",
        metric="refresh_gaps",
        title="Days without a complete refresh",
        unit=f"days in {store.pointer.time_zone}",
    )
    days = st.column_config.DateColumn(format="D MMM YYYY")
    numbers = _numbers("Days", "Begun, not complete")
    panel.show_table(store, about, gaps, charts.gaps, {"From": days, "To": days, **numbers})
    st.caption(
        "A feed shows only its latest entries: what it showed on these days alone is not in the "
        "store."
    )


def _draw_sources(store: View, states: pd.DataFrame) -> None:
    if not len(states):
        st.caption("No source is asked: all articles came from files that were given.")
        return
    about = Panel(
        key="source-states",
        metric="source_states",
        title="Sources that are asked",
        unit="those that fail first",
    )
    panel.show_table(
        store,
        about,
        states,
        charts.sources,
        {
            "State": st.column_config.TextColumn(
                help="'has more': it had more than one refresh asks for, and never gave all."
            ),
            "Why": st.column_config.TextColumn(width=260),
            "Last asked": _instants(store),
            "Last answered": _instants(store, "When all that it had was last taken."),
            "Next due": _instants(store),
            "Articles a day": st.column_config.NumberColumn(
                format="%.1f", help="Over the last week or so; not known until it was asked twice."
            ),
            "Articles": st.column_config.NumberColumn(
                format="localized", help="That were new when it brought them, in all."
            ),
        },
    )


def _draw_silent(store: View) -> None:
    found = store.ask("silent_sources")
    if not len(found):
        st.caption("No source has been without an article for longer than ever before.")
        return
    about = Panel(
        key="silent-sources",
        metric="silent_sources",
        title="May no longer publish",
        unit="days without an article",
    )
    panel.show_table(
        store,
        about,
        found,
        charts.silent,
        {
            "Last article": st.column_config.DateColumn(format="D MMM YYYY"),
            "Days since": st.column_config.NumberColumn(
                help="To the last day in the store that has an article of any source."
            ),
            "Longest before": st.column_config.NumberColumn(
                help="Days from one day with an article of it to the next."
            ),
            **_numbers("Articles"),
        },
        on_row=lambda row: _list_source(store, str(found["source"].iloc[row])),
    )
    st.caption(
        "It has stopped, or its address has changed, or nobody loads its files any more. Click a "
        "source to list its articles."
    )


def _draw_problems(store: View, files: Mapping[int, str]) -> None:
    found = store.ask("problems_by_reason")
    if not len(found):
        st.caption("No document has been refused.")
        return
    about = Panel(
        key="problems",
        metric="problems_by_reason",
        title="Problems by reason",
        unit="documents, each once",
    )
    panel.show(store, about, found, lambda: charts.problem_bars(found))
    about = replace(about, key="problem-table", title="What they mean, and what to do")
    panel.show_table(
        store,
        about,
        found,
        lambda rows: charts.problems(rows, files),
        {
            "Reason": st.column_config.TextColumn(width=150),
            "Last seen": _instants(store, "When the last refresh that met it began."),
            "Example": st.column_config.TextColumn(help="Of the last refresh that met it."),
            "Raw document": st.column_config.TextColumn(
                help="What was fetched is in this file of the store while it is kept "
                "(fetch.keep_raw). Of files that were given nothing is kept: they are where they "
                "lay. Of what could not be fetched nothing came."
            ),
            **_numbers("Documents"),
        },
    )
    st.caption("A document that was mended since still counts. `presswatch problems` lists all.")


def _draw_counted(view: View) -> None:
    found = view.ask("counted")
    about = Panel(
        key="counted", metric="counted", title="What is counted", unit="articles that match"
    )
    share = st.column_config.NumberColumn(format="%.1f%%", help="Of all articles that match.")
    panel.show_table(
        view,
        about,
        found,
        charts.counted,
        {"Share": share, **_numbers("Articles")},
        on_row=lambda row: _list_language(charts.language_of(found, row)),
    )
    if not len(found):
        return
    left_out = (
        f"Dated by day only, and so not in charts by the hour nor in who was first: "
        f"{wording.count(charts.by_day_only(found), 'article')}.",
        f"Without a tone, and so in no mean tone: "
        f"{wording.count(charts.toneless(found), 'article')}.",
        f"Without a text, and so with names of the title alone: "
        f"{wording.count(charts.textless(found), 'article')}.",
        "Tags on nearly all of a source's articles (boilerplate) and tags that were hidden do not "
        "count unless they are asked for.",
        "Click a language to list its articles.",
    )
    for sentence in left_out:
        st.caption(plain(sentence))


def _list_source(store: View, name: str) -> None:
    """List all articles of a source: its last may lie before the days that are chosen."""
    filter_bar.fill(Filters(sources=(name,)), store.pointer)
    article_link.list_later()


def _list_language(language: str | None) -> None:
    if language:
        filter_bar.narrow_to_query(f"lang:{language}")
        article_link.list_later()


def _instants(view: View, about: str | None = None) -> Any:
    return st.column_config.DatetimeColumn(
        format="D MMM YYYY, HH:mm", timezone=view.pointer.time_zone, help=about
    )


def _numbers(*names: str) -> dict[str, Any]:
    return {name: st.column_config.NumberColumn(format="localized") for name in names}
