"""Rows: articles, observations of popularity, and what a bad value costs."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from etl.article import Article, Measure, Popularity
from etl.document import Kind, Problem
from tests.etl.extract.conftest import Read

ROW = {
    "title": "Port Walkout",
    "url": "https://www.example.org/a?utm_source=x",
    "published": "2025-03-03T10:15:00+01:00",
    "modified": "2025-03-04",
    "source": "Harbour Courier",
    "authors": ["Ilse Vermaat"],
    "tags": "ports; strikes",
    "section": "News",
    "language": "en-GB",
    "body": "One.\n\nTwo.",
    "page_views": "1,204",
    "shares": 7,
}


def article(read: Read, **changes: Any) -> Article:
    row = {name: value for name, value in (ROW | changes).items() if value is not None}
    (found,) = read(Kind.ROW, json.dumps(row))
    assert isinstance(found, Article), found
    return found


def test_a_full_row(read: Read) -> None:
    found = article(read)
    assert found.url == "https://www.example.org/a"
    assert found.published_at == datetime(2025, 3, 3, 9, 15, tzinfo=UTC)
    assert found.modified_at == datetime(2025, 3, 4, tzinfo=UTC)
    assert (found.title, found.source) == ("Port Walkout", "Harbour Courier")
    assert (found.authors, found.tags) == (("Ilse Vermaat",), ("ports", "strikes"))
    assert (found.section, found.language, found.body) == ("News", "en", ("One.", "Two."))
    assert (found.page_views, found.shares, found.date_origin) == (1204.0, 7.0, "table")


FIELDS = {
    "source-object": ("source", {"id": None, "name": "Harbour Wire"}, "Harbour Wire"),
    "tags-list": ("tags", ["a", "b", "a", ""], ("a", "b")),
    "tags-bars": ("tags", "a|b, c", ("a", "b, c")),
    "tags-commas": ("tags", "a, b", ("a", "b")),
    "tags-objects": ("tags", [{"name": "a"}, {"term": "b"}], ("a", "b")),
    "tags-number": ("tags", 2025, ("2025",)),
    "authors-object": ("authors", {"name": "Ilse Vermaat"}, ("Ilse Vermaat",)),
    "title-markup": ("title", "R&amp;amp;D <b>grows</b>", "R&D grows"),
    "title-spaces": ("title", "  Port\n Walkout\u200b ", "Port Walkout"),
    "title-controls": ("title", "Port\x00 \ud800Walkout", "Port Walkout"),
    "title-number": ("title", 1984, "1984"),
    "body-lines": ("body", "One.\nTwo.", ("One.", "Two.")),
    "body-wrapped": ("body", "One\ntwo.\n\nThree.", ("One two.", "Three.")),
    "body-markup": ("body", "<p>One.<script>x</script></p><p>A &amp; B</p>", ("One.", "A & B")),
    "body-list": ("body", ["One.", "Two."], ("One.", "Two.")),
    "body-none": ("body", None, ()),
    "views-no-number": ("page_views", "many", None),
    "views-negative": ("page_views", -1, None),
    "views-infinite": ("page_views", float("inf"), None),
    "views-huge": ("page_views", 10**400, None),
    "views-true": ("page_views", True, None),
    "modified-no-date": ("modified", "soon", None),
    "language-name": ("language", "English", None),
    "url-script": ("url", "javascript:alert(1)", None),
    "source-none": ("source", None, "example.org"),
}
NAMES = {"modified": "modified_at"}


@pytest.mark.parametrize(("field", "value", "expected"), FIELDS.values(), ids=FIELDS)
def test_a_field(read: Read, field: str, value: object, expected: object) -> None:
    assert getattr(article(read, **{field: value}), NAMES.get(field, field)) == expected


OUTLETS = {
    "row": (ROW["source"], "Named", "folder", "Harbour Courier"),
    "named": (None, "Named", "folder", "Named"),
    "host": (None, None, "folder", "example.org"),
}


@pytest.mark.parametrize(("told", "named", "folder", "expected"), OUTLETS.values(), ids=OUTLETS)
def test_the_outlet(
    read: Read, told: str | None, named: str | None, folder: str, expected: str
) -> None:
    row = {name: value for name, value in ROW.items() if name != "source" or told}
    (found,) = read(Kind.ROW, json.dumps(row), source=named, folder=folder)
    assert isinstance(found, Article)
    assert found.source == expected


@pytest.mark.parametrize(
    ("folder", "expected"), [("harbour", "harbour"), (None, "page")], ids=["folder", "file"]
)
def test_the_outlet_without_an_address(read: Read, folder: str | None, expected: str) -> None:
    row = json.dumps({"title": "In brief", "published": "2025-03-03"})
    (found,) = read(Kind.ROW, row, folder=folder)
    assert isinstance(found, Article)
    assert found.source == expected


REFUSED = {
    "no-title": ({"title": None, "page_views": None, "shares": None}, "no_title"),
    "empty-title": ({"title": " \u200b", "page_views": None, "shares": None}, "no_title"),
    "no-date": ({"published": None}, "no_date"),
    "impossible": ({"published": "2025-02-31"}, "impossible_date"),
    "ambiguous": ({"published": "03/04/2025"}, "ambiguous_date"),
    "future": ({"published": "2036-03-03"}, "future_date"),
    "views-without-address": ({"title": None, "url": None}, "bad_value"),
    "views-that-are-none": ({"title": None, "page_views": "many"}, "bad_value"),
    "views-of-no-day": ({"title": None, "published": None}, "no_date"),
}


@pytest.mark.parametrize(("changes", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_says_why(read: Read, changes: dict[str, Any], reason: str) -> None:
    row = {name: value for name, value in (ROW | changes).items() if value is not None}
    (found,) = read(Kind.ROW, json.dumps(row), name="rows.csv")
    assert isinstance(found, Problem)
    assert (found.document, found.reason) == ("rows.csv", reason)


def test_counts_without_a_title_are_popularity(read: Read) -> None:
    row = {"url": "http://www.example.org/a#x", "published": "2025-03-03", "page_views": 0}
    found = read(Kind.ROW, json.dumps(row | {"shares": "2"}), source="Named")
    assert [(one.measure, one.value) for one in found if isinstance(one, Popularity)] == [
        (Measure.PAGE_VIEWS, 0.0),
        (Measure.SHARES, 2.0),
    ]
    first = found[0]
    assert isinstance(first, Popularity)
    assert (first.url, first.source) == ("https://www.example.org/a", "Named")
    assert first.day.isoformat() == "2025-03-03"


def test_the_reporting_time_zone_gives_the_day(read: Read) -> None:
    row = json.dumps(ROW | {"published": "2025-03-03T23:30:00Z"})
    days = [read(Kind.ROW, row, zone=zone)[0].published_on.isoformat()  # type: ignore[union-attr]
            for zone in ("UTC", "Europe/Berlin")]  # fmt: skip
    assert days == ["2025-03-03", "2025-03-04"]


def test_one_address_is_one_article(read: Read) -> None:
    first = article(read)
    assert article(read, url="http://WWW.example.org/a#x", title="Other").id == first.id
    assert article(read, url="https://www.example.org/b").id != first.id
    without = article(read, url=None)
    assert article(read, url=None).id == without.id
    assert article(read, url=None, body="Other.").id != without.id
