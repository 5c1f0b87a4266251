"""What a sitemap says: the addresses it lists, read as a stream, whatever its form.

An index, a list of addresses in XML, with what Google News adds, or in text; packed or not."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

from lxml import etree

from etl.document import Reason
from etl.intake.encoding import decode, marked_encoding
from etl.intake.unpack import TooMuchError, pieces_of, unpacked
from presswatch.address import LONGEST

HEAD = 1_000  # bytes that tell what it is
LARGEST = 60_000_000  # bytes, unpacked: the protocol allows 50 MB
MOST = 100_000  # entries: twice what the protocol allows
MOST_INSIDE = 20_000  # elements of an entry: an image sitemap has a thousand pictures a page
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
    """The entries, then a Reason if the sitemap breaks off or is none. What is packed, once or
    twice, is unpacked piece by piece, up to so many bytes."""
    pieces = unpacked(unpacked(pieces_of(content), most_bytes), most_bytes)
    try:
        head = _head(pieces)
        start = decode(head[:HEAD]).lstrip("\ufeff\0 \t\r\n")
        is_xml = start.startswith("<") or "<?xml" in start
        yield from _limited((_xml if is_xml else _text)(chain([head], pieces)))
    except TooMuchError:
        yield Reason.TOO_LARGE


def _head(pieces: Iterator[bytes]) -> bytes:
    """Enough of the beginning to tell what it is."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= HEAD:
            break
    return head


def _limited(found: Iterator[Entry | Reason]) -> Iterator[Entry | Reason]:
    for number, entry in enumerate(found):
        if number == MOST:
            yield Reason.TOO_LARGE
            return
        yield entry


def _text(pieces: Iterable[bytes]) -> Iterator[Entry | Reason]:
    reason: Reason | None = Reason.EMPTY
    for line in _lines(pieces):
        if line.startswith(("http://", "https://")):
            reason = None
            yield Entry(url=line)
        elif line and reason:
            reason = Reason.UNKNOWN_KIND
    if reason:
        yield reason


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    """Lines without the blanks round them; of one that is too long for an address, the start."""
    coming = iter(pieces)
    first = next(coming, b"")
    decoder = getincrementaldecoder(marked_encoding(first) or "utf-8")("replace")
    rest = ""
    for piece in chain([first], coming):
        *lines, last = (rest + decoder.decode(piece) + "|").splitlines()  # there is a last one
        yield from map(str.strip, lines)
        rest = last[:-1][: 2 * LONGEST]
    yield rest.strip()


def _xml(pieces: Iterable[bytes]) -> Iterator[Entry | Reason]:
    """Entities are left alone, and depth and text have libxml2's limits (lxml 6.1)."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = found = inside = 0
    for event, element in _parsed(parser, pieces):
        if event == "start":
            depth += 1
            inside += 1
            if depth == 1 and _name(element) not in ROOTS:
                yield Reason.UNKNOWN_KIND
                return
            if inside > MOST_INSIDE:
                yield Reason.TOO_LARGE
                return
            continue
        depth -= 1
        if depth == 1:
            inside = 0
            if _name(element) in ("url", "sitemap"):
                found += 1
                yield from _entry(element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    try:
        parser.close()
    except etree.XMLSyntaxError:
        yield Reason.TRUNCATED if found else Reason.MALFORMED
        return
    if not found:
        yield Reason.EMPTY


def _parsed(
    parser: "etree.XMLPullParser", pieces: Iterable[bytes]
) -> Iterator[tuple[str, "etree._Element"]]:
    """Where elements begin and end, up to the first fault; closing the parser tells of that."""
    for piece in pieces:
        try:
            parser.feed(piece)
        except etree.XMLSyntaxError:
            break
        yield from parser.read_events()
    yield from parser.read_events()


def _entry(element: "etree._Element") -> Iterator[Entry]:
    said = {_name(one): (one.text or "").strip() for one in element.iter() if one is not element}
    if not said.get("loc"):
        return
    is_news = any(_name(one) == "news" for one in element)
    yield Entry(
        url=said["loc"],
        is_map=_name(element) == "sitemap",
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
