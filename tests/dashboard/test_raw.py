"""Which refresh a file of raw documents is of."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from dashboard import raw
from etl.fetch.answer import Fetched
from etl.fetch.raw import FOLDER, Recorder

BEGAN = datetime(2025, 3, 1, 8, 0, 0, 250_000, tzinfo=UTC)
HOUR = timedelta(hours=1)


def fetch(store: Path, at: datetime) -> None:
    """Keep an answer, as a refresh does that begins to fetch then."""
    page = Fetched(
        asked="https://example.org/", url="https://example.org/", status=200, headers={},
        content=b"page", fetched_at=at, etag=None, last_modified=None,
    )  # fmt: skip
    with Recorder(store, at) as recorder:
        recorder.keep(page)


def test_a_file_is_of_the_refresh_that_went_on_when_it_was_begun(tmp_path: Path) -> None:
    fetch(tmp_path, BEGAN)
    fetch(tmp_path, BEGAN + 3 * HOUR)
    ran = [
        (4, BEGAN + 3 * HOUR, None),
        (3, BEGAN + 2 * HOUR, BEGAN + 2.5 * HOUR),
        (2, BEGAN, BEGAN + HOUR),
        (1, BEGAN - HOUR, None),  # interrupted before it fetched anything
    ]
    found = raw.of_refreshes(raw.kept(tmp_path), ran)
    assert found == {2: "raw/20250301T080000Z.warc.gz", 4: "raw/20250301T110000Z.warc.gz"}


def test_a_file_of_a_refresh_that_is_not_known_is_nobodys(tmp_path: Path) -> None:
    fetch(tmp_path, BEGAN + 3 * HOUR)
    assert raw.of_refreshes(raw.kept(tmp_path), [(1, BEGAN, BEGAN + HOUR)]) == {}


def test_other_files_are_left_aside(tmp_path: Path) -> None:
    assert raw.kept(tmp_path) == {}
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "notes.warc.gz").touch()
    assert raw.kept(tmp_path) == {}
