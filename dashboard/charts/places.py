"""Places on a map that needs no network: plain axes over outlines from `data/map`.

Plotly's own maps fetch their outlines from a content network (7.1)."""

import json
from functools import cache
from math import cos, radians, sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from babel import Locale

from dashboard.charts import wording
from dashboard.charts.style import COLOURS, PICKED, faded, figure, known, label, rows_of
from presswatch.resources import data

HEIGHT = 520
LARGEST = 46  # pixels across, the most covered place
NAMED = 25  # places at most have their name on the map
SOUTH, NORTH = -58.0, 80.0  # nothing is written about what lies beyond
AREAS = {  # west, east, south, north
    "world": (-180.0, 180.0, SOUTH, NORTH),
    "africa": (-20.0, 54.0, -36.0, 38.0),
    "asia": (25.0, 150.0, -12.0, 62.0),
    "europe": (-25.0, 45.0, 34.0, 72.0),
    "north america": (-170.0, -50.0, 5.0, 75.0),
    "south america": (-85.0, -32.0, -57.0, 14.0),
    "oceania": (108.0, 180.0, -50.0, 5.0),
}
NARROWEST = 24.0  # degrees: a single place is shown with its surroundings
AT_EDGE = 0.05  # of the map's width
ENGLISH = Locale("en")
LAND, COAST, BORDER = "#E9ECEF", "#B6BEC7", "#CDD3D9"
Line = list[float | None]


def with_position(frame: pd.DataFrame) -> pd.DataFrame:
    """The places whose position is known, a country as a whole by its middle; `whole` says which
    are countries."""
    names = zip(frame["entity"], frame["country"], strict=True)
    placed = frame.assign(whole=[_is_country(name, code) for name, code in names])
    middles = [
        _read()["countries"].get(code) if whole else None
        for code, whole in zip(placed["country"], placed["whole"], strict=True)
    ]
    for column, number in (("longitude", 0), ("latitude", 1)):
        held = pd.Series([one[number] if one else None for one in middles], placed.index, float)
        placed[column] = placed[column].astype(float).fillna(held)
    return placed[placed["latitude"].notna() & placed["longitude"].notna()]


def _is_country(name: str, code: object) -> bool:
    return known(code) and name == _shown().get(
        str(code), ENGLISH.territories.get(str(code), "").replace(" & ", " and ")
    )


@cache
def _shown() -> dict[str, str]:
    """The countries that go by another name than CLDR's, by code."""
    lines = data("words").joinpath("aliases", "countries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows if row[1]}


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((data("map") / "outlines.json").read_text("utf-8"))
    return read


def map_of(frame: pd.DataFrame, area: str | None = None) -> go.Figure:
    """Places by coverage: the larger the mark, the more articles. Without an area, one that has
    all of them."""
    result = figure(height=HEIGHT)
    _draw_outlines(result)
    placed = rows_of(with_position(frame))
    west, east, south, north = AREAS[area] if area else _frame(placed)
    rows = [
        row
        for row in placed
        if west <= row["longitude"] <= east and south <= row["latitude"] <= north
    ]
    most = max([row["coverage"] for row in rows] + [1])
    names = _names(rows, west, east, south, north)
    result.add_scatter(
        x=[row["longitude"] for row in rows],
        y=[row["latitude"] for row in rows],
        mode="markers+text",
        text=names,
        textposition=[_beside((row["longitude"] - west) / (east - west)) for row in rows],
        textfont={"size": 12},
        marker={
            "size": [max(7, LARGEST * sqrt(row["coverage"] / most)) for row in rows],
            "color": [faded(COLOURS[0], 0.25 if row["whole"] else 0.6) for row in rows],
            "symbol": ["square" if row["whole"] else "circle" for row in rows],
            "line": {"width": 1, "color": COLOURS[0]},
        },
        **PICKED,
        customdata=[
            [
                str(row["entity"]),
                label(row["entity"], 60),
                wording.count(row["coverage"], "article"),
                wording.tone(row["tone"]) + f" (over {row['n']})",
                _where(row),
            ]
            for row in rows
        ],
        hovertemplate="<b>%{customdata[1]}</b>%{customdata[4]}<br>%{customdata[2]}"
        "<br>tone towards it %{customdata[3]}<extra></extra>",
        showlegend=False,
    )
    result.update_xaxes(visible=False, range=[west, east], constrain="domain")
    # A degree of longitude is shorter, the farther from the equator.
    stretch = 1 / max(cos(radians((south + north) / 2)), 0.3)
    result.update_yaxes(
        visible=False,
        range=[south, north],
        scaleanchor="x",
        scaleratio=stretch,
        constrain="domain",
    )
    result.update_layout(margin={"l": 0, "r": 0, "t": 8, "b": 0})
    return result


def _draw_outlines(result: go.Figure) -> None:
    land, borders = outlines()
    for lines, style in (
        (land, {"fill": "toself", "fillcolor": LAND, "line": {"width": 0.7, "color": COAST}}),
        (borders, {"line": {"width": 0.7, "color": BORDER}}),
    ):
        xs, ys = lines
        result.add_scatter(x=xs, y=ys, mode="lines", hoverinfo="skip", showlegend=False, **style)


@cache
def outlines() -> tuple[tuple[Line, Line], tuple[Line, Line]]:
    """Land and borders of countries, each as longitudes and latitudes, a gap after each
    line."""
    return _lines(_read()["land"]), _lines(_read()["borders"])


def _lines(parts: list[list[float]]) -> tuple[Line, Line]:
    xs: Line = []
    ys: Line = []
    for part in parts:
        xs += [*part[::2], None]
        ys += [*part[1::2], None]
    return xs, ys


def _frame(rows: list[dict[Any, Any]]) -> tuple[float, float, float, float]:
    """West, east, south and north of what is shown: all the places, and something round them."""
    longitudes = [row["longitude"] for row in rows] or [-180.0, 180.0]
    latitudes = [row["latitude"] for row in rows] or [SOUTH, NORTH]
    west, east = _widened(min(longitudes), max(longitudes), -180.0, 180.0)
    south, north = _widened(min(latitudes), max(latitudes), SOUTH, NORTH)
    return west, east, south, north


def _widened(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    spare = max((high - low) * 0.12, (NARROWEST - (high - low)) / 2, 3)
    return max(low - spare, least), min(high + spare, most)


def _where(row: dict[Any, Any]) -> str:
    if row["whole"]:
        return ", the country as a whole"
    return f", {row['country']}" if known(row["country"]) else ""


def _beside(part: float) -> str:
    """Where a name stands that far from west to east: it is not to be cut off."""
    return "top right" if part < AT_EDGE else "top left" if part > 1 - AT_EDGE else "top center"


def _names(
    rows: list[dict[Any, Any]], west: float, east: float, south: float, north: float
) -> list[str]:
    """The names that fit, the most covered places first: where two would meet, the second goes."""
    taken: list[tuple[float, float]] = []
    names = []
    for row in rows:
        x = (row["longitude"] - west) / (east - west)
        y = (row["latitude"] - south) / (north - south)
        free = all(abs(x - a) > 0.11 or abs(y - b) > 0.045 for a, b in taken)
        fits = free and len(taken) < NAMED
        taken += [(x, y)] if fits else []
        names.append(label(row["entity"], 20) if fits else "")
    return names
