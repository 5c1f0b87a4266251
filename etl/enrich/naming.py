"""One entity, many names: what each name in a text stands for.

Within a text: a surname stands for the full name, an acronym for what it is the acronym of, the
same words have one type. Across texts: the tables of etl/enrich/aliases.py. Where neither says
anything, a name stands for itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from etl.enrich import aliases, places, spelling
from etl.enrich.found import Name, Span
from etl.enrich.people import People

VERSION = "1"  # of these rules and the tables: raise it with every change
IN_BRACKETS = re.compile(r"\s*\(\s*([^\W\d_][\w&.\-]{1,11})\s*[),;]")
WITHIN = re.compile(r"(.+?)\s*\(\s*([^\W\d_][\w&.\-]{1,11})\s*\)?$", re.DOTALL)
LOCATIVE = re.compile(r"\b(?:in|at|near|from|to|outside|around|across|of)\s+$", re.IGNORECASE)
SHORTEST, LONGEST = 2, 8  # letters of an acronym


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name as it was found, in the order of the texts."""

    text: int
    start: int
    end: int
    words: str
    key: str
    type: str


def named(
    texts: Sequence[str], found: Iterable[Sequence[Span]], language: str | None
) -> list[list[Name]]:
    """For each text of one document (its title first) the names in it, in their order."""
    names, acronyms = _long_forms(texts, list(_found(texts, found)))
    people = People(_full_names(names))  # which _surnames leaves as they are
    names = _of_one_type(_surnames(texts, names, people), people)
    people = People(_full_names(names))
    known = {one.key: _known(one, acronyms, language) for one in names if one.type != "person"}
    shown = _shown(names)
    resolved = [
        _stands_for(one, number, people, known.get(acronyms.get(one.key, one.key)), shown, acronyms)
        for number, one in enumerate(names)
    ]
    countries = places.countries_of({name for name, type_ in resolved if type_ == "place"})
    result: list[list[Name]] = [[] for _ in texts]
    for one, (entity, type_) in zip(names, resolved, strict=True):
        meant = places.decided(entity, countries) if type_ == "place" else entity
        result[one.text].append(Name(one.start, one.end, meant, type_))
    return result


def _stands_for(
    one: Occurrence,
    number: int,
    people: People,
    known: tuple[str, str] | None,
    shown: dict[str, str],
    acronyms: dict[str, str],
) -> tuple[str, str]:
    """The entity and type of a name, before it is decided which of two places is meant."""
    if one.type == "person":
        full = people.full(one.key) or people.meant(one.key, number) or one.key
        return shown[full], one.type
    if known:
        return known
    return shown.get(acronyms.get(one.key, one.key), shown[one.key]), one.type


def _found(texts: Sequence[str], found: Iterable[Sequence[Span]]) -> Iterator[Occurrence]:
    for number, (text, spans) in enumerate(zip(texts, found, strict=True)):
        for span in sorted(spans, key=lambda one: one.start):
            start, end = spelling.trimmed(text, span.start, span.end)
            words = " ".join(text[start:end].split())
            if span.type == "person":
                words = _of_person(words, spelling.title_before(text, start))
            key = spelling.key(words)
            if key:
                yield Occurrence(number, start, end, words, key, span.type)


def _of_person(words: str, title: str | None) -> str:
    """A person's name; `title`: that of somebody who reigns, which stands before it."""
    name = spelling.without_titles(words)
    return f"{title} {name}" if title and len(spelling.tokens(name)) == 1 else name


def _long_forms(
    texts: Sequence[str], names: list[Occurrence]
) -> tuple[list[Occurrence], dict[str, str]]:
    """The names without what stands in brackets within them, and of each acronym that the text
    explains the key of what it is short for."""
    cut = [_without_brackets(texts[one.text], one) for one in names]
    acronyms: dict[str, str] = {}
    for one in cut:
        behind = IN_BRACKETS.match(texts[one.text], one.end)
        if behind and _is_acronym(behind[1], one.words):
            acronyms.setdefault(spelling.key(behind[1]), one.key)
    _add_initials(cut, acronyms)
    types = {one.key: one.type for one in reversed(cut)}
    return [
        replace(one, type=types.get(acronyms.get(one.key, ""), one.type)) for one in cut
    ], acronyms


