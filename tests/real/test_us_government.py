"""Real articles: what Presswatch says of them, against DuckDB run directly on the file."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from presswatch.cli import commands
from presswatch.tags import fold

# One row an address: of its lines the one with the latest date, at a tie the last; an empty
# field takes what the other lines say, the latest first.
TRUTH = """
    CREATE TABLE article AS
    SELECT url,
        last(source ORDER BY "at", line) AS source,
        last(("at" AT TIME ZONE 'UTC')::DATE ORDER BY "at", line) AS published_on,
        last(tags ORDER BY "at", line) FILTER (len(tags) > 0) AS tags,
        last(text ORDER BY "at", line) FILTER (text <> '') AS text
    FROM (
        SELECT *, row_number() OVER () AS line, published::TIMESTAMPTZ AS "at"
        FROM read_json($file, format = 'newline_delimited', columns = {
            url: 'VARCHAR', source: 'VARCHAR', published: 'VARCHAR',
            tags: 'VARCHAR[]', text: 'VARCHAR'
        })
    )
    GROUP BY url
"""


@pytest.fixture(scope="module")
def file(corpora: Path) -> Path:
    return corpora / "us-government" / "articles.jsonl"


@pytest.fixture(scope="module")
def store(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("us") / "store"
    done = run("load", str(file), "--json", "--store", str(store))
    assert done.exit_code == 0, done.output
    counts = json.loads(done.stdout)
    expected = {"read": 2884, "new": 2830, "updated": 54, "unchanged": 0, "refused": 0}
    assert counts == expected | {"refresh": 1, "more": 0}
    return store


@pytest.fixture(scope="module")
def truth(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(TRUTH, {"file": str(file)})
    yield connection
    connection.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False)


def asked(store: Path, *arguments: str) -> list[dict[str, object]]:
    done = run(*arguments, "--store", str(store), "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_coverage_by_month_and_source(store: Path, truth: duckdb.DuckDBPyConnection) -> None:
    expected = truth.execute(
        "SELECT date_trunc('month', published_on)::DATE::VARCHAR, count(*) FROM article GROUP BY 1"
    ).fetchall()
    got = asked(store, "metric", "coverage", "--by", "month")
    assert {row["starts_on"]: row["coverage"] for row in got if row["coverage"]} == dict(expected)
    assert sum(row["coverage"] for row in got) == 2830
    expected = truth.execute("SELECT source, count(*) FROM article GROUP BY 1").fetchall()
    got = asked(store, "metric", "sources", "--limit", "0")
    assert {row["source"]: row["coverage"] for row in got} == dict(expected)


def test_tags_of_a_window_and_of_the_one_before(
    store: Path, truth: duckdb.DuckDBPyConnection
) -> None:
    def counts(first: date, last: date) -> dict[str, int]:
        found: dict[str, int] = {}
        for (tags,) in truth.execute(
            "SELECT tags FROM article WHERE published_on BETWEEN ? AND ?", [first, last]
        ).fetchall():
            for key in {fold(tag) for tag in tags or []}:
                found[key] = found.get(key, 0) + 1
        return found

    now = counts(date(2015, 1, 1), date(2015, 12, 31))
    before = counts(date(2014, 1, 1), date(2014, 12, 31))
    window = ("--from", "2015-01-01", "--to", "2015-12-31", "--limit", "0")
    got = {fold(row["tag"]): row for row in asked(store, "metric", "topics", *window)}
    assert {key: row["coverage"] for key, row in got.items()} == now
    assert {key: row["before"] for key, row in got.items()} == {
        key: before.get(key, 0) for key in now
    }
    busiest = max(now, key=lambda key: (now[key], key))
    tagged = asked(store, "articles", *window[:4], "--tag", got[busiest]["tag"].upper())
    assert len(tagged) == now[busiest]


def test_tone_is_told_of_english_texts_alone(store: Path, truth: duckdb.DuckDBPyConnection) -> None:
    [(texts,)] = truth.execute("SELECT count(*) FROM article WHERE text IS NOT NULL").fetchall()
    others = asked(store, "articles", "--query", "lang:es OR lang:la", "--limit", "0")
    toned = sum(row["n"] for row in asked(store, "metric", "tone", "--by", "month"))
    assert toned == texts - len(others)
    assert 0 < len(others) < 10


def test_a_text_query_finds_what_a_scan_finds(
    store: Path, truth: duckdb.DuckDBPyConnection, file: Path
) -> None:
    [(found,)] = truth.execute(
        "SELECT count(*) FROM article WHERE regexp_matches(text, '(?i)\\bdigital strategy\\b')"
    ).fetchall()
    titled = asked(store, "articles", "--query", '"digital strategy"')
    assert found <= len(titled) <= found * 1.2  # a title may say it where the text does not
    assert found > 30
