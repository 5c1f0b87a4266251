"""Shapes of JSON that wrap their rows in more than an array.

Matomo's answer for several days is an object of arrays by day: 'Reporting API Reference'
(https://developer.matomo.org/api-reference/reporting-api). Talkwalker's answer has each result in
an object by the name of 'data': 'How to retrieve subset of results'
(https://developer.talkwalker.com/guides/use-search-api/results)."""

import re

DAYS = re.compile(r"(?:\d{4}-\d\d-\d\d,)?\d{4}-\d\d-\d\d", re.ASCII)


def by_day(found: dict[str, object]) -> dict[str, object]:
    """An object whose rows stand by day, as one whose rows name theirs: of several, the last."""
    if not found or not all(map(DAYS.fullmatch, found)):
        return found
    return {
        "rows": [
            {"date": days[-10:]} | row
            for days, rows in found.items()
            if isinstance(rows, list)
            for row in rows
            if isinstance(row, dict)
        ]
    }


def inner(row: object) -> object:
    """What an object holds that holds nothing but 'data'."""
    if isinstance(row, dict) and row.keys() == {"data"} and isinstance(row["data"], dict):
        return row["data"]
    return row
