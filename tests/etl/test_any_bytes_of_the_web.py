"""Whatever bytes the web answers with, there are articles or a problem, and never an error."""

import io
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl.document import Document, Problem, Reason
from etl.extract import extract
from etl.fetch import Fetched
from etl.intake import archives, discover, feeds
from etl.intake.answers import document, documents
from etl.intake.asked import Visit
from etl.intake.sitemap import Entry, entries
from etl.intake.source import Source
from tests.conftest import NOW
from tests.etl.test_archives import article
from tests.etl.test_sitemaps import index, urlset
from tests.etl.test_sources import JSON_FEED
from tests.etl.web import page, rss

UTC = ZoneInfo("UTC")
SEEDS = (
    rss("One", "Two"), page("Ferry stays in port"), JSON_FEED, urlset("https://a.example/1"),
    index("https://a.example/1.xml"), article(1),
)  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOURCE = Source(name="a", kind="archive", read_at=NOW)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A good answer with something cut out, put in, or both; or nothing but noise."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=400))
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 3))):
        at, to = sorted(draw(st.integers(0, len(content))) for _ in range(2))
        filling = draw(
            st.binary(max_size=20) | st.sampled_from((b"<", b"&#0;", b"]]>", b"{", b"\0"))
        )
        content = content[:at] + filling + content[min(to, at + 40) :]
    return content


def fetched(content: bytes, charset: str = "utf-8") -> Fetched:
    headers = {"content-type": f"text/html; charset={charset}"}
    url = "https://courier.example/x"
    return Fetched(asked=url, url=url, status=200, headers=headers, content=content, fetched_at=NOW)


@QUICK
@given(spoilt(), st.sampled_from(("utf-8", "latin-1", "utf-16", "windows-1251", "hex", "idna")))
def test_an_answer_is_articles_or_problems(content: bytes, charset: str) -> None:
    found = list(documents(fetched(content, charset), asked="a", outlet=None, read_at=NOW))
    assert found
    for one in found:
        assert isinstance(one, Problem) or list(extract(one, UTC))


@QUICK
@given(spoilt())
def test_a_sitemap_is_entries_or_one_problem(content: bytes) -> None:
    found = list(entries(content, 100_000))
    assert found
    assert all(isinstance(one, Entry | Reason) for one in found)
    assert sum(isinstance(one, Reason) for one in found) <= 1


@QUICK
@given(spoilt())
def test_an_archive_is_pages_or_problems(content: bytes) -> None:
    asked: Any = SimpleNamespace(visits=lambda urls: {})
    found = list(archives.pages(SOURCE, asked, io.BytesIO(content), "a.warc", "1"))
    assert all(isinstance(one, Document | Problem | Visit) for one in found)
    assert isinstance(found[-1], Visit)


@QUICK
@given(spoilt())
@example(JSON_FEED.replace(b"https://courier.example/1", b"https://[b"))
def test_anything_may_stand_where_a_site_is_looked_for(content: bytes) -> None:
    discover.kind_of(fetched(content))
    list(discover.named_feeds(fetched(content)))
    asked: Any = SimpleNamespace(visits=lambda urls: {}, most_pages=10)
    assert all("://" in url for url in feeds.wanted_pages(SOURCE, fetched(content), asked).now)


BLANKS = b" " * 1_000_000


@pytest.mark.parametrize(
    "content",
    [
        b"<rss><channel><item><link>" + BLANKS + b"</link></item></channel></rss>",
        b"<rss><channel><item><link href" + BLANKS,
        b'<feed><entry><link rel="' + BLANKS,
        b'<html><link rel="alternate" href=' + BLANKS,
        b"<link " * 150_000,
    ],
    ids=["a link", "an attribute", "a relation", "a page", "links"],
)
def test_blanks_without_end_do_not_hold_up_who_looks_for_links(content: bytes) -> None:
    asked: Any = SimpleNamespace(visits=lambda urls: {}, most_pages=10)
    assert feeds.wanted_pages(SOURCE, fetched(content), asked).now == []
    assert list(discover.named_feeds(fetched(content))) == []
    assert discover.NAMED.findall(BLANKS.decode().replace(" ", "\n")) == []


@pytest.mark.parametrize("charset", ["punycode", "idna", "zlib", "\0", "none"])
def test_a_charset_that_is_none_of_pages_is_not_taken(charset: str) -> None:
    content = b"\xff" + b"<p>a-b9k4z</p>" * 100_000
    assert document("https://a.example/", content, charset, NOW).content == content


@pytest.mark.parametrize("author", [b"a" * 1_000_000], ids=["1 MB without a space"])
def test_a_long_author_does_not_hold_up_a_feed(author: bytes) -> None:
    feed = rss("One").replace(b"<link>", b"<author>" + author + b"</author><link>")
    [document] = documents(fetched(feed), asked="a", outlet=None, read_at=NOW)
    assert isinstance(document, Document)
    assert len(list(extract(document, UTC))) == 1
