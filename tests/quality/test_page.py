"""docs/quality.md tells of every enricher what it is, how good, and what it gets wrong."""

import re

import pytest

from etl.enrich import STAGES
from tests.conftest import ROOT
from tests.quality.measures import MEASURES, NOT_MEASURED
from tests.quality.page import figures, row, told

PAGE = (ROOT / "docs/quality.md").read_text("utf-8")
COMMAND = "make quality"
SECTIONS = {part.splitlines()[0]: part for part in PAGE.split("\n## ")[1:]}
QUICK = ("Language", "Sentences", "Names of one entity", "Tone towards an entity", "Tags")
BY_NAME = {one["name"]: one for one in told()}


def test_every_stage_has_a_section() -> None:
    stages = {
        found[1] for part in SECTIONS.values() if (found := re.search(r"Stage: `(\w+)`", part))
    }
    assert stages == set(STAGES)


def test_sections_measures_and_what_is_told_are_the_same() -> None:
    assert list(SECTIONS) == list(BY_NAME) == list(MEASURES)


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_has_a_figure_and_a_mistake(name: str) -> None:
    said, mistakes = SECTIONS[name].split("\nKnown mistakes:\n")
    table = [line for line in said.splitlines() if line.startswith("| ")][1:]
    assert [line for line in table if re.search(r"\d", line.split(" | ")[1])]
    assert re.search(r"^- \w", mistakes, re.MULTILINE)
    assert re.search(r"^What flatters: \w", said, re.MULTILINE)


@pytest.mark.parametrize("name", BY_NAME)
def test_what_was_judged_says_when_and_how_to_repeat_it(name: str) -> None:
    for one in BY_NAME[name].get("judged", ()):
        assert set(one) == {"what", "value", "on", "by", "date", "repeat"}
        assert all(one.values())


@pytest.mark.parametrize("name", QUICK)
def test_figures_that_are_quickly_measured_are_up_to_date(name: str) -> None:
    got = [one for one in figures(BY_NAME[name], None) if one.value != NOT_MEASURED]
    assert [row(one) for one in got if row(one) not in SECTIONS[name]] == [], f"run `{COMMAND}`"
