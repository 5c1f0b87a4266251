"""Stores of any size, made of invented articles: the same number gives the same store."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import tantivy

from etl.warehouse.store import sql
from presswatch import search
from presswatch.snapshot import LastRefresh, Pointer, publish

FILL = Path(__file__).with_name("fill.sql")
NOW = datetime(2026, 11, 24, tzinfo=UTC)
BODIES = 1_000_000  # the most articles that get a text
WORDS = 60  # of a text
MEMORY = 256_000_000


def make(folder: Path, articles: int) -> Path:
    """A published store of that many articles; one that is there already is taken as it is."""
    store = folder / f"store-{articles}"
    if not (store / "published" / "current.json").is_file():
        store.mkdir(parents=True, exist_ok=True)
        _fill(store / "warehouse.duckdb", articles)
        _index(store, min(articles, BODIES))
        publish(store, store / "warehouse.duckdb", _pointer(articles))
    return store


def _fill(file: Path, articles: int) -> None:
    with duckdb.connect(str(file)) as warehouse:
        warehouse.execute("SET GLOBAL TimeZone = 'UTC'")
        warehouse.execute(sql("schema"))
        for statement in FILL.read_text("utf-8").split(";\n"):
            values = {"articles": articles} if "$articles" in statement else {}
            if statement.strip():
                warehouse.execute(statement, values)


def _index(store: Path, articles: int) -> None:
    """Texts whose word number n stands in one of n articles: from all of them to very few."""
    index = search.open_index(store / search.FOLDER, make=True)
    writer = index.writer(MEMORY, 2)
    for article in range(1, articles + 1):
        document = tantivy.Document()
        document.add_integer("id", article)
        body = " ".join(f"word{n}" for n in range(1, WORDS) if article % n == 0)
        document.add_text(search.field_of("title", "en"), f"report on matter {article % 5000}")
        document.add_text(search.field_of("body", "en"), f"{body} rare{article % 10_000}")
        document.add_bytes("reading", b"{}")
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _pointer(articles: int) -> Pointer:
    counts = {"read": articles, "new": articles, "updated": 0, "unchanged": 0, "refused": 0}
    return Pointer(
        generation="1",
        published_at=NOW,
        complete_until=NOW,
        first_refresh_at=NOW,
        articles=articles,
        first_on=date(2016, 11, 24),
        last_on=date(2026, 11, 22),
        time_zone="UTC",
        holds="articles",
        last_refresh=LastRefresh(
            refresh=1, started_at=NOW, ended_at=NOW, outcome="complete", **counts
        ),
        problems={},
    )
