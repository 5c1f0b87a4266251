"""Rows of a table become Documents: their fields by name, their values as found."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice

from etl.document import Document, Kind, Problem, Reason
from etl.intake.columns import check_columns
from etl.intake.exports import reader
from etl.intake.file import File

PEEK = 20  # rows that are looked at to tell whether this is a table of articles at all

Row = tuple[str | None, Mapping[str, object] | Reason]  # the place, and its cells or what is wrong


def row_documents(file: File, rows: Iterator[Row]) -> Iterator[Document | Problem]:
    """A Document a row, a Problem a bad one; one Problem if the columns say nothing to us."""
    reading = reader(file)
    first = list(islice(rows, PEEK))
    headers = {tuple(cells): None for _, cells in first if not isinstance(cells, Reason)}
    if not first:
        yield file.problem(Reason.EMPTY)
        return
    if headers:
        check_columns(file.source.columns, chain.from_iterable(headers), file.name)
    if headers and not any(map(reading.knows, headers)):
        yield file.problem(Reason.NO_COLUMNS)
        return
    blank = file.document(Kind.ROW, b"")
    found = 0
    for place, cells in chain(first, rows):
        fields = cells if isinstance(cells, Reason) else reading.read(cells)
        if fields is None:  # a total over other rows
            continue
        found += 1
        if isinstance(fields, Reason):
            yield file.problem(fields, None if fields is Reason.NO_HOST else place)
            if fields is Reason.NO_HOST:
                return
            continue
        yield Document(
            name=blank.name,
            place=place,
            kind=Kind.ROW,
            content=json.dumps(fields, default=_plain).encode(),
            read_at=blank.read_at,
            source=blank.source,
            folder=blank.folder,
            asked=blank.asked,
        )
    if not found:
        yield file.problem(Reason.EMPTY)


def _plain(value: object) -> object:
    """A cell of Parquet that JSON has no word for."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
