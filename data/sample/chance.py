"""Draw from a seeded generator.

Only `random()` is called on it: the one method whose sequence Python promises to keep, so the
same seed gives the same corpus in later versions too."""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


def happens(probability: float, rng: Random) -> bool:
    return rng.random() < probability


def between(low: int, high: int, rng: Random) -> int:
    """A whole number from low to high, both included."""
    return low + int(rng.random() * (high - low + 1))


def pick(items: Sequence[T], rng: Random) -> T:
    return items[int(rng.random() * len(items))]


def weighted(items: Sequence[T], weights: Sequence[float], rng: Random) -> T:
    sums = list(accumulate(weights))
    return items[min(bisect(sums, rng.random() * sums[-1]), len(items) - 1)]


def some(items: Sequence[T], count: int, rng: Random) -> list[T]:
    """Up to `count` of the items, none twice, in random order."""
    left = list(items)
    return [left.pop(int(rng.random() * len(left))) for _ in range(min(count, len(left)))]
