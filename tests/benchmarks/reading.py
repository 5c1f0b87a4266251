"""Pages read a second beside trafilatura alone, on the same pages, in one process and run.

`python -m tests.benchmarks.reading` prints it. The pages are our own test pages, or the HTML files
of a folder that is named."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import trafilatura

from etl.document import Document, Kind
from etl.extract import extract
from tests.benchmarks.table import median, show
from tests.etl.extract.pages import pages

READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
RUNS = 5


def measure(contents: list[tuple[str, bytes]]) -> None:
    """Read the pages with each reader in turn, several times; the ratio is of the medians."""
    documents = [
        Document(name=name, kind=Kind.HTML, content=content, read_at=READ_AT)
        for name, content in contents
    ]

    def ours() -> None:
        for document in documents:
            list(extract(document, ZONE))

    def alone(*, fast: bool) -> Callable[[], None]:
        def read() -> None:
            for document in documents:
                trafilatura.bare_extraction(document.content, with_metadata=True, fast=fast)

        return read

    readers = {
        "Presswatch": ours,
        "trafilatura, fast": alone(fast=True),
        "trafilatura": alone(fast=False),
    }
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for run in range(RUNS + 1):
        for name, read in readers.items():  # in turn, so that a busy moment meets all
            start = datetime.now(UTC)
            read()
            if run:  # the first warms up
                taken[name].append((datetime.now(UTC) - start).total_seconds())
    mine = median(taken["Presswatch"])
    rows = [
        (name, f"{len(documents) / median(all_):,.0f}", f"{median(all_) / mine:.2f}")
        for name, all_ in taken.items()
    ]
    show(
        f"Pages read a second ({len(documents)} pages, mean "
        f"{sum(len(one.content) for one in documents) / len(documents) / 1000:,.0f} kB; one core)",
        ("reader", "pages a second", "Presswatch's rate is so many times this"),
        rows,
    )


def main() -> None:
    """Measure on our own pages or on those of a folder."""
    if len(sys.argv) > 1:
        files = sorted(Path(sys.argv[1]).rglob("*.htm*"))
        measure([(file.name, file.read_bytes()) for file in files])
    else:
        measure([(page.url, page.content) for page in pages()])


if __name__ == "__main__":
    main()
