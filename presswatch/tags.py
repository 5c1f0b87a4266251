"""When two spellings are one tag: both sides fold a spelling to the same key."""

import re
import unicodedata

# Underscores and every dash of Unicode part words as a space does ('wage-talks').
_GAPS = re.compile(r"[\s_\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens, zero-width spaces


def fold(spelling: str) -> str:
    """The key of a tag, alike for all spellings that differ in case, spaces or hyphens.

    Folding a key gives the key again. Empty where nothing is left: such a tag is none."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", spelling))
    # Case folding can leave NFKC and come back changed: the second pass is Unicode's own rule.
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text.casefold())
    return _GAPS.sub(" ", _UNSEEN.sub("", text)).strip()
