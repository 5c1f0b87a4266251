"""Who publishes: the invented outlets, their regions and their staff."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from .chance import pick

WORDS = Path(__file__).with_name("words")
AGENCIES = {"Halden Press Agency": "HPA", "Meridian Wire": "MW"}  # others take over their reports
NAMES = tomllib.loads((WORDS / "names.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where an outlet is at home."""

    country: str
    currency: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One publisher: what its documents look like and what it likes to write about."""

    name: str
    host: str
    kind: str  # pages, feeds, captures, jsonl or csv
    style: str  # which of the looks of its kind
    zone: ZoneInfo
    region: str
    city: str
    articles: int
    case: str  # of headlines: title or sentence
    tags: str  # spelling of tags: title, lower, hyphen or none
    path: str  # of addresses: dated, section or flat
    beats: tuple[str, ...]


def read_outlets() -> tuple[Outlet, ...]:
    with (WORDS / "outlets.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(_outlet(row) for row in csv.DictReader(rows))


def read_regions() -> dict[str, Region]:
    return {
        name: Region(
            country=words["country"], currency=words["currency"], places=tuple(words["place"])
        )
        for name, words in tomllib.loads((WORDS / "places.toml").read_text("utf-8")).items()
    }


def invented_name(rng: Random) -> str:
    return f"{pick(NAMES['given'], rng)} {pick(NAMES['family'], rng)}"


def staff(outlet: Outlet, seed: int) -> list[str]:
    """The reporters who sign this outlet's articles."""
    rng = Random(f"{seed}/staff/{outlet.host}")
    return [invented_name(rng) for _ in range(3 + outlet.articles // 25)]


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(
        name=row["name"],
        host=row["host"],
        kind=row["kind"],
        style=row["style"],
        zone=ZoneInfo(row["zone"]),
        region=row["region"],
        city=row["city"],
        articles=int(row["articles"]),
        case=row["case"],
        tags=row["tags"],
        path=row["path"],
        beats=tuple(row["beats"].split()),
    )
