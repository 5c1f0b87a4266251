"""Exports on their whole way: into a store, and out of its snapshot."""

import json
from pathlib import Path
from typing import Any

import duckdb

from etl.warehouse.store import BODIES, WAREHOUSE
from presswatch.snapshot import open_current
from tests.conftest import Load
from tests.etl.intake.test_suppliers import BODY, EVENT_REGISTRY, URL, gkg

LATER = ("supplier_tone", "page", "edition", "programme")


def ask(store: Path, sql: str) -> list[tuple[Any, ...]]:
    snapshot = open_current(store)
    found: list[tuple[Any, ...]] = snapshot.cursor().sql(sql).fetchall()
    snapshot.close()
    return found


def test_a_suppliers_tone_stands_beside_ours(load: Load, store: Path, tmp_path: Path) -> None:
    export = tmp_path / "articles.json"
    happy = EVENT_REGISTRY | {
        "title": "Ferry",
        "body": "What a wonderful, happy day.",
        "lang": "eng",
    }
    export.write_text(json.dumps({"articles": {"results": [happy]}}))
    load(export)
    [(theirs, ours)] = ask(store, "SELECT supplier_tone, tone FROM article")
    assert theirs == "-0.2"
    assert ours > 0.5


def test_themes_become_tags(load: Load, store: Path, tmp_path: Path) -> None:
    export = tmp_path / "a.gkg.csv"
    export.write_text(gkg())
    load(export)
    assert ask(store, "SELECT title, supplier_tone, tone FROM article") == [
        ("Ferry & crew", "-2.5", None)
    ]
    assert sorted(ask(store, "SELECT spelling FROM article_tag")) == [("STRIKE",), ("TAX_FERRY",)]


def test_page_views_wait_for_their_article(load: Load, store: Path, tmp_path: Path) -> None:
    views = tmp_path / "pages.csv"
    views.write_text(
        '"date","hostname","page","visits","visitors","pageviews"\n'
        '"2025-03-03","courier.example","/2025/ferry?utm_source=x",2,2,5\n'
    )
    load(views)
    joined = "SELECT value FROM popularity JOIN article ON article.id = popularity.article"
    assert ask(store, joined) == []
    load({"url": URL, "title": "Ferry", "published": "2025-03-02", "text": BODY})
    assert ask(store, joined) == [(5.0,)]


def test_an_older_store_gains_the_columns(load: Load, store: Path) -> None:
    row = {"url": URL, "title": "Ferry", "published": "2025-03-02"}
    load(row)
    for file, table in ((WAREHOUSE, "article"), (BODIES, "reading")):
        with duckdb.connect(str(store / file)) as database:
            for column in LATER:
                database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    load(row | {"modified": "2025-03-03", "page": "3", "tone": "good"})
    assert ask(store, "SELECT title, page, supplier_tone FROM article") == [("Ferry", "3", "good")]
