"""Where sources have been, and how they did: read before they are asked, written with what they
brought."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import duckdb
import pyarrow as pa

from etl.document import Kind
from etl.intake.asked import Visit
from etl.warehouse import revisions
from etl.warehouse.store import Store, sql
from presswatch.address import without_password
from presswatch.source_states import INSTANT, State, as_table

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


def put(store: Store, visits: Iterable[Visit], states: Sequence[State]) -> None:
    """Write both; within a transaction."""
    plain = (replace(visit, url=without_password(visit.url)) for visit in visits)
    latest = {(visit.source, visit.url): asdict(visit) for visit in plain}
    last = {state.source: state for state in states}
    if not latest and not last:
        return
    rows = pa.Table.from_pylist(list(latest.values()), VISIT_SCHEMA)
    store.warehouse.register("batch_visit", rows)
    store.warehouse.register("batch_state", as_table(last.values()))
    store.warehouse.execute(sql("put_fetched"))


def _rows(
    connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]
) -> list[dict[str, Any]]:
    found = connection.execute(sql(name), values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
