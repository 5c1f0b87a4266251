"""What the gazetteer knows."""

import pytest

from etl.enrich import gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("ROK", "KR"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("European Union", None),
        ("Rotterdam", None),
    ],
)
def test_a_country_has_a_code_by_each_of_its_names(name: str, code: str | None) -> None:
    assert gazetteer.country_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("Kenyan", "KE"), ("Kenyans", "KE"), ("Dutch", "NL"), ("European", ""), ("Kenya", None)],
)
def test_a_people_has_a_country(word: str, code: str | None) -> None:
    assert gazetteer.demonym_of(word) == code


def test_a_city_has_a_country_and_a_place_on_the_map() -> None:
    city = gazetteer.city("Le Havre")
    assert city is not None
    assert (city.country, round(city.latitude), round(city.longitude)) == ("FR", 49, 0)
    assert gazetteer.city("Sao Paulo") == gazetteer.city("São Paulo")
    assert gazetteer.city("Nowhere on the Map") is None


def test_of_cities_that_share_a_name_the_largest_is_meant() -> None:
    city = gazetteer.city("Rotterdam")
    assert city is not None
    assert city.country == "NL"


def test_a_region_has_a_country_and_a_sea_none() -> None:
    assert (gazetteer.region_of("Bavaria"), gazetteer.region_of("Baltic Sea")) == ("DE", "")
    assert gazetteer.region_of("Atlantis") is None


def test_each_code_is_of_a_country_of_cldr() -> None:
    codes = {*gazetteer.countries().values(), *gazetteer.demonyms().values()}
    codes |= {city.country for city in gazetteer.cities().values()}
    assert {code for code in codes if code and gazetteer.country_name(code) is None} == set()


def test_each_city_lies_on_the_globe() -> None:
    for city in gazetteer.cities().values():
        assert -90 <= city.latitude <= 90
        assert -180 <= city.longitude <= 180
        assert city.inhabitants >= 0
