"""How sources did in the last refresh, which publishes a snapshot only where it changed something:
it writes the rows of the table `fetch_state` beside the snapshot each time (docs/schema.md)."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from presswatch.snapshot import FOLDER

TABLE = "fetch_state"
FILE = "sources.json"
_INSTANT = pa.timestamp("us", "UTC")
_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("kind", pa.string()),
        ("address", pa.string()),
        ("asked_at", _INSTANT),
        ("answered_at", _INSTANT),
        ("first_answered_at", _INSTANT),
        ("due_at", _INSTANT),
        ("failures", pa.int32()),
        ("failure", pa.string()),
        ("articles", pa.int64()),
        ("per_day", pa.float64()),
    ]
)
_INSTANTS = [field.name for field in _SCHEMA if field.type == _INSTANT]


def told(store: Path) -> pa.Table | None:
    """The states as the last refresh left them; None where no file says so, or one of another
    version: then the snapshot's are the latest that can be read."""
    try:
        rows = json.loads((store / FOLDER / FILE).read_bytes())
        if not isinstance(rows, list):
            return None
        return pa.Table.from_pylist([_row(row) for row in rows], _SCHEMA)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, pa.ArrowException):
        return None


def _row(told: dict[str, Any]) -> dict[str, Any]:
    instants = {
        name: datetime.fromisoformat(told[name]) if told[name] else None for name in _INSTANTS
    }
    return {name: told[name] for name in _SCHEMA.names} | instants
