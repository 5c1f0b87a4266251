"""An article's text as it is shown: its sentences by paragraph, each with its tone in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from dashboard.charts import wording

NEUTRAL_WITHIN = 0.05  # VADER's own bounds
MOST_SENTENCES = 400  # a page with more elements takes long
UNMARKED = "–"
Mark = Literal["+", "−", "±"]
Colour = Literal["green", "red", "gray"]
COLOURS: dict[Mark, Colour] = {"+": "green", "−": "red", "±": "gray"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or several neutral ones in a row."""

    text: str
    mark: Mark
    written: str  # the tone with its sign


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in an earlier version, and what stands in its place; either may be nothing."""

    before: str
    after: str


def mark(tone: float | None) -> Mark:
    """Whether a tone is positive, negative or neither."""
    if tone is None or abs(tone) < NEUTRAL_WITHIN:
        return "±"
    return "+" if tone > 0 else "−"


def blocks(body: Sequence[str], sentences: Sequence[dict[str, Any]]) -> list[Block]:
    """The paragraphs. Neutral sentences that follow one another are one, so that the eye finds
    the others; text without sentences, and what follows on too many of them, is unmarked."""
    paragraphs: dict[int, list[Sentence]] = {}
    for number, one in enumerate(sentences):
        kept = paragraphs.setdefault(int(one["paragraph"]), [])
        sentence = _sentence(one, unmarked=number >= MOST_SENTENCES)
        if kept and sentence.mark == "±" and kept[-1].written == sentence.written:
            kept[-1] = replace(sentence, text=f"{kept[-1].text} {sentence.text}")
        else:
            kept.append(sentence)
    for place, text in enumerate(body):
        paragraphs.setdefault(place, [Sentence(text, "±", UNMARKED)])
    return [Block(paragraphs[place]) for place in sorted(paragraphs)]


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Where two versions of a text differ, by paragraph."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    return [
        Change("\n\n".join(before[a:b]), "\n\n".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def _sentence(one: dict[str, Any], *, unmarked: bool) -> Sentence:
    sign: Mark = "±" if unmarked else mark(one["tone"])
    written = UNMARKED if unmarked else sign if sign == "±" else wording.tone(one["tone"])
    return Sentence(one["text"], sign, written)
