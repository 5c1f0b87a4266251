"""What a publisher changed after publication: the earlier title and body of an article are kept.

Only two documents of one kind are compared: that a page says more than the feed that led to it is
no change. And the text of a page holds against the excerpt that a feed gives."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pyarrow as pa

from etl.article import Article
from etl.document import Kind
from etl.warehouse.store import Store, sql

PAGES = frozenset((Kind.HTML, Kind.CAPTURE))
ORIGIN_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("document", pa.string()),
        ("kind", pa.string()),
        ("seen_at", pa.timestamp("us", "UTC")),
    ]
)
VERSION_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("title", pa.string()),
        ("body", pa.list_(pa.string())),
        ("seen_at", pa.timestamp("us", "UTC")),
        ("replaced_at", pa.timestamp("us", "UTC")),
        ("document", pa.string()),
        ("refresh", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that the present text of an article was read from."""

    article: int
    document: str
    kind: str
    seen_at: datetime


def origins(store: Store, articles: Collection[int]) -> dict[int, Origin]:
    """Where the texts of these articles come from, as far as that is known."""
    found = store.bodies.execute(sql("origins"), {"ids": sorted(articles)}).fetchall()
    return {row[0]: Origin(*row) for row in found}


def without_excerpt(
    known: Article, of_known: str | None, read: Article, of_read: str
) -> tuple[Article, Article]:
    """Two versions of an article, without the text that a feed gives where a page gave one."""
    if of_known in PAGES and of_read == Kind.FEED and known.body:
        return known, replace(read, body=())
    if of_known == Kind.FEED and of_read in PAGES and read.body:
        return replace(known, body=()), read
    return known, read


def is_from(known: Article | None, after: Article, read: Article) -> bool:
    """Whether the text of an article is what was just read, if under the title of before."""
    if after.body != read.body:
        return False
    return after.title == read.title or (known is not None and known.body != after.body)


def earlier(known: Article, origin: Origin | None, after: Article, new: Origin) -> Any:
    """The row of VERSION_SCHEMA, but for the refresh, that keeps what was changed; or None."""
    if origin is None or origin.kind != new.kind or not is_changed(known, after):
        return None
    return {
        "article": known.id,
        "title": known.title,
        "body": list(known.body),
        "seen_at": origin.seen_at,
        "replaced_at": new.seen_at,
        "document": origin.document,
    }


def is_changed(known: Article, after: Article) -> bool:
    """Whether a title or text was replaced by another; a text that was missing before is none."""
    return known.title != after.title or bool(known.body and known.body != after.body)


def put(store: Store, found: Mapping[int, Origin], versions: list[dict[str, Any]]) -> None:
    """Write where texts come from, and what was before them; within a transaction."""
    rows = [
        {"article": one.article, "document": one.document, "kind": one.kind, "seen_at": one.seen_at}
        for one in found.values()
    ]
    store.bodies.register("batch_origin", pa.Table.from_pylist(rows, ORIGIN_SCHEMA))
    store.bodies.register("batch_version", pa.Table.from_pylist(versions, VERSION_SCHEMA))
    store.bodies.execute(sql("put_versions"))


def revised(store: Store, articles: Collection[int]) -> pa.Table:
    """Of these articles those that were changed after publication, and when that was last seen."""
    return store.bodies.sql(sql("revised"), params={"ids": sorted(articles)}).to_arrow_table()
