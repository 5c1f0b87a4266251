"""How a story's beginning is told in words and marks."""

from typing import Any

import pandas as pd
import pytest

from dashboard.charts import stories

ZONE = "Europe/Amsterdam"


def row(source: str, at: str, *, by_day: bool = False, **more: Any) -> dict[str, Any]:
    instant = pd.Timestamp(at, tz=ZONE)
    return {
        "article": 2**62,
        "source": source,
        "title": f"{source} <b>says</b>",
        "url": "javascript:alert(1)",
        "published_at": instant.tz_convert("UTC"),
        "published_on": pd.Timestamp(instant.date()),
        "by_day": by_day,
        "behind": None,
        "days_behind": 0,
        "first": False,
        "tone": -0.001,
        "revised_at": None,
        "passes": True,
    } | more


EXACT = [
    row("Courier", "2026-03-28 23:30", first=True, behind=0.0),
    row("Gazette", "2026-03-29 03:50", behind=3 + 1 / 3, days_behind=1),
    row("Post", "2026-03-31 01:00", behind=48.5, days_behind=3, revised_at="2026-04-01T22:30Z"),
]
BY_DAY = [
    row("Herald", "2026-03-28 00:00", by_day=True, first=True),
    *EXACT[:2],
    row("Star", "2026-03-30 00:00", by_day=True, days_behind=2),
]


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    made = pd.DataFrame(rows)
    return made.assign(revised_at=pd.to_datetime(made["revised_at"], utc=True))


def test_hours_behind_are_hours_that_passed_though_the_clocks_were_changed() -> None:
    shown = stories.told(frame(EXACT), ZONE)
    assert list(shown["Behind the first"]) == ["first", "3 h 20 min", "2 d"]
    assert list(shown["Published"]) == ["2026-03-28 23:30", "2026-03-29 03:50", "2026-03-31 01:00"]
    assert str(shown["Changed"].iloc[2]) == "2026-04-02 00:30:00"


def test_what_is_known_by_day_only_is_told_by_day() -> None:
    shown = stories.told(frame(BY_DAY), ZONE)
    assert list(shown["Published"])[::3] == ["2026-03-28", "2026-03-30"]
    assert list(shown["Behind the first"]) == ["first day", "first", "3 h 20 min", "2 days"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (EXACT[:1], "1 article from 1 source. First: Courier."),
        (
            EXACT,
            "3 articles from 3 sources. First: Courier. "
            "Next with a time: Gazette, 3 h 20 min later.",
        ),
        (
            BY_DAY,
            "4 articles from 4 sources. First: Herald, Courier; who of them cannot be told, since "
            "some date theirs by day only. Next with a time: Gazette, 3 h 20 min later.",
        ),
        (
            [EXACT[0], EXACT[0] | {"source": "Post"}],
            "2 articles from 2 sources. First: Courier, Post; who of them cannot be told, since "
            "theirs are of the same minute.",
        ),
    ],
)
def test_a_sentence_says_who_was_first_and_how_sure_that_is(
    rows: list[dict[str, Any]], said: str
) -> None:
    assert stories.described(frame(rows), frame(rows)) == said


def test_only_web_pages_are_linked_and_a_rounded_zero_has_no_sign() -> None:
    shown = stories.told(frame(EXACT), ZONE)
    assert set(shown["Link"]) == {None}
    assert str(shown["Tone"].iloc[0]) == "0.0"


def test_whether_articles_match_is_told_where_some_do_not() -> None:
    assert "Matches" not in stories.told(frame(EXACT), ZONE)
    assert "Matches" in stories.told(frame([*EXACT, EXACT[0] | {"passes": False}]), ZONE)


def test_marks_say_what_is_known_and_carry_no_markup() -> None:
    figure = stories.spread(frame(BY_DAY), frame(BY_DAY), ZONE)
    exact, by_day, days = figure.data
    assert exact.marker.symbol == "circle" and by_day.marker.symbol == "circle-open"
    assert exact.customdata[0][0] == str(2**62)
    assert exact.customdata[0][2] == "Courier &lt;b>says&lt;/b>"
    assert [str(at) for at in days.x[:2]] == ["2026-03-28 00:00:00", "2026-03-29 00:00:00"]
    assert figure.layout.yaxis.ticktext[1] == "Courier  first"


def test_an_article_that_was_changed_is_ringed() -> None:
    ring = stories.spread(frame(EXACT), frame(EXACT), ZONE).data[-1]
    assert ring.name == "changed later" and len(ring.x) == 1


def test_a_first_that_is_not_sure_is_listed_so() -> None:
    rows = frame(
        [
            row("Courier", "2026-03-28 23:30")
            | {"first_source": name, "first_sure": sure, "headline": "x", "coverage": 1}
            | {"sources": 1, "lasted": 36.0, "revised": 0, "page_views": None}
            for name, sure in (("Courier", True), ("Herald", False))
        ]
    )
    shown = stories.listing(rows, ZONE)
    assert list(shown["First"]) == ["Courier", "Herald or another"]
    assert shown["Days"].iloc[0] == 1.5


def test_the_days_of_a_long_story_are_dates() -> None:
    layout = stories.spread(frame(EXACT), frame(EXACT), ZONE).layout
    assert layout.xaxis.tickformat.startswith("%-d %b")
