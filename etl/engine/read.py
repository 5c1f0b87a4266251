"""The pure function from documents to articles: a record batch in, a record batch out.

No clock, no randomness, nothing that depends on a document's neighbours; what cannot be read is a
row that says why. A process pool maps it today, a cluster can tomorrow."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pyarrow as pa

from etl.article import ARTICLE_SCHEMA, Article, Popularity, from_batch, to_batch
from etl.document import Document, Kind, Problem, Reason, Stage
from etl.enrich import STAGES, enrich, with_readers
from etl.enrich.models import Models
from etl.extract import extract
from presswatch.errors import PresswatchError

log = logging.getLogger(__name__)

Outcome = Article | Popularity | Problem
T = TypeVar("T")

POPULARITY = pa.struct(
    [
        ("url", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("day", pa.date32()),
        ("measure", pa.string()),
        ("value", pa.float64()),
    ]
)
PROBLEM = pa.struct(
    [
        ("document", pa.string()),
        ("place", pa.string()),
        ("stage", pa.string()),
        ("reason", pa.string()),
    ]
)
READ_SCHEMA = pa.schema(
    [
        pa.field("row", pa.int32(), nullable=False),  # of the batch of documents
        pa.field("article", pa.struct(list(ARTICLE_SCHEMA))),
        pa.field("popularity", POPULARITY),
        pa.field("problem", PROBLEM),
    ]
)


@dataclass(frozen=True, slots=True)
class Reader:
    """How documents are read: the reporting time zone, and the models that enrich."""

    time_zone: str
    models: Models

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The outcomes of a batch of DOCUMENT_SCHEMA, as a batch of READ_SCHEMA, in order.

        A document has one outcome, but a feed one for each entry."""
        found = [
            (row, document, outcome)
            for row, values in enumerate(batch.to_pylist())
            for document in [Document(**values | {"kind": Kind(values["kind"])})]
            for outcome in self._extracted(document)
        ]
        articles = [
            (_unexpected(document), one) for _, document, one in found if isinstance(one, Article)
        ]
        enriched = iter(Enricher(self.models).enriched(articles))
        return to_rows(
            (row, next(enriched) if isinstance(outcome, Article) else outcome)
            for row, _, outcome in found
        )

    def refuse(self, batch: pa.RecordBatch, reason: Reason) -> pa.RecordBatch:
        """The outcomes of documents over which a worker died or ran out of time."""
        return to_rows(
            (row, Problem(values["name"], values["place"], Stage.EXTRACT, reason))
            for row, values in enumerate(batch.to_pylist())
        )

    def _extracted(self, document: Document) -> Iterator[Outcome]:
        """What a document gives; after an error, what it gave until then."""
        outcomes = iter(extract(document, ZoneInfo(self.time_zone)))
        while outcome := _tried(_unexpected(document), next, outcomes, None):
            yield outcome
            if isinstance(outcome, Problem) and outcome.reason == Reason.UNEXPECTED:
                return


@dataclass(frozen=True, slots=True)
class Enricher:
    """How stored articles are enriched anew: by these models, in these stages."""

    models: Models
    stages: tuple[str, ...] = tuple(STAGES)

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The outcomes of a batch of ARTICLE_SCHEMA, as a batch of READ_SCHEMA, in order."""
        return to_rows(enumerate(self.enriched([(_named(one), one) for one in from_batch(batch)])))

    def refuse(self, batch: pa.RecordBatch, reason: Reason) -> pa.RecordBatch:
        """The outcomes of articles over which a worker died or ran out of time."""
        named = enumerate(map(_named, from_batch(batch)))
        return to_rows((row, replace(problem, reason=reason)) for row, problem in named)

    def enriched(self, articles: Sequence[tuple[Problem, Article]]) -> Sequence[Article | Problem]:
        """Articles enriched, or in their place the problem that is named beside them: all at once,
        which is quicker; where that fails, each alone."""
        if not articles:
            return []
        whole = _tried(articles[0][0], self._enrich, [article for _, article in articles])
        if not isinstance(whole, Problem):
            return whole
        if len(articles) == 1:
            return [whole]
        return [one for each in articles for one in self.enriched([each])]

    def _enrich(self, articles: list[Article]) -> list[Article]:
        early = [one for one in articles if _is_early(one)]
        if not early or "sentences" in self.stages:
            return from_batch(enrich(to_batch(articles), self.models, self.stages))
        stages = {*self.stages, *with_readers("sentences")}
        anew = from_batch(enrich(to_batch(early), self.models, stages))
        known = [one for one in articles if not _is_early(one)]
        found = {one.id: one for one in [*anew, *(self._enrich(known) if known else ())]}
        return [found[one.id] for one in articles]


def _is_early(article: Article) -> bool:
    """Whether Presswatch 0.1 has read it, which did not keep where sentences begin: all that reads
    sentences needs that."""
    return any(one.start is None for one in article.sentences)


def _named(article: Article) -> Problem:
    """What is told where a stored article cannot be enriched."""
    return Problem(article.url or str(article.id), None, Stage.ENRICH, Reason.UNEXPECTED)


def _tried(problem: Problem, work: Callable[..., T], *given: Any) -> T | Problem:
    """What the work gives, or the problem that stands for an error nobody foresaw."""
    try:
        return work(*given)
    except PresswatchError:  # a recogniser that is not installed is no fault of the document
        raise
    except Exception:  # the only one: whatever a document does to a library costs it alone
        log.exception("%s: an unexpected error", problem.document)
        return problem


def _unexpected(document: Document) -> Problem:
    return Problem(document.name, document.place, Stage.EXTRACT, Reason.UNEXPECTED)


def to_rows(numbered: Iterable[tuple[int, Outcome]]) -> pa.RecordBatch:
    """Outcomes, each with its document's row, as a batch of READ_SCHEMA."""
    return pa.RecordBatch.from_pylist(
        [
            {
                "row": row,
                "article": asdict(outcome) if isinstance(outcome, Article) else None,
                "popularity": asdict(outcome) if isinstance(outcome, Popularity) else None,
                "problem": asdict(outcome) if isinstance(outcome, Problem) else None,
            }
            for row, outcome in numbered
        ],
        READ_SCHEMA,
    )
