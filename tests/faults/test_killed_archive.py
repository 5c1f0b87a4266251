"""A refresh that is killed in the middle of an archive: the next one goes on from the record that
was reached, and nothing is lost."""

import gzip
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.etl.test_archives import article, record
from tests.faults.test_kill import facts, refresh

ARTICLES = 160
BAD = range(0, ARTICLES, 40)  # after each of these articles, a record that is refused


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """An archive, and where each record of it begins that counts as a document."""
    begins, content = [], b""
    for number in range(ARTICLES):
        parts = [article(number)]
        if number in BAD:
            parts.append(record(f"https://courier.example/empty{number}", b" "))
        for part in parts:
            begins.append(len(content))
            content += gzip.compress(part)
    file = tmp_path_factory.mktemp("archive") / "a.warc.gz"
    file.write_bytes(content)
    return file, begins


def asked(store: Path, query: str) -> list[Any]:
    with duckdb.connect(str(store / "warehouse.duckdb")) as warehouse:
        return warehouse.execute(query).fetchall()


def reached(store: Path) -> int:
    """The byte up to which records were taken."""
    return max(
        (position for (position,) in asked(store, 'SELECT "position" FROM visit')), default=0
    )


def test_an_archive_is_read_on_from_where_a_kill_left_it(
    archive: tuple[Path, list[int]], tmp_path: Path
) -> None:
    file, begins = archive
    size = file.stat().st_size
    whole = tmp_path / "whole"
    steps, read = map(int, refresh(0, whole, file).stdout.split())
    assert read == ARTICLES + len(BAD)
    shall_be = facts(whole)
    assert len(shall_be) == ARTICLES
    left_off = []
    for part in (0.2, 0.4):
        store = tmp_path / f"store{part}"
        assert refresh(round(part * steps), store, file).returncode == -9
        left_off.append(reached(store))
        after = refresh(0, store, file)
        assert after.returncode == 0, after.stderr
        assert int(after.stdout.split()[1]) == sum(begin >= left_off[-1] for begin in begins)
        assert facts(store) == shall_be
        complete(store, size)
    assert 0 < left_off[0] < left_off[1] < size


def complete(store: Path, size: int) -> None:
    """All of the archive was taken, each article once, and what was refused is told."""
    assert reached(store) == size
    assert asked(store, "SELECT count(*), count(DISTINCT id) FROM article") == [(ARTICLES,) * 2]
    assert {document for (document,) in asked(store, "SELECT document FROM problem")} == {
        f"https://courier.example/empty{number}" for number in BAD
    }
    broken = "SELECT * FROM refresh WHERE read <> new + updated + unchanged + refused"
    assert asked(store, broken) == []
