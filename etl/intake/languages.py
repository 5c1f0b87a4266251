"""Languages as other tools name them ('English', 'eng'), as the codes that documents name them by.

The names and codes are those of Unicode's CLDR, which Babel brings."""

from functools import cache

from babel import Locale
from babel.core import get_global


def language_of(value: object) -> object:
    """The two-letter code of a language's English name or three-letter code; else as it was."""
    return _codes().get(value.strip().casefold(), value) if isinstance(value, str) else value


@cache
def _codes() -> dict[str, str]:
    names = {name.casefold(): code for code, name in Locale("en").languages.items()}
    codes: dict[str, str] = names | dict(get_global("language_aliases"))
    return {name: code for name, code in codes.items() if len(code) == 2}
