"""Names in texts: as a recogniser finds them, and with what they stand for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a text, from character `start` up to `end`."""

    start: int
    end: int
    type: str  # person, organization, place, event or product


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, from character `start` up to `end`, and what it stands for."""

    start: int
    end: int
    entity: str
    type: str


Found = list[list[Span]]  # of one article: the spans of each text, in order
