"""Tone: how positive or negative articles are, when, of what, and by which sentences."""

import pandas as pd
import streamlit as st

from dashboard import caching
from dashboard.charts import reading as shown
from dashboard.charts import tone as charts
from dashboard.charts.style import FEW, rows_of
from dashboard.metrics import Period
from dashboard.metrics.parameters import Group, Pole
from dashboard.views import article_link, filter_bar, panel
from dashboard.views.address import Choice, choose
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

PAGE = "tone"
LENGTHS = {"any": 0, "100": 100, "300": 300}  # words
OPTIONS = {
    "by": Choice(tuple(Period), Period.WEEK),
    "of": Choice(tuple(Group), Group.TAG),
    "length": Choice(tuple(LENGTHS), "100"),
}
GROUPS: dict[str, str] = {Group.TAG: "Tags", Group.SOURCE: "Sources", Group.ENTITY: "Entities"}
LENGTH_NAMES = {
    "any": "Of any length",
    "100": "100 words and more",
    "300": "300 words and more",
}
POLES = {Pole.POSITIVE: "Most positive articles", Pole.NEGATIVE: "Most negative articles"}
PARTS, EXTREMES = 20, 5
BINS_KEY, COURSE_KEY, PARTS_KEY, LANGUAGES_KEY = (
    "tone-distribution",
    "tone-course",
    "tone-parts",
    "tone-languages",
)
NO_TAGS = "No article that matches has both a tag and a tone."


def draw(view: View) -> None:
    """The page."""
    st.caption("Click a mark to list the articles that it stands for.")
    _draw_distribution(view)
    choose(PAGE, "by", OPTIONS["by"], "Course by")
    _draw_course(view)
    choose(PAGE, "of", OPTIONS["of"], "Tone of", GROUPS)
    _draw_parts(view, view.options["of"])
    choose(PAGE, "length", OPTIONS["length"], "Articles", LENGTH_NAMES)
    for pole, column in zip(POLES, st.columns(2), strict=True):
        with column:
            _draw_extremes(view, pole)
    _draw_languages(view)


def _draw_distribution(view: View) -> None:
    table = view.ask("tone_distribution")
    about = Panel(
        key=BINS_KEY,
        metric="tone_distribution",
        title="Distribution of tone",
        unit="articles",
        why_empty=panel.NO_TONE,
    )
    panel.show(view, about, table, lambda: charts.distribution(table), on_click=_list_of_bin)


def _list_of_bin() -> None:
    lowest, below = panel.clicked(BINS_KEY), panel.clicked(BINS_KEY, 1)
    if lowest and below:
        upper = [f"tone:<{below}"] if below != "1.00" else []  # 1 belongs to the last bin
        filter_bar.narrow_to_query(f"tone:>={lowest}", *upper)
        article_link.list_later()


def _draw_course(view: View) -> None:
    span = view.span(view.options["by"])
    table = view.ask("tone", period=span.period)
    about = Panel(
        key=COURSE_KEY,
        metric="tone",
        title=f"Mean tone by {span.period}",
        unit=f"−1 to 1, with its 95% interval; faint: fewer than {FEW} articles",
        why_empty=panel.NO_TONE,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.course(table, span),
        empty=not table["n"].any(),
        on_click=_list_of_period,
    )


def _list_of_period() -> None:
    if days := panel.clicked_days(COURSE_KEY, 3):
        filter_bar.narrow_to_query(days, filter_bar.TONED)
        article_link.list_later()


def _draw_parts(view: View, group: str) -> None:
    table = view.ask("tone_by", group=group, limit=PARTS)
    towards = " towards them, from the clauses that name them" if group == Group.ENTITY else ""
    about = Panel(
        key=PARTS_KEY,
        metric="tone_by",
        title=f"Tone of {GROUPS[group].lower()}" if not towards else "Tone towards entities",
        unit=f"mean{towards}, 95% interval (number of articles); faint: fewer than {FEW}",
        why_empty=NO_TAGS if group == Group.TAG else panel.NO_TONE,
    )
    panel.show(
        view, about, table, lambda: charts.parts(table), on_click=lambda: _list_of_part(group)
    )
    if len(table) == PARTS:
        st.caption(f"The {PARTS} {GROUPS[group].lower()} with most articles are shown.")
    if group == Group.ENTITY and len(table):
        st.caption("An article none of whose clauses on it has a tone is listed, but not counted.")


def _list_of_part(group: str) -> None:
    if name := panel.clicked(PARTS_KEY):
        narrow = {
            Group.TAG: filter_bar.narrow_to,
            Group.SOURCE: filter_bar.narrow_to_source,
            Group.ENTITY: filter_bar.narrow_to_entity,
        }
        narrow[Group(group)](name)
        filter_bar.narrow_to_query(filter_bar.TONED)
        article_link.list_later()


def _draw_extremes(view: View, pole: Pole) -> None:
    length = view.options["length"]
    table = view.ask("tone_extremes", pole=pole, words=LENGTHS[length], limit=EXTREMES)
    long_enough = "" if length == "any" else f" of {LENGTHS[length]} words and more"
    about = Panel(
        key=f"tone-{pole}",
        metric="tone_extremes",
        title=POLES[pole],
        unit="with the sentences that made them so",
        why_empty=f"No article{long_enough} that matches is {pole}.",
    )
    panel.show_rows(view, about, table, lambda: _draw_cards(view, table, pole))


def _draw_cards(view: View, table: pd.DataFrame, pole: Pole) -> None:
    st.html(shown.STYLE)
    for row in rows_of(table):
        article = int(row["article"])
        reading = caching.reading(view.snapshot, article)
        sentences = charts.telling(reading, positive=pole == Pole.POSITIVE)
        st.html(charts.card(row, sentences, len((reading or {}).get("sentences") or [])))
        st.button(
            "Open the article",
            key=f"open-{pole}-{article}",
            icon=":material/article:",
            type="tertiary",
            on_click=article_link.open_later,
            args=(str(article),),
        )


def _draw_languages(view: View) -> None:
    table = view.ask("tone_languages", limit=0)
    about = Panel(
        key=LANGUAGES_KEY,
        metric="tone_languages",
        title="Articles without a tone",
        unit="articles by language",
    )
    panel.show(view, about, table, lambda: charts.languages(table), on_click=_list_of_language)
    if len(table):
        st.caption(plain(charts.untoned(table)))


def _list_of_language() -> None:
    if code := panel.clicked(LANGUAGES_KEY):
        toned = filter_bar.TONED
        if panel.clicked(LANGUAGES_KEY, 3) != "n":
            toned = f"NOT {toned}"
        filter_bar.narrow_to_query(f"lang:{code}", toned)
        article_link.list_later()
