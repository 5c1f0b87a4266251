"""Tone: VADER's own score of each sentence, and what is made of them."""

from statistics import fmean

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import Article, to_batch
from etl.enrich.sentences import add_sentences
from etl.enrich.tone import add_tone
from tests.etl.warehouse.test_versions import later

GOOD, BAD, PLAIN = "The crowd was delighted.", "The talks failed badly.", "Trains ran at nine."


def toned(**said: object) -> dict[str, object]:
    [row] = add_tone(add_sentences(to_batch([later(**said)]))).to_pylist()
    return row


def test_an_articles_tone_is_the_mean_over_its_sentences() -> None:
    row = toned(title="A delightful day", body=(f"{GOOD} {PLAIN}", BAD))
    score = SentimentIntensityAnalyzer().polarity_scores
    expected = [score(text)["compound"] for text in (GOOD, PLAIN, BAD)]
    assert [one["text"] for one in row["sentences"]] == [GOOD, PLAIN, BAD]
    assert [one["tone"] for one in row["sentences"]] == expected
    assert [one["paragraph"] for one in row["sentences"]] == [0, 0, 1]
    assert [one["start"] for one in row["sentences"]] == [0, len(GOOD) + 1, 0]
    assert row["tone"] == pytest.approx(fmean(expected))
    assert (row["positive"], row["neutral"], row["negative"]) == pytest.approx((1 / 3,) * 3)
    assert row["title_tone"] == score("A delightful day")["compound"] > 0
    assert row["words"] == 12


def test_without_a_text_there_is_no_tone() -> None:
    row = toned(title="A delightful day", body=())
    assert row["tone"] is row["positive"] is row["neutral"] is row["negative"] is None
    assert (row["words"], row["sentences"]) == (0, [])
    assert row["title_tone"] > 0


def test_an_article_is_read_the_same_whatever_stands_beside_it() -> None:
    articles: list[Article] = [later(title=text, body=(text,)) for text in (GOOD, BAD, PLAIN)]
    together = add_tone(add_sentences(to_batch(articles))).to_pylist()
    alone = [add_tone(add_sentences(to_batch([one]))).to_pylist()[0] for one in articles]
    assert together == alone


def test_initials_and_ranks_end_no_sentence() -> None:
    row = toned(body=("He met Lt. Gen. Smith in the U.S. yesterday. It rained.",))
    assert len(row["sentences"]) == 2
