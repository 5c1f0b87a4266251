"""Put right what was found in one article's texts, each of them read alone.

- A title of office, 'the' and what belongs to no name are cut off a span.
- A name has one type in an article: the one it was found with most often.
- A part of a person's name ('Nkosi' after 'Thandi Nkosi') is that person.
- A name that was found somewhere is found everywhere.
- In a headline in title case, where every word looks like a name, only what the body or the
  gazetteer knows is kept.
- In a list with a place that the gazetteer knows, a lone word that is nobody's name is a place.
- Initials in brackets after an organization are an organization."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from etl.enrich import gazetteer, shapes
from etl.enrich.found import Found, Span
from etl.enrich.word_classes import CALENDAR_WORDS

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")
LEADING = re.compile(
    r"(?:the|a|an|his|her|its|their|our|former|late|ex|then|and|said|by|in|of|at|for|to|from)\b[\s-]+"
)
OUTER = " \t\n\r\"'“”‘’«»()[]{},;:!?-–—…|•*"
BRACKET = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z&/-]{1,11})\)")
FORMS = r"(?:Inc|Ltd|Corp|Co|LLC|LLP|PLC|plc|GmbH|AG|NV|SpA|SA|SE|Bhd|Tbk|Pty Ltd|Limited|Oyj)"
PART_OF_NAMES = frozenset(  # titles that most people are not named without
    "sir lord lady dame baron baroness pope king queen prince princess duke duchess sultan emir "
    "emperor bishop saint rabbi imam".split()
)
OFFICE = re.compile(
    r"\b(?:Minister|President|Secretary|Senator|Spokesman|Spokeswoman|Chairman|Governor|Ambassador"
    r"|Chancellor|Professor|Colonel|Commissioner|Inspector|Director|Premier)\s+(?=\S)"
)
DIRECTION = re.compile(r"(?:north|south|east|west|central|upper|lower|mid)[a-z]*[\s-](?=\S)")
HYPHENATED = re.compile(r"-[A-ZÀ-Þ][^\W\d_]+(?!\w)")
COMPANY = re.compile(rf",? {FORMS}\b\.?(?=[\s,;:)’']|$)")
AMBIGUOUS = frozenset(  # countries that are as often something else
    "Georgia Jordan Chad Turkey Guinea Israel Niger Mali Cuba Holland China America Congo Jersey "
    "Dominica Ireland France Macedonia Wales England Oman Samoa Micronesia Guernsey".split()
)
LARGE_AFTER = re.compile(r"[ -][A-ZÀ-Þ][a-zà-þ]")
OF_LARGE = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+ (?:of|de) (?:the )?$")
TIES = ("organization", "person", "place", "event", "product")  # the first of those that tie
SHORTEST = 4  # letters of a single word that is looked for where it was not found


def put_right(texts: list[str], found: Found) -> Found:
    """The spans of an article's texts (the title first), put right. Spans do not overlap and are
    in order."""
    found = [_trimmed(text, spans) for text, spans in zip(texts, found, strict=True)]
    if len(texts) > 1 and in_title_case(texts[0]):
        found = [_known_elsewhere(texts, found), *found[1:]]
    found = [_as_listed(text, spans) for text, spans in zip(texts, found, strict=True)]
    found = [_with_organizations(text, spans) for text, spans in zip(texts, found, strict=True)]
    found = [_with_initials(text, spans) for text, spans in zip(texts, found, strict=True)]
    types = _types(texts, found)
    found = [
        [replace(span, type=types.get(text[span.start : span.end], span.type)) for span in spans]
        for text, spans in zip(texts, found, strict=True)
    ]
    wanted = _looked_for(texts, types)
    found = [_completed(text, spans, wanted) for text, spans in zip(texts, found, strict=True)]
    whole = "\n".join(texts)
    starts = _countries().keys() & set(re.findall(r"\w+", whole))
    known = (name for start in starts for name in _countries()[start] if name in whole)
    countries = sorted(known, key=lambda name: (-len(name), name))
    return [_with_countries(*one, countries) for one in zip(texts, found, strict=True)]


def in_title_case(text: str) -> bool:
    """Whether nearly all longer words of a title begin with a capital."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= 0.8 * len(words)


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    trimmed = (_trim(text, one) for span in spans for one in _single(text, span))
    return [span for span in trimmed if span and _is_name(text[span.start : span.end], span.type)]


