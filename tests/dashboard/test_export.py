"""Exports, opened again by what would read them."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PIL import Image

from dashboard import drawing, export
from dashboard.charts import coverage
from dashboard.charts.periods import Span
from dashboard.charts.style import COLOURS
from dashboard.export import Note
from presswatch.errors import ExportError
from tests.conftest import ROOT

NOTE = Note(
    title="Coverage by day",
    unit="articles",
    filters="from 1 to 3 May 2026, tagged any of <b>ports</b>",
    made_of="Presswatch, snapshot 7, sample data",
)
FORMULAS = ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1"]
DAYS = pd.to_datetime(["2026-05-01", "2026-05-02", "2026-05-03"])
SVG = "{http://www.w3.org/2000/svg}"
TABLE = pd.DataFrame(
    {
        "starts_on": DAYS,
        "title": ['=HYPERLINK("https://evil.example")', "https://example.org", "plain"],
        "tags": [["-a", "b"], [], ["c"]],
        "change": [-0.25, 1234.5, None],
        "id": [2**62 + 1, 2, 3],
    }
)


@pytest.fixture
def figure() -> go.Figure:
    frame = pd.DataFrame({"starts_on": DAYS, "coverage": [3, 0, 5]})
    span = Span(
        period="day", first=date(2026, 5, 1), last=date(2026, 5, 3), whole_until=date(2026, 5, 2)
    )
    return coverage.trend(frame, span)


@pytest.fixture
def needs_browser() -> None:
    if drawing.browser() is None:
        pytest.skip(drawing.NO_BROWSER)


def test_a_png_shows_the_chart_in_colour(figure: go.Figure, needs_browser: None) -> None:
    # Streamlit's template of placeholders would make it black.
    import streamlit.elements.plotly_chart  # noqa: F401

    image = Image.open(io.BytesIO(export.image(figure, NOTE, "png"))).convert("RGB")
    assert image.width == export.WIDTH * export.SCALE
    assert image.getpixel((5, 5)) == (255, 255, 255)
    bars = tuple(int(COLOURS[0][i : i + 2], 16) for i in (1, 3, 5))
    assert bars in {colour for _, colour in image.getcolors(1 << 24) or []}


def test_an_svg_has_title_filters_and_origin(figure: go.Figure, needs_browser: None) -> None:
    svg = ElementTree.fromstring(export.image(figure, NOTE, "svg"))
    written = "\n".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))
    for words in (NOTE.title, NOTE.filters, NOTE.made_of):
        assert words in written
    assert not list(svg.iter(f"{SVG}b"))


def test_html_needs_no_network_and_says_what_it_is(figure: go.Figure) -> None:
    page = export.html(figure, NOTE).decode()
    assert "<title>Coverage by day</title>" in page
    assert "sample data" in page
    assert '<script src="http' not in page


def test_csv_marks_what_a_spreadsheet_would_run_and_leaves_numbers() -> None:
    lines = export.csv(TABLE).decode("utf-8-sig").splitlines()
    assert lines[0] == "starts_on,title,tags,change,id"
    assert lines[1] == (
        '2026-05-01,"\'=HYPERLINK(""https://evil.example"")","\'-a, b",-0.25,4611686018427387905'
    )
    assert lines[3] == "2026-05-03,plain,c,,3"


@pytest.mark.parametrize("text", FORMULAS)
def test_every_kind_of_formula_is_marked(text: str) -> None:
    got = pd.read_csv(io.BytesIO(export.csv(pd.DataFrame({"title": [text]}))))
    assert got["title"][0].startswith("'")


def test_xlsx_has_neither_formulas_nor_links() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export.xlsx(TABLE, NOTE)))
    cells = [cell for row in book["data"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    first = [cell.value for cell in book["data"][2]]
    assert first[0].date() == date(2026, 5, 1)
    assert first[1:] == [TABLE["title"][0], "-a, b", -0.25, str(2**62 + 1)]
    assert NOTE.made_of in [row[1].value for row in book["about"].iter_rows()]


def test_xlsx_refuses_what_excel_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "EXCEL_ROWS", 3)
    with pytest.raises(ExportError, match="Take CSV"):
        export.xlsx(TABLE, NOTE)


def test_parquet_keeps_types_and_says_what_it_is() -> None:
    file = pq.ParquetFile(io.BytesIO(export.parquet(TABLE, NOTE)))
    assert file.schema_arrow.field("starts_on").type == pa.date32()
    got = file.read().to_pandas()
    assert got["id"].tolist() == TABLE["id"].tolist()
    assert got["tags"].map(list).tolist() == TABLE["tags"].tolist()
    about = json.loads(file.schema_arrow.metadata[b"presswatch"])
    assert about["filters"] == NOTE.filters


def test_without_a_browser_an_image_is_a_sentence(
    figure: go.Figure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    with pytest.raises(ExportError, match="Chromium"):
        export.image(figure, NOTE, "png")


BROKEN = {"ends at once": "exit 1", "never answers": "exec sleep 100"}


@pytest.mark.parametrize("does", BROKEN.values(), ids=BROKEN)
def test_a_broken_browser_is_given_up_in_time_and_lets_the_process_end(
    does: str, tmp_path: Path
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text(f"#!/bin/sh\n{does}\n")
    broken.chmod(0o755)
    program = (
        "import plotly.graph_objects as go; from dashboard import drawing; "
        "from presswatch.errors import ExportError\n"
        "drawing.SECONDS = drawing.SECONDS_TO_CLOSE = 1\n"
        "try: drawing.draw(go.Figure(), 'png', width=9, height=9, scale=1)\n"
        "except ExportError as error: print(error)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"BROWSER_PATH": str(broken)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert "did not draw the image" in said.stdout


def test_after_its_browser_was_killed_the_next_image_is_drawn(
    figure: go.Figure, needs_browser: None
) -> None:
    export.image(figure, NOTE, "png")
    drawing._drawers[0]._kaleido.subprocess.kill()
    assert export.image(figure, NOTE, "png").startswith(b"\x89PNG")
