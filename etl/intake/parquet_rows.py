"""Rows of Parquet, by row group: one that cannot be read costs itself alone."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from etl.document import Document, Problem, Reason
from etl.intake.exports import reader
from etl.intake.file import File
from etl.intake.rows import Row, row_documents

BATCH = 1_000  # rows


def read(file: File) -> Iterator[Document | Problem]:
    """A Document a row."""
    try:
        with pq.ParquetFile(file.path) as table:
            yield from row_documents(file, _rows(file, table))
    except (pa.ArrowException, OSError):
        yield file.problem(Reason.UNREADABLE)


def _rows(file: File, table: pq.ParquetFile) -> Iterator[Row]:
    wanted = reader(file).wants(tuple(table.schema_arrow.names))
    number = 0
    for group in range(table.num_row_groups):
        after = number + table.metadata.row_group(group).num_rows
        try:
            for batch in table.iter_batches(BATCH, row_groups=[group], columns=wanted):
                for cells in _cells(batch):
                    number += 1
                    yield f"row {number}", cells
        except (pa.ArrowException, OSError):
            yield f"row {number + 1}", Reason.UNREADABLE
        number = after


def _cells(batch: pa.RecordBatch) -> Iterator[Mapping[str, object] | Reason]:
    """The rows of a batch; where one has no form in Python, such as a year 148,097, that one is
    lost alone."""
    try:
        rows = batch.to_pylist()
    except (ValueError, OverflowError) as error:
        if batch.num_rows > 1:
            for row in range(batch.num_rows):
                yield from _cells(batch.slice(row, 1))
        else:
            date = isinstance(error, OverflowError)
            yield Reason.IMPOSSIBLE_DATE if date else Reason.MALFORMED
        return
    yield from rows
