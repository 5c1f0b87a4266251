"""A refresh that is killed at any step leaves the last snapshot served, the store sound, and the
next refresh able to finish the work."""

import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from presswatch.desk.entity_rules import rename_entity
from presswatch.errors import StoreError
from presswatch.query import parse
from presswatch.search import find
from presswatch.snapshot import open_current
from tests.conftest import NOW, ROOT, written

KILLS = 12
SEED = 20261124
WORDS = [f"pier{number}" for number in range(500)]
FACTS = """
    SELECT article.title, article.url, article.tone, article.words, article.published_on,
        (
            SELECT list(spelling || origin ORDER BY spelling, origin)
            FROM article_tag WHERE article = id
        ) AS tags,
        (
            SELECT list(entity.entity || count ORDER BY entity.entity)
            FROM mention JOIN entity ON entity.id = mention.entity
            WHERE mention.article = article.id
        ) AS mentions,
        (SELECT sum(value) FROM popularity WHERE article = id) AS popularity,
        (SELECT told.title FROM article AS told WHERE told.id = article.story) AS story
    FROM article ORDER BY ALL
"""


def rows(numbers: range, day: str) -> list[dict[str, Any]]:
    return [
        {
            "url": f"https://courier.example/{number}",
            "title": f"Dockers walk out, part {number}",
            "published": f"2026-03-{day}T10:00:00Z",
            "text": f"Dockers in Rotterdam are delighted. Number {number} failed in {day}.\n\n"
            f"{' '.join(random.Random(number // 2).choices(WORDS, k=60))}.",
            "tags": ["Ports", f"tag {number % 7}"],
            "views": number,
        }
        for number in numbers
    ]


def refresh(at: int, store: Path, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.killed", str(at), str(store), str(path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def facts(store: Path) -> list[tuple[Any, ...]]:
    snapshot = open_current(store)
    found = snapshot.cursor().execute(FACTS).fetchall()
    snapshot.close()
    return found


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with 60 articles, documents that update half of them and add 30, and a new name for
    an entity of all of them."""
    folder = tmp_path_factory.mktemp("before")
    done = refresh(0, folder / "store", written(folder / "old.jsonl", rows(range(60), "03")))
    assert done.returncode == 0, done.stderr
    rename_entity(folder / "store", ("Rotterdam", "place"), "Maas port", now=NOW)
    written(folder / "new.jsonl", [*rows(range(30, 90), "04"), {"title": "No day"}])
    return folder


def test_a_kill_at_any_step_loses_nothing(before: Path, tmp_path: Path) -> None:
    new = before / "new.jsonl"
    whole = tmp_path / "whole"
    shutil.copytree(before / "store", whole)
    ended = refresh(0, whole, new)
    steps, read = map(int, ended.stdout.split())
    assert read == 61
    was, shall_be = facts(before / "store"), facts(whole)
    assert len(was) == 60
    assert len(shall_be) == 90
    assert len({one[-1] for one in shall_be}) == 45  # two articles a story
    assert {str(one[6]) for one in shall_be} == {"['Maas port1']"}
    chosen = sorted(random.Random(SEED).sample(range(1, steps), KILLS - 2))
    served_new = set()
    for at in [1, *chosen, steps]:
        store = tmp_path / "store"
        shutil.copytree(before / "store", store)
        assert refresh(at, store, new).returncode == -9, f"step {at}"
        served = facts(store)
        assert served in (was, shall_be), f"step {at} of {steps}"
        served_new.add(served == shall_be)
        after = refresh(0, store, new)
        assert after.returncode == 0, f"step {at}: {after.stderr}"
        assert int(after.stdout.split()[1]) == 61
        assert facts(store) == shall_be, f"step {at} of {steps}"
        assert find(store, parse("dockers")).num_rows == 90
        assert find(store, parse('"failed in 04"')).num_rows == 60
        sound(store)
        shutil.rmtree(store)
    assert served_new == {True, False}  # kills fell before and after the snapshot was published


def sound(store: Path) -> None:
    """No draft is left behind, no article is there twice, every refresh keeps the law."""
    assert not list((store / "published").glob("*.draft"))
    with duckdb.connect(str(store / "warehouse.duckdb"), read_only=True) as connection:
        twice = "SELECT id FROM article GROUP BY id HAVING count(*) > 1"
        assert connection.execute(twice).fetchall() == []
        broken = (
            "SELECT * FROM refresh WHERE read <> new + updated + unchanged + refused"
            " OR outcome NOT IN ('complete', 'interrupted')"
        )
        assert connection.execute(broken).fetchall() == []
        refused = "SELECT count(*) FROM problem WHERE refresh = (SELECT max(refresh) FROM refresh)"
        assert connection.execute(refused).fetchone() == (1,)


def test_a_first_refresh_that_is_killed_leaves_no_half_store(tmp_path: Path) -> None:
    documents = written(tmp_path / "a.jsonl", rows(range(20), "03"))
    store = tmp_path / "store"
    steps = int(refresh(0, tmp_path / "other", documents).stdout.split()[0])
    assert refresh(steps // 2, store, documents).returncode == -9
    with pytest.raises(StoreError, match="no store with articles"):
        open_current(store)
    assert refresh(0, store, documents).returncode == 0
    assert len(facts(store)) == 20
