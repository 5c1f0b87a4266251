"""File: one file that is read, and what is said about it."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.intake.source import Source
from presswatch.address import normalise


@dataclass(frozen=True, slots=True)
class File:
    """A file of a source."""

    path: Path
    source: Source

    @property
    def name(self) -> str:
        """The path as text that can be printed and stored."""
        return _printable(str(self.path))

    @property
    def host(self) -> str | None:
        """The site that an address belongs to which is a path alone: as the source names it, else
        the outlet, if that is a host's name."""
        named = self.source.host or self.source.outlet or ""
        url = normalise(named if "://" in named else f"https://{named}")
        host = urlsplit(url).netloc if url else ""
        return host if "." in host or self.source.host else None

    def document(self, kind: Kind, content: bytes, place: str | None = None) -> Document:
        """A document that this file holds."""
        outlet, folder = self.source.outlet, self.path.resolve().parent.name
        return Document(
            name=self.name,
            place=place,
            kind=kind,
            content=content,
            read_at=self.source.read_at,
            source=_printable(outlet) if outlet else None,
            folder=_printable(folder) if folder else None,
            asked=_printable(self.source.name),
        )

    def problem(self, reason: Reason, place: str | None = None) -> Problem:
        """Why this file, or a place in it, was not taken."""
        return Problem(self.name, place, Stage.INTAKE, reason)


def _printable(text: str) -> str:
    """What a path or an argument says, whatever bytes it is made of."""
    return os.fsencode(text).decode("utf-8", "replace")
