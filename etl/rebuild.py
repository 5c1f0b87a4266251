"""Read again what was fetched, or what is stored, with extractor and enrichers as they are now."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime

import pyarrow as pa

from etl.article import from_batch, to_batch
from etl.document import Document
from etl.engine.pool import Mapped, Pool
from etl.engine.read import Enricher
from etl.enrich import with_readers
from etl.fetch import raw
from etl.intake.answers import documents
from etl.progress import Progress
from etl.refresh import Engine, Plan, Result, Run, StartEngine, reading, run
from etl.warehouse.load import Batch, load_enriched
from etl.warehouse.store import Store, sql
from presswatch.settings import Settings

AT_ONCE = 250  # articles


def rebuild(
    settings: Settings,
    *,
    outlets: dict[str, str | None],  # by source, as settings and desk name them
    clock: Callable[[], datetime],
    progress: Progress,
    start_engine: StartEngine = Pool,
) -> Result:
    """Read all raw documents again, load and publish what they give. An article of which none is
    kept stays as it is. Raises as `refresh` does."""

    def read(this: Run) -> Iterator[Document]:
        for kept in raw.records(this.store.folder):
            found = documents(
                kept.fetched,
                asked=kept.source,
                outlet=outlets.get(kept.source or ""),
                read_at=kept.fetched.fetched_at,
            )
            # What is no document, such as a sitemap, was one no more when it was fetched.
            yield from (one for one in found if isinstance(one, Document))

    plan = Plan(command="rebuild", work=reading(read), anew=True)
    return run(settings, plan, clock=clock, progress=progress, start_engine=start_engine)


def enrich_again(
    settings: Settings,
    stage: str,  # one of etl.enrich.STAGES
    *,
    clock: Callable[[], datetime],
    progress: Progress,
    start_engine: StartEngine = Pool,
) -> Result:
    """Do a stage again, and those that read what it fills, over all stored articles.

    One that cannot be enriched is a problem, and stays as it was. Raises as `refresh` does."""

    def work(this: Run, start: Callable[[Mapped], Engine], progress: Progress) -> None:
        models = this.reader.models
        with closing(start(Enricher(models, tuple(with_readers(stage))))) as engine:
            progress.say(f"reading again: {stage}")
            for _, outcomes in engine.map(_stored(this.store)):
                load_enriched(this.store, outcomes, Batch(this.refresh, models, this.counts))

    plan = Plan(command=f"rebuild --stage {stage}", work=work)
    return run(settings, plan, clock=clock, progress=progress, start_engine=start_engine)


def _stored(store: Store) -> Iterator[pa.RecordBatch]:
    """All stored articles."""
    ids = [one for (one,) in store.bodies.execute(sql("all_readings")).fetchall()]
    for begin in range(0, len(ids), AT_ONCE):
        some = {"ids": ids[begin : begin + AT_ONCE]}
        found = store.bodies.sql(sql("known_readings"), params=some).to_arrow_table()
        yield to_batch(from_batch(found))
