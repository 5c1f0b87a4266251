"""What was fetched is kept, can be read again, and is let go in time."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from etl.fetch import Fetched, raw
from presswatch.errors import StoreError
from tests.etl.fetch.conftest import NOW


def page(number: int, **changed: object) -> Fetched:
    whole = {
        "asked": f"https://example.org/{number}",
        "url": f"https://example.org/{number}/final",
        "status": 200,
        "headers": {"content-type": "text/html; charset=latin1", "etag": '"ö"'},
        "content": f"<p>Page {number}</p>\r\n\r\n".encode() + bytes(range(256)),
        "fetched_at": NOW + timedelta(microseconds=number),
        "etag": '"ö"',
    }
    return Fetched(**whole | changed)  # type: ignore[arg-type]


def kept(store: Path) -> list[raw.Kept]:
    return list(raw.records(store))


def test_what_is_kept_can_be_read_again(store: Path) -> None:
    with raw.Recorder(store, NOW) as recorder:
        recorder.keep(page(1), "Häfen: a feed")
        recorder.keep(page(2))
        assert len(kept(store)) == 2  # a record is there as soon as it is kept
    first, second = kept(store)
    assert first.source == "Häfen: a feed"
    assert second.source is None
    for number, one in enumerate((first, second), 1):
        expected = page(number)
        assert one.fetched.headers.items() >= expected.headers.items()
        assert one.fetched.content == expected.content
        assert (one.fetched.asked, one.fetched.url) == (expected.asked, expected.url)
        assert one.fetched.fetched_at == expected.fetched_at
        assert one.fetched.etag == expected.etag


def test_the_file_is_what_other_tools_read(store: Path) -> None:
    headers = {"content-encoding": "gzip", "content-length": "7", "transfer-encoding": "chunked"}
    with raw.Recorder(store, NOW) as recorder:
        recorder.keep(page(1, headers=headers))
    [file] = (store / "raw").iterdir()
    assert file.name == "20261124T120000Z.warc.gz"
    with file.open("rb") as stream:
        [(url, status, said, content)] = [
            (
                record.headers["WARC-Target-URI"],
                record.http_headers.status_code,
                dict(record.http_headers.to_tuples()),
                record.reader.read(),
            )
            for record in ArchiveIterator(stream)
        ]
    assert (url, status) == (page(1).url, 200)
    assert (said, content) == ({"content-length": str(len(page(1).content))}, page(1).content)


def test_an_unchanged_answer_makes_no_file(store: Path) -> None:
    with raw.Recorder(store, NOW) as recorder:
        recorder.keep(page(1, status=304, content=b""))
    assert not (store / "raw").exists()
    assert kept(store) == []


def test_no_header_ends_a_record(store: Path) -> None:
    with raw.Recorder(store, NOW) as recorder:
        recorder.keep(page(1, headers={"x": "a\r\n\r\nb"}), "a\r\nWARC-Type: request")
        recorder.keep(page(2))
    assert [one.fetched.content for one in kept(store)] == [page(1).content, page(2).content]


def test_threads_may_keep_at_once(store: Path) -> None:
    with raw.Recorder(store, NOW) as recorder:
        threads = [threading.Thread(target=recorder.keep, args=(page(n),)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert {one.fetched.asked for one in kept(store)} == {page(n).asked for n in range(20)}


def test_a_record_cut_short_anywhere_costs_itself_alone(store: Path) -> None:
    with raw.Recorder(store, NOW) as recorder:
        recorder.keep(page(1))
        [file] = (store / "raw").iterdir()
        whole = file.stat().st_size
        recorder.keep(page(2))
    content = file.read_bytes()
    for end in range(whole, len(content)):
        file.write_bytes(content[:end])
        read = kept(store)
        assert [one.fetched.content for one in read][:1] == [page(1).content]
        assert len(read) == 1 or read[1].fetched.content == page(2).content


def test_a_damaged_file_costs_no_other(store: Path) -> None:
    for day in range(3):
        with raw.Recorder(store, NOW + timedelta(days=day)) as recorder:
            recorder.keep(page(day))
    damaged = sorted((store / "raw").iterdir())[1]
    damaged.write_bytes(b"\x1f\x8b" + b"\xff" * 500)
    assert [one.fetched.asked for one in kept(store)] == [page(0).asked, page(2).asked]


def test_two_refreshes_in_one_second_have_two_files(store: Path) -> None:
    for number in range(3):
        with raw.Recorder(store, NOW) as recorder:
            recorder.keep(page(number))
    assert len(kept(store)) == 3
    assert raw.expire(store, NOW + timedelta(days=1), timedelta(hours=1)) == 3


def test_files_are_let_go_in_time_and_nothing_else_is(store: Path) -> None:
    for day in range(5):
        with raw.Recorder(store, NOW + timedelta(days=day)) as recorder:
            recorder.keep(page(day))
    mine = store / "raw" / "mine.warc.gz"
    mine.write_bytes(b"")
    assert raw.expire(store, NOW + timedelta(days=4), timedelta(days=2)) == 2
    assert [one.fetched.asked for one in kept(store)] == [page(day).asked for day in (2, 3, 4)]
    assert mine.exists()


def test_a_store_without_raw_files_has_nothing_to_let_go(store: Path) -> None:
    assert raw.expire(store, NOW, timedelta(0)) == 0


def test_a_folder_that_cannot_be_written_to_is_told(store: Path) -> None:
    store.mkdir()
    (store / "raw").write_text("in the way")
    with raw.Recorder(store, NOW) as recorder, pytest.raises(StoreError, match="cannot be written"):
        recorder.keep(page(1))
