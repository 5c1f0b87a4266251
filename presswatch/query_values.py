"""Values of a query that are numbers or days: `>0.3`, `-0.1..0.1`, `2026-03`, `>=2026-03-01`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from presswatch.errors import QueryError

NUMBER = re.compile(r"-?(?:[0-9]{1,3})?\.?[0-9]{1,6}")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
ORDERS = (">=", "<=", ">", "<")
BETWEEN = ".."
EARLIEST, LATEST = 1600, 2200  # newspapers begin in 1605


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers from `least` to `most`; `strictly`: without these two themselves."""

    least: float | None
    most: float | None
    strictly: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date | None
    last: date | None


def numbers(text: str, written: str, place: int) -> Numbers:
    """What a condition on a number says. Raises QueryError."""
    if BETWEEN in text:
        least, _, most = text.partition(BETWEEN)
        return Numbers(_number(least, written, place), _number(most, written, place))
    order = _order(text)
    value = _number(text.removeprefix(order), written, place)
    return Numbers(
        value if order.startswith(">") or not order else None,
        value if order.startswith("<") or not order else None,
        strictly=order in (">", "<"),
    )


def days(text: str, written: str, place: int) -> Days:
    """What a condition on a day says; a month or year is all its days. Raises QueryError."""
    if BETWEEN in text:
        first, _, last = text.partition(BETWEEN)
        return Days(_period(first, written, place)[0], _period(last, written, place)[1])
    order = _order(text)
    first_on, last_on = _period(text.removeprefix(order), written, place)
    match order:
        case ">=":
            return Days(first_on, None)
        case ">":
            return Days(last_on + timedelta(days=1), None)
        case "<=":
            return Days(None, last_on)
        case "<":
            return Days(None, first_on - timedelta(days=1))
    return Days(first_on, last_on)


def _order(text: str) -> str:
    return next((order for order in ORDERS if text.startswith(order)), "")


def _number(text: str, written: str, place: int) -> float:
    if not NUMBER.fullmatch(text):
        raise QueryError(
            f"{written!r} at character {place} is no condition on a number. Write one such as "
            ">0.3, <=-0.2 or -0.1..0.1."
        )
    return float(text)


def _period(text: str, written: str, place: int) -> tuple[date, date]:
    try:
        if found := DAY.fullmatch(text):
            year, month, day = (int(part) if part else None for part in found.groups())
            if not year or not EARLIEST <= year <= LATEST:
                raise ValueError
            if month and day:
                return date(year, month, day), date(year, month, day)
            if month:
                return date(year, month, 1), _next_month(year, month) - timedelta(days=1)
            return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        pass
    raise QueryError(
        f"{written!r} at character {place} is no condition on a day. Write one such as 2026-03-01, "
        ">=2026-03 or 2026-03-01..2026-03-31."
    )


def _next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
