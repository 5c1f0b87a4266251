"""File: one file that is read, and what is said about it."""

import os
from dataclasses import dataclass
from pathlib import Path

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.intake.source import Source


@dataclass(frozen=True, slots=True)
class File:
    """A file of a source."""

    path: Path
    source: Source

    @property
    def name(self) -> str:
        """The path as text that can be printed and stored, whatever bytes it is made of."""
        return os.fsencode(self.path).decode("utf-8", "replace")

    def document(self, kind: Kind, content: bytes, place: str | None = None) -> Document:
        """A document that this file holds."""
        folder = os.fsencode(self.path.resolve().parent.name).decode("utf-8", "replace")
        return Document(
            name=self.name,
            place=place,
            kind=kind,
            content=content,
            read_at=self.source.read_at,
            source=self.source.outlet,
            folder=folder or None,
        )

    def problem(self, reason: Reason, place: str | None = None) -> Problem:
        """Why this file, or a place in it, was not taken."""
        return Problem(self.name, place, Stage.INTAKE, reason)
