"""The desk: what people wrote, in `desk.sqlite` of the store. Several processes may write it.

A refresh only reads it. What it says of a source goes before what `presswatch.toml` says."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from presswatch.errors import StoreError
from presswatch.settings import SourceSettings

FILE = "desk.sqlite"
PATIENCE = 10  # seconds that another process may be writing


def sources(store: Path) -> list[SourceSettings]:
    """The sources that were added by a command, by name."""
    if not (store / FILE).is_file():
        return []
    with _opened(store) as desk:
        rows = desk.execute(_sql("sources")).fetchall()
    return [
        SourceSettings(name=name, kind=kind, url=url, outlet=outlet, full=bool(full))
        for name, kind, url, outlet, full in rows
    ]


def add_source(store: Path, source: SourceSettings, *, now: datetime) -> None:
    """Write a source of the web down, in the place of one of the same name."""
    values = source.model_dump(include={"name", "kind", "url", "outlet", "full"})
    with _opened(store) as desk:
        desk.execute(_sql("add_source"), values | {"added_at": now.isoformat()})


def remove_source(store: Path, name: str) -> bool:
    """Take a source off the list; whether it was there."""
    if not (store / FILE).is_file():
        return False
    with _opened(store) as desk:
        return desk.execute(_sql("remove_source"), {"name": name}).rowcount > 0


@contextmanager
def _opened(store: Path) -> Iterator[sqlite3.Connection]:
    """The desk, in a transaction. Raises StoreError."""
    file = store / FILE
    try:
        store.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=PATIENCE)) as connection, connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_sql("schema"))
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{file}: the desk cannot be used. See that the disk has room and that you may write "
            "there."
        ) from error


@cache
def _sql(name: str) -> str:
    """The text of NAME.sql of this folder."""
    return Path(__file__).with_name(f"{name}.sql").read_text("utf-8")
