"""Read web archives: WARC files, packed or not, such as Common Crawl's CC-NEWS, as a stream.

Taken are the pages among the responses. How far a file was read is kept, so that the next refresh
goes on from there."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from os import walk
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from etl.document import Document, Problem, Reason, Stage
from etl.intake.answers import document
from etl.intake.asked import Asked, Visit
from etl.intake.source import Source
from presswatch.address import normalise
from presswatch.errors import SettingsError

LARGEST = 10_000_000  # bytes of a page
LONGEST_HEADERS = 65_536  # bytes
SUFFIXES = (".warc", ".warc.gz")
PAGES = frozenset(("text/html", "application/xhtml+xml"))

log = logging.getLogger(__name__)


def read(source: Source, asked: Asked) -> Iterator[Document | Problem | Visit]:
    """The pages of an archive, or of all archives of a folder and its folders."""
    if source.path is None or not source.path.exists():
        raise SettingsError(f"source {source.name!r}: {source.path}: there is no such archive.")
    for path in _files(source.path):
        name = str(path.absolute())
        try:
            state = path.stat()
            with path.open("rb") as stream:
                yield from pages(source, asked, stream, name, f"{state.st_size}-{state.st_mtime}")
        except OSError:
            yield Problem(name, None, Stage.INTAKE, Reason.UNREADABLE)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, folders, names in walk(path):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names) if name.endswith(SUFFIXES))


def pages(
    source: Source, asked: Asked, stream: BinaryIO, name: str, version: str
) -> Iterator[Document | Problem | Visit]:
    """The pages of one file from where it was left, each with where that is."""

    def reached(position: int) -> Visit:
        return Visit(
            source=source.name,
            url=name,
            visited_at=source.read_at,
            etag=version,
            position=position,
        )

    before = asked.visits([name]).get(name)
    begun = before.position or 0 if before and before.etag == version else 0
    end = stream.seek(0, 2)
    if begun == end > 0:
        return
    stream.seek(begun)
    found, damaged = 0, False
    try:
        for record in ArchiveIterator(
            stream,
            record_types=WarcRecordType.response,
            auto_decode="all",
            max_header_len=LONGEST_HEADERS,
        ):
            found += 1
            place = f"byte {record.stream_pos:,}"
            if record.stream_pos > begun:
                yield reached(record.stream_pos)
            if one := _page(source, record, name, place):
                yield one
    except (OSError, ValueError):
        log.warning("%s is damaged: the rest of it is left out", name)
        damaged = True
    if damaged or not (found or begun):
        whole = Reason.UNREADABLE if end else Reason.EMPTY
        yield Problem(name, None, Stage.INTAKE, Reason.TRUNCATED if found else whole)
    yield reached(end)


def _page(source: Source, record: WarcRecord, name: str, place: str) -> Document | Problem | None:
    """The page of a record, or why it cannot be taken; None of what is none."""
    http = record.http_headers
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not (http and http.status_code == 200 and record.http_content_type in PAGES):
        return None
    if normalise(url) is None:
        return Problem(name, place, Stage.INTAKE, Reason.BAD_ADDRESS)
    content = record.reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        return Problem(url, place, Stage.INTAKE, Reason.TOO_LARGE)
    if len(content) < record.content_length and not http.get("content-encoding"):
        return Problem(url, place, Stage.INTAKE, Reason.TRUNCATED)
    if not content.strip():
        return Problem(url, place, Stage.INTAKE, Reason.EMPTY)
    captured = record.record_date
    # What it says of its time cannot lie after its capture.
    read_at = min(captured, source.read_at) if captured else source.read_at
    found = document(url, content, record.http_charset, read_at)
    return replace(found, place=place, source=source.outlet, asked=source.name)
