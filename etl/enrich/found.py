"""What a recogniser finds: spans of texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a text, from character `start` up to `end`."""

    start: int
    end: int
    type: str  # person, organization, place, event or product


Found = list[list[Span]]  # of one article: the spans of each text, in order
