"""Dates with the names of months in many languages, written as English has them.

'6 mars 2025 à 18h40' becomes '6 Mar 2025 18h40', which a pattern can read; to read it at once is a
thousand times as fast as trying one language after the other. The names are dateparser's (1.5)."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

LANGUAGES = "fr de es it pt nl sv da nb fi pl cs hu ro el tr ru uk ar fa he zh ja ko id hi".split()
NAMES = (  # in English
    "january february march april may june july august september october november december".split()
)
SHORTEST = 3  # letters; what is shorter is a word or a Roman numeral as well
FAR_EAST = re.compile(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s?[(（]?[月火水木金土日]曜?[)）])?"
)
FAR_EAST_DONE = re.compile(r"\d{4}-\d{1,2}-\d{1,2} ")
FAR_CLOCK = re.compile(r"(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분]?")
BETWEEN = re.compile(  # words between the parts of a date
    r"(?<=[\s\d.,])(?:de|del|à|às|a las|las|alle|ore|om|kl\.?|klo|um|o|godz\.?|ve|saat|в|о|об|г\.?"
    r"|года|року|р\.|ώρα|στις|pukul|ora|orele|v|ob)(?=[\s\d])",
    re.IGNORECASE,
)


def in_english(value: str) -> str | None:
    """The date with an English month and no words between its parts; None where no language has
    one of its months in it."""
    value = FAR_CLOCK.sub(r"\1:\2", FAR_EAST.sub(r"\1-\2-\3 ", value))
    pattern, numbers = _months()
    found = pattern.search(value.casefold())
    if found is None:
        return value.rstrip() if FAR_EAST_DONE.match(value) else None
    start, end = found.span()
    month = NAMES[numbers[found[1]]][:3].capitalize()
    return " ".join(BETWEEN.sub(" ", f"{value[:start]} {month} {value[end:]}").split())


@cache
def _months() -> tuple[re.Pattern[str], Mapping[str, int]]:
    numbers: dict[str, int] = {}
    for language in LANGUAGES:
        told = import_module(f"dateparser.data.date_translation_data.{language}").info
        for number, month in enumerate(NAMES):
            for name in told.get(month, ()):
                if len(name) >= SHORTEST and not name[0].isdigit():
                    numbers[name.casefold()] = number
    # Of marks that join to a letter (Hindi's vowels) \w knows nothing: only letters are looked at.
    names = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])({names})(?![^\W\d_])\.?"), numbers
