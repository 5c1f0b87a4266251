"""Labels, numbers, days and links as they are shown."""

import tomllib
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.charts import headline, wording
from dashboard.charts.links import followable
from dashboard.charts.listing import listing, pages_of
from dashboard.charts.style import COLOURS, label
from dashboard.launch import settings_of
from presswatch.resources import streamlit_config


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a & b", "a &amp; b"),
        ('<a href="https://x">y</a>', '&lt;a href="https://x">y&lt;/a>'),
        ("&lt;b", "&amp;lt;b"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_a_label_shows_text_as_it_is(text: str, shown: str) -> None:
    assert label(text) == shown


def test_a_long_label_is_cut_before_it_is_escaped() -> None:
    assert label("&" * 50, 10) == "&amp;" * 9 + "…"


def test_numbers_and_days_are_written_as_people_do() -> None:
    assert wording.number(1234567.0) == "1,234,567"
    assert wording.number(None) == wording.tone(float("nan")) == wording.change(None) == "–"
    assert wording.tone(-0.244) == "−0.24" and wording.tone(0.3) == "+0.30"
    assert wording.tone(-0.0001) == "0.00"
    assert wording.change(-0.5) == "−50%" and wording.change(0.123) == "+12%"
    assert wording.change(0.0) == wording.change(-0.001) == "0%"
    assert wording.share(0.5) == "0.50" and wording.share(None) == "–"
    assert wording.day(date(2026, 5, 3)) == "3 May 2026"
    noon = datetime(2026, 7, 31, 22, 30, tzinfo=UTC)
    assert wording.instant(noon, "Europe/Amsterdam") == "1 August 2026, 00:30"


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:", False),
        ("https://[bad", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, followed: bool) -> None:
    assert followable(url) == (url if followed else None)


def test_the_list_leaves_out_links_that_lead_elsewhere() -> None:
    names = ["published_on", "title", "source", "tone", "tags", "page_views"]
    table = pd.DataFrame({name: [None] for name in names} | {"url": ["javascript:alert(1)"]})
    assert listing(table)["Link"].tolist() == [None]


def test_a_tone_of_nearly_nothing_has_no_minus() -> None:
    names = ["published_on", "title", "source", "tags", "page_views", "url"]
    shown = listing(pd.DataFrame({"tone": [-0.004]} | {name: [None] for name in names}))
    assert f"{shown['Tone'].iloc[0]:+.2f}" == "+0.00"


def test_a_direction_of_writing_ends_with_the_text_that_set_it() -> None:
    assert wording.apart("\u202eabc") == "\u2068\u202eabc\u2069"


def test_a_list_is_cut_into_pages_without_a_rest() -> None:
    assert [pages_of(total).count for total in (0, 1, 50, 51)] == [1, 1, 1, 2]
    assert pages_of(101).before(3) == 100


def _headline(**values: float | None) -> pd.DataFrame:
    names = ["articles", "sources", "tone", "n", "page_views", "shares", "places"]
    return pd.DataFrame([dict.fromkeys(names) | values])


def test_headline_figures_say_value_change_and_whole_periods_only() -> None:
    course = pd.DataFrame(
        {"articles": [1, 2, 3], "sources": 1, "tone": [0.1, None, 0.3], "n": 1,
         "page_views": 2.0, "shares": None, "places": None, "complete": [True, True, False]}
    )  # fmt: skip
    now = _headline(articles=1200, sources=3, tone=0.25, n=5, page_views=10.0)
    before = _headline(articles=1000, sources=0, tone=0.3, n=20)
    articles, sources, tone, views = headline.glances(now, before, course)
    assert (articles.value, articles.change, articles.direction) == ("1,200", "+20%", "up")
    assert articles.course == [1.0, 2.0]
    assert sources.change is None
    assert (tone.label, tone.value, tone.change) == ("Tone (over 5 only)", "+0.25", "−0.05")
    assert tone.direction == "down" and tone.course == [0.1]
    assert (views.label, views.change) == ("Page views", None)


def test_the_theme_has_the_colours_of_the_charts() -> None:
    config = dict(settings_of(tomllib.loads(streamlit_config().read_text("utf-8"))))
    assert config["theme.chartCategoricalColors"] == list(COLOURS)
