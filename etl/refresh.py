"""One refresh, start to end: the only place that knows the order of the stages."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Protocol

import pyarrow as pa

import presswatch
from etl.document import Document, Problem
from etl.engine.batches import batched, fingerprints
from etl.engine.pool import Pool
from etl.engine.read import Reader, to_rows
from etl.intake import READERS
from etl.intake.source import Source
from etl.progress import Progress
from etl.warehouse import index, rules, runs
from etl.warehouse.load import Batch, Counts, known_documents, load
from etl.warehouse.store import WAREHOUSE, Store, locked, opened, transaction
from presswatch.errors import PresswatchError, SettingsError, StoreError
from presswatch.settings import Settings, store_of
from presswatch.snapshot import point_again, publish

SAMPLE = "SAMPLE"  # a file of this name marks a folder of sample documents
_HOLDS = {"sample": "sample documents", "articles": "articles of your own"}


class Engine(Protocol):
    """What maps the reader over batches of documents, in order."""

    def map(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[pa.RecordBatch, pa.Table]]:
        """Each batch with its outcomes."""

    def close(self) -> None:
        """End it."""


StartEngine = Callable[[Reader, int], Engine]


@dataclass(frozen=True, slots=True)
class Result:
    """What a refresh did."""

    refresh: int
    counts: Counts
    failed: tuple[str, ...]  # one sentence a source that could not be asked
    articles: int

    def as_dict(self) -> dict[str, int]:
        """The counts as `--json` prints them."""
        return {"read": self.counts.read, **asdict(self.counts), "refresh": self.refresh}

    def summary(self, store: Path) -> str:
        """The counts in one sentence."""
        counts = self.counts
        return (
            f"{store}: {counts.read:,} read: {counts.new:,} new, {counts.updated:,} updated, "
            f"{counts.unchanged:,} unchanged, {counts.refused:,} refused. "
            f"It holds {self.articles:,} articles."
        )


@dataclass(frozen=True, slots=True)
class Run:
    """What one refresh works with, from its first stage to its last."""

    store: Store
    refresh: int
    reader: Reader
    counts: Counts
    asked_all: bool
    failed: list[str]
    refused: list[Problem]  # by intake, and not yet written


def refresh(
    settings: Settings,
    sources: Sequence[Source],
    *,
    asked_all: bool,
    clock: Callable[[], datetime],
    progress: Progress,
    start_engine: StartEngine = Pool,
) -> Result:
    """Read what the sources have, enrich it, load it, publish it.

    Raises LockedError where another process is at work on the store, StoreError where it is not
    to be used for this."""
    folder = store_of(settings)
    holds = _what_they_hold(sources)
    with locked(folder, "refresh" if asked_all else "load"):
        with opened(folder) as store:
            _check(store, holds, settings)
            reader = Reader(store.setting("time_zone") or "UTC", settings.entities.model)
            number = runs.begin(store, now=clock(), version=_version(reader), asked_all=asked_all)
            run = Run(store, number, reader, Counts(), asked_all, [], [])
            engine = start_engine(reader, settings.workers or os.cpu_count() or 1)
            _load(run, sources, engine, progress)
            progress.say("indexing")
            index.bring_up(store, number)
            ruled = rules.apply(store, rules.remembered(store))
            changed = ruled or run.counts.read > run.counts.unchanged
            publishing = runs.needs_publishing(folder, number, changed=changed)
            outcome = "incomplete" if run.failed else "complete"
            runs.end(store, number, run.counts, now=clock(), outcome=outcome, rename=publishing)
            pointer = runs.pointer(store, number, now=clock())
        progress.say("publishing")
        if publishing:
            publish(folder, folder / WAREHOUSE, pointer)
        else:
            point_again(folder, pointer)
    return Result(number, run.counts, tuple(run.failed), pointer.articles)


def _check(store: Store, holds: str, settings: Settings) -> None:
    """Hold a store to what it was made for, and keep what this installation says of it."""
    held = store.setting("holds")
    if held not in (None, holds):
        raise StoreError(
            f"{store.folder}: this store holds {_HOLDS[held]}, and takes no {_HOLDS[holds]}. "
            "Name another with --store."
        )
    zone = store.setting("time_zone")
    if None not in (zone, settings.time_zone) and zone != settings.time_zone:
        raise SettingsError(
            f"{store.folder}: this store counts days in {zone}, the settings say "
            f"{settings.time_zone}. Set time_zone back, or load into a new store."
        )
    with transaction(store.warehouse):
        store.remember("holds", holds)
        store.remember("time_zone", zone or settings.time_zone or "UTC")
    if settings.tags is not None:
        rules.remember(store, settings.tags)


def _load(run: Run, sources: Sequence[Source], engine: Engine, progress: Progress) -> None:
    try:
        documents = progress.follow(_asked(run, sources))
        for batch, outcomes in engine.map(_unseen(run, documents)):
            _write(run, outcomes, fingerprints(batch))
        _write(run, to_rows([]), [])
    finally:
        engine.close()


def _asked(run: Run, sources: Sequence[Source]) -> Iterator[Document | Problem]:
    """What all sources have; a configured one that fails is noted, and stops no other."""
    for source in sources:
        try:
            yield from READERS[source.kind](source)
        except PresswatchError as error:
            if not run.asked_all:
                raise
            run.failed.append(str(error))


def _unseen(run: Run, documents: Iterable[Document | Problem]) -> Iterator[pa.RecordBatch]:
    """The documents in batches, without those whose very bytes were taken before."""
    for batch in batched(_accepted(run, documents)):
        prints = fingerprints(batch)
        known = known_documents(run.store, prints)
        run.counts.unchanged += sum(known.get(each, 0) for each in prints)
        unseen = batch.filter(pa.array([each not in known for each in prints], pa.bool_()))
        if unseen.num_rows:
            yield unseen


def _accepted(run: Run, documents: Iterable[Document | Problem]) -> Iterator[Document]:
    for document in documents:
        if isinstance(document, Problem):
            run.refused.append(document)
        else:
            yield document


def _write(run: Run, outcomes: pa.RecordBatch | pa.Table, prints: Sequence[int]) -> None:
    """Load a batch of outcomes, and what intake itself refused meanwhile."""
    batch = Batch(
        run.refresh, run.reader.model, run.counts, problems=list(map(asdict, run.refused))
    )
    run.refused.clear()
    load(run.store, outcomes, prints, batch)


def _what_they_hold(sources: Sequence[Source]) -> str:
    """'sample' where all sources lie in a folder of sample documents, else 'articles'."""
    marked = {_is_sample(source.path.resolve()) for source in sources}
    if len(marked) > 1:
        raise SettingsError(
            "Sample documents and your own cannot be loaded together. Load them into two stores."
        )
    return "sample" if True in marked else "articles"


def _is_sample(path: Path) -> bool:
    try:
        return any((folder / SAMPLE).is_file() for folder in (path, *path.parents))
    except PermissionError:  # intake makes a problem of it
        return False


def _version(reader: Reader) -> str:
    return (
        f"presswatch {presswatch.__version__}, entities {reader.model}, "
        f"vaderSentiment {metadata.version('vaderSentiment')}"
    )
