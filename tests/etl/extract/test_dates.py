"""Dates: what they mean, how exactly, and on which day of the reporting time zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.article import DateOrigin
from etl.document import Reason
from etl.extract.dates import Moment, choose_date, read_date
from etl.extract.months import in_english

NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")
SAO_PAULO = ZoneInfo("America/Sao_Paulo")
READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def read(value: object, zone: ZoneInfo = BERLIN) -> tuple[str, str, str] | str:
    """In UTC, the day in the reporting time zone, the precision; or why not."""
    found = read_date(value, zone)
    if isinstance(found, Reason):
        return found.value
    return f"{found.at:%Y-%m-%d %H:%M:%S}", found.on.isoformat(), found.precision.value


FORMS = {
    "iso": "2025-03-03T10:15:00+01:00",
    "iso-utc": "2025-03-03T09:15:00Z",
    "iso-spaced": "2025-03-03 09:15:00 UTC",
    "iso-short-offset": "2025-03-03T04:15:00-0500",
    "iso-fraction": "2025-03-03T09:15:00.123456789Z",
    "iso-compact": "20250303T091500Z",
    "iso-naive": "2025-03-03T10:15:00",
    "digits": "20250303101500",
    "rfc-822": "Mon, 03 Mar 2025 10:15:00 +0100",
    "rfc-822-zone": "Mon, 03 Mar 2025 04:15:00 EST",
    "rfc-822-two-digits": "Mon, 03 Mar 25 09:15:00 GMT",
    "javascript": "2025-03-03T10:15:00 GMT+0100 (Central European Time)",
    "asctime": "Mon Mar  3 10:15:00 2025",
    "epoch": 1740993300,
    "epoch-text": "1740993300",
    "epoch-millis": 1740993300000,
    "epoch-float": 1740993300.0,
}


@pytest.mark.parametrize("value", FORMS.values(), ids=FORMS)
def test_an_instant_in_many_forms(value: object) -> None:
    assert read(value) == ("2025-03-03 09:15:00", "2025-03-03", "instant")


MINUTES = {
    "iso": "2025-03-03T10:15+01:00",
    "iso-naive": "2025-03-03 10:15",
    "american": "March 3, 2025 at 10:15 a.m.",
    "american-zone": "Mar. 3, 2025 | 4:15 am EST",
    "british": "3 March 2025, 10:15",
    "ordinal": "Monday 3rd of March 2025 10:15",
    "german": "3. März 2025, 10:15 Uhr",
    "german-numbers": "3.3.2025 10:15",
    "spanish": "3 de marzo de 2025 10:15",
}


@pytest.mark.parametrize("value", MINUTES.values(), ids=MINUTES)
def test_without_seconds_it_is_exact_to_the_minute(value: str) -> None:
    assert read(value) == ("2025-03-03 09:15:00", "2025-03-03", "minute")


DAYS = {
    "iso": "2025-03-03",
    "iso-slashes": "2025/03/03",
    "iso-short": "2025-3-3",
    "digits": "20250303",
    "xml": "2025-03-03+01:00",
    "midnight": "2025-03-03T00:00:00",
    "american": "March 3, 2025",
    "weekday": "Monday, March 3, 2025",
    "ordinal": "March 3rd, 2025",
    "british": "3 March 2025",
    "hyphens": "3-Mar-2025",
    "dots": "03.03.2025",
    "equal": "3/3/2025",
    "french": "3 mars 2025",
    "japanese": "2025年3月3日",
    "unknown-zone": "March 3, 2025 10:15 am ET",
    "date": date(2025, 3, 3),
}


@pytest.mark.parametrize("value", DAYS.values(), ids=DAYS)
def test_a_day_stands_for_its_first_instant(value: object) -> None:
    assert read(value) == ("2025-03-02 23:00:00", "2025-03-03", "day")


ZONED = {
    "late-in-new-york": ("2025-03-03T04:30:00Z", NEW_YORK, ("2025-03-03 04:30:00", "2025-03-02")),
    "early-in-berlin": ("2025-03-02T23:30:00Z", BERLIN, ("2025-03-02 23:30:00", "2025-03-03")),
    "midnight-elsewhere": ("2025-03-03T00:00:00Z", NEW_YORK, ("2025-03-03 00:00:00", "2025-03-02")),
    "summer": ("2025-07-03", BERLIN, ("2025-07-02 22:00:00", "2025-07-03")),
    "day-of-spring-forward": ("2025-03-30", BERLIN, ("2025-03-29 23:00:00", "2025-03-30")),
    "hour-that-was-left-out": (
        "2025-03-30 02:30:00", BERLIN, ("2025-03-30 01:30:00", "2025-03-30")),
    "hour-that-came-twice": ("2025-10-26 02:30:00", BERLIN, ("2025-10-26 00:30:00", "2025-10-26")),
    "day-without-midnight": ("2018-11-04", SAO_PAULO, ("2018-11-04 03:00:00", "2018-11-04")),
}  # fmt: skip


@pytest.mark.parametrize(("value", "zone", "expected"), ZONED.values(), ids=ZONED)
def test_the_reporting_time_zone(value: str, zone: ZoneInfo, expected: tuple[str, str]) -> None:
    assert read(value, zone)[:2] == expected


REFUSED = {
    "31-february": ("2025-02-31", "impossible_date"),
    "31-february-in-words": ("Mon, 31 Feb 2025 10:15:00 GMT", "impossible_date"),
    "zeros": ("0000-00-00 00:00:00", "impossible_date"),
    "year-zero": ("0000-03-03", "impossible_date"),
    "week": ("2025-W10-1", "no_date"),
    "25-o-clock": ("2025-03-03T25:00:00Z", "impossible_date"),
    "13-pm": ("March 3, 2025 13:15 pm", "impossible_date"),
    "a-slip-of-the-pen": ("0205-03-03", "impossible_date"),
    "both-too-large": ("13/13/2025", "impossible_date"),
    "month-or-day": ("03/04/2025", "ambiguous_date"),
    "month-or-day-hyphens": ("03-04-2025", "ambiguous_date"),
    "month": ("March 2025", "no_date"),
    "year": (2025, "no_date"),
    "yesterday": ("yesterday", "no_date"),
    "ago": ("2 hours ago", "no_date"),
    "text": ("Budget 2025: 12 things to know", "no_date"),
    "none": (None, "no_date"),
    "empty": ("", "no_date"),
    "true": (True, "no_date"),
    "nan": (float("nan"), "no_date"),
    "list": ([2025, 3, 3], "no_date"),
}


@pytest.mark.parametrize(("value", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_certain_is_refused(value: object, reason: str) -> None:
    assert read(value) == reason


@pytest.mark.parametrize("value", ["13/03/2025", "03/13/2025"])
def test_a_number_over_twelve_is_the_day(value: str) -> None:
    assert read(value) == ("2025-03-12 23:00:00", "2025-03-13", "day")


def chosen(*values: object, url: str | None = None) -> tuple[str, str] | str:
    found = choose_date([(value, DateOrigin.PAGE) for value in values], url, READ_AT, BERLIN)
    if isinstance(found, Reason):
        return found.value
    return found[0].on.isoformat(), found[1].value


DATED_URL = "https://example.org/2025/03/03/title"
CHOSEN = {
    "first": (("2025-03-03", "2025-03-04"), None, ("2025-03-03", "page")),
    "first-that-can-be-read": ((None, "soon", "2025-03-04"), None, ("2025-03-04", "page")),
    "address": ((), DATED_URL, ("2025-03-03", "url")),
    "address-last": (("2025-03-04",), DATED_URL, ("2025-03-04", "page")),
    "hyphens-in-address": ((), "https://example.org/n/2025-03-03-title", ("2025-03-03", "url")),
    "no-date-in-address": ((), "https://example.org/2025/99/99/title", "no_date"),
    "numbers-in-address": ((), "https://example.org/12345678/title", "no_date"),
    "nothing": ((), None, "no_date"),
    "impossible": (("2025-02-31",), DATED_URL, "impossible_date"),
    "tomorrow": (("2026-11-25T11:00:00Z",), None, ("2026-11-25", "page")),
    "in-two-days": (("2026-11-26T12:00:00Z",), None, "future_date"),
    "far-away-in-address": ((), "https://example.org/2046/03/03/title", "future_date"),
}


@pytest.mark.parametrize(("values", "url", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_the_surest_date_is_chosen(
    values: tuple[object, ...], url: str | None, expected: tuple[str, str] | str
) -> None:
    assert chosen(*values, url=url) == expected


@given(st.text(max_size=90) | st.floats() | st.integers())
def test_anything_is_read_or_refused(value: object) -> None:
    assert isinstance(read_date(value, BERLIN), Moment | Reason)


@given(st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1)), st.timezones())  # noqa: DTZ001
def test_an_instant_is_read_as_it_was_written(when: datetime, zone: ZoneInfo) -> None:
    at = when.replace(microsecond=0, tzinfo=UTC)
    found = read_date(at.isoformat(), zone)
    assert isinstance(found, Moment)
    assert (found.at, found.on) == (at, at.astimezone(zone).date())


WORDED = {
    "fr": "lundi 3 mars 2025 à 10h15",
    "de": "Montag, 3. März 2025, 10:15 Uhr",
    "es": "lunes, 3 de marzo de 2025 a las 10:15",
    "it": "3 marzo 2025 alle 10:15",
    "pt": "3 de março de 2025 às 10h15",
    "nl": "3 maart 2025 om 10:15",
    "nl-short": "3 mrt. 2025 om 10:15",
    "sv": "3 mars 2025 kl. 10.15",
    "fi": "3. maaliskuuta 2025 klo 10.15",
    "pl": "3 marca 2025 10:15",
    "cs": "3. března 2025 v 10:15",
    "tr": "3 Mart 2025 10:15",
    "ru": "3 марта 2025 в 10:15",
    "uk": "3 березня 2025 о 10:15",
    "el": "Δευτέρα, 3 Μαρτίου 2025 10:15",
    "ar": "3 مارس 2025 10:15",
    "hi": "3 मार्च 2025, 10:15",
    "ja": "2025年3月3日 10時15分",
    "ja-weekday": "2025年3月3日(月) 10:15",
    "zh": "2025年03月03日 10:15",
    "ko": "2025년 3월 3일 10:15",
}


@pytest.mark.parametrize("value", WORDED.values(), ids=WORDED)
def test_a_date_in_words_is_read_with_its_time(value: str) -> None:
    assert read(value) == ("2025-03-03 09:15:00", "2025-03-03", "minute")


@pytest.mark.parametrize("value", ["2025年3月3日", "2025年 3月3日(月)", "2025년 3월 3일"])
def test_a_day_of_the_far_east_is_written_as_the_shapes_have_it(value: str) -> None:
    assert in_english(value) == "2025-3-3"


@pytest.mark.parametrize("value", ["3 mars", "mars 2025", "Mars 2025 går i mål 12", "märz 3"])
def test_a_month_alone_is_no_date(value: str) -> None:
    assert read(value) == "no_date"
