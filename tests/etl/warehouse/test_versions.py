"""Which version of an article holds."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from etl.article import Article, DateOrigin, Precision, Sentence
from etl.warehouse.versions import is_mixed, merge, same

FIRST = Article(
    id=1,
    url="https://a.example/1",
    title="Strike",
    source="Courier",
    published_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    published_on=date(2026, 3, 3),
    date_precision=Precision.MINUTE,
    date_origin=DateOrigin.PAGE,
    body=("Dockers walked out.",),
    tags=("ports",),
    tone=-0.5,
    sentences=(Sentence(paragraph=0, start=0, text="Dockers walked out.", tone=-0.5),),
)


def later(**said: object) -> Article:
    at = datetime(2026, 3, 4, 9, tzinfo=UTC)
    return replace(FIRST, published_at=at, published_on=at.date(), **said)


def test_the_later_published_version_holds() -> None:
    newer = later(title="Strike ends")
    assert merge(FIRST, newer) == merge(newer, FIRST) == newer


def test_the_later_modified_version_holds() -> None:
    modified = replace(FIRST, title="Strike ends", modified_at=datetime(2026, 3, 5, tzinfo=UTC))
    assert merge(FIRST, modified) == merge(modified, FIRST) == modified


def test_at_a_tie_the_version_read_later_holds() -> None:
    other = replace(FIRST, title="Strike ends")
    assert merge(FIRST, other).title == "Strike ends"
    assert merge(other, FIRST).title == "Strike"


@pytest.mark.parametrize("said", [{"body": ()}, {"tags": ()}, {"url": None}, {"source": ""}])
def test_an_empty_field_never_replaces_a_filled_one(said: dict[str, object]) -> None:
    merged = merge(FIRST, later(**said))
    for name in said:
        assert getattr(merged, name) == getattr(FIRST, name)


def test_an_older_version_fills_what_the_newer_left_empty() -> None:
    newest = later(body=(), sentences=(), tone=None)
    merged = merge(newest, FIRST)
    assert merged.body == FIRST.body
    assert merged.tone == -0.5
    assert merged.published_on == date(2026, 3, 4)


def test_a_count_of_zero_is_a_filled_field() -> None:
    assert merge(replace(FIRST, page_views=10.0), later(page_views=0.0)).page_views == 0.0


def test_what_was_read_from_the_text_makes_no_version() -> None:
    assert same(FIRST, replace(FIRST, tone=0.1))
    assert not same(FIRST, replace(FIRST, title="Strike ends"))


def test_title_and_body_of_different_versions_are_read_again() -> None:
    newer = later(title="Strike ends", body=())
    assert is_mixed(merge(FIRST, newer), FIRST, newer)
    assert not is_mixed(merge(FIRST, later(body=())), FIRST, later(body=()))


def test_what_stands_beside_an_article_makes_no_version() -> None:
    beside = replace(FIRST, most_popular=("Ferries",), related_titles=("Trams",))
    assert same(FIRST, replace(beside, captured_on=date(2026, 3, 9)))
