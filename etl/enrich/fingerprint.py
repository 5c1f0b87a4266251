"""Fingerprints: numbers that are alike where texts are, for finding copies of an article.

MinHash over shingles of three words: Broder, "On the resemblance and containment of documents"
(1997). The share of values that two texts have in common estimates the Jaccard index of their
shingles. A second, shorter sketch of the beginning alone finds what other papers cut short. What
counts as a copy is left to etl/warehouse/stories_likeness.py."""

import re
import unicodedata
from collections.abc import Iterable

import pyarrow as pa
from rensa import RMinHash

from etl.enrich.columns import filled, noted

SCHEME = 1  # to be raised when anything below changes the numbers
WHOLE = 128  # values of the whole text
LEAD = 32  # values of its first words
LEAD_WORDS = 60
SHINGLE = 3  # words
FEWEST = 20  # different shingles; a shorter text has no fingerprint
LONGEST = 200_000  # characters that are looked at
SEED = 1
# Where words are not parted by spaces, each letter counts as a word: Thai, Lao, Khmer, Burmese,
# Chinese, Japanese.
UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{UNPARTED}]|[^\W{UNPARTED}]+")
MADE_WITH = f"{SCHEME} rensa {RMinHash.ALGORITHM_VERSION}"


def words(text: str) -> list[str]:
    """The words of a text, without case, marks and the forms of letters."""
    return WORD.findall(unicodedata.normalize("NFKC", text[:LONGEST]).casefold())


def fingerprints(bodies: Iterable[Iterable[str]]) -> list[list[int]]:
    """Of each body the number of different shingles, then WHOLE values of all of it and LEAD
    values of its first words; nothing of a very short one."""
    texts = [words("\n".join(body)) for body in bodies]
    whole = [_shingles(text) for text in texts]
    leads = [_shingles(text[:LEAD_WORDS]) for text in texts]
    return [
        [len(shingles), *values, *first] if len(shingles) >= FEWEST else []
        for shingles, values, first in zip(
            whole,
            RMinHash.digests_from_token_sets(whole, WHOLE, SEED),
            RMinHash.digests_from_token_sets(leads, LEAD, SEED),
            strict=True,
        )
    ]


def add_fingerprint(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill the fingerprint of each article's body."""
    bodies = [body or [] for body in articles["body"].to_pylist()]
    return noted(filled(articles, {"fingerprint": fingerprints(bodies)}), "fingerprint", MADE_WITH)


def _shingles(text: list[str]) -> list[str]:
    # In the order of the text: that of a set of strings differs from process to process.
    return list(
        dict.fromkeys(map(" ".join, zip(*(text[at:] for at in range(SHINGLE)), strict=False)))
    )
