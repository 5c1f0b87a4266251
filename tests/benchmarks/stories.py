"""How long a batch of new articles takes to be given its stories in a store of a million, and in
how much memory. Run alone: `python -m tests.benchmarks.stories [ARTICLES]`.

What is stored is made of random numbers, but for its terms: half of them are drawn as often as the
sample's articles have them, which is more often than news of the whole world would."""

import importlib
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from etl.article import Article, DateOrigin, Precision, article_id, to_batch
from etl.enrich.fingerprint import LEAD, WHOLE, add_fingerprint
from etl.warehouse import stories, stories_marks
from etl.warehouse.store import Store, opened, sql, transaction
from presswatch.resources import sample_generator
from tests.benchmarks.table import median, show

ARTICLES = 1_000_000
BATCH = 1_000
RUNS = 5
YEAR = 365
LAST = date(2026, 6, 30)
AT_ONCE = 50_000
KEYS = WHOLE // 3 + LEAD // 3
TERMS = stories_marks.MOST_TERMS
READINGS = """
    INSERT INTO reading BY NAME
    SELECT article AS id, 'A title' AS title, source, published_on::TIMESTAMPTZ AS published_at,
        'day' AS date_precision, 'page' AS date_origin, published_on, refresh
    FROM made
"""
FACTS = """
    INSERT INTO article BY NAME
    SELECT article AS id, 'A title' AS title, source, [] AS authors,
        published_on::TIMESTAMPTZ AS published_at, 'day' AS date_precision, 'page' AS date_origin,
        published_on, story, refresh
    FROM made
"""
WEIGHT = round(stories_marks.SCALE / TERMS**0.5)


def measure(articles: int = ARTICLES) -> None:
    """Fill a store, then place some batches, each in a refresh of its own."""
    written = _written(BATCH * RUNS)
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor(1) as elsewhere:  # whose memory is not to count
            elsewhere.submit(_fill, Path(folder), articles, written).result()
        size = (Path(folder) / "bodies.duckdb").stat().st_size / 1e6
        taken, worked = [], []
        with opened(Path(folder)) as store, _peak() as peak:
            for run in range(RUNS):
                _put(store, written[run * BATCH : (run + 1) * BATCH], run + 2)
                start, before = time.perf_counter(), time.process_time()
                stories.join(store)
                taken.append(time.perf_counter() - start)
                worked.append(time.process_time() - before)
    show(
        f"{BATCH:,} new articles given their stories among {articles:,} "
        f"(marks of all: {size:,.0f} MB)",
        ("median s", "least", "most", "of all cores", "memory MB"),
        [
            (
                *(f"{of(taken):.2f}" for of in (median, min, max)),
                f"{median(worked):.2f}",
                f"{peak[0]:,.0f}",
            )
        ],
    )


def _written(count: int) -> list[Article]:
    """Articles of the sample, copies and all: each batch of one day, ten days apart."""
    sample = sample_generator()
    newsroom = importlib.import_module(f"{sample.__name__}.newsroom")
    made = [one for seed in (1, 2) for one in newsroom.write_articles(LAST, seed)][:count]
    return [
        Article(
            id=article_id(one.url, str(number)),
            title=one.title,
            source=one.outlet.name,
            language="en",
            published_at=datetime(2026, 6, 30, number % 24, tzinfo=UTC),
            published_on=LAST - timedelta(days=number // BATCH * 10),
            date_precision=Precision.MINUTE,
            date_origin=DateOrigin.PAGE,
            body=one.paragraphs,
        )
        for number, one in enumerate(made)
    ]


def _put(store: Store, articles: list[Article], refresh: int) -> None:
    numbers = pa.array([refresh] * len(articles), pa.int32())
    batch = add_fingerprint(to_batch(articles)).append_column("refresh", numbers)
    store.bodies.register("batch", batch)
    store.bodies.execute(sql("put_bodies"))


def _fill(folder: Path, articles: int, written: list[Article]) -> None:
    rng = np.random.default_rng(1)
    drawn = np.array(
        [
            term
            for one in written
            for term in stories_marks.terms(one.title, "\n".join(one.body), one.language)
        ],
        np.int32,
    )
    with opened(folder) as store:
        for first in range(0, articles, AT_ONCE):
            with transaction(store.bodies), transaction(store.warehouse):
                _fill_some(store, rng, drawn, first, min(AT_ONCE, articles - first), articles)
        store.bodies.execute(
            "INSERT INTO story_term SELECT unnest(terms), count(*) FROM story_member GROUP BY 1"
        )


def _fill_some(
    store: Store, rng: np.random.Generator, drawn: np.ndarray, first: int, count: int, all_: int
) -> None:
    ids = np.arange(first, first + count, dtype=np.int64) * 7919 + 1
    ago = YEAR - (first + np.arange(count)) * YEAR // all_
    days = np.datetime64(LAST) - ago.astype("timedelta64[D]")
    terms = np.where(
        rng.random((count, TERMS)) < 0.5,
        rng.choice(drawn, (count, TERMS)),
        rng.integers(-(2**31), -(2**31) + 500_000, (count, TERMS)),
    )
    sketches = rng.bytes(count * (WHOLE + LEAD))
    width = WHOLE + LEAD
    rows = pa.table(
        {
            "article": ids,
            "story": ids,
            "founded_on": pa.array(days, pa.date32()),
            "published_on": pa.array(days, pa.date32()),
            "source": [f"paper {number % 500}" for number in range(count)],
            "original": pa.nulls(count, pa.int64()),
            "size": rng.integers(50, 900, count),
            "sketch": [sketches[at * width : (at + 1) * width] for at in range(count)],
            "brief": pa.nulls(count, pa.int64()),
            "terms": list(terms.astype(np.int32)),
            "weights": list(np.full((count, TERMS), WEIGHT, np.int16)),
            "refresh": np.ones(count, np.int32),
        }
    )
    keys = rng.integers(-(2**63), 2**63 - 1, count * KEYS)
    for name, table in (
        ("story_member", rows),
        ("story_band", pa.table({"key": keys, "article": np.repeat(ids, KEYS)})),
    ):
        store.bodies.register("made", table)
        store.bodies.execute(f"INSERT INTO {name} BY NAME FROM made")
    store.bodies.register("made", rows)
    store.bodies.execute(READINGS)
    store.warehouse.register("made", rows)
    store.warehouse.execute(FACTS)


@contextmanager
def _peak() -> Iterator[list[float]]:
    """The most memory, in MB, that the process had within."""
    most, done = [0.0], threading.Event()

    def look() -> None:
        page = resource.getpagesize()
        while not done.wait(0.02):
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            most[0] = max(most[0], pages * page / 1e6)

    watching = threading.Thread(target=look)
    watching.start()
    try:
        yield most
    finally:
        done.set()
        watching.join()


if __name__ == "__main__":
    measure(*map(int, sys.argv[1:]))
