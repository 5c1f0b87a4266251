"""Which names stand for the same country or organization, by the tables of data/words/aliases/.

Countries have the names of CLDR, in English and in the article's language, and those that the
gazetteer and countries.tsv add; organizations and cities only those of organizations.tsv and
cities.tsv."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from etl.enrich import gazetteer
from etl.enrich.gazetteer import rows

# 'State of' is left out: Georgia and Washington are states of another kind.
OFFICIAL = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’]+\s+)*"
    r"(?:Republic|Kingdom|Sultanate|Principality|Grand Duchy|Commonwealth|Federation)"
    r"\s+of\s+(?:the\s+)?(.+)"
)


def country(name: str, language: str | None = None) -> str | None:
    """The ISO 3166-1 code of the country that a name, without an article, stands for.

    None for parts of countries, and for names that only a text can decide (`unsure`)."""
    plain = gazetteer.key(name)
    if plain in _apart() or plain in unsure():
        return None
    if code := _written(plain):
        return code
    if language and language != "en" and (code := _abroad(language).get(plain.casefold())):
        return code
    official = OFFICIAL.fullmatch(name)
    return country(official[1], language) if official else None


def country_name(code: str) -> str:
    """The name under which a country is shown."""
    shown = _shown().get(code) or gazetteer.country_name(code) or code
    return shown.replace(" & ", " and ")


@cache
def unsure() -> dict[str, list[tuple[str, str]]]:
    """The names that stand for a country only where the text names it in a surer way too: its code,
    and that of the country which the text then must not name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, code, other in rows("words/aliases/unsure.tsv"):
        found.setdefault(name, []).append((code, other))
    return found


def organization(name: str) -> str | None:
    """The name under which an organization of the table is shown."""
    capitals, others = _organizations()
    plain = gazetteer.key(name)
    return capitals.get(plain) or others.get(plain.casefold())


def city(name: str) -> str | None:
    """The name under which a city of the table is shown."""
    return _cities().get(gazetteer.key(name))


@cache
def cities() -> dict[str, list[str]]:
    """The further names of each city of the table."""
    return {shown: others.split("|") for shown, others in rows("words/aliases/cities.tsv")}


def _written(plain: str) -> str | None:
    own, known = _own(), gazetteer.countries()
    for one in (plain, plain.title()) if plain.isupper() and len(plain) > 3 else (plain,):
        if code := own.get(one) or known.get(one):
            return code
    return None


@cache
def _apart() -> frozenset[str]:
    return frozenset(gazetteer.key(row[0]) for row in rows("words/aliases/apart.txt"))


@cache
def _own() -> dict[str, str]:
    found = {}
    for code, shown, others in rows("words/aliases/countries.tsv"):
        for name in (shown, *others.split("|")):
            found[gazetteer.key(name)] = code
    found.pop("", None)
    return found


@cache
def _shown() -> dict[str, str]:
    return {code: shown for code, shown, _ in rows("words/aliases/countries.tsv") if shown}


@cache
def _abroad(language: str) -> dict[str, str]:
    """The codes of the countries' names in another language."""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    names = {str(code): name for code, name in sorted(territories.items(), key=str)}
    return {
        gazetteer.key(name).casefold(): code
        for code, name in names.items()
        if gazetteer.country_name(code)
    }


@cache
def _cities() -> dict[str, str]:
    return {
        gazetteer.key(name): shown
        for shown, others in cities().items()
        for name in (shown, *others)
    }


@cache
def _organizations() -> tuple[dict[str, str], dict[str, str]]:
    """The names shown, by the names in capitals as they are written, and by all others folded."""
    capitals, others = {}, {}
    for shown, also in rows("words/aliases/organizations.tsv"):
        for name in (shown, *also.split("|")):
            plain = gazetteer.key(name)
            if plain.isupper() or len(plain) <= 4:
                capitals[plain] = shown
            else:
                others[plain.casefold()] = shown
    return capitals, others
