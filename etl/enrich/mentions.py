"""Mentions: what an article names, how often and how prominently.

Where names stand is found by etl/enrich/recogniser.py, what they stand for by etl/enrich/naming.py;
the tone towards an entity is filled by etl/enrich/tone.py."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from etl.article import TITLE
from etl.enrich import naming
from etl.enrich.columns import filled, noted
from etl.enrich.found import Name
from etl.enrich.naming import named
from etl.enrich.recogniser import LONGEST, articles_recogniser

# What makes an entity stand out in an article is where it is named first and how often, as Dunietz
# and Gillick found ("A New Entity Salience Task with Millions of Training Examples", 2014). The
# parts are simple ones on purpose, so that a person can reckon them up.
OF_TITLE, OF_LEAD, OF_SHARE = 0.4, 0.3, 0.3


def add_mentions(articles: pa.RecordBatch, model: str) -> pa.RecordBatch:
    """Fill the spans of each article in the order of the text, and its mentions in the order of
    their first span. Their tone is absent."""
    rows = articles.select(["title", "language", "sentences"]).to_pylist()
    documents = [_texts(row) for row in rows]
    recognise = articles_recogniser(model)
    recognised = recognise(documents)
    spans = [
        list(_spans(named(texts, found, row["language"])))
        for row, texts, found in zip(rows, documents, recognised, strict=True)
    ]
    found = [mentions(each, row["sentences"] or []) for row, each in zip(rows, spans, strict=True)]
    made_with = f"{model} {recognise.version}, names {naming.VERSION}"
    return noted(filled(articles, {"spans": spans, "mentions": found}), "entities", made_with)


def mentions(
    spans: Iterable[Mapping[str, Any]], sentences: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The mentions that the spans of an article make up, without their tone."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for span in spans:
        numbers.setdefault((span["entity"], span["type"]), []).append(span["sentence"])
    return [_mention(entity, type_, where, sentences) for (entity, type_), where in numbers.items()]


def prominence(*, in_title: bool, in_lead: bool, share: float) -> float:
    """How much an entity stands out in an article, 0 to 1: 0.4 if the title names it, 0.3 if the
    first paragraph does, and 0.3 times the share of the body's sentences that do."""
    return OF_TITLE * in_title + OF_LEAD * in_lead + OF_SHARE * share


def _texts(row: Mapping[str, Any]) -> list[str]:
    """The title and the sentences of an article."""
    whole = [row["title"], *(one["text"] for one in row["sentences"] or [])]
    return [text[:LONGEST] for text in whole]


def _spans(texts: Iterable[Iterable[Name]]) -> Iterable[dict[str, Any]]:
    for sentence, names in enumerate(texts, start=TITLE):
        for one in names:
            yield {
                "sentence": sentence,
                "start": one.start,
                "end": one.end,
                "entity": one.entity,
                "type": one.type,
            }


def _mention(
    entity: str, type_: str, numbers: list[int], sentences: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    naming = {number for number in numbers if number != TITLE}
    in_title = TITLE in numbers
    in_lead = any(sentences[number]["paragraph"] == 0 for number in naming)
    share = len(naming) / len(sentences) if sentences else 0.0
    return {
        "entity": entity,
        "type": type_,
        "count": len(numbers),
        "in_title": in_title,
        "in_lead": in_lead,
        "share": share,
        "prominence": prominence(in_title=in_title, in_lead=in_lead, share=share),
    }
