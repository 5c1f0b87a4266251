"""Where sources have been, and how they did: read before they are asked, written with what they
brought, and told beside the snapshot: reading that waits for no refresh, and holds none up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from etl.document import Kind
from etl.intake.asked import Visit
from etl.schedule import State
from etl.warehouse import revisions
from etl.warehouse.store import Store, sql
from presswatch.address import without_password
from presswatch.snapshot import FOLDER

TOLD = "sources.json"  # of published/: all states as the last refresh left them
STATES = TypeAdapter(list[State])
INSTANT = pa.timestamp("us", "UTC")
VISIT_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("url", pa.string()),
        ("visited_at", INSTANT),
        ("etag", pa.string()),
        ("last_modified", pa.string()),
        ("position", pa.int64()),
        ("failures", pa.int32()),
    ]
)
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


def visits(store: Store, source: str, urls: Collection[str]) -> Mapping[str, Visit]:
    """What is known of these addresses by this source. They are kept without their passwords,
    for a snapshot is published."""
    asked = {without_password(url): url for url in urls}
    values = {"source": source, "urls": list(asked)}
    found = [Visit(**row) for row in _rows(store.warehouse, "visits", values)]
    return {asked[visit.url]: replace(visit, url=asked[visit.url]) for visit in found}


def known_addresses(store: Store, urls: Collection[str]) -> Mapping[str, datetime]:
    """Of these normalised addresses those whose text the store has, and since when; an excerpt
    from a feed is none."""
    found = store.warehouse.execute(sql("known_addresses"), {"urls": list(urls)}).fetchall()
    origins = revisions.origins(store, [article for article, _, _ in found])
    return {
        url: since
        for article, url, since in found
        if article not in origins or origins[article].kind != Kind.FEED
    }


def states(store: Store) -> dict[str, State]:
    """How each source did."""
    return {row["source"]: State(**row) for row in _rows(store.warehouse, "fetch_states", {})}


def tell(folder: Path, states: Iterable[State]) -> None:
    """Write down how the sources of a store did, for `told`."""
    file = folder / FOLDER / TOLD
    draft = file.with_suffix(".draft")
    draft.write_bytes(STATES.dump_json(list(states)))
    draft.replace(file)


def told(folder: Path) -> dict[str, State]:
    """How the sources of a store did by the end of its last refresh; needs no lock."""
    try:
        found = STATES.validate_json((folder / FOLDER / TOLD).read_bytes())
    except (OSError, ValidationError):  # none yet, or of another version: the next one tells
        return {}
    return {state.source: state for state in found}


def put(store: Store, visits: Iterable[Visit], states: Sequence[State]) -> None:
    """Write both; within a transaction."""
    plain = (replace(visit, url=without_password(visit.url)) for visit in visits)
    latest = {(visit.source, visit.url): asdict(visit) for visit in plain}
    last = {state.source: asdict(state) for state in states}
    if not latest and not last:
        return
    tables = (
        ("batch_visit", list(latest.values()), VISIT_SCHEMA),
        ("batch_state", list(last.values()), STATE_SCHEMA),
    )
    for name, rows, schema in tables:
        store.warehouse.register(name, pa.Table.from_pylist(rows, schema))
    store.warehouse.execute(sql("put_fetched"))


def _rows(
    connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]
) -> list[dict[str, Any]]:
    found = connection.execute(sql(name), values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
