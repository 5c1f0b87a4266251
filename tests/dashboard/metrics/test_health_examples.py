"""Refreshes, gaps, silent sources and problems on stores small enough to reckon with by hand."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from dashboard.filters import Filters
from dashboard.metrics import table
from tests.dashboard.metrics.corpora import Corpus, Opened, corpus_of, pointer_of

FIRST = date(2025, 3, 1)
Rows = list[dict[str, Any]]


def ask(corpus: Corpus, metric: str, filters: Filters | None = None) -> Rows:
    with closing(Opened(corpus)) as snapshot:
        rows: Rows = table(snapshot, metric, filters or Filters()).to_pylist()
        return rows


def refreshed(*begun: tuple[str, str], asked_all: bool = True, zone: str = "UTC") -> Corpus:
    """A store without articles, refreshed at these instants with these outcomes."""
    counts = dict.fromkeys(("read", "new", "updated", "unchanged", "refused"), 0)
    rows = [
        {"refresh": number, "started_at": datetime.fromisoformat(at), "outcome": outcome}
        | {"asked_all": asked_all, "version": "1", "ended_at": None}
        | counts
        for number, (at, outcome) in enumerate(begun, 1)
    ]
    empty = corpus_of(Random(1), FIRST, 1, 0)
    return replace(empty, refresh=rows, problem=[], pointer=pointer_of([], zone, None))


def published(**days: list[int]) -> Corpus:
    """A store with an article of these sources on these days of a month."""
    drawn = corpus_of(Random(1), FIRST, 1, 1).article[0]
    articles = [
        drawn
        | {"id": number, "story": number, "source": source}
        | {"published_on": FIRST + timedelta(days=day - 1)}
        for number, (source, day) in enumerate((name, day) for name in days for day in days[name])
    ]
    pointer = pointer_of(articles, "UTC", None)
    return Corpus(articles, [], [], [], [], [], pointer)


def test_days_on_which_no_refresh_was_complete_are_a_gap() -> None:
    corpus = refreshed(
        ("2025-03-01T08:00Z", "complete"),
        ("2025-03-03T08:00Z", "incomplete"),
        ("2025-03-03T09:00Z", "interrupted"),
        ("2025-03-05T08:00Z", "complete"),
        ("2025-03-06T08:00Z", "incomplete"),
    )
    assert ask(corpus, "refresh_gaps") == [
        {"gap_first_on": date(2025, 3, 6), "gap_last_on": date(2025, 3, 6)}
        | {"lacking": 1, "begun": 1},
        {"gap_first_on": date(2025, 3, 2), "gap_last_on": date(2025, 3, 4)}
        | {"lacking": 3, "begun": 2},
    ]


@pytest.mark.parametrize(("zone", "days"), [("UTC", 1), ("Asia/Tokyo", 0)])
def test_a_gap_is_of_days_in_the_reporting_time_zone(zone: str, days: int) -> None:
    instants = ("2025-03-01T22:00Z", "complete"), ("2025-03-03T02:00Z", "complete")
    corpus = refreshed(("2025-03-01T08:00Z", "complete"), *instants, zone=zone)
    assert sum(row["lacking"] for row in ask(corpus, "refresh_gaps")) == days


def test_a_store_that_was_only_given_files_has_no_gaps() -> None:
    begun = ("2025-03-01T08:00Z", "complete"), ("2025-03-09T08:00Z", "complete")
    assert ask(refreshed(*begun, asked_all=False), "refresh_gaps") == []


def test_a_source_is_silent_once_it_is_so_for_longer_than_ever_before() -> None:
    corpus = published(weekly=[1, 8, 15], stopped=[1, 4, 5, 6], rare=[1, 3], all_along=[1, 5, 22])
    # weekly is as late as it ever was; rare has too few days to go by.
    assert ask(corpus, "silent_sources") == [
        {"source": "stopped", "last_on": date(2025, 3, 6), "silent": 16, "longest": 3}
        | {"articles": 4}
    ]


def test_a_few_days_without_an_article_are_no_silence() -> None:
    corpus = published(daily=[1, 2, 3], other=[1, 5, 9])
    assert ask(corpus, "silent_sources") == []


def test_a_document_that_many_refreshes_refused_counts_once() -> None:
    def met(refresh: int, document: str, place: str | None = None) -> dict[str, Any]:
        return {"refresh": refresh, "document": document, "place": place} | {
            "stage": "extract",
            "reason": "no_title",
        }

    corpus = refreshed(("2025-03-01T08:00Z", "complete"), ("2025-03-02T08:00Z", "complete"))
    rows = [met(1, "a.csv", "line 2"), met(1, "a.csv", "line 3"), met(2, "b.csv"), met(2, "c.csv")]
    corpus = replace(corpus, problem=[*rows, met(2, "a.csv", "line 3")])
    [told] = ask(corpus, "problems_by_reason")
    assert told["documents"] == 4
    assert (told["refresh"], told["document"], told["place"]) == (2, "a.csv", "line 3")
    assert told["started_at"] == datetime(2025, 3, 2, 8, tzinfo=UTC)


def test_filters_leave_the_store_as_it_is_but_narrow_what_is_counted() -> None:
    corpus = corpus_of(Random(5), FIRST, 10, 30)
    nothing = Filters(sources=("nobody",))
    for metric in ("refreshes", "refresh_gaps", "source_states", "problems_by_reason"):
        assert ask(corpus, metric, nothing) == ask(corpus, metric)
    assert ask(corpus, "counted") and not ask(corpus, "counted", nothing)
