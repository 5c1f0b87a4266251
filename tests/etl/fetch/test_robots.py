"""robots.txt: what it withholds is not asked for, whatever it is made of."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.document import Problem
from etl.fetch.robots import _parsed
from tests.etl.fetch.conftest import Clock, Make, mock, reasons

SITE = "https://example.org"
RULES = """
User-agent: *
Disallow: /private/
Crawl-delay: 10

User-agent: Presswatch
Disallow: /desk/
"""


def robots(make: Make, given: httpx.Response | int, *paths: str) -> tuple[list[str], list[str]]:
    """The reasons for these paths of a site with this robots.txt, and what was asked."""
    asked: list[str] = []
    answers = {f"{SITE}/robots.txt": given} | {f"{SITE}{path}": 200 for path in paths}
    fetcher = make({"robots": True}, transport=mock(answers, asked))
    got = reasons([fetcher.get(f"{SITE}{path}") for path in paths])
    return got, [url.removeprefix(SITE) for url in asked]


def test_robots_txt_is_obeyed_and_asked_once(make: Make) -> None:
    rules = httpx.Response(200, text=RULES)
    got, asked = robots(make, rules, "/a", "/desk/a", "/private/a")
    assert got == ["200", "robots", "200"]
    assert asked == ["/robots.txt", "/a", "/private/a"]


ALLOWED_BY = {
    "none": 404,
    "a forbidden one": 403,
    "an empty one": httpx.Response(200),
    "a page": httpx.Response(200, text="<html><p>Not found</p></html>"),
    "a circle": httpx.Response(302, headers={"Location": "/robots.txt"}),
    "rules of others": httpx.Response(200, text="User-agent: Other\nDisallow: /"),
}


@pytest.mark.parametrize("given", ALLOWED_BY.values(), ids=ALLOWED_BY)
def test_everything_is_allowed_by(make: Make, given: httpx.Response | int) -> None:
    assert robots(make, given, "/a")[0] == ["200"]


def test_a_robots_txt_with_an_error_allows_nothing(make: Make) -> None:
    got, asked = robots(make, 500, "/a", "/b")
    assert got == ["robots_unavailable"] * 2
    assert asked == ["/robots.txt"] * 3


def test_robots_txt_of_a_dead_host_gives_the_hosts_own_problem(make: Make) -> None:
    def dead(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no")

    fetcher = make({"robots": True}, transport=httpx.MockTransport(dead))
    assert reasons([fetcher.get(SITE)]) == ["connection"]


def test_the_target_of_a_redirect_is_asked_for_its_rules(make: Make) -> None:
    asked: list[str] = []
    answers = {
        f"{SITE}/a": httpx.Response(302, headers={"Location": "https://b.example/desk/a"}),
        "https://b.example/robots.txt": httpx.Response(200, text=RULES),
    }
    fetcher = make({"robots": True}, transport=mock(answers, asked))
    got = fetcher.get(f"{SITE}/a")
    assert reasons([got]) == ["robots"]
    assert isinstance(got, Problem)
    assert got.place == "https://b.example/desk/a"
    assert "https://b.example/desk/a" not in asked


def test_robots_txt_may_ask_for_longer_pauses(make: Make, clock: Clock) -> None:
    rules = httpx.Response(200, text=RULES.replace("Presswatch", "Other"))
    assert robots(make, rules, "/a", "/b")[0] == ["200", "200"]
    assert len(clock.slept) == 1
    assert 9 < clock.slept[0] <= 10


def test_pauses_of_an_hour_let_one_request_through(make: Make, clock: Clock) -> None:
    rules = httpx.Response(200, text="User-agent: *\nCrawl-delay: 3600")
    assert robots(make, rules, "/a", "/b")[0] == ["200", "asked_to_wait"]
    assert clock.slept == []


def test_robots_txt_is_read_again_after_a_day(make: Make, clock: Clock) -> None:
    asked: list[str] = []
    fetcher = make({"robots": True}, transport=mock({f"{SITE}/a": 200}, asked))
    for _ in range(2):
        fetcher.get(f"{SITE}/a")
        clock.sleep(90_000)
    assert asked == [f"{SITE}/robots.txt", f"{SITE}/a"] * 2


def test_rules_made_to_take_for_ever_are_not_read(make: Make) -> None:
    hostile = "".join(f"User-agent: a{n}\n" for n in range(15_000)) + "Disallow: /x\n" * 15_000
    assert robots(make, httpx.Response(200, text=hostile), "/a")[0] == ["robots_unavailable"]


@given(st.binary() | st.text().map(str.encode) | st.lists(st.sampled_from(
    [b"User-agent: ", b"*", b"\n", b"Disallow: ", b"/", b"$", b"Crawl-delay: ", b"1e999",
     b"Request-rate: ", b"1/0", b"Visit-time: ", b"9999-0", b"\xff", b"#", b"%", b"%zz"]
)).map(b"".join))  # fmt: skip
def test_any_bytes_are_rules_or_none(content: bytes) -> None:
    rules = _parsed(content)
    rules.can_fetch(f"{SITE}/a?b=%zz#", "presswatch")  # type: ignore[union-attr]
