"""Sitemaps: which pages are asked for, and what a bad one costs."""

import gzip
import socket
from collections.abc import Callable
from datetime import timedelta

import pytest

from etl.document import Reason
from etl.intake.sitemap import Entry, entries
from etl.intake.sitemaps import MOST_MAPS
from presswatch.snapshot import read_pointer
from tests.conftest import NOW
from tests.etl.fetch.server import Answer, Seen, Server, answer, in_turn
from tests.etl.test_refresh import outcome, rows
from tests.etl.web import Newsroom, page, rss

XML = b'<?xml version="1.0" encoding="UTF-8"?>'
SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*urls: str, changed: str = "2026-11-23", space: str = SPACES) -> bytes:
    listed = "".join(f"<url><loc>{url}</loc><lastmod>{changed}</lastmod></url>" for url in urls)
    return XML + f"<urlset {space}>{listed}</urlset>".encode()


def index(*urls: str, changed: str = "2026-11-23") -> bytes:
    listed = "".join(
        f"<sitemap><loc>{url}</loc><lastmod>{changed}</lastmod></sitemap>" for url in urls
    )
    return XML + f"<sitemapindex {SPACES}>{listed}</sitemapindex>".encode()


def sitemap(server: Server, path: str = "/sitemap.xml") -> dict[str, str]:
    return {"kind": "sitemap", "url": server.url(path)}


