"""A second selection: how it is written and read, and what narrows it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from dashboard.comparison import narrowed, read, stop_words, term_query, with_term, written
from dashboard.filters import Filters
from presswatch.errors import AskError, QueryError
from presswatch.query import parse
from presswatch.stop_words import languages
from presswatch.stop_words import stop_words as words_of
from tests.dashboard.metrics.corpora import pointer_of, some_filters
from tests.dashboard.metrics.test_examples import corpus, rows

ARTICLES = [{"published_on": date(2024, 1, 1)}]
POINTER = pointer_of(ARTICLES, "UTC", datetime(2024, 2, 1, tzinfo=UTC))
WINDOW = Filters(since=date(2024, 1, 8), until=date(2024, 1, 14))


@given(some_filters(date(2024, 1, 1), 20))
def test_filters_are_read_as_they_were_written(filters: Filters) -> None:
    assert read(written(filters), filters, POINTER) == filters


def test_without_another_selection_it_is_the_period_before() -> None:
    assert read("", WINDOW, POINTER) == WINDOW.before(POINTER)
    assert read("", Filters(), POINTER) is None


def test_the_other_selection_counts_as_the_first_does() -> None:
    beside = Filters(stories=True, prominent=True, origins=("keyphrase",))
    other = read("tag=ports&origin=rule", beside, POINTER)
    assert other == Filters(
        tags_any=("ports",), stories=True, prominent=True, origins=("keyphrase",)
    )


@pytest.mark.parametrize("text", ["ports", "colour=red", "from=yesterday", "v=9&tag=ports"])
def test_what_names_no_selection_is_refused(text: str) -> None:
    with pytest.raises(AskError):
        read(text, WINDOW, POINTER)


def test_queries_narrow_what_passes_already() -> None:
    held = Filters(query="port OR quay")
    assert narrowed(held, ["strike", "tag:x"]).query == "(port OR quay) AND ((strike) OR (tag:x))"
    assert narrowed(Filters(), ["strike"]).query == "strike"
    assert narrowed(held, []) == held


def test_a_mistake_is_told_of_the_query_that_has_it() -> None:
    with pytest.raises(QueryError, match="bracket at character 1 is never closed"):
        narrowed(Filters(query="port"), ["strike", "(quay"])
    with pytest.raises(QueryError, match="character 2"):
        narrowed(Filters(query="port"), ["a) OR (b"])


@pytest.mark.parametrize("part", ["word", "keyphrase", "tag", "entity", "source"])
@pytest.mark.parametrize("term", ["port", 'a "b" c', "x* (y) AND z:", "Mills & Co"])
def test_a_term_becomes_a_query_that_can_be_read(part: str, term: str) -> None:
    parse(term_query(part, term if part != "word" else "port"))


@pytest.mark.parametrize("part", ["tag", "entity", "source"])
def test_what_has_a_name_is_narrowed_to_by_its_whole_name(part: str) -> None:
    held = Filters(tags_any=("quay",), sources=("Post", 'The "Post"'))
    name = 'The "Post"'
    assert (
        with_term(held, part, name)
        == {
            "tag": replace(held, tags_all=(name,)),
            "entity": replace(held, entities=(name,)),
            "source": replace(held, sources=(name,)),
        }[part]
    )


def test_a_name_beside_another_is_to_be_named_as_well() -> None:
    assert with_term(Filters(entities=("Oslo",)), "entity", "Bergen") == Filters(
        entities=("Oslo",), query='entity:"Bergen"'
    )


def test_stop_words_are_those_of_the_articles_language() -> None:
    assert "the" in words_of("en") and "the" not in words_of("de")
    assert {"en", "de", "fr", "es", "it", "nl", "pt", "no"} <= set(languages())
    assert not words_of("zh") and not words_of("xx") and not words_of("../en")
    listed = {(row["language"], row["word"]) for row in stop_words().to_pylist()}
    assert ("en", "monday") in listed and ("de", "die") in listed and ("en", "die") not in listed


def words(*titles: tuple[str, str | None]) -> dict[str, int]:
    """How many of some titles have each word, beside an article of the period before."""
    whole = corpus(0, *(7 for _ in titles))
    for row, (title, language) in zip(whole.article, [("Zebra", "en"), *titles], strict=True):
        row |= {"title": title, "language": language}
    found: list[dict[str, Any]] = rows(
        whole, "apart", Filters(since=date(2025, 1, 3), until=date(2025, 1, 9)), part="word"
    )
    return {row["term"]: row["coverage"] for row in found if row["coverage"]}


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Strike, strike: the STRIKE!", "en", {"strike"}),
        ("Won't they’ve won’t", "en", set()),
        ("Lind's 3 ports in 2024", "en", {"lind", "ports"}),
        ("L'accord dell'Europe", "fr", {"accord", "dell", "europe"}),
        ("Die Öl-Krise", "de", {"öl", "krise"}),
        ("Twelve die", "en", {"die"}),
        ("In the port", None, {"port"}),  # a language that nobody knows is taken for English
        ("O'Shea e-mail", "en", {"shea", "mail"}),
    ],
)
def test_words_of_titles(title: str, language: str | None, expected: set[str]) -> None:
    assert set(words((title, language), ("Quay", "en"))) - {"quay"} == expected


def test_a_word_counts_once_a_title() -> None:
    assert words(("Port port", "en"), ("Port", "en"), ("Quay", "en"))["port"] == 2
