"""Keyphrases: the nouns, phrases and names that an article is about, more than others are.

Candidates are runs of nouns and of words that describe them, up to four. They are weighed by
TF-IDF: how often the article has them, those within a longer candidate counting less (as in
C-value: Frantzi, Ananiadou and Mima, "Automatic Recognition of Multi-Word Terms", 2000), times how
rare their words are at large (etl/enrich/lexicon.py); more if the title or the first paragraph has
them. In a language whose words are not known, a phrase must be repeated, or be a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import metadata

import pyarrow as pa

from etl.enrich import lexicon
from etl.enrich.columns import filled, noted
from etl.enrich.lexicon import Word, Words

VERSION = f"presswatch 1, spaCy {metadata.version('spacy')}"  # of the rules, of the stop words
MOST = 8
READ = 12_000  # characters of an article; what comes later seldom adds a phrase
WIDEST = 4  # words of a phrase
LONGEST = 100  # letters of it
SHORT = 250  # words and marks of an article that need not say a thing twice
WITHIN = 0.35  # what an occurrence within a longer candidate counts
DAMPED = 0.7  # exponent of the number of occurrences
LONGER = 0.5  # what each further word adds to the weight
IN_TITLE, IN_LEAD = 1.5, 1.2
UNKNOWN = 0.6  # of the greatest rarity: of words of other languages
FULLER = 0.2  # of a word's occurrences: a phrase with it that has as many stands for it
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’./-][^\W_]+|&[^\W\d_]+)*|[^\w\s]+|\n")
RUN = re.compile("[dns]*[ng](?:o[dns]*[ng])*")


@dataclass(slots=True)
class Candidate:
    """A phrase and where an article has it: the numbers of its first word and of that behind it."""

    words: tuple[str, ...]  # folded, the last in the singular
    places: list[tuple[int, int]] = field(default_factory=list)
    alone: int = 0  # how often it is no part of a longer candidate
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """An article as a row of tokens."""

    tokens: list[str]
    words: list[Word]
    kinds: str  # a letter a token
    title_ends: int
    lead_ends: int


def add_keyphrases(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill the keyphrases of each article, the best first; () in a language without stop words."""
    found = [
        keyphrases(title, body or [], language)
        for title, body, language in zip(
            *(articles[name].to_pylist() for name in ("title", "body", "language")), strict=True
        )
    ]
    return noted(filled(articles, {"keyphrases": found}), "keyphrases", VERSION)


def keyphrases(title: str, body: Sequence[str], language: str | None) -> list[str]:
    """The keyphrases of an article, the best first, as its text spells them; at most 8."""
    words = lexicon.words_of(language)
    if words is None:
        return []
    text = _read(title, body, words)
    candidates = [one for one in _candidates(text) if _is_worth(one, text, words)]
    for one in candidates:
        one.weight = _weight(one, text, words)
    ranked = sorted(candidates, key=lambda one: (-one.weight, one.places[0]))
    return [_spelling(one, text) for one in _apart(ranked)]


def _read(title: str, body: Sequence[str], words: Words) -> Text:
    tokens = TOKEN.findall("\n".join([title.replace("\n", " "), *body])[:READ])
    found = [words[token] for token in tokens]
    ends = [place for place, token in enumerate(tokens) if token == "\n"][:2]
    ends += [len(tokens)] * (2 - len(ends))
    return Text(tokens, found, "".join([word.kind for word in found]), *ends)


def _candidates(text: Text) -> Iterator[Candidate]:
    found: dict[tuple[str, ...], Candidate] = {}
    folded = [word.folded for word in text.words]
    for start, end in _runs(text):
        for first in range(start, end):
            if text.kinds[first] == lexicon.JOINT:
                continue
            for behind in range(first + 1, min(first + WIDEST, end) + 1):
                if text.kinds[behind - 1] not in "ng":
                    continue
                key = (*folded[first : behind - 1], text.words[behind - 1].singular)
                if (one := found.get(key)) is None:
                    one = found[key] = Candidate(key)
                one.places.append((first, behind))
                one.alone += first == start and behind == end
    yield from found.values()


