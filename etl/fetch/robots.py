"""Obey robots.txt, as RFC 9309 has it: none means all is allowed, an error that nothing is.

How it is fetched is an argument; how long a host asks us to pause is told to its turns."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from protego import Protego

from etl.document import Reason
from etl.fetch.answer import Fetched
from etl.fetch.failure import StoppedError

NAME = "presswatch"  # as a robots.txt calls us, whatever the User-Agent is set to
LARGEST = 5_000_000  # bytes; nobody's rules need more
_READ = 512_000  # bytes; RFC 9309 asks for 500 KiB
_PAIRS = 1_000_000  # user agents times lines: protego 0.7 keeps each rule once for each agent
_KEPT = 86_400.0  # seconds; RFC 9309 asks for no more than a day
_ERROR_KEPT = 600.0
# With these the page would fail as well, and they say more than that there are no rules.
_OF_THE_HOST = frozenset(
    {
        Reason.NOT_ALLOWED_ADDRESS, Reason.NO_SUCH_HOST, Reason.CONNECTION, Reason.TLS,
        Reason.TIMED_OUT, Reason.ASKED_TO_WAIT,
    }
)  # fmt: skip
_NO_RULES = Protego.parse("")


@dataclass(slots=True)
class _Origin:
    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: Protego | StoppedError | None = None
    until: float = 0.0  # on the monotonic clock


class Robots:
    """The rules of every origin that was asked."""

    def __init__(
        self,
        ask: Callable[[httpx.URL], Fetched],
        slow_down: Callable[[str, float], None],
        monotonic: Callable[[], float],
    ) -> None:
        self._ask = ask
        self._slow_down = slow_down
        self._monotonic = monotonic
        self._origins: dict[str, _Origin] = {}
        self._guard = threading.Lock()

    def check(self, url: httpx.URL) -> None:
        """Raise StoppedError if this address may not be fetched."""
        with self._guard:
            origin = self._origins.setdefault(_origin(url), _Origin())
        with origin.lock:
            if origin.rules is None or origin.until <= self._monotonic():
                origin.rules = self._read(url)
                kept = _ERROR_KEPT if isinstance(origin.rules, StoppedError) else _KEPT
                origin.until = self._monotonic() + kept
            rules = origin.rules
        if isinstance(rules, StoppedError):
            raise StoppedError(rules.reason, status=rules.status)
        if not rules.can_fetch(str(url), NAME):
            raise StoppedError(Reason.ROBOTS)

    def _read(self, url: httpx.URL) -> Protego | StoppedError:
        try:
            answer = self._ask(url.copy_with(raw_path=b"/robots.txt"))
        except StoppedError as stopped:
            return _without(stopped)
        rules = _parsed(answer.content[:_READ])
        if isinstance(rules, Protego) and (pause := rules.crawl_delay(NAME)):
            self._slow_down(url.raw_host.decode("ascii"), pause)
        return rules


def _without(stopped: StoppedError) -> Protego | StoppedError:
    """What it means that there is no robots.txt to read."""
    if stopped.reason in _OF_THE_HOST:
        return stopped
    status = stopped.status or 0
    if 200 <= status < 500 or stopped.reason == Reason.TOO_MANY_REDIRECTS:
        return _NO_RULES
    return StoppedError(Reason.ROBOTS_UNAVAILABLE, status=stopped.status)


def _parsed(content: bytes) -> Protego | StoppedError:
    text = content.decode("utf-8-sig", "replace")
    if text.lower().count("agent") * len(text.splitlines()) > _PAIRS:
        return StoppedError(Reason.ROBOTS_UNAVAILABLE)
    return Protego.parse(text)


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
