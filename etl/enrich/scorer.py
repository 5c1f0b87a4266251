"""Scorers of a text's tone, behind one interface: texts in, a number from -1 to 1 for each out.

    found = scorer(model)               # of the setting tone.model; raises SettingsError
    found.covers(language)              # whether it reads an article of this language
    found.scores(["A fine day.", …])    # -> [0.2023, …], each text by itself

VADER is as its authors ship it: Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for
Sentiment Analysis of Social Media Text" (2014). In its place stands any installed spaCy pipeline
that sets categories, or a pipeline of transformers where that is installed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from typing import Any

import spacy
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from presswatch.errors import SettingsError

VADER = "vader"
TRANSFORMERS = "transformers:"
LONGEST = 2_000  # characters of a text that are scored: VADER's time grows faster than length
VALUES = {  # the labels that models give, by what they say
    "positive": 1.0,
    "pos": 1.0,
    "neutral": 0.0,
    "neu": 0.0,
    "negative": -1.0,
    "neg": -1.0,
    "5 stars": 1.0,
    "4 stars": 0.5,
    "3 stars": 0.0,
    "2 stars": -0.5,
    "1 star": -1.0,
}


@dataclass(frozen=True, slots=True)
class Scorer:
    """Something that tells the tone of texts."""

    name: str  # with its version
    languages: frozenset[str] | None  # ISO 639-1; None: whatever it is given
    scores: Callable[[Sequence[str]], list[float]]

    def covers(self, language: str | None) -> bool:
        """Whether it reads this language; one that nobody could tell is tried."""
        return self.languages is None or language is None or language in self.languages


@cache
def scorer(model: str) -> Scorer:
    """The scorer of a setting `tone.model`. Raises SettingsError where it is missing."""
    if model == VADER:
        return _vader()
    if model.startswith(TRANSFORMERS):
        return _transformer(model.removeprefix(TRANSFORMERS))
    return _spacy(model)


def _vader() -> Scorer:
    analyzer = SentimentIntensityAnalyzer()

    def scores(texts: Sequence[str]) -> list[float]:
        return [float(analyzer.polarity_scores(text[:LONGEST])["compound"]) for text in texts]

    return Scorer(f"vader {metadata.version('vaderSentiment')}", frozenset({"en"}), scores)


def _spacy(model: str) -> Scorer:
    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise SettingsError(
            f"tone.model: no spaCy model {model!r} is installed. Install it, or write {VADER!r} "
            "for the lexicon."
        ) from error
    labels = [label for name in pipeline.pipe_names for label in pipeline.pipe_labels[name]]
    _check(model, [label for label in labels if label.casefold() in VALUES])

    def scores(texts: Sequence[str]) -> list[float]:
        # One by one: in a batch, a text's last digits depend on its neighbours.
        return [_mean(pipeline(text[:LONGEST]).cats) for text in texts]

    spoken = pipeline.lang or "xx"  # of several languages or none
    languages = None if spoken == "xx" else frozenset({spoken})
    return Scorer(f"{model} {pipeline.meta['version']}", languages, scores)


def _transformer(model: str) -> Scorer:
    try:
        library: Any = import_module("transformers")
    except ImportError as error:
        raise SettingsError(
            f"tone.model: {TRANSFORMERS}{model} needs the package transformers. Install it, or "
            f"write {VADER!r} for the lexicon."
        ) from error
    try:
        pipeline = library.pipeline("text-classification", model=model, top_k=None)
    except (OSError, ValueError, ImportError) as error:
        raise SettingsError(
            f"tone.model: transformers cannot load {model!r}. See that it is a model for text "
            "classification and that it is on this machine."
        ) from error
    _check(model, pipeline.model.config.id2label.values())

    def scores(texts: Sequence[str]) -> list[float]:
        return [
            _mean({one["label"]: one["score"] for one in pipeline(text[:LONGEST], truncation=True)})
            for text in texts
        ]

    version = metadata.version("transformers")
    return Scorer(f"{TRANSFORMERS}{model} (transformers {version})", None, scores)


def _check(model: str, labels: Iterable[str]) -> None:
    known = {label.casefold() for label in labels} & VALUES.keys()
    if not any(VALUES[label] for label in known):
        raise SettingsError(
            f"tone.model: {model!r} has no label that says positive or negative. Name a model "
            "that does."
        )


def _mean(found: Mapping[str, float]) -> float:
    """Categories with their probabilities as one score: their mean, weighted by them.

    A model with one label alone says by its absence the opposite."""
    weights = {VALUES[key]: p for label, p in found.items() if (key := label.casefold()) in VALUES}
    if len(weights) == 1:
        [(value, probability)] = weights.items()
        return round(value * (2 * probability - 1), 4)
    total = sum(weights.values())
    return round(sum(value * p for value, p in weights.items()) / total, 4) if total else 0.0
