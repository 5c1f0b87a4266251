"""Queries, and beside each what it means, in Python: what their SQL is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Borne:
    """An article with all that it bears."""

    row: dict[str, Any]
    tags: set[str]
    names: set[tuple[str, str]]  # of entities, with their type

    def says(self, word: str) -> bool:
        return word in self.row["title"].lower()

    def tone(self, least: float, most: float) -> bool:
        tone = self.row["tone"]
        return tone is not None and least <= tone <= most

    def published(self, first: date, last: date) -> bool:
        return first <= self.row["published_on"] <= last


QUERIES: dict[str, Callable[[Borne], bool]] = {
    "strike": lambda one: one.says("strike"),
    "öl": lambda one: one.says("öl"),
    '"\'; DROP TABLE article; --"': lambda one: one.says("'; drop table article; --"),
    "tag:PORTS": lambda one: "ports" in one.tags,
    'tag:"wage-talks" OR strike': lambda one: "wage talks" in one.tags or one.says("strike"),
    "NOT tag:ports": lambda one: "ports" not in one.tags,
    "tag:wa* NOT tag:x": lambda one: "wage talks" in one.tags and "x" not in one.tags,
    "tone:>=0.5": lambda one: one.tone(0.5, 1),
    "NOT tone:<0": lambda one: not one.tone(-1, -1e-12),
    "tone:-0.5..0.5 fire": lambda one: one.tone(-0.5, 0.5) and one.says("fire"),
    "date:2024": lambda one: one.published(date(2024, 1, 1), date(2024, 12, 31)),
    "date:>2024-02-20 OR NOT date:<=2023-12-31": lambda one: (
        one.published(date(2024, 2, 21), date.max)
        or not one.published(date.min, date(2023, 12, 31))
    ),
    "source:blatt": lambda one: one.row["source"] == "Ö-Blatt",
    "source:harbour (strike OR fire)": lambda one: (
        one.row["source"] == "Harbour Courier" and (one.says("strike") or one.says("fire"))
    ),
    "source:har*": lambda one: one.row["source"] == "Harbour Courier",
    "author:lind": lambda one: any("lind" in name.lower() for name in one.row["authors"]),
    'by:"mara lind"': lambda one: bool({"Mara Lind", "MARA LIND"} & set(one.row["authors"])),
    "by:lind": lambda one: "Lind" in one.row["authors"],
    "by:ma*": lambda one: any(name[:3] in ("Mar", "MAR", "Már") for name in one.row["authors"]),
    "person:lind": lambda one: bool(one.names & {("Mara Lind", "person"), ("Lind", "person")}),
    'person:"mara LIND" OR place:oslo': lambda one: bool(
        one.names & {("Mara Lind", "person"), ("Oslo", "place")}
    ),
    "org:li*": lambda one: ("Lind", "organization") in one.names,
    "org:li": lambda one: False,
    "entity:lind": lambda one: any(name == "Lind" for name, _ in one.names),
    'entity:"MARA lind" NOT entity:os*': lambda one: (
        ("Mara Lind", "person") in one.names and ("Oslo", "place") not in one.names
    ),
    "lang:de": lambda one: one.row["language"] == "de",
    "NOT lang:de": lambda one: one.row["language"] != "de",
    "story:10": lambda one: one.row["story"] == 10,
}
