"""What sets two selections apart, computed from its definition in words."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import log, sqrt
from typing import Any
from urllib.parse import quote_plus

from dashboard.filters import HOW_TO_COUNT, Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    before,
    labels,
    selected,
    tagged,
    unit,
)
from tests.dashboard.metrics.naming import known, named

QUERY = 'tag:"wage-talks" OR strike'
# Another selection, as a parameter and as filters.
OTHERS = {
    f"from=2023-12-23&to=2025-07-15&q={quote_plus(QUERY)}": Filters(
        since=date(2023, 12, 23), until=date(2025, 7, 15), query=QUERY
    )
}
SAMPLES = (0, 4)
PRIOR = 10  # of what both selections count together, a tenth
NONE = 1e-9  # is no difference
STOP = {"en": {"at", "the", "in"}, "de": {"in", "über"}}  # of the corpora's titles
Key = tuple[Any, ...]


def sides(corpus: Corpus, filters: Filters, other: str) -> tuple[Rows, Rows]:
    if other:
        counted = {name: getattr(filters, name) for name in HOW_TO_COUNT}
        beside = selected(corpus, replace(OTHERS[other], **counted))
    else:
        beside = before(corpus, filters) or []
    return selected(corpus, filters), beside


def sampled(articles: Rows, sample: int) -> Rows:
    return sorted(articles, key=lambda row: row["id"])[: sample or None]


def words(article: dict[str, Any]) -> set[str]:
    found = set(re.findall(r"[^\W\d_]{2,}", article["title"].lower()))
    return found - STOP[article["language"] or "en"]


def borne(corpus: Corpus, filters: Filters, part: str, articles: Rows) -> dict[Key, set[int]]:
    """What is counted of each term: the articles, or their stories."""
    pairs: list[tuple[Key, int]] = []
    counted = {row["id"]: row[unit(filters)] for row in articles}
    match part:
        case "word":
            pairs = [((word,), row[unit(filters)]) for row in articles for word in words(row)]
        case "keyphrase":
            pairs = [
                ((row["tag"],), counted[row["article"]])
                for row in corpus.article_keyphrase
                if row["counted"] and row["article"] in counted
            ]
        case "tag":
            pairs = [
                ((row["tag"],), row[unit(filters)]) for row in tagged(corpus, filters, articles)
            ]
        case "entity":
            pairs = [((row["entity"],), row["unit"]) for row in named(corpus, filters, articles)]
        case "source":
            pairs = [((row["source"],), row[unit(filters)]) for row in articles]
    terms: dict[Key, set[int]] = {}
    for key, one in pairs:
        terms.setdefault(key, set()).add(one)
    return terms


def apart(corpus: Corpus, filters: Filters, part: str, other: str, sample: int, limit: int) -> Rows:
    both = sides(corpus, filters, other)
    if part == "word":
        both = sampled(both[0], sample), sampled(both[1], sample)
    one, two = (borne(corpus, filters, part, articles) for articles in both)
    here = {key: len(one.get(key, ())) for key in {**one, **two}}
    there = {key: len(two.get(key, ())) for key in here}
    if not any(here.values()) or not any(there.values()):
        return []
    rows = []
    for key in here:
        log_odds, z = fighting(key, here, there)
        if abs(z) > NONE:
            rows.append(
                {
                    "key": key,
                    "coverage": here[key],
                    "other_coverage": there[key],
                    "share": here[key] / all_of(both[0], filters),
                    "other_share": there[key] / all_of(both[1], filters),
                    "log_odds": log_odds,
                    "z": z,
                }
            )
    rows.sort(key=lambda row: (-row["z"], -row["coverage"], row["key"]))
    if limit:
        lowest = sorted(rows, key=lambda row: (row["z"], -row["other_coverage"], row["key"]))
        kept = [row for row in rows if row["z"] > 0][:limit]
        kept += [row for row in lowest if row["z"] < 0][:limit]
        rows = [row for row in rows if row in kept]
    return [shown(corpus, part, row.pop("key")[0]) | row for row in rows]


def fighting(key: Key, here: dict[Key, int], there: dict[Key, int]) -> tuple[float, float]:
    """The log-odds ratio of a term and its z, by Monroe, Colaresi and Quinn (2008), section 3.5."""
    total, other_total = sum(here.values()), sum(there.values())
    if len(here) == 1:
        return 0, 0  # there is no other term
    prior, priors = (here[key] + there[key]) / PRIOR, (total + other_total) / PRIOR
    odds = (here[key] + prior) / (total + priors - here[key] - prior)
    other_odds = (there[key] + prior) / (other_total + priors - there[key] - prior)
    ratio = log(odds) - log(other_odds)
    return ratio, ratio / sqrt(1 / (here[key] + prior) + 1 / (there[key] + prior))


def shown(corpus: Corpus, part: str, term: Any) -> dict[str, Any]:
    if part == "entity":
        return {"term": known(corpus)[term]["entity"], "type": known(corpus)[term]["type"]}
    name = labels(corpus).get(term, term) if part in ("tag", "keyphrase") else term
    return {"term": name, "type": None}


def both(corpus: Corpus, filters: Filters, other: str) -> Rows:
    one, two = sides(corpus, filters, other)
    ids = {row["id"] for row in two}
    nothing = not other and before(corpus, filters) is None
    return [
        {
            "coverage": all_of(one, filters),
            "other_coverage": None if nothing else all_of(two, filters),
            "both": all_of([row for row in one if row["id"] in ids], filters),
        }
    ]


DEFINITIONS: dict[str, Callable[..., Rows]] = {"apart": apart, "both": both}
