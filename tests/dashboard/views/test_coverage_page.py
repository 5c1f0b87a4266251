"""The pages that answer what changed: Coverage, and what stands out on the Overview."""

from pathlib import Path

import pytest

from tests.conftest import written
from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
FEW_DAYS = {"v": "1", "from": "2026-07-25", "to": "2026-07-31", "by": "hour"}


def plain(text: str) -> str:
    return text.replace("\\", "")


def test_a_few_days_are_shown_by_hour(open_page: Open) -> None:
    app = open_page("coverage", FEW_DAYS)
    bars = figures(app)[0]["data"][0]
    assert len(bars["y"]) == 7 * 24 and sum(bars["y"]) == 36
    # 06:30 UTC is 08:30 in Amsterdam in summer; the day was asked until 14:00.
    assert bars["y"][8:13] == [1, 1, 1, 1, 1]
    assert bars["customdata"][6 * 24 + 14][0] == "31 July 2026, 14:00 (so far)"


def test_many_days_by_hour_are_shown_by_day_and_it_says_so(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"by": "hour"})
    assert "By hour are at most 14 days" in said(app)
    assert len(figures(app)[0]["data"][0]["y"]) == 31


def test_articles_dated_by_day_only_are_left_out_by_hour_and_it_says_how_many(
    open_page: Open, tmp_path: Path
) -> None:
    row = stores.rows()[3] | {"url": "https://courier.example/by-day", "published": "2026-07-30"}
    store = stores.make(tmp_path)
    stores.load(store, written(tmp_path / "more.jsonl", [row]))
    app = open_page("coverage", FEW_DAYS, store)
    assert "Dated by day only, and left out: 1 article." in plain(said(app))
    assert sum(figures(app)[0]["data"][0]["y"]) == 36


def test_each_query_is_a_line_and_the_url_holds_them(open_page: Open) -> None:
    asked = WINDOW | {"split": "query", "of": ["tag:ports", "debates", "tag:budget"]}
    app = open_page("coverage", asked)
    assert not app.error and not app.exception
    lines = [one for one in figures(app)[0]["data"] if one.get("showlegend") is not False]
    assert [line["name"] for line in lines] == ["tag:ports", "debates", "tag:budget"]
    assert url(app)["of"] == asked["of"]


def test_without_a_query_the_page_asks_for_one(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"split": "query"})
    assert "Add one above" in app.info[0].value and not figures(app)


def test_what_is_no_query_is_left_out_and_said(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"split": "query", "of": ["tag:ports"]})
    app.multiselect("coverage.of").set_value(["tag:ports", "(council"]).run()
    assert url(app)["of"] == ["tag:ports"]
    assert "bracket" in app.error[0].value and figures(app)


@pytest.mark.parametrize("counted", ["count", "share", "index"])
@pytest.mark.parametrize("split", ["none", "query", "tag", "source"])
def test_every_way_to_count_goes_with_every_split(
    open_page: Open, counted: str, split: str
) -> None:
    app = open_page("coverage", WINDOW | {"split": split, "as": counted, "of": "tag:ports"})
    assert not app.error and not app.exception and figures(app)


def test_what_was_earlier_is_drawn_dashed_and_named(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"against": "before"})
    # 31 days are moved by five weeks.
    assert "from 27 May to 26 June 2026, moved by whole weeks" in said(app)
    [earlier] = [one for one in figures(app)[0]["data"] if one.get("name") == "earlier"]
    assert earlier["y"] == [5] * 31 and earlier["line"]["dash"] == "dash"


def test_where_the_store_has_no_such_days_it_says_so(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"against": "year"})
    assert "nothing to compare with" in said(app)
    assert "earlier" not in [one.get("name") for one in figures(app)[0]["data"]]


def test_chosen_days_are_in_the_url_and_list_what_made_them(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"days": "2026-07-30..2026-07-30"})
    assert not app.error and not app.exception
    assert url(app)["days"] == ["2026-07-30..2026-07-30"]
    assert "What was written on 30 July 2026" in plain(said(app))
    stories = app.dataframe[0].value
    assert stories["Articles"].sum() == 6
    assert stores.HOSTILE_TITLE in stories["Story"].tolist()


def test_days_of_one_query_list_its_articles_alone(open_page: Open) -> None:
    chosen = {"days": "2026-07-29..2026-07-30", "about": "tag:ports"}
    app = open_page("coverage", WINDOW | {"split": "query", "of": "tag:ports"} | chosen)
    assert app.dataframe[0].value["Articles"].sum() == 3
    assert "of tag:ports" in plain(said(app))


def test_chosen_days_are_closed_again(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"days": "2026-07-30"})
    next(button for button in app.button if button.label == "Close").click().run()
    assert "days" not in url(app) and not app.dataframe


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("soon", "no day"),
        ("2026-07-02..2026-07-01", "Begin with the first day"),
        ("2026-07-02..", "2026-07-02"),
    ],
)
def test_days_that_are_none_get_a_sentence(open_page: Open, days: str, sentence: str) -> None:
    app = open_page("coverage", WINDOW | {"days": days})
    assert not app.exception
    assert sentence in plain(app.error[0].value if app.error else str(url(app)["days"]))


