"""The query language: what a text means, and where a mistake in it is."""

import pytest

from presswatch.errors import QueryError
from presswatch.query import All, Any, Node, Not, Words, parse

PORT, STRIKE, TRAM = Words("port"), Words("strike"), Words("tram")

MEANT = {
    "a word": ("port", PORT),
    "a space means AND": ("port strike", All((PORT, STRIKE))),
    "AND": ("port AND strike", All((PORT, STRIKE))),
    "OR binds less than AND": ("port strike OR tram", Any((All((PORT, STRIKE)), TRAM))),
    "brackets bind most": ("port (strike OR tram)", All((PORT, Any((STRIKE, TRAM))))),
    "NOT": ("port NOT tram", All((PORT, Not(TRAM)))),
    "AND NOT": ("port AND NOT tram", All((PORT, Not(TRAM)))),
    "NOT alone": ("NOT tram", Not(TRAM)),
    "NOT of brackets": ("NOT (port OR tram)", Not(Any((PORT, TRAM)))),
    "a phrase": ('"wage talks"', Words("wage talks")),
    "a phrase that holds operators": ('"trial AND error"', Words("trial AND error")),
    "operators in small letters are words": ("port and tram", All((PORT, Words("and"), TRAM))),
    "a word that begins as an operator does": ("ORacle", Words("ORacle")),
    "a word with dots and hyphens": ("U.S.-led", Words("U.S.-led")),
    "white space of any kind": (" port\t\nstrike ", All((PORT, STRIKE))),
}


@pytest.mark.parametrize(("text", "tree"), MEANT.values(), ids=MEANT)
def test_a_query_is_read(text: str, tree: Node) -> None:
    assert parse(text) == tree


WRONG = {
    "empty": ("  ", "is empty"),
    "an open bracket": ("(port", "bracket at character 1 is never closed"),
    "a bracket too many": ("port)", "character 5"),
    "an open phrase": ('port "wage', "quotation mark at character 6"),
    "an operator at the end": ("port OR", "ends after 'OR'"),
    "an operator at the start": ("AND port", "character 1"),
    "empty brackets": ("()", "character 2"),
    "an empty phrase": ('port ""', "at character 6 has no letter"),
    "a sign alone": ("port &", "at character 6 has no letter"),
    "too long": ("port " * 500, "longer than 2,000"),
    "too deep": ("(" * 60 + "port" + ")" * 60, "more than 50"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said.replace("(", r"\(")):
        parse(text)
