"""The index finds what a query asks for, in title and body."""

import pytest

from presswatch.search import find, reading
from tests.conftest import Load

BY_TITLE = {
    "Port strike ends": "Dockers in Rotterdam go back to work. The trams ran.",
    "Tram line opens": "A quiet day at the port of Århus, said the U.S. envoy.",
    "Wage talks": "Nothing of note.",
}
FOUND = {
    "in title or body": ("port", {"Port strike ends", "Tram line opens"}),
    "all words, wherever": ("port dockers", {"Port strike ends"}),
    "either": ("dockers OR talks", {"Port strike ends", "Wage talks"}),
    "one and not the other": ("port NOT tram", {"Port strike ends"}),
    "AND NOT": ("port AND NOT tram", {"Port strike ends"}),
    "all but": ("NOT port", {"Wage talks"}),
    "all but either": ("NOT (port OR wage)", set()),
    "case does not matter": ("ROTTERDAM", {"Port strike ends"}),
    "accents do not matter": ("arhus", {"Tram line opens"}),
    "a phrase": ('"quiet day"', {"Tram line opens"}),
    "a phrase in order only": ('"day quiet"', set()),
    "initials": ("U.S.", {"Tram line opens"}),
    "a whole word": ("tram", {"Tram line opens"}),
    "nothing": ("zeppelin", set()),
}


@pytest.fixture
def filled(load: Load, store):
    load(
        *(
            {"url": f"https://a.example/{n}", "title": title, "text": body, "date": "2026-03-03"}
            for n, (title, body) in enumerate(BY_TITLE.items())
        )
    )
    return store


def test_a_query_finds(filled) -> None:
    for name, (query, titles) in FOUND.items():
        ids = find(filled, query)["id"].to_pylist()
        assert {reading(filled, each)["title"] for each in ids} == titles, name
        assert len(ids) == len(titles), name


def test_an_unknown_article_has_no_reading(filled) -> None:
    assert reading(filled, 1) is None
