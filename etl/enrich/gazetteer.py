"""What is known of names before a text is read: countries, cities, regions, people's names.

For others to look up, whatever the spelling's accents and apostrophes:

    country_of("Republic of Korea")   -> "KR"   (a country's name, from CLDR or countries.tsv)
    country_of("South Korean")        -> None   (that is a demonym:)
    demonym_of("South Korean")        -> "KR"   ("" for one of no single country: "European")
    region_of("Bavaria")              -> "DE"   ("" for one of no single country: "Baltic Sea")
    city("Le Havre")                  -> City(name, country, latitude, longitude, inhabitants)
    country_name("KR")                -> "South Korea" (the English name, from CLDR)
    is_place("Bavaria")               -> True

Each gives None for what it does not know. The files are those of data/places/ and data/words/."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from presswatch import resources

NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}  # CLDR has them among territories


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; of those that share a name, the largest."""

    name: str
    country: str  # ISO 3166-1
    latitude: float  # degrees
    longitude: float  # degrees
    inhabitants: int


def key(name: str) -> str:
    """The form in which names are compared: without accents, and with one kind of apostrophe."""
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def country_of(name: str) -> str | None:
    """The ISO 3166-1 code of a country by one of its English names, without 'the'."""
    return countries().get(key(name))


def demonym_of(name: str) -> str | None:
    """The country of a people or an adjective; "" for one of no single country."""
    return demonyms().get(key(name))


def region_of(name: str) -> str | None:
    """The country of a region, sea or river; "" for one of no single country."""
    return regions().get(key(name))


def city(name: str) -> City | None:
    """The city of that name."""
    return cities().get(key(name))


def is_place(name: str) -> bool:
    """Whether a country, a region or a city has that name."""
    return any(look(name) is not None for look in (country_of, region_of, city))


def country_name(code: str) -> str | None:
    """The English name of a country."""
    return _territories().get(code)


@cache
def countries() -> dict[str, str]:
    """The code of each name of a country."""
    found = {key(name): code for code, name in _territories().items()}
    return found | _coded("countries")


@cache
def demonyms() -> dict[str, str]:
    """The code of each demonym; those in -an and -i have a plural of their own."""
    found = _coded("demonyms")
    return {f"{one}s": code for one, code in found.items() if not one.endswith("s")} | found


@cache
def regions() -> dict[str, str]:
    """The code of the country of each region."""
    return _coded("regions")


@cache
def cities() -> dict[str, City]:
    """Each city by its name."""
    found: dict[str, City] = {}
    for name, country, latitude, longitude, thousands in rows("places/cities.tsv"):
        one = City(name, country, float(latitude), float(longitude), int(thousands) * 1000)
        known = found.get(key(name))
        if known is None or known.inhabitants < one.inhabitants:
            found[key(name)] = one
    return found


@cache
def given_names() -> frozenset[str]:
    """Given names from all over the world."""
    return frozenset(key(one) for row in rows("words/people.tsv") for one in row[1].split("|"))


@cache
def family_names() -> frozenset[str]:
    """Family names from all over the world, some of several words."""
    return frozenset(key(one) for row in rows("words/people.tsv") for one in row[2].split("|"))


@cache
def words(name: str) -> frozenset[str]:
    """A word list of data/words/: one entry a line, comments left out."""
    return frozenset(row[0] for row in rows(f"words/{name}.txt"))


def _coded(name: str) -> dict[str, str]:
    return {
        key(one): code.strip("-")
        for code, names in rows(f"places/{name}.tsv")
        for one in names.split("|")
    }


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a file of data/, split at tabs; comments are left out."""
    for line in resources.data(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _territories() -> dict[str, str]:
    """The countries of CLDR by their codes of two letters."""
    return {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
