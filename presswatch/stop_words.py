"""Words that say nothing by themselves, by language: the lists that spaCy ships.

Its files are read without spaCy, which takes a second and 100 MB to import."""

import importlib.util
import re
import runpy
from functools import cache
from pathlib import Path

SAME = {"no": "nb", "nn": "nb"}  # kept under another code
UNSPACED = ("ja", "km", "lo", "my", "th", "zh")  # words are not parted by spaces


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language (ISO 639-1), in small letters; none where no list is known, and
    of a language that writes no spaces."""
    code = SAME.get(language, language)
    if code in UNSPACED or not re.fullmatch("[a-z]{2}", code):
        return frozenset()
    file = _folder() / code / "stop_words.py"
    return frozenset(runpy.run_path(str(file))["STOP_WORDS"]) if file.is_file() else frozenset()


@cache
def languages() -> tuple[str, ...]:
    """The languages that have stop words, by all their codes."""
    codes = [*(file.parent.name for file in _folder().glob("*/stop_words.py")), *SAME]
    return tuple(sorted(code for code in codes if stop_words(code)))


def _folder() -> Path:
    spec = importlib.util.find_spec("spacy")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("spacy")
    return Path(spec.origin).parent / "lang"
