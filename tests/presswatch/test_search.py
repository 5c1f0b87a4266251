"""The index finds what a query asks for, in title and body."""

import pytest

from presswatch.errors import QueryError
from presswatch.query import parse
from presswatch.search import find, reading
from tests.conftest import Load

ARTICLES = {  # by title: language and body
    "Port strike ends": ("en", "Dockers in Rotterdam go back to work. The trams ran."),
    "Tram line opens": ("en", "A quiet day at the port of Århus, said the U.S. envoy."),
    "Wage talks": ("en", "Nothing of note."),
    "Streik in den Häfen": ("de", "Die Schiffe warten seit Montag auf der Reede vor der Stadt."),
    "La grève continue": ("fr", "Les ouvriers ont voté hier soir, et les grues sont immobiles."),
}
FOUND = {
    "in title or body": ("port", {"Port strike ends", "Tram line opens"}),
    "all words, wherever": ("port dockers", {"Port strike ends"}),
    "either": ("dockers OR talks", {"Port strike ends", "Wage talks"}),
    "one and not the other": ("port NOT quiet", {"Port strike ends"}),
    "AND NOT": ("port AND NOT quiet", {"Port strike ends"}),
    "all but": ("NOT port", {"Wage talks", "Streik in den Häfen", "La grève continue"}),
    "all but either": ("NOT (port OR wage OR Hafen OR grève)", set()),
    "case does not matter": ("ROTTERDAM", {"Port strike ends"}),
    "accents do not matter": ("arhus", {"Tram line opens"}),
    "a phrase": ('"quiet day"', {"Tram line opens"}),
    "a phrase in order only": ('"day quiet"', set()),
    "initials": ("U.S.", {"Tram line opens"}),
    "a word in another form": ("tram", {"Port strike ends", "Tram line opens"}),
    "the form does not matter": ("strikes dock*", {"Port strike ends"}),
    "a whole word": ("dock", set()),
    "the beginning of a word": ("rott*", {"Port strike ends"}),
    "the beginning of the last word": ("wage-ta*", {"Wage talks"}),
    "the beginning of a phrase's last word": ('"wage ta*"', {"Wage talks"}),
    "words near each other": ('"quiet port"~3', {"Tram line opens"}),
    "words near each other, in any order": ('"port quiet"~5', {"Tram line opens"}),
    "words too far apart": ('"quiet envoy"~3', set()),
    "in the title": ("title:port", {"Port strike ends"}),
    "in the first paragraph": ("lead:dockers", {"Port strike ends"}),
    "in the body": ("body:strike", set()),
    "German words by their stems": ("Hafen", {"Streik in den Häfen"}),
    "French words by their stems": ("grèves", {"La grève continue"}),
    "nothing": ("zeppelin", set()),
}


@pytest.fixture
def filled(load: Load, store):
    load(
        *(
            {"url": f"https://a.example/{n}", "title": title, "text": body, "language": language}
            | {"date": "2026-03-03"}
            for n, (title, (language, body)) in enumerate(ARTICLES.items())
        )
    )
    return store


def test_a_query_finds(filled) -> None:
    for name, (query, titles) in FOUND.items():
        ids = find(filled, parse(query))["id"].to_pylist()
        assert {reading(filled, each)["title"] for each in ids} == titles, name
        assert len(ids) == len(titles), name


def test_an_unknown_article_has_no_reading(filled) -> None:
    assert reading(filled, 1) is None


def test_a_star_that_asks_too_much_is_refused(filled) -> None:
    with pytest.raises(QueryError, match="star"):
        find(filled, parse("x" * 1_900 + "*"))
