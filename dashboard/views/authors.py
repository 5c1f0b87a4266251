"""Authors: who writes about this, how often, in what tone, for whom; and one of them."""

import pandas as pd
import streamlit as st

from dashboard.charts import authors as charts
from dashboard.charts import wording
from dashboard.charts.style import FEW
from dashboard.views import author, panel
from dashboard.views.address import Options, Text
from dashboard.views.author import NOBODY
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = author.PAGE
OPTIONS: Options = {"author": Text(), "of": author.SCOPE}
BARS, ROWS = 20, 500
BARS_KEY, TONES_KEY = "authors", "author-tones"
COLUMNS = {
    "Author": st.column_config.TextColumn(width="medium"),
    "Articles": st.column_config.NumberColumn(format="localized"),
    "Share": st.column_config.NumberColumn(format="%.1f%%", help="Of all articles that match."),
    "Sources": st.column_config.NumberColumn(help="How many sources the articles are from."),
    "Most for": st.column_config.TextColumn(help="The source that most of them are from."),
    "Tone": st.column_config.NumberColumn(format="%+.2f", help="Mean, −1 to 1."),
    "With tone": st.column_config.NumberColumn(
        help="How many articles the mean tone is over; over fewer than 10 it says little."
    ),
    "First": st.column_config.DateColumn(format="D MMM YYYY"),
    "Last": st.column_config.DateColumn(format="D MMM YYYY"),
}


def draw(view: View) -> None:
    """The page."""
    if name := view.options["author"]:
        author.draw(view, name)
        return
    st.caption("Click a name to see for whom an author writes, on what, and in what tone.")
    table = view.ask("authors", limit=ROWS)
    _draw_unsigned(view)
    left, right = st.columns(2)
    with left:
        _draw_bars(view, table.head(BARS))
    with right:
        _draw_tones(view, table.head(BARS))
    _draw_table(view, table)


def _draw_unsigned(view: View) -> None:
    signed = view.ask("authorship")
    if len(signed) and signed["unsigned"].iloc[0]:
        row = signed.iloc[0]
        whole = wording.coverage(row["articles"], stories=view.filters.stories)
        st.caption(
            f"{wording.number(row['unsigned'])} of {whole} "
            "name no author, and count in the shares alone. Two people of one name are one here."
        )


def _draw_bars(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key=BARS_KEY,
        metric="authors",
        title="Who writes about this",
        unit="articles, share",
        why_empty=NOBODY,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table),
        on_click=lambda: author.open_later(panel.clicked(BARS_KEY)),
    )


def _draw_tones(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key=TONES_KEY,
        metric="authors",
        title="In what tone",
        unit=f"mean (number of articles), faint: fewer than {FEW}",
        why_empty="No article that matches and names an author has a tone."
        if len(table)
        else NOBODY,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.tones(table),
        empty=not table["n"].any(),
        on_click=lambda: author.open_later(panel.clicked(TONES_KEY)),
    )


def _draw_table(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key="author-table",
        metric="authors",
        title="In numbers",
        unit=f"the {ROWS} who wrote most",
        why_empty=NOBODY,
    )
    panel.show_table(
        view,
        about,
        table,
        charts.listing,
        COLUMNS,
        on_row=lambda row: author.open_later(table["author"].iloc[row]),
    )
