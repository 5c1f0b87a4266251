"""Tone: VADER's compound score of each sentence, and the mean of a body's sentences.

Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
Text" (2014), whose thresholds of 0.05 make a sentence positive or negative. The lexicon is
English: text in another language scores near 0."""

from collections.abc import Callable
from functools import cache
from statistics import fmean

import pyarrow as pa
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.enrich.columns import filled

THRESHOLD = 0.05
LONGEST = 2_000  # characters of a sentence that are scored: VADER's time grows faster than length


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def score(text: str) -> float:
    """The tone of one sentence or title, -1 to 1."""
    return float(_analyzer().polarity_scores(text[:LONGEST])["compound"])


def add_tone(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill the tone of each sentence, of the body, of the title, and the shares of positive,
    neutral and negative sentences. Without a body all but the title's are absent."""
    bodies = [
        [one | _tones(one["text"]) for one in sentences or []]
        for sentences in articles["sentences"].to_pylist()
    ]
    tones = [[one["tone"] for one in body] for body in bodies]
    plain = [[one["plain_tone"] for one in body] for body in bodies]
    titles = [score(title) for title in articles["title"].to_pylist()]
    return filled(
        articles,
        {
            "sentences": bodies,
            "tone": [fmean(scores) if scores else None for scores in tones],
            "plain_tone": [fmean(scores) if scores else None for scores in plain],
            "positive": [_share(scores, lambda tone: tone >= THRESHOLD) for scores in tones],
            "neutral": [_share(scores, lambda tone: abs(tone) < THRESHOLD) for scores in tones],
            "negative": [_share(scores, lambda tone: tone <= -THRESHOLD) for scores in tones],
            "title_tone": titles,
            "plain_title_tone": titles,
        },
    )


def _tones(text: str) -> dict[str, float]:
    plain = score(text)
    return {"tone": plain, "plain_tone": plain}


def _share(tones: list[float], holds: Callable[[float], bool]) -> float | None:
    return sum(map(holds, tones)) / len(tones) if tones else None
