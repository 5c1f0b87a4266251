"""The query language: what a text means, and where a mistake in it is."""

from datetime import date

import pytest

from presswatch.errors import QueryError
from presswatch.query import All, Any, Dated, Named, Node, Not, Toned, Words, looked_for, parse
from presswatch.query_values import Days, Numbers

PORT, STRIKE, TRAM = Words("port"), Words("strike"), Words("tram")
IN_TITLE, IN_LEAD = Words("port", "title"), Words("wage talks", "lead")

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
    "the longest number of a story": (f"story:{2**63 - 1}", Named("story", str(2**63 - 1))),
    "a space that does not break": ("port\u00a0strike\u3000", All((PORT, STRIKE))),
    "white space of any kind": (" port\t\nstrike ", All((PORT, STRIKE))),
    "an address is words": ("https://a.example/b", Words("https://a.example/b")),
    "the beginning of a word": ("port*", Words("port", prefix=True)),
    "the beginning of a phrase's last word": ('"port str*"', Words("port str", prefix=True)),
    "a star within a word of a phrase": ('"A*STAR port"', Words("A*STAR port")),
    "a star of a name in quotation marks": ('entity:"Class A*"', Named("entity", "Class A*")),
    "words near each other": ('"port strike"~5', Words("port strike", apart=5)),
    "a part of the text": ('title:port lead:"wage talks"', All((IN_TITLE, IN_LEAD))),
    "a field in capitals, and a space": ("TITLE: port", IN_TITLE),
    "a tag": ('tag:"Port strike"', Named("tag", "Port strike")),
    "the beginning of a name": ("org:mae*", Named("org", "mae", prefix=True)),
    "one of a tag and a word": ("port OR tag:x", Any((PORT, Named("tag", "x")))),
    "not of a source": ("NOT source:courier", Not(Named("source", "courier"))),
    "tone above": ("tone:>0.3", Toned(Numbers(0.3, None, strictly=True))),
    "tone at most": ("tone:<=-0.2", Toned(Numbers(None, -0.2))),
    "tone between": ("tone:-.1..0.1", Toned(Numbers(-0.1, 0.1))),
    "tone itself": ("tone:0", Toned(Numbers(0, 0))),
    "a day": ("date:2026-03-01", Dated(Days(date(2026, 3, 1), date(2026, 3, 1)))),
    "a month": ("date:2024-02", Dated(Days(date(2024, 2, 1), date(2024, 2, 29)))),
    "a year": ("date:2026", Dated(Days(date(2026, 1, 1), date(2026, 12, 31)))),
    "after a month": ("date:>2026-12", Dated(Days(date(2027, 1, 1), None))),
    "before a year": ("date:<2026", Dated(Days(None, date(2025, 12, 31)))),
    "days between": ("date:2026-03..2026-04-02", Dated(Days(date(2026, 3, 1), date(2026, 4, 2)))),
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
    "no such field": ("port headline:x", "'headline:' at character 6 is no field. The fields are"),
    "a field of nothing": ("title:", "ends after"),
    "no number": ("tone:high", "'high' at character 6 is no condition on a number"),
    "no day": ("date:yesterday", "'yesterday' at character 6 is no condition on a day"),
    "a day that never was": ("date:2026-02-30", "'2026-02-30' at character 6"),
    "a year out of reach": ("date:>9999", "'>9999' at character 6"),
    "no number of a story": ("story:x", "'x' at character 7 is no number of a story"),
    "a star after one letter of a word with a hyphen": ("wage-t*", "stands for too many words"),
    "a star within a word": ("po*rt", "'po\\*rt' at character 1 has a star"),
    "a star before a word": ("*port", "has a star that is not the end"),
    "a star after a word within a phrase": ('"po* strike"', "has a star that is not the end"),
    "a star in words near each other": ('"port str*"~5', "has a star and a distance"),
    "a star in a day in quotation marks": ('date:"2026*"', "date: takes neither a star nor"),
    "very many stars": (" OR ".join(["port*"] * 21), "more than 20 words with a star"),
    "very many stars after NOT": (" ".join(["NOT port*"] * 21), "more than 20 words with a star"),
    "a star after a number": ("tone:0.3*", "tone: takes neither a star nor"),
    "the beginning of a story's number": ("story:12*", "story: takes neither a star nor"),
    "a distance of a day": ('date:"2026"~5', "date: takes neither a star nor a distance"),
    "a number beyond all stories": ("story:9223372036854775808", "is no number of a story"),
    "many words apart": ('"' + "the " * 6 + '"~9', "too many words to stand apart"),
    "a star after one letter": ("a*", "'a\\*' at character 1 stands for too many words"),
    "a distance without a number": ('"port strike"~', "'~' at character 14 says not how many"),
    "a distance too far": ('"port strike"~99', "write ~1 to ~50"),
    "a distance within a name": ('tag:"port strike"~2', "'~2' at character 5 is for words"),
    "too long": ("port " * 500, "longer than 2,000"),
    "too deep": ("(" * 60 + "port" + ")" * 60, "more than 50"),
    "as deep as it can be": ("(" * 990 + "port" + ")" * 990, "more than 50"),
    "too many NOTs of each other": ("NOT " * 51 + "port", "more than 50"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said.replace("(", r"\(")):
        parse(text)


@pytest.mark.parametrize("text", ["NOTICE", "(port)", "NOT tram", "tag:xy*"])
def test_what_lies_side_by_side_is_not_too_deep(text: str) -> None:
    assert len(parse(" OR ".join([text] * 100)).parts) == 100


def test_what_is_looked_for_leaves_out_what_must_not_be_there() -> None:
    tree = parse("port (strike OR title:tram) NOT talks tag:x")
    assert list(looked_for(tree)) == [PORT, STRIKE, Words("tram", "title")]
