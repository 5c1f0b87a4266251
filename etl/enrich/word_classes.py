"""A step of the spaCy pipeline: tells each word what the gazetteer knows of it.

The classes of a word, such as 'given city', are kept as its tag: the network learns from them
beside spelling and shape. A name of several words marks all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from etl.enrich import gazetteer

GIVEN, FAMILY, COUNTRY, REGION, CITY, TOWN, DEMONYM, KIND, KNOWN, TITLE, CALENDAR, COMMON = (
    1 << place for place in range(12)
)
MOST_KNOWN = 300_000  # spellings that a process keeps in mind: some 50 MB
LARGE = 300_000  # inhabitants: names of smaller cities are more often something else
CALENDAR_WORDS = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun "
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec."
).split()

Phrases = dict[str, list[tuple[tuple[str, ...], int]]]


@Language.factory("presswatch_word_classes")
def make(nlp: Language, name: str) -> "Marker":  # noqa: ARG001 - spaCy gives it
    """The step, as spaCy asks for it."""
    return Marker(nlp)


class Marker:
    """Tags the words of a document. Keeps what it found for each spelling."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._known: dict[int, tuple[int, list[tuple[tuple[str, ...], int]]]] = {}

    def __call__(self, document: Doc) -> Doc:
        """The same document, its words tagged."""
        spellings: Any = document.to_array(["ORTH"])
        known = [self._known.get(one) or self._look_up(one) for one in spellings.flatten().tolist()]
        classes = [one for one, _ in known]
        for place, (_, phrases) in enumerate(known):
            for rest, mark in phrases:
                end = place + 1 + len(rest)
                if end <= len(classes) and _follows(document, place + 1, rest):
                    for inside in range(place, end):
                        classes[inside] |= mark
        tags: Any = np.array(classes, dtype="uint64")
        return document.from_array(["TAG"], tags.reshape(-1, 1))

    def _look_up(self, spelling: int) -> tuple[int, list[tuple[tuple[str, ...], int]]]:
        word = gazetteer.key(self._strings[spelling])
        single, phrases = classes()
        name = word if not (word.isupper() and len(word) > 4) else word.capitalize()
        common = COMMON if word.lower() in gazetteer.words("common") else 0
        found = (single.get(name, 0) | single.get(word, 0) | common, phrases.get(name, []))
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[spelling] = found
        return found


def _follows(document: Doc, start: int, rest: tuple[str, ...]) -> bool:
    return all(
        gazetteer.key(document[start + place].text) == word for place, word in enumerate(rest)
    )


@cache
def classes() -> tuple[dict[str, int], Phrases]:
    """The classes of single words, and of names of several words by their first."""
    single: dict[str, int] = defaultdict(int)
    phrases: Phrases = defaultdict(list)
    for names, mark in _marked():
        for name in names:
            first, *rest = _words(name)
            if rest:
                phrases[first].append((tuple(rest), mark))
            else:
                single[first] |= mark
    return dict(single), dict(phrases)


def _marked() -> Iterator[tuple[Iterable[str], int]]:
    yield gazetteer.given_names(), GIVEN
    yield gazetteer.family_names(), FAMILY
    yield gazetteer.countries(), COUNTRY
    yield gazetteer.regions(), REGION
    yield gazetteer.demonyms(), DEMONYM
    cities = gazetteer.cities()
    yield (name for name, one in cities.items() if one.inhabitants >= LARGE), CITY
    yield (name for name, one in cities.items() if one.inhabitants < LARGE), TOWN
    yield gazetteer.words("organizations"), KIND
    yield gazetteer.words("acronyms"), KNOWN
    for title in gazetteer.words("titles"):
        yield (title, title.capitalize()), TITLE
    yield CALENDAR_WORDS, CALENDAR


def _words(name: str) -> list[str]:
    """The words of a name as spaCy's English rules split them, nearly."""
    return name.replace("'s ", " 's ").replace(",", " ,").replace("-", " - ").split()
