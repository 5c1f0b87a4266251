"""One source: its life, its pace, what it has alone, when it publishes, of what and by whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.charts import authors as author_charts
from dashboard.charts import coverage, wording
from dashboard.charts import sources as charts
from dashboard.charts.periods import Span, fitting
from dashboard.charts.style import FEW
from dashboard.metrics import Period
from dashboard.views import article_link, author, filter_bar, glances, panel, subjects
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

AUTHORS = 12
AUTHORS_KEY = "source-authors"
PLACES_KEY, FIRSTS_KEY = "source-places", "source-firsts"
LIFE_KEY = "source-life"
NOT_SHARED = (
    "No story of the articles that match was published, with a time of day, by two sources or more."
)


def draw(view: View, name: str) -> None:
    """The page of the source of that name, which is the only one that is filtered by."""
    with st.container(horizontal=True):
        st.button(
            "All sources",
            icon=":material/arrow_back:",
            on_click=filter_bar.widen_to_all_sources,
        )
        st.button("Show its articles", icon=":material/list:", on_click=article_link.list_later)
    record = view.ask("source_record", limit=1)
    if not record["coverage"].any():
        st.info(panel.nothing(view), icon=":material/search_off:")
        return
    st.subheader(plain(name), anchor=False)
    cadence = view.ask("source_cadence", limit=1)
    st.caption(plain(charts.described(record, cadence, stories=view.filters.stories)))
    _draw_glances(view)
    _draw_life(view)
    firsts = view.ask("source_firsts", limit=1)
    draw_places(view, firsts)
    st.caption(plain(charts.raced(firsts)) or NOT_SHARED)
    subjects.draw_tone(view, "source-tone", _list_toned)
    draw_rhythm(view)
    left, right = st.columns(2)
    with left:
        subjects.draw_tags(view, "source-tags", "On what", filter_bar.narrow_to)
    with right:
        _draw_authors(view)


def _draw_glances(view: View) -> None:
    before, span = view.before(), view.span(Period.DAY)
    shown = charts.glances(
        view.ask("headline"),
        view.ask("headline", before) if before else None,
        view.ask("headline_course", period=fitting(span.first, span.last)),
    )
    glances.draw(view, "headline", shown)


def _draw_life(view: View) -> None:
    span = life_span(view, "fitting")
    table = view.ask("source_course", period=span.period, limit=1)
    span = charts.span_of(table, span)
    about = Panel(
        key=LIFE_KEY,
        metric="source_course",
        title=f"Over its life, by {span.period}",
        unit="articles",
    )
    panel.show(view, about, table, lambda: coverage.trend(table, span), on_click=_list_of_life)
    st.caption("From its first article in the store to its last, not the days of the window alone.")


def _list_of_life() -> None:
    first, last = panel.clicked(LIFE_KEY, 1), panel.clicked(LIFE_KEY, 2)
    if first and last:
        filter_bar.narrow_to_days(date.fromisoformat(first), date.fromisoformat(last))
        article_link.list_later()


def _list_toned(days: str) -> None:
    filter_bar.narrow_to_query(days, filter_bar.TONED)
    article_link.list_later()


def _draw_authors(view: View) -> None:
    table = view.ask("authors", limit=AUTHORS)
    about = Panel(
        key=AUTHORS_KEY,
        metric="authors",
        title="By whom",
        unit="articles, share",
        why_empty=author.NOBODY,
    )
    panel.show(
        view,
        about,
        table,
        lambda: author_charts.bars(table),
        on_click=lambda: author.list_articles(view, panel.clicked(AUTHORS_KEY)),
    )


def draw_places(
    view: View, table: pd.DataFrame, on_click: Callable[[str], None] | None = None
) -> None:
    """What sources have alone, and what others have too."""
    about = Panel(
        key=PLACES_KEY,
        metric="source_firsts",
        title="Own and shared",
        unit="share of the source's articles",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.places(table),
        on_click=on_click and (lambda: on_click(PLACES_KEY)),
    )


def draw_rhythm(view: View) -> None:
    """Articles by hour and weekday."""
    table = view.ask("source_rhythm")
    about = Panel(
        key="source-rhythm",
        metric="source_rhythm",
        title="By hour and weekday",
        unit="articles",
        why_empty="No article that matches has a time of day." if charts.left_out(table) else "",
    )
    panel.show(view, about, table, lambda: charts.rhythm(table), empty=not charts.timed(table))
    said = f"Hours are those of {view.pointer.time_zone}."
    if out := charts.left_out(table):
        left = wording.coverage(out, stories=view.filters.stories)
        said += f" Left out, as dated by day only: {left}."
    st.caption(said)


def draw_firsts(view: View, table: pd.DataFrame, on_click: Callable[[str], None]) -> None:
    """How often each source is first with a story that others have too."""
    about = Panel(
        key=FIRSTS_KEY,
        metric="source_firsts",
        title="First with a story",
        unit=f"of stories that others have too, faint: fewer than {FEW}",
        why_empty=NOT_SHARED if len(table) else "",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.firsts(table),
        empty=not table["ordered"].any(),
        on_click=lambda: on_click(FIRSTS_KEY),
    )
    if out := charts.without_order(table):
        st.caption(
            f"Left out, as dated by day only: {wording.count(out, 'article')} of shared stories."
        )


def life_span(view: View, by: str) -> Span:
    """All days of the store, in the periods asked for or those that fit them best."""
    every = replace(view, filters=replace(view.filters, since=None, until=None))
    span = every.span(Period.DAY)
    return every.span(fitting(span.first, span.last) if by == "fitting" else by)
