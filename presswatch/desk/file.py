"""The desk's file: open it, and the statements that it is asked with."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from presswatch.errors import StoreError

FILE = "desk.sqlite"
PATIENCE = 10  # seconds that another process may be writing


def exists(store: Path) -> bool:
    """Whether anybody has written anything."""
    return (store / FILE).is_file()


@contextmanager
def opened(store: Path) -> Iterator[sqlite3.Connection]:
    """The desk, in a transaction. Raises StoreError."""
    file = store / FILE
    try:
        store.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=PATIENCE)) as connection, connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(sql("schema"))
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{file}: the desk cannot be used. See that the disk has room and that you may write "
            "there."
        ) from error


def rows(store: Path, name: str) -> list[tuple[Any, ...]]:
    """What NAME.sql finds; nothing where nobody has written anything. Raises StoreError."""
    if not exists(store):
        return []
    with opened(store) as desk:
        return desk.execute(sql(name)).fetchall()


@cache
def sql(name: str) -> str:
    """The text of NAME.sql of this folder."""
    return Path(__file__).with_name(f"{name}.sql").read_text("utf-8")
