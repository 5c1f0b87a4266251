"""Quotes: what the body gives as somebody's own words, and who speaks.

A quotation is a quote if somebody is said to speak it, or if it is long enough to be speech. What
stands between marks as a title, or for want of a better word, is none."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby, pairwise
from statistics import fmean
from typing import Any

import pyarrow as pa

from etl.article import TITLE, Quote
from etl.enrich import speech
from etl.enrich.columns import filled, noted
from etl.enrich.found import Name
from etl.enrich.hearing import Heard, Paragraph, heard
from etl.enrich.narration import ENDS
from etl.enrich.quotation import quotations
from etl.enrich.scorer import VADER, Scorer, scorer
from etl.enrich.tone import masked

FEWEST = 4  # words of a sentence that nobody is said to speak
FEWEST_IN_PART = 6  # of a part of a sentence
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]\S*")
SMALL = 3  # letters at most of a word that a title need not begin large


def add_quotes(articles: pa.RecordBatch, tone_model: str = VADER) -> pa.RecordBatch:
    """Fill the quotes of each article, in the order of the text."""
    rows = articles.select(["body", "language", "sentences", "spans"]).to_pylist()
    tones = scorer(tone_model)
    found = [[asdict(quote) for quote in quotes(row, tones)] for row in rows]
    return noted(filled(articles, {"quotes": found}), "quotes", speech.VERSION)


def quotes(article: dict[str, Any], tones: Scorer) -> list[Quote]:
    """The quotes of an article, by its body, language, sentences and spans."""
    body = article["body"] or []
    found = list(quotations(body))
    if not found:
        return []
    names, begins = _names(article), _begins(article)
    paragraphs = [
        Paragraph(text, names[number], begins[number]) for number, text in enumerate(body)
    ]
    spoken = [
        one
        for one in heard(paragraphs, found, speech.words(article["language"]), names[TITLE])
        if is_quote(one, body[one.quotation.paragraph])
    ]
    toned = _tones(paragraphs, spoken, tones if tones.covers(article["language"]) else None)
    return [
        _quote(one, body[one.quotation.paragraph], tone)
        for one, tone in zip(spoken, toned, strict=True)
    ]


def is_quote(one: Heard, paragraph: str) -> bool:
    """Whether a quotation is speech: neither a title nor a word or two held at arm's length."""
    at = one.quotation
    found = WORD.findall(paragraph[at.start : at.end])
    goes_on = not one.begins and paragraph[at.start].islower()
    whole = (
        (paragraph[at.end - 1] in ENDS and not goes_on)
        or paragraph[at.end : at.end + 1] == ","
        or (one.begins and paragraph[at.closes : at.closes + 1] == ",")
    )
    titled = _is_title(found)
    if not found or (one.named and titled) or (not whole and (one.named or titled)):
        return False
    if one.manner in ("beside", "around") and one.speaker:
        return one.manner == "beside" or len(found) > 1 or found[0].islower()
    if titled and len(found) >= SMALL:
        return False
    if whole and one.manner in ("beside", "before"):
        return True
    return len(found) >= (FEWEST if whole or one.manner == "beside" else FEWEST_IN_PART)


def _is_title(found: list[str]) -> bool:
    """Whether words are written as in a title: all of them large, but for small ones."""
    return (
        len(found) > 1
        and found[0][0].isupper()
        and not any(word[0].islower() and len(word) > SMALL for word in found)
    )


def _tones(
    paragraphs: Sequence[Paragraph], spoken: Sequence[Heard], tones: Scorer | None
) -> list[float | None]:
    """The tone of each quote: the mean over its sentences, names left out."""
    if tones is None:
        return [None] * len(spoken)
    scored: list[float | None] = []
    for number, ones in groupby(spoken, key=lambda one: one.quotation.paragraph):
        paragraph = paragraphs[number]
        text = masked(paragraph.text, ((name.start, name.end) for name in paragraph.names))
        scored += [fmean(tones.scores(_sentences(text, paragraph.begins, one))) for one in ones]
    return scored


def _sentences(text: str, begins: Sequence[int], one: Heard) -> list[str]:
    start, end = one.quotation.start, one.quotation.end
    within = begins[bisect_right(begins, start) : bisect_left(begins, end)]
    return [text[a:b] for a, b in pairwise([start, *within, end])]


def _quote(one: Heard, paragraph: str, tone: float | None) -> Quote:
    at = one.quotation
    return Quote(
        paragraph=at.paragraph,
        start=at.start,
        end=at.end,
        text=paragraph[at.start : at.end],
        speaker=one.speaker,
        tone=tone,
    )


def _begins(article: dict[str, Any]) -> dict[int, list[int]]:
    """Where the sentences of each paragraph begin."""
    begins: dict[int, list[int]] = defaultdict(list)
    for sentence in article["sentences"] or []:
        begins[sentence["paragraph"]].append(sentence["start"])
    return begins


def _names(article: dict[str, Any]) -> dict[int, list[Name]]:
    """Whom each paragraph names, and the title: places of the paragraph, in order."""
    names: dict[int, list[Name]] = defaultdict(list)
    sentences = article["sentences"] or []
    for span in article["spans"] or []:
        sentence = sentences[span["sentence"]] if span["sentence"] != TITLE else None
        paragraph, begin = (sentence["paragraph"], sentence["start"]) if sentence else (TITLE, 0)
        names[paragraph].append(
            Name(begin + span["start"], begin + span["end"], span["entity"], span["type"])
        )
    for found in names.values():
        found.sort(key=lambda name: name.start)
    return names
