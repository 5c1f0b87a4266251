"""The metrics of tone, computed from their definitions in words."""

from collections.abc import Callable, Sequence
from math import floor
from statistics import fmean, stdev
from typing import Any

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    frame,
    labels,
    mean,
    periods,
    selected,
    starts,
    tagged,
    toned,
)
from tests.dashboard.metrics.naming import known, named

FEW = 10
BINS = 40
MOST_EXTREME = 1000


def interval(tones: Sequence[float]) -> dict[str, float | None]:
    """The ends of the interval of 95% of the mean: none of few tones."""
    number = len(tones)
    if number < FEW:
        return {"low": None, "high": None}
    free = number - 1
    student = 1.96 + 2.372 / free + 2.823 / free**2 + 2.556 / free**3
    half = student * stdev(tones) / number**0.5
    return {"low": fmean(tones) - half, "high": fmean(tones) + half}


def judged(tones: Sequence[float]) -> dict[str, Any]:
    return {"tone": fmean(tones), "n": len(tones)} | interval(tones)


def tone(corpus: Corpus, filters: Filters, period: str) -> Rows:
    articles = toned(selected(corpus, filters))
    begun = list(starts(frame(articles, "published_on")["published_on"], period))
    rows: Rows = []
    for span in periods(corpus, filters, period).to_dict("records"):
        pairs = zip(articles, begun, strict=True)
        inside = [row for row, start in pairs if start == span["starts_on"]]
        means = {name: mean(inside, name) for name in ("tone", "positive", "neutral", "negative")}
        rows.append(span | means | {"n": len(inside)} | interval([row["tone"] for row in inside]))
    return rows


def tone_distribution(corpus: Corpus, filters: Filters) -> Rows:
    articles = toned(selected(corpus, filters))
    bins: dict[int, Rows] = {place: [] for place in range(-BINS // 2, BINS // 2)}
    for row in articles:
        bins[min(floor(row["tone"] * BINS / 2), BINS // 2 - 1)].append(row)
    return [
        {
            "at_least": place * 2 / BINS,
            "below": (place + 1) * 2 / BINS,
            "coverage": all_of(inside, filters),
            "share": all_of(inside, filters) / all_of(articles, filters),
        }
        for place, inside in bins.items()
        if articles
    ]


def tone_by(corpus: Corpus, filters: Filters, group: str, limit: int) -> Rows:
    articles = toned(selected(corpus, filters))
    found: dict[tuple[Any, str, str | None], list[float]] = {}
    if group == "tag":
        for row in tagged(corpus, filters, articles):
            found.setdefault((row["tag"], labels(corpus)[row["tag"]], None), []).append(row["tone"])
    elif group == "source":
        for row in articles:
            found.setdefault((row["source"], row["source"], None), []).append(row["tone"])
    else:
        for row in toned(named(corpus, filters, selected(corpus, filters))):
            entity = known(corpus)[row["entity"]]
            key = (row["entity"], entity["entity"], entity["type"])
            found.setdefault(key, []).append(row["tone"])
    order = sorted(found, key=lambda key: (-len(found[key]), key[1], key[2] or "", key[0]))
    return [{"name": key[1], "type": key[2]} | judged(found[key]) for key in order[: limit or None]]


def tone_extremes(corpus: Corpus, filters: Filters, pole: str, words: int, limit: int) -> Rows:
    sign = 1 if pole == "positive" else -1
    ends = [
        row
        for row in toned(selected(corpus, filters))
        if sign * row["tone"] >= 0.05 and (row["words"] or 0) >= words
    ]
    ends.sort(key=lambda row: (-sign * row["tone"], -row["published_at"].timestamp(), row["id"]))
    first: dict[int, dict[str, Any]] = {}
    for row in ends[:MOST_EXTREME]:
        first.setdefault(row["story"], row)
    names = ("title", "source", "url", "published_on", "words", "tone")
    return [
        {"article": row["id"]} | {name: row[name] for name in names}
        for row in list(first.values())[: limit or None]
    ]


def tone_languages(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    spoken: dict[str | None, Rows] = {}
    for row in selected(corpus, filters):
        spoken.setdefault(row["language"], []).append(row)
    order = sorted(spoken, key=lambda code: (-len(spoken[code]), code is None, code or ""))
    return [
        {
            "language": code,
            "articles": len(spoken[code]),
            "n": len(toned(spoken[code])),
            "textless": sum(row["tone"] is None and not row["words"] for row in spoken[code]),
            "unscored": sum(row["tone"] is None and bool(row["words"]) for row in spoken[code]),
        }
        for code in order[: limit or None]
    ]


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "tone": tone,
    "tone_distribution": tone_distribution,
    "tone_by": tone_by,
    "tone_extremes": tone_extremes,
    "tone_languages": tone_languages,
}
