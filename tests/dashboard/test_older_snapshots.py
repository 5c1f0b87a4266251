"""A snapshot that an earlier Presswatch has published is read as far as it goes."""

from pathlib import Path

import duckdb
import pytest

from dashboard.filters import Filters
from dashboard.metrics import ask
from presswatch.errors import StoreError
from presswatch.snapshot import open_current, read_pointer
from tests.conftest import Load


def test_what_it_does_not_know_is_told_and_the_next_refresh_brings_it(
    load: Load, store: Path
) -> None:
    row = {"title": "Strike", "url": "https://a.example/1", "date": "2026-03-03"}
    load(row)
    snapshot = store / "published" / f"{read_pointer(store).generation}.duckdb"
    with duckdb.connect(str(snapshot)) as connection:
        connection.execute("ALTER TABLE article DROP COLUMN revised_at")
    opened = open_current(store)
    assert len(ask(opened, "articles", Filters())) == 1
    with pytest.raises(StoreError, match="Refresh once"):
        ask(opened, "articles", Filters(revised=True))
    opened.close()
    load(row | {"url": "https://a.example/2"})
    opened = open_current(store)
    assert ask(opened, "articles", Filters(revised=True)).empty
    opened.close()
