"""Charts of sources and of authors."""

from datetime import date

import pandas as pd
import pytest

from dashboard.charts import authors, sources
from dashboard.charts.periods import Span
from dashboard.charts.style import FAINT, TEMPLATE

NAMES = ["<i>Courier</i>", "Vale Gazette"]
FIRSTS = pd.DataFrame(
    {
        "source": NAMES,
        "coverage": [40, 4],
        "alone": [20, 4],
        "led": [10, 0],
        "followed": [6, 0],
        "unordered": [4, 0],
        "ordered": [16, 0],
        "led_share": [0.625, None],
        "lag": [1.5, None],
        "by_day_only": [4, 0],
    }
)
RECORD = pd.DataFrame(
    {
        "source": NAMES,
        "coverage": [40, 0],
        "share": [0.8, 0.0],
        "tone": [-0.001, None],
        "n": [9, 0],
        "first_on": pd.to_datetime(["2026-01-05", "2026-01-20"]),
        "last_on": pd.to_datetime(["2026-03-01", "2026-01-25"]),
        "ever": [400, 6],
    }
)
CADENCE = pd.DataFrame(
    {"source": NAMES[:1], "publishing_days": [20], "per_day": [2.0], "gap": [1.0]}
)
AUTHORS = pd.DataFrame(
    {
        "author": ["Mara <b>Lind</b>", "Jo Rask"],
        "coverage": [1200, 3],
        "share": [0.4, 0.001],
        "sources": [2, 1],
        "most_for": NAMES,
        "tone": [0.1, -0.2],
        "n": [900, 3],
        "first_on": pd.to_datetime(["2026-01-05", "2026-02-01"]),
        "last_on": pd.to_datetime(["2026-03-01", "2026-02-01"]),
    }
)
WEEKS = Span(
    period="week", first=date(2026, 1, 5), last=date(2026, 1, 28), whole_until=date(2026, 1, 28)
)


def lives() -> pd.DataFrame:
    starts = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-01-12"]
    return pd.DataFrame(
        {
            "starts_on": pd.to_datetime(starts),
            "source": [NAMES[0]] * 4 + [NAMES[1]],
            "coverage": [3, 0, 2, 1, 5],
            "complete": [True] * 5,
        }
    )


def rhythm() -> pd.DataFrame:
    rows = [(day, hour, 0) for day in range(1, 8) for hour in range(24)]
    table = pd.DataFrame([*rows, (None, None, 7)], columns=["weekday", "hour", "coverage"])
    table.loc[(table["weekday"] == 2) & (table["hour"] == 9), "coverage"] = 12
    return table


def test_a_source_is_blank_outside_its_life_and_zero_on_a_silent_week_within() -> None:
    drawn, marks = sources.lives(lives(), WEEKS).data
    assert [list(row) for row in drawn.z] == [[3, 0, 2, 1], [None, 5, None, None]]
    assert len(marks.x) == 5


def test_many_weeks_have_no_gaps_that_would_hide_them_on_a_narrow_screen() -> None:
    weeks = pd.date_range("2026-01-05", periods=60, freq="7D")
    frame = pd.DataFrame({"starts_on": weeks, "source": NAMES[0], "coverage": 1})
    assert sources.lives(frame, WEEKS).data[0].xgap == 0
    assert sources.lives(lives(), WEEKS).data[0].xgap == 1


def test_a_cell_of_a_week_that_is_not_over_says_so() -> None:
    [_, marks] = sources.lives(lives(), WEEKS).data
    assert [told[3] for told in marks.customdata][3] == "week of 26 January 2026 (so far)"


def test_a_click_on_a_cell_carries_the_name_as_it_is_and_shows_it_as_text() -> None:
    [_, marks] = sources.lives(lives(), WEEKS).data
    assert list(marks.customdata[0][:2]) == ["<i>Courier</i>", "&lt;i>Courier&lt;/i>"]


def test_the_week_has_its_hours_in_place_and_leaves_out_what_has_none() -> None:
    drawn = sources.rhythm(rhythm()).data[0]
    assert drawn.z[1][9] == 12 and sum(map(sum, drawn.z)) == 12
    assert sources.left_out(rhythm()) == 7 and sources.timed(rhythm()) == 12


