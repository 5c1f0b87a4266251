"""Rows that other tools wrote: their own tone, and where an article stood in print."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from etl.article import Article, Popularity
from etl.document import Kind
from tests.etl.extract.conftest import Read

ROW = {"title": "Ferry stays", "published": "2025-03-03", "source": "Radio Harbour"}


def article(read: Read, *, zone: str = "UTC", **said: Any) -> Article:
    (found,) = read(Kind.ROW, json.dumps(ROW | said), zone=zone)
    assert isinstance(found, Article), found
    return found


TONES = {"text": ("Negative", "Negative"), "number": (-0.25, "-0.25"), "whole": (-3, "-3"),
         "none": (None, None), "blank": (" ", None), "list": (["x"], None)}  # fmt: skip


@pytest.mark.parametrize(("given", "kept"), TONES.values(), ids=TONES)
def test_a_suppliers_tone_is_kept_as_the_suppliers(read: Read, given: Any, kept: str) -> None:
    found = article(read, supplier_tone=given)
    assert found.supplier_tone == kept
    assert found.tone is found.title_tone is found.positive is None


CLOCKS = {
    "clock": ("2025-03-03", "18:02", datetime(2025, 3, 3, 17, 2, tzinfo=UTC), "minute"),
    "seconds": ("2025-03-03", "18:02:05", datetime(2025, 3, 3, 17, 2, 5, tzinfo=UTC), "instant"),
    "half-day": ("3 March 2025", "6.02 pm", datetime(2025, 3, 3, 17, 2, tzinfo=UTC), "minute"),
    "of-a-date-with-one": (
        "2025-03-03T10:15", "18:02", datetime(2025, 3, 3, 9, 15, tzinfo=UTC), "minute"),
    "no-clock": ("2025-03-03", "evening", datetime(2025, 3, 2, 23, tzinfo=UTC), "day"),
    "no-time": ("2025-03-03", "27:80", datetime(2025, 3, 2, 23, tzinfo=UTC), "day"),
    "none": ("2025-03-03", None, datetime(2025, 3, 2, 23, tzinfo=UTC), "day"),
}  # fmt: skip


@pytest.mark.parametrize(("day", "clock", "at", "precision"), CLOCKS.values(), ids=CLOCKS)
def test_a_clock_tells_when_on_its_day(
    read: Read, day: str, clock: str, at: datetime, precision: str
) -> None:
    found = article(read, published=day, clock=clock, zone="Europe/Amsterdam")
    assert (found.published_at, found.date_precision) == (at, precision)
    assert found.published_on.isoformat() == "2025-03-03"


def test_print_and_broadcast_say_where(read: Read) -> None:
    found = article(read, page=3, edition="Late", programme="Evening News")
    assert (found.page, found.edition, found.programme) == ("3", "Late", "Evening News")


@pytest.mark.parametrize("place", ["page", "edition", "programme", "clock"])
def test_without_an_address_another_place_is_another_article(read: Read, place: str) -> None:
    assert article(read, **{place: "12:00"}).id != article(read, **{place: "18:00"}).id
    assert article(read, **{place: "12:00"}).id == article(read, **{place: "12:00"}).id


def test_with_an_address_the_place_does_not_matter(read: Read) -> None:
    url = "https://courier.example/a"
    assert article(read, url=url, page="1").id == article(read, url=url, page="2").id


@pytest.mark.parametrize(
    ("given", "value"), [("1,204", 1204), ("1.204", 1204), ("12.0", 12), ("1.204.000", 1204000)]
)
def test_thousands_may_be_parted(read: Read, given: str, value: float) -> None:
    row = {"url": "https://courier.example/a", "published": "2025-03-03", "page_views": given}
    (found,) = read(Kind.ROW, json.dumps(row))
    assert isinstance(found, Popularity)
    assert found.value == value
