"""Rows of the warehouse's bridge tables, made of articles and sightings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from etl.article import TITLE, Article, Measure, Span, article_id
from etl.enrich.places import Position, position
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
        ("country", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
    ]
)
ALIAS_SCHEMA = pa.schema(
    [
        ("entity", pa.int64()),
        ("alias", pa.string()),
        ("name", pa.string()),
        ("type", pa.string()),
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
    """How popular an article is by what its own document says."""
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
    """Rows of TAG_SCHEMA, of what publishers give."""
    return [row for article in articles for row in _tagged(article, article.tags)]


def keyphrase_rows(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Rows of TAG_SCHEMA, of keyphrases."""
    return [row for article in articles for row in _tagged(article, article.keyphrases)]


def _tagged(article: Article, spellings: Sequence[str]) -> Iterator[dict[str, Any]]:
    """A row a key: of several spellings of it, the first."""
    for key, spelling in {fold(one): one for one in reversed(spellings)}.items():
        if key:
            yield {
                "article": article.id,
                "tag": key,
                "spelling": spelling,
                "published_on": article.published_on,
            }


def mention_rows(
    articles: Iterable[Article], former: Mapping[tuple[str, str], str]
) -> list[dict[str, Any]]:
    """Rows of MENTION_SCHEMA. A place lies where it did under its `former` name."""
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
            **_position(mention.entity, mention.type, former),
        }
        for article in articles
        for mention in article.mentions
    ]


def alias_rows(articles: Iterable[Article], shown: Iterable[Article]) -> list[dict[str, Any]]:
    """Rows of ALIAS_SCHEMA, each once: how the articles spell the entities that are shown."""
    rows = {
        (article_id(seen.entity, seen.type), spelling(article, span), span.entity, span.type)
        for article, as_shown in zip(articles, shown, strict=True)
        for span, seen in zip(article.spans, as_shown.spans, strict=True)
    }
    return [dict(zip(ALIAS_SCHEMA.names, row, strict=True)) for row in sorted(rows)]


def spelling(article: Article, span: Span) -> str:
    """How the text spells what a span marks."""
    text = article.title if span.sentence == TITLE else article.sentences[span.sentence].text
    return " ".join(text[span.start : span.end].split())


def _position(name: str, type_: str, former: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    found = position(name) if type_ == "place" else Position()
    known = {name}
    while found == Position() and (before := former.get((name, type_))) and before not in known:
        name, found = before, position(before) if type_ == "place" else Position()
        known.add(name)
    return asdict(found)


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
