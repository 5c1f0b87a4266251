"""Mentions: what the embedded rules find, what is made of it, and spaCy models in their place."""

from pathlib import Path

import pytest
import spacy

from etl.article import to_batch
from etl.enrich import enrich
from etl.enrich.entities import EMBEDDED, recogniser
from etl.enrich.models import Models
from presswatch.errors import SettingsError
from tests.etl.warehouse.test_versions import later

MODELS = Models(entities=EMBEDDED)
NAMED = {
    "a given name": ("Ilse Vermaat spoke.", [("Ilse Vermaat", "person")]),
    "a particle": ("Said Joost de Wit.", [("Joost de Wit", "person")]),
    "a title is no part of a name": ("Then Minister Lee left.", [("Lee", "person")]),
    "a word that tells an organization": (
        "The Ministry of Transport denied it.",
        [("Ministry of Transport", "organization")],
    ),
    "initials": ("NATO met.", [("NATO", "organization")]),
    "a place": ("Ships left Le Havre.", [("Le Havre", "place")]),
    "nothing": ("The trains ran at nine.", []),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_the_rules_find(text: str, expected: list[tuple[str, str]]) -> None:
    [spans] = recogniser(EMBEDDED)([text])
    assert [(text[span.start : span.end], span.type) for span in spans] == expected


def test_a_mention_knows_how_often_and_where_it_stands() -> None:
    body = (
        "Rotterdam is delighted. Hamburg is not.",
        "The talks in Rotterdam failed badly. Rotterdam waits, Rotterdam hopes.",
    )
    [row] = enrich(
        to_batch([later(title="Calm in Hamburg", body=body)]), Models(entities=EMBEDDED)
    ).to_pylist()
    tones = [one["tone"] for one in row["sentences"]]
    hamburg, rotterdam = row["mentions"]
    assert (hamburg["entity"], rotterdam["entity"]) == ("Hamburg", "Rotterdam")
    assert (hamburg["count"], hamburg["in_title"], hamburg["in_lead"]) == (2, True, True)
    assert (rotterdam["count"], rotterdam["in_title"], rotterdam["in_lead"]) == (4, False, True)
    assert (hamburg["share"], rotterdam["share"]) == (0.25, 0.75)
    assert hamburg["tone"] == tones[1]
    assert rotterdam["tone"] == pytest.approx((tones[0] + tones[2] + tones[3]) / 3)


def test_a_name_in_the_title_alone_has_no_tone() -> None:
    [row] = enrich(
        to_batch([later(title="Rain in Hamburg", body=("It rained.",))]), Models(entities=EMBEDDED)
    )["mentions"].to_pylist()
    assert (row[0]["share"], row[0]["tone"]) == (0.0, None)


def test_any_spacy_model_takes_the_place_of_the_rules(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    patterns = [
        {"label": "GPE", "pattern": "Oosterdam"},
        {"label": "PRODUCT", "pattern": "Widget"},
        {"label": "CARDINAL", "pattern": "nine"},
    ]
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    pipeline.to_disk(tmp_path / "model")
    text = "Nine in Oosterdam bought a Widget at nine; Rotterdam did not."
    [spans] = recogniser(str(tmp_path / "model"))([text])
    assert [(text[span.start : span.end], span.type) for span in spans] == [
        ("Oosterdam", "place"),
        ("Widget", "product"),
    ]


def test_a_model_that_is_missing_is_told() -> None:
    with pytest.raises(SettingsError, match="no spaCy model 'nobody_has_this' is installed"):
        recogniser("nobody_has_this")
