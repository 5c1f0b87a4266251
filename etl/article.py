"""Article: the one record that travels from extract to the warehouse, and its Arrow schema.

Extract fills the first part; each enricher fills its own fields. In bulk, articles travel as
record batches of ARTICLE_SCHEMA, whose columns are the fields of Article by the same names."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import pyarrow as pa


class Precision(StrEnum):
    """How exactly the document dates itself."""

    INSTANT = "instant"
    MINUTE = "minute"
    DAY = "day"


class DateOrigin(StrEnum):
    """Where an article's date was read."""

    PAGE = "page"
    FEED = "feed"
    TABLE = "table"
    URL = "url"
    BYLINE = "byline"
    CAPTURE = "capture"


class Measure(StrEnum):
    """The three kinds of popularity, never added up."""

    PAGE_VIEWS = "page_views"
    SHARES = "shares"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the body and its tone, -1 to 1."""

    paragraph: int  # counted from 0
    start: int  # the character of its paragraph that it begins with
    text: str
    tone: float | None = None  # of its words without the names; None without a lexicon for them
    plain_tone: float | None = None  # of all its words


TITLE = -1  # stands for the title among the numbers of sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where the text names an entity: from character `start` of a sentence up to `end`."""

    sentence: int  # counted from 0, or TITLE
    start: int
    end: int
    entity: str  # as its Mention has it
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity in an article."""

    entity: str
    type: str  # person, organization, place, event or product
    count: int
    in_title: bool
    in_lead: bool  # in the first paragraph
    share: float  # of the body's sentences that name it, 0 to 1
    prominence: float = 0.0  # 0 to 1
    tone: float | None = None  # towards it, mean over the sentences that name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that the body gives as somebody's own, without the marks around them."""

    paragraph: int  # counted from 0
    start: int  # characters of that paragraph
    end: int
    text: str
    speaker: str | None = None  # as their Mention has it
    tone: float | None = None  # mean over its sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published piece; `id` is made of its address, or of what it says if it has none."""

    id: int
    url: str | None = None
    title: str
    source: str
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None  # ISO 639-1
    published_at: datetime  # UTC; of a day alone, its first instant in the reporting time zone
    modified_at: datetime | None = None  # UTC
    date_precision: Precision
    date_origin: DateOrigin
    published_on: date  # in the reporting time zone
    captured_on: date | None = None
    body: tuple[str, ...] = ()  # paragraphs
    tags: tuple[str, ...] = ()  # as the publisher spells them
    related_titles: tuple[str, ...] = ()
    most_popular: tuple[str, ...] = ()  # titles in rank order
    page_views: float | None = None
    shares: float | None = None
    supplier_tone: str | None = None  # as the tool says it that the row comes from; never ours
    page: str | None = None  # of a newspaper
    edition: str | None = None
    programme: str | None = None  # of a station
    summary: str | None = None  # as the document gives it
    image: str | None = None  # its address
    free: bool | None = None  # False: behind a paywall; None: the document does not say
    original: str | None = None  # the address on another site that its page calls canonical

    language_probability: float | None = None  # None: the language is as the document names it
    words: int | None = None
    tone: float | None = None  # mean over the body's sentences, -1 to 1; None without a body
    positive: float | None = None  # share of sentences, 0 to 1
    neutral: float | None = None
    negative: float | None = None
    title_tone: float | None = None
    plain_tone: float | None = None  # as `tone`, names scored like all other words
    plain_title_tone: float | None = None
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()
    quotes: tuple[Quote, ...] = ()
    keyphrases: tuple[str, ...] = ()  # the best first
    fingerprint: tuple[int, ...] = ()  # etl/enrich/fingerprint.py; () for a very short text
    made_with: tuple[str, ...] = ()  # versions of models and word lists: "tone vader 3.3.2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Popularity:
    """How popular something was on a day, as some document says.

    It is tied to its article by address, or by source and title."""

    url: str | None = None
    source: str | None = None
    title: str | None = None
    day: date
    measure: Measure
    value: float  # page views or shares of the day; of places, the rank in the list


def article_id(*parts: str | None) -> int:
    """A number below 2**63 that stands for what the parts say, the same on every machine."""
    text = "\x1f".join(part or "" for part in parts)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


