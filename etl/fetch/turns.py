"""Who may ask when: a few requests at once in all, one a host, and a pause between them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from etl.document import Reason
from etl.fetch.failure import StoppedError

PATIENCE = 30.0  # seconds; who is told to wait longer goes on with something else
_FURTHEST = 7 * 86_400.0  # no server's word is taken for longer than that


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    pause: float = 0.0  # between two requests
    free_at: float = 0.0  # on the monotonic clock


class Turns:
    """The turns of all hosts, shared by all threads."""

    def __init__(
        self,
        at_once: int,
        pause: float,
        monotonic: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._all = threading.BoundedSemaphore(at_once)
        self._pause = pause
        self._monotonic = monotonic
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    @contextmanager
    def taken(self, host: str, *, wait: bool = True, pause: bool = True) -> Iterator[None]:
        """Wait for one's turn at a host, and have it. Raises StoppedError if that takes too long.

        A redirect within a host does not wait, being part of the request before; after a
        robots.txt there is no pause, being part of the request that comes."""
        known = self._known(host)
        with known.turn:
            if wait:
                self._wait(known)
            try:
                with self._all:
                    yield
            finally:
                if pause:
                    self._free_in(known, max(self._pause, known.pause))

    def due_in(self, host: str) -> float:
        """Seconds until a request would be sent, or refused at once."""
        left = self._left(self._known(host))
        return left if left <= PATIENCE else 0.0

    def free_in(self, host: str) -> float:
        """Seconds until this host may be asked again."""
        return self._left(self._known(host))

    def hold(self, host: str, seconds: float) -> None:
        """Ask this host nothing for a while: it said so."""
        self._free_in(self._known(host), min(seconds, _FURTHEST))

    def slow_down(self, host: str, pause: float) -> None:
        """Leave at least this pause between two requests: robots.txt says so."""
        self._known(host).pause = min(pause, _FURTHEST)

    def _known(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host())

    def _left(self, known: _Host) -> float:
        return max(0.0, known.free_at - self._monotonic())

    def _free_in(self, known: _Host, seconds: float) -> None:
        known.free_at = max(known.free_at, self._monotonic() + seconds)

    def _wait(self, known: _Host) -> None:
        left = self._left(known)
        if left > PATIENCE:
            raise StoppedError(Reason.ASKED_TO_WAIT)
        if left > 0:
            self._sleep(left)
