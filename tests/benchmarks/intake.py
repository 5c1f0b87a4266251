"""What the web sends: entries, addresses and records a second, and the memory that large ones take.

Memory is the most that a process of its own ever held, less what it held before it began."""

import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from etl.document import Document, Kind
from etl.engine.batches import batched, fingerprints
from etl.extract import extract
from etl.fetch.decode import Packed, decoded
from etl.intake import archives
from etl.intake.sitemap import entries
from etl.intake.source import Source
from tests.benchmarks.table import median, seconds, show
from tests.etl.test_archives import record
from tests.etl.test_sitemaps import urlset
from tests.etl.web import page, rss

NOW = datetime(2026, 11, 24, tzinfo=UTC)
PAGE = page("Ferry stays in port", "The ferry to the islands stays in port. " * 1_200)  # 100 kB


def feed() -> int:
    """A feed of 1,000 entries."""
    content = rss(*(f"Entry {number}" for number in range(1_000)))
    document = Document(name="feed", kind=Kind.FEED, content=content, read_at=NOW)
    return sum(1 for _ in extract(document, ZoneInfo("UTC")))


def sitemap(megabytes: int = 50) -> int:
    """A sitemap of 50,000 addresses and 50 MB, received as a refresh receives it."""
    return _listed(_sitemap(megabytes))


def packed_sitemap(megabytes: int = 50) -> int:
    """The same as a server sends it that packs it."""
    return _listed(_packed(_sitemap(megabytes)))


def text_sitemap(megabytes: int = 50) -> int:
    """As many addresses in text, a line each."""
    pad = "x" * (megabytes * 1_000_000 // 50_000 - 32)
    return _listed(
        f"https://courier.example/{number:06}/{pad}\n".encode() for number in range(50_000)
    )


def _sitemap(megabytes: int) -> Iterator[bytes]:
    begin, end = urlset("|").split(b"|")
    head, row = begin.split(b"<url>")
    tail = b"</urlset>"
    pad = "x" * (megabytes * 1_000_000 // 50_000 - 92)
    yield head
    for number in range(50_000):
        yield b"<url>" + row + f"https://courier.example/{number:06}/{pad}".encode()
        yield end.removesuffix(tail)
    yield tail


def _packed(parts: Iterable[bytes]) -> Iterator[bytes]:
    packing = zlib.compressobj(1, wbits=31)
    yield from map(packing.compress, parts)
    yield packing.flush()


def _listed(parts: Iterable[bytes]) -> int:
    return sum(1 for _ in entries(decoded(parts, "", 60_000_000, Packed()), 60_000_000))


def archive(pages: int = 10_000) -> int:
    """A WARC of so many pages of 100 kB: 1 GB."""
    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        for number in range(pages):
            file.write(record(f"https://courier.example/{number}", PAGE))
        file.flush()
        source = Source(name="a", kind="archive", path=Path(file.name), read_at=NOW)
        asked: Any = SimpleNamespace(visits=lambda urls: {})
        found = (one for one in archives.read(source, asked) if isinstance(one, Document))
        return sum(len(fingerprints(batch)) for batch in batched(found))


TASKS: dict[str, Callable[[], int]] = {
    "feed, 1,000 entries": feed,
    "sitemap, 50 MB": sitemap,
    "sitemap, 50 MB, packed": packed_sitemap,
    "sitemap, 50 MB, text": text_sitemap,
    "WARC, 1 GB": archive,
}


def measure() -> None:
    """Each task in this process for its time, and in one of its own for its memory."""
    show(
        "Documents and addresses of the web, on one core (making them included)",
        ("what", "count", "median s", "a second", "MB"),
        list(_rows()),
    )


def _rows() -> Iterator[tuple[str, ...]]:
    for name, task in TASKS.items():
        count = task()
        taken = median(seconds(task, 1))
        asked = [sys.executable, "-m", "tests.benchmarks.intake", name]
        memory = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
        yield name, f"{count:,}", f"{taken:.2f}", f"{count / taken:,.0f}", memory


def _most() -> int:
    # getrusage() begins with what the process held that started this one (Linux 6).
    [line] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    return int(line) // 1024


if __name__ == "__main__":
    before = _most()
    TASKS[sys.argv[1]]()
    print(_most() - before)
