"""`make bench`: how fast the stages and the pages are, as tables of medians. Nothing passes or
fails here: machines are shared, and only ratios of one run can be compared."""

import tempfile
from pathlib import Path

from presswatch.resources import sample_generator
from tests.benchmarks import intake, memory, pages, processes, stages


def main() -> None:
    """Measure on the sample corpus."""
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        sample_generator().write(documents)
        store = Path(folder) / "store"
        stages.measure(documents, store)
        pages.measure(store)
    processes.measure()
    intake.measure()
    memory.measure()


if __name__ == "__main__":
    main()
