"""Charts of a set's voices: how much is written of each member, when, by whom, in what tone."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.series import add_line, days_of, note_marks
from dashboard.charts.style import (
    FAINT,
    FEW,
    PALE_TO_DEEP,
    PICKED,
    UNSEEN,
    colour,
    faded,
    figure,
    known,
    label,
    name_rows,
    rows_of,
)

ROW = 34  # pixels a member or source
LABEL = 22  # letters of a member at the axis
TONES = {
    "negative_articles": ("negative", "#C05A4E"),
    "neutral_articles": ("neutral", "#C9CFD6"),
    "positive_articles": ("positive", "#4C9A6A"),
}
Named = Callable[[str], str]  # how a member is shown


def shares(frame: pd.DataFrame, before: pd.DataFrame | None, shown: Named) -> go.Figure:
    """Each member's share of the set's coverage, and of what has a member in title or lead, with
    the change of the first on the period before."""
    rows = rows_of(frame)
    result = _by_rows([label(shown(row["member"]), LABEL) for row in rows], height=2 * ROW)
    earlier = {} if before is None else dict(zip(before["member"], before["share"], strict=True))
    for name, column, opacity in (
        ("of all articles of the set", "share", 1.0),
        ("of those with one in title or lead", "prominent_share", 0.4),
    ):
        result.add_bar(
            orientation="h",
            name=name,
            x=[row[column] if known(row[column]) else 0 for row in rows],
            y=list(range(len(rows))),
            text=[
                _percent(row[column])
                + (_points(row[column], earlier.get(row["member"])) if opacity == 1 else "")
                for row in rows
            ],
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [
                    str(row["member"]),
                    label(shown(row["member"]), 60),
                    wording.count(row["coverage"], "article"),
                    wording.number(row["overlap"]),
                    wording.number(row["prominent"]),
                ]
                for row in rows
            ],
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}, of which "
            "%{customdata[3]} are about another too<br>%{customdata[4]} with it in title or lead"
            "<extra></extra>",
            marker={"color": [faded(colour(place), opacity) for place in range(len(rows))]},
            **PICKED,
            offsetgroup=column,
        )
    top = max(
        [value for column in ("share", "prominent_share") for value in frame[column].fillna(0)]
        + [0.05]
    )
    result.update_xaxes(range=[0, top * 1.25], tickformat=".0%")
    result.update_layout(barmode="group", bargap=0.25)
    return result


def course(frame: pd.DataFrame, span: Span, shown: Named, *, as_share: bool) -> go.Figure:
    """Each member's share, or coverage, by period: members may overlap, so none is stacked. A share
    of few articles is faint, and the hover has their number."""
    result = figure(unit="share of the set" if as_share else "articles", height=420)
    starts = []
    for index, member in enumerate(dict.fromkeys(frame["member"])):
        rows = frame[frame["member"] == member]
        starts = days_of(rows["starts_on"])
        notes = [
            [
                label(shown(row["member"]), 60),
                wording.number(row["coverage"]),
                wording.count(row["whole"], "article"),
                _percent(row["share"]),
            ]
            for row in rows_of(rows)
        ]
        add_line(
            result,
            starts,
            rows["share" if as_share else "coverage"].tolist(),
            span=span,
            name=shown(member),
            index=index,
            hover="<b>%{customdata[1]}</b><br>%{customdata[2]} of %{customdata[3]} of the set, "
            "%{customdata[4]}<br>%{customdata[0]}<extra></extra>",
            notes=notes,
            marker={"opacity": [FAINT if as_share and n < FEW else 1.0 for n in rows["whole"]]},
        )
    if as_share:  # the points tell which of them rest on few
        result.update_traces(mode="lines+markers", line={"width": 1})
    note_marks(result, starts, span)
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    result.update_yaxes(rangemode="tozero", tickformat=".0%" if as_share else ",d")
    result.update_traces(cliponaxis=False)
    return result


def tones(frame: pd.DataFrame, shown: Named) -> go.Figure:
    """How much of what is written of each member is negative, neutral and positive."""
    rows = rows_of(frame)
    result = _by_rows([label(shown(row["member"]), LABEL) for row in rows])
    for column, (name, fill) in TONES.items():
        parts = [row[column] / row["n"] if row["n"] else 0 for row in rows]
        result.add_bar(
            orientation="h",
            name=name,
            x=parts,
            y=list(range(len(rows))),
            text=[f"{part:.0%}" if part >= 0.08 else "" for part in parts],
            textposition="inside",
            textangle=0,
            insidetextanchor="middle",
            customdata=[
                [
                    label(shown(row["member"]), 60),
                    wording.count(row[column], "article"),
                    wording.tone(row["tone"]),
                    wording.number(row["n"]),
                ]
                for row in rows
            ],
            hovertemplate=f"<b>%{{customdata[0]}}</b><br>%{{customdata[1]}} {name}, %{{x:.0%}}"
            "<br>mean tone %{customdata[2]} over %{customdata[3]}<extra></extra>",
            marker={"color": fill},
        )
    result.update_layout(barmode="stack", legend={"traceorder": "normal"})
    result.update_xaxes(range=[0, 1], tickformat=".0%")
    return result


def by_source(frame: pd.DataFrame, shown: Named) -> go.Figure:
    """Each member's share of what each source writes about the set."""
    members = list(dict.fromkeys(frame["member"]))
    names = list(dict.fromkeys(frame["source"]))
    cells = {(row["source"], row["member"]): row for row in rows_of(frame)}
    return _grid(
        names,
        members,
        [[cells[name, member]["share"] for member in members] for name in names],
        [
            [
                [
                    str(name),
                    str(member),
                    label(name, 60),
                    label(shown(member), 60),
                    wording.count(cells[name, member]["coverage"], "article"),
                ]
                for member in members
            ]
            for name in names
        ],
        rows_named=[label(name, LABEL) for name in names],
        columns_named=[label(shown(member), 18) for member in members],
        hover="<b>%{customdata[2]}</b><br>%{customdata[3]}: %{customdata[4]}, %{text} of what it "
        "writes about the set<extra></extra>",
    )


