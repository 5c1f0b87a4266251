"""Charts of bursts, of tags that travel together and of topics that were found."""

from datetime import date

import pandas as pd

from dashboard.charts import bursts, network, topics
from dashboard.charts.periods import DAY_MS, Span
from dashboard.charts.style import TEMPLATE

SPAN = Span(
    period="day", first=date(2026, 5, 1), last=date(2026, 5, 31), whole_until=date(2026, 5, 31)
)
BURSTS = pd.DataFrame(
    {
        "tag": ["<b>strike</b>", "<b>strike</b>", "flood"],
        "starts_on": pd.to_datetime(["2026-05-04", "2026-05-20", "2026-05-09"]),
        "ends_on": pd.to_datetime(["2026-05-08", "2026-05-20", "2026-05-10"]),
        "coverage": [1204, 11, 12],
        "usual": [2.0, 0.0, 0.0],
        "strength": [18.04, 4.0, 6.0],
    }
)
FOUND = pd.DataFrame(
    {
        "topic": ["<i>dockers</i>, pay offer, picket line at the terminal", "ballot, turnout"],
        "phrases": [[f"<i>phrase {n}</i>" for n in range(30)], ["ballot", "turnout"]],
        "coverage": [40, 7],
        "before": [20, 0],
        "change": [1.0, None],
    }
)
TAGS = pd.DataFrame({"tag": ["ports", "<b>strike</b>", "alone"], "coverage": [9, 4, 2]})
TIES = pd.DataFrame(
    {"tag": ["<b>strike</b>"], "other": ["ports"], "together": [4], "association": [0.6]}
)


def test_a_burst_is_a_bar_from_its_first_to_its_last_day_in_the_row_of_its_tag() -> None:
    bars = bursts.gantt(BURSTS, SPAN).data[1]
    assert [day.date() for day in bars.base] == [
        date(2026, 5, 4),
        date(2026, 5, 20),
        date(2026, 5, 9),
    ]
    assert list(bars.x) == [5 * DAY_MS, DAY_MS, 2 * DAY_MS]
    assert list(bars.y) == [0, 0, 1]


def test_what_is_clicked_carries_the_tag_and_the_days() -> None:
    for trace in bursts.gantt(BURSTS, SPAN).data:
        tag, *_, first, last = trace.customdata[0]
        assert (tag, first, last) == ("<b>strike</b>", "2026-05-04", "2026-05-08")


def test_a_burst_says_its_days_and_its_numbers() -> None:
    figure = bursts.gantt(BURSTS, SPAN)
    assert list(figure.data[1].customdata[0][1:6]) == [
        "&lt;b>strike&lt;/b>",
        "4 May 2026 to 8 May 2026",
        "1,204 articles",
        "2",
        "18.0",
    ]
    assert figure.data[1].customdata[1][2] == "20 May 2026"
    assert list(figure.layout.yaxis.ticktext) == ["&lt;b>strike&lt;/b>", "flood"]


def test_the_bursts_stand_on_the_whole_window() -> None:
    days = bursts.gantt(BURSTS, SPAN).layout.xaxis.range
    assert list(days) == [date(2026, 5, 1), date(2026, 6, 1)]


def test_tags_that_travel_together_are_knots_of_one_kind() -> None:
    figure = network.network(topics.knots(TAGS), topics.ties(TIES), colours={topics.TAG: "#4477AA"})
    *_, ties, nodes = figure.data
    assert [list(row[:2]) for row in ties.customdata] == [["<b>strike</b>", "ports"]]
    assert {row[0] for row in nodes.customdata} == {"ports", "<b>strike</b>"}
    assert not figure.layout.showlegend
    assert "<b>" not in "".join(nodes.text)


def test_a_found_topic_tells_its_phrases_and_how_many_more_there_are() -> None:
    told = topics.found(FOUND).data[0].customdata
    assert [row[0] for row in told] == ["0", "1"]
    assert told[0][5].startswith("&lt;i>phrase 0&lt;/i>, ")
    assert told[0][5].endswith(" and 6 more")
    assert told[1][5] == "ballot, turnout"


def test_a_long_name_of_a_topic_takes_two_lines() -> None:
    first, second = topics.found(FOUND).layout.yaxis.ticktext
    assert first.count("<br>") == 1
    assert "<i>" not in first
    assert second == "ballot, turnout"


def test_a_fading_tag_says_by_how_many() -> None:
    frame = pd.DataFrame({"tag": ["a"], "coverage": [1], "before": [9], "change": [-8 / 9],
                          "fall": [8]})  # fmt: skip
    figure = topics.fading(frame)
    assert list(figure.data[0].text) == ["\N{MINUS SIGN}8"]
    assert figure.layout.template.layout.paper_bgcolor == TEMPLATE.layout.paper_bgcolor
