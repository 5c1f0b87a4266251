"""Fetch politely and safely: an address in, an answer or a Problem out, whatever a server does.

Politeness is in `turns.py` and `robots.py`, safety in `network.py`, `budget.py` and `decode.py`;
here they are put in order."""

import logging
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Self

import httpx
import stamina

from etl.document import Problem, Reason, Stage
from etl.fetch import robots
from etl.fetch.addresses import Resolve, resolve
from etl.fetch.answer import Fetched, Request
from etl.fetch.budget import Budget
from etl.fetch.exchange import LONGEST, Exchange, address, connections, host_of
from etl.fetch.failure import StoppedError
from etl.fetch.in_order import Asking, in_order
from etl.fetch.turns import PATIENCE, Turns
from presswatch.address import without_password
from presswatch.settings import FetchSettings

ATTEMPTS = 3
FIRST_WAIT = 1.0  # seconds before the second attempt, and as much again by chance
_OVERHEAD = 1_000_000  # bytes of an attempt beside the body: headers, chunks, redirects' bodies

logging.getLogger("stamina").setLevel(logging.ERROR)  # what fails in the end is a Problem


class Fetcher:
    """Asks the web; may be used from several threads. Owns connections: close it."""

    def __init__(
        self,
        settings: FetchSettings,
        *,
        now: Callable[[], datetime],
        transport: httpx.BaseTransport | None = None,  # None: the network
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,  # None: the certificate authorities of certifi
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        first_wait: float = FIRST_WAIT,
    ) -> None:
        self._settings = settings
        self._monotonic = monotonic
        self._sleep = sleep
        self._turns = Turns(settings.at_once, settings.delay.total_seconds(), monotonic, sleep)
        self._exchange = Exchange(settings, now, transport or connections(settings, resolve, tls))
        self._robots = robots.Robots(self._ask_rules, self._turns.slow_down, monotonic)
        self._retrying = stamina.RetryingCaller(
            attempts=ATTEMPTS,
            timeout=None,
            wait_initial=first_wait,
            wait_jitter=first_wait,
            wait_max=PATIENCE,
            wait_exp_base=4,
        )

    def get(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | Problem:
        """The answer of this address; of 304 if it is still what it was then."""
        return self.ask(Request(url=url, etag=etag, last_modified=last_modified))

    def ask(self, request: Request) -> Fetched | Problem:
        """As `get`, for a request."""
        try:
            return self._retrying(_again, self._attempt, request)
        except StoppedError as stopped:
            return Problem(_shown(request.url), stopped.place, Stage.FETCH, stopped.reason)

    def get_all(self, requests: Iterable[Request]) -> Iterator[Fetched | Problem]:
        """The answers of many, in their order, asked at once as far as is polite."""
        asking = Asking(self.ask, _host, self._turns.due_in, self._sleep, self._settings.at_once)
        yield from in_order(requests, asking)

    def free_in(self, url: str) -> timedelta:
        """How long until the host of this address may be asked again, by its own word too."""
        return timedelta(seconds=self._turns.free_in(_host(Request(url=url))))

    def close(self) -> None:
        """Close all connections."""
        self._exchange.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _attempt(self, request: Request) -> Fetched:
        check = self._robots.check if self._settings.robots else _allow
        return self._follow(address(request.url), request, check)

    def _ask_rules(self, url: httpx.URL) -> Fetched:
        request = Request(url=str(url), max_bytes=robots.LARGEST)
        return self._retrying(_again, self._follow, url, request, None)

    def _follow(
        self, url: httpx.URL, request: Request, check: Callable[[httpx.URL], None] | None
    ) -> Fetched:
        """Ask, and go where the answer redirects to. Without a check it is for robots.txt."""
        budget = Budget(
            self._settings.total_timeout.total_seconds(),
            request.most(self._settings.max_bytes) + _OVERHEAD,
            self._monotonic,
        )
        first = url
        before: str | None = None
        try:
            for _ in range(self._settings.max_redirects + 1):
                if check:
                    check(url)
                host = host_of(url)
                turn = self._turns.taken(host, wait=host != before, pause=bool(check))
                with turn, budget.running():
                    answer = self._exchanged(url, request)
                if isinstance(answer, Fetched):
                    return answer
                before, url = host, answer
            raise StoppedError(Reason.TOO_MANY_REDIRECTS)
        except StoppedError as stopped:
            stopped.redirected = without_password(str(url)) if url != first else None
            if budget.spent:  # a server that drips would do so again
                stopped.again = False
            raise

    def _exchanged(self, url: httpx.URL, request: Request) -> Fetched | httpx.URL:
        try:
            return self._exchange.ask(url, request)
        except StoppedError as stopped:
            if stopped.wait is not None and stopped.status in (429, 503):
                self._turns.hold(host_of(url), stopped.wait)
                if stopped.wait > PATIENCE:
                    stopped.reason, stopped.again = Reason.ASKED_TO_WAIT, False
            raise


def _again(error: Exception) -> bool:
    return isinstance(error, StoppedError) and error.again


def _allow(_: httpx.URL) -> None:
    """Where the settings say that robots.txt is not obeyed."""


def _host(request: Request) -> str:
    try:
        return host_of(address(request.url))
    except StoppedError:
        return ""  # it will be refused, whatever else is under way


def _shown(url: str) -> str:
    """An address, or what was given for one, as it can be stored; without a password."""
    return without_password(url[:LONGEST].encode("utf-8", "replace").decode("utf-8"))
