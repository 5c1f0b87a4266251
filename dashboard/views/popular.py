"""Popular: the articles of the window that were read, shared or listed most, what is read against
what is written, how attention fades, and how concentrated it is."""

import streamlit as st

from dashboard.charts import popular as charts
from dashboard.charts.style import FEW
from dashboard.metrics import Measure, Period
from dashboard.views import article_link, panel
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

PAGE = "popular"
LIVES = {"3": 3, "7": 7, "30": 30}  # days
OPTIONS = {
    "measure": Choice(tuple(Measure), Measure.PAGE_VIEWS),
    "by": Choice(tuple(Period), Period.WEEK),
    "life": Choice(tuple(LIVES), "7"),
}
BARS, LINES, TAGS, ROWS = 15, 8, 20, 50
LEAST = 10  # views of an article, to say how they are spread over days
BARS_KEY, TAGS_KEY = "popular", "read-and-written"
ONLY_RANKS = (
    "Places in most-popular lists are ranks, and no readers are counted by them: of how attention "
    "fades, what is read long after publication, and how concentrated reading is they say nothing."
    " Choose page views or shares."
)
COLUMNS = {
    "Published": st.column_config.DateColumn(format="D MMM YYYY", width=95),
    "Title": st.column_config.TextColumn(width="large"),
    "Source": st.column_config.TextColumn(width=140),
    "Later": st.column_config.NumberColumn(
        format="localized", width=90, help="Seen more than 30 days after publication."
    ),
    "In all": st.column_config.NumberColumn(
        format="localized", width=90, help="Seen on the days of the window."
    ),
    "Share": st.column_config.NumberColumn(format="%.0f%%", width=70, help="Later, of all."),
}


def draw(view: View) -> None:
    """The page."""
    with st.container(horizontal=True):
        choose(PAGE, "measure", OPTIONS["measure"], "Measure", charts.UNITS)
        choose(PAGE, "by", OPTIONS["by"], "Ranks by")
    measure, by = view.options["measure"], view.options["by"]
    draw_most_popular(view, measure=measure, limit=BARS)
    _draw_course(view, measure=measure)
    _draw_ranks(view, measure=measure, by=by)
    _draw_read_and_written(view, measure=measure)
    if measure == Measure.PLACES:
        st.caption(ONLY_RANKS)
        return
    choose(PAGE, "life", OPTIONS["life"], "Half-life within", {key: f"{key} days" for key in LIVES})
    left, right = st.columns(2)
    with left:
        _draw_half_life(view, measure=measure, life=LIVES[view.options["life"]])
    with right:
        _draw_concentration(view, measure=measure)
    _draw_evergreen(view, measure=measure)


def draw_most_popular(view: View, *, measure: str, limit: int) -> None:
    """The most popular articles; a click opens one."""
    table = view.ask("popular", measure=measure, limit=limit)
    about = _about(BARS_KEY, "popular", "Most popular articles", measure)
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table, measure=measure),
        on_click=lambda: article_link.open_later(panel.clicked(BARS_KEY)),
    )


def _draw_course(view: View, *, measure: str) -> None:
    span = view.span(Period.DAY)
    table = view.ask("popular_course", measure=measure, limit=LINES)
    about = _about("popular-course", "popular_course", "Course over the days", measure)
    panel.show(view, about, table, lambda: charts.course(table, span, measure=measure))


def _draw_ranks(view: View, *, measure: str, by: str) -> None:
    span = view.span(by)
    table = view.ask("popular_ranks", measure=measure, period=span.period, limit=LINES)
    about = Panel(
        key="popular-ranks",
        metric="popular_ranks",
        title=f"Rank by {span.period}",
        unit=f"rank by {charts.UNITS[measure]}",
        why_empty=_why_empty(measure),
    )
    panel.show(view, about, table, lambda: charts.ranks(table, span))


def _draw_read_and_written(view: View, *, measure: str) -> None:
    table = view.ask("read_and_written", measure=measure, limit=TAGS)
    about = Panel(
        key=TAGS_KEY,
        metric="read_and_written",
        title=f"What is {charts.DONE[measure]} against what is written",
        unit=f"share of all {charts.UNITS[measure]}, and of articles; faint: fewer than {FEW}",
        why_empty=f"No article that matches has both a tag and {charts.UNITS[measure]}.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.read_and_written(table, measure=measure),
        on_click=lambda: panel.filter_by_clicked(TAGS_KEY),
    )
    if len(table):
        st.caption("Articles published in the period, of sources of which anything was seen.")


def _draw_half_life(view: View, *, measure: str, life: int) -> None:
    table = view.ask("half_life", measure=measure, life=life, least=LEAST)
    told = len(table) > 0 and not charts.on_one_day(table)
    about = Panel(
        key="half-life",
        metric="half_life",
        title="Half-life of attention",
        unit=f"articles with {LEAST} {charts.UNITS[measure]} and more",
        why_empty=_no_half_life(measure, life, seen=len(table) > 0),
    )
    panel.show(
        view, about, table, lambda: charts.half_lives(table, measure=measure), empty=not told
    )
    if told:
        st.caption(plain(charts.half_life_said(table, measure=measure)))


def _no_half_life(measure: str, life: int, *, seen: bool) -> str:
    if seen:
        return (
            f"Each article has all its {charts.UNITS[measure]} on one day: they came without "
            "days, or nobody counted again, and say nothing of how attention fades."
        )
    return f"Of no article that matches {life} days of life with {charts.UNITS[measure]} are known."


def _draw_concentration(view: View, *, measure: str) -> None:
    now = view.ask("concentration", measure=measure)
    table = view.ask("concentration_curve", measure=measure)
    about = _about("concentration", "concentration_curve", "How concentrated reading is", measure)
    panel.show(view, about, table, lambda: charts.concentration(table, now, measure=measure))
    if len(now):
        st.caption(plain(charts.concentration_said(now, measure=measure)))


def _draw_evergreen(view: View, *, measure: str) -> None:
    table = view.ask("evergreen", measure=measure, least=LEAST, limit=ROWS)
    about = Panel(
        key="evergreen",
        metric="evergreen",
        title="Evergreen articles",
        unit=f"{charts.UNITS[measure]} more than 30 days after publication",
        why_empty=f"No {charts.UNITS[measure]} are known of later than 30 days after publication.",
    )
    panel.show_table(
        view,
        about,
        table,
        charts.evergreens,
        COLUMNS,
        on_row=lambda row: article_link.open_later(str(table["article"].iloc[row])),
    )


def _about(key: str, metric: str, title: str, measure: str) -> Panel:
    return Panel(
        key=key,
        metric=metric,
        title=title,
        unit=charts.UNITS[measure],
        why_empty=_why_empty(measure),
    )


def _why_empty(measure: str) -> str:
    return f"No {charts.UNITS[measure]} are known of the articles that match."
