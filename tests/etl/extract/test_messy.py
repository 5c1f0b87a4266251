"""Whatever a file holds comes to articles or to problems: never to an error, or to nothing."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.article import Article, from_batch, to_batch
from etl.document import Document, Kind, Problem
from etl.extract import EXTRACTORS, Extracted, extract
from etl.extract.boilerplate import is_boilerplate
from etl.extract.byline import names, read_byline
from etl.extract.dates import read_date
from etl.extract.feed import ENTRY_ENDS, LONG_NAME
from etl.extract.page import parse_page
from etl.extract.people import people
from etl.extract.text import clean_title, paragraphs
from etl.extract.title import headline
from etl.intake import READERS
from etl.intake.sniff import sniff
from etl.intake.source import Source
from presswatch.address import normalise

READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BEGINNINGS = (
    b"", b"<html><head><title>T</title></head><body><h1>", b"<!DOCTYPE html><p>",
    b"<rss version='2.0'><channel><item><title>", b"<feed><entry><title>", b"<?xml ", b"<!--",
    b'{"title": "', b'[{"title": "a"}, ', b"title,url,date\n", b"title;url\n\"", b"PAR1",
    b"18.4 C\nTuesday, March 4, 2025\n\nT\n\nBy ", b"\xff\xfe", b"\xef\xbb\xbf",
    b"<html><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": ",
)  # fmt: skip
SUFFIXES = (".html", ".xml", ".txt", ".json", ".jsonl", ".csv", ".parquet", "")


def outcomes(path: Path) -> list[Extracted]:
    found: list[Extracted] = []
    for document in READERS["files"](Source(name="test", path=path, read_at=READ_AT)):
        if isinstance(document, Document):
            found.extend(extract(document, ZoneInfo("Europe/Berlin")))
        else:
            found.append(document)
    return found


def storable(found: Sequence[Extracted]) -> bool:
    """Whether what was read can travel: Arrow takes no lone surrogate."""
    articles = [one for one in found if isinstance(one, Article)]
    return from_batch(to_batch(articles)) == articles


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_any_bytes(beginning: bytes, rest: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(beginning + rest)
        found = outcomes(path)
    assert found
    assert storable(found)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ROWS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("title", "url", "date", "modified", "text", "tags", "authors", "source", "section",
         "language", "views", "shares"), VALUES | st.just("2025-03-03"),
    ),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=5))
def test_any_rows(rows: list[dict[str, object]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "rows.jsonl")
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        found = outcomes(path)
    assert found
    assert storable(found)


UTC_ZONE = ZoneInfo("UTC")
LD = b"<script type='application/ld+json'>"


def read_page(piece: bytes, times: int) -> None:
    document = Document(name="page", kind=Kind.HTML, content=piece * times, read_at=READ_AT)
    list(extract(document, UTC_ZONE))


HOSTILE: dict[str, Callable[[], object]] = {
    "names": lambda: names("A" + " b" * 10_000),
    "byline": lambda: read_byline("By " + "A, " * 60, UTC_ZONE),
    "open-tags": lambda: clean_title("<a " * 100_000),
    "open-comments": lambda: clean_title("<!--" * 100_000),
    "blank-lines": lambda: paragraphs(" \n" * 200_000 + "x"),
    "spaces": lambda: paragraphs("a" + " " * 200_000 + "b"),
    "address": lambda: normalise("https://" + "a." * 2_000 + "-/"),
    "parameters": lambda: normalise("https://a.org/?" + "fb" * 2_000),
    "date-commas": lambda: read_date("3 March 2025" + ", " * 33 + "x", UTC_ZONE),
    "date-spaces": lambda: read_date("3 March 2025" + " " * 60 + "x", UTC_ZONE),
    "date-numbers": lambda: read_date("3 " * 35 + "2025", UTC_ZONE),
    "doctype": lambda: sniff(b"<!doctype html " + b"[]" * 30_000),
    "comments": lambda: sniff(b"<!--" * 16_000),
    "instructions": lambda: sniff(b"<?" * 30_000),
    "open-authors": lambda: LONG_NAME.sub(b"", b"<author" * 100_000),
    "headline": lambda: headline("a | " * 500 + "b - " * 500, frozenset(("b",))),
    "doubled-headline": lambda: headline("ab " * 600, frozenset()),
    "people": lambda: people(["By " + "A b, and " * 20_000, "(" * 50_000, "x " * 50_000 + "@"]),
    "boilerplate": lambda: is_boilerplate("► " * 110),
    "json-ld": lambda: parse_page(LD + b'{"a": "' * 25_000),
    "json-ld-spaces": lambda: parse_page(LD + b"{" + b" " * 400_000 + b"]"),
    "nested-text": lambda: read_page(b"<div>" + b"word " * 20 + b"</div>", 3_000),
    "nested-elements": lambda: read_page(b"<div>" + b"word " * 20, 3_000),
    "entry-ends": lambda: ENTRY_ENDS.findall(b"</item " * 100_000),
}


@pytest.mark.parametrize("reading", HOSTILE.values(), ids=HOSTILE)
def test_no_pattern_takes_for_ever(reading: Callable[[], object]) -> None:
    started = time.perf_counter()
    reading()
    assert time.perf_counter() - started < 5


def test_every_kind_of_document_has_its_reader() -> None:
    assert set(EXTRACTORS) == set(Kind)


def test_real_articles_are_all_taken(corpora: Path) -> None:
    found = outcomes(corpora / "us-government" / "articles.jsonl")
    assert not [one for one in found if isinstance(one, Problem)]
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == 2_884
    assert len({one.id for one in articles}) == 2_830
    assert sum(not one.body for one in articles) == 269
    assert storable(articles[:500])


@pytest.mark.parametrize("name", ["empty.html", "empty.csv", "empty.parquet", "empty"])
def test_an_empty_file_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (found,) = outcomes(tmp_path)
    assert isinstance(found, Problem)
    assert found.reason == "empty"
