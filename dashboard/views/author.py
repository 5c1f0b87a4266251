"""One author: how much of what is shown is theirs, for whom they write, on what, in what tone."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard.charts import authors as charts
from dashboard.charts import coverage, headline
from dashboard.charts.periods import fitting
from dashboard.filters import Filters
from dashboard.metrics import Period
from dashboard.views import article_link, filter_bar, glances, panel, subjects
from dashboard.views.address import Choice, choose, state_key
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

PAGE = "authors"  # which this is a part of
SCOPE = Choice(("selection", "everything"), "selection")
SCOPES = {"selection": "Of what is filtered", "everything": "All in these days"}
OFFERED = 2000  # names to choose from
OUTLETS = 12
OUTLETS_KEY, COURSE_KEY = "author-sources", "author-course"
NOBODY = "No article that matches names an author."


def by(author: str) -> str:
    """The query that finds the articles of an author, in any spelling that the metric `authors`
    takes for the same."""
    words = author.replace('"', " ")
    return f'by:"{words}"'


def written_by(filters: Filters, author: str, *, everything: bool = False) -> Filters:
    """The filters for an author's part of what they let through, or for all of the same days."""
    if everything:
        return Filters(
            since=filters.since, until=filters.until, stories=filters.stories, query=by(author)
        )
    query = f"({filters.query}) AND ({by(author)})" if filters.query else by(author)
    return replace(filters, query=query)


def list_articles(view: View, author: str | None) -> None:
    """Open the list of an author's articles; for callbacks."""
    if author:
        _open_list(view, written_by(view.filters, author))


def open_later(author: str | None) -> None:
    """Open an author's page on the next run; for callbacks."""
    if author:
        st.session_state[state_key(PAGE, "author")] = author


def draw(view: View, name: str) -> None:
    """The page of the author of that name."""
    _draw_head(view, name)
    everything = view.options["of"] == "everything"
    theirs = replace(view, filters=written_by(view.filters, name, everything=everything))
    if not theirs.ask("headline")["articles"].iloc[0]:
        why = f"No article that matches is by {name}."
        st.info(panel.nothing(view, why), icon=":material/search_off:")
        return
    st.caption(plain(charts.described(theirs.ask("authors", limit=OFFERED), name)))
    _draw_glances(theirs)
    _draw_course(theirs)
    left, right = st.columns(2)
    with left:
        _draw_outlets(theirs)
    with right:
        subjects.draw_tone(theirs, "author-tone", lambda days: _list_toned(theirs, days))
    left, right = st.columns(2)
    with left:
        subjects.draw_tags(
            theirs, "author-tags", "On what: tags", _listing(theirs, filter_bar.narrow_to)
        )
    with right:
        subjects.draw_names(
            theirs, "author-names", "On whom: names", _listing(theirs, filter_bar.narrow_to_entity)
        )


def _draw_head(view: View, name: str) -> None:
    names = view.ask("authors", limit=OFFERED)["author"].tolist()
    where = state_key(PAGE, "author")
    st.session_state.setdefault(where, name)
    everything = view.options["of"] == "everything"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("All authors", icon=":material/arrow_back:", on_click=_close)
        st.selectbox(
            "Author",
            names if name in names else [name, *names],
            key=where,
            persist_state="session",
            width=320,
        )
        choose(PAGE, "of", SCOPE, "Articles", SCOPES)
        st.button(
            "Show the articles",
            icon=":material/list:",
            on_click=_open_list,
            args=(view, written_by(view.filters, name, everything=everything)),
        )


def _close() -> None:
    st.session_state.pop(state_key(PAGE, "author"), None)


def _open_list(view: View, filters: Filters, narrow: Callable[[], None] | None = None) -> None:
    """List what these filters let through, narrowed further: they may differ from the bar's."""
    filter_bar.fill(filters, view.pointer)
    if narrow:
        narrow()
    article_link.list_later()


def _listing(view: View, narrow: Callable[[str], None]) -> Callable[[str], None]:
    """What lists the articles narrowed to what is clicked."""
    return lambda name: _open_list(view, view.filters, lambda: narrow(name))


def _list_toned(view: View, days: str) -> None:
    _open_list(view, view.filters, lambda: filter_bar.narrow_to_query(days, filter_bar.TONED))


def _list_clicked(view: View, clicked: str | None, narrow: Callable[[str], None]) -> None:
    if clicked:
        _listing(view, narrow)(clicked)


def _draw_glances(view: View) -> None:
    before, span = view.before(), view.span(Period.DAY)
    shown = headline.glances(
        view.ask("headline"),
        view.ask("headline", before) if before else None,
        view.ask("headline_course", period=fitting(span.first, span.last)),
    )
    glances.draw(view, "headline", shown)


def _draw_course(view: View) -> None:
    days = view.span(Period.DAY)
    span = view.span(fitting(days.first, days.last))
    table = view.ask("coverage", period=span.period)
    about = Panel(
        key=COURSE_KEY,
        metric="coverage",
        title=f"Articles by {span.period}",
        unit="articles",
    )
    panel.show(
        view,
        about,
        table,
        lambda: coverage.trend(table, span),
        on_click=lambda: _list_clicked(
            view, panel.clicked_days(COURSE_KEY, 1), filter_bar.narrow_to_query
        ),
    )


def _draw_outlets(view: View) -> None:
    table = view.ask("sources", limit=OUTLETS)
    about = Panel(
        key=OUTLETS_KEY, metric="sources", title="For which sources", unit="articles, share"
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.outlets(table),
        on_click=lambda: _list_clicked(
            view, panel.clicked(OUTLETS_KEY), filter_bar.narrow_to_source
        ),
    )
