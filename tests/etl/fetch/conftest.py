"""A fetcher whose waiting costs no time, and a server that it may ask."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from etl.document import Problem
from etl.fetch import Fetched, Fetcher
from presswatch.settings import FetchSettings
from tests.etl.fetch.server import Server, listening

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
# A second is long on one machine, and short for whoever waits for the tests.
QUICK = {
    "connect_timeout": timedelta(seconds=1),
    "read_timeout": timedelta(seconds=0.5),
    "total_timeout": timedelta(seconds=1),
    "max_bytes": 100_000,
    "allowed_hosts": ("localhost",),
    "robots": False,
}

Make = Callable[..., Fetcher]


def mock(answers: dict[str, httpx.Response | int], asked: list[str]) -> httpx.MockTransport:
    """Answers by address; what is not there is a 404."""

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        given = answers.get(str(request.url), 404)
        return httpx.Response(given) if isinstance(given, int) else given

    return httpx.MockTransport(serve)


def reasons(answers: list[Fetched | Problem]) -> list[str]:
    return [one.reason if isinstance(one, Problem) else str(one.status) for one in answers]


class Clock:
    """A clock that sleeping puts forward at once."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return time.monotonic() + sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[Server]:
    listener = listening()
    yield listener.state
    listener.shutdown()
    listener.server_close()


@pytest.fixture
def make(clock: Clock) -> Iterator[Make]:
    """A fetcher with these settings, and a transport or a resolver in the network's place."""
    made: list[Fetcher] = []

    def make(settings: dict[str, Any] | None = None, **arguments: Any) -> Fetcher:
        fetcher = Fetcher(
            FetchSettings().model_copy(update=QUICK | (settings or {})),
            now=lambda: NOW,
            monotonic=clock.monotonic,
            sleep=clock.sleep,
            first_wait=0.001,
            **arguments,
        )
        made.append(fetcher)
        return fetcher

    yield make
    for fetcher in made:
        fetcher.close()


@pytest.fixture
def fetcher(make: Make) -> Fetcher:
    return make()
