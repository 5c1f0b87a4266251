"""Sources of the web: what is asked when, what is kept, and what a failing one costs."""

import gzip
import socket
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

import pyarrow as pa
import pytest

from etl.fetch import raw
from presswatch.errors import SettingsError
from presswatch.snapshot import read_pointer
from tests.conftest import NOW, Inline
from tests.etl.fetch.server import Answer, Seen, answer, cut, dripping, in_turn, pouring
from tests.etl.test_refresh import outcome, rows
from tests.etl.web import Newsroom, page, rss

HOUR = timedelta(hours=1)


class Dying(Inline):
    """An engine that takes the documents, and ends before they can be loaded."""

    def map(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[pa.RecordBatch, pa.Table]]:
        assert list(batches)
        raise MemoryError


def test_a_feed_comes_from_a_server_into_the_store(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = answer(rss("One", "Two"), ETag='"1"')
    assert outcome(newsroom.ask(newsroom.feed())) == (2, 0, 0, 0)
    assert {one["title"] for one in rows(newsroom.store, "article")} == {"One", "Two"}
    [kept] = raw.records(newsroom.store)
    assert kept.source == "courier"
    [state] = rows(newsroom.store, "fetch_state")
    assert (state["articles"], state["failures"]) == (2, 0)


def test_an_unchanged_feed_costs_a_304(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = in_turn(
        answer(rss("One"), ETag='"1"'), answer(status="304 Not Modified")
    )
    for expected in ((1, 0, 0, 0), (0, 0, 0, 0)):
        assert outcome(newsroom.ask(newsroom.feed())) == expected
    assert newsroom.server.seen[1].headers["if-none-match"] == '"1"'


def test_a_password_in_an_address_is_sent_and_not_published(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = in_turn(
        answer(rss("One"), ETag='"1"'), answer(status="304 Not Modified")
    )
    feed = newsroom.feed()
    secret = feed | {"url": feed["url"].replace("://", "://ada:hidden@")}
    for expected in ((1, 0, 0, 0), (0, 0, 0, 0)):
        assert outcome(newsroom.ask(secret)) == expected
    assert newsroom.server.seen[1].headers["if-none-match"] == '"1"'
    assert "authorization" in newsroom.server.seen[1].headers
    [visit] = rows(newsroom.store, "visit")
    assert visit["url"] == feed["url"]
    [file] = (newsroom.store / "raw").iterdir()
    written = gzip.decompress(file.read_bytes())
    assert feed["url"].encode() in written
    assert b"hidden" not in written
    for file in (newsroom.store / "published").iterdir():
        assert b"hidden" not in file.read_bytes()


def test_a_source_that_is_not_due_is_left_alone_and_complete_as_of_its_last_answer(
    newsroom: Newsroom,
) -> None:
    newsroom.server.answers["/feed.xml"] = answer(rss("One"))
    newsroom.ask(newsroom.feed())
    later = NOW + timedelta(minutes=10)
    newsroom.ask(newsroom.feed(), now=later, due_only=True)
    assert len(newsroom.server.seen) == 1
    assert read_pointer(newsroom.store).last_refresh.outcome == "complete"
    assert read_pointer(newsroom.store).complete_until == NOW
    newsroom.ask(newsroom.feed(), now=later)
    assert len(newsroom.server.seen) == 2
    assert read_pointer(newsroom.store).complete_until == later


def test_a_source_with_another_address_is_another_and_due_at_once(newsroom: Newsroom) -> None:
    newsroom.server.answers |= {"/old": answer(rss("One")), "/new": answer(rss("Two", "Three"))}
    newsroom.ask(newsroom.feed("/old"))
    later = NOW + timedelta(minutes=1)
    newsroom.ask(newsroom.feed("/old"), now=later, due_only=True)
    assert newsroom.server.paths() == ["/old"]
    newsroom.ask(newsroom.feed("/new"), now=later, due_only=True)
    assert newsroom.server.paths() == ["/old", "/new"]
    [state] = rows(newsroom.store, "fetch_state")
    assert state["address"] == newsroom.server.url("/new")
    assert (state["articles"], state["per_day"]) == (2, None)
    newsroom.ask(newsroom.feed("/new"), now=later, due_only=True)
    assert newsroom.server.paths() == ["/old", "/new"]


def test_a_failing_source_stops_no_other_and_leaves_the_refresh_incomplete(
    newsroom: Newsroom,
) -> None:
    newsroom.server.answers["/feed.xml"] = answer(rss("One"))
    gone = newsroom.feed("/gone.xml", name="gone")
    result = newsroom.ask(gone, newsroom.feed())
    assert outcome(result) == (1, 0, 0, 1)
    assert "'gone'" in result.failed[0]
    assert "not_found" in result.failed[0]
    assert read_pointer(newsroom.store).complete_until is None
    [problem] = rows(newsroom.store, "problem")
    assert (problem["stage"], problem["reason"]) == ("fetch", "not_found")
    asked = len(newsroom.server.seen)
    result = newsroom.ask(gone, newsroom.feed(), now=NOW + HOUR / 2, due_only=True)
    assert len(newsroom.server.seen) == asked
    assert result.failed  # it is still missing, though it was not asked


def test_the_pages_of_a_feeds_new_entries_are_read_once(newsroom: Newsroom) -> None:
    feed = rss("One", "Two").replace(b"https://courier.example", newsroom.server.url("").encode())
    newsroom.server.answers |= {
        "/feed.xml": answer(feed),
        "/One": answer(page("One"), Content_Type="text/html"),
    }
    result = newsroom.ask(newsroom.feed(full=True))
    assert outcome(result) == (2, 1, 0, 1)
    assert result.failed == ()
    newsroom.ask(newsroom.feed(full=True))
    assert newsroom.server.paths().count("/One") == 1


def full_feed(newsroom: Newsroom, *titles: str) -> dict[str, Any]:
    """A feed that says of itself when it has changed, and leads to pages of the same server."""
    content = rss(*titles).replace(b"https://courier.example", newsroom.server.url("").encode())

    def give(connection: socket.socket, seen: Seen) -> None:
        unchanged = seen.headers.get("if-none-match") == '"1"'
        connection.sendall(
            answer(status="304 Not Modified") if unchanged else answer(content, ETag='"1"')
        )

    newsroom.server.answers["/feed.xml"] = give
    return newsroom.feed(full=True)


def test_pages_that_are_too_many_are_left_to_later_refreshes_which_are_not_complete_before(
    newsroom: Newsroom,
) -> None:
    feed = full_feed(newsroom, "One", "Two", "Three")
    for path in ("/One", "/Two", "/Three"):
        newsroom.server.answers[path] = answer(page(path))
    result = newsroom.ask(feed, pages=2)
    assert result.more == ("courier",)
    assert result.failed == ()
    assert "more at 'courier'" in result.summary(newsroom.store)
    assert read_pointer(newsroom.store).last_refresh.outcome == "incomplete"
    newsroom.ask(feed, now=NOW + HOUR / 5, due_only=True, pages=2)  # it is not due
    assert newsroom.server.paths() == ["/feed.xml", "/One", "/Two"]
    assert read_pointer(newsroom.store).complete_until is None
    later = NOW + HOUR / 4
    assert newsroom.ask(feed, now=later, due_only=True, pages=2).more == ()
    assert newsroom.server.paths()[3:] == ["/feed.xml", "/Three"]
    assert read_pointer(newsroom.store).complete_until == later
    newsroom.ask(feed, now=NOW + HOUR)
    assert newsroom.server.paths()[5:] == ["/feed.xml"]


def asked_in(newsroom: Newsroom, source: dict[str, Any], path: str, hours: int) -> list[int]:
    """In which of the coming hours a page is asked for, if its source is asked in each."""
    asked = []
    for hour in range(hours):
        newsroom.server.seen.clear()
        newsroom.ask(source, now=NOW + hour * HOUR)
        if path in newsroom.server.paths():
            asked.append(hour)
    return asked


def test_a_page_that_is_refused_is_asked_for_again_less_and_less_often(newsroom: Newsroom) -> None:
    feed = full_feed(newsroom, "One")
    newsroom.server.answers["/One"] = answer(status="403 Forbidden")
    assert asked_in(newsroom, feed, "/One", 65) == [0, 1, 3, 7, 15, 31]
    assert asked_in(newsroom, feed, "/feed.xml", 1) == [0]
    [visit] = [one for one in rows(newsroom.store, "visit") if one["url"].endswith("/One")]
    assert visit["failures"] == 6


def test_a_page_that_is_gone_is_asked_for_once(newsroom: Newsroom) -> None:
    assert asked_in(newsroom, full_feed(newsroom, "One"), "/One", 5) == [0]


def test_a_page_that_comes_back_is_taken_though_its_feed_has_not_changed(
    newsroom: Newsroom,
) -> None:
    feed = full_feed(newsroom, "One", "Two")
    newsroom.server.answers |= {
        "/One": in_turn(answer(status="403 Forbidden"), answer(page("One is back"))),
        "/Two": answer(page("Two")),
    }
    assert asked_in(newsroom, feed, "/One", 5) == [0, 1]
    assert "One is back" in {one["title"] for one in rows(newsroom.store, "article")}
    newsroom.server.seen.clear()
    newsroom.ask(feed, now=NOW + 9 * HOUR)
    assert newsroom.server.seen[0].headers["if-none-match"] == '"1"'


def test_pages_of_a_host_that_asks_to_wait_are_left_for_later(newsroom: Newsroom) -> None:
    feed = full_feed(newsroom, "One", "Two")
    newsroom.server.answers["/One"] = answer(status="429 Too Many Requests", Retry_After="7200")
    assert newsroom.ask(feed).more == ("courier",)
    assert [one["url"] for one in rows(newsroom.store, "visit")] == []
    [state] = rows(newsroom.store, "fetch_state")
    assert state["due_at"] - NOW > timedelta(minutes=100)


def test_pages_are_asked_by_their_addresses(newsroom: Newsroom) -> None:
    newsroom.server.answers["/a"] = answer(page("Ferry"))
    pages = {"kind": "pages", "urls": (newsroom.server.url("/a"), newsroom.server.url("/b"))}
    assert outcome(newsroom.ask(pages)) == (1, 0, 0, 1)
    assert newsroom.ask(pages | {"urls": pages["urls"][1:]}).failed


JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [
 {"id": "1", "url": "https://courier.example/1", "title": "Ferry", "content_html": "<p>A.</p>",
  "date_published": "2026-11-23T08:00:00Z", "tags": ["Ports"], "authors": [{"name": "I. V."}]},
 "nonsense", {"id": "2", "url": 7, "title": ["x"]}]}"""


def test_a_json_feed_is_read(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = answer(JSON_FEED)
    assert outcome(newsroom.ask(newsroom.feed())) == (1, 0, 0, 2)
    [article] = rows(newsroom.store, "article")
    assert (article["title"], article["authors"]) == ("Ferry", ["I. V."])


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"kind": "feed"}, "'url'"),
        ({"kind": "pages"}, "'urls'"),
        ({"kind": "files"}, "'path'"),
        ({"kind": "telex"}, "no kind of source"),
    ],
)
def test_a_source_that_lacks_something_is_refused(
    newsroom: Newsroom, source: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        newsroom.ask(source)


def test_a_refresh_that_ends_before_it_has_loaded_asks_again(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = answer(rss("One"), ETag='"1"')
    with pytest.raises(MemoryError):
        newsroom.ask(newsroom.feed(), start_engine=Dying)
    assert outcome(newsroom.ask(newsroom.feed(), due_only=True)) == (1, 0, 0, 0)
    assert "if-none-match" not in newsroom.server.seen[1].headers


def test_a_host_that_asks_to_wait_is_left_alone_for_as_long(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = answer(
        status="429 Too Many Requests", Retry_After="86400"
    )
    assert newsroom.ask(newsroom.feed()).failed
    [state] = rows(newsroom.store, "fetch_state")
    assert state["due_at"] - NOW > timedelta(hours=23)


def test_relative_links_are_taken_from_the_address_of_the_feed(newsroom: Newsroom) -> None:
    feed = rss("One").replace(b"https://courier.example", b"")
    newsroom.server.answers["/feed.xml"] = answer(feed)
    newsroom.ask(newsroom.feed())
    [article] = rows(newsroom.store, "article")
    assert article["url"] == newsroom.server.url("/One")


def test_raw_answers_are_kept_for_as_long_as_the_settings_say(newsroom: Newsroom) -> None:
    newsroom.server.answers["/feed.xml"] = in_turn(answer(rss("One")), answer(rss("Two")))
    newsroom.ask(newsroom.feed())
    newsroom.ask(newsroom.feed(), now=NOW + 40 * 24 * HOUR)
    assert len(list(raw.records(newsroom.store))) == 1
    newsroom.ask(newsroom.feed(), now=NOW + 90 * 24 * HOUR, keep_raw=timedelta(0))
    assert list(raw.records(newsroom.store)) == []


def test_a_feed_of_ten_thousand_entries_is_read(newsroom: Newsroom) -> None:
    feed = rss(*(f"Entry {number}" for number in range(10_000)))
    newsroom.server.answers["/feed.xml"] = answer(feed)
    assert newsroom.ask(newsroom.feed()).counts.new == 10_000


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
BOMB = gzip.compress(b" " * 2_000_000)
LAUGHS = (
    b"<!DOCTYPE a [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>"
)
MISBEHAVING: dict[str, tuple[Answer, str]] = {
    "drips": (dripping(HEAD + b"Content-Length: 9999\r\n\r\n", b"x"), "timed_out"),
    "without end": (pouring(HEAD + b"\r\n", b"<item>"), "too_large"),
    "gzip bomb": (answer(BOMB, Content_Encoding="gzip"), "too_large"),
    "redirects in a circle": (answer(status="302 Found", Location="/bad"), "too_many_redirects"),
    "leads to this machine": (
        answer(status="302 Found", Location="http://127.0.0.1/"), "not_allowed_address"
    ),
    "hangs up": (cut(b""), "connection"),
    "half an answer": (cut(answer(rss("One"))[:-50]), "truncated"),
    "is angry": (answer(status="500 No"), "server_error"),
    "entities": (answer(LAUGHS), "no_date"),
    "a page": (answer(page("No feed")), ""),
    "a picture": (answer(b"\x89PNG\r\n"), "unknown_kind"),
    "nothing": (answer(b""), "empty"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "reason"), MISBEHAVING.values(), ids=MISBEHAVING)
def test_a_misbehaving_server_costs_its_own_source_alone(
    newsroom: Newsroom, given: Answer, reason: str
) -> None:
    newsroom.server.answers |= {"/bad": given, "/feed.xml": answer(rss("One"))}
    newsroom.ask(
        newsroom.feed("/bad", name="bad"),
        newsroom.feed(),
        max_bytes=1_000_000,
        total_timeout=timedelta(seconds=1),
    )
    assert "One" in {one["title"] for one in rows(newsroom.store, "article")}
    problems = rows(newsroom.store, "problem")
    assert [one["reason"] for one in problems] == ([reason] if reason else [])


def test_each_source_has_the_answer_of_its_own_address(newsroom: Newsroom) -> None:
    names = [f"n{number}" for number in range(12)]
    for name in names[::2]:  # the others are not found
        newsroom.server.answers[f"/{name}"] = answer(rss(name))
    pages = {"name": "p", "kind": "pages", "url": newsroom.server.url("/n0"), "urls": ("http://a",)}
    feeds = [newsroom.feed(f"/{name}", name=name) for name in names]
    result = newsroom.ask(pages, *feeds)
    assert {one["title"] for one in rows(newsroom.store, "article")} == set(names[::2])
    assert len(result.failed) == 1 + len(names[1::2])
    asked = {one["source"]: one["articles"] for one in rows(newsroom.store, "fetch_state")}
    assert asked == {"p": 0} | {name: 1 - number % 2 for number, name in enumerate(names)}
