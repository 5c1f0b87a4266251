"""The pages of sources and of authors, and that what they link to is what they counted."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from dashboard.filters import Filters
from dashboard.metrics import table
from dashboard.views.author import written_by
from tests.conftest import written
from tests.dashboard.metrics.corpora import Corpus, Opened, cases
from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
HOSTILE = WINDOW | {"source": stores.HOSTILE_SOURCE}
AUTHOR = 'Jo "Ö" <i>Rask</i>'


def row(back: int, number: int) -> dict[str, Any]:
    """One of the five articles of a day, counted back from the last."""
    return stores.rows()[5 * back + number]


@settings(max_examples=25, deadline=None)
@given(cases())
def test_an_authors_link_finds_as_many_articles_as_the_table_counts(
    case: tuple[Corpus, list[Filters]],
) -> None:
    corpus, choices = case
    with closing(Opened(corpus)) as snapshot:

        def ask(metric: str, filters: Filters) -> list[dict[str, Any]]:
            return table(snapshot, metric, filters, find=snapshot.find, limit=0).to_pylist()

        for filters in choices:
            for author in ask("authors", filters):
                found = ask("articles", written_by(filters, author["author"]))
                told = {one["id"] for one in found}
                stories = {one["story"] for one in corpus.article if one["id"] in told}
                assert author["coverage"] == len(stories if filters.stories else told)


def test_all_that_an_author_wrote_leaves_other_filters_aside() -> None:
    days = Filters(since=date(2026, 7, 1), until=date(2026, 7, 31), stories=True)
    narrowed = Filters(since=days.since, until=days.until, stories=True, tags_any=("a",), query="b")
    assert written_by(narrowed, "Jo", everything=True) == written_by(days, "Jo")
    assert written_by(narrowed, "Jo").query == '(b) AND (by:"Jo")'
    assert written_by(narrowed, "Jo").tags_any == ("a",)


def test_all_sources_stand_in_the_table_with_their_lives(open_page: Open) -> None:
    shown = open_page("sources", WINDOW).dataframe[0].value.set_index("Source")
    assert set(shown.index) == {*stores.SOURCES, stores.HOSTILE_SOURCE}
    courier = shown.loc["Harbour Courier"]
    assert courier["In the store"] == 2 * stores.DAYS and courier["Articles"] == 2 * 31
    assert str(courier["First seen"])[:10] == "2026-04-03"
    assert courier["Days"] == 31 and courier["A day"] == 2 and courier["Days between"] == 1


def test_the_only_source_that_is_filtered_by_has_the_page_to_itself(open_page: Open) -> None:
    app = open_page("sources", WINDOW | {"source": "Vale Gazette"})
    assert not app.error and not app.exception
    metrics = {metric.label: metric.value for metric in app.metric}
    assert metrics["Articles"] == "62" and "Sources" not in metrics
    assert "In the store from 3 April 2026" in said(app)
    assert "2 on such a day, 1 day from one to the next" in said(app).replace("\\", "")
    [back] = [one for one in app.button if one.label == "All sources"]
    back.click().run()
    assert "source" not in url(app)
    assert app.dataframe[0].value["Source"].nunique() == 4


def test_a_chart_by_hour_says_what_it_leaves_out(open_page: Open, tmp_path: Path) -> None:
    rows = [row(1, 1), row(1, 2) | {"published": "2026-07-30"}]
    stores.load(tmp_path / "store", written(tmp_path / "rows.jsonl", rows))
    app = open_page("sources", {"v": "1"}, tmp_path / "store")
    assert "dated by day only: 1 article." in said(app)
    assert "Hours are those of Europe/Amsterdam" in said(app).replace("\\", "")


def test_a_source_that_has_fallen_silent_stays_in_the_table(
    open_page: Open, tmp_path: Path
) -> None:
    rows = [row(0, 1), row(100, 2)]
    stores.load(tmp_path / "store", written(tmp_path / "rows.jsonl", rows))
    shown = open_page("sources", WINDOW, tmp_path / "store").dataframe[0].value
    assert shown[["Source", "Articles", "In the store"]].values.tolist() == [
        ["Vale Gazette", 1, 1],
        ["Northern Post", 0, 1],
    ]


def test_authors_are_counted_and_those_who_sign_nothing_are_told(
    open_page: Open, tmp_path: Path
) -> None:
    names = ["Ada Brook", "ADA BROOK", "Ada Brook-Vale", None]
    rows = [row(0, place) | {"author": name} for place, name in enumerate(names)]
    stores.load(tmp_path / "store", written(tmp_path / "rows.jsonl", rows))
    app = open_page("authors", WINDOW, tmp_path / "store")
    shown = app.dataframe[0].value
    assert shown[["Author", "Articles"]].values.tolist() == [
        ["Ada Brook", 2],
        ["Ada Brook-Vale", 1],
    ]
    assert "1 of 4 articles name no author" in said(app)


def test_an_author_opens_by_the_url_and_shows_what_and_for_whom(open_page: Open) -> None:
    app = open_page("authors", WINDOW | {"author": "ada brook", "tag": "ports"})
    assert not app.error and not app.exception
    ports = open_page("articles", WINDOW | {"tag": "ports", "q": 'by:"Ada Brook"'})
    metrics = {metric.label: metric.value for metric in app.metric}
    assert ports.subheader[0].value == f"{metrics['Articles']} articles"
    everything = open_page(
        "authors", WINDOW | {"author": "ada brook", "tag": "ports", "of": "everything"}
    )
    assert {metric.label: metric.value for metric in everything.metric}["Articles"] == "155"


def test_the_list_of_an_authors_articles_has_those_that_were_counted(open_page: Open) -> None:
    asked = {"author": "Ada Brook", "tag": "ports", "of": "everything"}
    app = open_page("authors", WINDOW | asked)
    [button] = [one for one in app.button if one.label == "Show the articles"]
    button.click().run()
    assert app.subheader[0].value == "155 articles"
    assert url(app)["q"] == ['by:"Ada Brook"'] and "tag" not in url(app)


@pytest.mark.parametrize("page", ["sources", "authors"])
def test_what_counts_stories_says_so_where_one_points(open_page: Open, page: str) -> None:
    app = open_page(page, WINDOW | {"stories": "yes"})
    marks = [trace for figure in figures(app) for trace in figure["data"]]
    counting = [mark for mark in marks if "stories" in mark.get("hovertemplate", "")]
    assert counting
    assert not any("article" in str(mark["customdata"]) for mark in counting)
    assert not any("%{customdata[2]} articles" in str(mark) for mark in marks)


def test_an_author_of_nothing_says_so(open_page: Open) -> None:
    app = open_page("authors", WINDOW | {"author": "Nobody"})
    assert not app.error and not app.exception
    assert "No article that matches is by Nobody" in said(app).replace("\\", "")


@pytest.mark.parametrize("page", ["sources", "authors"])
def test_hostile_names_reach_no_label_unescaped(open_page: Open, tmp_path: Path, page: str) -> None:
    hostile = row(0, 1) | {"author": AUTHOR, "source": stores.HOSTILE_SOURCE}
    stores.load(tmp_path / "store", written(tmp_path / "rows.jsonl", [hostile]))
    opened = [open_page(page, WINDOW, tmp_path / "store")]
    opened.append(
        open_page(
            page, HOSTILE | {"author": AUTHOR} if page == "authors" else HOSTILE, tmp_path / "store"
        )
    )
    for app in opened:
        assert not app.error and not app.exception
        assert "<i>" not in said(app).replace("\\<i\\>", "")
        for figure in figures(app):
            for axis in ("xaxis", "yaxis"):
                assert "<i>" not in str(figure["layout"][axis].get("ticktext", ""))
    assert {metric.label: metric.value for metric in opened[1].metric}["Articles"] == "1"
