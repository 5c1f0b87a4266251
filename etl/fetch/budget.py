"""What one attempt may still cost: seconds, and bytes on the wire.

The wire is where it is counted: headers that drip, answers announced for ever and empty chunks
with long names never reach the code that reads bodies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from etl.document import Reason
from etl.fetch.failure import StoppedError

# Each exchange runs in one thread from its first byte to its last, its connection with it.
_running: ContextVar["Budget"] = ContextVar("budget")


class Budget:
    """Time runs only while an exchange does, not while it waits for its turn."""

    def __init__(self, seconds: float, received: int, monotonic: Callable[[], float]) -> None:
        self._seconds = seconds
        self._bytes = received
        self._monotonic = monotonic
        self._ends = 0.0

    @property
    def spent(self) -> bool:
        """Whether the time is over."""
        return self._seconds <= 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the time run, and count what this thread receives."""
        self._ends = self._monotonic() + self._seconds
        token = _running.set(self)
        try:
            yield
        finally:
            _running.reset(token)
            self._seconds = self._ends - self._monotonic()

    def seconds(self, limit: float | None) -> float:
        """How long the next step may take. Raises StoppedError if the time is over."""
        left = self._ends - self._monotonic()
        if left <= 0:
            raise StoppedError(Reason.TIMED_OUT)
        return left if limit is None else min(left, limit)

    def receive(self, count: int) -> None:
        """Count bytes. Raises StoppedError if they are too many."""
        self._bytes -= count
        if self._bytes < 0:
            raise StoppedError(Reason.TOO_LARGE)


def current() -> Budget:
    """The budget of the exchange that this thread has under way."""
    return _running.get()
