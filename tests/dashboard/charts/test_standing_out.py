"""What stands out, in sentences."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts.standing_out import in_order, name_of, sentence
from dashboard.reach import Stretch

TUESDAY = Stretch(first=date(2026, 11, 17), last=date(2026, 11, 17), weeks=8)
WEEK = Stretch(first=date(2026, 11, 11), last=date(2026, 11, 17), weeks=8)
ROSE = {
    "kind": "tag", "name": "ports", "coverage": 41, "usual": 8.0, "times": 5.125, "score": 7.1,
    "title": "Dockers walk out", "copies": 17,
}  # fmt: skip


def said(stretch: Stretch = TUESDAY, *, stories: bool = False, **other: Any) -> str:
    words = sentence(ROSE | other, stretch, stories=stories)
    return words.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


def test_a_rise_says_its_number_its_usual_and_its_leading_story() -> None:
    assert (
        said() == "41 articles, 5.1 times its usual Tuesday; led by “Dockers walk out”, 17 copies"
    )


@pytest.mark.parametrize(
    ("stretch", "other", "words"),
    [
        (WEEK, {"copies": 1},
         "41 articles, 5.1 times its usual week; the latest: “Dockers walk out”"),
        (WEEK, {"times": 24.6, "title": None}, "41 articles, 25 times its usual week"),
        (TUESDAY, {"times": None, "usual": 0.0, "title": ""},
         "41 articles, where a usual Tuesday has none"),
        (TUESDAY, {"times": 246.0, "usual": 1 / 6, "title": None},
         "41 articles, where a usual Tuesday has 0.2"),
        (TUESDAY, {"score": -4.0, "coverage": 0, "usual": 9.25, "title": None},
         "no articles, where a usual Tuesday has 9.2"),
        (TUESDAY, {"score": -4.0, "coverage": 1, "usual": 12.0, "title": None},
         "1 article, where a usual Tuesday has 12"),
    ],
)  # fmt: skip
def test_a_sentence_says_what_there_is(stretch: Stretch, other: dict[str, Any], words: str) -> None:
    assert said(stretch, **other) == words


def test_stories_are_called_so_and_a_title_is_left_alone() -> None:
    assert said(stories=True, title="All articles of war", copies=2) == (
        "41 stories, 5.1 times its usual Tuesday; led by “All articles of war”, 2 copies"
    )
    assert said(stories=True, coverage=1, title=None).startswith("1 story, ")


def test_a_long_title_is_cut() -> None:
    assert said(title="word " * 50, copies=2).endswith("word…”, 2 copies")


def test_all_coverage_goes_first_and_then_what_rose_and_what_fell() -> None:
    rows = [
        ROSE | {"name": "a", "score": 9.0},
        ROSE | {"name": "b", "score": -8.0},
        ROSE | {"name": "", "kind": "all", "score": 5.0},
        ROSE | {"name": "c", "score": 4.0},
        ROSE | {"name": "d", "score": 3.5},
    ]
    shown = [name_of(row) for row in in_order(pd.DataFrame(rows), 2)]
    assert shown == ["All coverage", "a", "c", "b"]
