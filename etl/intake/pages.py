"""Read pages from the web by their addresses."""

from collections.abc import Collection, Generator, Iterator

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
        Reason.FORBIDDEN,
        Reason.HTTP_STATUS,
        Reason.TOO_MANY_REDIRECTS,
        Reason.TOO_LARGE,
    )
)


def read(source: Source, asked: Asked) -> Iterator[Document | Problem | Visit]:
    """The pages of a list. Raises SourceError where not one of them can be had."""
    failed = yield from read_pages(source, asked, source.urls)
    if failed == len(source.urls):
        raise SourceError(f"source {source.name!r}: none of its pages could be had.")


def read_pages(
    source: Source, asked: Asked, urls: Collection[str]
) -> Generator[Document | Problem | Visit, None, int]:
    """The pages that have changed since the last visit; gives how many could not be had."""
    failed = 0
    for url, answer in zip(
        urls, (asked.get_anew if source.anew else asked.get_all)(urls), strict=True
    ):
        if isinstance(answer, Problem):
            failed += 1
            yield answer
            if answer.reason in LASTING:
                yield Visit(source=source.name, url=url, visited_at=source.read_at)
            continue
        if answer.changed:
            asked.keep(answer)
            yield from documents(
                answer, asked=source.name, outlet=source.outlet, read_at=source.read_at
            )
        yield asked.visit(answer)
    return failed
