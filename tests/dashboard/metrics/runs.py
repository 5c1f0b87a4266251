"""Refreshes, problems and the states of sources, for random stores."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

Rows = list[dict[str, Any]]
DAY = timedelta(days=1)
OUTCOMES = ("complete", "complete", "incomplete", "interrupted", "running")
STAGES = ("fetch", "intake", "extract", "enrich")
REASONS = ("no_title", "too_large", "'; DROP TABLE problem; --")
DOCUMENTS = ("a.html", "<b>.csv", "https://example.org/a")


def some_refreshes(chance: Random, base: date) -> Rows:
    """Some refreshes, one after the other, with pauses of hours and of days."""
    at = datetime.combine(base, datetime.min.time(), UTC)
    rows = []
    for number in range(1, chance.choice((1, 4, 9)) + 1):
        at += timedelta(hours=chance.choice((1, 5, 24, 60)), seconds=chance.random())
        outcome = chance.choice(OUTCOMES)
        ended = at + timedelta(seconds=chance.uniform(0, 4000))
        counts = {name: chance.randrange(5) for name in ("new", "updated", "unchanged", "refused")}
        rows.append(
            {"refresh": number, "started_at": at, "outcome": outcome, "version": "1"}
            | {"ended_at": ended if outcome in OUTCOMES[1:3] else None}
            | counts
            | {"read": sum(counts.values()), "asked_all": chance.random() < 0.7}
        )
    return rows


def some_problems(chance: Random, refreshes: Rows) -> Rows:
    """Problems that some of these refreshes met, some of them again and again."""
    return [
        {
            "refresh": row["refresh"],
            "document": chance.choice(DOCUMENTS),
            "place": chance.choice((None, "line 2", "line 10")),
            "stage": chance.choice(STAGES),
            "reason": chance.choice(REASONS),
        }
        for row in refreshes
        for _ in range(chance.randrange(4))
    ]


def some_states(chance: Random, base: date) -> Rows:
    """Sources that were asked, some of which fail."""
    at = datetime.combine(base, datetime.min.time(), UTC)
    return [
        {
            "source": name,
            "kind": chance.choice(("feed", "files")),
            "address": chance.choice((None, f"https://{name}.example/")),
            "asked_at": at,
            "answered_at": chance.choice((None, at)),
            "first_answered_at": None,
            "due_at": at + DAY,
            "failures": failures,
            "failure": "it is gone" if failures else None,
            "articles": chance.randrange(9),
            "per_day": chance.choice((None, chance.random())),
        }
        for name in ("zebra", "Ö", "a", "b")
        for failures in [chance.choice((0, 0, 1, 12))]
    ]
