"""Entities: the people, organizations and places that are written about, and one of them."""

import pandas as pd
import streamlit as st

from dashboard.charts import entities as charts
from dashboard.charts import network, places
from dashboard.metrics.parameters import Kind
from dashboard.views import entity, panel
from dashboard.views.address import Choice, Options, Text, choose
from dashboard.views.panel import Panel
from dashboard.views.view import View

PAGE = "entities"
KIND = Choice(tuple(Kind), Kind.ANY)
AREA = Choice(("fitting", *places.AREAS), "fitting")
AREA_NAMES = {"fitting": "All places"} | {area: area.title() for area in places.AREAS}
OPTIONS: Options = {"kind": KIND, "name": Text(), "area": AREA}
KINDS: dict[str, str] = {
    Kind.ANY: "All",
    Kind.PERSON: "People",
    Kind.ORGANIZATION: "Organizations",
    Kind.PLACE: "Places",
    Kind.EVENT: "Events",
    Kind.PRODUCT: "Products",
}
BARS, ROWS, KNOTS, PLACES = 20, 200, 20, 500
BARS_KEY, TIES_KEY, MAP_KEY = "most-named", "entity-ties", "places"
COLUMNS = {
    "Name": st.column_config.TextColumn(width="medium"),
    "Articles": st.column_config.NumberColumn(format="localized"),
    "Share": st.column_config.NumberColumn(format="%.1f%%", help="Of all articles that match."),
    "Change": st.column_config.NumberColumn(
        format="%+.0f%%", help="Of the articles, on the period before."
    ),
    "Prominence": st.column_config.NumberColumn(format="%.2f", help="0 to 1."),
    "Tone": st.column_config.NumberColumn(format="%+.2f", help="Towards it, −1 to 1."),
    "With tone": st.column_config.NumberColumn(
        help="How many articles the mean tone is over; over fewer than 10 it says little."
    ),
}
MOST_TIES = 50  # more of them hide one another
NOBODY = "No article that matches names anybody or anything of this kind."


def draw(view: View) -> None:
    """The page."""
    if name := view.options["name"]:
        entity.draw(view, name)
        return
    choose(PAGE, "kind", KIND, "Show", KINDS)
    st.caption("Click a name to see who writes about it, how, and beside whom.")
    kind = view.options["kind"]
    table = view.ask("entities", kind=kind, limit=ROWS)
    _draw_bars(view, table.head(BARS))
    _draw_table(view, table)
    _draw_ties(view, table.head(KNOTS), kind)
    if kind in (Kind.ANY, Kind.PLACE):
        _draw_map(view)


def _draw_bars(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key=BARS_KEY,
        metric="entities",
        title="Most named",
        unit="articles, change on the period before",
        why_empty=NOBODY,
    )
    panel.show(
        view,
        about,
        table,
        lambda: charts.bars(table),
        on_click=lambda: entity.open_later(panel.clicked(BARS_KEY)),
    )


def _draw_table(view: View, table: pd.DataFrame) -> None:
    about = Panel(
        key="entity-table",
        metric="entities",
        title="In numbers",
        unit=f"the {ROWS} most named",
        why_empty=NOBODY,
    )
    panel.show_table(
        view,
        about,
        table,
        charts.listing,
        COLUMNS,
        on_row=lambda row: entity.open_later(table["entity"].iloc[row]),
    )


def _draw_ties(view: View, nodes: pd.DataFrame, kind: str) -> None:
    ties = view.ask("entity_ties", kind=kind, limit=KNOTS)
    about = Panel(
        key=TIES_KEY,
        metric="entity_ties",
        title=f"Who appears with whom, among the {KNOTS} most named",
        unit=f"the {MOST_TIES} closest ties; the thicker, the closer",
        why_empty="No two of them appear together more often than chance would have it, in at "
        "least three articles.",
    )
    panel.show(
        view,
        about,
        ties,
        lambda: network.network(nodes, ties, MOST_TIES),
        on_click=lambda: entity.open_clicked(TIES_KEY),
    )


def _draw_map(view: View) -> None:
    choose(PAGE, "area", AREA, "Map of", AREA_NAMES)
    area = view.options["area"]
    table = view.ask("places", limit=PLACES)
    placed = places.with_position(table)
    about = Panel(
        key=MAP_KEY,
        metric="places",
        title="Where",
        unit="articles that name a place",
        why_empty="No place that the articles name has a known position on the map."
        if len(table)
        else "No article that matches names a place.",
    )
    panel.show(
        view,
        about,
        table,
        lambda: places.map_of(table, None if area == "fitting" else area),
        empty=not len(placed),
        on_click=lambda: entity.open_later(panel.clicked(MAP_KEY)),
    )
    if 0 < len(placed) < len(table):
        st.caption(
            f"{len(placed)} of the {len(table)} most named places have a known position. A square "
            "is a country as a whole."
        )
