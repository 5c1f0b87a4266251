"""Fingerprints: the same everywhere, and alike where texts are."""

import subprocess
import sys
from datetime import UTC, date, datetime
from zlib import crc32

import pytest

from etl.article import Article, DateOrigin, Precision, to_batch
from etl.enrich.fingerprint import (
    FEWEST,
    LEAD,
    MADE_WITH,
    WHOLE,
    add_fingerprint,
    fingerprints,
    words,
)
from tests.conftest import ROOT

TEXT = (
    "The ferry to Holm was late again on Thursday, and nobody on the quay could say why.",
    "“We were told nothing,” said a baker who had waited since dawn with forty loaves of bread.",
)
OTHER = (
    "Three schools in the old town will get new roofs before winter, the council has decided.",
    "Pupils are to be taught in the library until the builders have gone home for good.",
)


def article(*body: str) -> Article:
    return Article(
        id=1,
        title="Ferry late",
        source="Courier",
        published_at=datetime(2026, 3, 3, tzinfo=UTC),
        published_on=date(2026, 3, 3),
        date_precision=Precision.DAY,
        date_origin=DateOrigin.PAGE,
        body=body,
    )


def agreement(one: list[int], other: list[int]) -> float:
    """The share of values of the whole texts that agree."""
    same = [a == b for a, b in zip(one[1 : 1 + WHOLE], other[1 : 1 + WHOLE], strict=True)]
    return sum(same) / WHOLE


def test_the_numbers_are_those_of_this_scheme() -> None:
    """Stored fingerprints are compared with new ones: other numbers need another SCHEME."""
    [found] = fingerprints([TEXT])
    assert MADE_WITH == "1 rensa 2"
    assert found[:4] == [32, 1803624423, 3237746448, 2588225231]
    assert len(found) == 1 + WHOLE + LEAD
    assert crc32(repr(found).encode()) == 3791848508


def test_another_process_gives_the_same_numbers() -> None:
    program = f"from etl.enrich.fingerprint import fingerprints; print(fingerprints([{TEXT!r}])[0])"
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": "7"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == str(fingerprints([TEXT])[0])


def test_neighbours_make_no_difference() -> None:
    together = fingerprints([TEXT, (), OTHER])
    assert together == [*fingerprints([TEXT]), [], *fingerprints([OTHER])]


@pytest.mark.parametrize(
    "copy",
    [
        tuple(one.upper() for one in TEXT),
        (" ".join(TEXT),),
        tuple(one.replace("“", '"').replace("”", '"') for one in TEXT),
        tuple(one.replace(",", " –") for one in TEXT),
    ],
    ids=["case", "paragraphs", "quotes", "marks"],
)
def test_how_a_text_is_set_makes_no_difference(copy: tuple[str, ...]) -> None:
    assert fingerprints([copy]) == fingerprints([TEXT])


def test_what_is_added_to_a_text_changes_its_share_of_the_values() -> None:
    whole, longer, other = fingerprints([TEXT, (*TEXT, OTHER[0]), OTHER])
    shingles = [len(words(" ".join(body))) - 2 for body in (TEXT, (*TEXT, OTHER[0]))]
    assert whole[0] == shingles[0]
    assert agreement(whole, longer) == pytest.approx(shingles[0] / shingles[1], abs=0.12)
    assert agreement(whole, other) == 0


def test_a_very_short_text_has_none() -> None:
    enough = " ".join(f"word{number}" for number in range(FEWEST + 2))
    assert fingerprints([[enough.rpartition(" ")[0]], []]) == [[], []]
    assert fingerprints([[enough]])[0][0] == FEWEST


def test_letters_are_the_words_where_none_are_parted() -> None:
    assert words("東京で 会議 in Straße 3.5") == [
        "東", "京", "で", "会", "議", "in", "strasse", "3", "5",
    ]  # fmt: skip


def test_an_enriched_batch_says_what_it_was_made_with() -> None:
    batch = add_fingerprint(to_batch([article(*TEXT), article()]))
    again = add_fingerprint(batch)
    assert again["fingerprint"].to_pylist() == [fingerprints([TEXT])[0], []]
    assert again["made_with"].to_pylist() == [[f"fingerprint {MADE_WITH}"]] * 2
