"""Mentions: which people, organizations and places an article names, how often and where.

Behind one interface stand the embedded rules (etl/enrich/rules.py) and any installed spaCy
model: a list of texts in, a list of spans for each text out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Any

import pyarrow as pa
import spacy

from etl.enrich import rules
from etl.enrich.columns import filled
from presswatch.errors import SettingsError

EMBEDDED = "rules"
LONGEST = 20_000  # characters of a text that are searched: spaCy 3.8 refuses a million
TYPES = {  # the labels of spaCy's models, by the words that Presswatch uses
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "PRODUCT": "product",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a text, from character `start` up to `end`."""

    start: int
    end: int
    type: str


Recognise = Callable[[list[str]], list[list[Span]]]


@cache
def recogniser(model: str) -> Recognise:
    """The recogniser of a setting `entities.model`. Raises SettingsError where it is missing."""
    try:
        pipeline = rules.pipeline() if model == EMBEDDED else spacy.load(model)
    except OSError as error:
        raise SettingsError(
            f"entities.model: no spaCy model {model!r} is installed. Install it, or write "
            f"{EMBEDDED!r} for the embedded rules."
        ) from error
    strip = rules.without_title if model == EMBEDDED else _as_it_is

    def recognise(texts: list[str]) -> list[list[Span]]:
        return [
            [
                Span(span.start_char, span.end_char, TYPES[span.label_])
                for span in map(strip, document.ents)
                if span.label_ in TYPES
            ]
            for document in pipeline.pipe(texts)
        ]

    return recognise


def add_mentions(articles: pa.RecordBatch, model: str) -> pa.RecordBatch:
    """Fill the mentions of each article, in the order of the names' first appearance."""
    recognise = recogniser(model)
    mentions = []
    for title, sentences in zip(
        articles["title"].to_pylist(), articles["sentences"].to_pylist(), strict=True
    ):
        whole = [title, *(sentence["text"] for sentence in sentences or [])]
        texts = [text[:LONGEST] for text in whole]
        mentions.append(_mentions(texts, recognise(texts), sentences or []))
    return filled(articles, {"mentions": mentions})


def _mentions(
    texts: list[str], found: Iterable[list[Span]], sentences: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The mentions of one article; text 0 is its title, the others are its sentences."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (text, spans) in enumerate(zip(texts, found, strict=True)):
        for span in spans:
            places[" ".join(text[span.start : span.end].split()), span.type].append(number)
    return [
        _mention(entity, type_, numbers, sentences) for (entity, type_), numbers in places.items()
    ]


def _mention(
    entity: str, type_: str, numbers: list[int], sentences: list[dict[str, Any]]
) -> dict[str, Any]:
    naming = [sentences[number - 1] for number in sorted(set(numbers) - {0})]
    return {
        "entity": entity,
        "type": type_,
        "count": len(numbers),
        "in_title": 0 in numbers,
        "in_lead": any(sentence["paragraph"] == 0 for sentence in naming),
        "share": len(naming) / len(sentences) if sentences else 0.0,
        "tone": fmean(sentence["tone"] for sentence in naming) if naming else None,
    }


def _as_it_is(span: Any) -> Any:
    return span
