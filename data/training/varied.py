"""Make more of each labelled sentence: other names in the same places, and other letter cases."""

import random
from collections.abc import Iterable

from data.training import invented
from data.training.corpora import Example
from etl.enrich.found import Span

SWAPPED = 0.35  # of the sentences with names
JOINED = 0.1
TITLE_CASE, UPPER_CASE, LOWER_CASE = 0.06, 0.02, 0.03
SMALL = frozenset("a an and as at but by for from in into of on or over the to up with vs".split())


def varied(examples: Iterable[Example], chance: random.Random) -> list[Example]:
    """The examples, some of them with other names or in other letters."""
    examples = list(examples)
    pool = _organizations(examples)
    return [_recased(_swapped(one, pool, chance), chance) for one in examples]


def joined(examples: list[Example], chance: random.Random) -> list[Example]:
    """The examples, some of them two in one text, as where a sentence's end is missed."""
    whole: list[Example] = []
    for one in examples:
        if whole and chance.random() < JOINED:
            before = whole.pop()
            text = before.text + chance.choice((" ", " ", "\n", "\n\n"))
            later = [
                Span(name.start + len(text), name.end + len(text), name.type) for name in one.names
            ]
            whole.append(Example(text + one.text, (*before.names, *later), before.source))
        else:
            whole.append(one)
    return whole


def _organizations(examples: list[Example]) -> list[str]:
    return [
        one.text[name.start : name.end]
        for one in examples
        if one.source.startswith(("crossner", "uner"))
        for name in one.names
        if name.type == "organization"
    ]


def _swapped(one: Example, pool: list[str], chance: random.Random) -> Example:
    if not one.names or chance.random() > SWAPPED:
        return one
    text, names, done = "", [], 0
    for name in one.names:
        text += one.text[done : name.start]
        old = one.text[name.start : name.end]
        new = _another(old, name.type, pool, chance)
        names.append(Span(len(text), len(text) + len(new), name.type))
        text += new
        done = name.end
    return Example(text + one.text[done:], tuple(names), one.source)


def _another(old: str, kind: str, pool: list[str], chance: random.Random) -> str:
    if not old[:1].isupper():
        return old
    if kind == "person":
        full = " " in old
        if full:
            return invented.person(chance)
        either = invented.family_name if chance.random() < 0.7 else invented.given_name
        return either(chance)
    if kind == "place" and " " not in old and chance.random() < 0.8:
        return chance.choice((invented.a_city, invented.a_country))(chance)
    if kind == "organization" and chance.random() < 0.6:
        if chance.random() < 0.6:
            return chance.choice(pool)
        return invented.fill(chance.choice(("ORG", "COMPANY", "PARTY", "UNIVERSITY", "UN")), chance)
    return old


def _recased(one: Example, chance: random.Random) -> Example:
    drawn = chance.random()
    if drawn < TITLE_CASE:
        text = _title_case(one.text)
    elif drawn < TITLE_CASE + UPPER_CASE:
        text = one.text.upper()
    elif drawn < TITLE_CASE + UPPER_CASE + LOWER_CASE:
        text = one.text.lower()
    else:
        return one
    return Example(text, one.names, one.source) if len(text) == len(one.text) else one


def _title_case(text: str) -> str:
    words = text.split(" ")
    return " ".join(
        word if place and word in SMALL else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )
