"""Tell what a file is from its first bytes; its name only decides where they do not."""

import json
import re
from collections.abc import Collection
from enum import StrEnum
from itertools import dropwhile

from etl.document import Reason
from etl.intake.access_log import begins_log, unpacked
from etl.intake.csv_rows import SAMPLE_LINES, delimiter_of, is_no_header
from etl.intake.encoding import decode, is_utf8, marked_encoding
from etl.intake.gkg_rows import RECORD


class Format(StrEnum):
    """What a file is."""

    HTML = "html"
    FEED = "feed"
    CAPTURE = "capture"
    JSON_LINES = "json lines"
    JSON_ARRAY = "json array"
    JSON_OBJECT = "json object"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    GKG = "gkg"
    ACCESS_LOG = "access log"


ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
BINARY = (b"%PDF", ZIP, b"\x89PNG", b"GIF8", b"\xff\xd8\xff", GZIP, b"{\\rtf")
FEED_ROOTS = frozenset(("rss", "feed", "rdf"))
BEFORE_ROOT = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
DOCTYPE = re.compile(r"<!doctype\s+(\w+)(?:[^>\[]*\[[^\]]*\])?[^>]*>", re.IGNORECASE)
ROOT = re.compile(r"<(?:[\w-]+:)?([a-z][\w-]*)", re.IGNORECASE)
HTML_TAGS = re.compile(
    r"<(?:html|head|body|title|meta|article|main|div|section|header|h1|p|span|table|script|link)\b",
    re.IGNORECASE,
)
ARRAY = re.compile(r"\[\s*(?:[{\[\]\"\d-]|true|false|null|$)")
ARRAY_OF_OBJECTS = re.compile(r"\[\s*\{")
OBJECT = re.compile(r"\{\s*(?:[\"}]|$)")
CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
TABLES = {".csv": Format.CSV, ".tsv": Format.CSV, ".jsonl": Format.JSON_LINES,
          ".ndjson": Format.JSON_LINES}  # fmt: skip
WORKBOOKS = (".xlsx", ".xlsm")
MISNAMED = {".parquet": Reason.UNREADABLE, ".json": Reason.MALFORMED, ".xml": Reason.MALFORMED,
            ".rss": Reason.MALFORMED, ".atom": Reason.MALFORMED}  # fmt: skip


def sniff(head: bytes, suffix: str = "", columns: Collection[str] = ()) -> Format | Reason:
    """The format of a file that begins with these bytes, or why it can be none of them."""
    if not head.strip():
        return Reason.EMPTY
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith(ZIP) and (suffix in WORKBOOKS or b"xl/" in head):
        return Format.XLSX
    if head.startswith(GZIP) and begins_log(decode(unpacked(head))):
        return Format.ACCESS_LOG
    if head.startswith(BINARY) or _is_junk(head):
        return Reason.UNKNOWN_KIND
    text = decode(head).replace("\0", "").lstrip("\ufeff").lstrip()
    if not text:
        return Reason.EMPTY
    if text.startswith("<"):
        return _markup(text)
    if RECORD.match(text):  # GDELT names it .csv, which it is not
        return Format.GKG
    if suffix in TABLES and not ARRAY_OF_OBJECTS.match(text):
        return TABLES[suffix]
    if ARRAY.match(text):
        return Format.JSON_ARRAY
    if OBJECT.match(text):
        return _object(text)
    if HTML_TAGS.search(text[:2_000]) and "</" in text:
        return Format.HTML
    if begins_log(text):
        return Format.ACCESS_LOG
    lines = list(dropwhile(is_no_header, map(str.strip, text.splitlines())))[:SAMPLE_LINES]
    if lines and delimiter_of(lines, columns):
        return Format.CSV
    return MISNAMED.get(suffix, Format.CAPTURE)


def _is_junk(head: bytes) -> bool:
    """Whether bytes are no text: too many control characters, more so where they are not UTF-8."""
    if marked_encoding(head):
        return False
    text = decode(head)
    controls = len(CONTROL.findall(text)) + 2 * text.count("\ufffd")
    nuls = head.count(0)
    if is_utf8(head):
        return controls > len(text) / 10 or nuls > len(head) / 4
    return controls + nuls > len(text) / 20


def _markup(text: str) -> Format | Reason:
    """HTML or a feed, by the root element."""
    rest = text[BEFORE_ROOT.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing too
    doctype = DOCTYPE.match(rest)
    if doctype:
        rest = rest[doctype.end() :]
        rest = rest[BEFORE_ROOT.match(rest).end() :]  # type: ignore[union-attr]
    root = ROOT.match(rest)
    if root and root[1].lower() in FEED_ROOTS:
        return Format.FEED
    if (doctype and doctype[1].lower() == "html") or HTML_TAGS.search(rest[:2_000]):
        return Format.HTML
    return Reason.UNKNOWN_KIND


def _object(text: str) -> Format:
    """A line of JSON Lines, or an object that is written over several lines or stands alone."""
    first, _, rest = text.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return Format.JSON_OBJECT
    return Format.JSON_LINES if rest.strip() else Format.JSON_OBJECT
