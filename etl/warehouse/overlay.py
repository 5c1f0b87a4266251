"""What analysts said of entities, laid over what was read out of an article.

The reading itself stays as the machine made it. Of an article that a rule concerns, the bodies keep
mentions, spans and quotes a second time, as they are shown; facts and index are made of these."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

import pyarrow as pa

from etl.article import (
    ARTICLE_SCHEMA,
    Article,
    Mention,
    Quote,
    Span,
    from_batch,
    to_batch,
)
from etl.enrich.mentions import mentions
from etl.enrich.models import Models
from etl.enrich.tone import add_tone
from etl.warehouse.facts import spelling
from etl.warehouse.store import Store, sql
from presswatch.desk.entity_rules import Decision, Entity, EntityRule, Resolve, resolver

SETTING = "entity_rules"
LAID_OVER = ("id", "mentions", "spans", "quotes")


def remembered(store: Store) -> list[EntityRule]:
    """The rules that the store's facts obey."""
    found = json.loads(store.setting(SETTING) or "[]")
    return [EntityRule(**one | {"decision": Decision(one["decision"])}) for one in found]


def remember(store: Store, rules: Iterable[EntityRule]) -> None:
    """Keep the rules, once all facts obey them."""
    store.remember(SETTING, json.dumps([asdict(rule) for rule in rules]))


def laid_over(
    articles: Sequence[Article], rules: Iterable[EntityRule], models: Models
) -> list[Article]:
    """The articles as they are shown, in their order; those that no rule concerns are the same.

    What is one now is counted and scored as one: its mention is made of the spans anew."""
    resolve = resolver(rules)
    shown = [_renamed(article, resolve) for article in articles]
    anew = [place for place, one in enumerate(shown) if one is not articles[place]]
    batch = to_batch([shown[place] for place in anew])
    for place, scored in zip(anew, from_batch(add_tone(batch, models.tone)), strict=True):
        shown[place] = replace(shown[place], mentions=scored.mentions)
    return shown


def former_names(rules: Iterable[EntityRule]) -> dict[Entity, str]:
    """What entities were called before they were renamed, by what they are called now."""
    return {
        (rule.target, rule.target_type): rule.name
        for rule in rules
        if rule.decision == Decision.RENAME
    }


def put(store: Store, articles: Sequence[Article], shown: Sequence[Article]) -> None:
    """Keep how articles are shown, in the place of what was kept of them. Within a transaction."""
    other = [one for one, article in zip(shown, articles, strict=True) if one is not article]
    fields = [ARTICLE_SCHEMA.field(name) for name in LAID_OVER]
    rows = to_batch(other).select(LAID_OVER)
    ids = pa.table({"id": pa.array([one.id for one in articles], pa.int64())})
    store.bodies.register("batch", ids)
    store.bodies.register("batch_overlay", pa.Table.from_batches([rows], pa.schema(fields)))
    store.bodies.execute(sql("put_overlay"))


def as_shown(store: Store, articles: Sequence[Article]) -> list[Article]:
    """The articles as the bodies keep that they are shown."""
    ids = {"ids": [article.id for article in articles]}
    found = store.bodies.sql(sql("overlaid"), params=ids).to_arrow_table().to_pylist()
    kept = {row["id"]: row for row in found}
    return [
        _with(article, kept[article.id]) if article.id in kept else article for article in articles
    ]


def _with(article: Article, row: dict[str, Any]) -> Article:
    return replace(
        article,
        mentions=tuple(Mention(**one) for one in row["mentions"] or ()),
        spans=tuple(Span(**one) for one in row["spans"] or ()),
        quotes=tuple(Quote(**one) for one in row["quotes"] or ()),
    )


def _renamed(article: Article, resolve: Resolve) -> Article:
    """The article with its entities resolved, mentions without tone; itself where all stay."""
    spans = [
        _resolved(span, resolve(span.entity, span.type, spelling(article, span)))
        for span in article.spans
    ]
    if not article.spans:  # read by Presswatch 0.1, which kept none
        return _by_name(article, resolve)
    if spans == list(article.spans):
        return article
    sentences = [asdict(one) for one in article.sentences]
    found = [Mention(**one) for one in mentions([asdict(span) for span in spans], sentences)]
    return replace(
        article,
        spans=tuple(spans),
        mentions=tuple(found),
        quotes=tuple(_spoken(article, quote, resolve) for quote in article.quotes),
    )


def _resolved(span: Span, entity: tuple[str, str]) -> Span:
    return (
        span
        if entity == (span.entity, span.type)
        else replace(span, entity=entity[0], type=entity[1])
    )


def _spoken(article: Article, quote: Quote, resolve: Resolve) -> Quote:
    """A quote by its speaker's name; a spelling says nothing of who that is."""
    types = [one.type for one in article.mentions if one.entity == quote.speaker]
    if quote.speaker is None or not types:
        return quote
    return replace(quote, speaker=resolve(quote.speaker, types[0], quote.speaker)[0])


def _by_name(article: Article, resolve: Resolve) -> Article:
    """An article of which no spans are known: mentions that are one now add up as far as that can
    be told without them."""
    found: dict[tuple[str, str], Mention] = {}
    for one in article.mentions:
        entity = resolve(one.entity, one.type, one.entity)
        mention = replace(one, entity=entity[0], type=entity[1])
        found[entity] = _sum(found[entity], mention) if entity in found else mention
    if tuple(found.values()) == article.mentions:
        return article
    return replace(article, mentions=tuple(found.values()))


def _sum(one: Mention, other: Mention) -> Mention:
    return replace(
        one,
        count=one.count + other.count,
        in_title=one.in_title or other.in_title,
        in_lead=one.in_lead or other.in_lead,
        share=max(one.share, other.share),
        prominence=max(one.prominence or 0, other.prominence or 0),
        tone=one.tone
        if other.tone is None
        else other.tone
        if one.tone is None
        else (one.tone * one.count + other.tone * other.count) / (one.count + other.count),
    )
