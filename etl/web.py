"""The web as one refresh sees it: what fetches, what keeps the raw answers, and what is known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from etl.document import Problem
from etl.fetch import Fetched, Fetcher
from etl.fetch.raw import Recorder
from etl.intake import NEEDS, WEB
from etl.intake.asked import Asked, request
from etl.intake.source import Source
from etl.schedule import Ended, Pace
from etl.warehouse import fetched
from etl.warehouse.store import Store
from presswatch.settings import FetchSettings
from presswatch.source_states import State

Firsts = Iterator[tuple[str, Fetched | Problem]]


class StartFetcher(Protocol):
    """What makes a fetcher."""

    def __call__(self, settings: FetchSettings, *, now: Callable[[], datetime]) -> Fetcher:
        """One that the caller closes."""


@dataclass(frozen=True, slots=True)
class Web:
    """What asks the web in one refresh."""

    settings: FetchSettings
    fetcher: Fetcher
    recorder: Recorder
    due_only: bool

    def is_due(self, source: Source, state: State | None) -> bool:
        """Whether a source is to be asked now."""
        return (
            not self.due_only
            or source.kind not in WEB
            or state is None
            or state.due_at <= source.read_at
        )

    def firsts(self, store: Store, sources: Sequence[Source]) -> Firsts:
        """The answers of the sources' own addresses, in this order and asked at once."""
        by_address = [
            (source.name, source.kind, source.url or "")
            for source in sources
            if NEEDS[source.kind] == "url"
        ]
        requests = (
            request(url, fetched.visits(store, name, [url]).get(url), packed=kind == "sitemap")
            for name, kind, url in by_address
        )
        answers = self.fetcher.get_all(requests)
        return ((name, next(answers)) for name, *_ in by_address)  # zip() would hold on to the last

    def asked(self, store: Store, source: Source, firsts: Firsts) -> Asked:
        """What the reader of a source works with."""
        return Asked(
            source=source.name,
            fetcher=self.fetcher,
            first=lambda: next(answer for name, answer in firsts if name == source.name),
            keep=partial(self._keep, source.name),
            visits=partial(fetched.visits, store, source.name),
            known=partial(fetched.known_addresses, store),
            most_pages=self.settings.pages,
        )

    def ended(
        self, source: Source, failure: str | None, before: State | None, *, more: bool
    ) -> Ended:
        """What is to be known of a source that was asked; `more`: it has more than was taken."""
        pace = Pace(self.settings.floor, self.settings.ceiling) if source.kind in WEB else None
        return Ended(
            source=source.name,
            kind=source.kind,
            address=source.address if source.kind in WEB else None,
            asked_at=source.read_at,
            failure=failure,
            more=more,
            free_at=source.read_at + self.fetcher.free_in(source.url or ""),
            before=before,
            pace=pace,
        )

    def known(self, store: Store, sources: Sequence[Source]) -> Mapping[str, State]:
        """What is known of these sources; nothing of one that was another under its name."""
        states = fetched.states(store)
        return {
            source.name: state
            for source in sources
            if (state := states.get(source.name)) and state.is_of(source.kind, source.address)
        }

    def _keep(self, source: str, answer: Fetched) -> None:
        if self.settings.keep_raw > timedelta(0):
            self.recorder.keep(answer, source)
