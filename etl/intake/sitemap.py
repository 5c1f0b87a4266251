"""What a sitemap says: the addresses it lists, read as a stream, whatever its form.

An index, a list of addresses in XML, with what Google News adds, or in text; packed or not."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from etl.document import Reason
from etl.intake.encoding import decode

GZIP = b"\x1f\x8b"
MOST = 100_000  # entries: twice what the protocol allows
ROOTS = frozenset(("urlset", "sitemapindex"))
NEWS = {"publication_date": "published", "title": "title", "keywords": "tags", "name": "source",
        "language": "language"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An address that a sitemap lists."""

    url: str
    is_map: bool = False  # of another sitemap
    modified_at: datetime | None = None
    news: tuple[tuple[str, str], ...] = ()  # what a Google News sitemap says, in a row's fields


def entries(content: bytes, most_bytes: int) -> Iterator[Entry | Reason]:
    """The entries, then a Reason if the sitemap breaks off or is none."""
    unpacked = _unpacked(content, most_bytes)
    if unpacked is None:
        yield Reason.TOO_LARGE
        return
    head = unpacked[:1_000].lstrip(b"\xef\xbb\xbf\x00").lstrip()
    if not head:
        yield Reason.EMPTY
    elif head.startswith(b"<") or b"<?xml" in head:
        yield from _limited(_xml(unpacked))
    else:
        yield from _limited(_text(unpacked))


def _unpacked(content: bytes, most: int) -> bytes | None:
    """What gzip holds, as far as it is whole; None if that is too much."""
    if not content.startswith(GZIP):
        return content
    unpacked = zlib.decompressobj(31)
    with suppress(zlib.error):
        found = unpacked.decompress(content, most + 1)
        return found if len(found) <= most else None
    return b""


def _limited(found: Iterator[Entry | Reason]) -> Iterator[Entry | Reason]:
    for number, entry in enumerate(found):
        if number == MOST:
            yield Reason.TOO_LARGE
            return
        yield entry


def _text(content: bytes) -> Iterator[Entry | Reason]:
    found = 0
    for line in decode(content).splitlines():
        if line.strip().startswith(("http://", "https://")):
            found += 1
            yield Entry(url=line.strip())
    if not found:
        yield Reason.UNKNOWN_KIND


def _xml(content: bytes) -> Iterator[Entry | Reason]:
    """Entities are left alone, and depth and text have libxml2's limits (lxml 6.1)."""
    root, found = "", 0
    parsing = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parsing:
            name = _name(element)
            if event == "start":
                if not root and (root := name) not in ROOTS:
                    yield Reason.UNKNOWN_KIND
                    return
            elif name in ("url", "sitemap"):
                found += 1
                if entry := _entry(element, is_map=name == "sitemap"):
                    yield entry
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError:
        yield Reason.TRUNCATED if found else Reason.MALFORMED
        return
    if not found:
        yield Reason.EMPTY


def _entry(element: "etree._Element", *, is_map: bool) -> Entry | None:
    said = {_name(one): (one.text or "").strip() for one in element.iter() if one is not element}
    if not said.get("loc"):
        return None
    is_news = any(_name(one) == "news" for one in element)
    return Entry(
        url=said["loc"],
        is_map=is_map,
        modified_at=instant(said.get("lastmod")),
        news=tuple((field, said[name]) for name, field in NEWS.items() if said.get(name))
        if is_news
        else (),
    )


def instant(text: str | None) -> datetime | None:
    """A W3C date: a day, or an instant; None for anything else."""
    if not text or not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    with suppress(OverflowError):
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return None


def _name(element: "etree._Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
