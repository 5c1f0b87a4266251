"""The pool: in order, and what kills or holds up a worker costs one document alone."""

import os
import time
from collections.abc import Iterator

import pyarrow as pa
import pytest

from etl.document import Reason
from etl.engine.pool import Pool

SCHEMA = pa.schema([("row", pa.int32()), ("said", pa.string())])
CRASHES, HANGS = 13, 17


class Doubles:
    """Doubles each number, but dies over one and sleeps over another."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        rows = []
        for row, number in enumerate(batch["number"].to_pylist()):
            if number == CRASHES:
                os._exit(9)
            if number == HANGS:
                time.sleep(600)
            rows.append({"row": row, "said": str(number * 2)})
        return pa.RecordBatch.from_pylist(rows, SCHEMA)

    def refuse(self, batch: pa.RecordBatch, reason: Reason) -> pa.RecordBatch:
        rows = [{"row": row, "said": reason} for row in range(batch.num_rows)]
        return pa.RecordBatch.from_pylist(rows, SCHEMA)


def batches(numbers: range, size: int = 4) -> Iterator[pa.RecordBatch]:
    for start in numbers[::size]:
        some = range(start, min(start + size, numbers.stop))
        yield pa.RecordBatch.from_pydict({"number": list(some)})


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(Doubles(), workers=2, limit=3)
    yield pool
    pool.close()


def test_a_crash_and_a_hang_cost_their_documents_alone(pool: Pool) -> None:
    said = {}
    for batch, result in pool.map(batches(range(32))):
        numbers = batch["number"].to_pylist()
        said |= {
            numbers[row]: text
            for row, text in zip(result["row"].to_pylist(), result["said"].to_pylist(), strict=True)
        }
    expected = {number: str(number * 2) for number in range(32)}
    assert said == expected | {CRASHES: Reason.CRASHED, HANGS: Reason.TOO_SLOW}
    assert list(said) == list(range(32))


def test_inputs_are_made_only_as_fast_as_results_are_taken(pool: Pool) -> None:
    made = 0

    def counted() -> Iterator[pa.RecordBatch]:
        nonlocal made
        for batch in batches(range(100, 500)):
            made += 1
            yield batch

    next(pool.map(counted()))
    assert made == 4  # two for each worker
