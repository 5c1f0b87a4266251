"""The page of stories, and of one of them."""

from contextlib import closing
from pathlib import Path

import pytest

from dashboard.filters import Filters
from dashboard.metrics import table
from presswatch.snapshot import open_current
from tests.dashboard.views.conftest import Open, figures, said, url
from tests.dashboard.views.stores import HOSTILE_TITLE

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
COPIED = "Council debates plan 119-1 in Millport"  # the first of 480 articles of one text


@pytest.fixture(scope="module")
def numbers(newspaper: Path) -> dict[str, str]:
    """The stories of the store by their headline, as an address has them."""
    with closing(open_current(newspaper)) as snapshot:
        rows = table(snapshot, "stories", Filters(), limit=0).to_pylist()
    return {row["headline"]: str(row["story"]) for row in rows}


def test_the_stories_that_most_articles_tell_come_first(open_page: Open) -> None:
    rows = open_page("stories", WINDOW).dataframe[0].value
    assert rows["Headline"].iloc[0] == COPIED
    assert rows["Articles"].iloc[0] == 124  # that match: four a day
    assert rows["First"].iloc[0] == "Vale Gazette"
    assert rows["Began"].iloc[0] == "2026-04-03 09:30"  # before the window, two hours on from UTC


def test_to_count_stories_leaves_the_page_as_it_is(open_page: Open) -> None:
    app = open_page("stories", WINDOW | {"stories": "yes"})
    assert not app.error and not app.exception
    assert app.dataframe[0].value["Articles"].iloc[0] == 124
    assert "Articles are counted on this page" in said(app)


def test_a_story_opens_by_its_url_and_says_who_was_first(
    open_page: Open, numbers: dict[str, str]
) -> None:
    asked = WINDOW | {"story": numbers[COPIED]}
    app = open_page("stories", asked)
    assert not app.error and not app.exception
    assert url(app)["story"] == [numbers[COPIED]]
    text = said(app).replace("\\", "")
    assert "480 articles from 3 sources. First: Vale Gazette." in text
    assert "Next with a time: Northern Post, 1 h later." in text
    assert "The filters leave 124 of these 480 articles" in text
    headlines, articles = (frame.value for frame in app.dataframe)
    assert headlines["Articles"].sum() == len(articles) == 480
    assert articles["Matches"].sum() == 124


def test_the_marks_of_a_story_carry_the_numbers_of_its_articles_as_text(
    open_page: Open, numbers: dict[str, str]
) -> None:
    app = open_page("stories", {"v": "1", "story": numbers[HOSTILE_TITLE]})
    [mark] = figures(app)[0]["data"][0]["customdata"]
    assert mark[0] == numbers[HOSTILE_TITLE]  # alone, an article is its own story
    assert "&amp;" in mark[2]


def test_a_headline_is_text_and_nothing_else(open_page: Open, numbers: dict[str, str]) -> None:
    app = open_page("stories", {"v": "1", "story": numbers[HOSTILE_TITLE]})
    assert "\\!\\[x\\]" in app.header[0].value


def test_a_story_filtered_to_nothing_is_still_shown(
    open_page: Open, numbers: dict[str, str]
) -> None:
    app = open_page("stories", {"v": "1", "tag": "no such tag", "story": numbers[COPIED]})
    assert not app.error and figures(app)
    assert "The filters leave 0 of these 480" in said(app)


def test_a_story_that_is_not_there_says_so(open_page: Open) -> None:
    app = open_page("stories", WINDOW | {"story": "42"})
    assert not app.error and not app.exception
    assert "No article tells this story" in app.info[0].value


def test_no_story_has_the_number_0(open_page: Open) -> None:
    app = open_page("stories", WINDOW | {"story": "0"})
    assert not app.error and app.dataframe[0].value["Headline"].iloc[0] == COPIED


def test_a_number_without_end_gets_a_sentence(open_page: Open) -> None:
    app = open_page("stories", WINDOW | {"story": "9" * 5000})
    assert "Give a whole number" in app.error[0].value and not app.exception
