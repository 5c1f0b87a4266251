"""Map a pure function over record batches on the cores of one machine, in order.

No more batches are under way than the workers need, so that a slow reader of the results slows
the making of the inputs. A batch whose worker dies, or takes too long, is run again document by
document: the one at fault is refused, its neighbours are not."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Protocol

import pyarrow as pa
from loky import ProcessPoolExecutor
from loky.process_executor import BrokenProcessPool

from etl.document import Reason

AHEAD = 2  # batches under way for each worker: one that is run and one that waits
LIMIT = 20.0  # seconds that one document may take, the loading of models included
MEGABYTE = 1_000_000  # bytes, for each of which it may take that time once more
BATCH = 3  # times that, a batch may take before its documents are tried one by one


class Mapped(Protocol):
    """A function over batches, and what stands for its result where a worker was lost."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The result of a batch; its column `row` says which row of the batch each is of."""

    def refuse(self, batch: pa.RecordBatch, reason: Reason) -> pa.RecordBatch:
        """The result that says why there is none."""


class Pool:
    """Worker processes; close them when done."""

    def __init__(self, function: Mapped, workers: int, limit: float = LIMIT) -> None:
        self._function = function
        self._workers = workers
        self._limit = limit
        self._executor = self._start()

    def map(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[pa.RecordBatch, pa.Table]]:
        """Each batch with its result, in the order of the batches."""
        waiting: deque[tuple[pa.RecordBatch, Future[pa.RecordBatch]]] = deque()
        for batch in batches:
            waiting.append((batch, self._executor.submit(self._function, batch)))
            if len(waiting) >= AHEAD * self._workers:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def close(self) -> None:
        """End the workers, whatever they do."""
        self._executor.shutdown(kill_workers=True)

    def _next(
        self, waiting: deque[tuple[pa.RecordBatch, Future[pa.RecordBatch]]]
    ) -> tuple[pa.RecordBatch, pa.Table]:
        batch, future = waiting.popleft()
        try:
            return batch, pa.Table.from_batches([future.result(self._batch_limit(batch))])
        except (BrokenProcessPool, TimeoutError):
            self._restart()
        table = pa.Table.from_batches(self._one_by_one(batch))
        resubmitted = [
            (other, self._executor.submit(self._function, other)) for other, _ in waiting
        ]
        waiting.clear()
        waiting.extend(resubmitted)
        return batch, table

    def _one_by_one(self, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        for row in range(batch.num_rows):
            yield _renumbered(self._alone(batch.slice(row, 1)), row)

    def _alone(self, document: pa.RecordBatch) -> pa.RecordBatch:
        try:
            future = self._executor.submit(self._function, document)
            return future.result(self._document_limit(document))
        except TimeoutError:
            reason = Reason.TOO_SLOW
        except BrokenProcessPool:
            reason = Reason.CRASHED
        self._restart()
        return self._function.refuse(document, reason)

    def _document_limit(self, batch: pa.RecordBatch) -> float:
        """The seconds that its bytes may take as one document: an archive may be one feed."""
        return self._limit * (1 + int(batch.nbytes) / MEGABYTE)

    def _batch_limit(self, batch: pa.RecordBatch) -> float:
        return max(self._document_limit(batch), BATCH * self._limit)

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._workers, timeout=None, initializer=_prepare, initargs=(os.getpid(),)
        )

    def _restart(self) -> None:
        self.close()
        self._executor = self._start()


def _prepare(starter: int) -> None:
    """Make a worker live as long as the process that started it, no shorter and no longer.

    Ctrl-C reaches the workers too, but what it means is for that process; and when that is
    killed outright, nothing else would tell them (loky 3.7)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(starter,), daemon=True).start()


def _follow(starter: int) -> None:
    while os.getppid() == starter:
        time.sleep(1)
    os._exit(1)


def _renumbered(result: pa.RecordBatch, row: int) -> pa.RecordBatch:
    place = result.schema.get_field_index("row")
    rows = pa.array([row] * result.num_rows, pa.int32())
    return result.set_column(place, result.schema.field(place), rows)
