"""Articles of 500 words a second that are enriched, by stage, beside the plain stack: spaCy's small
English model with all its parts, and vaderSentiment over each whole text.

    python -m tests.benchmarks.enrichment [MODEL]

MODEL names an installed spaCy model; without it, or where it is missing, the plain stack is left
out. The texts are those of the corpus us-government (PRESSWATCH_CORPORA)."""

import os
import sys
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import spacy
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import to_batch
from etl.engine.pool import Pool
from etl.engine.read import Enricher
from etl.enrich import STAGES, enrich
from etl.enrich.models import Models
from tests.benchmarks.table import median, seconds, show
from tests.etl.warehouse.test_versions import later

CORPORA = Path(os.environ.get("PRESSWATCH_CORPORA", "../shared/corpora"))
MODELS = Models(entities="embedded")
ARTICLES, WORDS = 400, 500
CORES = 2


def measure(model: str | None = None) -> None:
    """Print a row a stage, and one for all of them on one core and on two."""
    batch = to_batch([later(title=text[:60], body=tuple(text.split("\n"))) for text in texts()])
    enrich(batch.slice(0, 8), MODELS)  # models are loaded once
    rows, stage = [], batch
    for name, add in STAGES.items():
        taken = median(seconds(lambda add=add, stage=stage: add(stage, MODELS)))
        rows.append(_row(name, batch.num_rows, taken))
        stage = add(stage, MODELS)
    whole = median(seconds(lambda: enrich(batch, MODELS)))
    rows.append(_row("all, one core", batch.num_rows, whole))
    if plain := _plain(model, _bodies(batch)):
        rows.append(_row("the plain stack, one core", batch.num_rows, plain))
        rows.append(("ratio", "", "", f"{plain / whole:.1f}"))
    rows.append(_row("all, two processes", batch.num_rows, _pooled(batch)))
    show(f"Articles of {WORDS} words", ("stage", "articles", "median s", "a second"), rows)


def texts() -> list[str]:
    """Texts of just so many words, in paragraphs."""
    file = CORPORA / "us-government" / "articles.jsonl"
    if not file.is_file():
        sys.exit(f"{file}: the corpus is not there. Name its folder in PRESSWATCH_CORPORA.")
    found = duckdb.execute("SELECT text FROM read_json($file) WHERE text IS NOT NULL ORDER BY url",
                           {"file": str(file)}).fetchall()  # fmt: skip
    long = [text for (text,) in found if len(text.split()) >= WORDS]
    return [_cut(text) for text in long[:ARTICLES]]


def _cut(text: str) -> str:
    kept, words = [], 0
    for paragraph in text.split("\n"):
        part = paragraph.split()[: WORDS - words]
        words += len(part)
        kept.append(" ".join(part))
    return "\n".join(paragraph for paragraph in kept if paragraph)


def _bodies(batch: pa.RecordBatch) -> list[str]:
    return ["\n".join(body) for body in batch["body"].to_pylist()]


def _plain(model: str | None, bodies: list[str]) -> float | None:
    if model is None or not spacy.util.is_package(model):
        return None
    pipeline, analyzer = spacy.load(model), SentimentIntensityAnalyzer()

    def run() -> None:
        for body, document in zip(bodies, pipeline.pipe(bodies), strict=True):
            assert document.ents is not None
            analyzer.polarity_scores(body)

    return median(seconds(run, 1))


def _pooled(batch: pa.RecordBatch) -> float:
    pool = Pool(Enricher(MODELS), CORES)
    parts = [batch.slice(start, 50) for start in range(0, batch.num_rows, 50)]
    try:
        list(pool.map(parts[:CORES]))  # models are loaded once
        start = time.perf_counter()
        list(pool.map(parts))
        return time.perf_counter() - start
    finally:
        pool.close()


def _row(stage: str, count: int, taken: float) -> tuple[str, str, str, str]:
    return stage, f"{count:,}", f"{taken:.2f}", f"{count / taken:,.0f}"


if __name__ == "__main__":
    measure(*sys.argv[1:2])
