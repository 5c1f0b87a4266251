"""What an ordinary server gives, and what is made of every status."""

import gzip
import zlib
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.document import Problem, Reason
from etl.fetch import Fetched, Fetcher, Request
from etl.fetch.exchange import address
from etl.fetch.failure import StoppedError
from presswatch.settings import FetchSettings
from tests.etl.fetch.conftest import NOW, Clock, Make
from tests.etl.fetch.server import Server, answer, in_turn

PAGE = b"<p>Hello, harbour</p>" * 20


def fetched(given: Fetched | Problem) -> Fetched:
    assert isinstance(given, Fetched), given
    return given


def problem(given: Fetched | Problem) -> Problem:
    assert isinstance(given, Problem), given
    return given


def test_an_answer_says_where_it_came_from(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a?b=c"] = answer(PAGE, Content_Type="text/html; charset=latin1", ETag='"1"')
    got = fetched(fetcher.get(server.url("/a?b=c#d")))
    assert got.asked == server.url("/a?b=c#d")
    assert got.url == server.url("/a?b=c")
    assert (got.status, got.content, got.fetched_at) == (200, PAGE, NOW)
    assert (got.etag, got.last_modified) == ('"1"', None)
    assert (got.media_type, got.charset) == ("text/html", "iso8859-1")


def test_an_unchanged_answer_costs_no_body(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    day = "Tue, 24 Nov 2026 10:00:00 GMT"
    got = fetched(fetcher.get(server.url("/a"), etag='"1"', last_modified=day))
    assert (got.status, got.changed, got.content) == (304, False, b"")
    assert (got.etag, got.last_modified) == ('"1"', day)
    [seen] = server.seen
    assert seen.headers["if-none-match"] == '"1"'
    assert seen.headers["if-modified-since"] == day


def test_a_kept_word_of_a_server_adds_no_header(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(PAGE)
    fetcher.get(server.url("/a"), etag="x\r\nEvil: 1")
    [seen] = server.seen
    assert not {"if-none-match", "evil"} & set(seen.headers)


def test_who_asks_is_said(server: Server, make: Make) -> None:
    server.answers["/a"] = answer(PAGE)
    for settings in ({"contact": "desk@example.org"}, {}, {"user_agent": "Other/1"}):
        make(settings).get(server.url("/a"))
    first, second, third = (seen.headers["user-agent"] for seen in server.seen)
    assert first.startswith("Presswatch/")
    assert first.endswith(" (desk@example.org)")
    assert second.startswith("Presswatch/")
    assert third == "Other/1"


CHARSETS = {
    "one that is not true": ("text/html; charset=utf-8", "utf-8"),
    "one that there is not": ("text/html; charset=klingon", None),
    "none": ("text/html", None),
    "one with a NUL": ("text/html; charset=a\0b", None),
    "one in quotes": ('text/xml; charset="UTF-8"', "utf-8"),
    "one of nonsense": ("text/html; charset*=x'y", None),
}


@pytest.mark.parametrize(("declared", "expected"), CHARSETS.values(), ids=CHARSETS)
def test_no_charset_touches_the_content(declared: str, expected: str | None, make: Make) -> None:
    content = "Über den Häfen".encode("latin-1")

    def serve(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": declared}, content=content)

    got = fetched(make(transport=httpx.MockTransport(serve)).get("https://example.org/"))
    assert (got.content, got.charset) == (content, expected)


def bare(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


ENCODINGS = {
    "gzip": ("gzip", gzip.compress(PAGE)),
    "gzip by its old name": ("X-GZIP", gzip.compress(PAGE)),
    "gzip in two members": ("gzip", gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:])),
    "gzip with padding": ("gzip", gzip.compress(PAGE) + bytes(20)),
    "gzip that is none": ("gzip", PAGE),
    "deflate": ("deflate", zlib.compress(PAGE)),
    "deflate without its header": ("deflate", bare(PAGE)),
    "identity": ("identity", PAGE),
    "several, but one": ("identity, gzip", gzip.compress(PAGE)),
}


@pytest.mark.parametrize(("encoding", "body"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_body_is_decompressed(
    server: Server, fetcher: Fetcher, encoding: str, body: bytes
) -> None:
    server.answers["/a"] = answer(body, Content_Encoding=encoding)
    assert fetched(fetcher.get(server.url("/a"))).content == PAGE


STATUSES = {
    204: Reason.HTTP_STATUS,
    206: Reason.HTTP_STATUS,
    300: Reason.HTTP_STATUS,
    400: Reason.HTTP_STATUS,
    401: Reason.FORBIDDEN,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
    418: Reason.HTTP_STATUS,
    429: Reason.ASKED_TO_WAIT,
    451: Reason.FORBIDDEN,
    500: Reason.SERVER_ERROR,
    501: Reason.SERVER_ERROR,
    503: Reason.SERVER_ERROR,
}


@pytest.mark.parametrize(("status", "reason"), STATUSES.items(), ids=map(str, STATUSES))
def test_a_status_without_content_is_a_problem(make: Make, status: int, reason: Reason) -> None:
    fetcher = make(transport=httpx.MockTransport(lambda _: httpx.Response(status)))
    got = problem(fetcher.get("https://example.org/"))
    assert (got.reason, got.place) == (reason, f"HTTP {status}")


WORTH_IT = {
    "503": answer(status="503 Busy"),
    "500": answer(status="500 Oh"),
    "429": answer(status="429 Slowly"),
    "half": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx",
}


@pytest.mark.parametrize("first", WORTH_IT.values(), ids=WORTH_IT)
def test_what_may_pass_is_tried_again(server: Server, fetcher: Fetcher, first: bytes) -> None:
    server.answers["/a"] = in_turn(first, first, answer(PAGE))
    assert fetched(fetcher.get(server.url("/a"))).content == PAGE
    assert len(server.seen) == 3


def test_no_more_than_three_times(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(status="503 Busy")
    assert problem(fetcher.get(server.url("/a"))).reason == "server_error"
    assert len(server.seen) == 3


def test_what_will_not_pass_is_asked_once(server: Server, fetcher: Fetcher) -> None:
    assert problem(fetcher.get(server.url("/none"))).reason == "not_found"
    assert len(server.seen) == 1


def test_a_password_is_sent_and_not_shown(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(PAGE)
    url = server.url("/a", "me:secret@localhost")
    assert fetched(fetcher.get(url)).url == server.url("/a")
    assert server.seen[0].headers["authorization"] == "Basic bWU6c2VjcmV0"
    assert problem(fetcher.get(url.replace("/a", "/none"))).document == server.url("/none")


def test_redirects_are_followed(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(b"moved", status="301 Moved", Location="b/c?d=é")
    server.answers["/b/c?d=%C3%A9"] = answer(b"moved", status="307 Moved", Location="//localhost:"
                                             f"{server.port}/e#f")  # fmt: skip
    server.answers["/e"] = answer(PAGE)
    got = fetched(fetcher.get(server.url("/a")))
    assert (got.asked, got.url, got.content) == (server.url("/a"), server.url("/e"), PAGE)


def test_a_problem_behind_a_redirect_says_where(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(status="301 Moved", Location="/gone")
    got = problem(fetcher.get(server.url("/a")))
    assert (got.document, got.place) == (server.url("/a"), f"HTTP 404, {server.url('/gone')}")


def test_a_connection_is_used_again(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(PAGE)
    server.answers["/b"] = answer(b"moved", status="302 Moved", Location="/a")
    for path in ("/a", "/none", "/b", "/a"):
        fetcher.get(server.url(path))
    assert len({seen.connection for seen in server.seen}) == 1


def test_a_connection_that_has_ended_meanwhile_is_opened_anew(
    server: Server, fetcher: Fetcher
) -> None:
    server.answers["/a"] = in_turn(answer(PAGE))  # ends the connection after each answer
    for _ in range(3):
        assert fetched(fetcher.get(server.url("/a"))).content == PAGE


def test_nobody_listens(make: Make, server: Server) -> None:
    server_gone = server.url("/a").replace(str(server.port), "1")
    assert problem(make().get(server_gone)).reason == "connection"


NO_ADDRESSES = ["", "example.org", "ftp://example.org/a", "file:///etc/passwd", "http://",
                "http://[::1", "https://exa mple.org/", "javascript:alert(1)", "http://a:99999/",
                "https://example.org/" + "x" * 5_000, "\ud800", "http://\ud800/"]  # fmt: skip


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_is_refused(fetcher: Fetcher, text: str) -> None:
    got = problem(fetcher.get(text))
    assert got.reason == "bad_address"
    got.document.encode()  # it goes into the warehouse


@given(st.text() | st.builds("http://{}".format, st.text()))
def test_any_text_is_an_address_or_is_none(text: str) -> None:
    try:
        assert str(address(text)).startswith("http")
    except StoppedError as stopped:
        assert stopped.reason == "bad_address"


def test_a_request_may_take_less_than_the_settings_allow(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = answer(PAGE)
    got = problem(fetcher.ask(Request(url=server.url("/a"), max_bytes=100)))
    assert got.reason == "too_large"


def test_the_defaults_are_those_of_the_settings(clock: Clock) -> None:
    settings = FetchSettings()
    assert settings.delay == timedelta(seconds=1)
    with Fetcher(settings, now=lambda: NOW) as fetcher:
        assert problem(fetcher.get("http://127.0.0.1/")).reason == "not_allowed_address"
