"""Coverage: how much was published, when, and of what; and what made it so much."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from dashboard.charts import coverage as charts
from dashboard.charts import coverage_lines
from dashboard.charts.coverage import PARTS_SHOWN
from dashboard.charts.hours import MOST_DAYS, Hours
from dashboard.charts.periods import Course
from dashboard.earlier import BEFORE, LAST_YEAR, earlier
from dashboard.filters import Filters, days_in_words
from dashboard.metrics import Period
from dashboard.metrics.parameters import MOST_MEMBERS
from dashboard.views import coverage_choice, coverage_days, panel
from dashboard.views.address import Choice, Days, Options, Text, Texts, choose, days_of, state_key
from dashboard.views.coverage_choice import QUERIES
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.share_of_voice import shown
from dashboard.views.view import View

PAGE = "coverage"
HOUR = "hour"
BY = Choice((HOUR, *Period), Period.DAY)
SPLIT = Choice(("none", QUERIES, "tag", "source"), "none")
COUNTED = Choice(("count", "share", "index"), "count")
AGAINST = Choice(("none", BEFORE, LAST_YEAR), "none")
OPTIONS: Options = {
    "by": BY,
    "split": SPLIT,
    "as": COUNTED,
    "against": AGAINST,
    "of": Texts(MOST_MEMBERS),
    "days": Days(),
    "about": Text(),
}
SPLITS = {"none": "All together", QUERIES: "By query", "tag": "By tag", "source": "By source"}
COUNTS = {"count": "Articles", "share": "Share of all coverage", "index": "Index"}
EARLIERS = {"none": "Nothing", BEFORE: "The period before", LAST_YEAR: "Last year"}
KEY, DRAG_KEY = "coverage", "coverage-drag"
_A = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month"}
ONLY_SO_MANY = f"The {PARTS_SHOWN} largest parts are shown."
NO_BASE = "No period that is shown is whole and has an article, so nothing can be 100."
NO_QUERY = "No query is chosen yet. Add one above: words, or any other query."


def draw(view: View) -> None:
    """The page."""
    with st.container(horizontal=True):
        choose(PAGE, "by", BY, "By")
        choose(PAGE, "split", SPLIT, "Split", SPLITS)
        choose(PAGE, "as", COUNTED, "Counted as", COUNTS)
        choose(PAGE, "against", AGAINST, "Beside", EARLIERS)
    by, split, counted = (view.options[key] for key in ("by", "split", "as"))
    if split in ("tag", "source"):
        if view.options["against"] != "none":
            st.caption("What was earlier stands beside all together, or beside queries.")
        _draw_split(view, by=by, part=split, counted=counted)
        return
    members: tuple[str, ...] = ()
    if split == QUERIES:
        members = coverage_choice.draw(view, state_key(PAGE, "of"), view.lists["of"])
        if not members:
            st.info(NO_QUERY, icon=":material/search:")
            return
    _draw_lines(view, _axis(view, by), members, counted)
    if days := view.options["days"]:
        first, last = _within(view, *days_of(days))
        coverage_days.draw(view, first, last, view.options["about"], on_close=_look_at_none)


def _within(view: View, first: date, last: date) -> tuple[date, date]:
    """The days as far as the window has them, for a week may begin before it; those of another
    window as they are."""
    begins, ends = view.filters.window(view.pointer) or (first, last)
    if first > ends or last < begins:
        return first, last
    return max(first, begins), min(last, ends)


def draw_trend(view: View, *, by: str) -> None:
    """Coverage by period, its peaks marked."""
    table = view.ask("coverage", period=by)
    peaks = view.ask("coverage_peaks", period=by)
    about = Panel(key=KEY, metric="coverage", title=f"Coverage by {by}", unit="articles")
    panel.show(
        view,
        about,
        table,
        lambda: charts.trend(table, view.span(by), peaks),
        empty=not table["coverage"].any(),
    )


def _axis(view: View, by: str) -> Course:
    """The time axis that was asked for, or the next that fits, which is said."""
    first, last = view.filters.window(view.pointer) or (date.min, date.min)
    if by == HOUR and (last - first).days < MOST_DAYS:
        return Hours(
            first=first,
            last=last,
            zone=ZoneInfo(view.pointer.time_zone),
            complete_until=view.pointer.complete_until,
        )
    span = view.span(Period.DAY if by == HOUR else by)
    if span.period != by:
        st.caption(
            f"So many days do not fit a chart by {by}: it is by {span.period}."
            + (f" By hour are at most {MOST_DAYS} days." if by == HOUR else "")
        )
    return span


def _draw_lines(view: View, axis: Course, members: tuple[str, ...], counted: str) -> None:
    table = _ask(view, axis, members, view.filters)
    then = _draw_against(view, axis)
    if then is not None and then.since and view.pointer.first_on:
        table = coverage_lines.beside(
            table,
            _ask(view, axis, members, then),
            axis,
            began=then.since,
            known=view.pointer.first_on,
        )
    peaks = coverage_lines.NO_PEAKS
    if axis.period != HOUR:
        peaks = view.ask("coverage_peaks", members=members, period=axis.period)
    days, drawn = view.options["days"], _is_drawn(table, counted)
    # Streamlit (1.67) takes clicks or drags, not both.
    brush = st.toggle("Drag over several", key=DRAG_KEY) if drawn else False
    about = Panel(
        key=KEY,
        metric="coverage_by_hour" if axis.period == HOUR else "coverage_by_query",
        title=f"{charts.TITLES[counted]} by {axis.period}",
        unit=coverage_lines.UNITS[counted],
        why_empty=NO_BASE if table["coverage"].any() else "",
    )
    panel.show(
        view,
        about,
        table,
        lambda: coverage_lines.choosable(
            charts.of_queries(table, axis, peaks, shown, counted=counted),
            table,
            axis,
            days_of(days) if days else None,
            brush=brush,
        ),
        empty=not drawn,
        on_click=_look_into,
        brush=brush,
    )
    if axis.period == HOUR and (lacking := coverage_lines.left_out(table, shown)):
        st.caption(plain(lacking))
    if drawn:
        st.caption(_how_to_read(axis, peaks, counted, brush=brush))


def _is_drawn(table: pd.DataFrame, counted: str) -> bool:
    """Whether there is anything to draw: without a whole period nothing has an index."""
    return bool(table["coverage"].any() and table[coverage_lines.COLUMNS[counted]].notna().any())


def _ask(view: View, axis: Course, members: Sequence[str], filters: Filters) -> pd.DataFrame:
    if axis.period == HOUR:
        return view.ask("coverage_by_hour", filters, members=members)
    return view.ask("coverage_by_query", filters, members=members, period=axis.period)


def _draw_against(view: View, axis: Course) -> Filters | None:
    """Say which earlier days stand beside, and give them."""
    against = view.options["against"]
    if against == "none":
        return None
    then = earlier(view.filters, view.pointer, against=against, period=axis.period)
    if then is None:
        st.caption("The store has no article so early: there is nothing to compare with.")
        return None
    unit = "months" if axis.period == Period.MONTH else "weeks, so that weekdays match"
    st.caption(
        f"Dashed and fainter: {days_in_words(then.window(view.pointer))}, moved by whole {unit}."
    )
    return then


def _how_to_read(axis: Course, peaks: pd.DataFrame, counted: str, *, brush: bool) -> str:
    way = "Drag over the chart" if brush else f"Click {_A[axis.period]}"
    said = [f"{way} to see what made it."]
    if len(peaks):
        said.append(
            f"A triangle marks a peak: a {axis.period} far above "
            + ("the same weekdays" if axis.period == Period.DAY else f"the {axis.period}s")
            + " around it."
        )
    if axis.period == HOUR:
        said.append("What is listed then are whole days.")
    if counted == "index":
        said.append("100 is the mean of the whole periods shown, also for what was earlier.")
    return " ".join(said)


def _look_into() -> None:
    """Keep which days were clicked or dragged over, and of which query."""
    if chosen := coverage_lines.brushed(st.session_state[KEY]["selection"]["points"]):
        st.session_state[state_key(PAGE, "days")], st.session_state[state_key(PAGE, "about")] = (
            chosen
        )


def _look_at_none() -> None:
    for key in ("days", "about"):
        st.session_state.pop(state_key(PAGE, key), None)


def _draw_split(view: View, *, by: str, part: str, counted: str) -> None:
    span = view.span(Period.DAY if by == HOUR else by)
    if span.period != by:
        st.caption(f"By {by} a chart of parts does not fit: it is by {span.period}.")
    metric = f"coverage_by_{part}"
    table = view.ask(metric, period=span.period, limit=PARTS_SHOWN)
    about = Panel(
        key=f"coverage-by-{part}",
        metric=metric,
        title=f"Coverage by {part} and {span.period}",
        unit=charts.SPLIT_UNITS[counted],
        why_empty=_why_empty(table, part),
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.split(table, span, part=part, counted=counted),
        empty=not _is_drawn(table, counted),
    )
    if table[part].nunique() == PARTS_SHOWN:
        st.caption(ONLY_SO_MANY)


def _why_empty(table: pd.DataFrame, part: str) -> str:
    if table["coverage"].any():
        return NO_BASE
    return panel.NO_TAGS if part == "tag" else ""
