"""A progress bar on a terminal, and silence elsewhere."""

from collections.abc import Iterable, Iterator
from os import walk
from pathlib import Path

from tqdm import tqdm

from etl.document import Document, Problem


class Progress:
    """How far a refresh has come, counted in bytes of the files that it reads."""

    def __init__(self, paths: Iterable[Path], *, shown: bool) -> None:
        self._sizes = dict(_sizes(paths))
        self._bar = tqdm(
            total=sum(self._sizes.values()) or None,
            desc="reading",
            unit="B" if self._sizes else " documents",  # how many the web has, nobody knows
            unit_scale=True,
            disable=None if shown else True,  # None: only on a terminal
        )

    def follow(self, documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """The documents, while the bar moves on by the files they come from."""
        file, done = "", 0
        for number, document in enumerate(documents, start=1):
            name = document.document if isinstance(document, Problem) else document.name
            if not self._sizes:
                self._bar.update(1)
            elif name != file:
                self._bar.update(self._sizes.get(file, 0) - done)
                file, done = name, 0
            if isinstance(document, Document):
                step = min(len(document.content), self._sizes.get(file, 0) - done)
                done += step
                self._bar.update(step)
            if number % 100 == 0:
                self._bar.set_postfix_str(f"{number:,} documents", refresh=False)
            yield document
        self._bar.update(self._sizes.get(file, 0) - done)

    def say(self, what: str) -> None:
        """Name the stage that follows."""
        self._bar.set_description(what)

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._bar.close()


def _sizes(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """The files at these paths, each with its bytes; those that may not be seen count for none."""
    for path in paths:
        found = (Path(folder, name) for folder, _, names in walk(path) for name in names)
        for file in (path, *found):
            try:
                yield str(file), file.stat().st_size
            except (OSError, ValueError):  # intake makes a problem of it
                continue