def test_the_places_of_a_sources_articles_add_up_to_all_of_them() -> None:
    bars = sources.places(FIRSTS).data
    assert [sum(bar.x[place] for bar in bars) for place in range(2)] == [1, 1]
    assert len({(bar.marker.color, bar.marker.pattern.shape) for bar in bars}) == 4


def test_a_source_without_ordered_stories_is_not_among_the_first() -> None:
    [marks] = sources.firsts(FIRSTS).data
    assert list(marks.x) == [0.625] and list(marks.text) == ["1.5 h behind"]
    assert sources.without_order(FIRSTS) == 4


@pytest.mark.parametrize(
    ("lag", "said"), [(0.5, "30 min behind"), (47.9, "47.9 h behind"), (60, "2.5 days behind")]
)
def test_a_lag_is_told_in_the_unit_that_fits(lag: float, said: str) -> None:
    [marks] = sources.firsts(FIRSTS.head(1).assign(lag=lag)).data
    assert list(marks.text) == [said]


def test_a_place_among_few_stories_is_faint() -> None:
    [marks] = sources.firsts(FIRSTS.head(1).assign(ordered=9)).data
    assert list(marks.marker.opacity) == [FAINT]


def test_the_table_of_sources_keeps_one_that_fell_silent() -> None:
    shown = sources.listing(RECORD, CADENCE, FIRSTS.head(1)).set_index("Source")
    assert shown.loc["<i>Courier</i>", ["Share", "Own", "First"]].tolist() == [80, 50, 62.5]
    assert f"{shown.loc['<i>Courier</i>', 'Tone']:+.2f}" == "+0.00"
    assert shown.loc["Vale Gazette", ["Articles", "In the store"]].tolist() == [0, 6]
    assert shown.loc["Vale Gazette", ["Own", "Days", "Tone"]].isna().all()


def test_a_source_is_described_by_life_and_pace() -> None:
    assert sources.described(RECORD, CADENCE, stories=False) == (
        "In the store from 5 January 2026 to 1 March 2026: 400 articles. In these days it "
        "published on 20 days, 2 on such a day, 1 day from one to the next (median)."
    )
    silent = sources.described(RECORD.tail(1), CADENCE.head(0), stories=True)
    assert silent.endswith("2026: 6 stories.")


def test_authors_of_few_articles_have_a_faint_tone_with_its_n() -> None:
    figure = authors.tones(AUTHORS)
    assert list(figure.data[0].marker.opacity) == [1, FAINT]
    assert list(figure.layout.yaxis.ticktext) == ["Mara &lt;b>Lind&lt;/b> (900)", "Jo Rask (3)"]


def test_a_bar_of_an_author_tells_for_whom_and_when() -> None:
    [bars] = authors.bars(AUTHORS).data
    first, second = bars.customdata
    assert first[0] == "Mara <b>Lind</b>" and first[1] == "Mara &lt;b>Lind&lt;/b>"
    assert "2 sources, most for" in first[5] and "&lt;i>" in first[5]
    assert second[6] == "1 February 2026"


def test_every_figure_has_the_houses_template() -> None:
    drawn = [
        sources.lives(lives(), WEEKS),
        sources.rhythm(rhythm()),
        sources.places(FIRSTS),
        sources.firsts(FIRSTS),
        authors.bars(AUTHORS),
        authors.tones(AUTHORS),
        authors.outlets(RECORD.head(1)),
    ]
    assert all(figure.layout.template == TEMPLATE for figure in drawn)


def test_how_early_one_source_is_is_said_in_a_sentence() -> None:
    assert sources.raced(FIRSTS) == (
        "Of 16 stories that others have too it was first with 62%. In the others it was 1.5 h "
        "behind (median)."
    )
    assert "1 story" in sources.raced(FIRSTS.assign(ordered=1))
    assert "few to tell by" in sources.raced(FIRSTS.assign(ordered=1))
    assert sources.raced(FIRSTS.tail(1)) == ""
