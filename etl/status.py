"""What is published and how the last refresh went, for people and for programs."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from presswatch.snapshot import Pointer

SNAPSHOT = ("generation", "published_at", "complete_until", "articles", "time_zone", "holds")


def as_dict(pointer: Pointer) -> dict[str, Any]:
    """The status as `--json` prints it: instants as ISO 8601 in UTC."""
    return {
        "snapshot": {name: _plain(getattr(pointer, name)) for name in SNAPSHOT},
        "last_refresh": {
            name: _plain(value) for name, value in asdict(pointer.last_refresh).items()
        },
        "problems": pointer.problems,
    }


def as_text(pointer: Pointer) -> str:
    """The status in a few lines."""
    last = pointer.last_refresh
    zone = ZoneInfo(pointer.time_zone)
    lines = [
        f"Snapshot      {pointer.generation}, published {_local(pointer.published_at, zone)}",
        f"Articles      {pointer.articles:,}{_span(pointer)}",
        f"Complete      until {_local(pointer.complete_until, zone)}",
        f"Last refresh  {last.outcome}, {_local(last.ended_at, zone)}: {last.read:,} read, "
        f"{last.new:,} new, {last.updated:,} updated, {last.unchanged:,} unchanged, "
        f"{last.refused:,} refused",
    ]
    if pointer.problems:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in pointer.problems.items())
        lines.append(f"Problems      {reasons}")
    return "\n".join(lines)


def _span(pointer: Pointer) -> str:
    return f", {pointer.first_on} to {pointer.last_on}" if pointer.articles else ""


def _local(instant: datetime | None, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M} {zone.key}" if instant else "never"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
