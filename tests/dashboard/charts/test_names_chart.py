"""The chart of entities."""

import pandas as pd

from dashboard.charts.names import bars

HOSTILE = "<a href='https://evil.example'>x</a>"


def rows(*entities: tuple[str, str, int, float | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "entity": name,
                "type": kind,
                "coverage": coverage,
                "mentions": coverage * 2,
                "prominence": prominence,
                "tone": None,
                "n": 0,
            }
            for name, kind, coverage, prominence in entities
        ]
    )


def test_entities_stand_in_their_order_one_colour_a_type() -> None:
    figure = bars(
        rows(("Oslo", "place", 9, 0.4), ("Mara Lind", "person", 7, None), ("Rome", "place", 1, 1.0))
    )
    assert [trace.name for trace in figure.data] == ["person", "place"]
    assert [list(trace.y) for trace in figure.data] == [[1], [0, 2]]
    assert list(figure.layout.yaxis.ticktext) == ["Oslo", "Mara Lind", "Rome"]
    assert [list(trace.text) for trace in figure.data] == [["7  –"], ["9  0.40", "1  1.00"]]


def test_a_click_gives_the_name_as_it_is_and_labels_are_escaped() -> None:
    [trace] = bars(rows((HOSTILE, "person", 1, 0.1))).data
    assert trace.customdata[0][0] == HOSTILE
    assert "<" not in trace.customdata[0][1]
