"""Web archives: what is taken of them, and from where a refresh goes on."""

import gzip
import io
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from tests.etl.test_refresh import outcome, rows
from tests.etl.web import Newsroom, page

HTML = "text/html; charset=utf-8"


def record(
    url: str,
    body: bytes,
    *,
    status: int = 200,
    media: str = HTML,
    kind: WarcRecordType = WarcRecordType.response,
    date: str = "2026-11-23T12:00:00Z",
) -> bytes:
    made = WarcRecord()
    made.init_headers(kind)
    made.headers["WARC-Date"] = date
    made.headers["WARC-Target-URI"] = url
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content(f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\n\r\n".encode() + body)
    written = io.BytesIO()
    made.write(written)
    return written.getvalue()


def article(number: int) -> bytes:
    return record(f"https://courier.example/{number}", page(f"Ferry {number} stays in port"))


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_among_the_responses_are_taken(
    newsroom: Newsroom, tmp_path: Path, packed: bool
) -> None:
    parts = [
        record("https://courier.example/i", page("Info"), kind=WarcRecordType.request),
        article(1),
        record("https://courier.example/gone", page("Gone"), status=404),
        record("https://courier.example/logo", b"\x89PNG", media="image/png"),
        article(2),
    ]
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    file.write_bytes(b"".join(map(gzip.compress, parts) if packed else parts))
    source = {"kind": "archive", "path": tmp_path}
    assert outcome(newsroom.ask(source)) == (2, 0, 0, 0)
    assert outcome(newsroom.ask(source)) == (0, 0, 0, 0)
    urls = {one["url"] for one in rows(newsroom.store, "article")}
    assert urls == {"https://courier.example/1", "https://courier.example/2"}


def test_the_servers_charset_is_honoured(newsroom: Newsroom, tmp_path: Path) -> None:
    text = page("Паром остаётся в порту", "Паром на острова остаётся в порту. " * 5).decode()
    media = "text/html; charset=windows-1251"
    file = tmp_path / "a.warc"
    file.write_bytes(record("https://courier.example/1", text.encode("cp1251"), media=media))
    newsroom.ask({"kind": "archive", "path": file})
    [found] = rows(newsroom.store, "article")
    assert found["title"] == "Паром остаётся в порту"


def test_a_refresh_goes_on_where_the_last_one_stopped(newsroom: Newsroom, tmp_path: Path) -> None:
    parts = [gzip.compress(article(number)) for number in range(3)]
    file = tmp_path / "a.warc.gz"
    file.write_bytes(b"".join(parts))
    newsroom.ask({"kind": "archive", "path": file})
    [visit] = rows(newsroom.store, "visit")
    assert visit["position"] == file.stat().st_size


def test_a_page_dated_after_its_capture_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    file.write_bytes(record("https://courier.example/1", page("F"), date="2020-01-01T00:00:00Z"))
    assert outcome(newsroom.ask({"kind": "archive", "path": file})) == (0, 0, 0, 1)
    [problem] = rows(newsroom.store, "problem")
    assert problem["reason"] == "future_date"


BAD = {
    "empty": (b"", "empty"),
    "no archive": (b"nothing of that kind\n" * 20, "unreadable"),
    "damaged": (
        gzip.compress(article(1)) + gzip.compress(article(2))[:-90],
        "truncated",
    ),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_bad_archive_costs_what_is_lost_alone(
    newsroom: Newsroom, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    (tmp_path / "b.warc").write_bytes(article(3))
    newsroom.ask({"kind": "archive", "path": tmp_path})
    assert [one["reason"] for one in rows(newsroom.store, "problem")] == [reason]
    assert "https://courier.example/3" in {one["url"] for one in rows(newsroom.store, "article")}
