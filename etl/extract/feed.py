"""Read an RSS or Atom feed: an article an entry.

An entry belongs to the outlet that was named for the feed, else to its address's host: feeds'
own titles name sections ('World | Harbour Gazette') as often as outlets, and an entry's `source`
names the agency that a copy came from."""

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from etl.article import Article, DateOrigin
from etl.document import Document, Problem, Reason, Stage
from etl.extract.dates import choose_date, optional_instant
from etl.extract.identity import identify
from etl.extract.image import choose_image
from etl.extract.language import language_code
from etl.extract.markup import looks_like_markup, markup_paragraphs
from etl.extract.outlet import outlet
from etl.extract.text import clean_title, distinct, paragraphs
from etl.intake.encoding import decode, marked_encoding
from presswatch.address import normalise

ENTRY_ENDS = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
ENTRY_STARTS = re.compile(rb"<(?:[\w-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
FEED_END = re.compile(rb"</(?:[\w-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
ROOT = re.compile(rb"<((?:rdf:)?(?:rss|feed|rdf))[\s>]", re.IGNORECASE)
CLOSING = {b"rss": b"</channel></rss>", b"feed": b"</feed>", b"rdf:rdf": b"</rdf:RDF>"}
EMAIL = re.compile(r"[^\s@()<>]+@[^\s@()<>]+")
IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)", re.IGNORECASE)
WIDEST = 6  # digits of a width in pixels
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# feedparser 6.0.14 takes quadratic time over a long author without spaces (40 kB: 7.5 s).
LONG_NAME = re.compile(
    rb"(<(?:[\w-]+:)?(?:author|creator|contributor|name|email|owner|publisher|managingeditor"
    rb"|webmaster)\b[^<>]*>\s*(?:<!\[CDATA\[)?[^<\]]{500})[^<\]]+",
    re.IGNORECASE,
)


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Article | Problem]:
    """The articles of a feed's whole entries, and a Problem for each that is none."""
    content, truncated = _whole_entries(_utf8(document.content))
    parsed = feedparser.parse(io.BytesIO(LONG_NAME.sub(rb"\1", content)))
    number = 0
    for number, entry in enumerate(parsed.entries, start=1):
        read = _article(document, parsed.feed, entry, time_zone)
        if isinstance(read, Reason):
            yield Problem(document.name, f"entry {number}", Stage.EXTRACT, read)
        else:
            yield read
    if truncated:
        yield Problem(document.name, f"entry {number + 1}", Stage.EXTRACT, Reason.TRUNCATED)
    elif number == 0:
        # A quiet feed is no mistake of its own, but a person who loads it should be told.
        reason = Reason.EMPTY if parsed.version and not parsed.bozo else Reason.MALFORMED
        yield Problem(document.name, document.place, Stage.EXTRACT, reason)


def _utf8(content: bytes) -> bytes:
    """A feed in UTF-16 as UTF-8, so that what follows may look for tags; NULs dropped."""
    if marked_encoding(content):
        content = DECLARATION.sub("", decode(content)).encode("utf-8", "replace")
    return content.replace(b"\0", b"")


def _whole_entries(content: bytes) -> tuple[bytes, bool]:
    """A feed up to the end of its last whole entry if it breaks off, and whether it does."""
    last = max((match.end() for match in ENTRY_ENDS.finditer(content)), default=0)
    if FEED_END.search(content, last):
        return content, False
    begun = ENTRY_STARTS.search(content, last)
    cut = last or (begun.start() if begun else len(content))
    root = ROOT.search(content)
    return content[:cut] + CLOSING.get(root[1].lower() if root else b"", b""), True


def _article(document: Document, feed: Any, entry: Any, time_zone: ZoneInfo) -> Article | Reason:
    title = clean_title(entry.get("title"))
    if title is None:
        return Reason.NO_TITLE
    found = normalise(document.name)
    home = normalise(feed.get("link"), found) or found
    link = entry.get("feedburner_origlink") or entry.get("link")
    url = normalise(link, home)
    # dict.get, for FeedParserDict answers 'updated' with 'published' where there is none.
    published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
    dated = choose_date(
        [(published or updated, DateOrigin.FEED), (_parsed(entry), DateOrigin.FEED)],
        url,
        document.read_at,
        time_zone,
    )
    if isinstance(dated, Reason):
        return dated
    moment, origin = dated
    source = outlet(document, None, url or home)
    summary = _paragraphs(entry.get("summary"))
    body = _content(entry, summary)
    return Article(
        id=identify(url, source, title, moment.on, body),
        url=url,
        title=title,
        source=source,
        authors=_authors(entry),
        language=language_code(feed.get("language")),
        published_at=moment.at,
        modified_at=optional_instant(updated, document.read_at, time_zone) if published else None,
        date_precision=moment.precision,
        date_origin=origin,
        published_on=moment.on,
        body=body,
        tags=_tags(entry),
        summary=_line(summary, title),
        image=choose_image(_images(entry), url or home),
    )


def _parsed(entry: Any) -> str | None:
    """The date as feedparser understood it, for the forms that we do not know."""
    when = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return datetime.fromtimestamp(timegm(when), UTC).isoformat() if when else None


def _content(entry: Any, summary: tuple[str, ...]) -> tuple[str, ...]:
    """The content; the summary only where there is none, for it is often another text."""
    found = [text for one in entry.get("content", []) if (text := one.get("value"))]
    return _paragraphs(max(found, key=len)) if found else summary


def _line(summary: tuple[str, ...], title: str) -> str | None:
    """The summary as one line of text; where there is no other text, it is the body as well."""
    line = clean_title(" ".join(summary))
    return None if line == title else line


def _paragraphs(text: str | None) -> tuple[str, ...]:
    text = text or ""
    return markup_paragraphs(text) if looks_like_markup(text) else paragraphs(unescape(text))


def _images(entry: Any) -> Iterator[object]:
    """The images that an entry carries: Media RSS, enclosures, iTunes; the largest first."""
    media = [one for one in entry.get("media_content", []) if _is_image(one)]
    yield from (one.get("url") for one in sorted(media, key=_width, reverse=True))
    enclosed = [one for one in entry.get("links", []) if one.get("rel") == "enclosure"]
    yield from (one.get("href") for one in enclosed if _is_image(one))
    thumbnails = sorted(entry.get("media_thumbnail", []), key=_width, reverse=True)
    yield from (one.get("url") for one in thumbnails)
    yield dict(entry.get("image") or {}).get("href")  # itunes:image


def _is_image(medium: Any) -> bool:
    """Whether a medium is an image by its word for it, or by its address where it says nothing."""
    kind = medium.get("medium") or medium.get("type")
    if kind:
        return str(kind).lower().startswith("image")
    return bool(IMAGE_NAME.search(str(medium.get("url") or medium.get("href") or "")))


def _width(medium: Any) -> int:
    width = str(medium.get("width") or "")
    return int(width) if width.isdecimal() and len(width) < WIDEST else 0


def _authors(entry: Any) -> tuple[str, ...]:
    """Names, without the addresses that RSS puts before them: 'desk@example.org (Ilse Vermaat)'."""
    found = [one.get("name") for one in entry.get("authors", [])] or [entry.get("author")]
    names = [EMAIL.sub("", name).strip(" ()<>") for name in found if isinstance(name, str)]
    return distinct([name for joined in names for name in joined.split(";")])


def _tags(entry: Any) -> tuple[str, ...]:
    found = [one.get("label") or one.get("term") for one in entry.get("tags", [])]
    return distinct([part for tag in found if isinstance(tag, str) for part in tag.split(",")])
