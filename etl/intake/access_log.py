"""Count the readers of articles in a web server's access logs.

A log is in the combined format, with the virtual host before it or without: 'Log Files', Apache
HTTP Server 2.4 (https://httpd.apache.org/docs/2.4/logs.html#accesslog); nginx writes the same.
A visitor, that is an address and a browser, counts once for a page and day. Neither is kept: what
is compared is a hash with a salt that lives in memory alone, and only while the log is read.
Days are those of the log's own clock. Robots, and paths that are no articles, are left out.

The files of one log (`access.log`, `access.log.1`, `access.log.2.gz`) in a folder are read as
one, for a day may end in the middle of a file. The day on which the oldest begins late has lost
its first hours to the rotation, and is left out."""

import gzip
import math
import re
import secrets
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np

from etl.document import Document, Problem, Reason
from etl.intake.article_paths import is_article, is_robot
from etl.intake.encoding import decode
from etl.intake.file import File
from etl.intake.rows import Row, row_documents
from presswatch.address import normalise

LONGEST = 65_536  # bytes of a line; servers refuse requests that are longer
SMALL = 50_000_000  # bytes that any log may unpack to
PACKED = 200  # times: logs pack to a twentieth; bombs beyond
SAMPLE_LINES = 4  # that are looked at: some may hold what is no request
REQUEST = re.compile(
    r"(?:(?P<host>[\w.-]+)(?::\d+)? )?(?P<visitor>[\w:][\w.:%-]*) \S+ [^\[\x22]{1,200} "
    r"\[(?P<day>\d\d/[A-Z][a-z]{2}/\d{4}):(?P<hour>\d\d):\d\d:\d\d [+-]\d{4}\] "
    r'"(?P<request>(?:[^"\\]|\\.)*)" (?P<status>\d{3}) (?:\d+|-) '
    r'"(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)"',
    re.ASCII,
)
GZIP = b"\x1f\x8b"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
READ = ("200", "304")  # sent, or still good in the visitor's own copy
ROTATION = re.compile(r"[._-]?\d+|\.gz$")

Line = tuple[str, re.Match[str] | Reason]  # the place, and the request or why it is none


@dataclass(frozen=True, slots=True)
class Visits:
    """Who read what: for each request a page's number, and a hash of page and visitor."""

    pages: dict[tuple[str, str], int] = field(default_factory=dict)  # by day and address
    page: "array[int]" = field(default_factory=lambda: array("I"))
    visitor: "array[int]" = field(default_factory=lambda: array("Q"))
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def add(self, day: str, url: str, visitor: str) -> None:
        """Note a visit."""
        self.page.append(self.pages.setdefault((day, url), len(self.pages)))
        text = f"{day} {url} {visitor}".encode("utf-8", "replace")
        digest = blake2b(text, digest_size=8, key=self.salt).digest()
        self.visitor.append(int.from_bytes(digest, "big"))

    def readers(self) -> Iterator[tuple[str, str, int]]:
        """Day, address and how many different visitors."""
        _, first = np.unique(np.array(self.visitor, np.uint64), return_index=True)
        counts = np.bincount(np.array(self.page, np.uint32)[first], minlength=len(self.pages))
        for (day, url), number in self.pages.items():
            yield day, url, int(counts[number])


def read(file: File) -> Iterator[Document | Problem]:
    """A Document a page and day, from all files of a log; of its other files, nothing more."""
    files = _files(file)
    return row_documents(file, _rows(file, files)) if file.path == files[0] else iter(())


def begins_log(text: str) -> bool:
    """Whether a text is the beginning of a log of this format."""
    return any(map(REQUEST.match, text.splitlines()[:SAMPLE_LINES]))


def unpacked(head: bytes) -> bytes:
    """The beginning of what a packed file holds."""
    try:
        return zlib.decompressobj(31).decompress(head, LONGEST)
    except zlib.error:
        return b""


def _files(file: File) -> list[Path]:
    """The files of the log that a file is of, in the order of their names."""
    if file.source.path is None or not file.source.path.is_dir():
        return [file.path]
    name = ROTATION.sub("", file.path.name)
    beside = [one for one in file.path.parent.iterdir() if ROTATION.sub("", one.name) == name]
    found = sorted(one for one in beside if one.is_file() and _begins_log(one))
    return found if file.path in found else [file.path]


def _begins_log(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(LONGEST)
    except OSError:
        return False
    return begins_log(decode(unpacked(head) if head.startswith(GZIP) else head))


def _rows(file: File, files: list[Path]) -> Iterator[Row]:
    visits = Visits()
    lost = _begun_late(files) if len(files) > 1 else None
    for path in files:
        for place, request in _requests(path):
            if isinstance(request, Reason):
                yield place if len(files) == 1 else f"{path.name} {place}", request
                continue
            host, day = request["host"] or file.host, _day(request["day"])
            if host is None:
                yield None, Reason.NO_HOST
                return
            if day is None:
                yield place, Reason.IMPOSSIBLE_DATE
            elif day != lost and (url := _article(host, request)):
                visits.add(day, url, f"{request['visitor']} {request['agent']}")
    for number, (day, url, readers) in enumerate(visits.readers(), start=1):
        yield f"page {number}", {"url": url, "published": day, "page_views": readers}


def _begun_late(files: list[Path]) -> str | None:
    """The first day of several files, if it does not begin with the first hour."""
    firsts = []
    for path in files:
        request = next((one for _, one in _requests(path) if not isinstance(one, Reason)), None)
        if request and (day := _day(request["day"])):
            firsts.append((day, request["hour"]))
    first = min(firsts, default=None)
    return first[0] if first and first[1] != "00" else None


def _article(host: str, request: re.Match[str]) -> str | None:
    """The address, if it is an article's and a person read it."""
    method, _, rest = request["request"].partition(" ")
    target = rest.rpartition(" ")[0] or rest
    if method != "GET" or request["status"] not in READ or not target.startswith("/"):
        return None
    url = _normalised(host, target)
    return url if url and not _is_robot(request["agent"]) else None


@lru_cache(maxsize=100_000)
def _normalised(host: str, target: str) -> str | None:
    url = normalise(f"https://{host}{target}")
    return url if url and is_article(url) else None


_is_robot = lru_cache(maxsize=10_000)(is_robot)


@lru_cache(maxsize=1_000)
def _day(text: str) -> str | None:
    day, month, year = text.split("/")
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _requests(path: Path) -> Iterator[Line]:
    """The requests of a file, and what is wrong with lines that are none."""
    number = size = 0
    within = False  # a line that is too long to be one
    try:
        with path.open("rb") as stream:
            packed = stream.read(2) == GZIP
        most = max(SMALL, PACKED * path.stat().st_size) if packed else math.inf
        with gzip.open(path) if packed else path.open("rb") as lines:
            while piece := lines.readline(LONGEST):
                size += len(piece)
                if size > most:
                    yield f"line {number}", Reason.TOO_LARGE
                    return
                begins, within = not within, len(piece) == LONGEST and not piece.endswith(b"\n")
                number += begins
                if begins and within:
                    yield f"line {number}", Reason.TOO_LARGE
                elif begins and piece.strip():
                    text = decode(piece).replace("\0", "")
                    yield f"line {number}", REQUEST.match(text) or Reason.MALFORMED
    except (OSError, EOFError, zlib.error):
        yield f"line {number + 1}", Reason.UNREADABLE
