"""Sources: who publishes how much, how early, in what tone, and when; of one source, all of it."""

import streamlit as st

from dashboard.charts import sources as charts
from dashboard.charts import tone as tone_charts
from dashboard.charts.style import FEW
from dashboard.metrics import Period
from dashboard.metrics.parameters import Group
from dashboard.views import filter_bar, panel, source
from dashboard.views.address import Choice, Options, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "sources"
BY = Choice(("fitting", *Period), "fitting")
OPTIONS: Options = {"by": BY}
BARS, LIVES = 20, 15
MOST_CELLS = 1800  # the heat map's marks are one trace
LIVES_KEY, TONES_KEY = "source-lives", "source-tones"
COLUMNS = {
    "Articles": st.column_config.NumberColumn(format="localized"),
    "Share": st.column_config.NumberColumn(format="%.1f%%", help="Of all articles that match."),
    "Tone": st.column_config.NumberColumn(format="%+.2f", help="Mean, −1 to 1."),
    "With tone": st.column_config.NumberColumn(
        help="How many articles the mean tone is over; over fewer than 10 it says little."
    ),
    "Own": st.column_config.NumberColumn(
        format="%.0f%%", help="Of its articles, those of stories that no other source has."
    ),
    "First": st.column_config.NumberColumn(
        format="%.0f%%",
        help="Of the stories that it shares with others, those in which no source was earlier.",
    ),
    "Hours behind": st.column_config.NumberColumn(
        format="%.1f", help="Median, in the shared stories in which another source was earlier."
    ),
    "Shared stories": st.column_config.NumberColumn(
        format="localized",
        help="Those in which it and another source have articles with a time of day.",
    ),
    "Days": st.column_config.NumberColumn(
        format="localized", help="Of the window, those with an article of it."
    ),
    "A day": st.column_config.NumberColumn(
        format="%.1f", help="Articles on a day that has one, on average."
    ),
    "Days between": st.column_config.NumberColumn(
        format="%.0f", help="Median, from one day with an article to the next."
    ),
    "First seen": st.column_config.DateColumn(
        format="D MMM YYYY", help="Its first article in the store, whatever the filters."
    ),
    "Last seen": st.column_config.DateColumn(
        format="D MMM YYYY", help="Its last article in the store, whatever the filters."
    ),
    "In the store": st.column_config.NumberColumn(
        format="localized", help="All its articles, whatever the filters."
    ),
}


def draw(view: View) -> None:
    """The page: of all sources, or of the only one that is filtered by."""
    if len(view.filters.sources) == 1:
        source.draw(view, view.filters.sources[0])
        return
    st.caption("Click a source to see it alone.")
    _draw_table(view)
    choose(PAGE, "by", BY, "Lives by", {"fitting": "As fits"})
    _draw_lives(view)
    firsts = view.ask("source_firsts", limit=BARS)
    left, right = st.columns(2)
    with left:
        source.draw_places(view, firsts, _open)
    with right:
        source.draw_firsts(view, firsts, _open)
    _draw_tones(view)
    source.draw_rhythm(view)


def _draw_table(view: View) -> None:
    record = view.ask("source_record", limit=0)
    about = Panel(
        key="sources",
        metric="source_record",
        title="All sources",
        unit="one row a source; click a heading to sort",
    )
    if not record["coverage"].any():
        record = record.head(0)
    shown = charts.listing(
        record, view.ask("source_cadence", limit=0), view.ask("source_firsts", limit=0)
    )
    panel.show_table(
        view,
        about,
        shown,
        lambda rows: rows,
        COLUMNS,
        on_row=lambda row: filter_bar.narrow_to_source(record["source"].iloc[row]),
    )


def _draw_lives(view: View) -> None:
    span = source.life_span(view, view.options["by"])
    while span.periods() * LIVES > MOST_CELLS and span.period != Period.MONTH:
        span = span.longer()
    table = view.ask("source_course", period=span.period, limit=LIVES)
    about = Panel(
        key=LIVES_KEY,
        metric="source_course",
        title=f"Over their lives, by {span.period}",
        unit="articles",
    )
    panel.show(
        view, about, table, lambda: charts.lives(table, span), on_click=lambda: _open(LIVES_KEY)
    )
    st.caption(
        "All days in the store, not those of the window alone. Blank is before a source's first "
        "article and after its last."
    )


def _draw_tones(view: View) -> None:
    table = view.ask("tone_by", group=Group.SOURCE, limit=BARS)
    about = Panel(
        key=TONES_KEY,
        metric="tone_by",
        title="In what tone",
        unit=f"mean with its 95% interval, faint: fewer than {FEW}",
        why_empty=panel.NO_TONE,
    )
    panel.show(
        view, about, table, lambda: tone_charts.parts(table), on_click=lambda: _open(TONES_KEY)
    )


def _open(key: str) -> None:
    if name := panel.clicked(key):
        filter_bar.narrow_to_source(name)
