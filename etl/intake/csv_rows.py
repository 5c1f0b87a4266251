"""Rows of CSV: any usual delimiter, fields that hold line ends, and records that went wrong.

A quote that is never closed would swallow every record after it. So where quotes do not fit, the
first line alone is lost, and reading goes on with the second."""

import csv
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from etl.document import Document, Problem, Reason
from etl.intake.columns import RANKS, fold
from etl.intake.day import is_preamble
from etl.intake.exports import COLUMNS
from etl.intake.file import File
from etl.intake.lines import LONGEST, numbered_lines
from etl.intake.rows import Row, row_documents

DELIMITERS = ",;\t|"
RECORD_LINES = 1_000  # of a record that goes on for longer, the quotes are wrong
SAMPLE_LINES = 4
TOTAL = "Grand total"  # Google Analytics writes it after the last column


def read(file: File) -> Iterator[Document | Problem]:
    """A Document a record."""
    return row_documents(file, _rows(file.path, file.source.columns.values()))


def delimiter_of(lines: list[str], columns: Collection[str] = ()) -> str | None:
    """What parts the fields of a table that begins with these lines; None if it is no table.

    It is a table if two columns have names that are known, or if all lines have equally many."""
    known = RANKS.keys() | COLUMNS | {fold(column) for column in columns}
    best, best_known = None, 0
    for delimiter in DELIMITERS:
        header = _split(lines[0], delimiter)
        count = sum(fold(cell) in known for cell in header) if len(header) > 1 else 0
        if count > best_known:
            best, best_known = delimiter, count
    if best_known > 1:
        return best
    if len(lines) >= SAMPLE_LINES and all(lines):
        for delimiter in DELIMITERS:
            widths = {len(_split(line, delimiter)) for line in lines}
            if len(widths) == 1 and widths != {1}:
                return delimiter
    return None


def is_no_header(line: str) -> bool:
    """Whether a line above a table is blank, or says what the table is."""
    return not line.strip() or is_preamble(line)


class _Lines:
    """Lines for csv.reader, of which those of the last record can be given back."""

    def __init__(self, path: Path) -> None:
        self.source = numbered_lines(path)
        self.returned: deque[tuple[int, str | None]] = deque()
        self.record: list[tuple[int, str | None]] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.record) >= RECORD_LINES:
            raise csv.Error("no record has so many lines")
        self.record.append(self.returned.popleft() if self.returned else next(self.source))
        return self.record[-1][1] or "\n"

    def give_back(self) -> None:
        """Return all lines of the record but its first."""
        self.returned.extendleft(reversed(self.record[1:]))
        del self.record[1:]


def _rows(path: Path, columns: Collection[str]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST)  # the module's own limit is 131,072 characters
    lines = _Lines(path)
    found = next(
        ((number, text) for number, text in lines.source if text is None or not is_no_header(text)),
        (1, ""),
    )
    if found[1] is None:
        yield f"line {found[0]}", Reason.TOO_LARGE
        return
    first = found[1].lstrip("\ufeff")
    delimiter = delimiter_of([first], columns) or _widest(first)
    header = [cell.strip() for cell in _split(first, delimiter)]
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.record.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # Of a line by itself, quotes that are not doubled can be read leniently.
            whole = len(lines.record) == 1
            cells = _split(lines.record[0][1] or "", delimiter) if whole else []
            lines.give_back()
        number, text = lines.record[0]
        if any(line is None for _, line in lines.record):
            yield f"line {number}", Reason.TOO_LARGE
        elif text and text.strip() and TOTAL not in cells[len(header) :]:
            yield f"line {number}", _fit(header, cells)


def _fit(header: list[str], cells: list[str]) -> Mapping[str, object] | Reason:
    """A record by column, if it has as many cells as there are; empty ones too many are dropped."""
    if len(cells) < len(header) or any(cells[len(header) :]):
        return Reason.MALFORMED
    return dict(zip(header, cells, strict=False))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.strip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []


def _widest(line: str) -> str:
    return max(DELIMITERS, key=lambda delimiter: len(_split(line, delimiter)))
