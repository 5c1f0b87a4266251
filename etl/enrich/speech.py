"""The words that tell who speaks, of each language: data/words/speech.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from presswatch import resources

FALLBACK = "en"
VERSION = "1"  # of the words and of the rules that use them: raise it with every change


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, in lower case; the file says what each kind is."""

    verbs: frozenset[str]
    weak: frozenset[str]
    objects: frozenset[str]
    naming: frozenset[str]
    source: tuple[tuple[str, ...], ...]
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    own: frozenset[str]
    passive: frozenset[str]
    prepositions: frozenset[str]
    between: frozenset[str]
    joins: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    articles: frozenset[str]
    nouns_are_large: bool

    @property
    def small(self) -> tuple[frozenset[str], ...]:
        """The words that no name is made of, however they are written."""
        return self.prepositions, self.joins, self.articles, self.own, self.between

    def is_pronoun(self, word: str) -> bool:
        """Whether it stands for somebody named before."""
        return word in self.he or word in self.she or word in self.they


def words(language: str | None) -> Words:
    """The words of a language (ISO 639-1); of English where it has none here."""
    known = _languages()
    return known.get(language or FALLBACK, known[FALLBACK])


@cache
def genders() -> Mapping[str, str]:
    """Given names and forms of address in lower case: "he" for men, "she" for women."""
    names = _file()["names"]
    return dict.fromkeys(names["men"].split(), "he") | dict.fromkeys(names["women"].split(), "she")


@cache
def _languages() -> dict[str, Words]:
    return {name: _words(table) for name, table in _file().items() if name != "names"}


def _words(table: Mapping[str, Any]) -> Words:
    source = tuple(tuple(phrase.split()) for phrase in table["source"])
    lists = {name: value for name, value in table.items() if isinstance(value, str)}
    return Words(
        source=source,
        nouns_are_large=table.get("nouns_are_large", False),
        **{name: frozenset(value.split()) for name, value in lists.items()},
    )


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.data("words/speech.toml").read_text("utf-8"))