SENTENCE = pa.struct(
    [
        ("paragraph", pa.int32()),
        ("start", pa.int32()),
        ("text", pa.string()),
        ("tone", pa.float64()),
        ("plain_tone", pa.float64()),
    ]
)
MENTION = pa.struct(
    [
        ("entity", pa.string()),
        ("type", pa.string()),
        ("count", pa.int32()),
        ("in_title", pa.bool_()),
        ("in_lead", pa.bool_()),
        ("share", pa.float64()),
        ("prominence", pa.float64()),
        ("tone", pa.float64()),
    ]
)
SPAN = pa.struct(
    [
        ("sentence", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("entity", pa.string()),
        ("type", pa.string()),
    ]
)
QUOTE = pa.struct(
    [
        ("paragraph", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("text", pa.string()),
        ("speaker", pa.string()),
        ("tone", pa.float64()),
    ]
)
INSTANT = pa.timestamp("us", "UTC")
STRINGS = pa.list_(pa.string())
ARTICLE_SCHEMA = pa.schema(
    [
        pa.field("id", pa.int64(), nullable=False),
        pa.field("url", pa.string()),
        pa.field("title", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("authors", STRINGS),
        pa.field("section", pa.string()),
        pa.field("language", pa.string()),
        pa.field("published_at", INSTANT, nullable=False),
        pa.field("modified_at", INSTANT),
        pa.field("date_precision", pa.string(), nullable=False),
        pa.field("date_origin", pa.string(), nullable=False),
        pa.field("published_on", pa.date32(), nullable=False),
        pa.field("captured_on", pa.date32()),
        pa.field("body", STRINGS),
        pa.field("tags", STRINGS),
        pa.field("related_titles", STRINGS),
        pa.field("most_popular", STRINGS),
        pa.field("page_views", pa.float64()),
        pa.field("shares", pa.float64()),
        pa.field("supplier_tone", pa.string()),
        pa.field("page", pa.string()),
        pa.field("edition", pa.string()),
        pa.field("programme", pa.string()),
        pa.field("summary", pa.string()),
        pa.field("image", pa.string()),
        pa.field("free", pa.bool_()),
        pa.field("original", pa.string()),
        pa.field("language_probability", pa.float64()),
        pa.field("words", pa.int32()),
        pa.field("tone", pa.float64()),
        pa.field("positive", pa.float64()),
        pa.field("neutral", pa.float64()),
        pa.field("negative", pa.float64()),
        pa.field("title_tone", pa.float64()),
        pa.field("plain_tone", pa.float64()),
        pa.field("plain_title_tone", pa.float64()),
        pa.field("sentences", pa.list_(SENTENCE)),
        pa.field("mentions", pa.list_(MENTION)),
        pa.field("spans", pa.list_(SPAN)),
        pa.field("quotes", pa.list_(QUOTE)),
        pa.field("keyphrases", STRINGS),
        pa.field("fingerprint", pa.list_(pa.int64())),
        pa.field("made_with", STRINGS),
    ]
)


RECORDS = {"sentences": Sentence, "mentions": Mention, "spans": Span, "quotes": Quote}
LISTS = [
    each.name for each in ARTICLE_SCHEMA if pa.types.is_list(each.type) and each.name not in RECORDS
]


def to_batch(articles: Iterable[Article]) -> pa.RecordBatch:
    """Articles as one record batch of ARTICLE_SCHEMA."""
    return pa.RecordBatch.from_pylist([asdict(one) for one in articles], ARTICLE_SCHEMA)


def from_batch(batch: pa.RecordBatch | pa.Table) -> list[Article]:
    """The articles of a record batch, in its order."""
    return [from_row(row) for row in batch.to_pylist()]


def from_row(row: dict[str, Any]) -> Article:
    """The article of a record batch's row."""
    row["date_precision"] = Precision(row["date_precision"])
    row["date_origin"] = DateOrigin(row["date_origin"])
    for name in LISTS:
        row[name] = tuple(row[name] or ())
    for name, record in RECORDS.items():
        row[name] = tuple(record(**one) for one in row[name] or ())
    return Article(**row)