def burst(folder: Path) -> Path:
    """A store in which a story had eight copies on the last whole day, and a tag went silent."""
    store = stores.make(folder)
    copies = [
        stores.rows()[8] | {
            "title": "Dockers walk out & <b>stay</b>",
            "url": f"https://courier.example/burst/{number}",
            "published": "2026-07-30T09:00:00Z",
            "source": f"Paper {number}",
            "tags": ["dockers [x](https://evil.example)"],
        }
        for number in range(8)
    ]  # fmt: skip
    stores.load(store, written(folder / "burst.jsonl", copies))
    return store


def test_what_stands_out_is_a_sentence_that_leads_to_its_articles(
    open_page: Open, tmp_path: Path
) -> None:
    store = burst(tmp_path)
    app = open_page("overview", WINDOW | {"over": "day"}, store)
    assert not app.error and not app.exception
    text = said(app)
    assert "8 articles, where a usual Thursday has none; led by" in text
    assert "articles on 30 July 2026, against the 8 weeks before" in text
    assert "](https" not in "".join(one.label for one in app.button).replace("\\]", "")
    tagged = next(one for one in app.button if "dockers" in one.label)
    tagged.click().run()
    assert url(app)["tag"] == ["dockers [x](https://evil.example)"]
    assert url(app)["from"] == url(app)["to"] == ["2026-07-30"]


def test_where_nothing_stands_out_it_says_why(open_page: Open, tmp_path: Path) -> None:
    app = open_page("overview", WINDOW | {"over": "week", "source": "Vale Gazette"})
    assert "Nothing lies further from its usual" in plain(said(app))
    young = tmp_path / "store"
    stores.load(young, written(tmp_path / "few.jsonl", stores.rows()[:40]))
    app = open_page("overview", WINDOW, young)
    assert "what is usual takes four" in plain(said(app))
    today = {"v": "1", "from": "2026-07-31", "to": "2026-07-31"}
    assert "No day that you are looking at is over" in said(open_page("overview", today))


def test_a_week_that_begins_before_the_window_is_told_of_the_days_within(open_page: Open) -> None:
    chosen = {"by": "week", "days": "2026-06-29..2026-07-05"}
    app = open_page("coverage", WINDOW | chosen)
    assert "What was written from 1 July to 5 July 2026" in plain(said(app))
    assert app.dataframe[0].value["Articles"].sum() == 5 * 5
    assert figures(app)[0]["data"][0]["y"][0] == 5 * 5


def test_days_beyond_the_window_list_their_articles_all_the_same(open_page: Open) -> None:
    app = open_page("coverage", WINDOW | {"q": "council", "days": "2026-05-04..2026-05-05"})
    assert app.dataframe[0].value["Articles"].sum() == 2 * 5
    next(button for button in app.button if button.label == "List its articles").click().run()
    assert (url(app)["from"], url(app)["to"]) == (["2026-05-04"], ["2026-05-05"])
    assert url(app)["q"] == ["council"]


@pytest.mark.parametrize(
    "chosen",
    [{"about": "(ports"}, {"about": 'a"'}, {"days": "0001-01-01"}],
    ids=["bracket", "quotation mark", "before all newspapers"],
)
def test_after_an_address_that_says_nonsense_one_can_begin_anew(
    open_page: Open, chosen: dict[str, str]
) -> None:
    app = open_page("coverage", WINDOW | {"days": "2026-07-30"} | chosen)
    assert len(app.error) == 1 and not app.exception
    next(button for button in app.button if button.label == "Show the first view").click().run()
    assert not app.error and not app.exception and figures(app)
    assert not {"about", "days"} & set(url(app))


def test_a_week_that_stands_out_is_listed_whole_though_fewer_days_are_looked_at(
    open_page: Open, tmp_path: Path
) -> None:
    few = {"v": "1", "from": "2026-07-29", "to": "2026-07-31", "over": "week"}
    app = open_page("overview", few, burst(tmp_path))
    next(one for one in app.button if "dockers" in one.label).click().run()
    assert (url(app)["from"], url(app)["to"]) == (["2026-07-24"], ["2026-07-30"])


@pytest.mark.parametrize("split", ["none", "query", "tag", "source"])
def test_without_a_whole_period_there_is_no_index_and_it_says_so(
    open_page: Open, split: str
) -> None:
    few = {"v": "1", "from": "2026-07-10", "to": "2026-07-20", "by": "month", "as": "index"}
    app = open_page("coverage", few | {"split": split, "of": "council"})
    assert not app.error and not figures(app)
    assert "nothing can be 100" in app.info[0].value
