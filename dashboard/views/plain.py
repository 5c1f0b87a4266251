"""Text from outside in a message: Streamlit's messages are Markdown, and a query can be hostile.

Titles, tags and texts of articles do not come here: they go through st.text and st.dataframe."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")  # what a backslash takes the meaning from
# Addresses become links even where every mark of theirs is escaped (Streamlit 1.67): a word joiner,
# which is not seen, breaks them.
_LINKS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)


def plain(text: object) -> str:
    """Text that Markdown shows as it is: no links, images, colours or formulas."""
    broken = _LINKS.sub("\u2060", " ".join(str(text).split()))
    return _MARKS.sub(r"\\\1", broken)
