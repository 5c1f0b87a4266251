"""Read pages from the web by their addresses."""

from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass, replace

from etl.document import Document, Problem, Reason
from etl.intake.answers import documents
from etl.intake.asked import Asked, Visit
from etl.intake.source import Source
from presswatch.errors import SourceError

LASTING = frozenset(  # what is no better tomorrow: nothing leads there a second time
    (
        Reason.BAD_ADDRESS,
        Reason.NOT_ALLOWED_ADDRESS,
        Reason.ROBOTS,
        Reason.NOT_FOUND,
        Reason.HTTP_STATUS,
        Reason.TOO_MANY_REDIRECTS,
        Reason.TOO_LARGE,
    )
)
UNASKED = frozenset((Reason.ASKED_TO_WAIT, Reason.ROBOTS_UNAVAILABLE))  # these say nothing of it


@dataclass(slots=True)
class Missing:
    """How many pages could not be had."""

    in_all: int = 0
    later: int = 0  # of these, how many are to be asked for again
    unasked: int = 0  # of those, how many were not asked for at all


def read(source: Source, asked: Asked) -> Generator[Document | Problem | Visit, None, bool]:
    """The pages of a list; gives whether some could not be asked for. Raises SourceError where not
    one of them can be had."""
    missing = yield from read_pages(source, asked, source.urls)
    if missing.in_all == len(source.urls):
        raise SourceError(f"source {source.name!r}: none of its pages could be had.")
    return missing.unasked > 0


def read_pages(
    source: Source, asked: Asked, urls: Collection[str]
) -> Generator[Document | Problem | Visit, None, Missing]:
    """The pages that have changed since the last visit; gives how many could not be had."""
    missing = Missing()
    visits = asked.visits(urls)
    answers = asked.get_all(urls, {} if source.anew else visits)
    for url, answer in zip(urls, answers, strict=True):
        if isinstance(answer, Problem):
            yield answer
            yield from _note(missing, source, answer, visits.get(url) or _first(source, url))
            continue
        if answer.changed:
            asked.keep(answer)
            yield from documents(
                answer, asked=source.name, outlet=source.outlet, read_at=source.read_at
            )
        yield asked.visit(answer)
    return missing


def _first(source: Source, url: str) -> Visit:
    return Visit(source=source.name, url=url, visited_at=source.read_at)


def _note(missing: Missing, source: Source, problem: Problem, before: Visit) -> Iterator[Visit]:
    """Count a page that could not be had, and say when it is to be asked for again."""
    missing.in_all += 1
    if problem.reason in UNASKED:
        missing.later += 1
        missing.unasked += 1
        return
    failures = 0 if problem.reason in LASTING else before.failures + 1
    visit = replace(before, visited_at=source.read_at, failures=failures)
    missing.later += visit.again_at is not None
    yield visit
