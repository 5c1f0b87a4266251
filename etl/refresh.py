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
from etl.enrich.models import Models
from etl.fetch import Fetcher
from etl.fetch.raw import Recorder, expire
from etl.holdings import check_store, what_they_hold
from etl.intake import READERS, check
from etl.intake.source import Source
from etl.notes import Note, Notes
from etl.progress import Progress
from etl.warehouse import fetched, index, rules, runs
from etl.warehouse.load import Batch, Counts, known_documents, load
from etl.warehouse.store import WAREHOUSE, Store, locked, opened
from etl.web import StartFetcher, Web
from presswatch.errors import PresswatchError, SourceError
from presswatch.settings import Settings, store_of
from presswatch.snapshot import point_again, publish


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
    seen: int  # articles that were read anew

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
    plan: "Plan"
    failed: list[str]
    left: list[datetime]  # when the sources that were not due had last been asked
    refused: list[Problem]  # by intake, and not yet written
    notes: Notes
    seen: set[int]  # articles, where documents are read anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is read, and as what."""

    command: str
    read: Callable[[Run], Iterator[Document | Problem | Note]]
    holds: str | None = None  # None: whatever the store holds
    asked_all: bool = False
    anew: bool = False  # whether documents are read again that were taken before


def refresh(
    settings: Settings,
    sources: Sequence[Source],
    *,
    asked_all: bool,
    clock: Callable[[], datetime],
    progress: Progress,
    start_engine: StartEngine = Pool,
    start_fetcher: StartFetcher = Fetcher,
    due_only: bool = False,
) -> Result:
    """Read what the sources have, enrich it, load it, publish it; `due_only`: leave out those that
    were asked a short while ago.

    Raises as `run` does."""
    for source in sources:
        check(source)

    def read(run: Run) -> Iterator[Document | Problem | Note]:
        with (
            start_fetcher(settings.fetch, now=clock) as fetcher,
            Recorder(run.store.folder, clock()) as recorder,
        ):
            yield from _asked(run, Web(settings.fetch, fetcher, recorder, due_only), sources)
        expire(run.store.folder, clock(), settings.fetch.keep_raw)

    plan = Plan(
        command="refresh" if asked_all else "load",
        read=read,
        holds=what_they_hold(sources),
        asked_all=asked_all,
    )
    return run(settings, plan, clock=clock, progress=progress, start_engine=start_engine)


def run(
    settings: Settings,
    plan: Plan,
    *,
    clock: Callable[[], datetime],
    progress: Progress,
    start_engine: StartEngine = Pool,
) -> Result:
    """All stages, start to end.

    Raises LockedError where another process is at work on the store, StoreError where it is not
    to be used for this."""
    folder = store_of(settings)
    with locked(folder, plan.command):
        with opened(folder) as store:
            check_store(store, plan.holds or store.setting("holds") or "articles", settings)
            reader = Reader(store.setting("time_zone") or "UTC", _models(settings))
            number = runs.begin(
                store, now=clock(), version=_version(reader), asked_all=plan.asked_all
            )
            this = Run(store, number, reader, Counts(), plan, [], [], [], Notes(), set())
            engine = start_engine(reader, settings.workers or os.cpu_count() or 1)
            _load(this, plan.read(this), engine, progress)
            progress.say("indexing")
            index.bring_up(store, number)
            ruled = rules.apply(store, rules.remembered(store))
            changed = ruled or this.counts.read > this.counts.unchanged
            publishing = runs.needs_publishing(folder, number, changed=changed)
            outcome = "incomplete" if this.failed else "complete"
            runs.end(
                store,
                number,
                this.counts,
                now=clock(),
                outcome=outcome,
                asked_until=min(this.left, default=None),
                rename=publishing,
            )
            pointer = runs.pointer(store, number, now=clock())
        progress.say("publishing")
        if publishing:
            publish(folder, folder / WAREHOUSE, pointer)
        else:
            point_again(folder, pointer)
    return Result(number, this.counts, tuple(this.failed), pointer.articles, len(this.seen))


def _load(
    run: Run,
    read: Iterable[Document | Problem | Note],
    engine: Engine,
    progress: Progress,
) -> None:
    try:
        documents = progress.follow(run.notes.sift(read))
        for batch, outcomes in engine.map(_unseen(run, documents)):
            _write(run, outcomes, fingerprints(batch), batch, run.notes.due())
        _write(run, to_rows([]), [], None, run.notes.rest())
    finally:
        engine.close()


def _asked(run: Run, web: Web, sources: Sequence[Source]) -> Iterator[Document | Problem | Note]:
    """What all sources have; a configured one that fails is noted, and stops no other."""
    states = fetched.states(run.store.warehouse)
    due = [source for source in sources if web.is_due(source, states.get(source.name))]
    # Left alone for a while; what they have is missing all the same.
    idle = [states[source.name] for source in sources if source not in due]
    run.failed.extend(state.failure for state in idle if state.failure)
    run.left.extend(state.answered_at for state in idle if state.answered_at)
    firsts = web.firsts(run.store, due)
    for source in due:
        failure = None
        try:
            yield from READERS[source.kind](source, web.asked(run.store, source, firsts))
        except PresswatchError as error:
            if not (run.plan.asked_all or isinstance(error, SourceError)):
                raise
            failure = str(error)
            run.failed.append(failure)
        if run.plan.asked_all:
            yield web.ended(source, failure, states.get(source.name))


def _unseen(run: Run, documents: Iterable[Document | Problem]) -> Iterator[pa.RecordBatch]:
    """The documents in batches, without those whose very bytes were taken before."""
    for batch in batched(_accepted(run, documents)):
        prints = fingerprints(batch)
        known = {} if run.plan.anew else known_documents(run.store, prints)
        run.counts.unchanged += sum(known.get(each, 0) for each in prints)
        unseen = batch.filter(pa.array([each not in known for each in prints], pa.bool_()))
        run.notes.batched(batch, sent=unseen.num_rows > 0)
        if unseen.num_rows:
            yield unseen


def _accepted(run: Run, documents: Iterable[Document | Problem]) -> Iterator[Document]:
    for document in documents:
        if isinstance(document, Problem):
            run.refused.append(document)
        else:
            yield document


def _write(
    run: Run,
    outcomes: pa.RecordBatch | pa.Table,
    prints: Sequence[int],
    documents: pa.RecordBatch | None,
    notes: Sequence[Note],
) -> None:
    """Load a batch of outcomes, and what intake itself refused meanwhile."""
    batch = Batch(
        run.refresh,
        run.reader.models,
        run.counts,
        notes=notes,
        found=run.notes.found,
        documents=documents.drop_columns(["content"]).to_pylist() if documents else (),
        keep_versions=not run.plan.anew,
        problems=list(map(asdict, run.refused)),
    )
    run.refused.clear()
    load(run.store, outcomes, prints, batch)
    if run.plan.anew:
        run.seen.update(row["id"] for row in outcomes["article"].to_pylist() if row)


def _models(settings: Settings) -> Models:
    return Models(entities=settings.entities.model)


def _version(reader: Reader) -> str:
    return (
        f"presswatch {presswatch.__version__}, entities {reader.models.entities}, "
        f"vaderSentiment {metadata.version('vaderSentiment')}"
    )
