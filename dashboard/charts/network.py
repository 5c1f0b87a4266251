"""A network of who appears with whom, laid out the same each time."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.entities import TYPE_COLOURS
from dashboard.charts.style import SYMBOLS, UNSEEN, figure, label, rows_of

HEIGHT = 640
LABEL = 22  # letters of a name in the network
LEAST, MOST = 9, 26  # pixels a mark
WIDTHS = (1.0, 2.2, 4.0)  # of a tie, by thirds of the associations shown
ROUNDS = 300
NAME = (0.36, 0.17)  # width and height of a mark with its name; the figure is 2 of each
Node = tuple[str, str]  # name and type
Places = dict[Node, tuple[float, float]]


def network(
    nodes: pd.DataFrame,
    ties: pd.DataFrame,
    most: int | None = None,
    colours: Mapping[str, str] = TYPE_COLOURS,
) -> go.Figure:
    """Entities (entity, type, coverage) and the pairs among them that appear together more often
    than chance would have it, `most` of them. The first node stands in the middle where it is
    tied to others; `colours` has the types in their order.

    What is clicked carries the name, or the two names of a tie."""
    sizes = {(str(row["entity"]), str(row["type"])): row["coverage"] for row in rows_of(nodes)}
    pairs = [
        (_ends(row), row)
        for row in rows_of(ties.head(most or len(ties)))
        if set(_ends(row)) <= set(sizes)
    ]
    tied = {node for ends, _ in pairs for node in ends}
    shown = [node for node in sizes if node in tied]
    places = _layout(shown, [(ends, row["association"]) for ends, row in pairs])
    result = figure(height=HEIGHT)
    _draw_ties(result, pairs, places)
    most = max([sizes[node] for node in shown] + [1])
    for index, (kind, colour) in enumerate(colours.items()):
        of_type = [node for node in shown if node[1] == kind]
        if of_type:
            parts = {node: sizes[node] / most for node in of_type}
            _draw_nodes(result, (kind, colour, SYMBOLS[index]), of_type, places, parts)
            result.data[-1].customdata = [
                [name, "", label(name, 60), wording.count(sizes[name, kind], "article")]
                for name, _ in of_type
            ]
    result.update_layout(showlegend=len(colours) > 1)
    result.update_xaxes(visible=False, range=[-1.25, 1.25])
    result.update_yaxes(visible=False, range=[-1.15, 1.1])
    return result


def _ends(row: Mapping[Any, Any]) -> tuple[Node, Node]:
    return (
        (str(row["entity"]), str(row["type"])),
        (str(row["other"]), str(row["other_type"])),
    )


def _draw_ties(
    result: go.Figure, pairs: Sequence[tuple[tuple[Node, Node], dict[Any, Any]]], places: Places
) -> None:
    strengths = sorted(row["association"] for _, row in pairs)
    for third, width in enumerate(WIDTHS):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for (one, another), row in pairs:
            if _third(row["association"], strengths) == third:
                xs += [places[one][0], places[another][0], None]
                ys += [places[one][1], places[another][1], None]
        if xs:
            result.add_scatter(
                x=xs,
                y=ys,
                mode="lines",
                line={"width": width, "color": "rgba(107,119,133,0.45)"},
                hoverinfo="skip",
                showlegend=False,
            )
    # A line has no hover between its ends (Plotly 7.1): unseen marks in the middle have.
    result.add_scatter(
        x=[(places[one][0] + places[another][0]) / 2 for (one, another), _ in pairs],
        y=[(places[one][1] + places[another][1]) / 2 for (one, another), _ in pairs],
        mode="markers",
        marker={"size": 14, "color": "rgba(0,0,0,0)"},
        **UNSEEN,
        customdata=[
            [
                one[0],
                another[0],
                label(one[0], 40),
                label(another[0], 40),
                wording.count(row["together"], "article"),
                f"{row['association']:.2f}",
            ]
            for (one, another), row in pairs
        ],
        hovertemplate="<b>%{customdata[2]}</b> and <b>%{customdata[3]}</b><br>%{customdata[4]} "
        "about both<br>association %{customdata[5]}<extra></extra>",
        showlegend=False,
    )


def _third(value: float, ordered: Sequence[float]) -> int:
    below = sum(one < value for one in ordered)
    return min(below * len(WIDTHS) // max(len(ordered), 1), len(WIDTHS) - 1)


def _draw_nodes(
    result: go.Figure,
    looks: tuple[str, str, str],
    nodes: Sequence[Node],
    places: Places,
    parts: Mapping[Node, float],
) -> None:
    kind, colour, symbol = looks
    result.add_scatter(
        x=[places[node][0] for node in nodes],
        y=[places[node][1] for node in nodes],
        mode="markers+text",
        name=kind,
        text=[label(name, LABEL) for name, _ in nodes],
        textposition="bottom center",
        textfont={"size": 12},
        cliponaxis=False,
        marker={
            "size": [LEAST + (MOST - LEAST) * parts[node] ** 0.5 for node in nodes],
            "color": colour,
            "symbol": symbol,
            "opacity": 1,
            "line": {"width": 1, "color": "white"},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.8}},
        hovertemplate="<b>%{customdata[2]}</b><br>%{customdata[3]}<extra></extra>",
    )


def _layout(nodes: Sequence[Node], ties: Sequence[tuple[tuple[Node, Node], float]]) -> Places:
    """Where each node stands, within -1 to 1: tied ones draw near, all push each other away
    (Fruchterman and Reingold, Graph Drawing by Force-directed Placement, 1991), from a circle in
    the order given, the first in its middle: nothing is random."""
    if not nodes:
        return {}
    count = len(nodes)
    angles = np.linspace(0, 2 * np.pi, max(count - 1, 1), endpoint=False)
    at = np.vstack([[0.0, 0.0], np.column_stack([np.cos(angles), np.sin(angles)])])[:count]
    pull = np.zeros((count, count))
    order = {node: place for place, node in enumerate(nodes)}
    for (one, another), association in ties:
        pull[order[one], order[another]] = pull[order[another], order[one]] = association
    room = 1.6 / np.sqrt(count)
    for step in range(ROUNDS):
        between = at[:, None, :] - at[None, :, :]
        apart = np.maximum(np.linalg.norm(between, axis=2), 1e-3)
        push = (room / apart) ** 2 - 2.5 * pull * apart / room
        moved = (between * push[:, :, None]).sum(axis=1) - 0.6 * at
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        at += moved / length * np.minimum(length, 0.2 * (1 - step / ROUNDS))
    at = _spread(_scaled(at))
    return {node: (float(at[place, 0]), float(at[place, 1])) for node, place in order.items()}


def _scaled(at: Any) -> Any:
    """The same, filling the figure in both directions."""
    middle = (at.max(axis=0) + at.min(axis=0)) / 2
    reach = np.maximum((at.max(axis=0) - at.min(axis=0)) / 2, 1e-9)
    return (at - middle) / np.where(reach < 1e-6, 1, reach)


def _spread(at: Any) -> Any:
    """Push nodes apart whose names would run into one another: a name is wide and low."""
    for _ in range(ROUNDS):
        between = at[:, None, :] - at[None, :, :]
        lack = np.maximum(np.array(NAME) - np.abs(between), 0)
        near = (lack > 0).all(axis=2)
        np.fill_diagonal(near, val=False)
        if not near.any():
            break
        # The shorter way apart, as parts of a name's width and height.
        upwards = lack[:, :, 1] / NAME[1] <= lack[:, :, 0] / NAME[0]
        order = np.arange(len(at))
        tie = np.sign(order[:, None] - order[None, :])
        for axis, along in ((0, ~upwards), (1, upwards)):
            away = np.where(between[:, :, axis] != 0, np.sign(between[:, :, axis]), tie)
            at[:, axis] += 0.3 * (lack[:, :, axis] * away * (near & along)).sum(axis=1)
        at = np.clip(at, -1, 1)
    return at
