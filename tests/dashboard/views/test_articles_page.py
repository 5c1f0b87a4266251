"""The list of articles, one article, and text that means harm."""

import re
from html import escape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from etl.extract.identity import article_id
from tests.conftest import written
from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url

HOSTILE = {"v": "1", "from": "2026-07-30", "to": "2026-07-30", "source": stores.HOSTILE_SOURCE}


def listed(app: AppTest) -> pd.DataFrame:
    return app.dataframe[0].value


def test_a_row_has_what_the_list_promises(open_page: Open) -> None:
    row = listed(open_page("articles", HOSTILE)).iloc[0]
    assert row["Title"] == stores.HOSTILE_TITLE
    assert sorted(row["Tags"]) == sorted([stores.HOSTILE_TAG, "ports"])
    assert row["Link"] == stores.HOSTILE_URL
    assert -1 <= row["Tone"] <= 1


def test_the_list_turns_its_pages_and_the_url_says_which(open_page: Open) -> None:
    first = open_page("articles")
    second = open_page("articles", {"v": "1", "page": "2"})
    assert url(second)["page"] == ["2"]
    assert len(listed(first)) == len(listed(second)) == 50
    assert not set(listed(first)["Title"]) & set(listed(second)["Title"])


def test_a_page_beyond_the_last_is_the_last(open_page: Open) -> None:
    assert len(listed(open_page("articles", HOSTILE | {"page": "99"}))) == 1


def test_the_list_is_sorted_as_asked(open_page: Open) -> None:
    views = listed(open_page("articles", {"v": "1", "sort": "page views"}))["Page views"]
    assert views.iloc[0] == views.max() > 0


def test_an_article_opens_by_its_url_with_its_sentences_marked(open_page: Open) -> None:
    app = open_page("articles", {"article": str(article_id(stores.HOSTILE_URL))})
    shown = markup(app)
    assert escape(stores.HOSTILE_TITLE) in without_marks(shown)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in without_marks(shown)
    assert "<script" not in shown
    assert 'pw-is-positive" title="tone of the sentence: +0.' in shown
    assert 'pw-is-negative" title="tone of the sentence: −0.' in shown
    texts = [element.value for element in app.text]
    assert any(stores.HOSTILE_SOURCE in text and "date from the table" in text for text in texts)


def test_an_article_shows_what_was_read_out_of_it_in_place(open_page: Open, tmp_path: Path) -> None:
    url, text = (
        "https://courier.example/quoted",
        "“It was a wonderful night,” said Mayor John Hill.",
    )
    told = {"title": "Mayor John Hill", "url": url, "text": text, "source": "Harbour Courier"}
    more = {"published": "2026-07-30T10:00:00Z", "language": "en"}
    stores.load(tmp_path / "store", written(tmp_path / "rows.jsonl", [told | more]))
    app = open_page("articles", {"article": str(article_id(url))}, tmp_path / "store")
    shown = markup(app)
    assert '<mark class="pw-person" title="John Hill · person">John Hill</mark>' in shown
    assert 'title="John Hill">It was a wonderful night</span>' in shown
    assert '<span class="pw-speaker"><bdi>John Hill</bdi></span>' in shown
    assert {one.value for one in app.subheader} >= {"Quotes", "Entities"}
    assert any("English" in element.value for element in app.text)
    assert "Read with " in shown and "tone vader" in shown


def test_what_the_text_filter_looks_for_is_marked_and_stays_text(open_page: Open) -> None:
    asked = {"v": "1", "q": 'chips OR "script alert"'}
    shown = markup(open_page("articles", asked | {"article": str(article_id(stores.HOSTILE_URL))}))
    assert 'Fish &amp; <mark class="pw-found">chips</mark> ![x](https' in shown
    assert '&lt;<mark class="pw-found">script</mark>&gt;' in shown
    assert '<mark class="pw-found">alert</mark>(1)&lt;/script&gt;' in shown
    assert "<script" not in shown


def test_a_changed_article_is_found_and_shows_what_was_changed(
    open_page: Open, tmp_path: Path
) -> None:
    store = stores.make(tmp_path)
    changed = stores.revised()
    stores.load(store, written(tmp_path / "later.jsonl", [changed]))
    assert list(listed(open_page("articles", {"revised": "yes"}, store))["Title"]) == [
        stores.REVISED_TITLE
    ]
    app = open_page("articles", {"article": str(article_id(changed["url"]))}, store)
    texts = [element.value for element in app.text]
    assert "Council debates plan 0-1 in Millport\n\n" + stores.TEXT.split("\n\n")[0] in texts
    assert f"{stores.REVISED_TITLE}\n\n" + changed["text"].split("\n\n")[0] in texts
    assert any("Changed after 31 July 2026" in one.value for one in app.subheader)


def test_an_article_without_a_text_says_so(open_page: Open) -> None:
    app = open_page("articles", {"article": str(article_id(stores.rows()[0]["url"]))})
    assert "no text" in app.info[0].value


def test_an_unknown_article_is_a_sentence(open_page: Open) -> None:
    app = open_page("articles", {"article": "12"})
    assert "no article 12" in app.info[0].value and not app.exception


@pytest.mark.parametrize("page", ["overview", "topics", "tone", "popular", "articles", "coverage"])
def test_hostile_text_reaches_no_markdown_and_no_label_unescaped(
    open_page: Open, page: str
) -> None:
    app = open_page(
        page,
        HOSTILE | {"tag": stores.HOSTILE_TAG, "split": "tag"} if page == "coverage" else HOSTILE,
    )
    assert not app.exception and not app.error
    for kind in ("markdown", "caption", "info", "subheader", "title"):
        for element in app.get(kind):
            assert "](https" not in element.value and "<b>" not in element.value
    for figure in figures(app):
        for text in _texts({"data": figure["data"], "layout": figure["layout"]["yaxis"]}):
            assert "<b>bold" not in text or text == stores.HOSTILE_TAG


def test_a_hostile_query_is_shown_as_it_is(open_page: Open) -> None:
    evil = '"![x](https://evil.example/x.png)"'
    text = said(open_page("coverage", {"v": "1", "q": evil}))
    assert "https://" not in text and "![x]" not in text


def markup(app: AppTest) -> str:
    """All HTML of a page: unknown to AppTest (Streamlit 1.67)."""
    return "".join(element.proto.body for element in app.get("html"))


def without_marks(shown: str) -> str:
    """The HTML without the elements that mark names and quotes."""
    return re.sub("</?(?:mark|span)[^>]*>", "", shown)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return []
