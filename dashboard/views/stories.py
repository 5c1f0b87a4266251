"""Stories: what many tell, who told it first, and how it spread; and one of them."""

import streamlit as st

from dashboard.charts import stories as charts
from dashboard.metrics.parameters import Order
from dashboard.views import panel, story
from dashboard.views.address import Choice, Options, Whole, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "stories"
ORDER = Choice(tuple(Order), Order.COVERAGE)
ORDERS: dict[str, str] = {Order.COVERAGE: "Most articles", Order.NEWEST: "Newest"}
OPTIONS: Options = {"story": Whole(), "order": ORDER}
ROWS = 200
COLUMNS = {
    "Headline": st.column_config.TextColumn(width="large", help="Of the first article."),
    "Articles": st.column_config.NumberColumn(format="localized", help="That match the filters."),
    "Sources": st.column_config.NumberColumn(format="localized", help="Of these articles."),
    "First": st.column_config.TextColumn(
        help="The source that had it first, of all. Another may have been as early where the two "
        "articles are of the same instant, or dated by day only.",
    ),
    "Began": st.column_config.TextColumn(
        help="When the first article was published; by day where it is not known closer."
    ),
    "Days": st.column_config.NumberColumn(
        format="%.1f", help="From the first article to the last, of all."
    ),
    "Changed": st.column_config.NumberColumn(
        help="How many of its articles were seen to be changed after publication."
    ),
    "Tone": st.column_config.NumberColumn(format="%+.2f"),
    "Page views": st.column_config.NumberColumn(format="localized"),
}


def draw(view: View) -> None:
    """The page."""
    if number := int(view.options["story"] or 0):
        story.draw(view, number)
        return
    choose(PAGE, "order", ORDER, "Show the", ORDERS)
    st.caption(
        "Copies and rewrites of one report are one story. Click a row to see who told it first, "
        "and how it spread."
    )
    table = view.ask("stories", order=view.options["order"], limit=ROWS)
    about = Panel(
        key="stories",
        metric="stories",
        title="Stories",
        unit=f"up to {ROWS}, {ORDERS[view.options['order']].lower()} first",
    )
    panel.show_table(
        view,
        about,
        table,
        lambda rows: charts.listing(rows, view.pointer.time_zone),
        COLUMNS,
        height=640,
        on_row=lambda row: story.open_later(str(table["story"].iloc[row])),
    )
    if view.filters.stories and len(table):
        st.caption("Articles are counted on this page, whatever the filter says of stories.")
