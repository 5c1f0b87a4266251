"""Which names of one text are the same person: the fullest is the name, the others stand for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.enrich.spelling import tokens

LAST, FIRST, MIDDLE = 3, 2, 1  # which word of a full name a single one is: the last goes first


@dataclass(frozen=True, slots=True)
class Person:
    """A full name, and where it (or a shorter form of it) stands in full."""

    name: str
    places: tuple[int, ...]  # numbers of the names in the text


class People:
    """The full names of a text, and who is meant by shorter ones."""

    def __init__(self, names: Mapping[str, Sequence[int]]) -> None:
        """`names`: the full names with the numbers of where they stand."""
        self._fullest = _fullest(sorted(names))
        places: dict[str, list[int]] = {}
        for name, numbers in names.items():
            places.setdefault(self._fullest[name], []).extend(numbers)
        self._people = [Person(name, tuple(sorted(at))) for name, at in sorted(places.items())]
        self._by_word: dict[str, list[tuple[int, Person]]] = {}
        for person in self._people:
            words = tokens(person.name)
            for place, word in enumerate(words):
                rank = LAST if place == len(words) - 1 else MIDDLE if place else FIRST
                self._by_word.setdefault(word, []).append((rank, person))

    def full(self, name: str) -> str | None:
        """The fullest form of a full name; None for a name that is none."""
        return self._fullest.get(name)

    def meant(self, word: str, place: int) -> str | None:
        """Who is meant by a single name that stands at a place: of those who bear it as their
        surname (else as their first, else as another name) the last one named in full before,
        else the first one named after."""
        borne = self._by_word.get(word, [])
        if len(word) < 2 or not borne:
            return None
        best = max(rank for rank, _ in borne)
        named = [(at, one.name) for rank, one in borne if rank == best for at in one.places]
        before = [one for one in named if one[0] < place]
        return max(before)[1] if before else min(named)[1]

    def is_surname(self, word: str) -> bool:
        """Whether somebody bears the word as their last name."""
        return any(rank == LAST for rank, _ in self._by_word.get(word, ()))


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """The fullest form of each name; one that fits two people stays as it is."""
    words = {name: tokens(name) for name in names}
    longest = sorted(names, key=lambda name: (-len(words[name]), -len(name), name))
    found: dict[str, str] = {}
    for name in longest:
        fits = {full for full in found.values() if _fits(words[name], words[full])}
        found[name] = fits.pop() if len(fits) == 1 else name
    return found


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of a name stand in a fuller one in order, initials for words too, and both
    end alike or the fuller goes on where the other ends (Pedro Sánchez, Pedro Sánchez Pérez)."""
    place = 0
    for word in full:
        if place < len(short) and _same(short[place], word):
            place += 1
    begins = all(_same(one, other) for one, other in zip(short, full, strict=False))
    return place == len(short) and (short[-1] == full[-1] or (begins and len(short) > 1))


def _same(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other