FORMS = {
    "plain": lambda urls: urlset(*urls),
    "without a namespace": lambda urls: urlset(*urls, space=""),
    "gzip": lambda urls: gzip.compress(urlset(*urls)),
    "text": lambda urls: "\r\n".join(urls).encode(),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_sitemap_of_every_form_leads_to_its_pages(newsroom: Newsroom, form: object) -> None:
    urls = [newsroom.server.url(f"/{name}") for name in ("a", "b")]
    newsroom.server.answers |= {
        "/sitemap.xml": answer(form(urls)),  # type: ignore[operator]
        "/a": answer(page("Ferry stays in port")),
        "/b": answer(page("Trams run again")),
    }
    assert outcome(newsroom.ask(sitemap(newsroom.server))) == (2, 0, 0, 0)


def test_an_index_leads_to_the_sitemaps_that_have_changed(newsroom: Newsroom) -> None:
    server = newsroom.server
    server.answers |= {
        "/sitemap.xml": answer(index(server.url("/1.xml"), server.url("/2.xml"))),
        "/1.xml": answer(urlset(server.url("/a"))),
        "/2.xml": answer(urlset(server.url("/b"))),
        "/a": answer(page("Ferry stays in port")),
        "/b": answer(page("Trams run again")),
    }
    assert outcome(newsroom.ask(sitemap(server))) == (2, 0, 0, 0)
    server.answers["/2.xml"] = answer(urlset(server.url("/b"), changed="2026-11-25"))
    server.answers["/sitemap.xml"] = answer(
        index(server.url("/1.xml")).replace(b"</sitemapindex>", b"")
        + index(server.url("/2.xml"), changed="2026-11-25").split(b">", 2)[2]
    )
    server.seen.clear()
    newsroom.ask(sitemap(server), now=NOW + timedelta(days=2))
    assert server.paths() == ["/sitemap.xml", "/2.xml", "/b"]


def test_no_more_pages_are_asked_for_than_allowed_the_newest_first(newsroom: Newsroom) -> None:
    server = newsroom.server
    old, new = (
        urlset(server.url(path), changed=day)
        for path, day in (("/a", "2020-01-01"), ("/b", "2026-11-23"))
    )
    server.answers["/sitemap.xml"] = answer(
        old.replace(b"</urlset>", b"") + new.split(b">", 2)[2], ETag='"1"'
    )
    for path in ("/a", "/b"):
        server.answers[path] = answer(page(f"Ferry {path}"))
    assert newsroom.ask(sitemap(server), pages=1).more == ("courier",)
    assert server.paths() == ["/sitemap.xml", "/b"]
    assert read_pointer(newsroom.store).complete_until is None
    # The rest, though the sitemap is unchanged.
    assert newsroom.ask(sitemap(server), pages=1).more == ()
    assert server.paths()[2:] == ["/sitemap.xml", "/a"]
    assert "if-none-match" not in server.seen[2].headers
    assert read_pointer(newsroom.store).complete_until == NOW


def test_who_allows_no_pages_misses_none(newsroom: Newsroom) -> None:
    newsroom.server.answers["/sitemap.xml"] = answer(urlset(newsroom.server.url("/a")))
    assert newsroom.ask(sitemap(newsroom.server), pages=0).more == ()


def unless_known(content: bytes) -> Answer:
    """An answer that costs a 304 the second time."""
    whole, unchanged = answer(content, ETag='"1"'), answer(status="304 Not Modified")

    def give(connection: socket.socket, seen: Seen) -> None:
        connection.sendall(unchanged if "if-none-match" in seen.headers else whole)

    return give


def test_a_sitemap_that_could_not_be_had_is_asked_for_again_though_its_index_is_unchanged(
    newsroom: Newsroom,
) -> None:
    server = newsroom.server
    server.answers |= {
        "/sitemap.xml": unless_known(index(server.url("/1.xml"), server.url("/2.xml"))),
        "/1.xml": unless_known(urlset()),
        "/2.xml": in_turn(answer(status="403 Forbidden"), answer(urlset(server.url("/a")))),
        "/a": answer(page("Ferry stays in port")),
    }
    for expected in ((0, 0, 0, 2), (1, 0, 0, 0), (0, 0, 0, 0)):  # an empty one is a problem, too
        assert outcome(newsroom.ask(sitemap(server))) == expected
    assert server.paths()[-1] == "/sitemap.xml"


def test_an_index_of_very_many_is_read_over_several_refreshes(newsroom: Newsroom) -> None:
    server = newsroom.server
    names = [f"/{number}.xml" for number in range(MOST_MAPS + 5)]
    listed = index(*map(server.url, names)).replace(b"<lastmod>2026-11-23</lastmod>", b"")
    server.answers |= {name: unless_known(urlset(server.url("/a"))) for name in names}
    server.answers |= {"/sitemap.xml": unless_known(listed), "/a": answer(page("Ferry"))}
    assert newsroom.ask(sitemap(server)).more == ("courier",)
    assert not set(names) <= set(server.paths())
    assert newsroom.ask(sitemap(server)).more == ()
    assert set(names) <= set(server.paths())


def test_pages_that_could_not_be_had_are_asked_for_again_though_the_sitemap_is_unchanged(
    newsroom: Newsroom,
) -> None:
    server = newsroom.server
    server.answers |= {
        "/sitemap.xml": unless_known(urlset(server.url("/a"), server.url("/gone"))),
        "/a": in_turn(answer(status="403 Forbidden"), answer(page("Ferry stays in port"))),
    }
    asked = []
    for minutes in (0, 30, 60, 90):
        server.seen.clear()
        newsroom.ask(sitemap(server), now=NOW + timedelta(minutes=minutes))
        asked.append(server.paths()[1:])
    assert asked == [["/a", "/gone"], [], ["/a"], []]
    assert "if-none-match" in server.seen[0].headers


def test_a_news_sitemap_says_title_date_and_keywords(newsroom: Newsroom) -> None:
    server = newsroom.server
    news = (
        "<news:news><news:publication><news:name>Harbour Courier</news:name>"
        "<news:language>en</news:language></news:publication>"
        "<news:publication_date>2026-11-23T08:00:00Z</news:publication_date>"
        "<news:title>Ferry stays in port</news:title>"
        "<news:keywords>Ports, Ferries</news:keywords></news:news>"
    )
    space = SPACES + ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    text = urlset(server.url("/a"), space=space).replace(b"</url>", f"{news}</url>".encode())
    server.answers["/sitemap.xml"] = answer(text)
    assert outcome(newsroom.ask(sitemap(server))) == (1, 0, 0, 1)  # the page is not found
    [article] = rows(newsroom.store, "article")
    assert (article["title"], article["source"]) == ("Ferry stays in port", "Harbour Courier")
    assert {one["spelling"] for one in rows(newsroom.store, "article_tag")} == {"Ports", "Ferries"}
    newsroom.ask(sitemap(server))
    assert server.paths().count("/a") == 1


def test_a_site_speaks_for_itself_alone(newsroom: Newsroom) -> None:
    newsroom.server.answers["/sitemap.xml"] = answer(urlset("https://elsewhere.example/a"))
    newsroom.ask(sitemap(newsroom.server))
    assert newsroom.server.paths() == ["/sitemap.xml"]


def test_indexes_that_lead_to_each_other_end(newsroom: Newsroom) -> None:
    server = newsroom.server
    server.answers |= {
        "/sitemap.xml": answer(index(server.url("/b.xml"), server.url("/sitemap.xml"))),
        "/b.xml": answer(index(server.url("/sitemap.xml"), server.url("/b.xml"))),
    }
    newsroom.ask(sitemap(server))
    assert server.paths() == ["/sitemap.xml", "/b.xml"]


BOMB = (
    XML
    + b'<!DOCTYPE a [<!ENTITY a "'
    + b"x" * 1_000
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 100) for n in range(5))
    + b"]><urlset><url><loc>https://a.example/&f;</loc></url></urlset>"
)
BAD = {
    "empty": (b"", Reason.EMPTY),
    "html": (b"<html><body>No.</body></html>", Reason.UNKNOWN_KIND),
    "prose": (b"No such thing.", Reason.UNKNOWN_KIND),
    "cut": (urlset("https://a.example/1", "https://a.example/2")[:-30], Reason.TRUNCATED),
    "no entry": (urlset(), Reason.EMPTY),
    "blank": (b" \n \n", Reason.EMPTY),
    "gzip in gzip bomb": (gzip.compress(gzip.compress(b" " * 3_000_000)), Reason.TOO_LARGE),
    "damaged gzip": (gzip.compress(urlset("https://a.example/1"))[:4] + b"x" * 50, Reason.EMPTY),
    "gzip bomb": (gzip.compress(b" " * 3_000_000), Reason.TOO_LARGE),
    "one line without end": (b"https://a.example/" + b"x" * 3_000_000, Reason.TOO_LARGE),
    "other things without end": (XML + b"<urlset>" + b"<a/>" * 100_000, Reason.MALFORMED),
    "an entry without end": (XML + b"<urlset><url>" + b"<a/>" * 100_000, Reason.TOO_LARGE),
    "deep": (XML + b"<urlset>" + b"<a>" * 10_000, Reason.MALFORMED),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_bad_sitemap_is_one_problem(content: bytes, reason: Reason) -> None:
    found = [one for one in entries(content, 1_000_000) if not isinstance(one, Entry)]
    assert found == [reason]


LISTED = [f"https://a.example/{number}/{'x' * (number % 97)}" for number in range(5_000)]
PACKINGS = {
    "not packed": bytes,
    "packed": gzip.compress,
    "packed twice": lambda content: gzip.compress(gzip.compress(content)),
    "in members": lambda content: b"".join(
        gzip.compress(content[at : at + 999]) for at in range(0, len(content), 999)
    ),
    "padded": lambda content: gzip.compress(content) + bytes(100),
}


@pytest.mark.parametrize("packed", PACKINGS.values(), ids=PACKINGS)
@pytest.mark.parametrize(
    "content",
    [
        urlset(*LISTED),
        urlset(*LISTED).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "\r\n".join(LISTED).encode(),
        "\n\n".join(LISTED).encode("utf-16"),
        "\r".join(LISTED).encode("utf-8-sig"),
    ],
    ids=["xml", "xml in utf-16", "text", "text in utf-16", "text with a mark"],
)
def test_a_sitemap_is_read_piece_by_piece(content: bytes, packed: Callable[[bytes], bytes]) -> None:
    found = [one for one in entries(packed(content), 10**7) if isinstance(one, Entry)]
    assert [one.url for one in found] == LISTED


def test_a_packed_sitemap_is_read_as_far_as_it_is_whole() -> None:
    *found, reason = entries(gzip.compress(urlset(*LISTED))[:-2_000], 10**7)
    assert [one.url for one in found if isinstance(one, Entry)] == LISTED[: len(found)]
    assert len(found) > 1_000
    assert reason is Reason.TRUNCATED


def test_entities_are_left_alone() -> None:
    assert all(len(one.url) < 100 for one in entries(BOMB, 10**6) if isinstance(one, Entry))


def test_a_page_is_read_of_which_a_feed_gave_an_excerpt_alone(newsroom: Newsroom) -> None:
    server = newsroom.server
    site = server.url("").encode()
    server.answers |= {
        "/feed.xml": answer(rss("Ferry").replace(b"https://courier.example", site)),
        "/sitemap.xml": answer(urlset(server.url("/Ferry"))),
        "/Ferry": answer(page("Ferry")),
    }
    both = (newsroom.feed(), sitemap(server) | {"name": "map"})
    newsroom.ask(*both)
    newsroom.ask(both[0], sitemap(server) | {"name": "another"}, now=NOW + timedelta(hours=1))
    assert server.paths().count("/Ferry") == 1
