"""Captures of real pages, read as their `.expected.json` says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from presswatch.cli import commands

NAMES = ["ports-strike", "us-south-korea-alliance"]


@pytest.mark.parametrize("name", NAMES)
def test_a_capture_is_read_as_expected(captures: Path, tmp_path: Path, name: str) -> None:
    expected = json.loads((captures / f"{name}.expected.json").read_text("utf-8"))
    store = ["--store", str(tmp_path / "store")]
    run = CliRunner().invoke
    assert run(commands, ["load", str(captures / f"{name}.txt"), *store]).exit_code == 0
    [listed] = json.loads(run(commands, ["articles", "--format", "json", *store]).stdout)
    read = json.loads(run(commands, ["article", str(listed["id"]), "--json", *store]).stdout)
    assert read["title"] == listed["title"] == expected["title"]
    assert read["captured_on"] == expected["captured_on"]
    assert read["published_on"] == listed["published_on"] == expected["date_used"]
    assert read["date_origin"] == expected["date_origin"]
    assert read["authors"] == expected.get("authors", [])
    assert len(read["body"]) == expected["paragraphs"]
    assert read["body"][0].startswith(expected["body_starts_with"])
    assert read["body"][-1].endswith(expected["body_ends_with"])
    text = "\n".join(read["body"])
    assert [stray for stray in expected["body_must_not_contain"] if stray in text] == []
    assert read["tags"] == expected["tags_on_page"]
    assert read["related_titles"] == expected["related_titles"]
    assert read["most_popular"] == expected["most_popular"]


@pytest.mark.parametrize("name", NAMES)
def test_a_captures_quotes_have_their_speakers(captures: Path, tmp_path: Path, name: str) -> None:
    expected = json.loads((captures / f"{name}.expected.json").read_text("utf-8"))
    store = ["--store", str(tmp_path / "store")]
    run = CliRunner().invoke
    assert run(commands, ["load", str(captures / f"{name}.txt"), *store]).exit_code == 0
    [listed] = json.loads(run(commands, ["articles", "--format", "json", *store]).stdout)
    read = json.loads(run(commands, ["article", str(listed["id"]), "--json", *store]).stdout)
    found = [(one["text"], one["speaker"]) for one in read["quotes"]]
    assert len(found) == len(expected["quotes"])
    for (text, speaker), quote in zip(found, expected["quotes"], strict=True):
        assert text.startswith(quote["starts"])
        assert speaker is not None and speaker.endswith(quote["speaker"])


def test_a_folder_of_captures_gives_its_captures_alone(captures: Path, tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "store")]
    done = CliRunner().invoke(commands, ["load", str(captures), "--json", *store])
    counts = json.loads(done.stdout)
    texts, others = len(list(captures.glob("*.txt"))), len(list(captures.glob("*.[jm]*")))
    assert (counts["new"], counts["refused"]) == (texts, others)
