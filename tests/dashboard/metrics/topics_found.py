"""Bursts of tags, tags that travel together, fading ones and topics without tags, computed from
their definitions in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from math import sqrt
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    before,
    labels,
    most,
    number_of,
    selected,
    tag_counts,
    tagged,
    unit,
    window,
    within,
)
from tests.dashboard.metrics.naming import association

DAY = timedelta(days=1)
QUARTER = 91


def fading(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    earlier = before(corpus, filters)
    if earlier is None:
        return []
    now = tag_counts(corpus, filters, selected(corpus, filters))
    then = tag_counts(corpus, filters, earlier)
    fell = [
        (tag, int(now.get(tag, 0)), int(then[tag]))
        for tag in then.index
        if then[tag] > now.get(tag, 0)
    ]
    fell.sort(key=lambda one: (-(one[2] - one[1]) / sqrt(one[1] + 1), one[1] - one[2], one[0]))
    return [
        {
            "tag": labels(corpus)[tag],
            "coverage": number,
            "before": then_number,
            "change": number / then_number - 1,
            "fall": then_number - number,
        }
        for tag, number, then_number in fell[: limit or None]
    ]


def units_of(rows: Rows, filters: Filters, by: str) -> dict[Any, set[int]]:
    """What is counted, by what it has."""
    grouped: dict[Any, set[int]] = {}
    for row in rows:
        grouped.setdefault(row[by], set()).add(row[unit(filters)])
    return grouped


def tag_ties(corpus: Corpus, filters: Filters, support: int, limit: int) -> Rows:
    articles = selected(corpus, filters)
    carrying = units_of(tagged(corpus, filters, articles), filters, "tag")
    chosen = sorted(carrying, key=lambda tag: (-len(carrying[tag]), tag))[: limit or None]
    rows = []
    for one, other in combinations(sorted(chosen), 2):
        together = len(carrying[one] & carrying[other])
        if together < max(support, 1):
            continue
        close = association(
            together, len(carrying[one]), len(carrying[other]), all_of(articles, filters)
        )
        if close is not None and close > 0:
            row = {"tag": one, "other": other, "together": together, "association": close}
            rows.append(row)
    rows.sort(key=lambda row: (-row["association"], -row["together"], row["tag"], row["other"]))
    names = labels(corpus)
    return [row | {"tag": names[row["tag"]], "other": names[row["other"]]} for row in rows]


def bursts(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    days = window(corpus, filters)
    published = [row["published_on"] for row in corpus.article]
    if days is None or not published:
        return []
    first, last = days[0], last_whole(corpus, days[1])
    since = first
    while (last - since).days + 1 < QUARTER or ((last - since).days + 1) % QUARTER:
        since -= DAY
    wide = replace(filters, since=min(since, first), until=days[1])
    carried = tagged(corpus, filters, selected(corpus, wide))
    known = [max(since, min(published)) + step * DAY for step in range(7000)]
    known = [day for day in known if day <= last]
    found = []
    for tag in most(number_of(carried, filters, "tag"), 200):
        rows = [row for row in carried if row["tag"] == tag]
        counts = {day: all_of(within(rows, (day, day)), filters) for day in known}
        runs = runs_of(counts, last, first)
        found += [run | {"tag": tag} for run in runs if run["coverage"] >= 10]
    strongest = {
        tag: max(run["strength"] for run in found if run["tag"] == tag)
        for tag in {run["tag"] for run in found}
    }
    top = sorted(strongest, key=lambda tag: (-strongest[tag], tag))[: limit or None]
    kept = [run for tag in top for run in found if run["tag"] == tag]
    return [run | {"tag": labels(corpus)[run["tag"]]} for run in kept]


def last_whole(corpus: Corpus, last: date) -> date:
    until = corpus.pointer.complete_until
    if until is None:
        return last
    return min(last, until.astimezone(ZoneInfo(corpus.pointer.time_zone)).date() - DAY)


def runs_of(counts: dict[date, int], last: date, first: date) -> Rows:
    """The days of a tag that stand out, those at most three apart put together."""
    usual, scores = {}, {}
    for day, number in counts.items():
        quarter = (last - day).days // QUARTER
        alike = [
            counts[other]
            for other in counts
            if other.weekday() == day.weekday() and (last - other).days // QUARTER == quarter
        ]
        if len(alike) < 4:
            continue
        usual[day] = median(alike)
        deviation = median(abs(one - usual[day]) for one in alike)
        scores[day] = (number - usual[day]) / max(1.4826 * deviation, sqrt(usual[day] + 1))
    high = [day for day in scores if counts[day] >= 5 and scores[day] >= 3.5 and day >= first]
    runs: list[list[date]] = []
    for day in high:
        if runs and (day - runs[-1][-1]).days <= 3:
            runs[-1].append(day)
        else:
            runs.append([day])
    told = []
    for run in runs:
        within_run = [day for day in counts if run[0] <= day <= run[-1]]
        told.append(
            {
                "starts_on": run[0],
                "ends_on": run[-1],
                "coverage": sum(counts[day] for day in within_run),
                "usual": float(sum(usual.get(day, 0) for day in within_run)),
                "strength": max(scores[day] for day in run),
            }
        )
    return told


def phrased(corpus: Corpus, filters: Filters, articles: Rows) -> dict[str, set[int]]:
    known = {row["id"]: row for row in articles}
    rows = [
        known[row["article"]] | {"tag": row["tag"]}
        for row in corpus.article_keyphrase
        if row["counted"] and row["article"] in known
    ]
    return units_of(rows, filters, "tag")


def found_topics(corpus: Corpus, filters: Filters, support: int, limit: int) -> Rows:
    having = phrased(corpus, filters, selected(corpus, filters))
    order = sorted(having, key=lambda phrase: (-len(having[phrase]), phrase))
    order = [phrase for phrase in order if len(having[phrase]) >= max(support, 1)][:200]
    head: dict[str, str] = {}
    for place, phrase in enumerate(order):
        close = {}
        for above in order[:place]:
            together = len(having[phrase] & having[above])
            if together >= max(support, 1):
                close[above] = together / sqrt(len(having[phrase]) * len(having[above]))
        nearest = max(close, key=lambda above: close[above], default=phrase)
        above = nearest if close.get(nearest, 0) >= 0.3 else phrase
        head[phrase] = head.get(above, phrase)
    earlier = before(corpus, filters)
    then = phrased(corpus, filters, earlier or [])
    names = labels(corpus)
    topics = []
    for first in order:
        phrases = [phrase for phrase in order if head[phrase] == first]
        if len(phrases) < 2:
            continue
        now = len(set().union(*(having[phrase] for phrase in phrases)))
        past = len(set().union(*(then.get(phrase, set()) for phrase in phrases)))
        shown = [names.get(phrase, phrase) for phrase in phrases]
        topics.append(
            {
                "topic": ", ".join(shown[:3]),
                "phrases": shown,
                "coverage": now,
                "before": None if earlier is None else past,
                "change": now / past - 1 if earlier is not None and past else None,
            }
        )
    topics.sort(key=lambda row: -row["coverage"])
    return topics[: limit or None]


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "bursts": bursts,
    "fading": fading,
    "found_topics": found_topics,
    "tag_ties": tag_ties,
}
