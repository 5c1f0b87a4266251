"""Open a store for writing: its lock, and the databases that only the lock's holder opens."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from presswatch.errors import LockedError, StoreError

SCHEMA = 1  # the number of the schema's version; migrations/ will bring an older one forward
LOCK = "store.lock"
HOLDER = "store.lock.holder"
WAREHOUSE = "warehouse.duckdb"
BODIES = "bodies.duckdb"


@dataclass(frozen=True, slots=True)
class Store:
    """A store that is ours alone, its two databases open."""

    folder: Path
    warehouse: duckdb.DuckDBPyConnection
    bodies: duckdb.DuckDBPyConnection

    def setting(self, name: str) -> str | None:
        """What the store knows of itself, or None."""
        rows = self.warehouse.execute(sql("setting"), {"name": name}).fetchall()
        return str(rows[0][0]) if rows else None

    def remember(self, name: str, value: str) -> None:
        """Keep a setting."""
        self.warehouse.execute(sql("forget_setting"), {"name": name})
        self.warehouse.execute(sql("keep_setting"), {"name": name, "value": value})


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of it or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@cache
def sql(name: str) -> str:
    """The text of NAME.sql of this folder."""
    return Path(__file__).with_name(f"{name}.sql").read_text("utf-8")


@contextmanager
def locked(folder: Path, what: str) -> Iterator[None]:
    """Hold a store's lock. Raises LockedError that says who holds it."""
    _make(folder)
    with _writing(folder):
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise LockedError(
                f"{folder}: {_holder(folder)} is at work on this store. Try again when it is done."
            ) from error
        holder = folder / HOLDER
        try:
            said = f"`presswatch {what}` (process {os.getpid()}, since {_now()})"
            holder.write_text(said, "utf-8")
            yield
        finally:
            holder.unlink(missing_ok=True)
            lock.release()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """What a full or closed disk refuses, in a sentence. Intake tells of its own files itself."""
    try:
        yield
    except (
        OSError,
        duckdb.IOException,
        duckdb.TransactionException,
        duckdb.FatalException,
    ) as error:
        raise StoreError(
            f"{folder}: the store cannot be written. See that the disk has room and that you may "
            "write there, then refresh again."
        ) from error


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """A store's databases, made if they are not there. Only under the lock."""
    with _connected(folder / WAREHOUSE) as warehouse, _connected(folder / BODIES) as bodies:
        store = Store(folder, warehouse, bodies)
        _bring_forward(store)
        yield store


@contextmanager
def _connected(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        connection = duckdb.connect(str(file))
        connection.execute("SET GLOBAL TimeZone = 'UTC'")
    except duckdb.Error as error:
        raise StoreError(
            f"{file}: the database cannot be opened. Bring back a copy, or load again elsewhere."
        ) from error
    try:
        yield connection
        # close() does it too, but says nothing where it fails (DuckDB 2.0): the file that is
        # copied to be published would lack what stands in the log.
        connection.checkpoint()
    finally:
        connection.close()


def _bring_forward(store: Store) -> None:
    """Make the tables of a new store; refuse one that a newer Presswatch has made."""
    with transaction(store.bodies):
        store.bodies.execute(sql("bodies"))
    with transaction(store.warehouse):
        store.warehouse.execute(sql("schema"))
        made = store.setting("schema")
        if made is None:
            store.remember("schema", str(SCHEMA))
        elif int(made) > SCHEMA:
            raise StoreError(
                f"{store.folder}: a newer Presswatch has made this store. Update this one."
            )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror}).") from error
    if not os.access(folder, os.W_OK):
        raise StoreError(f"{folder}: cannot be written to. Give yourself the right to.")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text("utf-8")
    except OSError:
        return "another process"
