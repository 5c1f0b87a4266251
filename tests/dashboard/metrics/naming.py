"""The metrics of entities, computed from their definitions in words."""

import re
from collections.abc import Callable
from itertools import combinations
from math import log
from typing import Any

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    before,
    counting,
    frame,
    mean,
    periods,
    selected,
    starts,
    toned,
    unit,
)

Key = tuple[str, str]  # name and type


def known(corpus: Corpus) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in corpus.entity}


def named(corpus: Corpus, filters: Filters, articles: Rows) -> Rows:
    """The mentions that count in these articles, each with what is counted: the article's id or its
    story."""
    counted = {row["id"]: row[unit(filters)] for row in articles}
    return [
        row | {"unit": counted[row["article"]]}
        for row in counting(corpus, filters)
        if row["article"] in counted
    ]


def units(rows: Rows) -> set[int]:
    return {row["unit"] for row in rows}


def by_entity(mentions: Rows) -> dict[int, Rows]:
    grouped: dict[int, Rows] = {}
    for row in mentions:
        grouped.setdefault(row["entity"], []).append(row)
    return grouped


def ranked(corpus: Corpus, grouped: dict[int, Rows], type_: str = "any") -> list[int]:
    """Entities of a type, those that most articles name first."""
    entity = known(corpus)
    return sorted(
        (key for key in grouped if type_ in ("any", entity[key]["type"])),
        key=lambda key: (
            -len(units(grouped[key])),
            -sum(row["count"] for row in grouped[key]),
            entity[key]["entity"],
            entity[key]["type"],
        ),
    )


def entities(corpus: Corpus, filters: Filters, kind: str, limit: int) -> Rows:
    articles, earlier = selected(corpus, filters), before(corpus, filters)
    grouped = by_entity(named(corpus, filters, articles))
    then = by_entity(named(corpus, filters, earlier or []))
    rows = []
    for key in ranked(corpus, grouped, kind)[: limit or None]:
        own, old = grouped[key], None if earlier is None else len(units(then.get(key, [])))
        rows.append(
            {name: known(corpus)[key][name] for name in ("entity", "type")}
            | {
                "coverage": len(units(own)),
                "share": len(units(own)) / all_of(articles, filters),
                "before": old,
                "change": len(units(own)) / old - 1 if old else None,
                "mentions": sum(row["count"] for row in own),
                "prominence": mean(own, "prominence"),
                "tone": mean(own),
                "n": len(toned(own)),
            }
        )
    return rows


def asked(corpus: Corpus, mentions: Rows, name: str) -> set[int]:
    """The entities of that name; without one, the most named."""
    if name:
        return {key for key, row in known(corpus).items() if row["entity"].lower() == name.lower()}
    grouped = by_entity(mentions)
    return set(sorted(grouped, key=lambda key: (-len(units(grouped[key])), key))[:1])


def own(corpus: Corpus, filters: Filters, name: str) -> Rows:
    """The articles that name the entity, each once, with what holds of the entity in them."""
    articles = selected(corpus, filters)
    mentions = named(corpus, filters, articles)
    wanted = asked(corpus, mentions, name)
    rows = []
    for article in articles:
        found = [
            row for row in mentions if row["article"] == article["id"] and row["entity"] in wanted
        ]
        if found:
            prominences = [row["prominence"] for row in found if row["prominence"] is not None]
            rows.append(
                {
                    "article": article["id"],
                    "unit": article[unit(filters)],
                    "source": article["source"],
                    "published_on": article["published_on"],
                    "mentions": sum(row["count"] for row in found),
                    "prominent": any(row["in_title"] or row["in_lead"] for row in found),
                    "prominence": max(prominences, default=None),
                    "tone": mean(found),
                }
            )
    return rows


def entity_headline(corpus: Corpus, filters: Filters, name: str) -> Rows:
    rows = own(corpus, filters, name)
    if not rows:
        return []
    articles = selected(corpus, filters)
    mentions = named(corpus, filters, articles)
    wanted = asked(corpus, mentions, name)
    grouped = {key: rows for key, rows in by_entity(mentions).items() if key in wanted}
    types = sorted(grouped, key=lambda key: (-len(units(grouped[key])), known(corpus)[key]["type"]))
    return [
        {
            "entity": known(corpus)[types[0]]["entity"],
            "types": [known(corpus)[key]["type"] for key in types],
            "spellings": sorted(
                {row["alias"] for row in corpus.entity_alias if row["entity"] in wanted}
            ),
            "coverage": len(units(rows)),
            "share": len(units(rows)) / all_of(articles, filters),
            "sources": len({row["source"] for row in rows}),
            "mentions": sum(row["mentions"] for row in rows),
            "prominent": len(units([row for row in rows if row["prominent"]])),
            "prominence": mean(rows, "prominence"),
            "tone": mean(rows),
            "n": len(toned(rows)),
        }
    ]


def entity_course(corpus: Corpus, filters: Filters, name: str, period: str) -> Rows:
    rows, articles = own(corpus, filters, name), selected(corpus, filters)
    begun = starts(frame(rows, "published_on")["published_on"], period)
    whole = starts(frame(articles, "published_on")["published_on"], period)
    course = []
    for span in periods(corpus, filters, period).to_dict("records"):
        pairs = zip(rows, begun, strict=True)
        inside = [row for row, start in pairs if start == span["starts_on"]]
        pairs = zip(articles, whole, strict=True)
        total = all_of([row for row, start in pairs if start == span["starts_on"]], filters)
        course.append(
            span
            | {
                "coverage": len(units(inside)),
                "share": len(units(inside)) / total if total else None,
                "prominent": len(units([row for row in inside if row["prominent"]])),
                "tone": mean(inside),
                "n": len(toned(inside)),
            }
        )
    return course


