"""Rows of an XLSX workbook: of all its sheets that have a header we know.

What stands above the header, such as a report's name, is passed over."""

from collections.abc import Iterator

from etl.document import Document, Problem
from etl.intake.columns import fold
from etl.intake.exports import reader
from etl.intake.file import File
from etl.intake.parts import WorkbookError
from etl.intake.rows import Row, row_documents
from etl.intake.xlsx import Value, Workbook, opened, rows

HEADER_WITHIN = 20  # rows

Header = dict[int, str]  # the name of each column, by its place


def read(file: File) -> Iterator[Document | Problem]:
    """A Document a row."""
    try:
        with opened(file.path) as book:
            yield from row_documents(file, _rows(file, book))
    except WorkbookError as error:
        yield file.problem(error.reason)


def _rows(file: File, book: Workbook) -> Iterator[Row]:
    tables = {sheet: _header(file, book, sheet) for sheet in book.sheets}
    known = {sheet: found for sheet, found in tables.items() if found and found[2]}
    # Where no sheet is known, the first one's columns are what the person is told of.
    for sheet, found in list((known or tables).items())[: len(known) or 1]:
        if found is None:
            continue
        start, header, _ = found
        within = f"{sheet} " if len(book.sheets) > 1 else ""
        for number, row in rows(book, sheet):
            if number > start:
                cells = {name: row.get(column) for column, name in header.items()}
                yield f"{within}row {number}", cells


def _header(file: File, book: Workbook, sheet: str) -> tuple[int, Header, bool] | None:
    """The row that names a sheet's columns, and whether we know them; None of an empty sheet."""
    knows = reader(file).knows
    mapped = {fold(column) for column in file.source.columns.values()}
    first = None
    for count, (number, row) in enumerate(rows(book, sheet)):
        if count == HEADER_WITHIN:
            break
        header = _names(row)
        if knows(tuple(header.values())) and mapped <= set(map(fold, header.values())):
            return number, header, True
        first = first or (number, header, False)
    return first


def _names(row: dict[int, Value]) -> Header:
    """The columns' names; of two of one name, the first has it."""
    names: dict[str, int] = {}
    for column, value in sorted(row.items()):
        if name := str(value).strip() if value is not None else "":
            names.setdefault(name, column)
    return {column: name for name, column in names.items()}
