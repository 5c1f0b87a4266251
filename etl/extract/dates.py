"""Read a date: when, how exactly, and on which day in the reporting time zone.

What cannot be read for certain is refused with a reason, never guessed. No clock is read here:
what lies in the future is judged by the document's `read_at`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from dateparser.date import DateDataParser

from etl.article import DateOrigin, Precision
from etl.document import Reason
from etl.extract.months import LANGUAGES, NAMES, in_english

EARLIEST_YEAR = 1600  # before the first newspaper, a year is a slip of the pen
LATEST_YEAR = 9000  # datetime ends with 9999, and time zones must fit in
LONGEST = 80  # characters; a longer text is not a date
MONTHS = {
    name: number for number, month in enumerate(NAMES, start=1) for name in (month, month[:3])
} | {"sept": 9}
ZONES = {  # hours from UTC, of the names that mean one thing in a page or a feed
    name: hours
    for hours, names in (
        (-8, "PST"),
        (-7, "PDT MST"),
        (-6, "MDT CST"),
        (-5, "CDT EST"),
        (-4, "EDT"),
        (0, "Z UT UTC GMT WET"),
        (1, "BST CET"),
        (2, "CEST EET"),
        (3, "EEST"),
    )
    for name in names.split()
}
CLOCK = r"""(?P<hour>\d{1,2})
    (?:[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?
    \s*(?P<half>[ap]\.?\s?m\b\.?)?(?:\s*(?:uhr|hrs?|h)\b)?
    \s*\(?(?:GMT(?=[+-])|UTC(?=[+-]))?(?P<zone>[+-]\d{2}(?::?\d{2})?|[a-z]{1,5}\b)?\)?
    (?:\s*\([a-z ]+\))?"""
COMPACT = CLOCK.replace("[:.h]", "[:.h]?").replace("[:.]", "[:.]?")
GAP = r"(?:[\s,|–—-]|\bat\b|\bum\b)+"
WEEKDAY = r"(?:[^\W\d_]{2,12}\b\.?,?\s*)?"
MONTH = rf"\b(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
YEAR = r"(?P<year>\d{4})"
SHAPES = tuple(
    re.compile(shape, re.VERBOSE | re.IGNORECASE)
    for shape in (
        # 2025-03-03T10:15:00+01:00, 2025-03-03 10:15 UTC, 20250303T101500Z, 2025-03-03Z
        rf"{YEAR}([-/.]?)(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})"
        rf"(?:z|[+-]\d\d:\d\d|(?:t|\s+){COMPACT})?",
        # 20250303101500
        rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)",
        # Mon, 03 Mar 2025 10:15:00 +0100 (RFC 822), 3rd of March 2025 at 10:15
        rf"{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?[\s-]*(?:of\s+)?{MONTH},?[\s-]*"
        rf"(?:{YEAR}|(?P<short>\d\d)(?=\s+\d\d:))(?:{GAP}{CLOCK})?",
        # Monday, March 3, 2025 | 10:15 a.m. EST
        rf"{WEEKDAY}{MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}(?:{GAP}{CLOCK})?",
        # Mon Mar  3 10:15:00 UTC 2025 (C's asctime)
        rf"{WEEKDAY}{MONTH}\s+(?P<day>\d{{1,2}})\s+{CLOCK}\s+{YEAR}",
        # 13/03/2025, 3.3.2025 10:15
        rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<other>\d{{1,2}})(?P=mark){YEAR}(?:{GAP}{CLOCK})?",
    )
)
MAY_BE_DATE = re.compile(r"(?!\d{4}-?W\d)(?=.*\d{4})(?=.*[^\W\d_])(?=.*(?<!\d)\d\d?(?!\d))")
ENGLISH = re.compile(MONTH, re.IGNORECASE)  # the shapes above know all of these
MOST_WORDS = 8  # 'lunes, 3 de marzo de 2025 a las 10:15' has eight
ZONE_TWICE = re.compile(r"(?<=\d)\[[A-Za-z_/+-]+\]$|(?<=[+-]\d\d:\d\d)Z$|(?<=[+-]\d{4})Z$")
EPOCH = re.compile(r"-?(?:\d{9,13}|\d{16,17}|\d{19})(?:\.\d+)?")
IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<gap>[/-]?)(?P<month>\d\d?)(?P=gap)(?P<day>\d\d?)(?=[/_-]|$)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that was read: `at` in UTC, `on` in the reporting time zone."""

    at: datetime
    on: date
    precision: Precision


def read_date(value: object, time_zone: ZoneInfo) -> Moment | Reason:
    """The moment that a date means; a time without a zone is in the reporting one."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = repr(value)
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or not 6 <= len(value := " ".join(value.split())) <= LONGEST:
        return Reason.NO_DATE
    value = ZONE_TWICE.sub("", value)
    try:
        if EPOCH.fullmatch(value):
            return _instant(_from_epoch(float(value)), time_zone)
        if found := _in_shape(value, time_zone):
            return found
        if not MAY_BE_DATE.match(value) or (english := in_english(value)) is None:
            return Reason.NO_DATE
        if found := _in_shape(english, time_zone):
            return found
    except (ValueError, OverflowError):
        return Reason.IMPOSSIBLE_DATE
    return _in_another_language(value, time_zone)


def choose_date(
    candidates: Iterable[tuple[object, DateOrigin]],
    url: str | None,
    read_at: datetime,
    time_zone: ZoneInfo,
) -> tuple[Moment, DateOrigin] | Reason:
    """The first candidate that can be read, at last the day in the address; or what is wrong."""
    failure = Reason.NO_DATE
    for value, origin in candidates:
        read = read_date(value, time_zone)
        if isinstance(read, Moment):
            if read.at <= read_at + timedelta(days=1):
                return read, origin
            read = Reason.FUTURE_DATE
        if failure is Reason.NO_DATE:
            failure = read
    if failure in (Reason.NO_DATE, Reason.AMBIGUOUS_DATE) and (
        found := date_in_url(url, time_zone)
    ):
        if found.at > read_at + timedelta(days=1):
            return Reason.FUTURE_DATE
        return found, DateOrigin.URL
    return failure


def optional_instant(value: object, read_at: datetime, time_zone: ZoneInfo) -> datetime | None:
    """When something was modified, or None where that cannot be read or lies in the future."""
    read = read_date(value, time_zone)
    if isinstance(read, Reason) or read.at > read_at + timedelta(days=1):
        return None
    return read.at


def date_in_url(url: str | None, time_zone: ZoneInfo) -> Moment | None:
    """The day that stands in an address's path (/2025/03/03/, /2025-03-03-)."""
    if match := IN_URL.search(url or ""):
        try:
            return whole_day(_day(match.groupdict()), time_zone)
        except ValueError:  # numbers that happen to look like a date
            return None
    return None


def whole_day(day: date, time_zone: ZoneInfo) -> Moment:
    """A day without a time: it stands for its first instant in the reporting time zone."""
    # Where clocks leave midnight out, fold=0 gives the instant at which they do.
    first = datetime(day.year, day.month, day.day, tzinfo=time_zone).astimezone(UTC)
    return Moment(first, day, Precision.DAY)


def _in_shape(value: str, time_zone: ZoneInfo) -> Moment | Reason | None:
    """What a date means that has one of the known shapes; None if it has none."""
    for shape in SHAPES:
        if match := shape.fullmatch(value):
            return _moment(match.groupdict(), time_zone)
    return None


def _moment(parts: dict[str, str | None], time_zone: ZoneInfo) -> Moment | Reason:
    day = _numbers(parts) if parts.get("first") else _day(parts)
    if isinstance(day, Reason):
        return day
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    if not parts.get("hour"):
        return whole_day(day, time_zone)
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            return Reason.IMPOSSIBLE_DATE
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    elif not parts.get("minute"):
        return Reason.NO_DATE
    zone = _zone(parts.get("zone"), time_zone)
    at = datetime(day.year, day.month, day.day, hour, minute, min(second, 59), tzinfo=zone)
    unzoned = not parts.get("zone")
    if zone is None or (unzoned and hour == minute == second == 0):
        return whole_day(day, time_zone)
    return _instant(at, time_zone, Precision.INSTANT if parts.get("second") else Precision.MINUTE)


def _instant(
    at: datetime, time_zone: ZoneInfo, precision: Precision = Precision.INSTANT
) -> Moment | Reason:
    if not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        return Reason.IMPOSSIBLE_DATE
    return Moment(at.astimezone(UTC), at.astimezone(time_zone).date(), precision)


def _day(parts: dict[str, str | None]) -> date:
    year = int(parts["year"] or _long_year(int(parts.get("short") or 0)))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(year)
    month = parts["month"] or ""
    return date(year, MONTHS.get(month.lower()) or int(month), int(parts["day"] or 0))


def _long_year(short: int) -> int:
    return short + (1900 if short >= 69 else 2000)  # as RFC 2822's readers have it


def _numbers(parts: dict[str, str | None]) -> date | Reason:
    """13/03/2025 and 03/13/2025 say which is the day, as does a dot; 03/04/2025 does not."""
    first, other = int(parts["first"] or 0), int(parts["other"] or 0)
    day_first = parts["mark"] == "." or first > 12
    if not day_first and other <= 12 and first != other:
        return Reason.AMBIGUOUS_DATE
    month, day = (other, first) if day_first else (first, other)
    return _day({**parts, "month": str(month), "day": str(day)})


def _zone(name: str | None, time_zone: ZoneInfo) -> tzinfo | None:
    """The zone that is named, the reporting one where none is; None where the name says nothing."""
    if not name:
        return time_zone
    if name[0] in "+-":
        digits = name[1:].replace(":", "").ljust(4, "0")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    hours = ZONES.get(name.upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _from_epoch(number: float) -> datetime:
    """Seconds since 1970; milli-, micro- or nanoseconds where the year would be past 5000."""
    while abs(number) >= 1e11:
        number /= 1000
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number)


@cache
def _other_languages() -> DateDataParser:
    return DateDataParser(
        languages=LANGUAGES,
        try_previous_locales=False,  # what came before must not change what a date means
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        },
    )


def _in_another_language(value: str, time_zone: ZoneInfo) -> Moment | Reason:
    """'3 mars 2025', '3. März 2025, 10:15 Uhr', '2025年3月3日'."""
    # dateparser 1.5 takes 50 ms to find that a line of text is no date.
    if ENGLISH.search(value) or len(value.split()) > MOST_WORDS:
        return Reason.NO_DATE
    try:
        found = _other_languages().get_date_data(value)
    except (ValueError, OverflowError, RecursionError):
        return Reason.NO_DATE
    if found.date_obj is None:
        return Reason.NO_DATE
    parts: dict[str, str | None] = {
        name: str(getattr(found.date_obj, name)) for name in ("year", "month", "day")
    }
    try:
        if "time" not in found.parts:
            return whole_day(_day(parts), time_zone)
        at = found.date_obj
        at = at if at.tzinfo else at.replace(tzinfo=time_zone)
        return _instant(at, time_zone, Precision.MINUTE)
    except (ValueError, OverflowError):
        return Reason.IMPOSSIBLE_DATE
