"""Tone and popularity in corpora whose numbers can be counted by hand."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.test_examples import MONDAY, corpus, rows


def viewed(*seen: tuple[int, int, float], measure: str = "page_views") -> list[dict[str, Any]]:
    """What was seen: article, day (counted from MONDAY) and value of each row."""
    return [
        {"key": key, "article": article, "day": MONDAY + timedelta(days=day), "value": value}
        | {"measure": measure, "source": f"list {key}"}
        for key, (article, day, value) in enumerate(seen)
    ]


def toned(*tones: float | None, **more: Any) -> Corpus:
    """An article of one day for each tone."""
    whole = corpus(*[0] * len(tones))
    for row, tone in zip(whole.article, tones, strict=True):
        row |= {"tone": tone} | more
    return whole


@pytest.mark.parametrize(("number", "student"), [(10, 2.262), (15, 2.145), (30, 2.045)])
def test_an_interval_has_the_width_of_students_table(number: int, student: float) -> None:
    tones = [0.5 if place % 2 else -0.5 for place in range(number)]
    mean = sum(tones) / number
    spread = (sum((tone - mean) ** 2 for tone in tones) / (number - 1)) ** 0.5
    [row] = rows(toned(*tones), "tone")
    assert row["high"] - row["tone"] == pytest.approx(student * spread / number**0.5, rel=5e-4)
    assert row["tone"] - row["low"] == pytest.approx(row["high"] - row["tone"])


def test_over_fewer_than_ten_articles_there_is_no_interval() -> None:
    [row] = rows(toned(*[0.1, 0.2, 0.3] * 3), "tone")
    assert (row["n"], row["low"], row["high"]) == (9, None, None)


def test_a_tone_on_a_border_belongs_to_the_higher_bin_and_one_to_the_last() -> None:
    got = rows(toned(1.0, 0.05, 0.0, -0.05, -1.0), "tone_distribution")
    filled = {row["at_least"] for row in got if row["coverage"]}
    assert filled == {0.95, 0.05, 0.0, -0.05, -1.0}
    assert len(got) == 40


def test_extremes_are_of_their_sign_and_of_copies_one_stands_for_all() -> None:
    whole = toned(0.9, 0.8, 0.04, -0.5, words=100)
    whole.article[1]["story"] = whole.article[0]["story"]
    assert [row["article"] for row in rows(whole, "tone_extremes")] == [0]
    assert [row["article"] for row in rows(whole, "tone_extremes", pole="negative")] == [3]
    assert rows(whole, "tone_extremes", words=101) == []


def test_articles_without_a_tone_lack_a_text_or_a_scorer() -> None:
    whole = toned(0.1, None, None, language="de", words=80)
    whole.article[1]["words"] = 0
    assert rows(whole, "tone_languages") == [
        {"language": "de", "articles": 3, "n": 1, "textless": 1, "unscored": 1}
    ]


def test_half_of_the_views_are_seen_by_the_day_on_which_they_reach_it() -> None:
    # Article 0: 4 of 10 by day 1, 9 by day 2. Article 1: half on day 1. Article 2: one day alone.
    seen = viewed((0, 0, 4), (0, 1, 5), (0, 2, 1), (1, 0, 5), (1, 2, 5), (2, 2, 20))
    whole = corpus(0, 0, 0, 9, popularity=seen)
    got = rows(whole, "half_life", life=3)
    assert [(row["articles"], row["single"]) for row in got] == [(1, 0), (1, 0), (1, 1)]
    assert [row["cumulative"] for row in got] == pytest.approx([1 / 3, 2 / 3, 1])


def test_a_life_that_is_not_over_has_no_half() -> None:
    whole = corpus(0, 1, popularity=viewed((0, 0, 50), (1, 1, 50)))
    assert sum(row["articles"] for row in rows(whole, "half_life", life=2)) == 1
    assert rows(whole, "half_life", life=3) == []


def test_a_life_that_was_not_over_when_the_sources_were_asked_has_no_half() -> None:
    seen = viewed((0, 0, 50), (1, 9, 1))
    asked = datetime(2024, 12, 31, 12, tzinfo=UTC)  # the second day is not over
    whole = corpus(0, 9, popularity=seen, until=asked)
    assert rows(whole, "half_life", life=2) == []
    assert rows(whole, "half_life", life=1)[0]["articles"] == 1


def test_an_evergreen_is_read_more_than_thirty_days_after_publication() -> None:
    seen = viewed((0, 0, 60), (0, 30, 20), (0, 31, 20), (1, 30, 99))
    whole = corpus(0, 0, 40, popularity=seen)
    [row] = rows(whole, "evergreen")
    assert (row["article"], row["late"], row["value"], row["late_share"]) == (0, 20, 100, 0.2)
    assert rows(whole, "evergreen", least=101) == []


def test_reading_is_concentrated_where_one_article_has_it_all() -> None:
    alike = corpus(0, 0, 0, 0, popularity=viewed(*((article, 0, 5) for article in range(4))))
    [row] = rows(alike, "concentration")
    assert (row["gini"], row["top_10"]) == (pytest.approx(0), 0.25)
    one = corpus(0, 0, 0, 0, popularity=viewed((0, 0, 5), (1, 0, 0), (2, 0, 0), (3, 0, 0)))
    [row] = rows(one, "concentration")
    assert (row["gini"], row["top_1"]) == (0.75, 1)


def test_a_curve_begins_with_nothing_and_ends_with_all() -> None:
    seen = viewed((0, 0, 6), (1, 0, 3), (2, 0, 1))
    got = rows(corpus(0, 0, 0, popularity=seen), "concentration_curve")
    shares = {round(row["top"] * 100): row["value_share"] for row in got}
    assert (shares[0], shares[1], shares[34], shares[100]) == (0, 0.6, pytest.approx(0.9), 1)


@pytest.mark.parametrize("metric", ["half_life", "evergreen", "concentration"])
def test_places_are_ranks_and_have_no_such_numbers(metric: str) -> None:
    seen = viewed((0, 0, 1), (0, 40, 1), measure="places")
    least = {} if metric == "concentration" else {"least": 0}
    assert rows(corpus(0, 40, popularity=seen), metric, measure="places", **least) == []


def test_only_sources_of_which_something_was_seen_are_read_against_what_they_write() -> None:
    tags = {0: ["ports"], 1: ["sport"], 2: ["ports"]}
    whole = corpus(0, 0, 0, tags=tags, popularity=viewed((0, 0, 3), (1, 0, 1)))
    whole.article[2]["source"] = "Unmeasured"
    ports, sport = rows(whole, "read_and_written")
    assert (ports["tag"], ports["coverage"], ports["share"]) == ("ports", 1, 0.5)
    assert (ports["value_share"], ports["ratio"], sport["ratio"]) == (0.75, 1.5, 0.5)


def test_popularity_of_other_days_takes_no_part() -> None:
    seen = viewed((0, 0, 3), (0, 5, 7))
    filters = Filters(since=MONDAY, until=date(2025, 1, 1))
    [row] = rows(corpus(0, popularity=seen), "concentration", filters)
    assert row["value"] == 3