def _runs(text: Text) -> Iterator[tuple[int, int]]:
    """Where words that can stand in one phrase follow each other."""
    for run in RUN.finditer(text.kinds):
        start, end = run.span()
        # 'to strike the', 'rejects the': a word that can be both is a verb there.
        if start and text.kinds[start - 1] == lexicon.BEFORE_VERB and _is_small(text, start):
            start += 1
        if text.kinds[end : end + 1] == lexicon.DETERMINER and _is_small(text, end - 1):
            end -= 1
        # A name begins where capitals do: 'foreign minister | Mara Lind'.
        for place in range(start + 1, end):
            if _is_small(text, place - 1) and not _is_small(text, place):
                if text.kinds[place - 1] in "ng":
                    yield start, place
                start = place
        if start < end:
            yield start, end


def _is_small(text: Text, place: int) -> bool:
    return text.tokens[place][0].islower()


def _is_worth(one: Candidate, text: Text, words: Words) -> bool:
    """Whether a phrase can say what an article is about."""
    if sum(map(len, one.words)) > LONGEST:
        return False
    first, behind = one.places[0]
    often = len(one.places)
    is_name = not any(_is_small(text, place) for place in range(first, behind))
    in_title, in_lead = first < text.title_ends, first < text.lead_ends
    if len(one.words) == 1:
        return _says_enough(one, text, words) and (
            often > 2 or (often == 2 and (in_lead or is_name))
        )
    if all(word in words.weak or words.kinds.get(word) == "s" for word in one.words):
        return False
    if text.kinds[first] == lexicon.SOFT or not words.is_english:
        return often > 1 or (is_name and in_lead)
    if often < 3 and any(_is_plural(text, words, place) for place in range(first, behind - 1)):
        return False  # 'union rejects offer': compounds seldom have a plural inside
    brief = len(text.tokens) < SHORT
    return often > 1 or in_title or (in_lead and is_name) or (brief and in_lead)


def _says_enough(one: Candidate, text: Text, words: Words) -> bool:
    first, _ = one.places[0]
    [word] = one.words
    if len(word) < 3 and not text.tokens[first].isupper():
        return False
    return word not in words.weak and text.words[first].folded not in words.weak


def _is_plural(text: Text, words: Words, place: int) -> bool:
    """A plural, or in a headline's capitals a verb."""
    word = text.words[place]
    is_verb = words.kinds.get(word.singular) == lexicon.PARTING
    return word.singular != word.folded and (is_verb or _is_small(text, place))


def _weight(one: Candidate, text: Text, words: Words) -> float:
    often = one.alone + WITHIN * (len(one.places) - one.alone)
    unknown = lexicon.RAREST * (1 if words.is_english else UNKNOWN)
    rarities = [words.rarity.get(word, unknown) for word in one.words]
    weight: float = (
        often**DAMPED * sum(rarities) / len(rarities) * (1 + LONGER * (len(rarities) - 1))
    )
    first = one.places[0][0]
    if first < text.title_ends:
        return weight * IN_TITLE
    return weight * IN_LEAD if first < text.lead_ends else weight


def _apart(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The first of them that do not say the same: at most one word of a phrase stands in others
    before it, and never all. 'Aaron Foss' takes the place of 'Foss'."""
    chosen: list[Candidate] = []
    said: set[str] = set()
    for one in ranked:
        words = {*map(lexicon.singular, one.words)}
        if len(said & words) >= min(2, len(words)):
            continue
        part = next((place for place, other in enumerate(chosen) if _is_part(other, one)), None)
        if part is None and len(chosen) < MOST:
            chosen.append(one)
        elif part is not None and len(one.places) >= FULLER * len(chosen[part].places):
            chosen[part] = one
        else:
            continue
        said |= words
    return chosen


def _is_part(word: Candidate, phrase: Candidate) -> bool:
    return len(word.words) == 1 and word.words[0] in phrase.words


def _spelling(one: Candidate, text: Text) -> str:
    """How the article spells it most often; at a tie in small letters, else the first."""
    spellings = Counter(_written(text, first, behind) for first, behind in one.places)
    most = max(spellings.values())
    tied = [spelling for spelling, count in spellings.items() if count == most]
    return next((spelling for spelling in tied if spelling.islower()), tied[0])


def _written(text: Text, first: int, behind: int) -> str:
    last = text.tokens[behind - 1][: len(text.words[behind - 1].folded)]
    return " ".join([*text.tokens[first : behind - 1], last])
