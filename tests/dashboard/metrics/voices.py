"""Shares of voice, computed from their definition in words."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    counting,
    frame,
    given,
    mean,
    names_of,
    periods,
    selected,
    starts,
    toned,
    unit,
)
from tests.dashboard.metrics.queries import Borne

# Each member, and what it means: that it is about an article, and that it is prominent there.
Means = Callable[[Borne], bool]
QUERIES: dict[str, tuple[Means, Means]] = {
    "strike OR fire": (
        lambda one: one.says("strike") or one.says("fire"),
        lambda one: one.says("strike") or one.says("fire"),
    ),
    "tag:ports": (lambda one: "ports" in one.tags, lambda one: "ports" in one.tags),
    "port NOT tag:x": (
        lambda one: one.says("port") and "x" not in one.tags,
        lambda one: one.says("port") and "x" not in one.tags,
    ),
    "body:fire": (lambda one: False, lambda one: False),  # no text has a body here
}
ENTITIES = {'entity:"MARA lind"': "Mara Lind", "entity:Lind": "Lind", "entity:nobody": "nobody"}
MEMBERS: tuple[tuple[str, ...], ...] = (
    (),
    ("entity:Lind", "tag:ports", "strike OR fire"),
    (*ENTITIES, *QUERIES),
)


def borne(corpus: Corpus, filters: Filters, article: dict[str, Any]) -> Borne:
    origins = filters.origins or ("publisher", "boilerplate", "rule")
    own = [row for row in given(corpus, origins) if row["article"] == article["id"]]
    tags = {name for row in own for name in names_of(corpus, row["tag"])}
    return Borne(article, tags, set())


def voiced(corpus: Corpus, filters: Filters, members: Sequence[str]) -> Rows:
    """A row an article and member that it is about."""
    articles = selected(corpus, filters)
    names = {row["id"]: row["entity"] for row in corpus.entity}
    rows: Rows = []
    for member in members:
        for article in articles:
            about = {"member": member, "id": article[unit(filters)], "article": article["id"]} | {
                name: article[name] for name in ("published_on", "source", "tone")
            }
            if member in ENTITIES:
                found = [
                    row
                    for row in counting(corpus, filters)
                    if row["article"] == article["id"]
                    and names[row["entity"]].lower() == ENTITIES[member].lower()
                ]
                prominent = any(row["in_title"] or row["in_lead"] for row in found)
                rows += [about | {"tone": mean(found), "prominent": prominent}] if found else []
            else:
                holds, in_front = QUERIES[member]
                one = borne(corpus, filters, article)
                rows += [about | {"prominent": in_front(one)}] if holds(one) else []
    return rows


def of(rows: Rows, member: str) -> Rows:
    return [row for row in rows if row["member"] == member]


def ids(rows: Rows) -> set[int]:
    return {row["id"] for row in rows}


def part(of: int, whole: int) -> float | None:
    return of / whole if whole else None


def voice(corpus: Corpus, filters: Filters, members: Sequence[str]) -> Rows:
    rows = voiced(corpus, filters, members)
    in_front = ids([row for row in rows if row["prominent"]])
    result = []
    for member in members:
        own, others = of(rows, member), [row for row in rows if row["member"] != member]
        tones = [row["tone"] for row in toned(own)]
        prominent = len(ids([row for row in own if row["prominent"]]))
        result.append(
            {
                "member": member,
                "coverage": len(ids(own)),
                "share": part(len(ids(own)), len(ids(rows))),
                "overlap": len(ids(own) & ids(others)),
                "prominent": prominent,
                "prominent_share": part(prominent, len(in_front)),
                "tone": mean(own),
                "n": len(tones),
                "positive_articles": sum(tone >= 0.05 for tone in tones),
                "neutral_articles": sum(-0.05 < tone < 0.05 for tone in tones),
                "negative_articles": sum(tone <= -0.05 for tone in tones),
            }
        )
    return result


def voice_course(corpus: Corpus, filters: Filters, members: Sequence[str], period: str) -> Rows:
    rows = voiced(corpus, filters, members)
    days = frame(rows, "published_on")["published_on"]
    begun = dict(zip(days, starts(days, period), strict=True))
    result = []
    for span in periods(corpus, filters, period).to_dict("records"):
        inside = [row for row in rows if begun[row["published_on"]] == span["starts_on"]]
        for member in members:
            coverage = len(ids(of(inside, member)))
            whole = len(ids(inside))
            share = part(coverage, whole)
            row = {"member": member, "coverage": coverage, "whole": whole, "share": share}
            result.append(span | row)
    return result


def voice_sources(corpus: Corpus, filters: Filters, members: Sequence[str], limit: int) -> Rows:
    rows = voiced(corpus, filters, members)
    by_source = {
        source: [row for row in rows if row["source"] == source]
        for source in {row["source"] for row in rows}
    }
    order = sorted(by_source, key=lambda source: (-len(ids(by_source[source])), source))
    return [
        {
            "source": source,
            "member": member,
            "coverage": len(ids(of(by_source[source], member))),
            "share": part(len(ids(of(by_source[source], member))), len(ids(by_source[source]))),
        }
        for source in order[: limit or None]
        for member in members
    ]


def voice_overlap(corpus: Corpus, filters: Filters, members: Sequence[str]) -> Rows:
    rows = voiced(corpus, filters, members)
    return [
        {
            "member": member,
            "other": other,
            "together": len(ids(of(rows, member)) & ids(of(rows, other))),
            "share": part(
                len(ids(of(rows, member)) & ids(of(rows, other))), len(ids(of(rows, member)))
            ),
        }
        for member in members
        for other in members
        if other != member
    ]


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "voice": voice,
    "voice_course": voice_course,
    "voice_sources": voice_sources,
    "voice_overlap": voice_overlap,
}
