"""What words can do in a keyphrase, by language, and how rare they are.

English has a list of its own (data/words/background.tsv, made by data/training/background.py). Of
other languages only the stop words are known, which spaCy ships, and that German writes its nouns
with a capital."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from presswatch import resources
from presswatch.stop_words import SAME, stop_words

NOUN, DESCRIBING, SOFT, GENITIVE = "n", "d", "s", "g"  # the last two: begins, ends a phrase
PERHAPS = "m"  # in the list: a noun, but not alone
PARTING, DETERMINER, BEFORE_VERB, JOINT = "-", "D", "V", "o"
RAREST = 7.0  # natural logarithm of all documents over those with the word
FREQUENT = 0.12  # of the documents: a word in more of them says little alone
KEPT = 200_000  # spellings that are remembered

NUMBER = re.compile(r"\d[\d.,/:-]*(?:st|nd|rd|th|s|k|m|am|pm|bn)?")
ADDRESS = re.compile(r"www\.|https?|/")
NO_NOUN = ("ly", "ed", "ing")  # endings of words that no list knows
NO_NAME = re.compile("ly$|'(?:t|ll|re|ve|d|m)$")  # whatever its first letter
DESCRIBED = ("ive", "able", "ible", "ous", "ful", "less", "ical", "ish", "ic")
DETERMINERS = (
    "a an the this that these those its his their her our your my them us him you me it any every"
).split()
BEFORE_VERBS = (
    "to will would can could may might must should cannot can't don't didn't doesn't won't not i "
    "we you he she they who let's"
).split()
PARTICLES = "de van von der den del della di da dos du la le el al bin ibn".split()
JOINTS = {  # within a phrase between nouns
    "es": "de del",
    "fr": "de du des d'",
    "it": "di del della dei delle d'",
    "pt": "de do da dos das",
}
CASED = ("de", "lb")  # nouns have capitals


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the keyphrases see it."""

    kind: str
    folded: str  # in small letters, without a genitive's ending
    singular: str


class Words(defaultdict[str, Word]):
    """The words of a language by their spelling, found out when they are first met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.is_english = language == "en"
        self.kinds: dict[str, str] = {}
        self.rarity: dict[str, float] = {}
        self.weak: set[str] = set()  # no keyphrase alone

    def __missing__(self, spelling: str) -> Word:
        word = _word(self, spelling)
        if len(self) < KEPT:
            self[spelling] = word
        return word


@cache
def words_of(language: str | None) -> Words | None:
    """The words of a language (ISO 639-1; None is taken for English); None of one whose stop words
    nobody knows, or that writes no spaces."""
    code = SAME.get(language or "en", language or "en")
    stop = stop_words(code)
    if not stop:
        return None
    words = Words(code)
    if words.is_english:
        _read_background(words)
        _set(words, _list("soft_words"), SOFT)
        _set(words, (stop - _list("soft_words")) | _list("parting"), PARTING)
        _set(words, PARTICLES, DESCRIBING)
        _set(words, DETERMINERS, DETERMINER)
        _set(words, BEFORE_VERBS, BEFORE_VERB)
        words.weak |= _list("weak_nouns")
    else:
        _set(words, stop, PARTING)
        _set(words, JOINTS.get(code, "").split(), JOINT)
    return words


def _word(words: Words, spelling: str) -> Word:
    folded = spelling.lower().replace("’", "'")
    kind = words.kinds.get(folded)
    if kind is None and words.is_english and folded.endswith(("'s", "s'")):
        folded = folded.removesuffix("'s").removesuffix("'")
        known = words.kinds.get(folded) or _guessed(words, spelling, folded)
        kind = GENITIVE if known == NOUN else PARTING
    elif kind is None:
        kind = _guessed(words, spelling, folded)
    return Word(kind, folded, singular(folded) if words.is_english else folded)


def _guessed(words: Words, spelling: str, folded: str) -> str:
    """The kind of a word that no list knows: a rare one is a noun or a name as a rule."""
    if len(folded) < 2 or not spelling[0].isalnum() or NUMBER.fullmatch(folded):
        return PARTING
    if ADDRESS.search(folded) or (words.is_english and NO_NAME.search(folded)):
        return PARTING
    if spelling[0].isupper() or spelling[0].isdigit():
        return NOUN
    if words.is_english and folded.endswith(DESCRIBED):
        return DESCRIBING
    if words.is_english:
        return PARTING if folded.endswith(NO_NOUN) else NOUN
    if words.language in CASED:
        return DESCRIBING
    return NOUN if len(folded) > 3 else PARTING


def singular(word: str) -> str:
    """The English singular, or what all forms of the word become."""
    if len(word) < 4 or word[-1] != "s" or word.endswith(("ss", "us", "is", "news")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses", "zzes")) else word[:-1]


def _read_background(words: Words) -> None:
    lines = resources.data("words/background.tsv").read_text("utf-8").splitlines()
    documents = int(lines[0].split("\t")[1])
    for line in lines[1:]:
        word, count, kind = line.split("\t")
        words.kinds[word] = NOUN if kind == PERHAPS else kind
        words.rarity[word] = min(RAREST, math.log(documents / int(count)))
        if kind == PERHAPS or int(count) > FREQUENT * documents:
            words.weak.add(word)


def _set(words: Words, some: Iterable[str], kind: str) -> None:
    words.kinds.update(dict.fromkeys(some, kind))


def _list(name: str) -> set[str]:
    lines = resources.data(f"words/{name}.txt").read_text("utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}
