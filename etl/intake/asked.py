"""Asked: what a reader works with that asks the web, and what it says of where it has been."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from etl.document import Problem
from etl.fetch import Fetched, Fetcher, Request

TRIES = 6  # for an address that cannot be had: over two and a half days in all
FIRST_WAIT = timedelta(hours=1)  # before the second, and twice as long before each after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An address, or the file of an archive, that a source led to. A reader yields it after the
    documents that were there, and it is kept when they are."""

    source: str
    url: str
    visited_at: datetime  # UTC
    etag: str | None = None  # to ask with next time; of a file: what tells it from another
    last_modified: str | None = None
    position: int | None = None  # of an archive: up to which byte its records were taken
    failures: int = 0  # in a row, of a kind that may pass

    @property
    def again_at(self) -> datetime | None:
        """When an address that could not be had is to be asked for again; None: no more."""
        if not 0 < self.failures < TRIES:
            return None
        return self.visited_at + FIRST_WAIT * (1 << self.failures - 1)

    def is_due(self, now: datetime) -> bool:
        """Whether an address that could not be had is to be asked for again by now."""
        return self.again_at is not None and self.again_at <= now


@dataclass(frozen=True, slots=True)
class Asked:
    """The web and the store, as the reader of one source sees them."""

    source: str
    fetcher: Fetcher
    first: Callable[[], Fetched | Problem]  # the answer of the source's own address
    keep: Callable[[Fetched], None]  # an answer that has documents, as it came
    visits: Callable[[Collection[str]], Mapping[str, Visit]]  # of these addresses, by this source
    known: Callable[[Collection[str]], Mapping[str, datetime]]  # of these articles, since when
    most_pages: int  # that may be asked for in one refresh

    def get_packed(self, url: str) -> Fetched | Problem:
        """The answer of an address as gzip, only if it has changed since the last visit."""
        return self.fetcher.ask(request(url, self.visits([url]).get(url), packed=True))

    def get_all(
        self, urls: Iterable[str], visits: Mapping[str, Visit]
    ) -> Iterator[Fetched | Problem]:
        """The answers of many, in their order; those that were visited, only if they changed."""
        return self.fetcher.get_all(request(url, visits.get(url)) for url in urls)

    def visit(self, answer: Fetched) -> Visit:
        """What is to be known of an address after this answer."""
        return Visit(
            source=self.source,
            url=answer.asked,
            visited_at=answer.fetched_at,
            etag=answer.etag,
            last_modified=answer.last_modified,
        )


def request(url: str, visit: Visit | None, *, packed: bool = False) -> Request:
    """What asks for an address, if it has changed since a visit."""
    return Request(
        url=url,
        etag=visit.etag if visit else None,
        last_modified=visit.last_modified if visit else None,
        packed=packed,
    )
