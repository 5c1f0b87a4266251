"""What is written about: the steady topics and the events that burst and fade.

A topic is one file in words/topics, an event one in words/events; a new file is a new topic."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .outlets import WORDS

TONES = ("good", "plain", "bad")
LISTS = ("folk", "orgs", "roles", "actors", "things", "facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When a topic bursts and how it fades; absent for a steady topic."""

    starts: int  # days before the last day of the corpus
    builds: int  # days of a slow rise before it
    fades: int  # days in which it loses about two thirds of its force
    near: tuple[str, ...]  # regions whose outlets write most about it
    places: tuple[str, ...]
    country: str
    currency: str
    tone_late: tuple[float, ...]  # once the worst, or the best, is over


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject with its words, its people and its tone."""

    name: str
    kind: str  # whether its things are plans or happenings
    section: str
    share: float
    tone: tuple[float, ...]  # how often good, plain, bad
    season: tuple[float, ...]  # January to December
    growth: float  # weight on the last day over that on the first
    tags: tuple[str, ...]
    people: tuple[tuple[str, str], ...]  # (name, role): in the news again and again
    words: dict[str, list[str]]
    event: Event | None = None


def read_topics() -> tuple[Topic, ...]:
    return tuple(_topic(path) for path in sorted((WORDS / "topics").glob("*.toml")))


def read_events() -> tuple[Topic, ...]:
    return tuple(_topic(path) for path in sorted((WORDS / "events").glob("*.toml")))


def _topic(path: Path) -> Topic:
    told = tomllib.loads(path.read_text("utf-8"))
    words = {name: told[name] for name in LISTS}
    for tone in TONES:
        words[f"act_{tone}"] = told[tone]
        words[f"own_headline_{tone}"] = told[f"headline_{tone}"]
    return Topic(
        name=path.stem,
        kind=told.get("kind", "plans"),
        section=told["section"],
        share=told["share"],
        tone=tuple(told["tone"]),
        season=tuple(told.get("season", [1.0] * 12)),
        growth=told.get("growth", 1.0),
        tags=tuple(told["tags"]),
        people=tuple(_person(line) for line in told["people"]),
        words=words,
        event=_event(told) if "starts" in told else None,
    )


def _person(line: str) -> tuple[str, str]:
    name, _, role = line.partition(" | ")
    return name, role


def _event(told: dict[str, Any]) -> Event:
    return Event(
        starts=told["starts"],
        builds=told["builds"],
        fades=told["fades"],
        near=tuple(told["near"]),
        places=tuple(told["place"]),
        country=told["country"],
        currency=told["currency"],
        tone_late=tuple(told["tone_late"]),
    )
