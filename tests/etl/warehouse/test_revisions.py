"""What a publisher changes after publication is kept, and told from what a better document says."""

import json
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from etl.article import article_id
from presswatch.search import reading
from tests.conftest import NOW, Load
from tests.etl.fetch.server import answer
from tests.etl.test_refresh import outcome, row, rows
from tests.etl.web import Newsroom, page, rss

ID = article_id("https://courier.example/1")


def versions(store: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        return bodies.execute(
            "SELECT title, body, refresh FROM version ORDER BY refresh"
        ).fetchall()


def test_an_earlier_version_is_kept(load: Load, store: Path) -> None:
    load(row(title="Talks fail", text="They failed."))
    assert rows(store, "article")[0]["revised_at"] is None
    later = NOW + timedelta(hours=1)
    load(row(title="Talks fail again", text="They failed."), now=later)
    load(row(title="Talks go on", text="They go on."), now=later + timedelta(hours=1))
    assert versions(store) == [
        ("Talks fail", ["They failed."], 2),
        ("Talks fail again", ["They failed."], 3),
    ]
    [article] = rows(store, "article")
    assert (article["title"], article["revised_at"]) == ("Talks go on", later + timedelta(hours=1))
    told = reading(store, ID)
    assert told is not None
    assert [one["title"] for one in told["versions"]] == ["Talks fail", "Talks fail again"]
    assert told["versions"][1]["seen_at"] == later.isoformat()


@pytest.mark.parametrize(
    "change",
    [{"tags": ["Ferries"]}, {"author": "I. V."}, {"section": "Ports"}],
    ids=lambda change: next(iter(change)),
)
def test_other_changes_are_no_revision(load: Load, store: Path, change: dict[str, object]) -> None:
    load(row())
    load(row(**change))
    assert versions(store) == []


def test_a_revision_is_not_forgotten_when_something_else_changes(load: Load, store: Path) -> None:
    for said in ({"title": "A"}, {"title": "B"}, {"title": "B", "section": "Ports"}):
        load(row(**said))
    assert rows(store, "article")[0]["revised_at"] == NOW


def test_a_text_that_was_missing_is_no_revision(load: Load, store: Path) -> None:
    load(row(text=""))
    load(row())
    assert versions(store) == []


def test_a_page_says_more_than_its_feed_and_holds_against_it(newsroom: Newsroom) -> None:
    server = newsroom.server
    site = server.url("").encode()
    feed = rss("Ferry stays in port").replace(b"https://courier.example", site)
    server.answers |= {
        "/feed.xml": answer(feed),
        "/Ferry-stays-in-port": answer(page("Ferry stays in port")),
    }
    newsroom.ask(newsroom.feed(full=True))
    words = rows(newsroom.store, "article")[0]["words"]
    assert words > 30
    server.answers["/feed.xml"] = answer(feed.replace(b"<item>", b"<item><category>A</category>"))
    newsroom.ask(newsroom.feed(full=True))
    assert rows(newsroom.store, "article")[0]["words"] == words
    assert [one["spelling"] for one in rows(newsroom.store, "article_tag")] == ["A"]
    assert versions(newsroom.store) == []


def test_a_page_holds_against_what_a_json_feed_says_later(newsroom: Newsroom) -> None:
    server = newsroom.server
    link = server.url("/a")
    server.answers["/a"] = answer(page("Ferry stays in port"))

    def feed(summary: str) -> bytes:
        item = {"id": "1", "url": link, "title": "Ferry", "summary": summary}
        item |= {"date_published": "2026-11-23T08:00:00Z", "date_modified": "2026-11-23T10:00:00Z"}
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode()

    for summary in ("An excerpt.", "Another excerpt."):
        server.answers["/feed.xml"] = answer(feed(summary))
        newsroom.ask(newsroom.feed(full=True))
    with duckdb.connect(str(newsroom.store / "bodies.duckdb")) as bodies:
        [(body,)] = bodies.execute("SELECT body FROM reading").fetchall()
    assert "stays in port" in body[0]


RICH = (
    '<meta property="og:title" content="Ferry stays in port">'
    '<meta property="og:description" content="No boat today.">'
    '<meta name="author" content="Ann Lee">'
    '<meta property="article:section" content="Ports"><meta name="news_keywords" content="Boats">'
    '<meta property="og:image" content="/i.jpg">'
)


def test_the_words_of_a_page_hold_against_a_feed_that_is_newer(newsroom: Newsroom) -> None:
    server = newsroom.server
    link = server.url("/a")
    server.answers["/a"] = answer(
        page("Ferry stays in port").replace(b"</head>", RICH.encode() + b"</head>")
    )
    entry = (
        f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>"
        f"PORT: Ferry!</title><link>{link}</link><pubDate>24 Nov 2026 08:00:00 GMT</pubDate>"
        "<dc:creator>Desk</dc:creator><category>News</category><description>Short.</description>"
        "</item></channel></rss>"
    )
    server.answers["/feed.xml"] = answer(entry.encode())
    newsroom.ask(newsroom.feed())
    newsroom.ask({"kind": "pages", "urls": (link,)})
    server.answers["/feed.xml"] = answer(entry.replace("24 Nov 2026 08", "24 Nov 2026 09").encode())
    newsroom.ask(newsroom.feed())
    with duckdb.connect(str(newsroom.store / "bodies.duckdb")) as bodies:
        held = "SELECT title, authors, tags, section, summary, parse_path(image)[-1] FROM reading"
        [said] = bodies.execute(held).fetchall()
    assert said == (
        "Ferry stays in port",
        ["Ann Lee"],
        ["Boats"],
        "Ports",
        "No boat today.",
        "i.jpg",
    )
    assert versions(newsroom.store) == []


def test_a_page_that_changes_is_newer_than_a_feed_that_dates_later(newsroom: Newsroom) -> None:
    server = newsroom.server
    link = server.url("/a")
    server.answers["/a"] = answer(page("Ferry stays in port"))
    newsroom.ask({"kind": "pages", "urls": (link,)})
    entry = (
        f"<rss version='2.0'><channel><item><title>Ferry</title><link>{link}</link>"
        "<pubDate>24 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>"
    )
    server.answers["/feed.xml"] = answer(entry.encode())
    newsroom.ask(newsroom.feed())
    server.answers["/a"] = answer(page("Ferry sails again"))
    newsroom.ask({"kind": "pages", "urls": (link,)})
    [article] = rows(newsroom.store, "article")
    assert article["title"] == "Ferry sails again"
    assert [title for title, *_ in versions(newsroom.store)] == ["Ferry stays in port"]


def listing(*titles: str) -> bytes:
    items = "".join(f"<li><a>{one}</a></li>" for one in titles)
    widget = f"<aside><h2>Most read</h2><ol>{items}</ol></aside></body>"
    return page("Ferry stays in port").replace(b"</body>", widget.encode())


def test_a_list_seen_on_another_day_is_an_observation_and_no_change(newsroom: Newsroom) -> None:
    pages = {"kind": "pages", "urls": (newsroom.server.url("/a"),)}
    newsroom.server.answers["/a"] = answer(listing("Trams", "Boats"))
    assert outcome(newsroom.ask(pages)) == (1, 0, 0, 0)
    newsroom.server.answers["/a"] = answer(listing("Boats", "Trams", "Cranes"))
    later = NOW + timedelta(days=1)
    assert outcome(newsroom.ask(pages, now=later)) == (0, 0, 1, 0)
    seen = [
        (str(one["day"]), one["title"], one["value"]) for one in rows(newsroom.store, "popularity")
    ]
    first, second = str(NOW.date()), str(later.date())
    assert sorted(seen) == [
        (first, "Boats", 2), (first, "Trams", 1),
        (second, "Boats", 1), (second, "Cranes", 3), (second, "Trams", 2),
    ]  # fmt: skip
