"""Source: where documents come from, as the settings, the desk or a command names it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from presswatch.address import without_password


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing to read. `read_at` is the instant at which the refresh began to read it."""

    name: str
    kind: str = "files"
    path: Path | None = None  # of files and archives
    url: str | None = None  # of a feed or sitemap
    urls: tuple[str, ...] = ()  # of pages
    anew: bool = False  # whether pages are read again that have not changed
    full: bool = False  # whether the pages that a feed's entries lead to are read too
    outlet: str | None = None  # who published it, where the documents do not say
    host: str | None = None  # the site of addresses that are paths alone, as analytics write them
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    read_at: datetime  # UTC

    @property
    def address(self) -> str:
        """What is asked, as it may be shown: without passwords. Else what is read."""
        urls = (self.url,) if self.url else self.urls
        return " ".join(map(without_password, urls)) or str(self.path or "")
