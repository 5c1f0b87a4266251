"""Charts of tone: intervals, few articles, and the sentences that made an article so."""

from datetime import date, timedelta

import pandas as pd

from dashboard.charts import tone
from dashboard.charts.periods import Span
from dashboard.charts.style import FAINT

WEEKS = [date(2026, 5, 4) + timedelta(weeks=i) for i in range(5)]
SPAN = Span(period="week", first=WEEKS[0], last=date(2026, 6, 7), whole_until=date(2026, 6, 7))
HOSTILE = "<a href='https://evil.example'>b</a>"


def bins(*filled: tuple[float, int]) -> pd.DataFrame:
    counts = dict(filled)
    edges = [n / 20 for n in range(-20, 20)]
    return pd.DataFrame(
        {
            "at_least": edges,
            "below": [(n + 1) / 20 for n in range(-20, 20)],
            "coverage": [counts.get(edge, 0) for edge in edges],
            "share": [counts.get(edge, 0) / sum(counts.values()) for edge in edges],
        }
    )


def course() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "starts_on": pd.to_datetime(WEEKS),
            "tone": [0.1, 0.2, 0.3, None, 0.4],
            "low": [0.0, 0.1, None, None, 0.3],
            "high": [0.2, 0.3, None, None, 0.5],
            "n": [10, 20, 9, 0, 40],
        }
    )


def parts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["calm", HOSTILE, "storms"],
            "type": [None, "person", None],
            "tone": [0.1, 0.3, -0.2],
            "low": [0.0, None, -0.3],
            "high": [0.2, None, -0.1],
            "n": [10, 9, 1200],
        }
    )


def languages() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "language": ["en", "de", None],
            "articles": [10, 5, 1],
            "n": [7, 0, 1],
            "textless": [3, 1, 0],
            "unscored": [0, 4, 0],
        }
    )


def test_a_bin_is_coloured_by_what_its_tones_are() -> None:
    [bars] = tone.distribution(bins((-0.1, 3), (-0.05, 2), (0.0, 2), (0.05, 9))).data
    colour = dict(zip([each[0] for each in bars.customdata], bars.marker.color, strict=True))
    assert colour["-0.10"] == tone.NEGATIVE and colour["0.05"] == tone.POSITIVE
    assert colour["-0.05"] == colour["0.00"] == tone.NEUTRAL


def test_a_distribution_shows_the_bins_that_are_filled_and_zero() -> None:
    figure = tone.distribution(bins((0.2, 3), (0.4, 1)))
    low, high = figure.layout.xaxis.range
    assert low < 0 and 0.45 < high < 0.6


def test_an_interval_is_a_band_that_is_cut_where_there_is_none() -> None:
    band = tone.course(course(), SPAN).data[0]
    assert list(band.y) == [0.2, 0.3, 0.1, 0.0, 0.2, None, 0.5, 0.3, 0.5, None]
    assert list(band.x[:5]) == [WEEKS[0], WEEKS[1], WEEKS[1], WEEKS[0], WEEKS[0]]


def test_a_mean_over_few_articles_is_faint_and_its_hover_says_over_how_many() -> None:
    line = tone.course(course(), SPAN).data[1]
    assert list(line.marker.opacity) == [1, 1, FAINT, FAINT, 1]
    assert line.customdata[2][1] == "9 articles only" and line.customdata[2][2] == ""
    assert line.customdata[0][2] == ", 95% interval 0.00 to +0.20"


def test_a_mark_of_the_course_carries_its_days() -> None:
    assert list(tone.course(course(), SPAN).data[1].customdata[0][3:]) == [
        "2026-05-04",
        "2026-05-10",
    ]


def test_parts_stand_from_the_most_positive_down_with_their_number() -> None:
    figure = tone.parts(parts())
    [marks] = figure.data
    assert [each[0] for each in marks.customdata] == [HOSTILE, "calm", "storms"]
    assert list(figure.layout.yaxis.ticktext[1:]) == ["calm (10)", "storms (1,200)"]
    assert marks.error_x.array[0] is None and round(marks.error_x.array[2], 9) == 0.1
    assert list(marks.marker.opacity) == [FAINT, 1, 1]


def test_a_name_is_escaped_wherever_it_is_shown() -> None:
    figure = tone.parts(parts())
    assert figure.layout.yaxis.ticktext[0].startswith("&lt;a")
    assert figure.data[0].customdata[0][1].startswith("&lt;a")


def test_articles_without_a_tone_are_told_with_their_reasons() -> None:
    said = tone.untoned(languages())
    assert said == (
        "Without a tone: 8 of 16 articles; 4 in a language that the scorer does not read "
        "(German) and 4 without a text, only a title."
    )
    toned = languages().assign(n=[10, 5, 1], textless=0, unscored=0)
    assert tone.untoned(toned) == "With a tone: all of 16 articles."


def test_languages_are_stacked_by_why_there_is_no_tone() -> None:
    figure = tone.languages(languages())
    assert {trace.name: list(trace.x) for trace in figure.data} == {
        "with a tone": [7, 0, 1],
        "in a language that is not scored": [0, 4, 0],
        "without a text": [3, 1, 0],
    }
    assert list(figure.layout.yaxis.ticktext) == ["English", "German", "language not known"]
    assert [[told[0], told[3]] for told in figure.data[1].customdata[:2]] == [
        ["en", "unscored"],
        ["de", "unscored"],
    ]


def sentences(*tones: float | None) -> dict[str, list[dict[str, object]]]:
    return {"sentences": [{"text": f"s{n}", "tone": each} for n, each in enumerate(tones)]}


def test_the_telling_sentences_are_the_most_extreme_in_the_order_of_the_text() -> None:
    reading = sentences(0.3, -0.9, 0.9, None, 0.5, 0.04, 0.6)
    positive = tone.telling(reading, positive=True)
    assert [one["text"] for one in positive] == ["s2", "s4", "s6"]
    assert [one["text"] for one in tone.telling(reading, positive=False)] == ["s1"]
    assert tone.telling({}, positive=True) == tone.telling(None, positive=True) == []


def test_a_card_shows_text_as_text_alone() -> None:
    row = {
        "title": HOSTILE,
        "source": "<i>Post</i>",
        "published_on": "2026-05-04",
        "words": 12,
        "tone": 0.5,
    }
    shown = tone.card(row, [{"text": "<script>x</script>", "tone": 0.9}], 1)
    assert "<a " not in shown and "<script" not in shown and "<i>" not in shown
    assert "&lt;script&gt;x&lt;/script&gt;" in shown and "+0.90" in shown
    assert "mean over 1 sentence" in shown and "4 May 2026" in shown
