"""Rows for programs: an Arrow table as CSV, JSON or Parquet, nothing rounded, nothing marked."""

import csv
import io
import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.metrics.columns import COLUMNS

BATCH = 10_000  # rows turned into Python values at a time
Write = Callable[[pa.Table, BinaryIO], None]


def write_csv(rows: pa.Table, stream: BinaryIO) -> None:
    """A header and a line a row; lists joined by '; ', an absent value empty."""
    with _text(stream) as text:
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(rows.column_names)
        for row in _plain(rows):
            lines.writerow(
                "; ".join(value) if isinstance(value, list) else _cell(value)
                for value in row.values()
            )


def write_json(rows: pa.Table, stream: BinaryIO) -> None:
    """One array of objects, one a line; ids as text, since a browser's numbers end at 2**53."""
    ids = [name for name in rows.column_names if COLUMNS[name][0] == "id"]
    with _text(stream) as text:
        text.write("[")
        for place, row in enumerate(_plain(rows)):
            row |= {name: str(row[name]) for name in ids}
            line = json.dumps(row, ensure_ascii=False, allow_nan=False)
            text.write(f"{',' if place else ''}\n{line}")
        text.write("\n]\n")


def write_parquet(rows: pa.Table, stream: BinaryIO) -> None:
    """The table with its types."""
    pq.write_table(rows, stream)


WRITERS: dict[str, Write] = {"csv": write_csv, "json": write_json, "parquet": write_parquet}


def _plain(rows: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in rows.to_batches(max_chunksize=BATCH):
        for row in batch.to_pylist():
            yield {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


@contextmanager
def _text(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """UTF-8 whatever the terminal says, on a stream that stays open."""
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    try:
        yield text
    finally:
        text.detach()
