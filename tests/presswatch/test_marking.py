"""What a query looked for is marked where a text says it."""

import pytest

from presswatch.marking import marks
from presswatch.query import looked_for, parse

TEXT = "Striking dockers: a port strike in the Port of Århus, U.S. envoys said. Strike!"
MARKED = {
    "a word in its forms": ("strike", "en", ["Striking", "strike", "Strike"]),
    "a word as it stands, where there is no stemmer": ("strike", "", ["strike", "Strike"]),
    "a phrase as a whole": ('"port strike"', "en", ["port", "strike"]),
    "a phrase in another order": ('"strike port"', "en", []),
    "words near each other": ('"port said"~20', "en", ["port", "Port", "said"]),
    "the beginning of a word": ("dock*", "en", ["dockers"]),
    "without accents": ("arhus", "en", ["Århus"]),
    "initials": ("U.S.", "en", ["U", "S"]),
    "each of several": ("envoys OR dockers", "en", ["dockers", "envoys"]),
    "not what must not be there": ("port NOT strike", "en", ["port", "Port"]),
    "not tags": ("tag:port", "en", []),
}


@pytest.mark.parametrize(("query", "language", "expected"), MARKED.values(), ids=MARKED)
def test_it_marks(query: str, language: str, expected: list[str]) -> None:
    found = marks(TEXT, looked_for(parse(query)), language)
    assert [TEXT[start:end] for start, end in found] == expected


def test_a_text_without_words_has_no_marks() -> None:
    assert marks("… !", looked_for(parse("port")), "en") == []
