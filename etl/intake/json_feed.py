"""Read a JSON Feed (jsonfeed.org, 1.0 and 1.1), which feedparser 6.0 does not: a row an item."""

import json
from collections.abc import Iterator
from typing import Any

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.intake.encoding import decode
from etl.intake.sniff import Format

MARK = b"jsonfeed.org/version/"
FORMATS = (Format.JSON_LINES, Format.JSON_OBJECT)
FIELDS = {
    "title": ("title",),
    "url": ("url", "external_url"),
    "published": ("date_published", "date_modified"),
    "modified": ("date_modified",),
    "body": ("content_html", "content_text", "summary"),
    "language": ("language",),
    "summary": ("summary",),
    "image": ("image", "banner_image"),
}


def read(document: Document) -> Iterator[Document | Problem]:
    """The items of a feed."""
    try:
        feed = json.loads(decode(document.content), strict=False)
    except (ValueError, RecursionError):
        yield Problem(document.name, None, Stage.INTAKE, Reason.MALFORMED)
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        reason = Reason.EMPTY if items == [] else Reason.MALFORMED
        yield Problem(document.name, None, Stage.INTAKE, reason)
        return
    for number, item in enumerate(items, start=1):
        place = f"entry {number}"
        if not isinstance(item, dict):
            yield Problem(document.name, place, Stage.INTAKE, Reason.MALFORMED)
            continue
        yield Document(
            name=document.name,
            place=place,
            kind=Kind.ROW,
            content=json.dumps(_row(feed, item)).encode(),
            read_at=document.read_at,
        )


def _row(feed: dict[str, Any], item: dict[str, Any]) -> dict[str, object]:
    """An item in the fields of a table's row; what has another type than it should is not there."""
    row: dict[str, object] = {}
    for field, names in FIELDS.items():
        if text := next((one for name in names if isinstance(one := item.get(name), str)), None):
            row[field] = text
    row.setdefault("language", feed.get("language"))
    authors = item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author")
    people = [one.get("name") for one in _list(authors) if isinstance(one, dict)]
    row["authors"] = [name for name in people if isinstance(name, str)]
    row["tags"] = [tag for tag in _list(item.get("tags")) if isinstance(tag, str)]
    return {field: value for field, value in row.items() if value}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
