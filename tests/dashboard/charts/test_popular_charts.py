"""Charts of what is read against what is written, of half-lives, and of concentration."""

import pandas as pd

from dashboard.charts import popular
from dashboard.charts.style import FAINT

HOSTILE = "<a href='https://evil.example'>b</a>"


def tags() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "tag": ["ports", HOSTILE, "quiet"],
            "coverage": [50, 20, 9],
            "share": [0.5, 0.2, 0.1],
            "value": [100.0, 300.0, 0.0],
            "value_share": [0.25, 0.75, 0.0],
            "ratio": [0.5, 3.75, 0.0],
        }
    )


def lives(*articles: int, single: tuple[int, ...] = ()) -> pd.DataFrame:
    alone = single or (0,) * len(articles)
    frame = pd.DataFrame({"age": range(1, len(articles) + 1), "articles": articles})
    frame["single"] = alone
    frame["share"] = frame["articles"] / sum(articles)
    frame["cumulative"] = frame["share"].cumsum()
    return frame


def test_tags_stand_by_how_much_more_they_are_read_than_written() -> None:
    written, read = popular.read_and_written(tags(), measure="page_views").data
    assert [each[0] for each in read.customdata] == [HOSTILE, "ports", "quiet"]
    assert list(written.x) == [0.2, 0.5, 0.1] and list(read.x) == [0.75, 0.25, 0.0]
    assert list(read.marker.opacity) == [1, 1, FAINT]
    assert read.customdata[0][1].startswith("&lt;a")
    assert read.customdata[0][5] == "read 3.75 times as much as written"


def test_places_are_said_to_be_listed_and_not_read() -> None:
    marks = popular.read_and_written(tags(), measure="places").data[1]
    assert marks.name == "share of what is listed"
    assert marks.customdata[1][5] == "listed 0.50 times as much as written"


def test_without_any_views_no_tag_is_said_to_be_read() -> None:
    frame = tags().assign(value=0.0, value_share=float("nan"), ratio=float("nan"))
    marks = popular.read_and_written(frame, measure="page_views").data[1]
    assert marks.customdata[0][5] == ""


def test_articles_seen_on_one_day_alone_are_a_part_of_the_bar() -> None:
    several, alone = popular.half_lives(lives(6, 4, single=(5, 0)), measure="page_views").data
    assert list(several.y) == [1, 4] and list(alone.y) == [5, 0]


def test_the_half_life_of_most_is_said() -> None:
    said = popular.half_life_said(lives(4, 5, 3), measure="shares")
    assert said == "Of 12 articles half had half of their shares by the end of day 2."
    assert "says little" in popular.half_life_said(lives(1, 0), measure="shares")


def test_views_that_all_came_on_one_day_are_known_for_what_they_are() -> None:
    assert popular.on_one_day(lives(6, 4, single=(6, 4)))
    assert not popular.on_one_day(lives(6, 4, single=(6, 3)))
    assert not popular.on_one_day(lives(6, 4).head(0))


def test_the_top_articles_are_said_with_their_number() -> None:
    now = pd.DataFrame(
        {"articles": [250], "value": [9.0], "gini": [0.5], "top_1": [0.2], "top_10": [0.6]}
    )
    said = popular.concentration_said(now, measure="page_views")
    assert "the top 1% (3 articles) have 20.0%, the top 10% (25 articles) have 60.0%" in said
    assert "Gini coefficient 0.50" in said


def test_a_curve_over_few_articles_is_faint() -> None:
    curve = pd.DataFrame({"top": [0.0, 0.5, 1.0], "value_share": [0.0, 0.9, 1.0]})
    now = pd.DataFrame({"articles": [9]})
    faint = popular.concentration(curve, now, measure="shares").data[1]
    clear = popular.concentration(curve, now.assign(articles=10), measure="shares").data[1]
    assert faint.line.color.startswith("rgba") and clear.line.color.startswith("#")


def test_evergreens_are_listed_with_their_share_in_percent() -> None:
    frame = pd.DataFrame(
        {"published_on": ["2026-01-01"], "title": ["t"], "source": ["s"], "late": [5.0],
         "value": [20.0], "late_share": [0.25], "article": [1], "url": [None]}
    )  # fmt: skip
    assert popular.evergreens(frame).iloc[0].to_dict()["Share"] == 25
