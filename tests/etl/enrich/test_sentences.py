"""Sentences: where they end, where they begin, and what hostile text does to that."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.article import to_batch
from etl.enrich.sentences import add_sentences, cut, sentences
from tests.conftest import ROOT
from tests.etl.warehouse.test_versions import later
from tests.quality.sentences import HELD_OUT, STEERED_BY, measure

FLOORS = tomllib.loads((ROOT / "tests/quality/floors.toml").read_text("utf-8"))
PIECES = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from(
        ["U.S. ", "No. 5", "Dr. ", ". ", "! ", "…", "“", "”", '"', "«", "(", "\n", "z.B."]
    ),
)
HOSTILE = ["“", "(", "“a. ", "A. ", "\n", ". ", "No. ", "1. ", "?! ", "…", "a", " ", "U.S.", "。「"]


def split(language: str, paragraph: str) -> list[str]:
    return [text for _, text in cut(paragraph, language)]


@pytest.mark.parametrize("name", [STEERED_BY, HELD_OUT])
def test_sentences_end_where_readers_say(name: str) -> None:
    assert measure(split, name).f1 >= FLOORS[name]["f1"]


@given(st.lists(PIECES).map("".join), st.sampled_from(["en", "de", "fr", "ja", "xx", None]))
def test_a_sentence_stands_where_it_says_and_nothing_is_lost(
    paragraph: str, language: str | None
) -> None:
    end = 0
    for start, text in cut(paragraph, language):
        assert paragraph[start : start + len(text)] == text == text.strip() != ""
        assert paragraph[end:start].strip() == ""
        end = start + len(text)
    assert paragraph[end:].strip() == ""


@pytest.mark.parametrize("piece", HOSTILE)
def test_text_that_repeats_a_mark_is_cut_all_the_same(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    assert sum(len(one) for _, one in cut(text, "en")) <= len(text)


def test_sentences_know_their_paragraph() -> None:
    found = sentences(["It rained. It stopped.", "", "  The sun came out."], "en")
    assert [(one.paragraph, one.start, one.text) for one in found] == [
        (0, 0, "It rained."),
        (0, 11, "It stopped."),
        (2, 2, "The sun came out."),
    ]


def test_the_language_decides_what_a_point_is() -> None:
    body = ("Am 3. Mai kam er. Der 2. Platz blieb frei.",)
    rows = add_sentences(
        to_batch([later(body=body, language="de"), later(body=body, language="en")])
    ).to_pylist()
    assert [len(row["sentences"]) for row in rows] == [2, 4]
    assert rows[0]["words"] == 10
