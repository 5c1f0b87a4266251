"""A chart on a page: title, unit, help, the figure or why there is none, and its exports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import drawing, export
from dashboard.charts import style
from dashboard.charts.wording import instant
from dashboard.filters import widening
from dashboard.metrics import find_metric
from dashboard.views import filter_bar
from dashboard.views.plain import plain
from dashboard.views.view import View
from presswatch.errors import ExportError

_MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
NO_TAGS = "No article that matches has a tag."
NO_TONE = "No article that matches has a text in a language that is scored."
_ROW = 36  # pixels of a row of a table
_CONFIG = {"displayModeBar": False, "scrollZoom": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What stands round a chart."""

    key: str  # names the chart in the page and its files
    metric: str  # whose definition is the help
    title: str
    unit: str
    why_empty: str = ""  # what to say beside the filters where there is nothing to draw


def show(
    view: View,
    panel: Panel,
    table: pd.DataFrame,
    draw: Callable[[], go.Figure],
    *,
    empty: bool = False,
    on_click: Callable[[], None] | None = None,
    brush: bool = False,
) -> None:
    """Show a chart of a table; `draw` makes the figure, and is called unless the table has no row,
    or is `empty` in another way. With `brush` one can also drag over several marks."""
    in_stories = view.filters.stories and "stories" in find_metric(panel.metric).unit
    if in_stories:
        panel = replace(panel, unit=style.of_stories(panel.unit))
    with st.container(border=True, key=f"panel-{panel.key}"):
        figure = None if empty or table.empty else draw()
        if figure is not None and in_stories:
            style.count_stories(figure)
        _head(view, panel, table, figure)
        if figure is None:
            st.info(nothing(view, panel.why_empty), icon=":material/search_off:")
            return
        modes = ("points", "box") if brush else ("points",)
        clicks: dict[str, Any] = {}
        if on_click:
            clicks = {"on_select": on_click, "selection_mode": modes}
        st.plotly_chart(
            figure, key=panel.key, config=_CONFIG, alt=f"{panel.title}, {panel.unit}", **clicks
        )


def show_rows(view: View, panel: Panel, table: pd.DataFrame, draw: Callable[[], object]) -> None:
    """Show a table as rows; `draw` draws them, and is called unless there are none."""
    with st.container(border=True, key=f"panel-{panel.key}"):
        _head(view, panel, table, None)
        if len(table):
            draw()
        else:
            st.info(nothing(view, panel.why_empty), icon=":material/search_off:")


def show_table(
    view: View,
    panel: Panel,
    table: pd.DataFrame,
    listed: Callable[[pd.DataFrame], pd.DataFrame],
    columns: Mapping[str, Any] | None = None,
    *,
    height: int = 400,
    on_row: Callable[[int], None] | None = None,
) -> None:
    """Show a table as rows that can be sorted; `listed` puts it under its headings, and is called
    unless it is empty. `columns` says how each is written, `height` is the most that it takes, in
    pixels, `on_row` is called with the number of a row that is clicked."""
    key = f"{panel.key}-rows"
    clicks: dict[str, Any] = {}
    if on_row:
        clicks = {
            "on_select": partial(_tell_row, key, on_row),
            "selection_mode": ["single-row", "single-cell"],
        }
    show_rows(
        view,
        panel,
        table,
        lambda: st.dataframe(
            listed(table),
            key=key,
            hide_index=True,
            height="content" if len(table) < height // _ROW else height,
            placeholder="–",
            column_config=columns,
            **clicks,
        ),
    )


def _tell_row(key: str, on_row: Callable[[int], None]) -> None:
    row = marked_row(key)
    if row is not None:
        on_row(row)


def marked_row(key: str) -> int | None:
    """Which row of a table was clicked, for callbacks; None where none is marked."""
    marked = st.session_state[key]["selection"]
    rows = [*marked["rows"], *(row for row, _ in marked["cells"])]
    return rows[0] if rows else None


def nothing(view: View, why: str = "") -> str:
    """Why there is nothing to show, and what to do; for Markdown."""
    looking = f"You are looking at what was published {view.sentence}."
    return plain(" ".join([why or "No article matches.", looking, *widening(view.filters)]))


