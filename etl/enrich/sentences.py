"""Sentences: the body's paragraphs cut where sentences end."""

import pyarrow as pa
from sentencex import segment

from etl.article import Sentence
from etl.enrich.columns import filled


def sentences(paragraphs: list[str]) -> list[Sentence]:
    """The sentences of a body in order, with where they begin."""
    return [
        Sentence(paragraph=number, start=start, text=text)
        for number, paragraph in enumerate(paragraphs)
        for start, text in _cut(paragraph)
    ]


def _cut(paragraph: str) -> list[tuple[int, str]]:
    found = []
    end = 0
    for part in segment("en", paragraph):
        if text := part.strip():
            start = paragraph.index(text, end)
            end = start + len(text)
            found.append((start, text))
    return found


def add_sentences(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill sentences and the number of words; without a body that is 0."""
    bodies = [sentences(body or []) for body in articles["body"].to_pylist()]
    return filled(
        articles,
        {
            "words": [sum(len(one.text.split()) for one in body) for body in bodies],
            "sentences": [
                [{"paragraph": one.paragraph, "start": one.start, "text": one.text} for one in body]
                for body in bodies
            ],
        },
    )
