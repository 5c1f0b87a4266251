"""Captures: the furniture, the headline, the byline, the body, the widgets."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from etl.article import Article, Popularity
from etl.document import Kind, Problem
from tests.etl.extract.conftest import Read

FURNITURE = "18.4 C\nRotterdam\nTuesday, March 4, 2025"
BODY = "Container traffic stopped on Monday.\n\nThe union was glad of it."


def only(found: Sequence[object]) -> Article:
    article, *rest = found
    assert isinstance(article, Article), article
    assert all(isinstance(one, Popularity) for one in rest)
    return article


@pytest.mark.parametrize("name", ["ports-strike", "us-south-korea-alliance"])
def test_real_captures_read_as_expected(read: Read, captures: Path, name: str) -> None:
    expected = json.loads((captures / f"{name}.expected.json").read_text("utf-8"))
    found = only(read(Kind.CAPTURE, (captures / f"{name}.txt").read_bytes()))
    text = "\n".join(found.body)
    assert found.title == expected["title"]
    assert str(found.captured_on) == expected["captured_on"]
    assert str(found.published_on) == expected["date_used"]
    assert found.date_origin == expected["date_origin"]
    assert list(found.authors) == expected.get("authors", [])
    assert len(found.body) == expected["paragraphs"]
    assert text.startswith(expected["body_starts_with"])
    assert text.endswith(expected["body_ends_with"])
    assert [one for one in expected["body_must_not_contain"] if one in text] == []
    assert list(found.tags) == expected["tags_on_page"]
    assert list(found.related_titles) == expected["related_titles"]
    assert list(found.most_popular) == expected["most_popular"]


HEADLINES = {
    "once": f"{FURNITURE}\n\nPort Walkout\n\n{BODY}",
    "twice": f"{FURNITURE}\n\nPort Walkout\n\nPort Walkout\n\n{BODY}",
    "drop-cap": f"{FURNITURE}\n\nPort Walkout\n\nPPort Walkout\n\n{BODY}",
    "no-blank-lines": f"{FURNITURE}\nPort Walkout\nPPort Walkout\n\n{BODY}",
    "furniture-apart": f"18.4 C\n\nRotterdam\n\nTuesday, March 4, 2025\n\nPort Walkout\n\n{BODY}",
    "city-last": f"18.4 C\nTuesday, March 4, 2025\nRotterdam\n\nPort Walkout\n\n{BODY}",
    "no-weather": f"Tuesday, March 4, 2025\n\nPort Walkout\n\n{BODY}",
    "bom-and-windows": f"\ufeff{FURNITURE}\n\nPort Walkout\n\n{BODY}".replace("\n", "\r\n"),
}


@pytest.mark.parametrize("text", HEADLINES.values(), ids=HEADLINES)
def test_the_headline_stands_after_the_furniture(read: Read, text: str) -> None:
    found = only(read(Kind.CAPTURE, text))
    assert found.title == "Port Walkout"
    assert found.body == tuple(BODY.split("\n\n"))
    assert str(found.captured_on) == "2025-03-04"


BYLINES = {
    "none": ("", (), "2025-03-04", "capture"),
    "name": ("By Ilse Vermaat", ("Ilse Vermaat",), "2025-03-04", "capture"),
    "name-and-date": ("By Ilse Vermaat | March 3, 2025", ("Ilse Vermaat",), "2025-03-03", "byline"),
    "names": ("By Ilse Vermaat and Jon de Wit • 3 March 2025", ("Ilse Vermaat", "Jon de Wit"),
              "2025-03-03", "byline"),
    "comma": ("By Ilse Vermaat, March 3, 2025", ("Ilse Vermaat",), "2025-03-03", "byline"),
    "role": ("By Ilse Vermaat, Staff Writer", ("Ilse Vermaat",), "2025-03-04", "capture"),
    "place": ("By Ilse Vermaat in Rotterdam", ("Ilse Vermaat",), "2025-03-04", "capture"),
    "two-lines": ("By Ilse Vermaat\nMarch 3, 2025", ("Ilse Vermaat",), "2025-03-03", "byline"),
    "published": ("Published: March 3, 2025 | 3 min read", (), "2025-03-03", "byline"),
    "updated": ("By Ilse Vermaat | Published March 2, 2025 | Updated March 3, 2025",
                ("Ilse Vermaat",), "2025-03-02", "byline"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "authors", "day", "origin"), BYLINES.values(), ids=BYLINES)
def test_the_byline_dates_the_article(
    read: Read, line: str, authors: tuple[str, ...], day: str, origin: str
) -> None:
    found = only(read(Kind.CAPTURE, f"{FURNITURE}\n\nPort Walkout\n\n{line}\n\n{BODY}"))
    assert (found.authors, str(found.published_on), found.date_origin) == (authors, day, origin)
    assert found.body == tuple(BODY.split("\n\n"))


@pytest.mark.parametrize(
    "sentence",
    ["By Monday, the port had emptied.", "By March 3, 2025 the port had emptied of all ships."],
)
def test_a_sentence_is_no_byline(read: Read, sentence: str) -> None:
    found = only(read(Kind.CAPTURE, f"{FURNITURE}\n\nPort Walkout\n\n{sentence}\n\n{BODY}"))
    assert found.body[0] == sentence
    assert found.authors == ()


def test_a_number_that_is_no_rank_stays(read: Read) -> None:
    widgets = "Most Popular Articles\n\n10 Ways to Leave a Port\nTram Season\n\nTags: a, b"
    found = only(read(Kind.CAPTURE, f"{FURNITURE}\n\nPort Walkout\n\n{BODY}\n\n{widgets}"))
    assert found.most_popular == ("10 Ways to Leave a Port", "Tram Season")
    assert found.tags == ("a", "b")


def test_the_most_popular_list_was_seen_on_the_day_of_the_capture(read: Read) -> None:
    widgets = "Most Popular Articles\n\n1. Tram Season\n2. Ferries"
    text = f"{FURNITURE}\n\nPort Walkout\n\n{BODY}\n\n{widgets}"
    article, *seen = read(Kind.CAPTURE, text)
    assert [(one.title, one.value, str(one.day)) for one in seen] == [
        ("Tram Season", 1, "2025-03-04"), ("Ferries", 2, "2025-03-04"),
    ]  # fmt: skip
    assert {one.source for one in seen} == {article.source}


REFUSED = {
    "furniture": (FURNITURE, "no_title"),
    "furniture-and-widgets": (f"{FURNITURE}\n\nMost Popular Articles\n\n1. One", "no_title"),
    "title": (f"{FURNITURE}\n\nPort Walkout", "no_body"),
    "undated": (f"Port Walkout\n\n{BODY}", "no_date"),
    "future": (f"18.4 C\nTuesday, March 4, 2036\n\nPort Walkout\n\n{BODY}", "future_date"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_says_why(read: Read, text: str, reason: str) -> None:
    (found,) = read(Kind.CAPTURE, text)
    assert isinstance(found, Problem)
    assert found.reason == reason


def test_two_in_briefs_of_one_day_stay_two(read: Read) -> None:
    texts = [f"{FURNITURE}\n\nIn brief\n\n{body}" for body in ("One thing.", "Another.")]
    first, second = (only(read(Kind.CAPTURE, text, folder="harbour")) for text in texts)
    assert first.source == second.source == "harbour"
    assert first.id != second.id
