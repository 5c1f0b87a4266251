"""The language a document says it is in, as two letters (ISO 639-1)."""

import re

CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-]+)*", re.IGNORECASE)


def language_code(value: object) -> str | None:
    """'en' of 'en', 'en-GB' or 'en_US'; None of anything else."""
    match = CODE.fullmatch(value.strip()) if isinstance(value, str) else None
    return match[1].lower() if match else None
