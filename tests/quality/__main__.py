"""`python -m tests.quality > docs/quality.md`: measure the enrichers, and write how good they are.

PRESSWATCH_CORPORA names the folder of the open corpora; what needs them is else not measured."""

import os
from pathlib import Path

from tests.quality.page import page


def main() -> None:
    """Print the page."""
    folder = os.environ.get("PRESSWATCH_CORPORA")
    print(page(Path(folder) if folder else None), end="")


if __name__ == "__main__":
    main()
