"""What many tests need: a store of one's own, filled through the real loader."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from etl.engine.read import Reader
from etl.intake.source import Source
from etl.progress import Progress
from etl.refresh import Result, refresh
from presswatch.settings import Settings

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

Load = Callable[..., Result]


class Inline:
    """An engine in this very process: a pool takes seconds to start."""

    def __init__(self, reader: Reader, workers: int) -> None:
        self._reader = reader

    def map(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[pa.RecordBatch, pa.Table]]:
        return ((batch, pa.Table.from_batches([self._reader(batch)])) for batch in batches)

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store will be; none is there yet."""
    return tmp_path / "store"


@pytest.fixture
def load(store: Path, tmp_path: Path) -> Load:
    """Load rows (as JSON Lines) or paths into the store."""

    def load(*documents: dict[str, Any] | Path, now: datetime = NOW, **settings: Any) -> Result:
        rows = [one for one in documents if isinstance(one, dict)]
        paths = [one for one in documents if isinstance(one, Path)]
        if rows:
            number = len(list(tmp_path.glob("rows*.jsonl")))
            paths.append(written(tmp_path / f"rows{number}.jsonl", rows))
        sources = [Source(name=str(path), path=path, read_at=now) for path in paths]
        return refresh(
            Settings(store=store, workers=1, **settings),
            sources,
            asked_all=False,
            clock=lambda: now,
            progress=Progress([], shown=False),
            start_engine=Inline,
        )

    return load


def written(file: Path, rows: list[dict[str, Any]]) -> Path:
    """The rows as a file of JSON Lines."""
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real articles."""
    return _beside("PRESSWATCH_CORPORA", "corpora")


@pytest.fixture(scope="session")
def captures() -> Path:
    """The folder of page captures with the readings expected of them."""
    return _beside("PRESSWATCH_CAPTURES", "captures")


def _beside(variable: str, name: str) -> Path:
    folder = Path(os.environ.get(variable, ROOT.parent / "shared" / name))
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there; name another folder in {variable}")
    return folder
