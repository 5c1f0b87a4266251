"""Compare: any two selections side by side, and what sets them apart.

A is what the filters above choose, B the same on days of its own; a query of each side's own
narrows it further."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.charts import compare as charts
from dashboard.charts.periods import Span, fitting
from dashboard.comparison import narrowed, term_query, with_term, written
from dashboard.earlier import LAST_YEAR, earlier
from dashboard.filters import Filters, sentence
from dashboard.metrics.parameters import PARAMETERS, Part
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.address import Choice, Days, Options, Texts, choose, days_of, state_key
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View
from dashboard.voices import entity_of, member_of
from presswatch.errors import QueryError

PAGE = "compare"
MOST = 12  # queries a side
WHEN = Choice(("same", "before", "year", "own"), "before")
WHEN_NAMES = {
    "same": "The same days",
    "before": "The period before",
    "year": "The same weeks last year",
    "own": "Other days",
}
OPTIONS: Options = {"a": Texts(MOST), "b": Texts(MOST), "when": WHEN, "on": Days()}
OFFERED = 500  # tags, names and sources each, to choose from
TERMS = 10  # a side and chart
TITLES: dict[str, tuple[str, str]] = {
    Part.WORD: ("Words of titles", "No title has a word that says something."),
    Part.KEYPHRASE: ("Keyphrases", "No article has a keyphrase."),
    Part.TAG: ("Tags", panel.NO_TAGS),
    Part.ENTITY: ("People, organizations, places", "No article names anybody or anything."),
    Part.SOURCE: ("Sources", "No article is of either side."),
}
EMPTY_SIDE = "One side has no article, so nothing can be said to set the two apart."
ALIKE = "Nothing is more typical of one side than of the other."
SAMPLE = int(str(PARAMETERS["sample"].default))


def draw(view: View) -> None:
    """The page."""
    _draw_queries(view)
    choose(PAGE, "when", WHEN, "B's days", WHEN_NAMES)
    if view.options["when"] == "own":
        _draw_days(view)
    one, other = sides(view)
    if other is None:
        st.info(_no_other(view), icon=":material/search_off:")
        return
    _draw_sentences(view, one, other)
    counted = view.ask("both", one, other=written(other))
    if not counted["coverage"].iloc[0] and not counted["other_coverage"].iloc[0]:
        st.info(panel.nothing(view), icon=":material/search_off:")
        return
    _draw_figures(view, one, other, counted)
    _draw_course(view, one, other)
    if not counted["coverage"].iloc[0] or not counted["other_coverage"].iloc[0]:
        st.info(EMPTY_SIDE, icon=":material/search_off:")
        return
    _draw_apart(view, one, other)


def sides(view: View) -> tuple[Filters, Filters | None]:
    """The two selections; the other is None where it would lie before all that is known."""
    one = narrowed(view.filters, view.lists["a"])
    match view.options["when"]:
        case "before":
            dated = view.before()
        case "year":
            dated = earlier(view.filters, view.pointer, against=LAST_YEAR, period="day")
        case "own":
            first, last = days_of(view.options["on"]) if view.options["on"] else _window(view)
            dated = replace(view.filters, since=first, until=last)
        case _:
            dated = view.filters
    return one, None if dated is None else narrowed(dated, view.lists["b"])


def _no_other(view: View) -> str:
    if view.options["when"] == "year":
        return "No article is so old. Choose other days for B."
    return "All days are shown: there is no period before. Choose a first day, or other days for B."


def _window(view: View) -> tuple[date, date]:
    # app.py draws no page for a store without an article.
    return view.filters.window(view.pointer) or (date.min, date.min)


def _draw_queries(view: View) -> None:
    offered = _offered(view)
    for side, column in zip("ab", st.columns(2), strict=True):
        where = state_key(PAGE, side)
        st.session_state.setdefault(where, list(view.lists[side]))
        with column:
            st.multiselect(
                f"{side.upper()}: only what matches any of",
                [*offered, *(one for one in st.session_state[where] if one not in offered)],
                key=where,
                format_func=shown,
                max_selections=MOST,
                accept_new_options=True,
                select_all=False,
                placeholder="Everything that passes the filters above",
                help="Choose tags, names and sources, or type a query of the text filter, such as "
                "`strike NOT tram` or `lang:de`. Without one, the side is all that passes.",
                on_change=_check,
                args=(side,),
                persist_state="session",
            )
            if mistake := st.session_state.get(_mistake(side)):
                st.error(plain(mistake))


def _check(side: str) -> None:
    """Take only queries that can be read, and say what is wrong with the others."""
    where, kept = state_key(PAGE, side), []
    st.session_state[_mistake(side)] = None
    for query in st.session_state[where]:
        try:
            entity_of(query)
            kept.append(query)
        except QueryError as error:
            st.session_state[_mistake(side)] = str(error)
    st.session_state[where] = kept


def _mistake(side: str) -> str:
    return f"compare mistake {side}"


def _offered(view: View) -> list[str]:
    """Queries to choose from: the most frequent tags, names and sources."""
    tags = [tag for tag in view.ask("topics", limit=OFFERED)["tag"] if '"' not in tag]
    names = view.ask("entities", limit=OFFERED)["entity"]
    sources = view.ask("sources", limit=OFFERED)["source"]
    found = [
        *(term_query(Part.TAG, tag) for tag in tags),
        *map(member_of, names),
        *(term_query(Part.SOURCE, source) for source in sources),
    ]
    return list(dict.fromkeys(found))


def shown(query: str) -> str:
    """A query as it is offered: a name by itself, all else as it is written."""
    try:
        return entity_of(query) or query
    except QueryError:
        return query


def _draw_days(view: View) -> None:
    where, picked = state_key(PAGE, "on"), "compare days"
    if picked not in st.session_state:
        written_days = view.options["on"]
        st.session_state[picked] = days_of(written_days) if written_days else _window(view)
    pointer = view.pointer
    held = [*st.session_state[picked], pointer.first_on, pointer.last_on, *_window(view)]
    days = [day for day in held if day]

    def keep() -> None:
        chosen = st.session_state[picked]
        if len(chosen) == 2:
            st.session_state[where] = f"{chosen[0]}..{chosen[1]}"

    st.date_input(
        "B's own days",
        key=picked,
        min_value=min(days),
        max_value=max(days),
        format="YYYY-MM-DD",
        on_change=keep,
        width=320,
        help="Both included.",
        persist_state="session",
    )


def _draw_sentences(view: View, one: Filters, other: Filters) -> None:
    for side, filters, column in zip(charts.SIDES, (one, other), st.columns(2), strict=True):
        said = sentence(filters, view.pointer, view.labels)
        column.caption(f"**{side}**: {plain('published ' + said)}.")


def _draw_figures(view: View, one: Filters, other: Filters, counted: pd.DataFrame) -> None:
    here, there = view.ask("headline", one), view.ask("headline", other)
    table = charts.figures(here, there)
    about = Panel(key="compare-figures", metric="headline", title="In figures", unit="A, and B")
    panel.show_rows(
        view,
        about,
        pd.concat([here.assign(side="A"), there.assign(side="B")]),
        lambda: st.dataframe(table, hide_index=True, height="content", placeholder="–"),
    )
    both = int(counted["both"].iloc[0])
    if both:
        thing = "stories" if view.filters.stories else "articles"
        st.caption(f"{both:,} {thing} are in both, and count for both.")


def _draw_course(view: View, one: Filters, other: Filters) -> None:
    spans = _spans(view, one, other)
    by = spans[0].period
    frames = [view.ask("coverage", filters, period=by) for filters in (one, other)]
    about = Panel(
        key="compare-course", metric="coverage", title=f"Coverage by {by}", unit="articles"
    )
    panel.show(
        view,
        about,
        pd.concat([frames[0].assign(side="A"), frames[1].assign(side="B")]),
        lambda: charts.course(frames, spans, _names(view, spans)),
    )
    if spans[0].first != spans[1].first:
        st.caption(f"Drawn over the days of A: the first {by} of B stands at the first of A.")


def _spans(view: View, one: Filters, other: Filters) -> list[Span]:
    """The windows of both, in the same periods."""
    both = [replace(view, filters=filters).span("day") for filters in (one, other)]
    longest = max(both, key=lambda span: span.last - span.first)
    by = fitting(longest.first, longest.last)
    return [replace(span, period=by) for span in both]


def _names(view: View, spans: Sequence[Span]) -> list[str]:
    """The sides in a few words: their queries, and their days where these differ."""
    names = [" or ".join(map(shown, view.lists[side])) for side in "ab"]
    if spans[0].first == spans[1].first and spans[0].last == spans[1].last:
        return [name or "all that match" for name in names]
    days = [f"{span.first} to {span.last}" for span in spans]
    return [f"{name}, {when}" if name else when for name, when in zip(names, days, strict=True)]


def _draw_apart(view: View, one: Filters, other: Filters) -> None:
    st.subheader("What sets them apart", anchor=False)
    st.caption(
        "Right: typical of A; left: typical of B. Beside each bar stand the articles of A and of "
        "B that have it. Faint: beyond the dotted lines chance alone would have one in twenty; "
        "what lies within them, or rests on fewer than 10 articles, says little. Click a bar to "
        "see the articles of its side."
    )
    parts = list(TITLES)
    for row in (parts[:2], parts[2:4], parts[4:]):
        for part, column in zip(row, st.columns(2), strict=False):
            with column:
                _draw_part(view, one, other, part)
    _note_sample(view, one, other)


def _draw_part(view: View, one: Filters, other: Filters, part: str) -> None:
    title, why_empty = TITLES[part]
    key = f"apart-{part}"
    table = view.ask("apart", one, part=part, other=written(other), limit=TERMS)
    about = Panel(
        key=key,
        metric="apart",
        title=title,
        unit="z; articles of A : of B",
        why_empty=f"{why_empty} Or: {ALIKE[0].lower()}{ALIKE[1:]}",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.apart(table),
        on_click=lambda: _list_clicked(view, key, part, (one, other)),
    )


def _list_clicked(view: View, key: str, part: str, both: Sequence[Filters]) -> None:
    """List the articles of the side that the clicked term is typical of."""
    term, side = panel.clicked(key), panel.clicked(key, 1)
    if term and side:
        filters = with_term(both[charts.SIDES.index(side)], part, term)
        filter_bar.fill(filters, view.pointer)
        article_link.list_later()


def _note_sample(view: View, one: Filters, other: Filters) -> None:
    # A title is one of an article, also where stories are counted.
    counted = view.ask("both", replace(one, stories=False), other=written(other))
    most = max(counted["coverage"].iloc[0], counted["other_coverage"].iloc[0])
    if most > SAMPLE:
        st.caption(
            f"Words are counted in a random choice of {SAMPLE:,} titles a side, which is always "
            "the same one; a click searches all of them, in all forms of the word."
        )
