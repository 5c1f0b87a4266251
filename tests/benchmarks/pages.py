"""How long metrics and a page's reruns take, over the store that the stages filled."""

import os
from datetime import timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.filters import Filters
from dashboard.launch import APP, STORE
from dashboard.metrics import ask
from dashboard.metrics.catalogue import METRICS
from presswatch.snapshot import open_current
from tests.benchmarks.table import median, seconds, show

PAGES = (
    *("overview", "coverage", "topics", "entities", "voice", "tone", "sources", "authors"),
    *("popular", "stories", "compare", "articles", "health"),
)


def measure(store: Path) -> None:
    """Measure every metric, unfiltered and filtered, then each page's first run and rerun."""
    _metrics(store)
    _reruns(store)


def _metrics(store: Path) -> None:
    snapshot = open_current(store)
    last = snapshot.pointer.last_on
    assert last is not None
    choices = {
        "all": Filters(),
        "90 days": Filters(since=last - timedelta(days=89), until=last),
        "a text query": Filters(query="port AND strike"),
    }
    rows = []
    for name in METRICS:
        taken = [
            median(seconds(lambda name=name, filters=filters: ask(snapshot, name, filters), 7))
            for filters in choices.values()
        ]
        rows.append((name, *(f"{each * 1000:.1f}" for each in taken)))
    snapshot.close()
    show(f"Metrics, median ms ({snapshot.pointer.articles:,} articles)", ("metric", *choices), rows)


def _reruns(store: Path) -> None:
    os.environ[STORE] = str(store)
    rows = []
    for page in PAGES:
        app = AppTest.from_file(str(APP), default_timeout=60)
        # AppTest switches to pages that are files; ours are functions under a path (1.67).
        app._page_hash = calc_hash(page)
        [first] = seconds(lambda app=app: app.run(), 1)
        again = median(seconds(lambda app=app: app.run(), 7))
        rows.append((page, f"{first * 1000:.0f}", f"{again * 1000:.0f}"))
    show("Pages on the server, ms", ("page", "first run", "rerun (median)"), rows)
