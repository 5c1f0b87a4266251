"""Rows of the warehouse's bridge tables, made of articles and sightings."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from etl.article import Article, Measure, article_id
from presswatch.tags import fold

POPULARITY_SCHEMA = pa.schema(
    [
        ("key", pa.int64()),
        ("article", pa.int64()),
        ("url", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("day", pa.date32()),
        ("measure", pa.string()),
        ("value", pa.float64()),
    ]
)
TAG_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("tag", pa.string()),
        ("spelling", pa.string()),
        ("origin", pa.string()),
        ("published_on", pa.date32()),
    ]
)
MENTION_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("entity", pa.int64()),
        ("name", pa.string()),
        ("type", pa.string()),
        ("count", pa.int32()),
        ("in_title", pa.bool_()),
        ("in_lead", pa.bool_()),
        ("share", pa.float64()),
        ("prominence", pa.float64()),
        ("tone", pa.float64()),
        ("published_on", pa.date32()),
    ]
)
QUOTE_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("place", pa.int32()),
        ("speaker", pa.int64()),
        ("text", pa.string()),
        ("tone", pa.float64()),
        ("published_on", pa.date32()),
    ]
)
PROBLEM_SCHEMA = pa.schema(
    [
        ("refresh", pa.int32()),
        ("document", pa.string()),
        ("place", pa.string()),
        ("stage", pa.string()),
        ("reason", pa.string()),
    ]
)
RULE_SCHEMA = pa.schema([("article", pa.int64()), ("tag", pa.string()), ("spelling", pa.string())])
TAKEN_SCHEMA = pa.schema([("fingerprint", pa.int64()), ("documents", pa.int32())])


def sightings(article: Article) -> Iterable[dict[str, Any]]:
    """What an article's document says of popularity: its own figures and its site's list."""
    for measure, value in (
        (Measure.PAGE_VIEWS, article.page_views),
        (Measure.SHARES, article.shares),
    ):
        if value is not None:
            row = sighting(
                url=article.url,
                source=article.source,
                title=article.title,
                day=article.published_on,
                measure=measure,
                value=value,
            )
            yield row | {"article": article.id}
    if article.captured_on is None:  # nothing says on which day its site's list was seen
        return
    for place, title in enumerate(article.most_popular, start=1):
        yield sighting(
            url=None,
            source=article.source,
            title=title,
            day=article.captured_on,
            measure=Measure.PLACES,
            value=place,
        )


def sighting(
    *, url: str | None, source: str | None, title: str | None, **rest: Any
) -> dict[str, Any]:
    """A row of `popularity` with its key: one thing, day, measure and list."""
    thing = (url,) if url else (source, (title or "").casefold())
    return {
        "key": article_id(*thing, str(rest["day"]), str(rest["measure"])),
        "article": article_id(url) if url else None,
        "url": url,
        "source": source,
        "title": title,
        **rest,
    }


def tag_rows(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Rows of TAG_SCHEMA: of an article's spellings of one tag, the first."""
    return [
        {
            "article": article.id,
            "tag": key,
            "spelling": spelling,
            "origin": origin,
            "published_on": article.published_on,
        }
        for article in articles
        for origin, tags in (("publisher", article.tags), ("keyphrase", article.keyphrases))
        for key, spelling in {fold(tag): tag for tag in reversed(tags)}.items()
        if key
    ]


def mention_rows(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Rows of MENTION_SCHEMA."""
    return [
        {
            "article": article.id,
            "entity": article_id(mention.entity, mention.type),
            "name": mention.entity,
            "type": mention.type,
            "count": mention.count,
            "in_title": mention.in_title,
            "in_lead": mention.in_lead,
            "share": mention.share,
            "prominence": mention.prominence,
            "tone": mention.tone,
            "published_on": article.published_on,
        }
        for article in articles
        for mention in article.mentions
    ]


def quote_rows(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Rows of QUOTE_SCHEMA; a speaker is an entity of the article."""
    return [
        {
            "article": article.id,
            "place": place,
            "speaker": _entity_of(article, quote.speaker),
            "text": quote.text,
            "tone": quote.tone,
            "published_on": article.published_on,
        }
        for article in articles
        for place, quote in enumerate(article.quotes, start=1)
    ]


def _entity_of(article: Article, name: str | None) -> int | None:
    types = (one.type for one in article.mentions if one.entity == name)
    found = next(types, None)
    return article_id(name, found) if found else None
