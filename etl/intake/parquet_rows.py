"""Rows of Parquet, by row group: one that cannot be read costs itself alone."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from etl.document import Document, Problem, Reason
from etl.intake.columns import matcher
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
    names = table.schema_arrow.names
    wanted = {column for _, column in matcher(file.source.columns)(tuple(names))}
    number = 0
    for group in range(table.num_row_groups):
        after = number + table.metadata.row_group(group).num_rows
        try:
            for batch in table.iter_batches(BATCH, row_groups=[group], columns=list(wanted)):
                for row in batch.to_pylist():
                    number += 1
                    yield f"row {number}", row
        except (pa.ArrowException, OSError):
            yield f"row {number + 1}", Reason.UNREADABLE
        number = after
