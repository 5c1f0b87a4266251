"""The same selection at an earlier time, moved so that weekdays, or months, match."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from dashboard.filters import EARLIEST, Filters
from presswatch.snapshot import Pointer

WEEK = timedelta(weeks=1)
YEAR = 52 * WEEK  # of whole weeks
BEFORE, LAST_YEAR = "before", "year"


def earlier(filters: Filters, pointer: Pointer, *, against: str, period: str) -> Filters | None:
    """The filters of the window moved back: `before` by as many whole weeks as it touches, `year`
    by 52 weeks; counted by month, by as many months, or by 12. None where the store has no article
    so early."""
    window = filters.window(pointer)
    if window is None or pointer.first_on is None:
        return None
    first, last = window
    if period == "month":
        months = 12 if against == LAST_YEAR else _month(last) - _month(first) + 1
        since, until = _back(first, months), _back(last, months)
    else:
        weeks = -(-((last - first).days + 1) // 7) * WEEK
        shift = YEAR if against == LAST_YEAR else weeks
        if first - EARLIEST < shift:
            return None
        since, until = first - shift, last - shift
    if until < pointer.first_on or since < EARLIEST:
        return None
    return replace(filters, since=since, until=until)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _back(day: date, months: int) -> date:
    """The same day so many months before; the last of a month stays the last."""
    year, month = divmod(max(_month(day) - months, 12), 12)
    last = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))