def overlap(frame: pd.DataFrame, shown: Named) -> go.Figure:
    """Which share of the articles about the member of a row is about that of a column too."""
    members = list(dict.fromkeys(frame["member"]))
    cells = {(row["member"], row["other"]): row for row in rows_of(frame)}
    pairs = [[cells.get((one, other)) for other in members] for one in members]
    return _grid(
        members,
        members,
        [[pair["share"] if pair else None for pair in row] for row in pairs],
        [
            [
                [
                    str(one),
                    str(other),
                    label(shown(one), 60),
                    label(shown(other), 60),
                    wording.count(pair["together"], "article") if pair else "",
                ]
                for other, pair in zip(members, row, strict=True)
            ]
            for one, row in zip(members, pairs, strict=True)
        ],
        rows_named=[label(shown(member), LABEL) for member in members],
        columns_named=[label(shown(member), 18) for member in members],
        hover="%{text} of the articles about <b>%{customdata[2]}</b><br>are about "
        "<b>%{customdata[3]}</b> too: %{customdata[4]}<extra></extra>",
    )


def _grid(
    rows: Sequence[str],
    columns: Sequence[str],
    values: list[list[float | None]],
    told: list[list[list[str]]],
    *,
    rows_named: list[str],
    columns_named: list[str],
    hover: str,
) -> go.Figure:
    result = _by_rows(rows_named)
    result.add_heatmap(
        z=values, colorscale=PALE_TO_DEEP, zmin=0, zmax=1, xgap=2, ygap=2, showscale=False,
        hoverinfo="skip",
    )  # fmt: skip
    cells = [(i, j) for i in range(len(rows)) for j in range(len(columns)) if known(values[i][j])]
    # A heat map's cells cannot be selected (Plotly 7.1): unseen marks over them can.
    result.add_scatter(
        x=[j for _, j in cells],
        y=[i for i, _ in cells],
        mode="markers+text",
        text=[_percent(values[i][j]) for i, j in cells],
        textfont={
            "size": 11,
            "color": ["white" if (values[i][j] or 0) > 0.55 else "#1F2933" for i, j in cells],
        },
        marker={"size": ROW - 6, "symbol": "square", "color": "rgba(0,0,0,0)"},
        **UNSEEN,
        customdata=[told[i][j] for i, j in cells],
        hovertemplate=hover,
        showlegend=False,
    )
    result.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(columns))),
        ticktext=columns_named,
        side="top",
        showgrid=False,
        range=[-0.5, len(columns) - 0.5],
    )
    result.update_layout(margin={"t": 60})
    return result


def _by_rows(labels: Sequence[str], *, height: int = ROW) -> go.Figure:
    result = figure(height=90 + height * max(len(labels), 3))
    name_rows(result, labels)
    return result


def _percent(value: Any) -> str:
    return f"{value:.0%}" if known(value) else "–"


def _points(now: Any, before: Any) -> str:
    """The change of a share, in percentage points."""
    if not known(now) or not known(before):
        return ""
    points = round(100 * (now - before))
    sign = wording.MINUS if points < 0 else "+" if points else "±"
    return f" ({sign}{abs(points)})"
