"""What a page is given: the snapshot, the filters, and the page's own options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard import caching
from dashboard.charts.periods import Span, allowed
from dashboard.filters import LATEST, Filters, not_over, sentence
from presswatch.snapshot import Pointer, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One look at the data: what the URL holds, and what it is read from."""

    snapshot: Snapshot
    filters: Filters
    options: Mapping[str, str]  # the page's own, by URL key
    labels: Mapping[str, str]  # a tag's spelling by its key
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # options of several values

    @property
    def pointer(self) -> Pointer:
        """What is known of the snapshot."""
        return self.snapshot.pointer

    @property
    def sentence(self) -> str:
        """The filters in words."""
        return sentence(self.filters, self.pointer, self.labels)

    def ask(self, metric: str, filters: Filters | None = None, **parameters: Any) -> pd.DataFrame:
        """A metric's numbers, for these filters or for others."""
        return caching.ask(self.snapshot, metric, filters or self.filters, **parameters)

    def before(self) -> Filters | None:
        """The filters of the period before, or None where the window has no first day."""
        return self.filters.before(self.pointer)

    def span(self, period: str) -> Span:
        """The window in periods of this length, or of the next longer one that fits a chart."""
        # app.py draws no page for a store without an article.
        first, last = self.filters.window(self.pointer) or (date.min, date.min)
        return Span(
            period=allowed(period, first, last), first=first, last=last, whole_until=self._whole()
        )

    def _whole(self) -> date:
        # Where the sources never were asked, nothing is known to be unfinished.
        first = not_over(self.pointer)
        return first - timedelta(days=1) if first else LATEST
