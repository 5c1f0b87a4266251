"""The columns of all metrics: a name means the same, and has the same kind, wherever it stands."""

import pyarrow as pa

KINDS = {
    "day": pa.date32(),
    "instant": pa.timestamp("us", "UTC"),
    "int": pa.int64(),
    "id": pa.int64(),  # JSON writes it as text: a browser's numbers end at 2**53
    "float": pa.float64(),
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "bool": pa.bool_(),
}

COLUMNS = {  # kind and meaning
    "article": ("id", "the article's id"),
    "articles": ("int", "number of articles"),
    "before": ("int", "coverage in the period of equal length just before"),
    "change": ("float", "coverage over the coverage before, minus 1"),
    "complete": (
        "bool",
        "the period lies in the window and was over when all sources had last been asked",
    ),
    "coverage": ("int", "number of articles"),
    "day": ("day", "the day on which the article was seen"),
    "entity": ("text", "the name"),
    "everything": ("int", "number of articles from the same sources, whatever the other filters"),
    "id": ("id", "the article's id"),
    "mean_7d": ("float", "mean coverage of the day and the six before it"),
    "measure": ("text", "page_views, shares or places"),
    "mentions": ("int", "how often the entity is named"),
    "n": ("int", "number of articles that the mean tone is over"),
    "negative": ("float", "mean share of sentences with a negative tone, 0 to 1"),
    "neutral": ("float", "mean share of sentences with a neutral tone, 0 to 1"),
    "page_views": ("float", "page views on the days of the window"),
    "places": ("float", "places in most-popular lists on the days of the window"),
    "positive": ("float", "mean share of sentences with a positive tone, 0 to 1"),
    "published_at": ("instant", "when it was published, UTC"),
    "published_on": ("day", "the day of publication in the reporting time zone"),
    "rank": ("int", "1 is the most popular"),
    "rise": ("int", "coverage minus the coverage before"),
    "share": ("float", "coverage over the whole of its set, 0 to 1"),
    "shares": ("float", "shares on the days of the window"),
    "source": ("text", "who published it"),
    "sources": ("int", "number of sources"),
    "starts_on": ("day", "first day of the period; a week begins on Monday, a month on its first"),
    "tag": ("text", "the tag in its most frequent spelling"),
    "tags": ("texts", "the tags in their most frequent spelling"),
    "title": ("text", "the article's title"),
    "tone": ("float", "mean tone, -1 to 1"),
    "type": ("text", "person, organization, place, event or product"),
    "url": ("text", "the article's address; empty where it has none"),
    "value": ("float", "page views, shares, or number of lists"),
    "words": ("int", "number of words of the body; empty where there is none"),
}
