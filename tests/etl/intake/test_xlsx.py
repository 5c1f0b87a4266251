"""Workbooks: their cells as they were stored, and what is refused."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from etl.intake.xlsx import opened, rows
from presswatch.errors import SettingsError
from tests.etl.intake.read import Said, said

AT = datetime.fromisoformat  # cells know no time zone
HEADER = ["Headline", "Link", "Pub. date"]
ROW = ["Ferry", "https://courier.example/a", date(2025, 3, 3)]
READ = {"title": "Ferry", "url": "https://courier.example/a"}
DATED = READ | {"published": "2025-03-03"}
COLUMNS = {"published": "Pub. date"}


def workbook(*tables: list[list[Any]], change: Callable[[Any], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for number, table in enumerate(tables, start=1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in table:
            sheet.append(row)
    if change:
        change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def replaced(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """A workbook with other parts; None takes one away."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *changes]):
            part = changes[name] if name in changes else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return changed.getvalue()


def hide(book: Any) -> None:
    book["Sheet 1"].sheet_state = "hidden"


def since_1904(book: Any) -> None:
    book.epoch = AT("1904-01-01")


PLAIN = workbook([HEADER, ROW])
OTHER = [["a", "b"], [1, 2]]
SHEET = "xl/worksheets/sheet1.xml"
INLINE = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row><c t="inlineStr"><is><t>Title</t></is></c><c t="str"><f>A1</f><v>url</v></c>'
    b'<c t="inlineStr"><is><t>views</t></is></c></row>'
    b'<row><c t="inlineStr"><is><r><t>Fer</t></r><r><t>ry</t></r><rPh><t>x</t></rPh></is></c>'
    b'<c t="str"><f>HYPERLINK("x")</f><v>https://courier.example/a</v></c>'
    b"<c><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"
)
CASES: dict[str, tuple[bytes, list[Said]]] = {
    "plain": (PLAIN, [DATED]),
    "below-a-title": (workbook([["Coverage of March"], [], HEADER, ROW]), [DATED]),
    "blank-rows": (workbook([HEADER, [], ROW, [None, None], ROW]), [DATED, DATED]),
    "several-sheets": (workbook(OTHER, [HEADER, ROW], [HEADER, ROW]), [DATED, DATED]),
    "an-instant": (
        workbook([HEADER, [*ROW[:2], AT("2025-03-03T10:15")]]),
        [READ | {"published": "2025-03-03T10:15:00"}],
    ),
    "days-since-1904": (workbook([HEADER, ROW], change=since_1904), [DATED]),
    "a-clock": (
        workbook([[*HEADER, "Time"], [*ROW, time(18, 2)]]), [DATED | {"clock": "18:02"}]),
    "numbers": (
        workbook([[*HEADER, "Views", "Tone"], [*ROW, 1204, 0.5]]),
        [DATED | {"page_views": 1204, "supplier_tone": 0.5}],
    ),
    "cells-without-a-column": (
        workbook([HEADER, [*ROW, "beyond"], ["Ferry"]]), [DATED, {"title": "Ferry"}]),
    "two-columns-of-a-name": (workbook([[*HEADER, "Link"], [*ROW, "x"]]), [DATED]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_a_workbook_is_read(tmp_path: Path, content: bytes, expected: list[Said]) -> None:
    assert said(tmp_path / "a.xlsx", content, columns=COLUMNS) == expected


REFUSED: dict[str, tuple[bytes, str]] = {
    "no-known-columns": (workbook(OTHER), "no_columns"),
    "no-rows": (workbook([]), "empty"),
    "only-a-header": (workbook([["title", "url"]]), "empty"),
    "hidden": (workbook([["title"], ["x"]], OTHER, change=hide), "no_columns"),
    "cut-short": (PLAIN[:-30], "unreadable"),
    "no-zip": (b"PK\x03\x04 and so on", "unreadable"),
    "another-kind": (replaced(PLAIN, {"xl/workbook.xml": None}), "unknown_kind"),
    "no-sheet": (replaced(PLAIN, {SHEET: None}), "unreadable"),
    "no-relations": (replaced(PLAIN, {"xl/_rels/workbook.xml.rels": None}), "unreadable"),
    "a-sheet-that-is-no-xml": (replaced(PLAIN, {SHEET: b"\xff\xfe<"}), "unreadable"),
    "a-document-type": (
        replaced(PLAIN, {SHEET: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "unreadable"),
    "deep": (replaced(PLAIN, {SHEET: b"<x>" * 100_000}), "too_large"),
    "a-long-tag": (
        replaced(PLAIN, {SHEET: b'<x a="' + b"y" * 2_000_000 + b'"/>'}), "too_large"),
    "a-long-row": (
        replaced(PLAIN, {SHEET: b"<x><row><c><v>" + b"y" * 10_100_000 + b"</v></c></row></x>"}),
        "too_large",
    ),
    "a-bomb": (
        replaced(PLAIN, {SHEET: b"<x>" + b"<c/>" * 5_000_000 + b"</x>"}), "too_large"),
    "a-bomb-of-texts": (
        replaced(PLAIN, {"xl/sharedStrings.xml": b"<x>" + b"<si/>" * 4_000_000}), "too_large"),
}  # fmt: skip


def test_what_xml_has_no_letter_for_is_written_by_number(tmp_path: Path) -> None:
    content = workbook([["title", "url"], ["Fer_x000D_\nry _x005F_x0041_ _x00e4_", "x"]])
    [row] = said(tmp_path / "a.xlsx", content)
    assert isinstance(row, dict)
    assert row["title"] == "Fer\r\nry _x0041_ ä"


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_workbook_is_one_problem(tmp_path: Path, content: bytes, reason: str) -> None:
    assert said(tmp_path / "a.xlsx", content) == [(None, reason)]


def test_a_formula_is_its_last_result(tmp_path: Path) -> None:
    content = replaced(PLAIN, {SHEET: INLINE})
    assert said(tmp_path / "a.xlsx", content) == [READ | {"page_views": 2}]


def test_a_formula_without_a_result_is_nothing(tmp_path: Path) -> None:
    content = workbook([["title", "url"], ["Ferry", '=HYPERLINK("https://x.example")']])
    assert said(tmp_path / "a.xlsx", content) == [{"title": "Ferry"}]


def test_the_name_need_not_tell(tmp_path: Path) -> None:
    assert said(tmp_path / "download", PLAIN, columns=COLUMNS) == [DATED]


def test_a_wrong_map_names_the_columns(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"has no column 'Kopf'\. It has Headline, Link"):
        said(tmp_path / "a.xlsx", PLAIN, columns={"title": "Kopf"})


def test_what_another_tool_writes_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        style = book.add_format({"num_format": '[$-409]d" of "mmm\\-yyyy'})
        for column, name in enumerate(HEADER):
            sheet.write(0, column, name)
        sheet.write_string(1, 0, "Ferry")
        sheet.write_string(1, 1, "https://courier.example/a")
        sheet.write_datetime(1, 2, AT("2025-03-03"), style)
    assert said(path, path.read_bytes(), columns=COLUMNS) == [DATED]


TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=20,
).filter(lambda text: text.strip() == text and not text.startswith("="))
MOMENTS = st.datetimes(AT("1950-01-01"), AT("2100-01-01")).map(lambda at: at.replace(microsecond=0))
CELLS = TEXTS | st.integers(-(10**9), 10**9) | st.booleans() | st.none() | MOMENTS


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_cells_are_those_that_were_written(table: list[list[Any]]) -> None:
    with NamedTemporaryFile(suffix=".xlsx") as file:
        Path(file.name).write_bytes(workbook(table))
        with opened(Path(file.name)) as book:
            found = dict(rows(book, "Sheet 1"))
    expected = {
        number: {column: plain(value) for column, value in enumerate(row) if value is not None}
        for number, row in enumerate(table, start=1)
        if any(value is not None for value in row)
    }
    given = {
        number: {column: value for column, value in row.items() if value is not None}
        for number, row in found.items()
    }
    assert given == expected


def plain(value: object) -> object:
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat()
    return value