def _without_brackets(text: str, one: Occurrence) -> Occurrence:
    """A name without the acronym in brackets that was taken for a part of it."""
    within = WITHIN.fullmatch(one.words)
    if within is None or not _is_acronym(within[2], within[1]):
        return one
    end = len(text[: text.index("(", one.start)].rstrip())
    return replace(one, end=end, words=within[1], key=spelling.key(within[1]))


def _add_initials(names: Sequence[Occurrence], acronyms: dict[str, str]) -> None:
    """Add the acronyms that a text uses and does not explain, where just one name gives them."""
    initials: dict[str, set[str]] = {}
    for one in names:
        letters = "".join(word[0] for word in re.split(r"[\s\-]+", one.words) if word[:1].isupper())
        if one.type != "person" and len(letters) > SHORTEST:
            initials.setdefault(letters.casefold(), set()).add(one.key)
    for one in names:
        plain = one.words.replace(".", "")
        long = initials.get(one.key, set()) - {one.key}
        if plain.isupper() and plain.isalpha() and len(long) == 1:
            acronyms.setdefault(one.key, next(iter(long)))


def _is_acronym(short: str, long: str) -> bool:
    """Whether the letters of a short name, mostly capitals, stand in the long one in order, the
    first at its beginning."""
    letters = [letter for letter in short if letter.isalpha()]
    if not SHORTEST <= len(letters) <= LONGEST or " " not in long:
        return False
    if sum(map(str.isupper, letters)) * 2 < len(letters):
        return False
    rest = iter(spelling.key(long))
    wanted = spelling.key("".join(letters))
    return wanted[0] == spelling.key(long)[0] and all(letter in rest for letter in wanted)


def _surnames(texts: Sequence[str], names: list[Occurrence], people: People) -> list[Occurrence]:
    """Names taken for places that are the surname of somebody in the text, people then; not where
    most of them stand as places do ('in Austin')."""
    taken: dict[str, list[bool]] = {}
    for one in names:
        if one.type == "place" and people.is_surname(one.key):
            stands = LOCATIVE.search(texts[one.text][max(0, one.start - 12) : one.start])
            taken.setdefault(one.key, []).append(bool(stands))
    persons = {
        key
        for key, stand in taken.items()
        if sum(stand) * 2 <= len(stand) and aliases.country(key.title()) is None
    }
    return [
        replace(one, type="person") if one.type == "place" and one.key in persons else one
        for one in names
    ]


def _of_one_type(names: list[Occurrence], people: People) -> list[Occurrence]:
    """The names with the type that most of the same words have; at a tie, that of the first. A
    person's surname does not count for the place or company of that name."""
    votes: dict[str, Counter[str]] = {}
    for one in names:
        if not _is_somebody(people, one):
            votes.setdefault(one.key, Counter())[one.type] += 1
    types = {key: counted.most_common(1)[0][0] for key, counted in votes.items()}
    return [
        one if _is_somebody(people, one) else replace(one, type=types[one.key]) for one in names
    ]


def _is_somebody(people: People, one: Occurrence) -> bool:
    return one.type == "person" and people.is_surname(one.key)


def _full_names(names: Sequence[Occurrence]) -> dict[str, list[int]]:
    full: dict[str, list[int]] = {}
    for number, one in enumerate(names):
        if one.type == "person" and len(spelling.tokens(one.words)) > 1:
            full.setdefault(one.key, []).append(number)
    return full


def _known(
    one: Occurrence, acronyms: dict[str, str], language: str | None
) -> tuple[str, str] | None:
    """The entity that the tables know by a name, and its type."""
    if one.key in acronyms:
        return None
    if organization := aliases.organization(one.words):
        return organization, "organization"
    if code := aliases.country(one.words, language):
        return aliases.country_name(code), "place"
    if one.type == "place" and (city := aliases.city(one.words)):
        return city, "place"
    return None


def _shown(names: Sequence[Occurrence]) -> dict[str, str]:
    """How each key is written: as most often, in capitals only if never otherwise."""
    written: dict[str, Counter[str]] = {}
    for one in names:
        words = spelling.readable(one.words) if one.type in ("person", "place") else one.words
        if one.type == "organization":
            words = spelling.without_legal_form(words)
        written.setdefault(one.key, Counter())[words] += 1
    return {key: _best(counted) for key, counted in written.items()}


def _best(counted: Counter[str]) -> str:
    mixed = [words for words in counted if not words.isupper()]
    return max(mixed or counted, key=lambda words: counted[words])
