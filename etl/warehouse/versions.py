"""Which version of an article holds: decided from what is known and what was read, alone."""

from dataclasses import replace
from datetime import datetime

from etl.article import Article

EMPTY = (None, "", ())
DATE = ("published_at", "date_precision", "date_origin", "published_on")  # never taken apart
BESIDE = ("captured_on", "related_titles", "most_popular")  # stands beside it, and changes daily
READ_FROM_TEXT = (
    "language_probability",
    "words",
    "tone",
    "positive",
    "neutral",
    "negative",
    "title_tone",
    "plain_tone",
    "plain_title_tone",
    "sentences",
    "mentions",
    "spans",
    "quotes",
    "keyphrases",
    "fingerprint",
    "made_with",
)
SAID = (
    "url",
    "title",
    "source",
    "authors",
    "section",
    "language",
    "modified_at",
    "captured_on",
    "body",
    "tags",
    "related_titles",
    "most_popular",
    "page_views",
    "shares",
    "supplier_tone",
    "page",
    "edition",
    "programme",
    "summary",
    "image",
    "free",
    "original",
)


def merge(known: Article, read: Article) -> Article:
    """The article after a further version was read: the newer version's fields, and where it
    leaves one empty, the other's. At a tie the version that was read later is the newer."""
    newer, older = (read, known) if _as_of(read) >= _as_of(known) else (known, read)
    kept = {name: getattr(older if getattr(newer, name) in EMPTY else newer, name) for name in SAID}
    merged = replace(newer, **kept)
    if not newer.body and older.body:
        found = {name: getattr(older, name) for name in READ_FROM_TEXT}
        # A text shows its language: what a version without one says of it comes second.
        merged = replace(merged, **found, language=older.language or merged.language)
    return merged


def same(one: Article, other: Article) -> bool:
    """Whether two versions say the same, whatever stood beside them."""
    return all(
        getattr(one, name) == getattr(other, name) for name in (*SAID, *DATE) if name not in BESIDE
    )


def is_mixed(merged: Article, *versions: Article) -> bool:
    """Whether title and body come from different versions, so that the text must be read again."""
    return not any(
        merged.title == version.title and merged.body == version.body for version in versions
    )


def _as_of(version: Article) -> datetime:
    # The known one may hold the modified date of an older version beside a newer published one.
    return max(version.published_at, version.modified_at or version.published_at)
