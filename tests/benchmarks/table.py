"""Print measurements as a table."""

import time
from collections.abc import Callable, Sequence
from statistics import median

RUNS = 3


def seconds(task: Callable[[], object], runs: int = RUNS) -> list[float]:
    """How long the task took in each of some runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return taken


def show(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table on the terminal."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heads))]
    print(f"\n{title}")
    for row in cells:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


__all__ = ["median", "seconds", "show"]
