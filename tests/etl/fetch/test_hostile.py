"""A server that misbehaves in every way we know of: it costs one problem, and little else."""

import gzip
import random
import socket
import time
import tracemalloc

import pytest

from etl.document import Problem
from etl.fetch import Fetched, Fetcher
from tests.etl.fetch.conftest import Make
from tests.etl.fetch.server import Answer, Seen, Server, answer, cut, dripping, pouring

OK = b"HTTP/1.1 200 OK\r\n"
BOMB = gzip.compress(bytes(100_000_000))


def silent(_: socket.socket, __: Seen) -> None:
    time.sleep(1)


def hangs_up(_: socket.socket, __: Seen) -> None:
    """Ends the connection before a word is said."""


HOSTILE: dict[str, tuple[Answer, str]] = {
    "a body that drips": (dripping(OK + b"Content-Length: 5000\r\n\r\n", b"x"), "timed_out"),
    "headers that drip": (dripping(OK + b"A: ", b"x"), "timed_out"),
    "a redirect whose body drips": (
        dripping(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 9000\r\n\r\n", b"x"),
        "timed_out",
    ),
    "silence": (silent, "timed_out"),
    "an endless body": (pouring(OK + b"\r\n", b"x"), "too_large"),
    "endless chunks": (
        pouring(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"40\r\n" + b"x" * 64 + b"\r\n"),
        "too_large",
    ),
    "endless names of chunks": (
        pouring(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1;" + b"a" * 9_000 + b"\r\nx\r\n"),
        "too_large",
    ),
    "a large body": (answer(bytes(100_001)), "too_large"),
    "a large body, announced": (OK + b"Content-Length: 999999999999\r\n\r\n", "too_large"),
    "endless announcements": (
        pouring(b"", b"HTTP/1.1 103 Hint\r\nA: " + b"x" * 9_000 + b"\r\n\r\n"),
        "too_large",
    ),
    "a gzip bomb": (answer(BOMB, Content_Encoding="gzip"), "too_large"),
    "a gzip bomb in many members": (
        answer(gzip.compress(bytes(60_000)) * 2, Content_Encoding="gzip"),
        "too_large",
    ),
    "gzip within gzip": (answer(gzip.compress(BOMB), Content_Encoding="gzip, gzip"), "bad_answer"),
    "an endless header": (pouring(OK + b"A: ", b"x"), "headers_too_large"),
    "endless headers": (pouring(OK, b"A: b\r\n"), "headers_too_large"),
    "70 kB of headers": (answer(b"x", A="b" * 70_000), "headers_too_large"),
    "half a body": (cut(answer(b"x" * 100)[:-50]), "truncated"),
    "half a chunk": (cut(OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nxx"), "truncated"),
    "half a gzip": (
        answer(gzip.compress(random.Random(1).randbytes(1_000))[:500], Content_Encoding="gzip"),
        "truncated",
    ),
    "half a header": (cut(OK + b"Content-Ty"), "connection"),
    "a connection that ends": (hangs_up, "connection"),
    "no HTTP at all": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "bad_answer"),
    "nonsense": (bytes(range(256)) + b"\r\n\r\n", "bad_answer"),
    "compressed in a way not asked for": (answer(b"x", Content_Encoding="br"), "bad_answer"),
    "gzip that is damaged": (
        answer(b"\x1f\x8b\x08\x00" + b"\xff" * 90, Content_Encoding="gzip"),
        "bad_answer",
    ),
    "two lengths": (OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "bad_answer"),
    "a redirect to itself": (answer(status="301 Gone", Location="/a"), "too_many_redirects"),
    "a redirect without a target": (answer(status="302 Found"), "http_status"),
    "a redirect to a file": (
        answer(status="302 Found", Location="file:///etc/hostname"),
        "bad_address",
    ),
    "a redirect to a script": (
        answer(status="302 Found", Location="javascript:alert(1)"),
        "bad_address",
    ),
    "a redirect to nonsense": (answer(status="302 Found", Location="http://[::1"), "bad_answer"),
    "a redirect to a long address": (
        answer(status="302 Found", Location="/" + "x" * 5_000),
        "bad_address",
    ),
    "a change of protocol": (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        "bad_answer",
    ),
    "not changed, though nobody asked": (b"HTTP/1.1 304 Not Modified\r\n\r\n", "http_status"),
}


@pytest.mark.parametrize(("given", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_it_costs_one_problem(server: Server, fetcher: Fetcher, given: Answer, reason: str) -> None:
    server.answers["/a"] = given
    began = time.monotonic()
    problem = fetcher.get(server.url("/a"))
    assert isinstance(problem, Problem)
    assert (problem.document, problem.reason, problem.stage) == (server.url("/a"), reason, "fetch")
    assert time.monotonic() - began < 8


def test_a_gzip_bomb_takes_no_memory(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(BOMB, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        fetcher.get(server.url("/a"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3_000_000


REDIRECTED = {
    "by number": "http://127.0.0.1:{}/b",
    "by number in one": "http://2130706433:{}/b",
    "by number in hexadecimal": "http://0x7f.1:{}/b",
    "by nought": "http://0:{}/b",
    "in IPv6": "http://[::1]:{}/b",
    "as mapped": "http://[::ffff:127.0.0.1]:{}/b",
    "by NAT64": "http://[64:ff9b::7f00:1]:{}/b",
    "by 6to4": "http://[2002:7f00:1::]:{}/b",
    "without a scheme": "//127.0.0.1:{}/b",
}


@pytest.mark.parametrize("target", REDIRECTED.values(), ids=REDIRECTED)
def test_no_redirect_leads_to_this_machine(server: Server, fetcher: Fetcher, target: str) -> None:
    target = target.format(server.port)
    server.answers["/a"] = answer(status="302 Found", Location=target)
    server.answers["/b"] = answer(b"a secret")
    problem = fetcher.get(server.url("/a"))
    assert isinstance(problem, Problem)
    assert problem.reason == "not_allowed_address"
    assert problem.place is not None
    assert problem.place.endswith(f":{server.port}/b")
    assert server.paths() == ["/a"]


def test_a_host_is_allowed_by_its_name_alone(server: Server, make: Make) -> None:
    server.answers["/a"] = answer(b"x")
    problem = make({"allowed_hosts": ()}).get(server.url("/a"))
    assert isinstance(problem, Problem)
    assert problem.reason == "not_allowed_address"
    assert server.seen == []
    assert isinstance(
        make({"allowed_hosts": ("127.0.0.1",)}).get(server.url("/a", "127.0.0.1")), Fetched
    )


def test_proxies_of_the_environment_are_not_asked(
    server: Server, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.answers["/a"] = answer(b"x")
    assert isinstance(make().get(server.url("/a")), Fetched)


def test_cookies_are_not_kept(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(b"x", Set_Cookie="who=you; Path=/")
    fetcher.get(server.url("/a"))
    fetcher.get(server.url("/a"))
    assert [seen.headers.get("cookie") for seen in server.seen] == [None, None]


def test_any_bytes_give_an_answer_or_a_problem(server: Server, make: Make) -> None:
    chance = random.Random(2)
    whole = answer(gzip.compress(b"Hello " * 99), Content_Type="text/html", Content_Encoding="gzip")
    fetcher = make()
    for number in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        server.answers[f"/{number}"] = cut(bytes(damaged[: chance.randint(1, len(damaged))]))
        assert isinstance(fetcher.get(server.url(f"/{number}")), Fetched | Problem)


def test_any_target_of_a_redirect_gives_an_answer_or_a_problem(server: Server, make: Make) -> None:
    chance = random.Random(3)
    fetcher = make({"max_redirects": 1})
    parts = ["http", "https", ":", "//", "/", "@", "[", "]", "%", "\xff", "é", "xn--", "..", "0",
             "localhost", "#", "?", "\\", " ", "\t", "65536", "-", "a" * 70, "\x7f"]  # fmt: skip
    for _ in range(150):
        location = "".join(chance.choices(parts, k=chance.randint(1, 6)))
        server.answers["/a"] = answer(status="302 Found", Location=location)
        assert isinstance(fetcher.get(server.url("/a")), Fetched | Problem)
