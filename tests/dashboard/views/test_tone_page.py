"""The page of tone, and what the page of popular articles says of attention."""

import csv
from pathlib import Path

import pytest

from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url
from tests.dashboard.views.test_articles_page import HOSTILE, markup

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}


def titles(app: object) -> str:
    return said(app).replace("\\", "")  # type: ignore[arg-type]


def test_tone_is_shown_in_distribution_course_and_parts(open_page: Open) -> None:
    app = open_page("tone", WINDOW | {"by": "week"})
    bins, course, parts, languages = figures(app)
    assert sum(bins["data"][0]["y"]) == sum(languages["data"][0]["x"]) == 125
    assert [trace["name"] for trace in course["data"]][:2] == ["95% interval", "mean"]
    assert {row[0] for row in parts["data"][0]["customdata"]} >= {"ports", "strikes"}


def test_articles_without_a_text_are_counted_as_without_a_tone(open_page: Open) -> None:
    text = titles(open_page("tone", WINDOW))
    assert "Without a tone: 31 of 156 articles; 31 without a text, only a title." in text


def test_the_tone_of_entities_is_said_to_be_towards_them(open_page: Open) -> None:
    text = titles(open_page("tone", WINDOW | {"of": "entity"}))
    assert "Tone towards entities" in text and "from the clauses that name them" in text


def test_short_articles_are_no_extremes_unless_asked_for(open_page: Open) -> None:
    assert "No article of 100 words and more that matches is positive." in titles(
        open_page("tone", WINDOW)
    )
    assert "No article of 100 words" not in titles(open_page("tone", WINDOW | {"length": "any"}))


def test_an_extreme_article_comes_with_the_sentences_that_made_it_so(open_page: Open) -> None:
    app = open_page("tone", HOSTILE | {"length": "any"})
    assert url(app)["length"] == ["any"]
    assert "is great." in markup(app) and "is bad." not in markup(app)
    assert [button.label for button in app.button].count("Open the article") == 1


def test_a_hostile_articles_sentences_are_text(open_page: Open) -> None:
    shown = markup(open_page("tone", HOSTILE | {"length": "any"}))
    assert "&lt;script&gt;" in shown and "<script" not in shown
    assert "<a " not in shown and "<img" not in shown


def test_what_is_read_stands_against_what_is_written(open_page: Open) -> None:
    app = open_page("popular", WINDOW)
    marks = figures(app)[3]["data"]
    assert [trace["name"] for trace in marks] == [
        "share of what is written",
        "share of what is read",
    ]
    assert {row[0] for row in marks[0]["customdata"]} >= {"ports", "strikes"}


def test_a_half_life_and_the_concentration_are_said_in_words(open_page: Open) -> None:
    text = titles(open_page("popular", WINDOW | {"life": "3"}))
    assert "had half of their page views by the end of day 2" in text
    assert "the top 10%" in text and "Gini coefficient" in text


def test_of_places_only_what_ranks_can_say_is_shown(open_page: Open) -> None:
    text = titles(open_page("popular", WINDOW | {"measure": "places"}))
    assert "Places in most-popular lists are ranks" in text
    assert "Half-life" not in text and "Gini" not in text


@pytest.fixture(scope="module")
def without_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose page views came in one number an article."""
    folder = tmp_path_factory.mktemp("undated")
    store = stores.make(folder)
    table = folder / "totals.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, ["url", "title", "published", "source", "shares"])
        lines.writeheader()
        for row in stores.rows()[10:40]:
            kept = {name: row[name] for name in ("url", "title", "published", "source")}
            lines.writerow(kept | {"shares": 50})
    stores.load(store, table)
    return store


def test_shares_that_came_without_days_make_no_half_life(
    open_page: Open, without_days: Path
) -> None:
    app = open_page("popular", WINDOW | {"measure": "shares", "life": "3"}, store=without_days)
    assert not app.exception
    text = titles(app)
    assert "they came without days" in text
    assert "had half of their" not in text
