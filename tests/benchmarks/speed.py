"""How long every metric takes over stores of any size, by what it is filtered by, and beside what
analysts would use instead.

`python -m tests.benchmarks.speed 100000 1000000` makes the stores once, in the folder that
PRESSWATCH_BENCH names, or a temporary one."""

import os
import sys
import tempfile
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from dashboard.filters import Filters
from dashboard.metrics import ask
from dashboard.metrics.catalogue import METRICS
from presswatch.snapshot import Snapshot, open_current
from tests.benchmarks import rivals
from tests.benchmarks.stores import make
from tests.benchmarks.table import median, seconds, show

SIZES = (100_000,)
RUNS = 5
MEMBERS = ['tag:"tag 3"', 'entity:"Name 5"', 'source:"Source 2"']
QUERY = "word10"  # stands in a tenth of the texts


def measure(folder: Path, sizes: tuple[int, ...] = SIZES) -> None:
    """Make a store of each size, and ask it every metric."""
    for size in sizes:
        snapshot = open_current(make(folder, size))
        last = snapshot.pointer.last_on
        assert last is not None
        days: dict[str, Any] = {"since": last - timedelta(days=89), "until": last}
        windows = {"all": Filters(), "90 days": Filters(**days)}
        choices = windows | {
            "a tag": Filters(tags_any=(rivals.TAG,)),
            "a source": Filters(sources=(rivals.SOURCE,)),
            "an entity": Filters(entities=("Name 5",)),
            "a text": Filters(query=QUERY),
            "stories, 90 days": Filters(stories=True, **days),
        }
        rows = [(name, *_taken(snapshot, name, choices)) for name in METRICS]
        show(f"Metrics, median ms ({size:,} articles)", ("metric", *choices), rows)
        rivals.measure(snapshot, folder / f"store-{size}", windows)
        snapshot.close()


def _taken(snapshot: Snapshot, name: str, choices: dict[str, Filters]) -> list[str]:
    told = _told(name)
    return [
        f"{median(seconds(partial(ask, snapshot, name, filters, **told), RUNS)) * 1000:.0f}"
        for filters in choices.values()
    ]


def _told(name: str) -> dict[str, Any]:
    """What a metric is told, so that it has something to count."""
    told = {"members": MEMBERS, "name": "Name 5"}
    return {key: value for key, value in told.items() if key in METRICS[name].parameters}


if __name__ == "__main__":
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    if kept := os.environ.get("PRESSWATCH_BENCH"):
        measure(Path(kept), sizes)
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), sizes)