def filter_by_clicked(key: str) -> None:
    """Filter by the tag whose mark was clicked, for callbacks."""
    if tag := clicked(key):
        filter_bar.narrow_to(tag)


def clicked(key: str, place: int = 0) -> str | None:
    """What the marked point of a chart carries, for callbacks; None where none is marked."""
    points = st.session_state[key]["selection"]["points"]
    if not points or not points[0].get("customdata"):
        return None
    return str(points[0]["customdata"][place])


def clicked_days(key: str, place: int) -> str | None:
    """The period whose mark was clicked as a query, for callbacks; the mark carries its first day
    at that place and its last at the next."""
    first, last = clicked(key, place), clicked(key, place + 1)
    return f"date:{first}..{last}" if first and last else None


def note(view: View, panel: Panel) -> export.Note:
    """What stands beside the chart once it has left the dashboard."""
    pointer = view.pointer
    fresh = pointer.complete_until or pointer.last_refresh.ended_at
    made_of = [
        "Presswatch",
        f"snapshot {pointer.generation}",
        f"data until {instant(fresh, pointer.time_zone)} ({pointer.time_zone})",
    ]
    if pointer.holds == "sample":
        made_of.append("sample data")
    return export.Note(
        title=panel.title, unit=panel.unit, filters=view.sentence, made_of=", ".join(made_of)
    )


def explained(metric: str) -> str:
    """A metric's definition, as a chart's help."""
    found = find_metric(metric)
    return f"**{found.title}.** {found.description}\n\nUnit: {found.unit}. Grain: {found.grain}."


def draw_data_exports(view: View, panel: Panel, table: Callable[[], pd.DataFrame]) -> None:
    """Draw the buttons that save a table; it is asked for at the click."""
    about = note(view, panel)
    with st.container(horizontal=True):
        _button(view, panel, "csv", lambda: export.csv(table()))
        _button(view, panel, "xlsx", lambda: export.xlsx(table(), about))
        _button(view, panel, "parquet", lambda: export.parquet(table(), about))


def _head(view: View, panel: Panel, table: pd.DataFrame, figure: go.Figure | None) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.subheader(panel.title, anchor=False, help=explained(panel.metric), width="content")
        with st.container(
            horizontal=True,
            horizontal_alignment="right",
            width="content",
            vertical_alignment="center",
        ):
            st.caption(panel.unit, width="content")
            with st.popover("Export", icon=":material/download:", key=f"export-{panel.key}"):
                _exports(view, panel, table, figure)


def _exports(view: View, panel: Panel, table: pd.DataFrame, figure: go.Figure | None) -> None:
    if figure is not None:
        st.caption("The chart")
        about = note(view, panel)
        missing = drawing.browser() is None
        with st.container(horizontal=True):
            for kind in export.IMAGES:
                make = partial(export.image, figure, about, kind)
                _button(view, panel, kind, make, disabled=missing)
            _button(view, panel, "html", partial(export.html, figure, about))
        if missing:
            st.caption(drawing.NO_BROWSER)
    if failure := _failures().pop(panel.key, None):
        st.error(plain(failure))
    st.caption("Its data")
    draw_data_exports(view, panel, lambda: table)


def _button(
    view: View, panel: Panel, kind: str, make: Callable[[], bytes], *, disabled: bool = False
) -> None:
    window = view.filters.window(view.pointer) or ()
    st.download_button(
        {"parquet": "Parquet"}.get(kind, kind.upper()),
        partial(_remember_failure, _failures(), panel.key, make),
        file_name="-".join(["presswatch", panel.key, *map(str, window)]) + f".{kind}",
        mime=_MIMES[kind],
        key=f"{panel.key}.{kind}",
        on_click="ignore",
        disabled=disabled,
    )


def _failures() -> dict[str, str]:
    """Why exports failed, by chart: a file is made at the click, when no run can say so."""
    failures: dict[str, str] = st.session_state.setdefault("export failures", {})
    return failures


def _remember_failure(failures: dict[str, str], key: str, make: Callable[[], bytes]) -> bytes:
    try:
        return make()
    except ExportError as error:
        failures[key] = str(error)
        raise
