"""Headline figures side by side."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.charts import style
from dashboard.charts.headline import Glance
from dashboard.metrics import find_metric
from dashboard.views.view import View


def draw(view: View, metric: str, shown: Sequence[Glance]) -> None:
    """Draw the figures of a metric, each with its change and its course."""
    explained = find_metric(metric).description
    compared = view.before() is not None
    if view.filters.stories:
        shown = [replace(one, label=style.of_stories(one.label)) for one in shown]
    for column, glance in zip(st.columns(len(shown)), shown, strict=True):
        with column:
            _draw(glance, explained, compared=compared)


def _draw(glance: Glance, explained: str, *, compared: bool) -> None:
    st.metric(
        glance.label,
        glance.value,
        glance.change,
        # More is neither good nor bad here.
        delta_color="blue",
        delta_arrow=glance.direction,
        delta_description="on the period before" if glance.change else None,
        chart_data=glance.course if len(glance.course) > 1 else None,
        chart_type="area",
        help=f"{glance.remark} {explained}".strip(),
        border=True,
        height="stretch",
    )
    if not compared:
        st.caption("No period before")
