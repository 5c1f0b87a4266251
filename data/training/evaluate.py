"""How well names are found: exact span and type over people, organizations and places."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from data.training.corpora import Example
from etl.enrich.found import Found

COUNTED = ("person", "organization", "place")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(
    examples: Iterable[Example], recognise: Callable[[list[str]], Found]
) -> dict[str, Score]:
    """The score of each type, and of `all` together."""
    examples = list(examples)
    right, found, there = Counter[str](), Counter[str](), Counter[str]()
    for one, spans in zip(examples, recognise([one.text for one in examples]), strict=True):
        for span in spans:
            found[span.type] += 1
            right[span.type] += span in one.names
        there.update(name.type for name in one.names)
    return {
        name: Score(
            _share(sum(right[kind] for kind in kinds), sum(found[kind] for kind in kinds)),
            _share(sum(right[kind] for kind in kinds), sum(there[kind] for kind in kinds)),
        )
        for name, kinds in {**{kind: (kind,) for kind in COUNTED}, "all": COUNTED}.items()
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
