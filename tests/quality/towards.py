"""Tone towards an entity, against sentences of our own whose targets bear a reader's label."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

STEERED_BY = "tone_towards"
HELD_OUT = "tone_towards_held_out"
LABELS = {"-": -1, "0": 0, "+": 1}

Judge = Callable[[str, int, int], int]  # a sentence, and from where to where it names the target


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its target and the tone towards it: -1, 0 or 1."""

    label: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """How a judge did."""

    accuracy: float
    macro_f1: float


def cases(name: str) -> Iterator[Case]:
    """The sentences of NAME.txt."""
    for line in Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            target = re.search(r"\[(.+?)\]", line)
            assert target, line
            text = line[2 : target.start()] + target[1] + line[target.end() :]
            start = target.start() - 2
            yield Case(LABELS[line[0]], text, start, start + len(target[1]))


def measure(judge: Judge, name: str = HELD_OUT) -> Found:
    """How the judge does on the sentences of NAME.txt."""
    pairs = [(case.label, judge(case.text, case.start, case.end)) for case in cases(name)]
    right = sum(gold == got for gold, got in pairs) / len(pairs)
    return Found(right, macro_f1(pairs))


def macro_f1(pairs: list[tuple[int, int]]) -> float:
    """The mean F1 of the three labels, of pairs of what is true and what was judged."""
    return sum(_f1(label, pairs) for label in LABELS.values()) / len(LABELS)


def _f1(label: int, pairs: list[tuple[int, int]]) -> float:
    right = sum(gold == got == label for gold, got in pairs)
    named = sum(gold == label for gold, _ in pairs) + sum(got == label for _, got in pairs)
    return 2 * right / named if named else 0.0
