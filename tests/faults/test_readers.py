"""Readers ask while refreshes publish: no error, and never half a refresh."""

import threading
from pathlib import Path

from presswatch.query import parse
from presswatch.search import find
from presswatch.snapshot import open_current
from tests.conftest import written
from tests.faults.test_kill import refresh, rows

REFRESHES = 4
EACH = 50


def test_readers_never_meet_a_refresh(tmp_path: Path) -> None:
    store = tmp_path / "store"
    refresh(0, store, written(tmp_path / "0.jsonl", rows(range(EACH), "03")))
    done = threading.Event()
    seen: set[int] = set()
    errors: list[Exception] = []

    def read() -> None:
        while not done.is_set():
            try:
                snapshot = open_current(store)
                cursor = snapshot.cursor()
                [(articles,)] = cursor.execute("SELECT count(*) FROM article").fetchall()
                [(tagged,)] = cursor.execute(
                    "SELECT count(DISTINCT article) FROM article_tag"
                ).fetchall()
                assert articles == tagged == snapshot.pointer.articles
                assert find(store, parse("dockers")).num_rows >= articles
                snapshot.close()
                seen.add(articles)
            except Exception as error:
                errors.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, REFRESHES + 1):
        path = written(tmp_path / f"{number}.jsonl", rows(range(EACH * (number + 1)), "03"))
        assert refresh(0, store, path).returncode == 0
    done.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert seen >= {EACH, EACH * REFRESHES}
    assert seen <= {EACH * (number + 1) for number in range(REFRESHES + 1)}
    assert len(list((store / "published").glob("*.duckdb"))) == 2  # this one and the one before
