"""What a store was made for: one's own articles or the sample, and days in one time zone."""

from collections.abc import Sequence
from pathlib import Path

from etl.intake.source import Source
from etl.warehouse import rules
from etl.warehouse.store import Store, transaction
from presswatch.errors import SettingsError, StoreError
from presswatch.settings import Settings

SAMPLE = "SAMPLE"  # a file of this name marks a folder of sample documents
_HOLDS = {"sample": "sample documents", "articles": "articles of your own"}


def check_store(store: Store, holds: str, settings: Settings) -> None:
    """Hold a store to what it was made for, and keep what this installation says of it."""
    held = store.setting("holds")
    if held not in (None, holds):
        raise StoreError(
            f"{store.folder}: this store holds {_HOLDS[held]}, and takes no {_HOLDS[holds]}. "
            "Name another with --store."
        )
    zone = store.setting("time_zone")
    if None not in (zone, settings.time_zone) and zone != settings.time_zone:
        raise SettingsError(
            f"{store.folder}: this store counts days in {zone}, the settings say "
            f"{settings.time_zone}. Set time_zone back, or load into a new store."
        )
    with transaction(store.warehouse):
        store.remember("holds", holds)
        store.remember("time_zone", zone or settings.time_zone or "UTC")
    if settings.tag_rules is not None:
        rules.remember(store, settings.tag_rules)


def what_they_hold(sources: Sequence[Source]) -> str | None:
    """'sample' where all sources lie in a folder of sample documents, else 'articles'; None of no
    sources."""
    if not sources:
        return None
    marked = {source.path is not None and _is_sample(source.path.resolve()) for source in sources}
    if len(marked) > 1:
        raise SettingsError(
            "Sample documents and your own cannot be loaded together. Load them into two stores."
        )
    return "sample" if True in marked else "articles"


def _is_sample(path: Path) -> bool:
    try:
        return any((folder / SAMPLE).is_file() for folder in (path, *path.parents))
    except PermissionError:  # intake makes a problem of it
        return False
