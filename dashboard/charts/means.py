"""Mean tones of parts, a row each, shared by the charts that draw them."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.style import COLOURS, FAINT, FEW, PICKED, ZERO, label


def add_means(
    result: go.Figure,
    rows: Sequence[Mapping[str, Any]],
    part: str,
    texts: Sequence[str] | None = None,
) -> None:
    """Draw the mean tone of parts, a row each, over few articles faint; `texts` stand beside."""
    result.add_scatter(
        x=[row["tone"] for row in rows],
        y=list(range(len(rows))),
        mode="markers+text" if texts else "markers",
        text=texts,
        textposition="middle right",
        cliponaxis=False,
        customdata=[
            [str(row[part]), label(row[part], 60), wording.count(row["n"], "article")]
            for row in rows
        ],
        hovertemplate="<b>tone %{x:+.2f}</b><br>%{customdata[1]}<br>mean over %{customdata[2]}"
        "<extra></extra>",
        marker={
            "size": 11,
            "color": COLOURS[0],
            "opacity": [FAINT if row["n"] < FEW else 1.0 for row in rows],
        },
        **PICKED,
        showlegend=False,
    )
    room = 1.35 if texts else 1.1
    reach = max([abs(row["tone"]) for row in rows] + [0.1]) * room
    result.add_vline(x=0, line=ZERO)
    result.update_xaxes(
        title={"text": "tone, −1 to 1"}, range=[-reach, reach], tickformat="+.2f", nticks=5
    )
