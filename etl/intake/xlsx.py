"""Read the sheets of an XLSX workbook as a stream of rows.

The values are those that were stored: a formula is never evaluated, its last result stands beside
it. parts.py holds each part of the zip to its limits; rows and texts have theirs here.
The format is that of ECMA-376, 'Office Open XML file formats', part 1, chapter 18
(https://ecma-international.org/publications-and-standards/standards/ecma-376/)."""

import math
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from posixpath import join, normpath

from etl.document import Reason
from etl.intake.parts import WorkbookError, events, told

LARGEST = 200_000_000  # bytes, packed
MOST_STRINGS = 5_000_000  # different texts in a workbook
LONGEST_ROW = 10_000_000  # characters; Excel's cells hold 32,767
MOST_COLUMNS = 16_384  # what Excel has
DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
NO_DATE_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # quoted, escaped; a colour or a condition
DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
COLUMN = re.compile(r"[A-Z]{1,3}")
BY_NUMBER = re.compile(r"_x([0-9A-Fa-f]{4})_")  # what XML has no letter for, such as a return
HIDDEN = ("hidden", "veryHidden")

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook: its visible sheets' parts by name, and what their cells refer to."""

    archive: zipfile.ZipFile
    sheets: Mapping[str, str]
    strings: tuple[str, ...]
    dates: frozenset[int]  # styles that show a number as a date
    epoch: datetime  # day 0


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """A workbook, as long as it is needed. Raises WorkbookError."""
    if path.stat().st_size > LARGEST:
        raise WorkbookError(Reason.TOO_LARGE)
    with told():
        archive = zipfile.ZipFile(path)
    with archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise WorkbookError(Reason.UNKNOWN_KIND)
        with told():
            sheets, since_1904 = _sheets(archive)
            book = Workbook(
                archive,
                sheets,
                tuple(_strings(archive)),
                frozenset(_date_styles(archive)),
                datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30),  # noqa: DTZ001
            )
        yield book


def rows(book: Workbook, sheet: str) -> Iterator[tuple[int, dict[int, Value]]]:
    """The rows of a sheet that hold something: number from 1, and values by column from 0.

    Raises WorkbookError."""
    number, column, length = 0, -1, 0
    row: dict[int, Value] = {}
    cell: Mapping[str, str] = {}
    text: list[str] = []
    within = ""
    with told():
        for what, name, attributes in events(book.archive, book.sheets[sheet]):
            if what == "text":
                if within == "v" or within == "t":
                    text.append(name)
                    length += len(name)
                    if length > LONGEST_ROW:
                        raise WorkbookError(Reason.TOO_LARGE)
            elif what == "end":
                within = "rPh" if within == "rPh" and name != "rPh" else ""
                if name == "c" and column < MOST_COLUMNS:
                    row[column] = _value(book, cell, "".join(text))
                elif name == "row" and any(value not in (None, "") for value in row.values()):
                    yield number, row
            elif name == "row":
                number = max(_whole(attributes.get("r")), number + 1)
                row, column, length = {}, -1, 0
            elif name == "c":
                column = max(_column(attributes.get("r", "")), column + 1)
                cell, text = attributes, []
            elif within != "rPh":  # the reading aid of a Japanese text
                within = name


def _sheets(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """The parts of the visible sheets, and whether days are counted since 1904."""
    parts = {
        attributes.get("Id", ""): normpath(join("/xl", attributes.get("Target", ""))).lstrip("/")
        for what, name, attributes in events(archive, "xl/_rels/workbook.xml.rels")
        if what == "start" and name == "Relationship"
    }
    sheets, since_1904 = {}, False
    for what, name, attributes in events(archive, "xl/workbook.xml"):
        if what != "start":
            continue
        if name == "workbookPr":
            since_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet" and attributes.get("state") not in HIDDEN:
            key = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            part = parts.get(key, "")
            if part.startswith("xl/worksheets/"):  # not a sheet that is all chart
                sheets[attributes.get("name", part)] = part
    return sheets, since_1904


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    """The texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return
    text: list[str] = []
    within, number = "", 0
    for what, name, _ in events(archive, "xl/sharedStrings.xml"):
        if what == "text":
            if within == "t":
                text.append(name)
        elif what == "start":
            if name == "si":
                text = []
            elif within != "rPh":
                within = name
        else:
            within = "rPh" if within == "rPh" and name != "rPh" else ""
            if name == "si":
                number += 1
                if number > MOST_STRINGS:
                    raise WorkbookError(Reason.TOO_LARGE)
                yield _letters("".join(text))


def _date_styles(archive: zipfile.ZipFile) -> Iterator[int]:
    """The numbers of the styles that show a date."""
    if "xl/styles.xml" not in archive.namelist():
        return
    formats: dict[int, str] = {}
    style, within = 0, False
    for what, name, attributes in events(archive, "xl/styles.xml"):
        if name == "cellXfs":
            within = what == "start"
        elif what == "start" and name == "numFmt":
            formats[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif what == "start" and name == "xf" and within:
            number = _whole(attributes.get("numFmtId"))
            shown = NO_DATE_LETTERS.sub("", formats.get(number, ""))
            if number in DATE_FORMATS or DATE_LETTERS.search(shown):
                yield style
            style += 1


def _value(book: Workbook, cell: Mapping[str, str], text: str) -> Value:
    kind = cell.get("t", "n")
    if kind == "s":
        number = _whole(text)
        return book.strings[number] if 0 <= number < len(book.strings) else None
    if kind == "b":
        return text == "1"
    if kind != "n":
        return None if kind == "e" else _letters(text)  # '#DIV/0!' means 'absent'
    try:
        found = float(text)
    except ValueError:
        return text or None
    if not math.isfinite(found):
        return None
    if _whole(cell.get("s", "0")) in book.dates:
        return _moment(book.epoch, found)
    return int(found) if found.is_integer() and abs(found) < 1e15 else found


def _moment(epoch: datetime, days: float) -> Value:
    """A day, an instant or a time of day: all of them are numbers of days."""
    try:
        at = epoch + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return days
    if 0 <= days < 1:
        return at.time().isoformat("minutes")
    return at.date().isoformat() if days.is_integer() else at.isoformat()


def _letters(text: str) -> str:
    return BY_NUMBER.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1


def _column(reference: str) -> int:
    """The column of 'AB12', counted from 0; -1 if it names none."""
    letters = COLUMN.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return number - 1
