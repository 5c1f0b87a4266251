"""Documents as record batches, and the fingerprints by which they are known again."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import pyarrow as pa

import presswatch
from etl.article import article_id
from etl.document import DOCUMENT_SCHEMA, Document, Kind

COST = {Kind.HTML: 8, Kind.FEED: 64, Kind.CAPTURE: 1, Kind.ROW: 1}  # as rows of a table
FULL = 256  # rows' worth in a batch: enough to outweigh the way to a worker and back
BYTES = 4_000_000  # that a batch may hold


def batched(documents: Iterable[Document]) -> Iterator[pa.RecordBatch]:
    """The documents as batches of DOCUMENT_SCHEMA, each worth about the same work."""
    batch: list[dict[str, Any]] = []
    cost = size = 0
    for document in documents:
        batch.append(asdict(document))
        cost += COST[document.kind]
        size += len(document.content)
        if cost >= FULL or size >= BYTES:
            yield pa.RecordBatch.from_pylist(batch, DOCUMENT_SCHEMA)
            batch, cost, size = [], 0, 0
    if batch:
        yield pa.RecordBatch.from_pylist(batch, DOCUMENT_SCHEMA)


def fingerprints(documents: pa.RecordBatch) -> list[int]:
    """A number for each document that is the same only while it would be read the same."""
    return [
        article_id(
            presswatch.__version__,
            row["kind"],
            row["source"],
            row["folder"],
            row["content"].decode("latin-1"),
        )
        for row in documents.to_pylist()
    ]
