"""Tone towards somebody whom a sentence names: from the words that speak of them.

Each word that tells a feeling (etl/enrich/feelings.py) counts the less the further it stands from
the name, in words, in clauses and in other names between. A deed counts in full for whoever does it
or has it done to them, and little for others. What the named one says counts little for them. The
numbers were chosen on tests/quality/tone_towards.txt; nothing hangs on their last digits."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from math import copysign, sqrt
from typing import NamedTuple, TypeVar

from etl.enrich.clauses import About, Part, Words, read
from etl.enrich.feelings import Deed, Feelings, feelings

WORDS_APART = 12.0  # after so many words a feeling counts half
CLAUSES_APART = 0.5  # of a feeling is left over the border of a clause, and of two, and of three
NAMES_APART = 0.7  # of it is left behind another name
OF_OTHERS = 0.6  # of a deed that somebody else does or suffers
UNNAMED = 0.6  # of a deed whose word has no strength of its own
SAID = 0.25  # of what the named one says
NEGATED = -0.6
EVEN = 3.5  # VADER's 15, for its sum over a whole sentence
FAINT = 0.15  # what is weaker than that is no tone at all
NEGATIONS = frozenset(
    "not no never nobody none nothing neither nor without hardly barely cannot little few "
    "unlike".split()
)
MILD = 0.5  # a deed that tells nothing of its doer, but of the other
MOST_NAMES = 40
MOST_WORDS = 5  # of a phrase

Key = TypeVar("Key", bound=Hashable)


class Hit(NamedTuple):
    """A word that tells a feeling."""

    place: int
    strength: float | None  # None: of a deed that has none in itself
    deed: Deed | None
    is_noun: bool


def towards(text: str, names: Mapping[Key, Sequence[tuple[int, int]]]) -> dict[Key, float]:
    """The tone of a sentence towards each that it names, -1 to 1, given where it does so.

    0 is neutral: what is weaker than a reader would notice is taken for none. A sentence that names
    very many is a list, and tells nothing of any."""
    if len(names) > MOST_NAMES:
        return {}
    keys = [key for key, spans in names.items() for _ in spans]
    sentence = read(text, [span for spans in names.values() for span in spans])
    found = list(_hits(sentence))
    places: dict[Key, set[int]] = {key: set() for key in names}
    for key, place in zip(keys, sentence.places, strict=True):
        if place is not None:
            places[key].add(place)
    return {
        key: _tone(About(sentence, frozenset(where)), found)
        for key, where in places.items()
        if where
    }


def _tone(about: About, hits: Sequence[Hit]) -> float:
    said_from = _speaks_from(about, hits) if hits else None
    felt = sum(_felt(about, hit, said_from) for hit in hits)
    tone = felt / sqrt(felt * felt + EVEN)
    strong = max(0.0, abs(tone) - FAINT) / (1 - FAINT)
    return copysign(strong, tone) if strong else 0.0


def _speaks_from(about: About, hits: Sequence[Hit]) -> int | None:
    """The place after which the target says or holds something of others; None: nowhere."""
    held = (
        hit.place
        for hit in hits
        if hit.deed and abs(hit.deed.doer) < MILD < abs(hit.deed.target)
        if not hit.is_noun and _part(about, hit) is Part.DOER
    )
    said = about.speaks_from()
    return min((place for place in (said, next(held, None)) if place is not None), default=None)


def _hits(sentence: Words) -> Iterator[Hit]:
    """The words that tell feelings, names left out."""
    known, words = feelings(), sentence.words
    place = 0
    while place < len(words):
        length = _phrase_at(words, place, known)
        if length:
            yield Hit(place, known.phrases[words[place : place + length]], None, False)
        elif place not in sentence.names:
            word = words[place]
            noun, verb = known.nouns.get(word), known.verbs.get(word)
            strength = _strength(word, known)
            if strength or noun or verb:
                yield Hit(place, strength, noun or verb, noun is not None)
        place += length or 1


def _phrase_at(words: Sequence[str], place: int, known: Feelings) -> int:
    """How many words from here on are a phrase; 0: there is none."""
    if words[place] not in known.phrase_begins:
        return 0
    for length in range(MOST_WORDS, 1, -1):
        if tuple(words[place : place + length]) in known.phrases:
            return length
    return 0


def _strength(word: str, known: Feelings) -> float | None:
    for end in ("", "s", "ly"):
        if word.endswith(end) and (form := word[: len(word) - len(end)]) in known.strength:
            return known.strength[form]
    return None


def _felt(about: About, hit: Hit, said_from: int | None) -> float:
    """What a word says of the target."""
    part = _part(about, hit)
    if hit.deed and part is Part.DOER:
        value = hit.deed.doer
    elif hit.deed and part is Part.DONE_TO:
        value = hit.deed.target
    else:
        value = _in_itself(hit) * _nearness(about, hit.place)
        if said_from is not None and (hit.place > said_from or about.sentence.quoted[hit.place]):
            value *= SAID
    return value * _turn(about.sentence.words, hit.place)


def _in_itself(hit: Hit) -> float:
    """A word's strength, or that of the greater side of its deed."""
    if hit.deed is None:
        return hit.strength or 0.0
    if hit.strength is not None:
        return hit.strength * OF_OTHERS
    return max(hit.deed, key=abs) * UNNAMED * OF_OTHERS


def _part(about: About, hit: Hit) -> Part:
    if hit.deed is None:
        return Part.NONE
    words, part = about.sentence.words, about.part(hit.place)
    if part is Part.DONE_TO and hit.is_noun and words[hit.place + 1] in ("from", "by"):
        return Part.DOER  # 'criticism from X'
    if part is Part.DOER and _is_of_another(about, hit.place):
        return Part.NONE
    return part


def _is_of_another(about: About, place: int) -> bool:
    """Whether somebody else does it: 'X charged the bank with cheating'."""
    words, verbs = about.sentence.words, feelings().verbs
    if not words[place].endswith("ing") or words[place - 1] not in ("of", "with", "for", "from"):
        return False
    earlier = [other for other in range(max(0, place - 8), place) if words[other] in verbs]
    return bool(earlier) and about.part(earlier[-1]) is Part.DOER


def _nearness(about: About, place: int) -> float:
    """How much of a feeling reaches the name that is next to it, 0 to 1."""
    sentence = about.sentence
    name = min(about.targets, key=lambda target: (abs(target - place), target))
    borders = min(3, abs(sentence.clauses[name] - sentence.clauses[place]))
    first, last = min(name, place), max(name, place)
    others = sentence.names_up_to[last - 1] - sentence.names_up_to[first]
    apart = 1 + (last - first) / WORDS_APART
    return CLAUSES_APART**borders * float(NAMES_APART**others) / apart


def _turn(words: Sequence[str], place: int) -> float:
    """What negations and degrees before a word make of it."""
    before = words[max(0, place - 3) : place]
    negated = any(word in NEGATIONS or word.endswith("n't") for word in before)
    degree = sum(feelings().degrees.get(word, 0.0) for word in before[-2:])
    return (NEGATED if negated else 1.0) * (1 + degree)
