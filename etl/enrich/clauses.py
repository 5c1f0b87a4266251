"""A sentence as words and names, and what a name is to a deed in it: as much grammar as the tone
towards somebody needs. The rules are English."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

LONGEST = 2_000  # characters of a sentence that are read
REACH = 12  # words from a deed back to its doer
NEAR = 6  # words from a deed on to whom it is done to
TOKEN = re.compile(r"[^\W_]+(?:[.'&/-][^\W_]+)*|[,;:()]|[—–]|--|[“”\"«»]|[?!.…]")
LARGE = re.compile(r"[A-ZÀ-Þ][\w'-]*(?:\.?\s(?:(?:of|for|the|de|van|von)\s){0,2}[A-ZÀ-Þ][\w'-]*)*")
OWNER = re.compile(r"'s\b|(?<=s)'(?=\s)")
BEGINS = re.compile(r"(?:^|[.?!:]['”\"’)]?\s)[“\"'‘(\s]*$")
QUOTES = frozenset('“”"«»')
ENDS = frozenset("?!.…")
BREAKS = frozenset(
    "; : — – -- ( ) but while although though whereas yet because since unless however despite "
    "when after before until if than as whether that".split()
)
CONTRASTS = frozenset("but while whereas although though yet ;".split())
RELATIVES = frozenset("who whom which whose where".split())
AFTER_COMMA = frozenset("and but or so who which a an the".split())
PRONOUNS = frozenset("he she they it we i you who those".split())
BE = frozenset("is are was were be been being get gets got gotten isn't wasn't aren't".split())
SPEECH = frozenset(
    "said says say saying told tells tell asked asks added adds noted notes wrote writes argued "
    "argues urged urges stated explained testified tweeted replied responded announced suggested "
    "suggests insisted insists claimed claims complained called calls condemned condemns denounced "
    "criticized criticised decried deplored mourned lamented believes thinks described describes "
    "recalled acknowledged predicted blamed blames warned warns".split()
)
HONORIFICS = frozenset(
    "the former then late acting president senator mr mrs ms dr sen rep gov governor mayor judge "
    "justice secretary congressman congresswoman . candidate nominee leader director sheriff "
    "chairman rival fellow".split()
)
PREPOSITIONS = frozenset(
    "of to for with by from in at on between against about over near under behind into like unlike "
    "without toward towards".split()
)
BETWEEN = (  # what may stand between a deed and whom it is done to
    HONORIFICS
    | frozenset("of on at for against to toward towards with from about over by in into".split())
    | frozenset(
        "a an his her their its our my that this these those new and or as both down out up off "
        "own".split()
    )
)
BEFORE_NOUN = frozenset(
    "a an the for of with his her their its our my by many some these those no any".split()
)


class Part(Enum):
    """What a name is to a deed."""

    DOER = auto()
    DONE_TO = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words in small letters; each name counts as one of them."""

    words: tuple[str, ...]
    places: tuple[int | None, ...]  # of the names it was read with, in their order
    names: frozenset[int]  # places of all names
    owners: frozenset[int]  # of those that have an 's
    clauses: tuple[int, ...]  # of each word, the number of its clause
    quoted: tuple[bool, ...]  # of each word, whether it stands in quotation marks
    names_up_to: tuple[int, ...]  # of each word, how many names there are up to it


