"""Articles a second by stage, on one core, and of a whole refresh on all."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from etl.article import Article, to_batch
from etl.document import Document, Kind
from etl.enrich import STAGES
from etl.enrich.models import Models
from etl.enrich.recogniser import EMBEDDED
from etl.extract import extract
from etl.intake import files
from etl.intake.source import Source
from etl.progress import Progress
from etl.refresh import refresh
from presswatch.settings import Settings, TagRule
from tests.benchmarks.table import median, seconds, show

ZONE = ZoneInfo("Europe/Amsterdam")


def measure(folder: Path, store: Path) -> None:
    """Measure each stage over the documents, then load them into the store."""
    sources = [
        Source(name=path.name, path=path, read_at=datetime.now(UTC))
        for path in sorted(folder.iterdir())
        if path.is_dir() and path.name != "broken"
    ]

    def take_in() -> list[Document]:
        found = [document for source in sources for document in files.read(source)]
        return [document for document in found if isinstance(document, Document)]

    documents = take_in()
    rows = [_row("intake", len(documents), seconds(take_in))]
    articles: list[Article] = []
    for kind in Kind:
        some = [document for document in documents if document.kind is kind]
        read = [outcome for document in some for outcome in extract(document, ZONE)]
        articles += [outcome for outcome in read if isinstance(outcome, Article)]
        taken = seconds(lambda some=some: [list(extract(document, ZONE)) for document in some])
        rows.append(_row(f"extract: {kind}", len(read), taken))
    batch = to_batch(articles)
    models = Models(entities=EMBEDDED)
    for name, add in STAGES.items():
        taken = seconds(lambda add=add, batch=batch: add(batch, models))
        rows.append(_row(f"enrich: {name}", len(articles), taken))
        batch = add(batch, models)
    rows.append(
        _row("whole refresh, all cores", len(documents), seconds(lambda: _load(sources, store), 1))
    )
    rows.append(_row("the same again", len(documents), seconds(lambda: _load(sources, store), 1)))
    show(
        f"Documents a second by stage ({len(articles):,} articles of the sample; one core; "
        f"{os.cpu_count()} cores in all)",
        ("stage", "documents", "median s", "a second"),
        rows,
    )


def _load(sources: list[Source], store: Path) -> None:
    refresh(
        Settings(store=store, tags=(TagRule(name="Ports", query="port AND strike"),)),
        sources,
        asked_all=False,
        clock=lambda: datetime.now(UTC),
        progress=Progress([], shown=False),
    )


def _row(stage: str, count: int, taken: list[float]) -> tuple[str, str, str, str]:
    middle = median(taken)
    return stage, f"{count:,}", f"{middle:.2f}", f"{count / middle:,.0f}"
