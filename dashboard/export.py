"""A figure or a table as a file, with what one must know to read it later.

Images are dashboard/drawing.py's affair; every other format needs nothing."""

import html as markup
import io
import json
import re
from dataclasses import asdict, dataclass

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import pyarrow.parquet as pq
from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

from dashboard.charts.style import label
from dashboard.drawing import draw
from presswatch.errors import ExportError

IMAGES = ("png", "svg")
WIDTH, SCALE = 1100, 2
EXCEL_ROWS = 1_048_576
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands beside a figure that has left the dashboard."""

    title: str
    unit: str
    filters: str
    made_of: str  # source, date and snapshot; says so where it is sample data


def image(figure: go.Figure, note: Note, kind: str) -> bytes:
    """A figure as PNG or SVG. Raises ExportError."""
    drawn = _captioned(figure, note)
    scale = SCALE if kind == "png" else 1
    return draw(drawn, kind, width=WIDTH, height=drawn.layout.height, scale=scale)


def html(figure: go.Figure, note: Note) -> bytes:
    """A figure as one HTML file that needs no network."""
    page: str = _captioned(figure, note).to_html(
        include_plotlyjs=True, full_html=True, config={"displaylogo": False}
    )
    # Plotly's page has no title of its own.
    return page.replace("<head>", f"<head><title>{markup.escape(note.title)}</title>", 1).encode()


def csv(table: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe
    before it; numbers stay numbers."""
    return _plain(table, harmless=True).to_csv(index=False).encode("utf-8-sig")


def xlsx(table: pd.DataFrame, note: Note) -> bytes:
    """A table as an Excel workbook: text stays text, a second sheet says what it is."""
    if len(table) >= EXCEL_ROWS:
        raise ExportError(f"Excel takes {EXCEL_ROWS - 1:,} rows, and here are more. Take CSV.")
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(
        file,
        engine="xlsxwriter",
        date_format="yyyy-mm-dd",
        datetime_format="yyyy-mm-dd",  # all instants are text by then
        engine_kwargs={"options": options},
    ) as writer:
        # Excel keeps 15 digits of a number: an id of 18 must be text.
        ids = {name: "string" for name in table.columns if name in ("id", "article")}
        _plain(table.astype(ids)).to_excel(
            writer, sheet_name="data", index=False, freeze_panes=(1, 0)
        )
        about = pd.DataFrame(asdict(note).items(), columns=["about", "value"])
        about.to_excel(writer, sheet_name="about", index=False)
    return file.getvalue()


def parquet(table: pd.DataFrame, note: Note) -> bytes:
    """A table as Parquet; the file's metadata says what it is."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    about = {b"presswatch": json.dumps(asdict(note)).encode()}
    fields = [_day_field(field) for field in arrow.schema]
    file = io.BytesIO()
    pq.write_table(arrow.cast(pa.schema(fields, about)), file)
    return file.getvalue()


def _day_field(field: pa.Field) -> pa.Field:
    """A field as it is, a day as a day: pandas has none, and an instant has its zone."""
    is_day = pa.types.is_timestamp(field.type) and field.type.tz is None
    return field.with_type(pa.date32()) if is_day else field


def _captioned(figure: go.Figure, note: Note) -> go.Figure:
    drawn = go.Figure(figure)
    height = (drawn.layout.height or 400) + 130
    drawn.update_layout(
        title={
            "text": f"<b>{label(note.title)}</b>",
            "subtitle": {"text": f"{label(note.unit)}, {label(note.filters, 150)}"},
            "x": 0.01,
            "xanchor": "left",
            "y": 1 - 22 / height,
            "yanchor": "top",
        },
        height=height,
        margin={"t": 110, "b": 70, "l": 20, "r": 30},
    )
    drawn.add_annotation(
        text=label(note.made_of, 170),
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-42,
        showarrow=False,
        font={"size": 11, "color": "#6B7785"},
    )
    return drawn


def _plain(table: pd.DataFrame, *, harmless: bool = False) -> pd.DataFrame:
    return table.apply(_plain_column, harmless=harmless)


def _plain_column(column: pd.Series, *, harmless: bool) -> pd.Series:
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return pd.Series(column.dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
    if is_numeric_dtype(column) or is_datetime64_any_dtype(column):
        return column
    texts = [_text(value, harmless) for value in column]
    return pd.Series(texts, index=column.index, dtype="object")


def _text(value: object, harmless: bool) -> object:
    if isinstance(value, (list, tuple)) or hasattr(value, "tolist"):
        value = ", ".join(str(one) for one in value)  # type: ignore[attr-defined]
    if harmless and isinstance(value, str) and _FORMULA.match(value):
        return "'" + value
    return value
