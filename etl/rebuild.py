"""Read again what was fetched, with the extractor as it is now."""

from collections.abc import Callable, Iterator
from datetime import datetime

from etl.document import Document
from etl.engine.pool import Pool
from etl.fetch import raw
from etl.intake.answers import documents
from etl.progress import Progress
from etl.refresh import Plan, Result, Run, StartEngine, run
from presswatch.settings import Settings


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

    plan = Plan(command="rebuild", read=read, anew=True)
    return run(settings, plan, clock=clock, progress=progress, start_engine=start_engine)
