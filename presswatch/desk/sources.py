"""The sources that were added by a command. They go before those that `presswatch.toml` names."""

from datetime import datetime
from pathlib import Path

from presswatch.desk.file import exists, opened, rows, sql
from presswatch.settings import SourceSettings


def sources(store: Path) -> list[SourceSettings]:
    """All of them, by name."""
    return [
        SourceSettings(name=name, kind=kind, url=url, outlet=outlet, full=bool(full))
        for name, kind, url, outlet, full in rows(store, "sources")
    ]


def add_source(store: Path, source: SourceSettings, *, now: datetime) -> None:
    """Write a source of the web down, in the place of one of the same name."""
    values = source.model_dump(include={"name", "kind", "url", "outlet", "full"})
    with opened(store) as desk:
        desk.execute(sql("add_source"), values | {"added_at": now.isoformat()})


def remove_source(store: Path, name: str) -> bool:
    """Take a source off the list; whether it was there."""
    if not exists(store):
        return False
    with opened(store) as desk:
        return desk.execute(sql("remove_source"), {"name": name}).rowcount > 0
