"""One entity, many names: within a text, and by the tables."""

import re

import pytest

from etl.enrich.found import Span
from etl.enrich.naming import named
from etl.enrich.places import position

TYPES = {"p": "person", "o": "organization", "g": "place", "e": "event", "v": "product"}


def read(*marked: str, language: str | None = "en") -> list[tuple[str, str, str]]:
    """The names of a document whose texts mark them as [p|Mara Lind]: spelling, entity, type."""
    texts, found = [], []
    for one in marked:
        parts = re.split(r"\[([pogev])\|([^\]]*)\]", one)
        text, spans = parts[0], []
        for kind, words, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            spans.append(Span(len(text), len(text) + len(words), TYPES[kind]))
            text += words + after
        texts.append(text)
        found.append(spans)
    return [
        (text[one.start : one.end], one.entity, one.type)
        for text, names in zip(texts, named(texts, found, language), strict=True)
        for one in names
    ]


def entities(*marked: str, language: str | None = "en") -> list[str]:
    return [entity for _, entity, _ in read(*marked, language=language)]


def test_a_surname_and_a_title_stand_for_the_full_name() -> None:
    found = read(
        "[p|Austin] in [g|Seoul]",
        "Secretary [p|Lloyd Austin] met [p|Minister Lee].",
        "[p|Secretary Austin] left.",
    )
    assert found == [
        ("Austin", "Lloyd Austin", "person"),
        ("Seoul", "Seoul", "place"),
        ("Lloyd Austin", "Lloyd Austin", "person"),
        ("Minister Lee", "Lee", "person"),
        ("Secretary Austin", "Lloyd Austin", "person"),
    ]


PEOPLE = {
    "the fullest name is the name": (
        ["[p|Lloyd Austin] and [p|Lloyd J. Austin III]"],
        ["Lloyd J. Austin III"] * 2,
    ),
    "of two of a surname, the last one named": (
        ["[p|Joe Biden] spoke. [p|Biden] left.", "[p|Hunter Biden] came. [p|Biden] sat."],
        ["Joe Biden", "Joe Biden", "Hunter Biden", "Hunter Biden"],
    ),
    "a family name that goes first": (
        ["[p|Lee Jong-sup] and [p|Mr. Lee]"],
        ["Lee Jong-sup"] * 2,
    ),
    "a particle": (["[p|Joost de Wit]; [p|De Wit] agreed"], ["Joost de Wit"] * 2),
    "an initial that two people share": (
        ["[p|Jane Smith] and [p|John Smith]; [p|J. Smith]"],
        ["Jane Smith", "John Smith", "J. Smith"],
    ),
    "a second surname": (
        ["[p|Pedro Sánchez Pérez-Castejón], [p|Pedro Sánchez], [p|Sanchez]"],
        ["Pedro Sánchez Pérez-Castejón"] * 3,
    ),
    "a pope keeps his title": (
        ["[p|Pope Francis] waved.", "Then [p|Francis] spoke."],
        ["Pope Francis"] * 2,
    ),
    "in capitals": (["[p|MARA LIND] WINS", "[p|Lind] won."], ["Mara Lind"] * 2),
}


