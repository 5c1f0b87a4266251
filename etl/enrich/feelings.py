"""What words say of those they stand beside in political news: data/words/tone.toml, and VADER's
lexicon where that has nothing.

Strengths are VADER's, -4 to 4. A deed has two: towards its doer and towards whom it is done to."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

from presswatch import resources

FILE = "words/tone.toml"
OF_EVENTS = 0.25  # of what VADER gives a word that tells what happened
OF_VADER = 0.8  # of what it gives all others: made for social media
IRREGULAR = {
    "steal": "stole stolen",
    "beat": "beaten",
    "win": "won",
    "lose": "lost",
    "fall": "fell fallen",
    "sink": "sank sunk",
    "rise": "rose risen",
    "fight": "fought",
    "lead": "led",
    "overcome": "overcame",
    "outshine": "outshone",
    "shine": "shone",
    "quit": "quit",
    "rip": "ripped ripping",
}
DOUBLED = frozenset(
    "slam brag flop slip drop gut rob dog rip pan snub rebut rebel expel prefer defer trip hug "
    "shrug shun abhor extol acquit stun plug win beg rig scam hit admit compel".split()
)


class Deed(NamedTuple):
    """What doing something says of its doer, and of whom it is done to."""

    doer: float
    target: float


@dataclass(frozen=True, slots=True)
class Feelings:
    """All that is known of words, in small letters."""

    strength: Mapping[str, float]
    verbs: Mapping[str, Deed]  # in all their forms
    nouns: Mapping[str, Deed]
    phrases: Mapping[tuple[str, ...], float]
    phrase_begins: frozenset[str]
    degrees: Mapping[str, float]  # 'very', 'hardly': added to a strength
    version: str


@cache
def feelings() -> Feelings:
    """The word list, read once."""
    content = resources.data(FILE).read_bytes()
    lists = tomllib.loads(content.decode("utf-8"))
    strength = {
        word: value * OF_VADER
        for word, value in SentimentIntensityAnalyzer().lexicon.items()
        if word.isalpha()
    }
    events = lists["events"].split()
    strength.update((word, strength.get(word, 0.0) * OF_EVENTS / OF_VADER) for word in events)
    strength.update(dict.fromkeys(lists["neutral"].split(), 0.0))
    strength.update(
        (word, float(n)) for n, text in lists["strength"].items() for word in text.split()
    )
    phrases = {
        tuple(one.split()): float(n)
        for n, text in lists["phrases"].items()
        for one in text.split("|")
    }
    return Feelings(
        strength,
        dict(_forms(lists["verbs"])),
        {word: _deed(key) for key, text in lists["nouns"].items() for word in text.split()},
        phrases,
        frozenset(phrase[0] for phrase in phrases),
        BOOSTER_DICT,
        blake2b(content, digest_size=4).hexdigest(),
    )


def _deed(key: str) -> Deed:
    doer, target = map(float, key.split())
    return Deed(doer, target)


def _forms(verbs: Mapping[str, str]) -> Iterator[tuple[str, Deed]]:
    for key, text in verbs.items():
        for verb in text.split():
            for form in forms(verb):
                yield form, _deed(key)


def forms(verb: str) -> Iterator[str]:
    """A verb's forms, from its infinitive."""
    yield verb
    if verb == "lie":
        yield from ("lies", "lied", "lying")
        return
    yield from IRREGULAR.get(verb, "").split()
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        return
    yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = verb + verb[-1] if verb in DOUBLED else verb
    if verb.endswith("ee"):
        yield from (verb + "d", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "d", verb[:-1] + "ing")
    else:
        yield from (stem + "ed", stem + "ing")
