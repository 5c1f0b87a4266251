"""Keep what was fetched as gzip WARC in `raw/` of the store, a file a refresh, and read it back.

A record holds the answer decompressed, so that any WARC tool can read it, and its addresses without
passwords. One whose writing was cut short is left out by `records`."""

import gzip
import logging
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import BinaryIO, Self

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from etl.fetch.answer import Fetched
from presswatch.address import without_password
from presswatch.errors import StoreError

FOLDER = "raw"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-\d+)?\.warc\.gz")
_BEGUN = "%Y%m%dT%H%M%SZ"
_ASKED = "Presswatch-Asked"
_SOURCE = "Presswatch-Source"
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was fetched, and for which source."""

    fetched: Fetched
    source: str | None


class Recorder:
    """Writes the file of one refresh, from any thread; close it. Nothing kept makes no file."""

    def __init__(self, store: Path, now: datetime) -> None:
        self._folder = store / FOLDER
        self._begun = now.astimezone(UTC).strftime(_BEGUN)
        self._file: BinaryIO | None = None
        self._lock = threading.Lock()

    def keep(self, fetched: Fetched, source: str | None = None) -> None:
        """Append an answer; an unchanged one has nothing to keep. Raises StoreError."""
        if not fetched.changed:
            return
        member = gzip.compress(_record(Kept(fetched, source)), compresslevel=6)
        with self._lock:
            try:
                self._file = self._file or self._opened()
                self._file.write(member)
            except OSError as error:
                raise StoreError(
                    f"{self._folder}: cannot be written to ({error.strerror}). Make room there, "
                    "or set fetch.keep_raw to 0s."
                ) from error

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> BinaryIO:
        self._folder.mkdir(parents=True, exist_ok=True)
        for number in count():
            name = f"{self._begun}-{number}" if number else self._begun
            try:  # unbuffered: a record is in the file when `keep` returns
                return (self._folder / f"{name}.warc.gz").open("xb", buffering=0)
            except FileExistsError:
                continue
        raise AssertionError("there is always another number")


def records(store: Path) -> Iterator[Kept]:
    """Everything that is kept, oldest first."""
    for file in sorted(_files(store)):
        with file.open("rb") as stream:
            try:
                for record in ArchiveIterator(
                    stream, record_types=WarcRecordType.response, parse_http=False
                ):
                    if kept := _read(record):
                        yield kept
            except (OSError, ValueError):
                log.warning("%s is damaged: the rest of it is left out", file)


def expire(store: Path, now: datetime, keep: timedelta) -> int:
    """Remove the files of refreshes that began longer ago than this; gives how many."""
    old = [file for file in _files(store) if _begun_at(file) < now - keep]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _files(store: Path) -> list[Path]:
    folder = store / FOLDER
    return [file for file in folder.glob("*.warc.gz") if _NAME.fullmatch(file.name)]


def _begun_at(file: Path) -> datetime:
    begun, _, _ = file.name.removesuffix(".warc.gz").partition("-")
    return datetime.strptime(begun, _BEGUN).replace(tzinfo=UTC)


def _record(kept: Kept) -> bytes:
    fetched = kept.fetched
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Date"] = fetched.fetched_at.astimezone(UTC).strftime(
        "%Y-%m-%dT%H:%M:%S.%fZ"
    )
    record.headers["WARC-Target-URI"] = without_password(fetched.url)
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.headers[_ASKED] = without_password(fetched.asked)
    if kept.source:
        record.headers[_SOURCE] = kept.source
    record.set_bytes_content(_head(fetched) + fetched.content)
    written = BytesIO()
    record.write(written)
    return written.getvalue()


def _head(fetched: Fetched) -> bytes:
    said = {name: " ".join(value.splitlines()) for name, value in fetched.headers.items()}
    lines = [
        f"HTTP/1.1 {fetched.status} OK",
        *(f"{name}: {value}" for name, value in said.items() if name not in _OF_THE_WIRE),
        f"content-length: {len(fetched.content)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "replace")


def _read(record: WarcRecord) -> Kept | None:
    block = record.reader.read()
    head, end, content = block.partition(b"\r\n\r\n")
    if not end or len(block) < record.content_length:
        return None
    status, *lines = head.decode("utf-8", "replace").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    url = record.headers.get("WARC-Target-URI") or ""
    return Kept(
        Fetched(
            asked=record.headers.get(_ASKED) or url,
            url=url,
            status=int(status.split(" ")[1]),
            headers=headers,
            content=content,
            fetched_at=record.record_date,
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
        ),
        record.headers.get(_SOURCE),
    )
