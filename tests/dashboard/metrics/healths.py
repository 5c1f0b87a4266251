"""The metrics of the page Health, computed from their definitions in words."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import Rows, selected

DAY = timedelta(days=1)


def refreshes(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    return [
        row | {"seconds": (row["ended_at"] - row["started_at"]) / timedelta(seconds=1)}
        if row["ended_at"]
        else row | {"seconds": None}
        for row in reversed(corpus.refresh)
    ][: limit or None]


def refresh_gaps(corpus: Corpus, filters: Filters) -> Rows:
    zone = ZoneInfo(corpus.pointer.time_zone)
    begun: dict[date, list[str]] = {}
    for row in corpus.refresh:
        if row["asked_all"]:
            day = row["started_at"].astimezone(zone).date()
            begun.setdefault(day, []).append(row["outcome"])
    found: Rows = []
    for number in range((max(begun) - min(begun)).days + 1 if begun else 0):
        day = max(begun) - number * DAY
        outcomes = begun.get(day, [])
        if "complete" in outcomes:
            continue
        if not found or found[-1]["gap_first_on"] != day + DAY:
            found.append({"gap_last_on": day, "lacking": 0, "begun": 0})
        found[-1]["gap_first_on"] = day
        found[-1]["lacking"] += 1
        found[-1]["begun"] += len(outcomes)
    return found


def source_states(corpus: Corpus, filters: Filters) -> Rows:
    names = {"source": "source_name", "kind": "source_kind"}
    names |= {"articles": "brought", "per_day": "daily"}
    left_out = "first_answered_at"
    rows = [
        {names.get(name, name): value for name, value in row.items() if name != left_out}
        for row in corpus.fetch_state
    ]
    return sorted(rows, key=lambda row: (-row["failures"], row["source_name"]))


def silent_sources(corpus: Corpus, filters: Filters) -> Rows:
    last = max((row["published_on"] for row in corpus.article), default=date.min)
    found = []
    for name in {row["source"] for row in corpus.article}:
        own = [row["published_on"] for row in corpus.article if row["source"] == name]
        pauses = [(after - day).days for day, after in pairwise(sorted(set(own)))]
        silent = (last - max(own)).days
        if len(pauses) >= 2 and silent > max(pauses) and silent >= 7:
            found.append(
                {"source": name, "last_on": max(own), "silent": silent}
                | {"longest": max(pauses), "articles": len(own)}
            )
    return sorted(found, key=lambda row: (-row["silent"], row["source"]))


def problems_by_reason(corpus: Corpus, filters: Filters) -> Rows:
    began = {row["refresh"]: row["started_at"] for row in corpus.refresh}
    parts: dict[tuple[str, str], Rows] = {}
    for row in corpus.problem:
        parts.setdefault((row["reason"], row["stage"]), []).append(row)
    found = []
    for (reason, stage), rows in parts.items():
        last = max(row["refresh"] for row in rows)
        named = [(row["document"], row["place"] or "") for row in rows if row["refresh"] == last]
        document, place = min(named)
        found.append(
            {"reason": reason, "stage": stage, "refresh": last, "started_at": began[last]}
            | {"documents": len({(row["document"], row["place"]) for row in rows})}
            | {"document": document, "place": place or None}
        )
    return sorted(found, key=lambda row: (-row["documents"], row["reason"], row["stage"]))


def counted(corpus: Corpus, filters: Filters) -> Rows:
    articles = selected(corpus, filters)
    aspects: dict[str, Callable[[dict[str, Any]], str]] = {
        "dated to the": lambda row: row["date_precision"],
        "date read in the": lambda row: row["date_origin"],
        "text": lambda row: "found" if row["words"] else "not found",
        "tone": lambda row: "not scored" if row["tone"] is None else "scored",
        "language": lambda row: row["language"] or "not known",
    }
    found = []
    for aspect, part_of in aspects.items():
        parts = {
            part: sum(part_of(row) == part for row in articles)
            for part in {part_of(row) for row in articles}
        }
        found += [
            {"aspect": aspect, "part": part, "coverage": number} | {"share": number / len(articles)}
            for part, number in sorted(parts.items(), key=lambda one: (-one[1], one[0]))
        ]
    return found


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "refreshes": refreshes,
    "refresh_gaps": refresh_gaps,
    "source_states": source_states,
    "silent_sources": silent_sources,
    "problems_by_reason": problems_by_reason,
    "counted": counted,
}