def _single(text: str, span: Span) -> list[Span]:
    """The span, or two of them where two countries' names were taken for one."""
    if span.type == "place":
        for space in re.finditer(r"\s", text[span.start : span.end]):
            middle = span.start + space.start()
            sides = text[span.start : middle], text[middle + 1 : span.end]
            if all(gazetteer.country_of(side) for side in sides):
                return [replace(span, end=middle), replace(span, start=middle + 1)]
    return [span]


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in OUTER:
        start += 1
    while start < end and text[end - 1] in OUTER:
        end -= 1
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending) and span.type != "organization":
            end -= 2
    while leading := LEADING.match(text, start, end):
        start = leading.end()
    if span.type == "person":
        start = _after_titles(text, start, end)
        if joined := HYPHENATED.match(text, end):
            end = joined.end()
    if span.type == "organization" and (form := COMPANY.match(text, end)):
        end = form.end()
    if span.type == "place":
        start = _after_direction(text, start, end)
    if start >= end:
        return None
    kept = Span(start, end, span.type)
    return replace(kept, type=shapes.typed(text, kept))


def _after_direction(text: str, start: int, end: int) -> int:
    """Where the name begins after 'eastern' or 'west'."""
    direction = DIRECTION.match(text, start, end)
    return direction.end() if direction else start


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name begins after 'Prime Minister', 'Lt. Gen.' or 'Transport Minister'."""
    for office in OFFICE.finditer(text, start, end):
        start = office.end()
    while (space := text.find(" ", start, end)) > 0:
        if text[start:space].lower() not in _titles():
            break
        start = space + 1
    return start


@cache
def _titles() -> frozenset[str]:
    return gazetteer.words("titles") - PART_OF_NAMES


@cache
def _calendar() -> frozenset[str]:
    return frozenset(CALENDAR_WORDS)


def _is_name(name: str, kind: str) -> bool:
    if not any(letter.isalpha() for letter in name) or name in _calendar():
        return False
    if kind in ("place", "person") and gazetteer.demonym_of(name) is not None:
        return gazetteer.city(name) is not None
    return kind != shapes.OTHER and not (kind == "person" and name.lower() in _titles())


def _known_elsewhere(texts: list[str], found: Found) -> list[Span]:
    """Of a headline in title case, what the body names too, or the gazetteer."""
    named = {
        text[span.start : span.end]
        for text, spans in zip(texts[1:], found[1:], strict=True)
        for span in spans
    }
    words = {word for name in named for word in WORD.findall(name)}
    headline = texts[0]
    kept = []
    for span in found[0]:
        name = headline[span.start : span.end]
        own = WORD.findall(name)
        if name in named or _in_gazetteer(name) or (own and words.issuperset(own)):
            kept.append(span)
    return kept


def _in_gazetteer(name: str) -> bool:
    return gazetteer.is_place(name) or name in gazetteer.words("acronyms")


def _as_listed(text: str, spans: list[Span]) -> list[Span]:
    """In 'Antwerp and Felixstowe' both are places, where the gazetteer knows one of them."""
    listed = list(spans)
    for place, (one, after) in enumerate(pairwise(spans)):
        if text[one.end : after.start] in (", ", " and ", " or ", ", and "):
            for number, odd, known in ((place, one, after), (place + 1, after, one)):
                name, other = text[odd.start : odd.end], text[known.start : known.end]
                lone = odd.type == "person" and " " not in name and not _named_so(name)
                if lone and known.type == "place" and _in_gazetteer(other):
                    listed[number] = replace(odd, type="place")
    return listed


def _named_so(name: str) -> bool:
    plain = gazetteer.key(name)
    return plain in gazetteer.given_names() or plain in gazetteer.family_names()


def _with_organizations(text: str, spans: list[Span]) -> list[Span]:
    """With the organizations that were missed, or found in part, and whose words give them away."""
    found = list(spans)
    for one in shapes.organizations(text):
        parts = [part for part in found if part.start < one.end and one.start < part.end]
        begun = len(parts) == 1 and parts[0].start == one.start and parts[0].end <= one.end
        if (begun or not parts) and not gazetteer.is_place(text[one.start : one.end]):
            found = [part for part in found if part not in parts] + [one]
    return sorted(found, key=lambda one: one.start)


def _with_initials(text: str, spans: list[Span]) -> list[Span]:
    """With the initials in brackets after an organization's name."""
    added = list(spans)
    for span in spans:
        bracket = BRACKET.match(text, span.end)
        if (
            span.type in ("organization", "event")
            and bracket
            and " " in text[span.start : span.end]
        ):
            initials = Span(bracket.start(1), bracket.end(1), span.type)
            added = [one for one in added if one.end <= initials.start or one.start >= initials.end]
            added.append(initials)
    return sorted(added, key=lambda one: one.start)


