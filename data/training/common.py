"""The common words of English: those that a corpus of articles writes small."""

import json
import re
from collections import Counter
from pathlib import Path

LEAST = 4  # times that a word is written small
HEADER = (
    "# Words that are written small in 2,884 articles of US government sites (CC0): one a line."
)
WORD = re.compile(r"\b[^\W\d_]{2,}\b")


def write(articles: Path, file: Path) -> None:
    """Write the list; a word that is more often written large is left out."""
    counts: Counter[str] = Counter()
    with articles.open(encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(json.loads(line)["text"]))
    small = sorted(
        word
        for word, count in counts.items()
        if word.islower()
        and word.isascii()
        and count >= LEAST
        and count > counts[word.capitalize()]
    )
    file.write_text("\n".join([HEADER, *small, ""]), "utf-8")
