"""The marks by which an article's copies and rewrites are found: keys and weighted terms.

Keys: the values of a fingerprint in bands of three (locality-sensitive hashing: Indyk and Motwani,
1998). Of two texts that share a third of their shingles one key agrees in eight cases of ten, of
two that share half of them in 996 of 1,000. Terms: TF-IDF with logarithmic frequencies (Salton and
Buckley, 1988), words cut to their first letters in place of stemming, which works for any
language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from math import log, sqrt
from zlib import crc32

import numpy as np

from etl.enrich.fingerprint import WHOLE, WORD, words
from presswatch.stop_words import stop_words

BAND = 3  # values
FEWEST_WORDS = 8  # of a text without a fingerprint that may have copies all the same
STEM = 6  # letters of a word that count
SHORTEST = 3  # letters of a term; figures may be shorter
TITLE_COUNTS = 2  # times that a word of the title counts
NAMED_WEIGHS = 3  # times as much as other terms: names and figures tell events of a kind apart
MOST_TERMS = 50  # that are kept of an article
BACKGROUND = 1_000  # articles that a new store is taken to have: it knows little of frequencies
UNSOUGHT = 0.4  # of the length of a vector
SCALE = 10_000  # a weight of 1 as a whole number
BEGIN = re.compile(r"(?:^|[.!?:\n\"“”„«»])\s*([^\W_]+)")  # the first word of a sentence


def keys(fingerprint: Sequence[int]) -> list[int]:
    """The keys of a fingerprint: articles that share one are alike."""
    whole = np.array(fingerprint[1 : 1 + WHOLE], np.uint64)
    lead = np.array(fingerprint[1 + WHOLE :], np.uint64)
    parts = [values[: len(values) // BAND * BAND].reshape(-1, BAND) for values in (whole, lead)]
    bands = np.concatenate(parts)
    mixed = np.arange(1, len(bands) + 1, dtype=np.uint64)
    for place in range(BAND):  # the mixer of splitmix64: Steele, Lea and Flood (2014)
        mixed = (mixed << np.uint64(32)) ^ (mixed >> np.uint64(32)) ^ bands[:, place]
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return mixed.view(np.int64).tolist()


def sketch(fingerprint: Sequence[int]) -> bytes:
    """The last byte of each value: what is kept of a fingerprint to compare it by."""
    return np.array(fingerprint[1:], np.int64).astype(np.uint8).tobytes()


def brief(title: str, text: str) -> int | None:
    """A number that stands for all words of a short article; None of too few."""
    found = [*words(title), *words(text)]
    if len(found) < FEWEST_WORDS:
        return None
    digest = blake2b(" ".join(found).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def terms(title: str, text: str, language: str | None) -> dict[int, float]:
    """How much each term of an article counts there; a term is the checksum of a word's
    beginning. Figures count as names, and so do words that are written large and begin no
    sentence."""
    stop = stop_words(language or "en")
    text = unicodedata.normalize("NFKC", text)
    begun = Counter(BEGIN.findall(text))
    found: Counter[str] = Counter()
    named = set()
    for word, count in Counter(WORD.findall(text)).items():
        key = _key(word, stop)
        found[key] += count
        if word[0].isdigit() or (word[0].isupper() and count > begun[word]):
            named.add(key)
    for word in words(title):
        found[_key(word, stop)] += TITLE_COUNTS
    del found[""]
    return {
        crc32(key.encode("utf-8", "surrogatepass")) - 2**31: (1 + log(count))
        * (NAMED_WEIGHS if key in named else 1)
        for key, count in found.items()
    }


def weighed(counts: Mapping[int, float], articles: Mapping[int, int], all_: int) -> dict[int, int]:
    """The weightiest terms of an article, as a vector of length SCALE. `articles`: how many each
    term stands in, of `all_`."""
    weights = {
        term: count * log((all_ + BACKGROUND) / (articles.get(term, 0) + 1))
        for term, count in counts.items()
    }
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:MOST_TERMS]
    length = sqrt(sum(weights[term] ** 2 for term in heaviest)) or 1.0
    return {term: round(SCALE * weights[term] / length) for term in heaviest}


def sought(weights: Mapping[int, int], articles: Mapping[int, int]) -> frozenset[int]:
    """The terms by which like articles are sought: all but the most frequent, so many of these as
    together have no more than UNSOUGHT of the vector's length. Whatever else two vectors share
    adds no more than that to their cosine."""
    by_frequency = sorted(weights, key=lambda term: (-articles.get(term, 0), term))
    lengths = accumulate(weights[term] ** 2 for term in by_frequency)
    return frozenset(
        term
        for term, length in zip(by_frequency, lengths, strict=True)
        if length > (UNSOUGHT * SCALE) ** 2
    )


def _key(word: str, stop: frozenset[str]) -> str:
    """What stands for a word and its forms; nothing for one that says nothing."""
    word = word.casefold()
    counts = (len(word) >= SHORTEST or word.isdigit()) and word not in stop
    return word[:STEM] if counts else ""
