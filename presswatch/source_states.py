"""How sources did, told beside the snapshot: reading it waits for no refresh, and holds none up.

A refresh publishes a snapshot only where it changed something; this it writes down each time."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from presswatch.snapshot import FOLDER

FILE = "sources.json"  # of published/: all states as the last refresh left them
TABLE = "fetch_state"  # of a snapshot, with the same rows as it was published
INSTANT = pa.timestamp("us", "UTC")
STATE_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("kind", pa.string()),
        ("address", pa.string()),
        ("asked_at", INSTANT),
        ("answered_at", INSTANT),
        ("first_answered_at", INSTANT),
        ("due_at", INSTANT),
        ("failures", pa.int32()),
        ("failure", pa.string()),
        ("articles", pa.int64()),
        ("per_day", pa.float64()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a source did when it was last asked: a row of the table `fetch_state`."""

    source: str
    kind: str
    address: str | None  # that was asked; None of what is on this machine
    asked_at: datetime  # UTC
    answered_at: datetime | None  # the last time that all it had was taken, and the first
    first_answered_at: datetime | None
    due_at: datetime
    failures: int  # in a row
    failure: str | None  # why it could not be asked
    articles: int  # that were new, in all
    per_day: float | None

    def is_of(self, kind: str, address: str) -> bool:
        """Whether it says something of this source, and not of one that had its name before."""
        return kind == self.kind and self.address in (None, address)


_STATES = TypeAdapter(list[State])


def tell(folder: Path, states: Iterable[State]) -> None:
    """Write down how the sources of a store did, for `told`."""
    file = folder / FOLDER / FILE
    draft = file.with_suffix(".draft")
    draft.write_bytes(_STATES.dump_json(list(states)))
    draft.replace(file)


def told(folder: Path) -> list[State] | None:
    """How the sources of a store did by the end of its last refresh; needs no lock. None where that
    is not written down yet, or by another version: the next refresh does."""
    try:
        return _STATES.validate_json((folder / FOLDER / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def as_table(states: Iterable[State]) -> pa.Table:
    """States as rows of the table `fetch_state`."""
    return pa.Table.from_pylist(list(map(asdict, states)), STATE_SCHEMA)
