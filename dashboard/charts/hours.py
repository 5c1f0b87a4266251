"""Hours on a time axis: instants, drawn at even steps, named by the clocks of a time zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.charts.periods import SO_FAR
from dashboard.charts.wording import day

MOST_DAYS = 14  # by hour, beyond that a chart says nothing
HOUR = timedelta(hours=1)
MOST_TICKS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A window in hours. On the axis an hour stands as long after the first midnight as it is, so
    that the hour which clocks show twice is there twice."""

    first: date
    last: date
    zone: ZoneInfo
    complete_until: datetime | None
    period: str = "hour"

    @property
    def opening(self) -> datetime:
        """The instant at which the window begins."""
        midnight = datetime.combine(self.first, time(), self.zone).astimezone(UTC)
        earlier = midnight - HOUR  # where clocks are put back to midnight
        return earlier if earlier.astimezone(self.zone).date() == self.first else midnight

    def places(self, starts: pd.Series) -> list[datetime]:
        """Where hours that begin at these instants stand on the axis."""
        begins = datetime.combine(self.first, time())
        return [begins + (at.to_pydatetime() - self.opening) for at in starts]

    def local(self, place: date) -> datetime:
        """What clocks show at a place on the axis."""
        begins = datetime.combine(self.first, time())
        return (self.opening + (_moment(place) - begins)).astimezone(self.zone)

    def day_of(self, place: date) -> date:
        """The day in the reporting time zone."""
        return self.local(place).date()

    def end(self, start: date) -> date:
        """The day on which the hour at a place lies."""
        return self.day_of(start)

    def mark(self, start: date) -> str:
        """'so far' if the hour is not over."""
        over = self.local(start).astimezone(UTC) + HOUR
        return SO_FAR if self.complete_until and over > self.complete_until else ""

    def name(self, start: date) -> str:
        """An hour in words; with the time zone on a day on which clocks change."""
        local = self.local(start)
        changing = (local + timedelta(days=1)).utcoffset() != (
            local - timedelta(days=1)
        ).utcoffset()
        words = f"{day(local.date())}, {local:%H:%M}" + (f" {local:%Z}" if changing else "")
        mark = self.mark(start)
        return f"{words} ({mark})" if mark else words

    def ticks(self, starts: Sequence[date]) -> dict[str, object]:
        """A tick at each midnight, or at every second."""
        begun = {self.day_of(one): one for one in reversed(starts)}
        every = -(-len(begun) // MOST_TICKS)
        shown = sorted(begun)[::every]
        return {
            "type": "date",
            "tickmode": "array",
            "tickvals": [begun[one] for one in shown],
            "ticktext": [f"{one.day} {one:%b}<br>{one:%a}" for one in shown],
        }


def _moment(place: date) -> datetime:
    return place if isinstance(place, datetime) else datetime.combine(place, time())
