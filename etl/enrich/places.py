"""Where places lie: the country and the coordinates of a name, and which of two cities of one name
a text means."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from etl.enrich import aliases, gazetteer
from etl.enrich.gazetteer import rows

GREAT = 300_000  # inhabitants: a city is meant before a region of its name


@dataclass(frozen=True, slots=True)
class Position:
    """The country of a place (ISO 3166-1 alpha-2), and where it lies in degrees."""

    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Countries:
    """Which countries a text names by themselves, by a region, and by a city."""

    named: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]


def position(name: str) -> Position:
    """What is known of a place by the name that it is shown under."""
    if namesake := _positions().get(name):
        return namesake
    if code := aliases.country(name) or gazetteer.country_of(name):
        return Position(code)
    cities = map(gazetteer.city, (name, *aliases.cities().get(name, ())))
    city, region = next(filter(None, cities), None), gazetteer.region_of(name)
    if city and (not region or (region == city.country and city.inhabitants >= GREAT)):
        return Position(city.country, city.latitude, city.longitude)
    return Position(region or None)


def countries_of(names: Iterable[str]) -> Countries:
    """The countries of the places that a text names, but for names that several places have."""
    countries, regions, cities = set(), set(), set()
    for name in names:
        if name in _namesakes() or name in aliases.unsure():
            continue
        if code := aliases.country(name) or gazetteer.country_of(name):
            countries.add(code)
        elif code := gazetteer.region_of(name):
            regions.add(code)
        elif city := gazetteer.city(name):
            cities.add(city.country)
    return Countries(frozenset(countries), frozenset(regions), frozenset(cities))


def decided(name: str, text: Countries) -> str:
    """The name of the place that is meant in a text that names these countries.

    A name that is unsure stands for the country that the text names in a surer way. A city that
    shares its name with a larger one abroad is meant where the text names its country, and neither
    the larger one's nor any place there; it is shown with its country. The state of Georgia is
    meant where the text names places in its country, for in news of the world most texts name
    that."""
    for code, other in aliases.unsure().get(name, ()):
        if code in text.named and other not in text.named:
            return aliases.country_name(code)
    for code in _namesakes().get(name, ()):
        evidence, home = text.named | text.regions, gazetteer.city(name)
        country = home.country if home else None
        if land := aliases.country(name):
            evidence, country = text.regions | text.cities, land
        if code in evidence and country not in text.named | text.regions | text.cities:
            return _with_country(name, code)
    return name


def _with_country(name: str, code: str) -> str:
    return f"{name}, {aliases.country_name(code)}"


@cache
def _namesakes() -> dict[str, list[str]]:
    """The countries of the smaller cities of each name, the largest first."""
    found: dict[str, list[str]] = {}
    for name, code, *_ in rows("places/namesakes.tsv"):
        found.setdefault(name, []).append(code)
    return found


@cache
def _positions() -> dict[str, Position]:
    """Where the smaller cities lie, by the names that they are shown under."""
    return {
        _with_country(name, code): Position(code, float(latitude), float(longitude))
        for name, code, latitude, longitude in rows("places/namesakes.tsv")
    }