def entity_sources(corpus: Corpus, filters: Filters, name: str, limit: int) -> Rows:
    articles, naming = selected(corpus, filters), own(corpus, filters, name)
    rows = []
    for source in {row["source"] for row in naming}:
        inside = [row for row in naming if row["source"] == source]
        whole = [row for row in articles if row["source"] == source]
        rows.append(
            {
                "source": source,
                "coverage": len(units(inside)),
                "share": len(units(inside)) / all_of(whole, filters),
                "tone": mean(inside),
                "n": len(toned(inside)),
            }
        )
    return sorted(rows, key=lambda row: (-row["coverage"], row["source"]))[: limit or None]


def association(together: int, one: int, another: int, articles: int) -> float | None:
    """Normalised pointwise mutual information (Bouma 2009)."""
    if together == articles:  # both in every article: nothing can be said
        return None
    return log(together * articles / (one * another)) / -log(together / articles)


def entity_company(corpus: Corpus, filters: Filters, name: str, support: int, limit: int) -> Rows:
    entity = known(corpus)
    return [
        {name: entity[row["id"]][name] for name in ("entity", "type")}
        | {name: row[name] for name in ("together", "coverage", "association")}
        for row in company(corpus, filters, name, support)[: limit or None]
    ]


def company(corpus: Corpus, filters: Filters, name: str, support: int) -> Rows:
    articles = selected(corpus, filters)
    mentions = named(corpus, filters, articles)
    wanted = asked(corpus, mentions, name)
    naming, whole = units(own(corpus, filters, name)), all_of(articles, filters)
    rows = []
    for key, found in by_entity(mentions).items():
        together = len(units(found) & naming)
        if key in wanted or together < max(support, 1):
            continue
        close = association(together, len(units(found)), len(naming), whole)
        if close is not None and close > 0:
            counted = {"together": together, "coverage": len(units(found))}
            rows.append({"id": key, "association": close} | counted)
    entity = known(corpus)
    return sorted(
        rows,
        key=lambda row: (
            -row["association"],
            -row["together"],
            entity[row["id"]]["entity"],
            entity[row["id"]]["type"],
        ),
    )


def entity_ties(
    corpus: Corpus, filters: Filters, name: str, kind: str, support: int, limit: int
) -> Rows:
    articles = selected(corpus, filters)
    mentions = named(corpus, filters, articles)
    grouped, entity = by_entity(mentions), known(corpus)
    if name:
        near = company(corpus, filters, name, support)[: limit or None]
        chosen = asked(corpus, mentions, name) | {row["id"] for row in near}
    else:
        chosen = set(ranked(corpus, grouped, kind)[: limit or None])
    naming = {key: units(grouped.get(key, [])) for key in chosen}
    whole = all_of(articles, filters)
    rows = []
    for one, another in combinations(sorted(chosen), 2):
        together = len(naming[one] & naming[another])
        if together < max(support, 1):
            continue
        close = association(together, len(naming[one]), len(naming[another]), whole)
        if close is not None and close > 0:
            rows.append(
                {
                    "entity": entity[one]["entity"],
                    "type": entity[one]["type"],
                    "other": entity[another]["entity"],
                    "other_type": entity[another]["type"],
                    "together": together,
                    "association": close,
                }
            )
    names = ("entity", "type", "other", "other_type")
    return sorted(
        rows,
        key=lambda row: (-row["association"], -row["together"], *(row[name] for name in names)),
    )


def words(text: str) -> str:
    return f" {re.sub('[^a-z0-9ø]+', ' ', text.lower()).strip()} "


def quotes(corpus: Corpus, filters: Filters, name: str, role: str, limit: int) -> Rows:
    articles = {row["id"]: row for row in selected(corpus, filters)}
    wanted = asked(corpus, named(corpus, filters, list(articles.values())), name)
    naming = {row["article"] for row in own(corpus, filters, name)}
    spelled = {row["alias"] for row in corpus.entity_alias if row["entity"] in wanted}
    spelled |= {known(corpus)[key]["entity"] for key in wanted}

    def holds(row: dict[str, Any]) -> bool:
        if role == "by":
            return row["article"] in articles and row["speaker"] in wanted
        says = any(words(one) in words(row["text"]) for one in spelled)
        return row["article"] in naming and row["speaker"] not in wanted and says

    found = sorted(
        filter(holds, corpus.quote),
        key=lambda row: (-row["published_on"].toordinal(), row["article"], row["place"]),
    )
    speakers = {key: row["entity"] for key, row in known(corpus).items()}
    return [
        {name: row[name] for name in ("published_on", "article", "text", "tone")}
        | {name: articles[row["article"]][name] for name in ("source", "title")}
        | {"speaker": speakers.get(row["speaker"])}
        for row in found[: limit or None]
    ]


def places(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    grouped = by_entity(named(corpus, filters, selected(corpus, filters)))
    rows = [
        {name: place[name] for name in ("entity", "country", "latitude", "longitude")}
        | {
            "coverage": len(units(grouped[key])),
            "tone": mean(grouped[key]),
            "n": len(toned(grouped[key])),
        }
        for key, place in known(corpus).items()
        if place["type"] == "place" and key in grouped
    ]
    return sorted(rows, key=lambda row: (-row["coverage"], row["entity"]))[: limit or None]


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "entities": entities,
    "entity_headline": entity_headline,
    "entity_course": entity_course,
    "entity_sources": entity_sources,
    "entity_company": entity_company,
    "entity_ties": entity_ties,
    "quotes": quotes,
    "places": places,
}
