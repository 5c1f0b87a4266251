"""How every figure looks, and the one way in which text gets onto it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

# .streamlit/config.toml has the same ten.
COLOURS = (
    "#4477AA",
    "#EE7733",
    "#228833",
    "#AA3377",
    "#66CCEE",
    "#CCBB44",
    "#EE6677",
    "#009988",
    "#997700",
    "#999999",
)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star", "cross", "pentagon")
PALE_TO_DEEP = [[0.0, "#EDF2F7"], [0.25, "#BCD0E5"], [0.5, "#7FA6CB"], [1.0, "#1F4E79"]]
FAINT = 0.4
# What Plotly does to marks once one of them is picked: it stays, the others pale; and of marks that
# are there to be clicked alone, none is seen.
PICKED: dict[str, Any] = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 0.6}},
}
UNSEEN: dict[str, Any] = {
    "selected": {"marker": {"opacity": 0}},
    "unselected": {"marker": {"opacity": 0}},
}
ZERO = {"color": "#9AA5B1", "width": 1, "dash": "dash"}  # the line between two signs
FEW = 10  # a mean over fewer articles than these is drawn faint
FEW_TICKS = 6
HEIGHT = 340
LONGEST = 70  # letters of a label; the hover has the rest

_GREY = "#D5DAE0"
# Importing Streamlit's Plotly support makes a template of placeholders the default, and an image
# exported from that process is black (Streamlit 1.67): hence a template on every figure.
TEMPLATE = go.layout.Template(
    layout={
        "colorway": COLOURS,
        "font": {"family": "system-ui, Segoe UI, Roboto, Arial, sans-serif", "color": "#1F2933"},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "separators": ".,",
        "hoverlabel": {"align": "left", "namelength": -1},
        "xaxis": {"gridcolor": _GREY, "linecolor": _GREY, "zeroline": False, "automargin": True},
        "yaxis": {"gridcolor": _GREY, "linecolor": _GREY, "zeroline": False, "automargin": True},
    }
)


def figure(*, unit: str | None = None, height: int = HEIGHT, **layout: Any) -> go.Figure:
    """An empty figure in the house's style; `unit` stands at the value axis."""
    result = go.Figure(layout={"template": TEMPLATE, "height": height, "dragmode": False})
    result.update_layout(
        margin={"l": 8, "r": 16, "t": 28, "b": 8},
        legend={"orientation": "h", "y": 1.07, "yanchor": "bottom", "x": 0},
        hovermode="closest",
        **layout,
    )
    if unit:
        result.update_yaxes(title={"text": unit})
    return result


def of_stories(words: str) -> str:
    """What is said of articles, said of stories."""
    return words.replace("articles", "stories").replace("Articles", "Stories")


def count_stories(result: go.Figure) -> None:
    """Say that a figure counts stories: at its axes, in its legend, and where one points."""
    result.update_traces(name="stories", selector={"name": "articles"})
    for trace in result.data:
        if trace.hovertemplate:  # names of tags and sources come to it as data
            trace.hovertemplate = of_stories(trace.hovertemplate)
    for axes in (result.for_each_xaxis, result.for_each_yaxis):
        axes(lambda axis: axis.update(title={"text": of_stories(axis.title.text or "")}))


def name_rows(result: go.Figure, labels: Sequence[str]) -> None:
    """Set a row a label, one below the other; the labels are safe already."""
    result.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=list(labels),
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
    )


def room_beside(values: Sequence[float], texts: Sequence[str]) -> list[float]:
    """The range of an axis on which bars have texts beside them, in a half-width panel too."""
    longest = max(map(len, texts), default=0)
    return [0, max([*values, 1]) * (1.1 + 0.035 * longest)]


def counting(top: float) -> dict[str, object]:
    """Ticks for an axis of counts up to `top`: never between two whole numbers."""
    return {"tickformat": ",d"} | ({"dtick": 1} if top <= FEW_TICKS else {})


def label(text: object, longest: int | None = None) -> str:
    """Text from outside, safe in any label: Plotly reads a few HTML tags, live links among them."""
    words = " ".join(str(text).split())
    if longest is not None and len(words) > longest:
        words = words[: longest - 1].rstrip() + "…"
    return words.replace("&", "&amp;").replace("<", "&lt;")


def colour(index: int) -> str:
    """The colour of the part with this place in the order."""
    return COLOURS[index % len(COLOURS)]


def faded(hex_colour: str, opacity: float = FAINT) -> str:
    """A colour let through, for what is not over or rests on few articles."""
    red, green, blue = (int(hex_colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def rows_of(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    """The rows of a frame, each by the names of its columns."""
    return frame.to_dict("records")


def known(value: object) -> bool:
    """Whether there is a value: a missing one comes as None, NaN or NA."""
    return value is not None and not bool(pd.isna(value))  # type: ignore[call-overload]
