"""Tone towards somebody: from the clauses that name them, not from the whole sentence."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.enrich.feelings import feelings, forms
from etl.enrich.tone import THRESHOLD
from etl.enrich.towards import towards
from tests.conftest import ROOT
from tests.quality.towards import HELD_OUT, STEERED_BY, cases, measure

FLOORS = tomllib.loads((ROOT / "tests/quality/floors.toml").read_text("utf-8"))
TOLD = {  # the tone towards Vane and towards Ruiz
    "who criticises": ("Senator Vane criticized Ruiz.", 0, -1),
    "and who is criticised by": ("Ruiz was criticized by Vane.", 0, -1),
    "who praises": ("Vane praised Ruiz for her courage.", 0, 1),
    "a contrast": ("Vane is honest, but Ruiz is a liar.", 1, -1),
    "a contrast the other way": ("Vane is a crook, while Ruiz is widely respected.", -1, 1),
    "a noun": ("Criticism of Ruiz grew. Vane slept.", 0, -1),
    "an aide's crime": ("An aide to Vane met Ruiz.", 0, 0),
    "what one says of another": ("Vane said that Ruiz was corrupt.", 0, -1),
    "facts": ("Vane will meet Ruiz on Tuesday.", 0, 0),
    "a list": ("Vane and Ruiz sit on the committee.", 0, 0),
    "not": ("Vane is not honest. Ruiz waits.", -1, 0),
}


def label(tone: float) -> int:
    return (tone >= THRESHOLD) - (tone <= -THRESHOLD)


def places(text: str, name: str) -> list[tuple[int, int]]:
    start = text.index(name)
    return [(start, start + len(name))]


@pytest.mark.parametrize(("text", "vane", "ruiz"), TOLD.values(), ids=TOLD)
def test_each_that_is_named_gets_its_own(text: str, vane: int, ruiz: int) -> None:
    tones = towards(text, {name: places(text, name) for name in ("Vane", "Ruiz")})
    assert {name: label(tone) for name, tone in tones.items()} == {"Vane": vane, "Ruiz": ruiz}


def ours(text: str, start: int, end: int) -> int:
    return label(towards(text, {"target": [(start, end)]})["target"])


def plain(text: str, start: int, end: int) -> int:
    return label(SentimentIntensityAnalyzer().polarity_scores(text)["compound"])


@pytest.mark.parametrize("name", [STEERED_BY, HELD_OUT])
def test_it_is_what_readers_say_more_often_than_the_sentences_score(name: str) -> None:
    found, whole = measure(ours, name), measure(plain, name)
    assert found.accuracy >= FLOORS[name]["accuracy"]
    assert found.macro_f1 >= FLOORS[name]["macro_f1"]
    assert found.macro_f1 > whole.macro_f1 + 0.1


def test_no_held_out_sentence_was_steered_by() -> None:
    assert not {one.text for one in cases(HELD_OUT)} & {one.text for one in cases(STEERED_BY)}


@given(st.data())
def test_any_text_and_any_spans_give_a_number(data: st.DataObject) -> None:
    words = st.sampled_from(
        ["Vane", "Ruiz's", "not", "slammed", "“", "by", ",", "was", "who", "\n"]
    )
    text = " ".join(data.draw(st.lists(words | st.text(max_size=5), max_size=30)))
    spot = st.integers(0, max(1, len(text)))
    spans = data.draw(st.lists(st.tuples(spot, spot).map(sorted).map(tuple), max_size=5))
    tones = towards(text, dict(enumerate([[span] for span in spans if span[0] < span[1]])))
    assert all(-1 <= tone <= 1 for tone in tones.values())


def test_a_sentence_that_names_very_many_is_a_list() -> None:
    text = " slammed ".join(f"Vane{number}" for number in range(100))
    spans = {number: places(text, f"Vane{number}") for number in range(100)}
    assert towards(text, spans) == {}


def test_a_name_that_lies_too_far_is_left_out() -> None:
    text = "word " * 1_000 + "Vane"
    assert towards(text, {"Vane": places(text, "Vane")}) == {}


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("praise", {"praise", "praises", "praised", "praising"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("disagree", {"disagree", "disagrees", "disagreed", "disagreeing"}),
    ],
)
def test_a_verb_is_known_in_all_its_forms(verb: str, expected: set[str]) -> None:
    assert set(forms(verb)) == expected


def test_no_word_is_a_name() -> None:
    assert "trump" not in feelings().verbs
