"""Numbers, days and changes as people write them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.charts.style import known

MINUS = "\N{MINUS SIGN}"


def day(value: date) -> str:
    """3 May 2026"""
    return f"{value.day} {value:%B %Y}"


def number(value: float | None) -> str:
    """1,234, or a dash where there is none."""
    return f"{value:,.0f}".replace("-", MINUS) if known(value) and value is not None else "–"


def count(value: int, thing: str) -> str:
    """1 article, 1,234 articles"""
    return f"{number(value)} {thing}{'' if value == 1 else 's'}"


def coverage(value: int, *, stories: bool) -> str:
    """1 article, 1,234 articles; of stories: 1 story, 1,234 stories"""
    if stories:
        return f"{number(value)} {'story' if value == 1 else 'stories'}"
    return count(value, "article")


def tone(value: float | None) -> str:
    """+0.24, always with its sign: colour alone tells some people nothing."""
    if value is None or not known(value):
        return "–"
    written = f"{value:+.2f}".replace("-", MINUS)
    return "0.00" if written[1:] == "0.00" else written


def change(value: float | None) -> str:
    """+12%, or a dash where there was nothing before."""
    if value is None or not known(value):
        return "–"
    written = f"{value:+.0%}".replace("-", MINUS)
    return "0%" if written[1:] == "0%" else written


def counted(row: Mapping[Any, Any]) -> str:
    """1,234  +12%: a coverage with its change on the one before."""
    written = number(row["coverage"])
    if known(row["change"]):
        return f"{written}  {change(row['change'])}"
    return f"{written}  new" if row["before"] == 0 else written


def share(value: float | None) -> str:
    """0.24, or a dash where there is none."""
    return f"{value:.2f}" if value is not None and known(value) else "–"


def percent(value: float | None) -> str:
    """2.4%, or a dash where there is none."""
    return f"{value:.1%}" if value is not None and known(value) else "–"


def usual(value: float) -> str:
    """8.2, from ten on 41: a mean or median of counts."""
    return f"{value:,.1f}".removesuffix(".0") if value < 10 else number(value)


def apart(text: object) -> str:
    """Text from outside between texts of ours: its direction of writing ends with it."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def instant(value: datetime, time_zone: str) -> str:
    """3 May 2026, 14:05"""
    local = value.astimezone(ZoneInfo(time_zone))
    return f"{day(local.date())}, {local:%H:%M}"
