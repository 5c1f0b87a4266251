"""Sentences of the news that nobody wrote: patterns of our own, filled with names by chance."""

import random
import re
import tomllib
from functools import cache
from pathlib import Path

from data.training import coined
from data.training.corpora import Example
from etl.enrich import gazetteer
from etl.enrich.found import Span

HERE = Path(__file__).parent
SLOT = re.compile(r"\{([A-Z]+)\}")
LISTS = {  # slots that are filled from words.toml
    "FIELD": "fields", "MINISTER": "ministers", "MEDIA": "media", "COURT": "courts", "UN": "un",
    "NGO": "ngos", "REBELS": "rebels", "UNION": "unions", "PARTY": "parties", "ADJ": "adjectives",
    "NOUN": "nouns", "PLURAL": "plurals", "CENTRALBANK": "centralbanks", "ORG": "organizations",
    "UNIVERSITY": "universities", "COMPANY": "companies", "SUFFIX": "suffixes",
    "INDUSTRY": "industries", "TEAM": "teams", "BEASTS": "beasts",
    "EVENT": "events", "EVENTNOUN": "eventnouns", "TREATY": "treaties", "PRODUCT": "products",
    "SHIP": "ships", "WORK": "works", "BUILDING": "buildings", "AIRPORT": "airports",
    "RIVER": "rivers", "RIVERNAME": "rivernames",
    "BRAND": "coined", "MINISTRY": "ministries", "ABROAD": "abroad",
}  # fmt: skip
TYPES = {
    "PER": "person", "LAST": "person", "GIVEN": "person",
    "CITY": "place", "UPCITY": "place", "COUNTRY": "place", "REGION": "place", "BUILDING": "place",
    "AIRPORT": "place", "RIVER": "place", "ISLAND": "place",
    "ORG": "organization", "MEDIA": "organization", "COURT": "organization", "UN": "organization",
    "NGO": "organization", "REBELS": "organization", "UNION": "organization",
    "PARTY": "organization", "CENTRALBANK": "organization", "UNIVERSITY": "organization",
    "COMPANY": "organization", "TEAM": "organization", "ACRONYM": "organization",
    "MINISTRY": "organization",
    "EVENT": "event", "TREATY": "other", "DEM": "other", "DEMS": "other",
    "PRODUCT": "product", "SHIP": "product", "WORK": "product",
}  # fmt: skip
MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
LETTERS = "AAABBCCCDDEEEFFGGHIIIJKKLLMMNNNOOPPPQRRSSSTTTUUVWXYZ"


@cache
def words() -> dict[str, list[str]]:
    """The lists of words.toml."""
    return tomllib.loads((HERE / "words.toml").read_text("utf-8"))


@cache
def _patterns(name: str) -> tuple[str, ...]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def people() -> tuple[tuple[list[str], list[str]], ...]:
    """Given and family names, by where they are common."""
    return tuple(
        (row[1].split("|"), row[2].split("|")) for row in gazetteer.rows("words/people.tsv")
    )


@cache
def _countries() -> list[str]:
    return sorted(
        {gazetteer.country_name(one) or "" for one in gazetteer.countries().values()} - {""}
    )


@cache
def _rows(name: str) -> list[str]:
    return [one for row in gazetteer.rows(f"places/{name}.tsv") for one in row[1].split("|")]


@cache
def _cities() -> list[str]:
    return [row[0] for row in gazetteer.rows("places/cities.tsv") if "(" not in row[0]]


@cache
def _large_cities() -> list[str]:
    rows = gazetteer.rows("places/cities.tsv")
    return [row[0] for row in rows if int(row[4]) >= 400 and "(" not in row[0]]


def examples(chance: random.Random, count: int) -> list[Example]:
    """That many invented sentences; one in five is a headline."""
    return [
        sentence(
            chance.choice(_patterns("headlines.txt" if place % 5 == 0 else "news.txt")), chance
        )
        for place in range(count)
    ]


