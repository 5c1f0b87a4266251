"""How sites are asked: in turn, no more often than they like, and not for what they withhold."""

import threading
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import httpx
import pytest

from etl.fetch import Fetched, Fetcher, Request
from etl.fetch import in_order as ahead
from tests.etl.fetch.conftest import NOW, Clock, Make, mock, reasons
from tests.etl.fetch.server import Server, answer, in_turn

PATHS = [f"/{number}" for number in range(12)]
HOSTS = [f"{letter}.example" for letter in "abcdefgh"]
MANY = {"allowed_hosts": tuple(HOSTS), "delay": timedelta(0), "read_timeout": timedelta(seconds=2)}


def here(_: str, __: int, ___: float) -> list[str]:
    return ["127.0.0.1"]


def test_two_requests_to_a_host_are_a_pause_apart(
    server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    for path in PATHS[:4]:
        server.answers[path] = answer(b"x")
        fetcher.get(server.url(path))
    assert len(clock.slept) == 3
    assert all(0.5 < slept <= 1 for slept in clock.slept)


def test_a_redirect_within_a_host_does_not_pause(
    server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    server.answers["/a"] = answer(status="302 Found", Location="/b")
    server.answers["/b"] = answer(b"x")
    fetcher.get(server.url("/a"))
    assert clock.slept == []


class Counting(httpx.BaseTransport):
    """Takes its time, and counts how many requests are under way at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = self.most = self.asked = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self._now += 1
            self.asked += 1
            self.most = max(self.most, self._now)
        threading.Event().wait(0.02)
        with self._lock:
            self._now -= 1
        return httpx.Response(200)


def test_a_host_is_asked_one_thing_at_a_time_by_all_threads(make: Make) -> None:
    fetcher = make({"delay": timedelta(0)}, transport=(transport := Counting()))
    threads = [
        threading.Thread(target=fetcher.get, args=(f"https://a.example{path}",)) for path in PATHS
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (transport.asked, transport.most) == (12, 1)


def test_many_hosts_are_asked_at_once_but_not_too_many(make: Make) -> None:
    fetcher = make(MANY | {"at_once": 3}, transport=(transport := Counting()))
    requests = [Request(url=f"https://{host}{path}") for path in PATHS[:3] for host in HOSTS]
    assert reasons(list(fetcher.get_all(requests))) == ["200"] * 24
    assert (transport.asked, transport.most) == (24, 3)


def test_answers_come_in_the_order_of_the_requests(server: Server, make: Make) -> None:
    for path in PATHS:
        server.answers[path] = answer(path.encode())
    fetcher = make(MANY, resolve=here)
    requests = [Request(url=server.url(path, host)) for host in HOSTS for path in PATHS]
    requests.insert(50, Request(url="no address"))
    answers = list(fetcher.get_all(iter(requests)))
    assert [one.asked if isinstance(one, Fetched) else one.document for one in answers] == [
        request.url for request in requests
    ]


def test_a_host_that_pauses_holds_up_no_other(make: Make, clock: Clock) -> None:
    asked: list[str] = []
    transport = mock({f"https://{host}/": 200 for host in HOSTS}, asked)
    urls = ["https://a.example/"] * 3 + [f"https://{host}/" for host in HOSTS[1:]]
    fetcher = make({"at_once": 1}, transport=transport)
    assert reasons(list(fetcher.get_all(Request(url=url) for url in urls))) == ["200"] * 10
    assert asked == [urls[0], *urls[3:], *urls[1:3]]
    assert len(clock.slept) == 2


def test_what_waits_for_an_earlier_answer_is_bounded(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "HELD", 100)
    monkeypatch.setattr(ahead, "AHEAD", 20)
    asked: list[str] = []
    held = threading.Event()

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        if request.url.host == "first.example":
            held.wait(0.3)
        return httpx.Response(200, content=b"x" * 60)

    urls = ["https://first.example/", *(f"https://{number}.example/" for number in range(50))]
    fetcher = make({"at_once": 2}, transport=httpx.MockTransport(serve))
    answers = fetcher.get_all(Request(url=url) for url in urls)
    threading.Timer(0.1, held.set).start()
    assert isinstance(next(answers), Fetched)
    assert len(asked) <= 4
    assert reasons(list(answers)) == ["200"] * 50


def test_who_stops_reading_stops_the_asking(make: Make) -> None:
    asked: list[str] = []
    fetcher = make(transport=mock({}, asked))
    answers = fetcher.get_all(Request(url=f"https://{n}.example/") for n in range(10_000))
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert len(asked) < 100


def test_a_server_that_asks_to_wait_a_little_is_waited_for(
    server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    server.answers["/a"] = in_turn(
        answer(status="429 Too Many Requests", Retry_After="7"), answer(b"x")
    )
    assert reasons([fetcher.get(server.url("/a"))]) == ["200"]
    assert len(clock.slept) == 1
    assert 6 < clock.slept[0] <= 7


LONG = {
    "in seconds": ("429 Slowly", "3600"),
    "by date": ("503 Busy", "Tue, 24 Nov 2026 13:00:00 GMT"),
    "by a date without a zone": ("429 Slowly", "Tue, 24 Nov 2026 13:00:00"),
}


@pytest.mark.parametrize(("status", "wait"), LONG.values(), ids=LONG)
def test_a_host_that_asks_to_wait_long_is_left_alone(
    server: Server, fetcher: Fetcher, clock: Clock, status: str, wait: str
) -> None:
    server.answers["/a"] = answer(status=status, Retry_After=wait)
    urls = [server.url("/a"), server.url("/b"), server.url("/c")]
    assert reasons([fetcher.get(url) for url in urls]) == ["asked_to_wait"] * 3
    assert reasons(list(fetcher.get_all(Request(url=url) for url in urls))) == ["asked_to_wait"] * 3
    assert (server.paths(), clock.slept) == (["/a"], [])
    assert timedelta(minutes=59) < fetcher.free_in(urls[0]) <= timedelta(hours=1)
    assert fetcher.free_in("https://example.org/") == timedelta(0)


@pytest.mark.parametrize("wait", ["soon", "-5", "", "9" * 5_000, "Tue, 99 Nov 2026", "٣", "1e9"])
def test_any_word_of_waiting_is_borne(server: Server, fetcher: Fetcher, wait: str) -> None:
    server.answers["/a"] = answer(status="429 Slowly", Retry_After=wait.encode().decode("latin-1"))
    assert reasons([fetcher.get(server.url("/a"))]) == ["asked_to_wait"]
    assert fetcher.free_in(server.url("/a")) <= timedelta(days=7)


def test_the_clock_of_dates_is_the_callers(make: Make) -> None:
    fetcher = make(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    got = fetcher.get("https://example.org/")
    assert isinstance(got, Fetched)
    assert got.fetched_at == NOW


def test_waits_grow_between_attempts(make: Make) -> None:
    times: list[float] = []
    clock: Callable[[], float] = Clock().monotonic

    def busy(_: httpx.Request) -> httpx.Response:
        times.append(clock())
        return httpx.Response(503)

    make({"delay": timedelta(0)}, transport=httpx.MockTransport(busy)).get("https://example.org/")
    first, second = (after - before for before, after in pairwise(times))
    assert first >= 0.001
    assert second >= 0.004
