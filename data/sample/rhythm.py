"""When is written: the days of the corpus and how much is published on each."""

from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from .chance import between, happens, weighted
from .topics import Event, Topic

DAYS = 548  # eighteen months
REPORTING = ZoneInfo("Europe/Amsterdam")  # as in the sample's settings
WEEK = (1.0, 1.06, 1.05, 1.08, 1.0, 0.6, 0.48)  # Monday to Sunday
MONTHS = {7: 0.72, 8: 0.64}  # the summer dip
HOURS = (5, 8, 10, 11, 10, 9, 8, 8, 8, 7, 6, 5, 4, 3, 2, 2)  # six in the morning to nine at night


def days(until: date) -> list[date]:
    return [until - timedelta(days=ago) for ago in range(DAYS - 1, -1, -1)]


def bustle(day: date) -> float:
    """How much is published on a day when nothing special happens."""
    holidays = 0.55 if (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1) else 1.0
    return WEEK[day.weekday()] * MONTHS.get(day.month, 1.0) * holidays


def interest(topic: Topic, index: int, day: date) -> float:
    """The weight of a steady topic among the others on a day."""
    weekend = 1.8 if topic.name in ("sport", "culture") and day.weekday() >= 5 else 1.0
    drift = 1.0 + (topic.growth - 1.0) * index / (DAYS - 1)
    return topic.share * topic.season[day.month - 1] * drift * weekend


def burst(event: Event) -> list[float]:
    """The weight of each day for an event: a slow rise, a peak, a tail."""
    course = [0.0] * DAYS
    first = DAYS - 1 - event.starts
    force = 1.0
    for index in range(first, DAYS):
        course[index] = force if force > 0.02 else 0.0
        force *= 1.0 - 1.0 / event.fades
    for ago in range(1, event.builds + 1):
        course[first - ago] = 0.5 * (1.0 - ago / (event.builds + 1))
    return course


def is_late(event: Event, day: date, until: date) -> bool:
    """Whether the event has turned: its tone is another from then on."""
    return (until - day).days < event.starts - event.fades


def moment(day: date, zone: ZoneInfo, until: date, rng: Random) -> datetime:
    """A time on that day, kept within the corpus by the outlet's clock and by ours."""
    hour = weighted(range(6, 22), HOURS, rng)
    minute = 5 * between(0, 11, rng) if happens(0.4, rng) else between(0, 59, rng)
    at = datetime.combine(day, time(hour, minute), zone)
    while max(at.date(), at.astimezone(REPORTING).date()) > until:
        at -= timedelta(days=1)
    while min(at.date(), at.astimezone(REPORTING).date()) <= until - timedelta(days=DAYS):
        at += timedelta(days=1)
    return at


def within(at: datetime, until: date) -> bool:
    return max(at.date(), at.astimezone(REPORTING).date()) <= until
