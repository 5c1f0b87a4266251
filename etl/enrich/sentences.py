"""Sentences: the body's paragraphs cut where sentences end.

sentencex proposes where (it is the fastest by far); what it gets wrong on the cases of
tests/quality/sentences.txt is put right here. It takes a quotation for one sentence whatever it
holds, and its time grows with the square of the marks that are never closed (1.0): it is given the
text without them."""

import re
from collections.abc import Iterator

import pyarrow as pa
from sentencex import get_sentence_boundaries

from etl.article import Sentence
from etl.enrich import abbreviations
from etl.enrich.columns import filled

UNKNOWN = "en"  # whose rules hold where nobody knows the language
OPENING = "([{„‚「『（【《〈"  # the others close too, in one language or another
CLOSING = '“”"»›«‹‘)]}」』）】》〉'
WITHOUT_MARKS = str.maketrans({**dict.fromkeys(OPENING + CLOSING, " "), "…": "."})
CLOSED = re.compile(rf"[{re.escape(CLOSING + '’')}]*(?:\s»(?=\s|$))?")
AROUND = 40  # characters on either side that decide


def sentences(paragraphs: list[str], language: str | None) -> list[Sentence]:
    """The sentences of a body in order, with where they begin."""
    return [
        Sentence(paragraph=number, start=start, text=text)
        for number, paragraph in enumerate(paragraphs)
        for start, text in cut(paragraph, language)
    ]


def cut(paragraph: str, language: str | None) -> list[tuple[int, str]]:
    """The sentences of a paragraph, each with the character that it begins with."""
    found = []
    start = 0
    for end in [*_ends(paragraph, language or UNKNOWN), len(paragraph)]:
        part = paragraph[start:end]
        if text := part.strip():
            found.append((start + len(part) - len(part.lstrip()), text))
        start = end
    return found


def _ends(paragraph: str, language: str) -> Iterator[int]:
    """Where sentences end inside a paragraph, in order."""
    plain = paragraph.translate(WITHOUT_MARKS)
    proposed = {one["end_index"] for one in get_sentence_boundaries(language, plain)}
    proposed.update(abbreviations.overlooked(plain, language))
    start = last = 0
    for boundary in sorted(proposed):
        end = _after_marks(paragraph, plain, last, boundary)
        last = boundary
        before, after = paragraph[max(start, end - AROUND) : end], paragraph[end : end + AROUND]
        if end > start and abbreviations.ends_here(before, after, language):
            yield end
            start = end


def _after_marks(paragraph: str, plain: str, last: int, boundary: int) -> int:
    """The end of a sentence with the marks that close it, and without those that open the next.

    It is sought from the boundary back to the last one, no further: spaces may be many."""
    end = boundary
    while end > last and plain[end - 1].isspace():
        end -= 1
    if end == last:
        return 0
    closed = CLOSED.match(paragraph, end)
    return closed.end() if closed else end


def add_sentences(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill sentences and the number of words; without a body that is 0."""
    bodies = [
        sentences(body or [], language)
        for body, language in zip(
            articles["body"].to_pylist(), articles["language"].to_pylist(), strict=True
        )
    ]
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
