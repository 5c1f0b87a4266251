"""Which models enrich articles, by the names that the settings give them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The names of the settings `entities.model` and others like it."""

    entities: str
    tone: str = "vader"
