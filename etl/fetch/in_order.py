"""Ask for many addresses at once, and give the answers in the order of the requests.

A host is asked when it is due, not when its requests come up, so that many requests to one host
hold up no other's. What has come and cannot be given yet is bounded in bytes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from etl.document import Problem
from etl.fetch.answer import Fetched, Request

Answer = Fetched | Problem

AHEAD = 1_000  # requests known beyond the answer that is given next
HELD = 64_000_000  # bytes of answers that wait for an earlier one; then only that is asked for


@dataclass(frozen=True, slots=True)
class Asking:
    """How a request is answered, and when its host is due."""

    ask: Callable[[Request], Answer]
    host: Callable[[Request], str]
    due_in: Callable[[str], float]
    sleep: Callable[[float], None]
    at_once: int


@dataclass(slots=True)
class _State:
    """Each request by its number: waiting at its host, under way, or answered."""

    waiting: dict[str, deque[tuple[int, Request]]] = field(default_factory=dict)
    running: dict[Future[Answer], tuple[int, str]] = field(default_factory=dict)
    answered: dict[int, Answer] = field(default_factory=dict)
    known: int = 0
    given: int = 0
    held: int = 0

    def collect(self, pause: float | None) -> None:
        """Wait for an answer, but no longer than that, and take in what has come."""
        finished, _ = wait(self.running, timeout=pause, return_when=FIRST_COMPLETED)
        for future in finished:
            number, _ = self.running.pop(future)
            self.answered[number] = future.result()
            self.held += _size(self.answered[number])

    def give(self) -> Iterator[Answer]:
        """The answers that are next; what was given is kept by nothing here."""
        while self.given in self.answered:
            self.held -= _size(self.answered[self.given])
            self.given += 1
            yield self.answered.pop(self.given - 1)


def in_order(requests: Iterable[Request], asking: Asking) -> Iterator[Answer]:
    """The answers, each when it and all before it are there."""
    coming = iter(requests)
    state = _State()
    executor = ThreadPoolExecutor(asking.at_once, thread_name_prefix="fetch")
    try:
        while True:
            _take_in(coming, state, asking)
            pause = _start(executor, state, asking)
            if state.running:
                state.collect(pause)
                yield from state.give()
            elif pause is None:
                return
            else:
                asking.sleep(pause)
    finally:
        executor.shutdown(cancel_futures=True)


def _take_in(coming: Iterator[Request], state: _State, asking: Asking) -> None:
    while state.known - state.given < AHEAD:
        request = next(coming, None)
        if request is None:
            return
        line = state.waiting.setdefault(asking.host(request), deque())
        line.append((state.known, request))
        state.known += 1


def _start(executor: ThreadPoolExecutor, state: _State, asking: Asking) -> float | None:
    """Start what is due; gives the seconds until more is, or None if only an answer can tell."""
    busy = {host for _, host in state.running.values()}
    soonest: float | None = None
    for host in sorted(state.waiting, key=lambda host: state.waiting[host][0]):
        number, request = state.waiting[host][0]
        if host in busy or (state.held > HELD and number != state.given):
            continue
        if len(state.running) == asking.at_once:
            return None
        if (left := asking.due_in(host)) > 0:
            soonest = left if soonest is None else min(soonest, left)
            continue
        state.running[executor.submit(asking.ask, request)] = (number, host)
        state.waiting[host].popleft()
        if not state.waiting[host]:
            del state.waiting[host]
    return soonest


def _size(answer: Answer) -> int:
    return 0 if isinstance(answer, Problem) else len(answer.content)
