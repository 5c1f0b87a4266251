"""What stands out, in sentences."""

from typing import Any

import pandas as pd

from dashboard.charts import wording
from dashboard.charts.style import known, rows_of
from dashboard.reach import Stretch

TITLE = 90  # letters of a headline
ALL = "all"


def name_of(row: dict[Any, Any]) -> str:
    """What a sentence is about."""
    return "All coverage" if row["kind"] == ALL else str(row["name"])


def sentence(row: dict[Any, Any], stretch: Stretch, *, stories: bool) -> str:
    """What there was, and what is usual: '41 articles, 5.1 times its usual Tuesday'."""
    thing = ("story", "stories") if stories else ("article", "articles")
    number = row["coverage"]
    there = f"{wording.number(number) if number else 'no'} {thing[0 if number == 1 else 1]}"
    usual = f"usual {stretch.first:%A}" if stretch.is_day else "usual week"
    has = wording.usual(row["usual"]) if row["usual"] else "none"
    if row["score"] < 0:
        return f"{there}, where a {usual} has {has}"
    if row["usual"] < 1:  # so many times next to nothing says nothing
        there += f", where a {usual} has {has}"
    else:
        there += f", {wording.usual(row['times'])} times its {usual}"
    return f"{there}; {_led(row)}" if known(row["title"]) and row["title"] else there


def _led(row: dict[Any, Any]) -> str:
    title = str(row["title"])
    shown = title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
    quoted = f"“{wording.apart(shown)}”"
    if row["copies"] > 1:
        return f"led by {quoted}, {wording.number(row['copies'])} copies"
    return f"the latest: {quoted}"


def in_order(frame: pd.DataFrame, most: int) -> list[dict[Any, Any]]:
    """The rows of the sentences, the furthest from the usual first: all coverage before its parts,
    and so many of those that rose and of those that fell."""
    rows = rows_of(frame)
    whole = [row for row in rows if row["kind"] == ALL]
    parts = [row for row in rows if row["kind"] != ALL]
    rose = [row for row in parts if row["score"] > 0][:most]
    fell = [row for row in parts if row["score"] < 0][:most]
    return [*whole, *rose, *fell]
