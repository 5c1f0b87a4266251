"""Sentence splitting, against paragraphs of our own whose sentences are known."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

STEERED_BY = "sentences"  # the rules were mended until they held
HELD_OUT = "sentences_held_out"
END = "‖"

Split = Callable[[str, str], list[str]]  # a language and a paragraph in, its sentences out


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph and its sentences."""

    language: str
    sentences: tuple[str, ...]
    paragraph: str


@dataclass(frozen=True, slots=True)
class Found:
    """How a splitter did: ends of sentences inside paragraphs, and whole paragraphs."""

    precision: float
    recall: float
    exact: float  # share of the paragraphs without a mistake

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def cases(name: str) -> Iterator[Case]:
    """The paragraphs of NAME.txt."""
    language = "en"
    for line in Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w\w)\]", line):
            language = heading[1]
        elif line and not line.startswith("#"):
            parts = tuple(part.strip() for part in line.split(END))
            paragraph = line.replace(f"{END} ", "").replace(END, "")
            yield Case(language, parts, paragraph)


def measure(split: Split, name: str = HELD_OUT, *, english: bool | None = None) -> Found:
    """How the splitter does on the cases of NAME.txt: all, the English ones or the others."""
    chosen = [case for case in cases(name) if english in (None, case.language == "en")]
    right = found = true = exact = 0
    for case in chosen:
        gold = _ends(case.paragraph, list(case.sentences))
        got = _ends(case.paragraph, split(case.language, case.paragraph))
        right += len(gold & got)
        found += len(got)
        true += len(gold)
        exact += gold == got
    return Found(right / found, right / true, exact / len(chosen))


def _ends(paragraph: str, sentences: list[str]) -> set[int]:
    """Where sentences end inside the paragraph, counted in characters that are no space."""
    ends, place = set(), 0
    for sentence in sentences:
        place += len("".join(sentence.split()))
        ends.add(place)
    return ends - {len("".join(paragraph.split()))}
