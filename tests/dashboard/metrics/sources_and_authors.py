"""The metrics of sources and of authors, computed from their definitions in words."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    counts,
    mean,
    passing,
    selected,
    toned,
    window,
)

DAY = timedelta(days=1)


def by(rows: Rows, column: str) -> dict[Any, Rows]:
    """The rows by the value of a column."""
    parts: dict[Any, Rows] = {}
    for row in rows:
        parts.setdefault(row[column], []).append(row)
    return parts


def in_order(parts: dict[Any, Rows], filters: Filters, limit: int) -> list[Any]:
    """The names of the parts, most articles first."""
    names = sorted(parts, key=lambda name: (-all_of(parts[name], filters), name))
    return names[: limit or None]


def days_of(rows: Rows) -> list[date]:
    return sorted({row["published_on"] for row in rows})


def source_record(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    articles = selected(corpus, filters)
    lives = by(corpus.article, "source")
    found = []
    for name in {row["source"] for row in passing(corpus, filters)}:
        own = [row for row in articles if row["source"] == name]
        days = days_of(lives[name])
        found.append(
            {
                "source": name,
                "coverage": all_of(own, filters),
                "share": all_of(own, filters) / all_of(articles, filters) if articles else None,
                "tone": mean(own),
                "n": len(toned(own)),
                "first_on": days[0],
                "last_on": days[-1],
                "ever": all_of(lives[name], filters),
            }
        )
    found.sort(key=lambda row: (-row["coverage"], -row["ever"], row["source"]))
    return found[: limit or None]


def source_cadence(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    parts = by(selected(corpus, filters), "source")
    rows = []
    for name in in_order(parts, filters, limit):
        days = days_of(parts[name])
        daily = [all_of(own, filters) for own in by(parts[name], "published_on").values()]
        gaps = [(after - day).days for day, after in pairwise(days)]
        rows.append(
            {
                "source": name,
                "publishing_days": len(days),
                "per_day": sum(daily) / len(days),
                "gap": float(median(gaps)) if gaps else None,
            }
        )
    return rows


def earliest(corpus: Corpus, story: int) -> dict[str, datetime | None]:
    """The sources that have a story, each with its first instant; None of one dated by day only."""
    found: dict[str, datetime | None] = {}
    for row in corpus.article:
        if row["story"] == story:
            at = None if row["date_precision"] == "day" else row["published_at"]
            known = [one for one in (found.get(row["source"]), at) if one is not None]
            found[row["source"]] = min(known, default=None)
    return found


def place_of(corpus: Corpus, story: int, source: str) -> tuple[str, float | None]:
    """What a story is to a source, and how many hours it was behind."""
    told = earliest(corpus, story)
    timed = [at for at in told.values() if at is not None]
    at = told[source]
    if len(told) == 1:
        return "alone", None
    if at is None or len(timed) == 1:
        return "unordered", None
    if at == min(timed):
        return "led", None
    return "followed", (at - min(timed)) / timedelta(hours=1)


def source_firsts(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    parts = by(selected(corpus, filters), "source")
    rows = []
    for name in in_order(parts, filters, limit):
        placed = {story: place_of(corpus, story, name) for story in by(parts[name], "story")}
        raced = Counter(place for place, _ in placed.values())
        ordered = raced["led"] + raced["followed"]
        lags = [lag for _, lag in placed.values() if lag is not None]
        counted = {
            place: all_of([row for row in parts[name] if placed[row["story"]][0] == place], filters)
            for place in ("alone", "led", "followed", "unordered")
        }
        by_day = [
            row
            for row in parts[name]
            if row["date_precision"] == "day" and placed[row["story"]][0] != "alone"
        ]
        rows.append(
            {"source": name, "coverage": all_of(parts[name], filters)}
            | counted
            | {
                "ordered": ordered,
                "led_share": raced["led"] / ordered if ordered else None,
                "lag": median(lags) if lags else None,
                "by_day_only": len(by_day),
            }
        )
    return rows


def begins(day: date, period: str) -> date:
    """The first day of the period that a day lies in."""
    if period == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday() if period == "week" else 0)


def after(start: date, period: str) -> date:
    """The first day of the next period."""
    if period == "month":
        return (start + timedelta(days=32)).replace(day=1)
    return start + timedelta(days=7 if period == "week" else 1)


def source_course(corpus: Corpus, filters: Filters, period: str, limit: int) -> Rows:
    parts = by(selected(corpus, filters), "source")
    order = in_order(parts, filters, limit)
    lives = by(corpus.article, "source")
    number = counts(passing(corpus, filters), filters, period, "source")
    until, zone = corpus.pointer.complete_until, ZoneInfo(corpus.pointer.time_zone)
    rows = []
    for name in order:
        days = days_of(lives[name])
        start = begins(days[0], period)
        while start <= days[-1]:
            end = after(start, period)
            over = until is None or end <= until.astimezone(zone).date()
            rows.append(
                {
                    "starts_on": start,
                    "source": name,
                    "coverage": int(number.get((start, name), 0)),
                    "complete": start >= days[0] and end <= days[-1] + DAY and over,
                }
            )
            start = end
    return sorted(rows, key=lambda row: (row["starts_on"], order.index(row["source"])))


def source_rhythm(corpus: Corpus, filters: Filters) -> Rows:
    if window(corpus, filters) is None:
        return []
    articles, zone = selected(corpus, filters), ZoneInfo(corpus.pointer.time_zone)
    by_day = [row for row in articles if row["date_precision"] == "day"]
    cells: dict[tuple[int, int], Rows] = {}
    for row in articles:
        if row not in by_day:
            at = row["published_at"].astimezone(zone)
            cells.setdefault((at.isoweekday(), at.hour), []).append(row)
    rows = [
        {
            "weekday": weekday,
            "hour": hour,
            "coverage": all_of(cells.get((weekday, hour), []), filters),
        }
        for weekday in range(1, 8)
        for hour in range(24)
    ]
    return [*rows, {"weekday": None, "hour": None, "coverage": all_of(by_day, filters)}]


def whole_name(name: str) -> str:
    """A name as it is compared: without case, accents and punctuation."""
    plain = unicodedata.normalize("NFD", name.lower())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())


def authored(corpus: Corpus, filters: Filters) -> Iterator[dict[str, Any]]:
    """The articles once an author, with the spelling that counts."""
    for row in selected(corpus, filters):
        names: dict[str, list[str]] = {}
        for name in row["authors"]:
            if key := whole_name(name):
                names.setdefault(key, []).append(name)
        for key, spelled in names.items():
            yield row | {"author": key, "name": max(spelled)}


def authors(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    parts = by(list(authored(corpus, filters)), "author")
    whole = all_of(selected(corpus, filters), filters)
    rows = []
    for key in in_order(parts, filters, limit):
        own = parts[key]
        spelled = Counter(row["name"] for row in own)
        outlets = in_order(by(own, "source"), filters, 0)
        days = days_of(own)
        rows.append(
            {
                "author": max(spelled, key=lambda name: (spelled[name], name)),
                "coverage": all_of(own, filters),
                "share": all_of(own, filters) / whole,
                "sources": len(outlets),
                "most_for": outlets[0],
                "tone": mean(own),
                "n": len(toned(own)),
                "first_on": days[0],
                "last_on": days[-1],
            }
        )
    return rows


def authorship(corpus: Corpus, filters: Filters) -> Rows:
    articles = selected(corpus, filters)
    unsigned = [row for row in articles if not row["authors"]]
    row = {"articles": all_of(articles, filters), "unsigned": all_of(unsigned, filters)}
    return [row] if articles else []


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "source_record": source_record,
    "source_cadence": source_cadence,
    "source_firsts": source_firsts,
    "source_course": source_course,
    "source_rhythm": source_rhythm,
    "authors": authors,
    "authorship": authorship,
}