@pytest.mark.parametrize(("texts", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_who_is_meant(texts: list[str], expected: list[str]) -> None:
    assert entities(*texts) == expected


ORGANIZATIONS = {
    "an acronym in brackets": (
        ["[o|International Labour Office] (ILO). [o|ILO] says"],
        ["International Labour Office"] * 2,
    ),
    "in brackets within the name": (
        ["[o|Harbour Workers' Union (HWU)]; [o|HWU] says"],
        ["Harbour Workers' Union"] * 2,
    ),
    "explained, and in the table": (
        ["The [o|World Health Organisation] (WHO). [o|WHO]"],
        ["World Health Organization"] * 2,
    ),
    "by its initials": (
        ["[o|European Banking Authority] met. [o|EBA] agreed"],
        ["European Banking Authority"] * 2,
    ),
    "initials that two share": (
        ["[o|Ports of Oslo Board], [o|Pilots of Olden Bay], [o|POB]"],
        ["Ports of Oslo Board", "Pilots of Olden Bay", "POB"],
    ),
    "by the table": (
        ["[o|US Department of Defense], [o|DoD], [g|Pentagon], [o|the EU], [o|OTAN]"],
        ["Pentagon", "Pentagon", "Pentagon", "European Union", "NATO"],
    ),
    "a possessive and an article": (
        ["[o|the Maersk's] ships, [o|Maersk], [o|MAERSK]"],
        ["Maersk"] * 3,
    ),
    "a possessive of its own": (["[o|McDonald’s], [o|Moody's]"], ["McDonald’s", "Moody's"]),
    "a legal form": (
        ["[o|Lindgren & Sons Ltd.], [o|Hapag-Lloyd AG]"],
        ["Lindgren & Sons", "Hapag-Lloyd"],
    ),
    "a word is no acronym": (["[o|Who] and [p|Us]"], ["Who", "Us"]),
}


@pytest.mark.parametrize(("texts", "expected"), ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_which_organization_is_meant(texts: list[str], expected: list[str]) -> None:
    assert entities(*texts) == expected


PLACES = {
    "short and official": (
        "[g|ROK], [g|the Republic of Korea] and [g|South Korea’s] coast",
        ["South Korea"] * 3,
    ),
    "abbreviations": (
        "[g|U.S.], [g|US], [g|the United States], [g|UK], [g|Britain], [o|USA]",
        ["United States"] * 3 + ["United Kingdom"] * 2 + ["United States"],
    ),
    "any republic": (
        "[g|Republic of Kenya], [g|Kingdom of the Netherlands]",
        ["Kenya", "Netherlands"],
    ),
    "a part is not the whole": ("[g|England] and [g|Soviet Union]", ["England", "Soviet Union"]),
    "an unsure name beside the sure one": ("[g|America] and [g|U.S.]", ["United States"] * 2),
    "an unsure name alone": ("[g|America] and [g|Congo]", ["America", "Congo"]),
    "not where another may be meant": (
        "[g|Korea], [g|South Korea], [g|North Korea]",
        ["Korea", "South Korea", "North Korea"],
    ),
    "the largest city": ("[g|Tripoli] and [g|Hamburg]", ["Tripoli", "Hamburg"]),
    "the one of the country named": (
        "[g|Tripoli], [g|Lebanon]",
        ["Tripoli, Lebanon", "Lebanon"],
    ),
    "the largest where both countries are named": (
        "[g|Tripoli], [g|Lebanon], [g|Libya]",
        ["Tripoli", "Lebanon", "Libya"],
    ),
    "the state beside its capital": (
        "[g|Georgia] and [g|Atlanta]",
        ["Georgia, United States", "Atlanta"],
    ),
    "the country beside its capital": (
        "[g|Georgia], [g|Tbilisi], [g|US]",
        ["Georgia", "Tbilisi", "United States"],
    ),
    "a city in two languages": (
        "[g|Köln] and [g|Cologne], [g|NYC]",
        ["Cologne", "Cologne", "New York City"],
    ),
    "an article of its own": ("[g|The Hague], [g|the Hague]", ["The Hague"] * 2),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_which_place_is_meant(text: str, expected: list[str]) -> None:
    assert entities("In brief", text) == expected


def test_a_country_is_known_in_the_articles_language() -> None:
    text = "[g|Südkorea], [g|Vereinigte Staaten], [o|EZB]"
    assert entities(text, language="de") == [
        "South Korea",
        "United States",
        "European Central Bank",
    ]
    assert entities("[g|Granada]", language="es") == ["Grenada"]
    assert entities("[g|Granada]", language="en") == ["Granada"]
    assert entities("[g|Südkorea]", language=None) == ["Südkorea"]


def test_the_same_words_have_one_type() -> None:
    found = read("[p|Maersk] sails", "[o|Maersk], [o|Maersk]")
    assert {type_ for _, _, type_ in found} == {"organization"}


def test_a_surname_taken_for_a_city_is_the_person_but_a_city_stays_one() -> None:
    assert read("[p|Lloyd Austin] came.", "[g|Austin] spoke. [g|Austin] left.")[1:] == [
        ("Austin", "Lloyd Austin", "person"),
        ("Austin", "Lloyd Austin", "person"),
    ]
    assert read("[p|Lloyd Austin] spoke in [g|Austin].")[1] == ("Austin", "Austin", "place")


@pytest.mark.parametrize(
    ("name", "country", "latitude"),
    [
        ("South Korea", "KR", None),
        ("England", "GB", None),
        ("Bavaria", "DE", None),
        ("Hamburg", "DE", 54),
        ("Tripoli", "LY", 33),
        ("Tripoli, Lebanon", "LB", 34),
        ("Georgia", "GE", None),
        ("Georgia, United States", "US", 33),
        ("Cologne", "DE", 51),
        ("Baltic Sea", None, None),
        ("Nowhere at All", None, None),
    ],
)
def test_where_a_place_lies(name: str, country: str | None, latitude: float | None) -> None:
    found = position(name)
    assert found.country == country
    assert found.latitude == (None if latitude is None else pytest.approx(latitude, abs=0.6))