@dataclass(frozen=True, slots=True)
class About:
    """A sentence, as seen from one of those it names."""

    sentence: Words
    targets: frozenset[int]  # places of their name

    def part(self, deed: int) -> Part:
        """What the target is to the deed at this place."""
        passive = self._is_passive(deed)
        if self._follows(deed):
            by = "by" in self.sentence.words[deed + 1 : deed + 3]
            return Part.DOER if passive and by else Part.DONE_TO
        if not self._is_noun(deed) and self._is_spoken_of(deed):
            return Part.DONE_TO if passive else Part.DOER
        return Part.NONE

    def speaks_from(self) -> int | None:
        """The place after which it is the target that says something; None: nowhere."""
        words = self.sentence.words
        for place, word in enumerate(words):
            if word in SPEECH and self._says(place):
                return place
            if word == "according" and words[place + 1 : place + 2] == ("to",):
                return -1 if self._follows(place + 1) else None
        return None

    def _says(self, place: int) -> bool:
        words = self.sentence.words
        if place and words[place - 1] in QUOTES | {","} and self._follows(place):
            return True
        return self.part(place) is Part.DOER

    def _is_passive(self, deed: int) -> bool:
        words = self.sentence.words
        if words[deed].endswith("ing"):
            return False
        before = words[max(0, deed - 3) : deed]
        return not BE.isdisjoint(before) or words[deed + 1 : deed + 2] == ("by",)

    def _is_noun(self, deed: int) -> bool:
        """Whether a word that may be a verb is something else here: 'the bank's abuses'."""
        word, before = self.sentence.words[deed], self.sentence.words[deed - 1] if deed else ""
        return not word.endswith("ing") and (before in BEFORE_NOUN or before.endswith("'s"))

    def _is_spoken_of(self, deed: int) -> bool:
        """Whether it is the target that the deed's clause begins with."""
        words = self.sentence.words
        for place in range(deed - 1, max(-1, deed - REACH), -1):
            word = words[place]
            if place in self.targets:
                owner = place in self.sentence.owners and deed - place > 2
                return not owner and self._is_subject(place)
            if place in self.sentence.names or word in BREAKS or word in ENDS or word in QUOTES:
                return False
            if word in PRONOUNS:
                return word == "who" and self._is_just_before(place)
            if place < deed - 1 and word in SPEECH:
                return False
        return False

    def _is_subject(self, place: int) -> bool:
        """Whether the name is no part of something else: 'an aide to X'."""
        words = self.sentence.words
        before = place - 1
        while before >= 0 and words[before] in HONORIFICS:
            before -= 1
        return before < 0 or words[before] not in PREPOSITIONS

    def _is_just_before(self, place: int) -> bool:
        """Whether 'who' is the target."""
        return place - 1 in self.targets or (
            place - 2 in self.targets and self.sentence.words[place - 1] == ","
        )

    def _follows(self, deed: int) -> bool:
        """Whether the target comes next, with nothing between that could be meant instead."""
        words = self.sentence.words
        for place in range(deed + 1, min(len(words), deed + NEAR)):
            if place in self.targets:
                return place not in self.sentence.owners
            if words[place] not in BETWEEN:
                return False
        return False


def read(text: str, spans: Sequence[tuple[int, int]]) -> Words:
    """A sentence, with from where to where it names somebody."""
    text = text[:LONGEST].replace("’", "'")
    given = _apart(spans, len(text))
    words: list[str] = []
    places: dict[tuple[int, int], int] = {}
    owners = set()
    end = 0
    for span in sorted([*given, *_large(text, given)]):
        words.extend(_tokens(text[end : span[0]]))
        places[span] = len(words)
        owner = OWNER.match(text, span[1])
        if owner:
            owners.add(len(words))
        end = owner.end() if owner else span[1]
        words.append(text[span[0] : end].lower())
    words.extend(_tokens(text[end:]))
    names = frozenset(places.values())
    return Words(
        tuple(words),
        tuple(places.get(span) for span in spans),
        names,
        frozenset(owners),
        tuple(accumulate(_breaks(words, names))),
        tuple(_quoted(words)),
        tuple(accumulate(place in names for place in range(len(words)))),
    )


def _tokens(text: str) -> Iterator[str]:
    return (token.lower() for token in TOKEN.findall(text))


def _apart(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The spans that lie within the text, without those that reach into another."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if span[1] <= length and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return kept


def _large(text: str, given: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What else is written like a name: in large letters, and not for beginning a sentence."""
    taken = bytearray(len(text))
    for start, end in given:
        taken[start:end] = b"\1" * (end - start)
    for found in LARGE.finditer(text):
        alone = " " not in found[0]
        if not any(taken[found.start() : found.end()]) and not (
            alone and BEGINS.search(text, max(0, found.start() - 8), found.start())
        ):
            yield found.span()


def _breaks(words: Sequence[str], names: frozenset[int]) -> Iterator[int]:
    """How deep a border each word is between clauses; of most, 0."""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if place in names:
            yield 0
        elif word in CONTRASTS or word in ENDS:
            yield 2
        elif word == ",":
            yield int(following in AFTER_COMMA)
        else:
            yield int(word in BREAKS or word in RELATIVES or word in QUOTES)


def _quoted(words: Sequence[str]) -> Iterator[bool]:
    inside = False
    for word in words:
        if word in QUOTES:
            inside = word in "“«" or (word == '"' and not inside)
        yield inside
