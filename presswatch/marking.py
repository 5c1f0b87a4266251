"""Where a text says what a query looked for."""

import re
from collections.abc import Iterable

from presswatch.query import Words
from presswatch.search import OTHER, analyzer

WORD = re.compile(r"[^\W_]+")


def marks(text: str, looked_for: Iterable[Words], language: str) -> list[tuple[int, int]]:
    """The characters (from, up to) of the words that were found, in order, none twice.

    `language` is one of presswatch.search.LANGUAGES. Of words that may stand apart each is marked
    by itself, of a phrase only where it stands as a whole."""
    words = list(WORD.finditer(text))
    stems = [_stem(word[0], language) for word in words]
    found: set[int] = set()
    for each in looked_for:
        found.update(_found(each, words, stems, language))
    return [words[number].span() for number in sorted(found)]


def _found(
    looked_for: Words, words: list[re.Match[str]], stems: list[str], language: str
) -> Iterable[int]:
    """The numbers of the words that meet it."""
    wanted = analyzer(language).analyze(looked_for.text)
    if not wanted:
        return
    if looked_for.apart:
        yield from (number for number, stem in enumerate(stems) if stem in wanted)
        return
    begins = analyzer(OTHER).analyze(looked_for.text)[-1] if looked_for.prefix else None
    size = len(wanted)
    for start in range(len(stems) - size + 1):
        *front, last = stems[start : start + size]
        ends = last == wanted[-1] or (
            begins is not None and _stem(words[start + size - 1][0], OTHER).startswith(begins)
        )
        if ends and front == wanted[:-1]:
            yield from range(start, start + size)


def _stem(word: str, language: str) -> str:
    return "".join(analyzer(language).analyze(word))
