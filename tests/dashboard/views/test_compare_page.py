"""The page that compares two selections."""

from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.dashboard.views.conftest import Open, figures, said, url

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
STRIKES, WEATHER = 'tag:"strikes"', 'tag:"weather"'


def tags_apart(app: AppTest) -> dict[str, list[Any]]:
    """What the diverging bars of tags say, by side: the terms."""
    for figure in figures(app):
        sides = {
            trace["name"]: [row[0] for row in trace["customdata"]]
            for trace in figure["data"]
            if trace.get("name", "").startswith("typical of")
        }
        if any("strikes" in terms for terms in sides.values()):
            return sides
    raise AssertionError("no chart of tags")


def test_at_first_a_period_is_compared_with_the_one_before(open_page: Open) -> None:
    app = open_page("compare", WINDOW)
    assert not app.error and not app.exception
    text = said(app).replace("\\", "")
    assert "from 1 July to 31 July 2026" in text
    assert "from 31 May to 30 June 2026" in text
    table = app.dataframe[0].value.set_index("Figure")
    assert list(table.loc["Articles"]) == ["156", "155", "+1%"]


def test_two_queries_are_told_apart_by_their_tags(open_page: Open) -> None:
    asked = WINDOW | {"when": "same", "a": STRIKES, "b": WEATHER}
    app = open_page("compare", asked)
    assert not app.error and not app.exception
    assert {key: url(app)[key] for key in ("when", "a", "b")} == {
        "when": ["same"], "a": [STRIKES], "b": [WEATHER],
    }  # fmt: skip
    sides = tags_apart(app)
    assert "strikes" in sides["typical of A"] and "weather" in sides["typical of B"]


def test_articles_of_both_sides_are_said_to_count_for_both(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"when": "same", "a": STRIKES, "b": "council"})
    assert "articles are in both, and count for both" in said(app)


def test_another_span_of_days_is_drawn_over_the_first(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"when": "own", "on": "2026-05-01..2026-06-15"})
    assert not app.error and not app.exception
    one, *_, other = figures(app)[0]["data"]
    assert one["x"][0] == other["x"][0]
    assert one["customdata"][0][0] == "1 July 2026" and other["customdata"][0][0] == "1 May 2026"
    assert "the first day of B stands at the first of A" in said(app)


def test_other_days_are_picked_and_stand_in_the_url(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"when": "own"})
    app.date_input("compare days").set_value((date(2026, 5, 1), date(2026, 5, 3))).run()
    assert url(app)["on"] == ["2026-05-01..2026-05-03"]
    assert list(app.dataframe[0].value.set_index("Figure").loc["Articles"])[1] == "15"


def test_without_a_first_day_there_is_no_period_before(open_page: Open) -> None:
    app = open_page("compare", {"v": "1"})
    assert not app.error and not app.exception
    assert "there is no period before" in app.info[0].value


def test_days_before_all_articles_can_not_be_compared_with(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"when": "year"})
    assert not app.error and not app.exception
    assert "No article is so old" in app.info[0].value


def test_a_query_that_cannot_be_read_is_left_out_and_gets_a_sentence(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"a": STRIKES})
    app.multiselect("compare.a").set_value([STRIKES, "fire OR"]).run()
    assert url(app)["a"] == [STRIKES]
    assert "a word is missing" in app.error[0].value


def test_both_sides_count_stories_where_the_filters_say_so(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"stories": "yes"})
    assert not app.error and not app.exception
    assert figures(app)[0]["layout"]["yaxis"]["title"]["text"] == "stories"


def test_a_side_without_an_article_is_told_from_nothing(open_page: Open) -> None:
    app = open_page("compare", WINDOW | {"when": "same", "a": STRIKES, "b": "tag:unheard"})
    assert not app.error and not app.exception
    assert "One side has no article" in app.info[0].value
    assert list(app.dataframe[0].value.set_index("Figure").loc["Articles"])[1] == "0"
