"""`presswatch entities`: what it lists, what it makes one, and what it refuses."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from presswatch.cli import commands
from presswatch.errors import AskError
from tests.conftest import Load
from tests.etl.names import recognising
from tests.etl.test_refresh import row

Run = Callable[..., Result]
TEXTS = (
    "Rotterdam met Hamburg. Hamburg left.",
    "Hamburg waits for the United Kingdom. The UK waits.",
    "Ilse Vermaat spoke in Oslo. Vermaat left.",
)


@pytest.fixture
def load(load: Load, tmp_path: Path) -> Load:
    """As ever, with names that are found for certain."""
    return partial(load, entities=recognising(tmp_path))


@pytest.fixture
def run(load: Load, store: Path) -> Run:
    """A command on a store of three articles."""
    load(*(row(number, text=text) for number, text in enumerate(TEXTS)))

    def run(*arguments: str) -> Result:
        done = CliRunner().invoke(commands, ["entities", *arguments, "--store", str(store)])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return run


def listed(run: Run, *arguments: str) -> dict[str, dict[str, str]]:
    output = run("list", *arguments).output
    return {one["entity"]: one for one in csv.DictReader(io.StringIO(output))}


def test_entities_are_listed_by_articles_with_their_spellings(run: Run) -> None:
    found = listed(run)
    assert next(iter(found)) == "Hamburg"
    assert found["Hamburg"]["articles"] == "2"
    assert found["United Kingdom"] | {"prominence": ""} == {
        "entity": "United Kingdom",
        "type": "place",
        "country": "GB",
        "articles": "1",
        "mentions": "2",
        "prominence": "",
        "spellings": "UK; United Kingdom",
    }
    assert list(listed(run, "uk")) == ["United Kingdom"]
    assert set(listed(run, "--type", "person")) == {"Ilse Vermaat"}
    assert len(listed(run, "--limit", "1")) == 1
    assert json.loads(run("list", "nobody", "--format", "json").output) == []


def test_entities_are_merged_and_split_again(run: Run, load: Load) -> None:
    said = run("merge", "rotterdam", "Oslo", "--into", "Hamburg").output
    assert said == (
        "Rotterdam, Oslo: one entity with Hamburg (place). The next refresh applies it.\n"
    )
    load()
    assert listed(run)["Hamburg"]["articles"] == "3"
    assert "Oslo" in listed(run)["Hamburg"]["spellings"]
    assert len(json.loads(run("list", "--rules", "--format", "json").output)) == 2
    assert run("split", "Oslo").output.startswith("Oslo: no longer Hamburg.")
    load()
    assert {"Oslo", "Hamburg"} <= set(listed(run))
    assert run("split", "Hamburg").output.startswith("Rotterdam: no longer Hamburg.")
    load()
    assert "Rotterdam" in listed(run)


def test_an_entity_is_renamed(run: Run, load: Load) -> None:
    assert run("rename", "Hamburg", "Hamburg port").output.startswith(
        "Hamburg (place) is called Hamburg port."
    )
    load()
    assert listed(run)["Hamburg port"]["country"] == "DE"
    run("split", "Hamburg port")
    load()
    assert "Hamburg" in listed(run)


def test_a_spelling_is_split_from_what_the_machine_made_of_it(run: Run, load: Load) -> None:
    assert run("split", "UK").output.startswith("UK: no longer United Kingdom, but place of")
    load()
    assert {"UK", "United Kingdom"} <= set(listed(run))
    run("merge", "UK", "--into", "United Kingdom")
    load()
    assert "UK" not in listed(run)


def test_what_is_not_yet_applied_counts(run: Run) -> None:
    run("rename", "Hamburg", "Hansestadt")
    assert "one entity with Hansestadt" in run("merge", "Oslo", "--into", "Hansestadt").output
    assert run("split", "Oslo").output.startswith("Oslo: no longer Hansestadt.")


REFUSED = {
    "a misspelt name": (
        ("merge", "Rotterdm", "--into", "Hamburg"),
        "No entity is called 'Rotterdm'. Do you mean 'Rotterdam'?",
    ),
    "a misspelt target": (("merge", "Oslo", "--into", "Hamberg"), "Do you mean 'Hamburg'"),
    "a spelling": (("rename", "UK", "Kingdom"), "Do you mean 'United Kingdom'?"),
    "nothing like it": (("merge", "Xyzzy", "--into", "Oslo"), "`presswatch entities list` lists"),
    "into itself": (("merge", "Oslo", "--into", "oslo"), "'oslo' is that already"),
    "another type": (
        ("merge", "Oslo", "--into", "Hamburg", "--type", "person"),
        "No entity of type person is called 'Hamburg'.",
    ),
    "a name that is taken": (("rename", "Oslo", "Hamburg"), "There is a place 'Hamburg'."),
    "an empty name": (("rename", "Oslo", " "), "The new name is empty."),
    "nothing to split": (("split", "Oslo"), "'Oslo' is no further name"),
    "split from another": (("split", "UK", "--from", "Oslo"), "'UK' is no further name of 'Oslo'"),
    "split what nobody has": (("split", "Xyzzy"), "No entity is called 'Xyzzy'."),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(AskError) as caught:
        run(*arguments)
    assert said in str(caught.value)


def test_a_spelling_of_several_needs_to_be_told_from_which(
    load: Load, store: Path, run: Run
) -> None:
    load(row(9, text="Mara Vermaat came. Vermaat sat."))
    with pytest.raises(AskError, match="stands for several entities: Ilse Vermaat, Mara Vermaat"):
        run("split", "Vermaat")
    run("split", "Vermaat", "--from", "Mara Vermaat")
    load()
    assert {"Ilse Vermaat", "Mara Vermaat", "Vermaat"} <= set(listed(run))


def test_a_wrong_name_ends_with_exit_code_2(run: Run, store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "presswatch", "entities", "rename", "Hambrg", "X", "--store", store],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("presswatch: No entity is called 'Hambrg'.")
