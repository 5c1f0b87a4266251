"""The spelling of names: what belongs to one, and when two spellings are the same words."""

import re
from functools import cache

from etl.enrich import gazetteer
from etl.enrich.gazetteer import rows

ARTICLE = re.compile(r"(?:the|The|THE)\s+(?=\S)")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
QUOTED = "\"'“”‘’«»„ \t\n,;:"
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
GAPS = re.compile(r"[\s\-–—_]+")
LEGAL = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|Corp|Co|Ltd|Limited|LLC|LLP|PLC|plc|AG|SE|GmbH|KGaA|S\.?A|N\.?V|"
    r"B\.?V|AB|ASA|Oyj|S\.p\.A|Pty)\.?|\s+&\s+Co\.?)+$"
)
NUMERALS = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"}
SUFFIXES = NUMERALS - {"i", "v", "x"} | {"jr", "sr"}
REIGNING = {"king", "queen", "pope", "prince", "princess", "emperor", "sultan", "emir", "ayatollah"}


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a name begins and ends without an article, a possessive and marks round it. What would
    leave nothing is left as it is."""
    words = text[start:end]
    kept = words.strip(QUOTED)
    if kept[:4].lower() == "the " and not gazetteer.city(f"The {kept[4:]}"):
        kept = ARTICLE.sub("", kept, count=1)
    if kept not in _with_possessive():
        kept = POSSESSIVE.sub("", kept)
    if not kept:
        return start, end
    begins = start + words.find(kept)
    return begins, begins + len(kept)


def key(words: str) -> str:
    """Alike for spellings that differ in case, accents, hyphens, and the dots of initials."""
    plain = gazetteer.key(words)
    if DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    return GAPS.sub(" ", plain.replace("’", "'").casefold()).strip(" .")


def without_legal_form(words: str) -> str:
    """A company's name without what says what kind of company it is."""
    return LEGAL.sub("", words) or words


def tokens(person: str) -> tuple[str, ...]:
    """The words of a person's name by their keys, without 'Jr.' and 'III'."""
    found = [word.strip(".,") for word in key(person).split()]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found.pop()
    return tuple(word for word in found if word)


def without_titles(person: str) -> str:
    """A person's name without titles; who reigns, and has one name alone, keeps theirs."""
    words = person.split()
    kept = list(words)
    while len(kept) > 1 and kept[0].lower() in _titles():
        kept.pop(0)
    title = words[-len(kept) - 1] if len(kept) < len(words) else ""
    return " ".join([title, *kept] if title.lower() in REIGNING and _of_one(kept) else kept)


def title_before(text: str, start: int) -> str | None:
    """The title of a reigning person, where it stands just before character `start`."""
    word = text[:start].rsplit(None, 1)[-1:]
    return word[0] if word and word[0].lower() in REIGNING and text[start - 1].isspace() else None


def readable(words: str) -> str:
    """A name of people and places that is written in capitals, as it is usually written."""
    if words.isupper() and not DOTTED.fullmatch(words) and max(map(len, words.split())) > 3:
        return words.title().replace("'S", "'s")
    return words


@cache
def _titles() -> frozenset[str]:
    """Words that stand before a person's name, lower case."""
    both = (*rows("words/titles.txt"), *rows("words/aliases/titles.txt"))
    return frozenset(row[0] for row in both)


@cache
def _with_possessive() -> frozenset[str]:
    names = [row[0] for row in rows("words/aliases/possessive.txt")]
    return frozenset([*names, *(name.replace("'", "’") for name in names)])


def _of_one(words: list[str]) -> bool:
    """Whether these are one name alone, or with a number: Charles, Charles III."""
    return len(words) == 1 or (len(words) == 2 and words[1].lower() in NUMERALS)
