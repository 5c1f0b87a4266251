"""Each page: filled, filtered to nothing, by a deep link, with hostile text."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url
from tests.dashboard.views.stores import LAST

PAGES = (
    "overview",
    "coverage",
    "topics",
    "entities",
    "voice",
    "tone",
    "sources",
    "authors",
    "popular",
    "stories",
    "compare",
    "articles",
    "health",
)
OF_THE_STORE = ("health",)  # pages of which some part is told whatever the filters
WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
NOTHING = WINDOW | {"tag": "no such tag"}


def traces(app: AppTest, place: int = 0) -> list[dict[str, Any]]:
    return figures(app)[place]["data"]


@pytest.mark.parametrize("page", PAGES)
def test_a_filled_page_draws_something_and_no_error(open_page: Open, page: str) -> None:
    app = open_page(page, WINDOW)
    assert not app.error and not app.exception
    assert figures(app) or app.dataframe


@pytest.mark.parametrize("page", [page for page in PAGES if page not in OF_THE_STORE])
def test_a_page_filtered_to_nothing_says_why_and_what_to_do(open_page: Open, page: str) -> None:
    app = open_page(page, NOTHING)
    assert not app.error and not app.exception
    assert not figures(app) and not app.dataframe
    assert app.info
    for message in app.info:
        text = message.value.replace("\\", "")
        assert "no such tag" in text
        assert "Widen the days, or drop a tag" in text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_how_fresh_its_data_is_and_in_which_time_zone(
    open_page: Open, page: str
) -> None:
    text = said(open_page(page)).replace("\\", "")
    assert "asked until 31 July 2026, 14:00" in text  # NOW, two hours on in summer
    assert "Days are days in Europe/Amsterdam" in text


def test_the_first_view_is_the_last_90_days_that_end_with_an_article(open_page: Open) -> None:
    app = open_page("overview")
    assert url(app)["from"] == [str(LAST - timedelta(days=89))]
    assert url(app)["to"] == [str(LAST)]
    assert app.selectbox("preset").value == "last 90 days"
    assert "count back from 31 July 2026, the last day that has an article" in said(app).replace(
        "\\", ""
    )


def test_a_day_that_is_not_over_is_named_where_it_is_counted(open_page: Open) -> None:
    sentence = "31 July 2026 is not over"
    assert sentence in said(open_page("overview")).replace("\\", "")
    assert sentence not in said(open_page("overview", {"v": "1", "to": "2026-07-30"}))


def test_a_split_of_few_parts_does_not_say_that_some_are_left_out(open_page: Open) -> None:
    assert "largest parts" not in said(open_page("coverage", WINDOW | {"split": "source"}))


def test_the_url_holds_filters_and_options_and_restores_them(open_page: Open) -> None:
    asked = WINDOW | {
        "tag": ["ports", "strikes"],
        "no": "weather",
        "source": "Vale Gazette",
        "entity": ["Millport", "Ada Brook"],
        "prominent": "yes",
        "q": "council AND millport",
        "by": "week",
        "split": "source",
        "as": "share",
    }
    app = open_page("coverage", asked)
    assert not app.error
    assert url(app) == {
        key: value if isinstance(value, list) else [value] for key, value in asked.items()
    }
    assert app.multiselect("tags_any").value == ["ports", "strikes"]
    assert app.multiselect("tags_none").value == ["weather"]
    assert app.multiselect("sources").value == ["Vale Gazette"]
    assert app.multiselect("entities").value == ["Millport", "Ada Brook"]
    assert app.toggle("prominent").value
    assert app.text_input("query").value == "council AND millport"
    assert app.date_input("days").value == (date(2026, 7, 1), date(2026, 7, 31))


def test_a_changed_filter_is_in_the_url_and_in_the_figure(open_page: Open) -> None:
    app = open_page("coverage", WINDOW)
    before = sum(traces(app)[0]["y"])
    app.multiselect("tags_any").set_value(["ports"]).run()
    assert url(app)["tag"] == ["ports"]
    assert 0 < sum(traces(app)[0]["y"]) < before


def test_a_preset_counts_back_from_the_last_day(open_page: Open) -> None:
    app = open_page("coverage", WINDOW)
    app.selectbox("preset").set_value("last 7 days").run()
    assert url(app)["from"] == ["2026-07-25"]
    assert len(traces(app)[0]["y"]) == 7


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"from": "yesterday"}, "'yesterday' is no day"),
        ({"colour": "red"}, "colour"),
        ({"v": "9"}, "newer Presswatch"),
        ({"by": "minute"}, "Choose one of hour, day, week, month"),
        ({"v": "1", "q": "(council"}, "bracket"),
        ({"from": "2026-07-31", "to": "2026-07-01"}, "after the last"),
    ],
)
def test_a_bad_url_gives_a_sentence(open_page: Open, query: dict[str, str], sentence: str) -> None:
    app = open_page("coverage", query)
    assert not app.exception
    assert len(app.error) == 1
    assert sentence in app.error[0].value.replace("\\", "")


def test_after_a_bad_url_the_first_view_is_one_click_away(open_page: Open) -> None:
    app = open_page("coverage", {"from": "yesterday"})
    app.button[0].click().run()
    assert not app.error
    assert url(app)["from"] == [str(LAST - timedelta(days=89))]


def test_without_a_store_a_page_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    app = open_page("overview", store=tmp_path / "none")
    assert not app.exception
    assert "presswatch load" in app.error[0].value.replace("\\", "")


def test_the_last_day_is_drawn_as_so_far(open_page: Open) -> None:
    app = open_page("coverage", WINDOW)
    bars = traces(app)[0]
    assert "so far" in bars["customdata"][-1][0] and "so far" not in bars["customdata"][-2][0]
    assert bars["marker"]["pattern"]["shape"][-2:] == ["", "/"]
    assert "so far" in [note["text"] for note in figures(app)[0]["layout"]["annotations"]]


def test_a_bar_shows_what_the_metric_counts(open_page: Open) -> None:
    whole = traces(open_page("coverage", WINDOW))[0]["y"]
    assert whole == [5] * 29 + [6, 5]  # the hostile article is of 30 July


def test_the_overview_compares_with_the_period_before(open_page: Open) -> None:
    app = open_page("overview", WINDOW)
    articles = app.metric[0]
    assert (articles.label, articles.value) == ("Articles", "156")
    assert articles.delta == "+1%"  # 155 before


def test_without_a_chromium_images_are_off_and_the_other_formats_stay(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    app = open_page("coverage", WINDOW)
    disabled = {button.proto.label: button.proto.disabled for button in app.get("download_button")}
    assert disabled == {
        "PNG": True,
        "SVG": True,
        "HTML": False,
        "CSV": False,
        "XLSX": False,
        "Parquet": False,
    }
    assert "PNG and SVG need Chromium" in said(app)


def test_sample_data_is_said_on_every_page(
    open_page: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = stores.make(tmp_path_factory.mktemp("sample"), sample=True)
    for page in PAGES:
        assert "Sample data" in open_page(page, store=store).warning[0].value


def test_articles_of_ones_own_are_no_sample(open_page: Open) -> None:
    assert not open_page("overview").warning


def test_pages_say_that_they_count_stories(open_page: Open) -> None:
    app = open_page("coverage", {"v": "1", "stories": "yes"})
    [stories] = figures(app)
    [articles] = figures(open_page("coverage"))
    assert "stories" in [each.value for each in app.caption]
    assert stories["layout"]["yaxis"]["title"]["text"] == "stories"
    assert "stories" in stories["data"][0]["hovertemplate"]
    assert "articles" in articles["data"][0]["hovertemplate"]
    assert 0 < sum(stories["data"][0]["y"]) <= sum(articles["data"][0]["y"])
    assert url(app)["stories"] == ["yes"]
