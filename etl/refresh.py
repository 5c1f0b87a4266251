"""One refresh, start to end: the only place that knows the order of the stages."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

import presswatch
from etl.document import Document, Problem
from etl.engine.batches import batched, fingerprints
from etl.engine.pool import Mapped, Pool
from etl.engine.read import Reader, to_rows
from etl.enrich.models import Models
from etl.enrich.scorer import scorer
from etl.fetch import Fetcher
from etl.fetch.raw import Recorder, expire
from etl.holdings import check_store, what_they_hold
from etl.intake import READERS, check
from etl.intake.source import Source
from etl.notes import Note, Notes
from etl.progress import Progress
from etl.reread import Reread
from etl.warehouse import entity_rules, fetched, index, rules, runs, stories, tags
from etl.warehouse.load import Batch, Counts, known_documents, load
from etl.warehouse.store import WAREHOUSE, Store, locked, opened
from etl.web import StartFetcher, Web
from presswatch.desk.entity_rules import entity_rules as desk_rules
from presswatch.desk.tag_rules import tag_rules
from presswatch.errors import PresswatchError, SourceError
from presswatch.settings import Settings, store_of
from presswatch.snapshot import point_again, publish
from presswatch.source_states import tell


class Engine(Protocol):
    """What maps the reader over batches of documents, in order."""

    def map(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[pa.RecordBatch, pa.Table]]:
        """Each batch with its outcomes."""

    def close(self) -> None:
        """End it."""


StartEngine = Callable[[Mapped, int], Engine]


@dataclass(frozen=True, slots=True)
class Result:
    """What a refresh did."""

    refresh: int
    counts: Counts
    failed: tuple[str, ...]  # one sentence a source that could not be asked
    more: tuple[str, ...]  # the sources that have more than one refresh asks for
    articles: int
    seen: int  # articles that were read anew

    def as_dict(self) -> dict[str, int]:
        """The counts as `--json` prints them."""
        counts = {"read": self.counts.read, **asdict(self.counts)}
        return counts | {"refresh": self.refresh, "more": len(self.more)}

    def summary(self, store: Path) -> str:
        """The counts in one sentence."""
        counts = self.counts
        more = ", ".join(map(repr, self.more))
        return (
            f"{store}: {counts.read:,} read: {counts.new:,} new, {counts.updated:,} updated, "
            f"{counts.unchanged:,} unchanged, {counts.refused:,} refused. "
            f"It holds {self.articles:,} articles."
            + (f" There is more at {more}: later refreshes go on." if more else "")
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
    more: list[str]  # the sources that have more than one refresh asks for
    left: list[datetime]  # when all that the sources had that were not due had last been taken
    refused: list[Problem]  # by intake, and not yet written
    notes: Notes
    reread: Reread | None  # where documents are read that were taken before
    observed: list[int]  # how many observations of popularity each batch wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is read, and as what."""

    command: str
    work: "Work"
    holds: str | None = None  # None: whatever the store holds
    asked_all: bool = False
    anew: bool = False  # whether documents are read again that were taken before


Work = Callable[[Run, Callable[[Mapped], Engine], Progress], None]


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
        work=reading(read),
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
            ruling = rules.remembered(store)
            reader = Reader(store.setting("time_zone") or "UTC", _models(settings))
            number = runs.begin(
                store, now=clock(), version=_version(reader), asked_all=plan.asked_all
            )
            reread = Reread() if plan.anew else None
            this = Run(store, number, reader, Counts(), plan, [], [], [], [], Notes(), reread, [])
            restated = entity_rules.apply(store, number, desk_rules(folder), reader.models)
            workers = settings.workers or os.cpu_count() or 1
            plan.work(this, lambda mapped: start_engine(mapped, workers), progress)
            if reread:
                reread.settle(store, this.counts)
            progress.say("joining stories")
            joined = stories.join(store)
            progress.say("indexing")
            index.bring_up(store, number)
            decided = tag_rules(folder)
            redecided = tags.remember(store, decided)
            if redecided:  # a rule may ask for tags by the names that they have now
                tags.settle(store, decided)
            ruled = rules.apply(store, ruling)
            ruled = ruled or redecided or restated or joined
            # A list beside an article that has not changed is news all the same.
            changed = ruled or any(this.observed) or this.counts.read > this.counts.unchanged
            publishing = runs.needs_publishing(folder, number, changed=changed)
            if publishing:
                tags.settle(store, decided)
            outcome = "incomplete" if this.failed or this.more else "complete"
            runs.end(
                store,
                number,
                this.counts,
                now=clock(),
                outcome=outcome,
                asked_until=min(this.left, default=None),
                tie=publishing,
            )
            pointer = runs.pointer(store, number, now=clock())
            states = fetched.states(store).values()
        progress.say("publishing")
        if publishing:
            publish(folder, folder / WAREHOUSE, pointer)
        else:
            point_again(folder, pointer)
        tell(folder, states)
    return Result(
        refresh=number,
        counts=this.counts,
        failed=tuple(this.failed),
        more=tuple(this.more),
        articles=pointer.articles,
        seen=len(reread.documents) if reread else 0,
    )


def reading(read: Callable[[Run], Iterator[Document | Problem | Note]]) -> Work:
    """The work of reading documents and loading what they give."""

    def work(run: Run, start: Callable[[Mapped], Engine], progress: Progress) -> None:
        with closing(start(run.reader)) as engine:
            documents = progress.follow(run.notes.sift(read(run)))
            for batch, outcomes in engine.map(_unseen(run, documents)):
                _write(run, outcomes, fingerprints(batch), batch, run.notes.due())
            _write(run, to_rows([]), [], None, run.notes.rest())

    return work


def _asked(run: Run, web: Web, sources: Sequence[Source]) -> Iterator[Document | Problem | Note]:
    """What all sources have; a configured one that fails is noted, and stops no other."""
    states = web.known(run.store, sources)
    due = [source for source in sources if web.is_due(source, states.get(source.name))]
    # Left alone for a while; what they have is missing all the same.
    idle = [states[source.name] for source in sources if source not in due]
    run.failed.extend(state.failure for state in idle if state.failure)
    run.left.extend(state.answered_at for state in idle if state.answered_at)
    run.more.extend(state.source for state in idle if not (state.failure or state.answered_at))
    firsts = web.firsts(run.store, due)
    for source in due:
        failure, more = None, False
        try:
            more = yield from READERS[source.kind](source, web.asked(run.store, source, firsts))
        except PresswatchError as error:
            if not (run.plan.asked_all or isinstance(error, SourceError)):
                raise
            failure = str(error)
            run.failed.append(failure)
        if run.plan.asked_all:
            run.more.extend([source.name] if more else [])
            yield web.ended(source, failure, states.get(source.name), more=more)


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
    if run.reread:
        ids = pc.struct_field(outcomes["article"], "id").drop_null()
        run.reread.begin(run.store, ids.to_pylist())
    load(run.store, outcomes, prints, batch)
    run.observed.append(len(batch.sightings))


def _models(settings: Settings) -> Models:
    return Models(entities=settings.entities.model, tone=settings.tone.model)


def _version(reader: Reader) -> str:
    return (
        f"presswatch {presswatch.__version__}, entities {reader.models.entities}, "
        f"tone {scorer(reader.models.tone).name}"
    )
