"""Topics in corpora whose numbers can be counted by hand, and bursts in random ones."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus, bursting
from tests.dashboard.metrics.test_examples import MONDAY, corpus, rows
from tests.dashboard.metrics.test_metrics import assert_alike
from tests.dashboard.metrics.topics_found import bursts

WEEKS = 13
FRIDAY = 60  # days after MONDAY
TUESDAY = MONDAY + timedelta(days=FRIDAY + 4)


def tagged(*numbers: tuple[int, int]) -> Corpus:
    """An article without a tag on each day of thirteen weeks, and on some days a number with."""
    days = list(range(7 * WEEKS))
    carrying = [day for day, number in numbers for _ in range(number)]
    places = range(len(days), len(days) + len(carrying))
    return corpus(*days, *carrying, tags={place: ["Port Strike"] for place in places})


def with_phrases(*articles: tuple[str, ...]) -> Corpus:
    """An article for each, of one day, with these keyphrases."""
    one = corpus(*[0] * len(articles))
    given = [
        {
            "article": key,
            "tag": phrase,
            "spelling": phrase,
            "counted": True,
            "published_on": MONDAY,
        }
        for key, phrases in enumerate(articles)
        for phrase in phrases
    ]
    return replace(one, article_keyphrase=given)


@pytest.mark.parametrize("stories", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_bursts_equal_their_definition(seed: int, stories: bool) -> None:
    one = bursting(seed)
    late = one.pointer.last_on or date.max
    for filters in (
        Filters(stories=stories),
        Filters(since=late - timedelta(days=20), stories=stories),
        Filters(until=late - timedelta(days=3), stories=stories),
        Filters(origins=("boilerplate", "keyphrase"), stories=stories),
    ):
        for limit in (0, 1):
            assert_alike(rows(one, "bursts", filters, limit=limit), bursts(one, filters, limit))


def test_some_random_corpus_has_a_burst() -> None:
    assert any(rows(bursting(seed), "bursts") for seed in range(6))


def test_a_weekend_does_not_part_a_burst() -> None:
    got = rows(tagged((FRIDAY, 6), (FRIDAY + 1, 1), (FRIDAY + 3, 7)), "bursts")
    assert got == [
        {
            "tag": "Port Strike",
            "starts_on": MONDAY + timedelta(days=FRIDAY),
            "ends_on": MONDAY + timedelta(days=FRIDAY + 3),
            "coverage": 14,
            "usual": 0,
            "strength": 7,
        }
    ]


def test_bursts_four_days_apart_are_two() -> None:
    got = rows(tagged((FRIDAY, 10), (FRIDAY + 4, 11)), "bursts")
    assert [row["coverage"] for row in got] == [10, 11]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([(FRIDAY, 9)], 0),  # too few in all
        ([(FRIDAY, 6), (FRIDAY + 1, 4)], 0),  # too few on the second day
        ([(FRIDAY, 6), (FRIDAY + 1, 5)], 1),
    ],
)
def test_a_few_articles_are_no_burst(numbers: list[tuple[int, int]], found: int) -> None:
    assert len(rows(tagged(*numbers), "bursts")) == found


def test_a_tag_of_every_friday_does_not_burst_on_one() -> None:
    fridays = [(4 + 7 * week, 12) for week in range(WEEKS)]
    assert rows(tagged(*fridays), "bursts") == []
    assert rows(tagged(*fridays, (FRIDAY + 4, 12)), "bursts")[0]["starts_on"] == TUESDAY


def test_a_day_that_is_not_over_is_no_part_of_a_burst() -> None:
    one = tagged((FRIDAY, 10), (FRIDAY + 1, 10))
    over = one.article[FRIDAY + 1]["published_at"]
    got = rows(replace(one, pointer=replace(one.pointer, complete_until=over)), "bursts")
    assert [(row["ends_on"], row["coverage"]) for row in got] == [
        (MONDAY + timedelta(days=FRIDAY), 10)
    ]


PORT = [("dockers", "pay offer")] * 4 + [("dockers",), ("dockers", "crane")]
VOTE = [("ballot", "turnout")] * 3


def found(*articles: tuple[str, ...]) -> list[Any]:
    return [
        (row["topic"], row["coverage"]) for row in rows(with_phrases(*articles), "found_topics")
    ]


def test_phrases_that_articles_have_together_make_a_topic() -> None:
    assert found(*PORT, *VOTE) == [("dockers, pay offer", 6), ("ballot, turnout", 3)]


def test_unrelated_articles_leave_the_topics_as_they_are() -> None:
    others = [(), ("weather",), ("weather", "storm"), ("recipe",)] * 50
    kept = found(*PORT, *VOTE)
    assert [topic for topic in found(*others, *PORT, *VOTE) if topic in kept] == kept


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert found(*PORT, *VOTE) == found(*reversed([*PORT, *VOTE]))


def test_a_phrase_goes_with_the_more_frequent_phrase_it_is_closest_to() -> None:
    articles = [("port", "ship")] * 6 + [("ship", "crew")] * 4 + [("port",)] * 3
    assert rows(with_phrases(*articles), "found_topics")[0]["phrases"] == ["ship", "port", "crew"]


def test_two_articles_that_agree_are_no_topic() -> None:
    apart = [("storm",), ("harvest",)]
    assert found(*[("storm", "harvest")] * 2, *apart) == []
    assert found(*[("storm", "harvest")] * 3, *apart) == [("harvest, storm", 5)]


def test_a_phrase_alone_is_no_topic() -> None:
    assert found(*[("weather",)] * 9) == []


def test_a_tag_that_none_carries_any_more_fades() -> None:
    one = corpus(0, 0, 1, tags={0: ["Election"], 1: ["Election"], 2: ["Weather"]})
    got = rows(one, "fading", Filters(since=MONDAY + timedelta(days=1)))
    assert got == [{"tag": "Election", "coverage": 0, "before": 2, "change": -1, "fall": 2}]


def test_tags_that_are_always_together_are_as_close_as_can_be() -> None:
    tags = {key: ["Ports", "Strike"] for key in range(3)} | {4: ["Weather"]}
    got = rows(corpus(*[0] * 6, tags=tags), "tag_ties")
    assert [(row["tag"], row["other"], row["together"]) for row in got] == [("Ports", "Strike", 3)]
    assert got[0]["association"] == pytest.approx(1)
    assert rows(corpus(*[0] * 6, tags=tags), "tag_ties", support=4) == []
