"""Rows of a table become Documents: their fields by name, their values as found."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from math import isnan

from etl.document import Document, Kind, Problem, Reason
from etl.intake.columns import Pairs, check_columns, matcher, suffice
from etl.intake.file import File

PEEK = 20  # rows that are looked at to tell whether this is a table of articles at all

Row = tuple[str | None, Mapping[str, object] | Reason]  # the place, and its cells or what is wrong


def row_documents(file: File, rows: Iterator[Row]) -> Iterator[Document | Problem]:
    """A Document a row, a Problem a bad one; one Problem if the columns say nothing to us."""
    match = matcher(file.source.columns)
    first = list(islice(rows, PEEK))
    headers = {tuple(cells): None for _, cells in first if not isinstance(cells, Reason)}
    if not first:
        yield file.problem(Reason.EMPTY)
        return
    if headers:
        check_columns(file.source.columns, chain.from_iterable(headers), file.name)
    if headers and not any(suffice(match(header)) for header in headers):
        yield file.problem(Reason.NO_COLUMNS)
        return
    blank = file.document(Kind.ROW, b"")
    for place, cells in chain(first, rows):
        if isinstance(cells, Reason):
            yield file.problem(cells, place)
            continue
        yield Document(
            name=blank.name,
            place=place,
            kind=Kind.ROW,
            content=_content(cells, match(tuple(cells))),
            read_at=blank.read_at,
            source=blank.source,
            folder=blank.folder,
        )


def _content(cells: Mapping[str, object], pairs: Pairs) -> bytes:
    fields: dict[str, object] = {}
    for field, column in pairs:
        value = cells[column]
        # Not a number is how tables of numbers write 'absent'.
        absent = value is None or value == "" or (isinstance(value, float) and isnan(value))
        if not absent and field not in fields:
            fields[field] = value
    return json.dumps(fields, default=_plain).encode()


def _plain(value: object) -> object:
    """A cell of Parquet that JSON has no word for."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
