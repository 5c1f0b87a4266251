"""The book of refreshes: begin one, end it, and say what is published after it."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from etl.warehouse.load import Counts, make_up
from etl.warehouse.store import Store, sql, transaction
from presswatch.errors import StoreError
from presswatch.snapshot import LastRefresh, Pointer, read_pointer


def begin(store: Store, *, now: datetime, version: str, asked_all: bool) -> int:
    """Write a new refresh into the book, and give its number. One that never ended was
    interrupted; what it had written of bodies alone is written of facts first."""
    values = {"now": now, "version": version, "asked_all": asked_all}
    with transaction(store.warehouse):
        for (interrupted,) in store.warehouse.execute(sql("interrupt_refreshes")).fetchall():
            make_up(store, interrupted)
        row = store.warehouse.execute(sql("begin_refresh"), values).fetchone()
    return int(row[0]) if row else 0


def needs_publishing(folder: Path, refresh: int, *, changed: bool) -> bool:
    """Whether this refresh, or one that was interrupted, leaves something to publish."""
    try:
        return changed or read_pointer(folder).last_refresh.refresh != refresh - 1
    except StoreError:
        return True


def end(
    store: Store,
    refresh: int,
    counts: Counts,
    *,
    now: datetime,
    outcome: str,
    asked_until: datetime | None,
    tie: bool,
) -> None:
    """Write how a refresh ended; `tie`: bring the titles of lists to their articles first."""
    values = {
        "refresh": refresh,
        "now": now,
        "outcome": outcome,
        "asked_until": asked_until,
        "read": counts.read,
        **asdict(counts),
    }
    with transaction(store.warehouse):
        if tie:
            store.warehouse.execute(sql("join_places"))
        store.warehouse.execute(sql("end_refresh"), values)


def pointer(store: Store, refresh: int, *, now: datetime) -> Pointer:
    """What the store holds after a refresh, to be published as a generation of its own."""
    return Pointer(
        generation=f"{refresh:06}-{now:%Y%m%dT%H%M%SZ}",
        published_at=now,
        last_refresh=LastRefresh(**_row(store, "this_refresh", {"refresh": refresh})),
        problems=dict(store.warehouse.execute(sql("count_problems")).fetchall()),
        time_zone=store.setting("time_zone") or "UTC",
        holds=store.setting("holds") or "articles",
        **_row(store, "summary", {}),
    )


def _row(store: Store, name: str, values: dict[str, Any]) -> dict[str, Any]:
    result = store.warehouse.execute(sql(name), values)
    columns = [column[0] for column in result.description]
    return dict(zip(columns, result.fetchone() or (), strict=True))
