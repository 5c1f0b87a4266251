"""The most memory that a whole refresh holds, its workers included, while it loads an archive as
Common Crawl publishes them for news: each record packed by itself, pages of about 100 kB.

`python -m tests.benchmarks.memory 1000` makes and loads one of 1,000 MB. What is level between a
small and a large one does not grow with the archive."""

import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.table import show
from tests.etl.test_archives import record

SIZES = (50, 200)  # MB
PAUSE = 0.2  # seconds between two looks at the processes
SEED = 20261124
WORDS = [
    first + last
    for first in ("har", "fer", "por", "tra", "coun", "min", "strik", "vot", "bri", "sto")
    for last in ("bour", "ry", "ts", "ms", "cil", "ister", "es", "ed", "dge", "rm")
]
PAGE = """<html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2026-11-23T09:00:00Z">
<script>{script}</script></head><body><nav>{links}</nav><article><h1>{title}</h1>{body}</article>
<footer>{links}</footer></body></html>"""


def pages(megabytes: int) -> Iterator[bytes]:
    """Records of invented pages, packed, until they fill so much."""
    rng = random.Random(SEED)
    left = megabytes * 1_000_000
    number = 0
    while left > 0:
        number += 1
        packed = gzip.compress(record(f"https://courier.example/{number}", _page(rng)), 1)
        left -= len(packed)
        yield packed


def _page(rng: random.Random) -> bytes:
    def sentences(count: int) -> str:
        return " ".join(" ".join(rng.choices(WORDS, k=12)).capitalize() + "." for _ in range(count))

    links = "".join(f'<li><a href="/{word}/{rng.random()}">{word}</a></li>' for word in WORDS)
    return PAGE.format(
        title=sentences(1),
        script=rng.randbytes(22_000).hex(),  # what of a page is no text, packs badly
        links=f"<ul>{links}</ul>",
        body="".join(f"<p>{sentences(5)}</p>" for _ in range(10)),
    ).encode()


def measure(sizes: tuple[int, ...] = SIZES) -> None:
    """Load an archive of each size, and watch the processes."""
    show(
        "Memory of a whole refresh that loads an archive, MB (all: pages shared by processes once)",
        ("archive", "pages", "seconds", "pages a second", "all", "first process", "largest worker"),
        [_loaded(size) for size in sizes],
    )


def _loaded(megabytes: int) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.warc.gz"
        with file.open("wb") as archive:
            archive.writelines(pages(megabytes))
        asked = ["load", str(file), "--store", str(Path(folder) / "store"), "--json"]
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "presswatch", *asked], stdout=subprocess.PIPE, text=True
        )
        together, alone = _watched(process)
        taken = time.perf_counter() - begun
        read = json.loads(process.communicate()[0])["new"]
    first = alone.pop(process.pid)
    return (
        f"{megabytes:,} MB", f"{read:,}", f"{taken:.0f}", f"{read / taken:.0f}",
        f"{together:.0f}", f"{first:.0f}", f"{max(alone.values(), default=0):.0f}",
    )  # fmt: skip


def _watched(process: "subprocess.Popen[str]") -> tuple[float, dict[int, float]]:
    """The most that all processes held at one time, and each at any; in MB."""
    together, alone = 0.0, {process.pid: 0.0}
    while process.poll() is None:
        now = 0.0
        for number in _tree(process.pid):
            now += _said(number, "smaps_rollup", "Pss:")
            alone[number] = max(alone.get(number, 0), _said(number, "status", "VmHWM:"))
        together = max(together, now)
        time.sleep(PAUSE)
    return together, alone


def _tree(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8")
    except OSError:  # it has ended
        return []
    return [process, *(one for child in text.split() for one in _tree(int(child)))]


def _said(process: int, file: str, name: str) -> float:
    """What the system says of a process, in MB; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/{file}").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    measure(tuple(map(int, sys.argv[1:])) or SIZES)
