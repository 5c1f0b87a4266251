"""Notes on sources, held back until the documents before them were loaded.

So a refresh that is killed leaves no source for asked whose documents it did not keep."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from etl.document import Document, Problem
from etl.intake.asked import Visit
from etl.schedule import Ended

Note = Visit | Ended


@dataclass(slots=True)
class Notes:
    """What readers said between their documents, each with the number of documents before it."""

    found: Counter[str] = field(default_factory=Counter)  # new articles by source
    _waiting: deque[tuple[int, Note]] = field(default_factory=deque)
    _documents: int = 0
    _batched: int = 0
    _ends: deque[int] = field(default_factory=deque)  # of each batch under way, its last document

    def sift(self, read: Iterable[Document | Problem | Note]) -> Iterator[Document | Problem]:
        """The documents and problems; the notes are kept here."""
        for one in read:
            if isinstance(one, Visit | Ended):
                self._waiting.append((self._documents, one))
                continue
            self._documents += isinstance(one, Document)
            yield one

    def batched(self, batch: pa.RecordBatch, *, sent: bool) -> None:
        """Count a batch of the documents; `sent`: it will come back to be loaded."""
        self._batched += batch.num_rows
        if sent:
            self._ends.append(self._batched)

    def due(self) -> list[Note]:
        """The notes on what has come when the next batch is loaded."""
        end = self._ends.popleft()
        due = []
        while self._waiting and self._waiting[0][0] <= end:
            due.append(self._waiting.popleft()[1])
        return due

    def rest(self) -> list[Note]:
        """All that are left, at the end."""
        rest = [note for _, note in self._waiting]
        self._waiting.clear()
        return rest