def sentence(pattern: str, chance: random.Random) -> Example:
    """The pattern, filled."""
    text, names, done = "", [], 0
    for slot in SLOT.finditer(pattern):
        text += pattern[done : slot.start()]
        filling = fill(slot[1], chance)
        if text.endswith(("the ", "The ")):
            filling = filling.removeprefix("the ")
        bare = re.sub(r"^(?:the |the newspaper )", "", filling)
        if slot[1] == "MEDIA":
            bare = re.sub(r"^.* state television$", "", bare)
        start = len(text) + len(filling) - len(bare)
        if slot[1] in TYPES and bare and not (slot[1] == "MEDIA" and bare == "AFP."):
            names.extend(_marked(bare, start, TYPES[slot[1]]))
        text += filling
        done = slot.end()
    return Example(text + pattern[done:], tuple(names), "invented")


def _marked(filling: str, start: int, kind: str) -> list[Span]:
    """A party's or office's name, with its initials in brackets as a name of their own."""
    found = re.fullmatch(r"(.+) \((\w+)\)", filling)
    if not found:
        return [Span(start, start + len(filling), kind)]
    return [
        Span(start, start + found.end(1), kind),
        Span(start + found.start(2), start + found.end(2), kind),
    ]


def fill(slot: str, chance: random.Random) -> str:
    """One filling of a slot."""
    if slot in LISTS:
        chosen = chance.choice(words()[LISTS[slot]])
        return SLOT.sub(lambda inner: fill(inner[1], chance), chosen)
    return FILLINGS[slot](chance)


def company_name(chance: random.Random) -> str:
    """A name of one word, such as Velora or DataForge."""
    return coined.name("companies", chance) if chance.random() < 0.7 else fill("BRAND", chance)


def person(chance: random.Random) -> str:
    """A full name, of one in five a family name that nobody has."""
    given, family = chance.choice(people())
    if chance.random() < 0.2:
        family = [coined.name("people", chance)]
        if chance.random() < 0.4:
            given = [coined.name("people", chance)]
    middle = ""
    if chance.random() < 0.1:
        middle = f"{chance.choice('ABCDEFGHJKLMNPRSTW')}. "
    elif chance.random() < 0.08:
        middle = f"{chance.choice(given)} "
    first = chance.choice(given)
    if chance.random() < 0.05 and "-" not in first:
        first += f"-{chance.choice(given)}"
    return f"{first} {middle}{chance.choice(family)}"


def family_name(chance: random.Random) -> str:
    """A family name."""
    if chance.random() < 0.25:
        return coined.name("people", chance)
    return chance.choice(chance.choice(people())[1])


def given_name(chance: random.Random) -> str:
    """A given name."""
    return chance.choice(chance.choice(people())[0])


def a_city(chance: random.Random) -> str:
    """A city, more often a large one; of one in three a name that no city has."""
    if chance.random() < 0.3:
        first = coined.name("places", chance)
        return first if chance.random() < 0.75 else f"{first} {coined.name('places', chance)}"
    return chance.choice(_large_cities() if chance.random() < 0.5 else _cities())


def a_country(chance: random.Random) -> str:
    """A country, sometimes by another of its names."""
    return chance.choice(_countries() if chance.random() < 0.75 else _rows("countries"))


def _initials(chance: random.Random) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.choice((2, 3, 3, 3, 4, 4, 5))))


FILLINGS = {
    "PER": person,
    "LAST": family_name,
    "GIVEN": given_name,
    "CITY": a_city,
    "ISLAND": lambda chance: f"{coined.name('places', chance)} Island",
    "UPCITY": lambda chance: a_city(chance).upper(),
    "COUNTRY": a_country,
    "REGION": lambda chance: chance.choice(_rows("regions")),
    "DEM": lambda chance: chance.choice(_rows("demonyms")),
    "DEMS": lambda chance: f"{chance.choice(_rows('demonyms'))}s",
    "ACRONYM": _initials,
    "COINED": company_name,
    "PLACEWORD": lambda chance: coined.name("places", chance),
    "MONTH": lambda chance: chance.choice(MONTHS.split()),
    "WEEKDAY": lambda chance: chance.choice(DAYS.split()),
    "DAY": lambda chance: str(chance.randint(1, 31)),
    "YEAR": lambda chance: str(chance.randint(1900, 2026)),
    "NUM": lambda chance: str(
        chance.choice((2, 3, 5, 7, 12, 18, 27, 34, 41, 58, 63, 120, 200, 400))
    ),
    "SCORE": lambda chance: f"{chance.randint(0, 5)}-{chance.randint(0, 5)}",
}
