"""What text is: cleaned of what no reader sees, in paragraphs, in lists."""

import html
import re
from collections.abc import Iterator, Sequence

# Control characters, lone surrogates (JSON may carry them, UTF-8 cannot), byte order marks,
# zero-width spaces and soft hyphens: all invisible, and all break a comparison.
INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\ufeff\ud800-\udfff]")
SPACES = re.compile(r"\s+")
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
NO_LETTERS = re.compile(r"[\W_]+")
IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
LIST_SEPARATORS = re.compile(r"[;|\n]")
LONGEST_TITLE = 2_000  # characters; what is longer is cut, for its markup may never end
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)


def clean(value: object) -> str | None:
    """One line of text, or None where there is none."""
    if not isinstance(value, str):
        return str(value) if isinstance(value, int | float) else None
    return SPACES.sub(" ", INVISIBLE.sub("", value)).strip() or None


def clean_title(value: object) -> str | None:
    """A title as text: without markup, its entities read."""
    if not isinstance(value, str):
        return clean(value)
    # Twice: feeds escape what was escaped already ('R&amp;amp;D').
    return clean(html.unescape(html.unescape(MARKUP.sub("", value[:LONGEST_TITLE]))))


def letters(text: str) -> str:
    """A text's letters and digits in one case: what is equal but for spaces and punctuation."""
    return NO_LETTERS.sub("", text).casefold()


def size(text: str) -> int:
    """How much a text says, in letters of an alphabet: a sign for a whole syllable or word counts
    for three of them."""
    return len(text) if text.isascii() else len(text) + 2 * len(IDEOGRAPHS.findall(text))


def paragraphs(text: str) -> tuple[str, ...]:
    """A body's paragraphs: parted by blank lines; where there are none, by lines."""
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    parts = BLANK_LINES.split(text)
    if len(parts) == 1:
        parts = text.split("\n")
    return tuple(line for part in parts if (line := clean(part)))


def split_list(value: object) -> tuple[str, ...]:
    """Strings of a list, or of a string parted by ';' or '|', else by ','; each once."""
    if isinstance(value, str):
        found: list[object] = list(LIST_SEPARATORS.split(value))
        if len(found) == 1:
            found = list(value.split(","))
    elif isinstance(value, list | tuple):
        found = [name_of(one) for one in value]
    else:
        found = [name_of(value)]
    return distinct(found)


def distinct(values: list[object]) -> tuple[str, ...]:
    """The cleaned strings among the values, each once, in their order."""
    return tuple(dict.fromkeys(text for one in values if (text := clean(one))))


def strings_of(value: object, keys: Sequence[str], depth: int = 4) -> Iterator[str]:
    """The strings that a value holds: itself, those under the first of the keys that an object has,
    or those of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth:
        for one in value:
            yield from strings_of(one, keys, depth - 1)
    elif isinstance(value, dict) and depth:
        told = next((value[key] for key in keys if value.get(key)), None)
        yield from strings_of(told, keys, depth - 1)


def name_of(value: object) -> object:
    """Of an object ({"name": "Ilse Vermaat"}) the name; anything else as it is."""
    if isinstance(value, dict):
        return next((value[key] for key in ("name", "label", "term") if key in value), None)
    return value
