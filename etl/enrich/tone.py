"""Tone: of each sentence, of a body (the mean of its sentences), of a title, and towards each
entity that an article mentions.

Names are not feelings: they are masked before scoring, and the score of all words is kept beside.
Where the scorer does not read an article's language, its tone is absent. The thresholds that make
a sentence positive or negative are VADER's."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

import pyarrow as pa

from etl.article import TITLE
from etl.enrich.columns import filled, noted
from etl.enrich.feelings import feelings
from etl.enrich.scorer import VADER, Scorer, scorer
from etl.enrich.towards import towards

THRESHOLD = 0.05
ENGLISH = (None, "en")  # whose words etl/enrich/towards.py knows; None: nobody could tell
LARGE = re.compile(  # several words in large letters amid small ones
    r"(?:(?<=[^\W\d_] )|(?<=, ))"
    r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|for|the|and|de) )?[A-ZÀ-Þ][\w’'-]*)+"
)

Row = dict[str, Any]
Key = tuple[str, str]  # name and type of an entity
Spans = Mapping[Key, Sequence[tuple[int, int]]]  # where a text names it
Tones = Sequence[float | None]


def add_tone(articles: pa.RecordBatch, model: str = VADER) -> pa.RecordBatch:
    """Fill the tone of each sentence, of the body, of the title, the shares of positive, neutral
    and negative sentences, and the tone of each mention. Without a body all but the title's are
    absent, and without a scorer for its language all."""
    chosen = scorer(model)
    rows = articles.select(["title", "language", "sentences", "spans", "mentions"]).to_pylist()
    toned = [_toned(row, chosen) for row in rows]
    columns = {name: [row[name] for row in toned] for name in toned[0]} if toned else {}
    made_with = f"{chosen.name}, words {feelings().version}"
    return noted(filled(articles, columns), "tone", made_with)


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with its names made unreadable.

    Letters alone are replaced, small by small and large by large, one for one: a scorer that looks
    at distances, punctuation or large letters finds them as they were."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = map(_hidden, letters[start:end])
    return "".join(letters)


def _hidden(letter: str) -> str:
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return "." if letter in "!?" else letter


def _toned(row: Row, chosen: Scorer) -> Row:
    sentences = row["sentences"] or []
    texts = [row["title"], *(one["text"] for one in sentences)]
    named = _named(row["spans"] or [])
    plain: Tones = [None] * len(texts)
    tones: Tones = plain
    if chosen.covers(row["language"]):
        plain = chosen.scores(texts)
        tones = _without_names(texts, named, plain, chosen, english=row["language"] in ENGLISH)
    return {
        "sentences": [
            one | {"tone": tone, "plain_tone": all_words}
            for one, tone, all_words in zip(sentences, tones[1:], plain[1:], strict=True)
        ],
        **_of_body([tone for tone in tones[1:] if tone is not None]),
        "plain_tone": _mean([tone for tone in plain[1:] if tone is not None]),
        "title_tone": tones[0],
        "plain_title_tone": plain[0],
        "mentions": _mentions(row, texts, named, tones),
    }


def _named(spans: Iterable[Row]) -> dict[int, Spans]:
    """Where each text names what, by the number of its sentence."""
    found: dict[int, dict[Key, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for one in spans:
        key = (one["entity"], one["type"])
        found[one["sentence"]][key].append((one["start"], one["end"]))
    return {number: dict(each) for number, each in found.items()}


def _without_names(
    texts: Sequence[str], named: Mapping[int, Spans], plain: Tones, chosen: Scorer, *, english: bool
) -> Tones:
    """The tones of the title and the sentences with their names masked."""
    tones = list(plain)
    hidden = {}
    for number, text in enumerate(texts, start=TITLE):
        spans = [span for each in named.get(number, {}).values() for span in each]
        if english and number != TITLE:  # a headline may be all in large letters
            spans += [found.span() for found in LARGE.finditer(text)]
        if (without := masked(text, spans)) != text:
            hidden[number - TITLE] = without
    for number, tone in zip(hidden, chosen.scores(list(hidden.values())), strict=True):
        tones[number] = tone
    return tones


def _of_body(tones: Sequence[float]) -> Row:
    return {
        "tone": _mean(tones),
        "positive": _share(tones, lambda tone: tone >= THRESHOLD),
        "neutral": _share(tones, lambda tone: abs(tone) < THRESHOLD),
        "negative": _share(tones, lambda tone: tone <= -THRESHOLD),
    }


def _mentions(
    row: Row, texts: Sequence[str], named: Mapping[int, Spans], tones: Tones
) -> list[Row]:
    """The mentions with the tone towards them: the mean over the body's sentences that name them.

    Where there are no rules for the language, it is those sentences' own tone."""
    heard: dict[Key, list[float]] = defaultdict(list)
    for number, spans in named.items():
        tone = tones[number - TITLE]
        if number == TITLE or tone is None:
            continue
        if row["language"] in ENGLISH:
            found = towards(texts[number - TITLE], spans)
        else:
            found = dict.fromkeys(spans, tone)
        for key, value in found.items():
            heard[key].append(value)
    return [
        one | {"tone": _mean(heard.get((one["entity"], one["type"]), []))}
        for one in row["mentions"] or []
    ]


def _mean(tones: Sequence[float]) -> float | None:
    return fmean(tones) if tones else None


def _share(tones: Sequence[float], holds: Callable[[float], bool]) -> float | None:
    return sum(map(holds, tones)) / len(tones) if tones else None
