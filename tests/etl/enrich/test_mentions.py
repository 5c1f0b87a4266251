"""Mentions: how often, where, how prominently an article names an entity."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.article import TITLE, to_batch
from etl.enrich.mentions import add_mentions, mentions, prominence
from etl.enrich.sentences import add_sentences
from tests.etl.names import recognising
from tests.etl.warehouse.test_versions import later


def span(entity: str, sentence: int, type_: str = "place") -> dict[str, Any]:
    return {"entity": entity, "type": type_, "sentence": sentence, "start": 0, "end": 1}


SENTENCES = [{"paragraph": number} for number in (0, 0, 1, 2)]


def test_two_names_in_one_sentence_count_twice_and_share_it() -> None:
    [found] = mentions([span("Oslo", 1), span("Oslo", 1), span("Oslo", 3)], SENTENCES)
    assert (found["count"], found["share"]) == (3, 0.5)
    assert (found["in_title"], found["in_lead"]) == (False, True)
    assert found["prominence"] == pytest.approx(0.3 + 0.3 * 0.5)


def test_a_name_in_the_title_alone_has_its_part_alone() -> None:
    [found] = mentions([span("Oslo", TITLE)], [])
    assert (found["count"], found["share"], found["prominence"]) == (1, 0.0, 0.4)


def test_a_name_of_two_types_is_two_entities_in_the_order_of_the_text() -> None:
    found = mentions([span("Lind", 2, "organization"), span("Lind", 3, "person")], SENTENCES)
    assert [one["type"] for one in found] == ["organization", "person"]


@given(st.booleans(), st.booleans(), st.floats(0, 1))
def test_prominence_lies_between_0_and_1_and_grows(title: bool, lead: bool, share: float) -> None:
    found = prominence(in_title=title, in_lead=lead, share=share)
    assert 0 <= found <= 1
    assert found <= prominence(in_title=True, in_lead=True, share=share)
    assert prominence(in_title=True, in_lead=True, share=1) == pytest.approx(1)


def test_spans_say_where_the_text_names_what(tmp_path: Path) -> None:
    model = recognising(tmp_path).model
    body = ("The UK's Ilse Vermaat spoke.", "Vermaat left the United Kingdom.")
    article = later(title="Talks in Britain", body=body, language="en")
    [row] = add_mentions(add_sentences(to_batch([article])), model).to_pylist()
    texts = [row["title"], *(one["text"] for one in row["sentences"])]
    assert [
        (one["sentence"], texts[one["sentence"] + 1][one["start"] : one["end"]], one["entity"])
        for one in row["spans"]
    ] == [
        (TITLE, "Britain", "United Kingdom"),
        (0, "UK", "United Kingdom"),
        (0, "Ilse Vermaat", "Ilse Vermaat"),
        (1, "Vermaat", "Ilse Vermaat"),
        (1, "United Kingdom", "United Kingdom"),
    ]
    assert [(one["entity"], one["count"]) for one in row["mentions"]] == [
        ("United Kingdom", 3),
        ("Ilse Vermaat", 2),
    ]
    assert row["made_with"] == [f"entities {model} 0.0.0, names 1"]
