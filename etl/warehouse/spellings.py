"""Which tags are one under several names: spellings that a source mixes, and what analysts merged.

A tag's key (presswatch/tags.py) leaves case, spaces and hyphens aside. What is told apart by more
than that, such as 'port strike' and 'port strikes', is taken for one only where a single source has
both: 'Simon' and 'Simons' of two sources are two people."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from presswatch import resources
from presswatch.desk.tag_rules import Decision, TagRule

SHORTEST = 4  # letters of a plural
# Endings that are no plural: 'glass', 'status', 'crisis', 'politics' (but 'clinics'), 'series'.
NO_PLURAL = re.compile(r"(?:ss|us|is|(?<!clin|crit)(?<!com|top)ics|(?:ser|spec)ies)$")
SINGULARS = (  # of English; the last serves in Spanish, French, Dutch and Portuguese too
    (re.compile("(?<=[^aeiou])ies$"), "y"),
    (re.compile("(?<=ch|sh)es$|(?<=[sxzo])es$"), ""),
    (re.compile("children$"), "child"),
    (re.compile("men$"), "man"),
    (re.compile("s$"), ""),
)
# What the rules above make of 'movies' and 'houses' is not 'movie' and 'house': both lose the e.
WITHOUT_E = ((re.compile("(?<=[^aeiou])ie$"), "y"), (re.compile("(?<=ch|sh)e$|(?<=[sxzo])e$"), ""))
BRITISH = (  # to their American spelling
    (re.compile(r"(?<=[a-z]{2})our(?=s?\b|ed\b|ing\b|al\b|ful\b|ist|hood)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e[drs]?\b|ing\b|ations?\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?\b)"), "ter"),
    (re.compile(r"(?<=(?:def|off|lic))ence|(?<=pret)ence"), "ense"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?\b)"), "og"),
    (re.compile(r"\bprogramme"), "program"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=ed\b|ing\b|ers?\b)"), "l"),
    (re.compile(r"ae(?=[a-z]{3})"), "e"),
)
POINT = re.compile(r"(?<=\b\w)\.|['’ʼ`]")  # 'u.s.', 'women's'

Uses = Mapping[tuple[str, str], int]  # articles by source and key


def aliases(uses: Uses, rules: Iterable[TagRule]) -> dict[str, str]:
    """The key that stands for each key that does not stand for itself."""
    merged = {one.tag: one.target for one in rules if one.decision == Decision.MERGE and one.target}
    alone = {one.tag for one in rules if one.decision == Decision.SHOW}
    used: Counter[str] = Counter()
    for (_, key), count in uses.items():
        used[key] += count
    heads = dict(merged)
    for group in _mixed(uses, alone):
        head = _head(group, merged, used)
        heads |= {key: head for key in group if key != head}
    return {key: head for key in heads if (head := _followed(key, heads)) != key}


def form(key: str) -> str:
    """What the spellings of a key share: no plural, no spaces, no accents, American endings."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", key) if not unicodedata.combining(sign)
    )
    plain = POINT.sub("", plain).replace("&", " and ")
    for british, american in BRITISH:
        plain = british.sub(american, plain)
    *before, last = plain.split() or [""]
    return "".join([*before, _singular(last)])


def _singular(word: str) -> str:
    if len(word) < SHORTEST or NO_PLURAL.search(word) or word in _no_plurals():
        return word
    for ending, singular in (*SINGULARS, *WITHOUT_E):
        if ending.search(word):
            return ending.sub(singular, word)
    return word


@cache
def _no_plurals() -> frozenset[str]:
    lines = resources.data("words/no_plurals.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _mixed(uses: Uses, alone: set[str]) -> list[set[str]]:
    """Groups of keys of one form of which each stands beside another in some source."""
    forms = {key: form(key) for key in {key for _, key in uses} - alone}
    together: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, key in uses:
        if key not in alone:
            together[source, forms[key]].add(key)
    groups: dict[str, set[str]] = defaultdict(set)
    for (_, shared), keys in together.items():
        if len(keys) > 1:
            groups[shared] |= keys
    return list(groups.values())


def _head(group: set[str], merged: Mapping[str, str], used: Counter[str]) -> str:
    """Where an analyst has sent one of the group; else the one that others were sent to; else the
    most used, at a tie the first in the alphabet."""
    if sent := [merged[key] for key in sorted(group) if key in merged]:
        return sent[0]
    chosen = group & set(merged.values()) or group
    return min(chosen, key=lambda key: (-used[key], key))


def _followed(key: str, heads: Mapping[str, str]) -> str:
    """The end of the way; where it goes in a circle, its first in the alphabet."""
    way = [key]
    while (after := heads.get(way[-1])) is not None:
        if after in way:
            return min(way[way.index(after) :])
        way.append(after)
    return way[-1]
