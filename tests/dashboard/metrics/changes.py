"""What changed, computed from its definition in words: coverage of queries and by hour, peaks, and
what stands out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import sqrt
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    counting,
    labels,
    passing,
    periods,
    selected,
    starts,
    tagged,
    unit,
    window,
    within,
)
from tests.dashboard.metrics.voices import of, part, voiced

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# What the store knows on either side of the window is read for what is usual.
MARGINS = {"day": 28, "week": 34, "month": 154}


def lines(corpus: Corpus, filters: Filters, members: Sequence[str]) -> dict[str, Rows]:
    """The articles of each line, with what is counted as their `id`."""
    if not members:
        counted = [
            row | {"article": row["id"], "id": row[unit(filters)]}
            for row in selected(corpus, filters)
        ]
        return {"": counted}
    rows = voiced(corpus, filters, members)
    return {member: of(rows, member) for member in members}


def begun(rows: Rows, period: str) -> list[date]:
    return list(starts(pd.Series([row["published_on"] for row in rows], dtype=object), period))


def course(
    corpus: Corpus, filters: Filters, members: Sequence[str], period: str
) -> dict[str, list[int]]:
    """How many each line has in each period of the window."""
    spans = list(periods(corpus, filters, period)["starts_on"])
    counts = {}
    for member, rows in lines(corpus, filters, members).items():
        inside: dict[date, set[int]] = {}
        for row, start in zip(rows, begun(rows, period), strict=True):
            inside.setdefault(start, set()).add(row["id"])
        counts[member] = [len(inside.get(start, ())) for start in spans]
    return counts


def collected(corpus: Corpus, filters: Filters) -> Rows:
    return within(passing(corpus, filters, only_sources=True), window(corpus, filters))


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def coverage_by_query(
    corpus: Corpus, filters: Filters, members: Sequence[str], period: str
) -> Rows:
    spans = periods(corpus, filters, period).to_dict("records")
    everything = collected(corpus, filters)
    days = begun(everything, period)
    rows = []
    counts = course(corpus, filters, members, period)
    for place, span in enumerate(spans):
        total = all_of(
            [row for row, day in zip(everything, days, strict=True) if day == span["starts_on"]],
            filters,
        )
        for member, values in counts.items():
            base = mean([n for n, one in zip(values, spans, strict=True) if one["complete"]])
            week = values[place - 6 : place + 1] if place >= 6 else []
            row = {
                "member": member,
                "coverage": values[place],
                "everything": total,
                "share": part(values[place], total),
                "indexed": 100 * values[place] / base if base else None,
            }
            rows.append(span | row | ({"mean_7d": mean(week)} if period == "day" else {}))
    return rows


def hours(corpus: Corpus, filters: Filters) -> list[datetime]:
    days = window(corpus, filters)
    if days is None:
        return []
    zone = corpus.pointer.time_zone
    first = pd.Timestamp(days[0]).tz_localize(zone)
    last = pd.Timestamp(days[1] + DAY).tz_localize(zone)
    return list(pd.date_range(first, last, freq="h", inclusive="left").tz_convert("UTC"))


def hour_of(row: dict[str, Any]) -> datetime:
    at: datetime = row["published_at"]
    return at.astimezone(ZoneInfo("UTC")).replace(minute=0, second=0, microsecond=0)


def timed(rows: Rows) -> Rows:
    return [row for row in rows if row["date_precision"] != "day"]


def coverage_by_hour(corpus: Corpus, filters: Filters, members: Sequence[str]) -> Rows:
    known = {row["id"]: row for row in corpus.article}
    until = corpus.pointer.complete_until
    every = hours(corpus, filters)
    over = {start: until is None or start + HOUR <= until for start in every}
    totals: dict[datetime, set[int]] = {}
    for row in timed(collected(corpus, filters)):
        totals.setdefault(hour_of(row), set()).add(row[unit(filters)])
    rows = []
    counts, untimed = {}, {}
    for member, found in lines(corpus, filters, members).items():
        whole = [row | known[row["article"]] | {"counted": row["id"]} for row in found]
        inside: dict[datetime, set[int]] = {}
        for row in timed(whole):
            inside.setdefault(hour_of(row), set()).add(row["counted"])
        counts[member] = [len(inside.get(start, ())) for start in every]
        untimed[member] = len({row["counted"] for row in whole if row["date_precision"] == "day"})
    for place, start in enumerate(every):
        total = len(totals.get(start, ()))
        for member, values in counts.items():
            base = mean([n for n, one in zip(values, every, strict=True) if over[one]])
            rows.append(
                {
                    "starts_at": start,
                    "member": member,
                    "coverage": values[place],
                    "everything": total,
                    "share": part(values[place], total),
                    "indexed": 100 * values[place] / base if base else None,
                    "dated_by_day": untimed[member],
                    "complete": over[start],
                }
            )
    return rows


def coverage_peaks(corpus: Corpus, filters: Filters, members: Sequence[str], period: str) -> Rows:
    inner = window(corpus, filters)
    if inner is None:
        return []
    days = [row["published_on"] for row in corpus.article]
    margin = MARGINS[period] * DAY
    wide = replace(
        filters,
        since=max(inner[0] - margin, min([inner[0], *days])),
        until=min(inner[1] + margin, max([inner[1], *days])),
    )
    spans = periods(corpus, wide, period)
    over = [place for place, one in enumerate(spans["complete"]) if one]
    begins = [spans["starts_on"][place] for place in over]
    found: Rows = []
    for member, values in course(corpus, wide, members, period).items():
        counts = [values[place] for place in over]
        beside = [like(begins, place, period) for place in range(len(begins))]
        usual = [median([counts[place] for place in group]) for group in beside]
        away = [n - m for n, m in zip(counts, usual, strict=True)]
        spread = 1.4826 * median(map(abs, away)) if away else 0
        scores = [d / max(spread, sqrt(m + 1)) for d, m in zip(away, usual, strict=True)]
        for place, score in enumerate(scores):
            highest = (not place or score > scores[place - 1]) and (
                place + 1 == len(scores) or score >= scores[place + 1]
            )
            ends = pd.Timestamp(begins[place]).to_period(
                {"day": "D", "week": "W", "month": "M"}[period]
            )
            inside = begins[place] >= inner[0] and ends.end_time.date() <= inner[1]
            if (
                len(beside[place]) >= 4
                and counts[place] >= 5
                and score >= 3.5
                and highest
                and inside
            ):
                found.append(
                    {
                        "starts_on": begins[place],
                        "member": member,
                        "coverage": counts[place],
                        "usual": float(usual[place]),
                        "score": score,
                    }
                )
    order = list(members) or [""]
    return sorted(found, key=lambda row: (row["starts_on"], order.index(row["member"])))


def like(begins: Sequence[date], place: int, period: str) -> list[int]:
    """The places of a period, and of the four before and after it that are like it."""
    same = [
        other
        for other in range(len(begins))
        if period != "day" or begins[other].weekday() == begins[place].weekday()
    ]
    at = same.index(place)
    return same[max(at - 4, 0) : at + 5]


def stands_out(corpus: Corpus, filters: Filters, limit: int, over: str) -> Rows:
    judged = stretch(corpus, filters, over)
    if judged is None:
        return []
    first, last = judged
    begins = min(row["published_on"] for row in corpus.article)
    weeks = min(8, max(0, (first - begins).days // 7))
    if weeks < 4:
        return []
    found = []
    for key, rows in borne(corpus, filters).items():
        now, *before = (
            within(rows, (first - back * 7 * DAY, last - back * 7 * DAY))
            for back in range(weeks + 1)
        )
        counts = [all_of(week, filters) for week in before]
        found += judge(corpus, key, now, counts, filters)
    found.sort(key=lambda one: (-abs(one[1]["score"]), -one[1]["coverage"], one[0]))
    rose = [row for _, row in found if row["score"] > 0][: limit or None]
    fell = [row for _, row in found if row["score"] < 0][: limit or None]
    return [row for _, row in found if row in rose or row in fell]


def stretch(corpus: Corpus, filters: Filters, over: str) -> tuple[date, date] | None:
    """The last whole day of the window, or the seven that end with it."""
    days = window(corpus, filters)
    if days is None or not corpus.article:
        return None
    last = days[1]
    if until := corpus.pointer.complete_until:
        not_over = until.astimezone(ZoneInfo(corpus.pointer.time_zone)).date()
        last = min(last, not_over - DAY)
    if last < days[0]:
        return None
    if over == "fitting":
        over = "day" if (days[1] - days[0]).days + 1 <= 31 else "week"
    return (last if over == "day" else last - 6 * DAY), last


def borne(corpus: Corpus, filters: Filters) -> dict[tuple[str, str, int], Rows]:
    """All articles of whatever day, by each thing that they bear."""
    articles = passing(corpus, filters)
    known = {row["id"]: row for row in articles}
    rows: dict[tuple[str, str, int], Rows] = {("all", "", 0): articles}
    for row in tagged(corpus, filters, articles):
        rows.setdefault(("tag", row["tag"], 0), []).append(row)
    for row in counting(corpus, filters):
        if row["article"] in known:
            rows.setdefault(("entity", "", row["entity"]), []).append(known[row["article"]])
    for row in articles:
        rows.setdefault(("source", row["source"], 0), []).append(row)
    return rows


def judge(
    corpus: Corpus, key: tuple[str, str, int], now: Rows, before: list[int], filters: Filters
) -> list[tuple[tuple[str, str, int], dict[str, Any]]]:
    coverage = all_of(now, filters)
    usual = mean(sorted(before)[1:-1]) or 0.0
    middle = median(before)
    spread = 1.4826 * median(abs(n - middle) for n in before)
    dispersion = max(1.0, spread**2 / usual) if usual else 1.0
    score = 2 * (sqrt(coverage + 3 / 8) - sqrt(usual + 3 / 8)) / sqrt(dispersion)
    if not (score >= 3 and coverage >= 5) and not (score <= -3 and usual >= 5):
        return []
    kind, name, entity = key
    if kind == "entity":
        one = next(row for row in corpus.entity if row["id"] == entity)
        shown, called = one["type"], one["entity"]
    else:
        shown, called = kind, labels(corpus).get(name, name) if kind == "tag" else name
    row = {
        "kind": shown,
        "name": called,
        "coverage": coverage,
        "usual": usual,
        "times": coverage / usual if usual else None,
        "score": score,
    }
    return [(key, row | led(now if score > 0 else []))]


def led(articles: Rows) -> dict[str, Any]:
    """The story with most of these articles, at a tie the latest."""
    stories: dict[int, Rows] = {}
    for row in articles:
        stories.setdefault(row["story"], []).append(row)
    if not stories:
        return {"title": None, "copies": None}
    story = min(
        stories,
        key=lambda one: (
            -len(stories[one]),
            -max(row["published_at"].timestamp() for row in stories[one]),
            one,
        ),
    )
    first = min(stories[story], key=lambda row: (row["published_at"], row["id"]))
    return {"title": first["title"], "copies": len(stories[story])}


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "coverage_by_query": coverage_by_query,
    "coverage_by_hour": coverage_by_hour,
    "coverage_peaks": coverage_peaks,
    "stands_out": stands_out,
}
