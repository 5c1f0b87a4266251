"""Tone: VADER's compound score of each sentence, and the mean of a body's sentences.

Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
Text" (2014), whose thresholds of 0.05 make a sentence positive or negative. The lexicon is
English: text in another language scores near 0."""

from collections.abc import Callable
from functools import cache
from statistics import fmean

import pyarrow as pa
from sentencex import segment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import Sentence
from etl.enrich.columns import filled

THRESHOLD = 0.05
LONGEST = 2_000  # characters of a sentence that are scored: VADER's time grows faster than length


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def score(text: str) -> float:
    """The tone of one sentence or title, -1 to 1."""
    return float(_analyzer().polarity_scores(text[:LONGEST])["compound"])


def sentences(paragraphs: list[str]) -> list[Sentence]:
    """The sentences of a body in order, each with its tone."""
    return [
        Sentence(paragraph=number, text=sentence.strip(), tone=score(sentence))
        for number, paragraph in enumerate(paragraphs)
        for sentence in segment("en", paragraph)
        if sentence.strip()
    ]


def add_tone(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill words, sentences, tone, the shares of positive, neutral and negative sentences, and
    the title's tone. Without a body the first is 0 and the others are absent."""
    bodies = [sentences(body or []) for body in articles["body"].to_pylist()]
    tones = [[sentence.tone for sentence in body] for body in bodies]
    return filled(
        articles,
        {
            "words": [sum(len(one.text.split()) for one in body) for body in bodies],
            "sentences": [
                [{"paragraph": one.paragraph, "text": one.text, "tone": one.tone} for one in body]
                for body in bodies
            ],
            "tone": [fmean(scores) if scores else None for scores in tones],
            "positive": [_share(scores, lambda tone: tone >= THRESHOLD) for scores in tones],
            "neutral": [_share(scores, lambda tone: abs(tone) < THRESHOLD) for scores in tones],
            "negative": [_share(scores, lambda tone: tone <= -THRESHOLD) for scores in tones],
            "title_tone": [score(title) for title in articles["title"].to_pylist()],
        },
    )


def _share(tones: list[float], holds: Callable[[float], bool]) -> float | None:
    return sum(map(holds, tones)) / len(tones) if tones else None
