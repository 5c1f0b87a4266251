"""Mentions: what the recogniser finds, what is made of it, and spaCy models in its place."""

from itertools import pairwise
from pathlib import Path

import pytest
import spacy

from etl.article import to_batch
from etl.enrich import enrich
from etl.enrich.models import Models
from etl.enrich.recogniser import EMBEDDED, LONGEST_NAME, articles_recogniser, recogniser
from presswatch.errors import SettingsError
from tests.etl.warehouse.test_versions import later

MODELS = Models(entities=EMBEDDED)
NAMED = {
    "a given name": ("Ilse Vermaat spoke.", [("Ilse Vermaat", "person")]),
    "a particle": ("“No,” said Joost de Wit, a dean.", [("Joost de Wit", "person")]),
    "a title is no part of a name": ("Then Minister Lee left.", [("Lee", "person")]),
    "a word that tells an organization": (
        "The Ministry of Transport denied it.",
        [("Ministry of Transport", "organization")],
    ),
    "initials": ("NATO met.", [("NATO", "organization")]),
    "a place": ("Ships left Le Havre.", [("Le Havre", "place")]),
    "countries on either side of a hyphen": (
        "Then U.S.-South Korea talks began in Hanoi.",
        [("U.S.", "place"), ("South Korea", "place"), ("Hanoi", "place")],
    ),
    "a country after a possessive": (
        "Kenya's Finance Minister Thandi Nkosi resigned.",
        [("Kenya", "place"), ("Thandi Nkosi", "person")],
    ),
    "no nationality": ("The Kenyan ambassador left.", []),
    "nothing": ("The trains ran at nine.", []),
    "nothing in nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_the_embedded_recogniser_finds(text: str, expected: list[tuple[str, str]]) -> None:
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
    hamburg, rotterdam = row["mentions"]
    assert (hamburg["entity"], rotterdam["entity"]) == ("Hamburg", "Rotterdam")
    assert (hamburg["count"], hamburg["in_title"], hamburg["in_lead"]) == (2, True, True)
    assert (rotterdam["count"], rotterdam["in_title"], rotterdam["in_lead"]) == (4, False, True)
    assert (hamburg["share"], rotterdam["share"]) == (0.25, 0.75)
    assert hamburg["tone"] is not None
    assert rotterdam["tone"] is not None


def test_a_name_in_the_title_alone_has_no_tone() -> None:
    [row] = enrich(
        to_batch([later(title="Rain in Hamburg", body=("It rained.",))]), Models(entities=EMBEDDED)
    )["mentions"].to_pylist()
    assert (row[0]["share"], row[0]["tone"]) == (0.0, None)


def test_what_an_article_gives_does_not_depend_on_its_neighbours() -> None:
    articles = [
        ["Strike in Hamburg", "Nkosi of Norvex Ltd said so.", "Thandi Nkosi then left Hamburg."],
        [],
        ["Hamburg beat Nkosi"],
        ["Norvex Rises", "Norvex rose in Lagos."],
    ]
    together = articles_recogniser(EMBEDDED)(articles)
    assert together == [recogniser(EMBEDDED)(article) for article in articles]
    assert together == articles_recogniser(EMBEDDED)(articles[::-1])[::-1]


def test_spans_of_a_long_text_are_in_order_and_do_not_overlap() -> None:
    text = "Minister Thandi Nkosi of Kenya met Joost de Wit of Norvex Ltd in Le Havre.\n\n" * 300
    [spans] = recogniser(EMBEDDED)([text])
    assert len(spans) > 300
    for one, after in pairwise(spans):
        assert one.start < one.end <= after.start


def test_what_is_longer_than_any_name_is_none() -> None:
    text = f"Mara Lind of the {'A' * 3000} Council met in Hamburg, said Jo Rask of Maersk Ltd."
    [spans] = recogniser(EMBEDDED)([text])
    names = [text[one.start : one.end] for one in spans]
    assert {"Mara Lind", "Hamburg"} <= set(names)
    assert [name for name in names if len(name) > LONGEST_NAME] == []


def test_any_spacy_model_takes_the_place_of_the_embedded_one(tmp_path: Path) -> None:
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
