"""`metric`, `articles` and `article` on a store that the real loader filled."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from dashboard.cli import commands
from dashboard.find import find_article, reading_of
from dashboard.metrics import METRICS
from presswatch.errors import PresswatchError
from presswatch.snapshot import open_current

DOCUMENTS = [
    {
        "title": "Dockers strike",
        "url": "https://www.example.org/strike?id=7",
        "published": "2026-05-03T22:00:00-04:00",
        "source": "Harbour Courier",
        "text": "The dockers are happy.\n\nThe port is terrible \x1b[31m today.",
        "tags": ["Ports", "Wage Talks"],
        "page_views": 12,
    },
    {
        "title": "A fire, far away",
        "url": "https://example.org/fire/",
        "published": "2026-05-06",
        "source": "Zebra",
        "tags": ["ports"],
    },
]
Run = Callable[..., Result]


@pytest.fixture
def run(load: Callable[..., Any], store: Path) -> Run:
    load(*DOCUMENTS)

    def run(*arguments: str) -> Result:
        named = {command.name: command for command in commands}
        # The exit code of an error is presswatch/cli.py's: here the error itself is looked at.
        return CliRunner().invoke(named[arguments[0]], [*arguments[1:], "--store", str(store)])

    return run


def said(result: Result) -> str:
    assert isinstance(result.exception, PresswatchError)
    assert result.exception.exit_code == 2
    return str(result.exception)


def test_a_series_has_every_day(run: Run) -> None:
    result = run("metric", "coverage", "--from", "2026-05-03", "--to", "2026-05-06")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["starts_on"], row["coverage"]) for row in rows] == [
        ("2026-05-03", "0"),
        ("2026-05-04", "1"),
        ("2026-05-05", "0"),
        ("2026-05-06", "1"),
    ]
    assert rows[0]["mean_7d"] == ""
    assert rows[0]["complete"] in ("true", "false")


def test_json_has_days_and_nulls(run: Run) -> None:
    (row, *_) = json.loads(run("metric", "coverage", "--format", "json").stdout)
    assert row["starts_on"] == "2026-05-04"
    assert row["coverage"] == 1
    assert row["mean_7d"] is None


def test_no_match_is_no_rows(run: Run) -> None:
    result = run("metric", "topics", "--tag", "nobody has this", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == []
    assert run("articles", "--source", "Nobody").stdout.count("\n") == 1  # the header


def test_parquet_keeps_the_types(run: Run, tmp_path: Path) -> None:
    result = run("metric", "popular", "--format", "parquet")
    rows = pq.read_table(io.BytesIO(result.stdout_bytes)).to_pylist()
    assert [(row["rank"], row["title"], row["value"]) for row in rows] == [
        (1, "Dockers strike", 12.0)
    ]
    run("metric", "coverage", "--format", "parquet", "--out", str(tmp_path / "rows.parquet"))
    assert pq.read_table(tmp_path / "rows.parquet")["starts_on"][0].as_py() == date(2026, 5, 4)


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_takes_every_option(run: Run, name: str) -> None:
    result = run(
        *("metric", name, "--by", "week", "--measure", "places", "--limit", "0"),
        *("--all-tag", "ports", "--no-tag", "x", "--query", "strike", "--format", "json"),
    )
    assert result.exit_code == 0, result.exception
    assert isinstance(json.loads(result.stdout), list)


def test_the_list_names_the_metrics(run: Run) -> None:
    lines = run("metric", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(METRICS)


def test_articles_has_all_of_them_newest_first(run: Run) -> None:
    first, second = json.loads(run("articles", "--format", "json").stdout)
    assert first["title"] == "A fire, far away"
    assert first["tone"] is None
    assert second["published_at"] == "2026-05-04T02:00:00Z"
    assert sorted(second["tags"]) == ["Ports", "Wage Talks"]
    assert {"id", "title", "source", "url", "published_on", "tone", "tags"} <= set(second)
    assert json.loads(run("articles", "--limit", "1", "--format", "json").stdout) == [first]


def test_csv_joins_lists(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("articles", "--query", "dockers").stdout)))
    assert [row["tags"] for row in rows] == ["Ports; Wage Talks"]


def test_an_article_is_found_by_id_and_by_address(run: Run) -> None:
    (row,) = json.loads(run("articles", "--tag", "wage-talks", "--format", "json").stdout)
    for asked in (row["id"], row["url"], "http://WWW.example.org/strike?id=7&utm_source=x#top"):
        reading = json.loads(run("article", asked, "--json").stdout)
        assert reading["title"] == "Dockers strike"
        assert reading["published_on"] == "2026-05-04"
        assert len(reading["body"]) == 2
        assert {"authors", "date_origin", "captured_on", "related_titles"} <= set(reading)
        assert {"most_popular", "entities", "tone", "sentences"} <= set(reading)


def test_an_article_for_people_holds_no_escape_codes(run: Run) -> None:
    text = run("article", "https://www.example.org/strike?id=7").stdout
    assert text.startswith("Dockers strike\nHarbour Courier · 2026-05-04")
    assert "\x1b" not in text


def test_the_slash_at_the_end_is_not_needed(run: Run) -> None:
    assert "A fire" in run("article", "https://example.org/fire").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["metric", "nonsense"], "'nonsense' is no metric. The metrics are headline, "),
        (["metric"], "Name a metric. The metrics are headline, "),
        (["metric", "topics", "--from", "soon"], "'soon' is no day. Write it as YYYY-MM-DD."),
        (["article", "https://nowhere.org/"], "No article has the id or address 'https://now"),
        (["article", "https://example.org/\udcff"], "'https://example.org/\\udcff' is not text"),
        (["article", "12"], "No article has the id or address '12'."),
        (["article", "9" * 40], "No article has the id or address '999"),
        (["article", "http://[broken"], "No article has the id or address 'http://[broken'."),
        (["metric", "topics", "--out", "/nowhere/x"], "/nowhere/x: cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: list[str], sentence: str) -> None:
    assert said(run(*arguments)).startswith(sentence)


def test_a_query_that_cannot_be_read_is_said(run: Run) -> None:
    assert said(run("articles", "--query", "(port"))


def test_an_article_has_its_tags_by_rule_after_those_it_came_with(
    load: Callable[..., Any], store: Path
) -> None:
    rules = [{"name": "Conflict", "query": "strike"}, {"name": "PORTS", "query": "dockers"}]
    load(*DOCUMENTS, tags=rules)
    with closing(open_current(store)) as snapshot:
        reading = reading_of(snapshot, find_article(snapshot, DOCUMENTS[0]["url"]))
    assert reading["tags"] == ["Ports", "Wage Talks", "Conflict"]
