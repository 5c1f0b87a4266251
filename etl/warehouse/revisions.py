"""What a publisher changed after publication: the earlier title and body of an article are kept.

Only two documents of one kind are compared: that a page says more than the feed that led to it is
no change. And what a page says holds against the poorer words of a feed, whichever is newer."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

import pyarrow as pa

from etl.article import Article, Precision
from etl.document import Kind
from etl.warehouse.store import Store, sql
from etl.warehouse.versions import DATE, EMPTY

PAGES = frozenset((Kind.HTML, Kind.CAPTURE))
WORDS = ("title", "authors", "section", "language", "tags", "summary", "image", "free")
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


def reconciled(
    known: Article, of_known: str | None, read: Article, of_read: str
) -> tuple[Article, Article]:
    """Two versions of an article, made ready to be merged by age.

    Where a page gave the words, its feed says what the page left open and nothing else: neither
    an excerpt, nor another title, nor an instant of change that would make the page look old."""
    if of_known in PAGES and of_read == Kind.FEED and known.body:
        return known, _beside_page(read, known)
    if of_known == Kind.FEED and of_read in PAGES and read.body:
        return _beside_page(known, read), read
    if of_known in PAGES and of_read in PAGES and _is_coarser(read, known):
        return known, _dated_as(read, known)
    return known, read


def _beside_page(entry: Article, page: Article) -> Article:
    """What a feed's entry adds to its page: a finer date of the same day, and what is missing."""
    said = {name: told for name in WORDS if (told := getattr(page, name)) not in EMPTY}
    dated = entry if _is_coarser(page, entry) else page
    return _dated_as(replace(entry, **said, body=(), modified_at=page.modified_at), dated)


def _is_coarser(one: Article, other: Article) -> bool:
    """Whether one says only the day that the other says the time of."""
    coarse, fine = one.date_precision is Precision.DAY, other.date_precision is not Precision.DAY
    return coarse and fine and one.published_on == other.published_on


def _dated_as(one: Article, other: Article) -> Article:
    return replace(one, **{name: getattr(other, name) for name in DATE})


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
    rows = list(map(asdict, found.values()))
    store.bodies.register("batch_origin", pa.Table.from_pylist(rows, ORIGIN_SCHEMA))
    store.bodies.register("batch_version", pa.Table.from_pylist(versions, VERSION_SCHEMA))
    store.bodies.execute(sql("put_versions"))


def revised(store: Store, articles: Collection[int]) -> pa.Table:
    """Of these articles those that were changed after publication, and when that was last seen."""
    return store.bodies.sql(sql("revised"), params={"ids": sorted(articles)}).to_arrow_table()
