"""Charts of entities: who and what is named, how often, by whom, and how one stands."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import headline, wording
from dashboard.charts.headline import Glance
from dashboard.charts.means import add_means
from dashboard.charts.style import (
    COLOURS,
    PICKED,
    counting,
    figure,
    known,
    label,
    name_rows,
    room_beside,
    rows_of,
)

ROW = 26  # pixels a bar
LABEL = 28  # letters of a name at the axis
TYPES = ("person", "organization", "place", "event", "product")  # the order of their colours
TYPE_COLOURS = dict(zip(TYPES, COLOURS, strict=False))
SHOWN = {
    "entity": "Name",
    "type": "Type",
    "coverage": "Articles",
    "share": "Share",
    "change": "Change",
    "prominence": "Prominence",
    "tone": "Tone",
    "n": "With tone",
}
SAID = {
    "published_on": "Published",
    "speaker": "Speaker",
    "text": "Quote",
    "tone": "Tone",
    "source": "Source",
}


def colour_of(kind: object) -> str:
    """The colour of a type of entities."""
    return TYPE_COLOURS.get(str(kind), COLOURS[-1])


def bars(frame: pd.DataFrame) -> go.Figure:
    """Entities by coverage, coloured by type, each with its change on the period before."""
    rows = rows_of(frame)
    texts = [wording.counted(row) for row in rows]
    result = _horizontal([row["entity"] for row in rows], frame["coverage"].tolist(), texts)
    for kind in TYPES:
        of_type = [(place, row) for place, row in enumerate(rows) if row["type"] == kind]
        if of_type:
            result.add_bar(
                **_bars([row["coverage"] for _, row in of_type], [place for place, _ in of_type]),
                name=kind,
                text=[wording.counted(row) for _, row in of_type],
                customdata=[_told(row) for _, row in of_type],
                hovertemplate="<b>%{customdata[1]}</b> (%{customdata[2]})<br>%{customdata[3]}, "
                "change %{customdata[4]}<br>prominence %{customdata[5]}"
                "<br>tone towards it %{customdata[6]}<extra></extra>",
                marker={"color": colour_of(kind)},
            )
    return result


def sources(frame: pd.DataFrame) -> go.Figure:
    """Who writes about an entity: articles, with their share of all that the source publishes."""
    texts = [f"{row['coverage']:,}  {row['share']:.0%}" for row in rows_of(frame)]
    result = _horizontal(frame["source"].tolist(), frame["coverage"].tolist(), texts)
    result.add_bar(
        **_bars(frame["coverage"].tolist(), list(range(len(frame)))),
        text=texts,
        customdata=[
            [
                str(row["source"]),
                label(row["source"], 60),
                wording.count(row["coverage"], "article"),
                f"{row['share']:.1%}",
                wording.tone(row["tone"]) + f" (over {row['n']})",
            ]
            for row in rows_of(frame)
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}, %{customdata[3]} of what it "
        "publishes<br>tone towards it %{customdata[4]}<extra></extra>",
        marker={"color": COLOURS[0]},
        showlegend=False,
    )
    return result


def source_tones(frame: pd.DataFrame) -> go.Figure:
    """The mean tone of each source towards an entity; over few articles it is faint."""
    rows = [row for row in rows_of(frame) if known(row["tone"])]
    texts = [wording.tone(row["tone"]) for row in rows]
    result = _horizontal([row["source"] for row in rows], [1], texts)
    add_means(result, rows, "source", texts)
    return result


def company(frame: pd.DataFrame) -> go.Figure:
    """Who appears with an entity, the closest first; the number is of articles about both."""
    rows = rows_of(frame)
    texts = [f"{row['together']:,}" for row in rows]
    result = _horizontal([row["entity"] for row in rows], frame["association"].tolist(), texts)
    result.add_bar(
        **_bars(frame["association"].tolist(), list(range(len(rows)))),
        text=texts,
        customdata=[
            [
                str(row["entity"]),
                label(row["entity"], 60),
                str(row["type"]),
                wording.number(row["together"]),
                wording.number(row["coverage"]),
            ]
            for row in rows
        ],
        hovertemplate="<b>%{customdata[1]}</b> (%{customdata[2]})<br>association %{x:.2f}"
        "<br>%{customdata[3]} of the %{customdata[4]} articles that name it<extra></extra>",
        marker={"color": [colour_of(row["type"]) for row in rows]},
        showlegend=False,
    )
    result.update_xaxes(title={"text": "association, 0 to 1"}, range=[0, 1.1], tickformat=".1f")
    result.update_xaxes(dtick=0.2)
    return result


def glances(now: pd.DataFrame, before: pd.DataFrame | None, course: pd.DataFrame) -> list[Glance]:
    """What stands at the head of one entity's page."""
    then = before.iloc[0] if before is not None and len(before) else None
    few = headline.few(now.iloc[0])
    labels = {
        "coverage": "Articles",
        "share": "Share of all articles",
        "prominent": "In title or lead",
        "tone": f"Tone towards it{few}",
        "sources": "Sources",
    }
    return [
        headline.glance(label, column, now.iloc[0], then, course)
        for column, label in labels.items()
    ]


def listing(frame: pd.DataFrame) -> pd.DataFrame:
    """Entities as a table, under their headings; shares and changes in percent."""
    shown = frame[list(SHOWN)].copy()
    for name in ("share", "change"):
        shown[name] = frame[name].astype(float) * 100
    return shown.rename(columns=SHOWN)


def with_itself(now: pd.DataFrame, company: pd.DataFrame) -> pd.DataFrame:
    """An entity before those that it appears with: name, type and articles of each."""
    itself = now[["entity", "coverage"]].assign(type=[types[0] for types in now["types"]])
    return pd.concat([itself, company[["entity", "type", "coverage"]]], ignore_index=True)


def quoted(frame: pd.DataFrame) -> pd.DataFrame:
    """Quotes as a table, under their headings."""
    return frame[list(SAID)].rename(columns=SAID)


def described(now: pd.DataFrame) -> str:
    """What the entity is, and how texts spell it."""
    row = now.iloc[0]
    said = " or ".join(row["types"])
    others = [one for one in row["spellings"] if one != row["entity"]]
    return f"{said}, also written {', '.join(map(wording.apart, others))}" if others else said


def _horizontal(
    names: Sequence[object], values: Sequence[float], texts: Sequence[str]
) -> go.Figure:
    result = figure(height=90 + ROW * max(len(names), 4))
    name_rows(result, [label(name, LABEL) for name in names])
    top = max([*values, 1])
    room = room_beside(values, texts)
    result.update_xaxes(title={"text": "articles"}, range=room, **counting(top))
    return result


def _bars(values: Sequence[float], places: Sequence[int]) -> dict[str, Any]:
    """What all bars share. A click leads elsewhere; until the page has changed, none need fade."""
    return {
        "orientation": "h",
        "x": list(values),
        "y": list(places),
        "textposition": "outside",
        "cliponaxis": False,
        **PICKED,
    }


def _told(row: dict[Any, Any]) -> list[str]:
    return [
        str(row["entity"]),
        label(row["entity"], 60),
        str(row["type"]),
        f"{wording.count(row['coverage'], 'article')} ({row['share']:.1%} of all)",
        wording.change(row["change"]),
        wording.share(row["prominence"]),
        f"{wording.tone(row['tone'])} (over {row['n']})",
    ]
