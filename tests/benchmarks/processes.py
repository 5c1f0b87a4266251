"""Pages a second through the real pool, on one process and on two, by how far they are taken."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa

from etl.document import Document, Kind, Reason
from etl.engine.batches import batched
from etl.engine.pool import Mapped, Pool
from etl.engine.read import Reader, to_rows
from etl.enrich.models import Models
from etl.extract import extract
from presswatch.settings import EntitySettings
from tests.benchmarks.table import seconds, show
from tests.etl.extract.pages import pages

READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ZONE = "Europe/Amsterdam"
PAGES = 1_000
PROCESSES = (1, 2)
READER = Reader(ZONE, Models(entities=EntitySettings().model))


@dataclass(frozen=True, slots=True)
class Extracting:
    """The first stage of the reader alone."""

    time_zone: str

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        documents = [Document(**one | {"kind": Kind(one["kind"])}) for one in batch.to_pylist()]
        zone = ZoneInfo(self.time_zone)
        return to_rows(
            (row, outcome)
            for row, document in enumerate(documents)
            for outcome in extract(document, zone)
        )

    def refuse(self, batch: pa.RecordBatch, reason: Reason) -> pa.RecordBatch:
        return READER.refuse(batch, reason)


STAGES: dict[str, Mapped] = {
    "extract": Extracting(ZONE),
    "extract and enrich": READER,
}


def measure() -> None:
    """Map each stage over our own test pages, again and again, with so many workers."""
    found = list(pages())
    contents = [found[number % len(found)].content for number in range(PAGES)]
    batches = list(
        batched(
            Document(name=f"https://a.example/{n}", kind=Kind.HTML, content=one, read_at=READ_AT)
            for n, one in enumerate(contents)
        )
    )
    rows = []
    for name, stage in STAGES.items():
        rates = [PAGES / _taken(stage, workers, batches) for workers in PROCESSES]
        rows.append((name, *(f"{rate:,.0f}" for rate in rates), f"{rates[-1] / rates[0]:.2f}"))
    show(
        f"Pages a second through the pool ({PAGES:,} pages, mean "
        f"{sum(map(len, contents)) / PAGES / 1000:,.0f} kB)",
        ("stage", *(f"{number} process(es)" for number in PROCESSES), "ratio"),
        rows,
    )


def _taken(stage: Mapped, workers: int, batches: list[pa.RecordBatch]) -> float:
    pool = Pool(stage, workers)
    try:
        list(pool.map(batches[: 4 * workers]))  # the workers start, and load what they need
        [taken] = seconds(lambda: list(pool.map(batches)), 1)
    finally:
        pool.close()
    return taken


if __name__ == "__main__":
    measure()
