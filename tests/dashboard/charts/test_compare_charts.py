"""Two selections side by side: figures, lines and diverging bars."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.charts import compare
from dashboard.charts.periods import Span


def headline(**more: Any) -> pd.DataFrame:
    nothing = {"sources": 1, "tone": None, "n": 0, "page_views": None, "shares": None}
    return pd.DataFrame([{"articles": 0, "places": None} | nothing | more])


def term(name: str, z: float, coverage: int = 10, other_coverage: int = 10) -> dict[str, Any]:
    return {
        "term": name,
        "type": None,
        "coverage": coverage,
        "other_coverage": other_coverage,
        "share": 0.1,
        "other_share": 0.2,
        "log_odds": z / 2,
        "z": z,
    }


def span(first: date, last: date) -> Span:
    return Span(period="day", first=first, last=last, whole_until=date(2026, 3, 3))


def series(first: str, coverage: list[int]) -> pd.DataFrame:
    return pd.DataFrame(
        {"starts_on": pd.date_range(first, periods=len(coverage)), "coverage": coverage}
    )


def test_figures_have_a_difference_and_none_where_one_is_missing() -> None:
    shown = compare.figures(headline(articles=150, tone=0.2, n=20), headline(articles=100))
    rows = shown.set_index("Figure")
    assert list(rows.loc["Articles"]) == ["150", "100", "+50%"]
    assert list(rows.loc["Tone"]) == ["+0.20", "–", "–"]
    assert "Page views" not in rows.index


def test_what_may_be_chance_or_rests_on_few_is_faint() -> None:
    rows = [term("much", 3.0), term("few", 3.0, 4, 5), term("chance", 1.9), term("other", -3.0)]
    one, other = compare.apart(pd.DataFrame(rows)).data
    assert [colour.startswith("rgba") for colour in one.marker.color] == [False, True, True]
    assert one.name == "typical of A" and other.name == "typical of B"
    assert list(other.y) == [3]


def test_bars_carry_the_term_the_side_and_both_counts() -> None:
    [bar] = compare.apart(pd.DataFrame([term("a & <b>", -2.0, 1, 1234)])).data
    assert list(bar.customdata[0]) == [
        "a & <b>", "B", "a &amp; &lt;b>", "", "1 article, 10.0%", "1,234 articles, 20.0%",
        "−2.00", "2.7 times as high in B",
    ]  # fmt: skip
    assert list(bar.text) == ["1 : 1,234"]


def test_a_longer_selection_is_drawn_beyond_the_first() -> None:
    spans = [span(date(2026, 3, 1), date(2026, 3, 2)), span(date(2025, 3, 1), date(2025, 3, 4))]
    frames = [series("2026-03-01", [1, 2]), series("2025-03-01", [3, 4, 5, 6])]
    one, other = compare.course(frames, spans, ["now", "then"]).data
    assert list(one.x) == [date(2026, 3, 1), date(2026, 3, 2)]
    assert list(other.x)[-1] == date(2026, 3, 4)
    assert other.customdata[-1][0] == "4 March 2025"


def test_each_side_says_what_of_its_own_is_not_over() -> None:
    spans = [span(date(2026, 3, 1), date(2026, 3, 2)), span(date(2026, 3, 3), date(2026, 3, 4))]
    frames = [series("2026-03-01", [1, 2]), series("2026-03-03", [3, 4])]
    figure = compare.course(frames, spans, ["before", "now"])
    told = [point[0] for trace in figure.data for point in trace.customdata]
    assert "4 March 2026 (so far)" in told and "2 March 2026" in told
