"""Names that nobody has: letters drawn as they follow each other in real names.

The gazetteer does not know them: the network learns to tell a village by what stands round it."""

import random
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from etl.enrich import gazetteer

BRANDS = (
    "Norvex Altera Solvanta Kinetra Omnisys Verdane Zentrix Aurelis Quantis Helvion Trilogix "
    "Novacore Terrasol Polymark Medivance Agrona Lumenta Cortexa Vistara Maritima Oceanic Orbital "
    "Velora Nimbus Accentia Infotek Petronor Energo Telvia Bancora Finexa Logistra Agritec Cementa "
    "Electra Synova Biotera Pharmax Aerolux Ferrotec Unimart Globex Transco Intermar Metalux "
    "Softline"
).split() * 8  # so that they weigh as much as the family names
KINDS = {"places": (4, 11), "people": (4, 10), "companies": (4, 9)}  # letters, least and most


def name(kind: str, chance: random.Random) -> str:
    """A new name of a place, person or company, in one word."""
    least, most = KINDS[kind]
    while True:
        made = _drawn(_chain(kind), chance, most)
        if least <= len(made) <= most:
            return made.capitalize()


def _drawn(chain: dict[str, str], chance: random.Random, most: int) -> str:
    made, state = "", "^^"
    while len(made) <= most:
        letter = chance.choice(chain[state])
        if letter == "$":
            break
        made += letter
        state = state[1] + letter
    return made


@cache
def _chain(kind: str) -> dict[str, str]:
    """Of each two letters, those that follow them."""
    following: dict[str, list[str]] = defaultdict(list)
    for word in _words(kind):
        if word.isalpha() and len(word) > 3:
            padded = f"^^{word.lower()}$"
            for place in range(len(padded) - 2):
                following[padded[place : place + 2]].append(padded[place + 2])
    return {state: "".join(letters) for state, letters in following.items()}


def _words(kind: str) -> Iterable[str]:
    if kind == "places":
        return (row[0] for row in gazetteer.rows("places/cities.tsv"))
    people = [word for row in gazetteer.rows("words/people.tsv") for word in row[2].split("|")]
    return people if kind == "people" else [*people, *BRANDS]
