"""The pointer: publish a generation of the store, find and open the current one.

A snapshot is a copy of the warehouse that never changes again, under a name never used before
(`published/<generation>.duckdb`); `published/current.json` names the one to read. Readers and the
one writer so never share a file (docs/architecture.md says why)."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
from pydantic import TypeAdapter, ValidationError

from presswatch.errors import StoreError

FOLDER = "published"
POINTER = "current.json"
_LOCKING = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRefresh:
    """How the last run went. `read` is the sum of the four after it."""

    refresh: int
    started_at: datetime
    ended_at: datetime
    outcome: str
    read: int
    new: int
    updated: int
    unchanged: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What is published: which generation, and what must be known before it is opened."""

    generation: str
    published_at: datetime
    complete_until: datetime | None  # up to which instant all sources had been asked
    first_refresh_at: datetime
    articles: int
    first_on: date | None  # the first and the last day that has an article
    last_on: date | None
    time_zone: str  # the reporting time zone
    holds: str  # 'articles' or 'sample'
    last_refresh: LastRefresh
    problems: dict[str, int]  # documents refused, by reason, each counted once


class Snapshot:
    """One generation, open for reading alone: no file but its own can be reached through it."""

    def __init__(self, store: Path, pointer: Pointer) -> None:
        self.store = store
        self.pointer = pointer
        file = store / FOLDER / f"{pointer.generation}.duckdb"
        try:
            self._connection = duckdb.connect(str(file), read_only=True)
            _lock(self._connection)
        except duckdb.Error as error:
            raise StoreError(f"{file}: the snapshot cannot be opened. Refresh again.") from error

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to it; what is registered on it is seen by it alone."""
        return self._connection.cursor()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def read_pointer(store: Path) -> Pointer:
    """What is published in a store. Raises StoreError where nothing is."""
    file = store / FOLDER / POINTER
    try:
        return TypeAdapter(Pointer).validate_json(file.read_bytes())
    except FileNotFoundError as error:
        raise StoreError(
            f"{store}: there is no store with articles. Load some with `presswatch load PATH`."
        ) from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        raise StoreError(f"{file}: this is no pointer to a snapshot. Refresh again.") from error


def open_current(store: Path) -> Snapshot:
    """The current generation of a store, opened. Raises StoreError."""
    pointer = read_pointer(store)
    try:
        return Snapshot(store, pointer)
    except StoreError:
        if (newer := read_pointer(store)) == pointer:
            raise
    return Snapshot(store, newer)  # two refreshes have published meanwhile, and dropped that one


@contextmanager
def known_to(store: Path) -> Iterator[None]:
    """Ask a snapshot. Raises StoreError for a column or table that an earlier Presswatch did not
    know."""
    try:
        yield
    except (duckdb.BinderException, duckdb.CatalogException) as error:
        raise StoreError(
            f"{store}: an earlier Presswatch has made this snapshot, and it cannot answer that. "
            "Refresh once to bring it forward."
        ) from error


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    """Close the connection's way to other files: read only still lets SQL read any, and write one
    with COPY (DuckDB 2.0). In a process, connections to one file share what is set here."""
    with _LOCKING:
        if connection.execute("SELECT current_setting('lock_configuration')").fetchone() == (True,):
            return
        # Global, or cursors would not have it; as an option of connect() it is refused.
        connection.execute("SET GLOBAL TimeZone = 'UTC'")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")


def publish(store: Path, warehouse: Path, pointer: Pointer) -> None:
    """Copy the warehouse (closed or checkpointed) to a new generation and point to it.

    Each step can be the last one: until the pointer is replaced, the old generation is served."""
    folder = store / FOLDER
    folder.mkdir(exist_ok=True)
    draft = folder / f"{pointer.generation}.draft"
    shutil.copyfile(warehouse, draft)
    _settle(draft)
    draft.rename(folder / f"{pointer.generation}.duckdb")
    previous = _generation(folder)
    _point(store, pointer)
    _drop_old(folder, keep={pointer.generation, previous})


def point_again(store: Path, pointer: Pointer) -> None:
    """Say what a refresh that changed nothing found; the generation stays the one there is."""
    current = read_pointer(store)
    _point(
        store,
        replace(pointer, generation=current.generation, published_at=current.published_at),
    )


def _point(store: Path, pointer: Pointer) -> None:
    """Replace the pointer, atomically."""
    folder = store / FOLDER
    draft = folder / f"{POINTER}.draft"
    draft.write_text(json.dumps(asdict(pointer), default=_as_text, indent=2) + "\n", "utf-8")
    _settle(draft)
    draft.replace(folder / POINTER)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)  # the renames themselves, not only what the files hold
    finally:
        os.close(descriptor)


def _generation(folder: Path) -> str | None:
    try:
        return read_pointer(folder.parent).generation
    except StoreError:
        return None


def _drop_old(folder: Path, *, keep: set[str | None]) -> None:
    for file in folder.iterdir():
        if file.suffix in (".duckdb", ".draft") and file.stem not in keep:
            file.unlink()


def _settle(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _as_text(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(value)
