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
from tests.etl.test_refresh import row, rows
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
