"""Periods on a time axis: how they are named, which are not whole, how many fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from dashboard.charts.wording import day

MOST_POINTS = 2000  # in a trace; beyond that a browser takes its time
MOST_TICKS, OWN_TICKS = 9, 30  # so many at most, where there are so few periods
DAY_MS = 86_400_000  # Plotly counts time in milliseconds
SO_FAR = "so far"
IN_PART = "in part"
_DAYS = {"day": 1, "week": 7, "month": 28}


class Axis(Protocol):
    """A window cut into what a chart counts by."""

    def mark(self, start: date) -> str:
        """What the one that starts there lacks."""

    def name(self, start: date) -> str:
        """It in words, with what it lacks."""

    def ticks(self, starts: Sequence[date]) -> dict[str, object]:
        """How the time axis is written."""


class Course(Axis, Protocol):
    """The same, from each part of which one gets to its days."""

    @property
    def period(self) -> str:
        """What it is cut into."""

    @property
    def first(self) -> date:
        """The window's first day."""

    def day_of(self, start: date) -> date:
        """The first day of the one that starts there."""

    def end(self, start: date) -> date:
        """Its last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The window that a chart shows, cut into periods."""

    period: str  # day, week or month
    first: date
    last: date
    whole_until: date  # the last day of which everything has been collected

    def day_of(self, start: date) -> date:
        """The first day of the period that starts on a day."""
        return start

    def end(self, start: date) -> date:
        """The last day of the period that starts on a day."""
        if self.period == "month":
            return (start.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return start + timedelta(days=_DAYS[self.period] - 1)

    def mark(self, start: date) -> str:
        """What a period lacks: 'so far' if it is not over, 'in part' if the window cuts it."""
        if self.end(start) > self.whole_until and start <= self.last:
            return SO_FAR
        if start < self.first or self.end(start) > self.last:
            return IN_PART
        return ""

    def name(self, start: date) -> str:
        """A period in words, with what it lacks."""
        mark = self.mark(start)
        words = {
            "day": day(start),
            "week": f"week of {day(start)}",
            "month": f"{start:%B %Y}",
        }[self.period]
        return f"{words} ({mark})" if mark else words

    def periods(self) -> int:
        """About how many periods the window has."""
        return (self.last - self.first).days // _DAYS[self.period] + 1

    def longer(self) -> "Span":
        """The same window in the next longer periods."""
        order = list(_DAYS)
        return replace(self, period=order[min(order.index(self.period) + 1, len(order) - 1)])

    def ticks(self, starts: Sequence[date]) -> dict[str, object]:
        """How the time axis is written. Ticks of few periods stand where these start: Plotly
        (7.1) would name a month or a day several times, and put those of weeks on Sundays."""
        month = self.period == "month"
        written: dict[str, object] = {
            "type": "date",
            "tickformat": "%b\n%Y" if month else "%-d %b\n%Y",
        }
        if not 0 < len(starts) <= OWN_TICKS:
            return written
        every = -(-len(starts) // MOST_TICKS)
        step = f"M{every}" if month else every * _DAYS[self.period] * DAY_MS
        return written | {"tick0": starts[0], "dtick": step}


def fitting(first: date, last: date) -> str:
    """The period that shows a window best."""
    days = (last - first).days + 1
    return "day" if days <= 120 else "week" if days <= 3 * 366 else "month"


def allowed(period: str, first: date, last: date) -> str:
    """The period asked for, or the next longer one that fits a chart."""
    days = (last - first).days + 1
    order = list(_DAYS)
    for candidate in order[order.index(period) :]:
        if days / _DAYS[candidate] < MOST_POINTS:
            return candidate
    return order[-1]