def _types(texts: list[str], found: Found) -> dict[str, str]:
    """The one type of each name in the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for place, (text, spans) in enumerate(zip(texts, found, strict=True)):
        for span in spans:
            votes[text[span.start : span.end]][span.type] += 2 if place else 1
    types = {name: _decided(name, counts) for name, counts in votes.items()}
    return types | _parts_of_people(types)


def _decided(name: str, counts: Counter[str]) -> str:
    if name in gazetteer.words("acronyms"):
        return "organization"
    several = not name.isalpha()  # Amazon and Hesse are not only regions
    region = several and gazetteer.region_of(name) is not None
    if name not in AMBIGUOUS and (region or gazetteer.country_of(name)):
        return "place"
    return max(TIES, key=lambda kind: (counts[kind], -TIES.index(kind)))


def _parts_of_people(types: dict[str, str]) -> dict[str, str]:
    """The last words of people's full names, where they were found as something else."""
    parts: dict[str, str] = {}
    for name, kind in types.items():
        words = name.split()
        if kind == "person" and 1 < len(words) < 6:
            for last in (words[-1], " ".join(words[-2:])):
                if not gazetteer.country_of(last) and not _large_city(last):
                    parts[last] = "person"
    return parts


def _large_city(name: str) -> bool:
    known = gazetteer.city(name)
    return known is not None and known.inhabitants > 500_000


def _looked_for(texts: list[str], types: dict[str, str]) -> list[tuple[str, str]]:
    """The names that count wherever they stand, the longest first."""
    whole = "\n".join(texts)
    small = {word for word in re.findall(r"\b[^\W\d_]+\b", whole) if word.islower()}
    wanted = {
        name: kind
        for name, kind in types.items()
        if " " in name
        or (len(name) >= SHORTEST and name[0].isupper() and name.lower() not in small)
        or (len(name) > 1 and name.isupper())
    }
    return sorted(wanted.items(), key=lambda one: (-len(one[0]), one))


def _with_countries(text: str, spans: list[Span], countries: list[str]) -> list[Span]:
    """With the countries that the network has missed and that seem no part of a longer name."""
    taken = list(spans)
    for name in countries:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            alone = _stands_alone(text, start, end) and not _overlaps(taken, start, end)
            if alone and not LARGE_AFTER.match(text, end) and not OF_LARGE.search(text, 0, start):
                taken.append(Span(start, end, "place"))
            start = text.find(name, end)
    return sorted(taken, key=lambda one: one.start)


@cache
def _countries() -> dict[str, list[str]]:
    """The names of countries that are looked for, by their first letters up to a space or dot."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in gazetteer.countries():
        if (len(name) > 3 or name in ("US", "UK", "UAE", "ROK")) and name not in AMBIGUOUS:
            by_start[re.findall(r"\w+", name)[0]].append(name)
    return dict(by_start)


def _completed(text: str, spans: list[Span], wanted: Iterable[tuple[str, str]]) -> list[Span]:
    """With the names that were found in other texts."""
    taken = list(spans)
    for name, kind in wanted:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if _stands_alone(text, start, end) and not _overlaps(taken, start, end):
                taken.append(Span(start, end, kind))
            start = text.find(name, end)
    return sorted(taken, key=lambda one: one.start)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either side, and no name: 'Korea Times' is not Korea."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    following = text[end : end + 2]
    return not (before in "@#/_" and before) and not (after == "-" and following[1:].islower())


def _overlaps(spans: list[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)
