"""`presswatch sources` and `clip`: what they find, keep, list, and leave alone."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from etl.warehouse.store import locked
from presswatch.cli import commands
from presswatch.errors import LoadError, PresswatchError, SettingsError, SourceError
from tests.etl.fetch.server import answer
from tests.etl.test_refresh import rows
from tests.etl.test_sitemaps import index, urlset
from tests.etl.web import Newsroom, page, rss

Run = Callable[..., Result]


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path) -> Run:
    """A command in a folder whose settings let it ask the server."""
    config = tmp_path / "presswatch.toml"
    config.write_text(
        'store = "store"\nworkers = 1\n[fetch]\nallowed_hosts = ["localhost"]\ndelay = "0s"\n'
    )

    def run(*arguments: str | Path) -> Result:
        done = CliRunner().invoke(commands, [*map(str, arguments), "--config", str(config)])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return run


def listed(run: Run) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run("sources", "list").output)))


def test_the_feeds_and_news_sitemaps_of_a_site_are_found(newsroom: Newsroom, run: Run) -> None:
    server = newsroom.server
    home = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss/all">'
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/rss/comments">'
        '<link rel="alternate" hreflang="de" href="/de">'
        '<link rel="alternate" type="application/rss+xml" href="/gone"></head><body>x</body></html>'
    )
    server.answers |= {
        "/": answer(home.encode()),
        "/rss/all": answer(rss("One")),
        "/rss/comments": answer(rss("First!")),
        "/robots.txt": answer(f"User-agent: *\nSitemap: {server.url('/map.xml')}\n".encode()),
        "/map.xml": answer(index(server.url("/news.xml"), server.url("/old.xml"))),
        "/news.xml": answer(urlset(server.url("/a"))),
    }
    assert run("sources", "add", server.url("/")).exit_code == 0
    assert {(one["kind"], one["address"]) for one in listed(run)} == {
        ("feed", server.url("/rss/all")),
        ("sitemap", server.url("/news.xml")),
    }
    assert {one["added_by"] for one in listed(run)} == {"command"}


def test_the_usual_places_are_looked_at_where_a_page_names_none(
    newsroom: Newsroom, run: Run
) -> None:
    server = newsroom.server
    server.answers |= {"/": answer(page("Home")), "/feed": answer(rss("One"))}
    run("sources", "add", server.url("/"))
    assert [one["address"] for one in listed(run)] == [server.url("/feed")]


def test_the_address_of_a_feed_is_taken_as_it_is(newsroom: Newsroom, run: Run) -> None:
    newsroom.server.answers["/x"] = answer(rss("One"))
    run("sources", "add", newsroom.server.url("/x"), "--outlet", "Courier", "--full")
    [found] = listed(run)
    assert (found["last_fetch"], found["articles"]) == ("", "0")
    assert run("refresh", "--json").exit_code == 0
    [found] = json.loads(run("sources", "list", "--format", "json").output)
    assert (found["articles"], found["failures"]) == (1, 0)
    assert found["next_due"] > found["last_fetch"]
    run("sources", "remove", found["name"])
    assert listed(run) == []
    with pytest.raises(SettingsError, match="has no source"):
        run("sources", "remove", found["name"])


def test_a_site_without_any_is_said_to_have_none(newsroom: Newsroom, run: Run) -> None:
    newsroom.server.answers["/"] = answer(page("Home"))
    with pytest.raises(SourceError, match="no feed and no news sitemap"):
        run("sources", "add", newsroom.server.url("/"))
    with pytest.raises(SourceError, match="not_found"):
        run("sources", "add", newsroom.server.url("/gone"))


@pytest.mark.parametrize(
    "text", ["notaurl", "www.courier.example", "file:///etc/passwd", "http://[x"]
)
def test_what_is_no_address_is_a_wrong_command(run: Run, text: str) -> None:
    with pytest.raises(SettingsError, match="no address") as raised:
        run("sources", "add", text)
    assert raised.value.exit_code == 2


def test_feeds_move_in_and_out_as_opml(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<opml version="1.1"><body><outline text="Papers">'
        '<outline type="rss" text="Courier" xmlUrl="https://courier.example/feed"/>'
        '<outline type="rss" text="Courier" xmlUrl="https://courier.example/sports"/>'
        '<outline type="rss" text="No" xmlUrl="file:///etc/passwd"/></outline></body></opml>'
    )
    assert "2 feeds were added. 1 without" in run("sources", "import", file).output
    one = tmp_path / "one.opml"
    one.write_text('<opml><body><outline xmlUrl="https://courier.example/feed"/></body></opml>')
    assert run("sources", "import", one).output == "1 feed was added.\n"
    run("sources", "remove", "https://courier.example/feed")
    exported = run("sources", "export").output
    before = listed(run)
    for one in before:
        run("sources", "remove", one["name"])
    file.write_text(exported)
    run("sources", "import", file)
    assert listed(run) == before


def test_an_export_says_what_it_leaves_out(newsroom: Newsroom, run: Run) -> None:
    server = newsroom.server
    server.answers |= {"/map": answer(urlset(server.url("/a"))), "/x": answer(rss("One"))}
    run("sources", "add", server.url("/map"))
    run("sources", "add", server.url("/x"))
    exported = run("sources", "export")
    assert server.url("/x") in exported.stdout
    assert server.url("/map") not in exported.stdout
    assert f"left out: localhost:{server.port}/map." in exported.stderr


@pytest.mark.parametrize("content", [b"", b"no list", b"\xff\xfe\x00", b"<opml><body/></opml>"])
def test_what_is_no_list_of_feeds_is_refused(tmp_path: Path, run: Run, content: bytes) -> None:
    (tmp_path / "feeds.opml").write_bytes(content)
    with pytest.raises(PresswatchError, match="no feed is named"):
        run("sources", "import", tmp_path / "feeds.opml")


def test_a_page_is_clipped_again_and_again(newsroom: Newsroom, run: Run) -> None:
    newsroom.server.answers["/a"] = answer(page("Ferry stays in port"), ETag='"1"')
    for _ in range(2):
        assert run("clip", newsroom.server.url("/a"), "--json").exit_code == 0
    assert [one["title"] for one in rows(newsroom.store, "article")] == ["Ferry stays in port"]
    assert not any("if-none-match" in seen.headers for seen in newsroom.server.seen)
    with pytest.raises(LoadError):  # exit code 1: all of it was refused
        run("clip", newsroom.server.url("/gone"))


def test_a_password_is_asked_with_and_never_shown(
    newsroom: Newsroom, run: Run, tmp_path: Path
) -> None:
    newsroom.server.answers["/x"] = answer(rss("One"))
    url = newsroom.server.url("/x").replace("://", "://desk:s3cret@")
    (tmp_path / "feeds.opml").write_text(
        f'<opml><body><outline type="rss" xmlUrl="{url}"/></body></opml>'
    )
    for command in (("add", url), ("import", tmp_path / "feeds.opml"), ("list",)):
        assert "s3cret" not in run("sources", *command).output
    assert {one["address"] for one in listed(run)} == {newsroom.server.url("/x")}


def test_what_a_folder_brought_is_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,url,published\nFerry,https://a.example/1,2026-11-20\n")
    config = tmp_path / "presswatch.toml"
    config.write_text('store = "store"\n[[sources]]\nname = "clippings"\npath = "a.csv"\n')
    run("refresh")
    assert [one["articles"] for one in listed(run)] == ["1"]


def test_sources_are_listed_while_a_refresh_is_at_work(newsroom: Newsroom, run: Run) -> None:
    newsroom.server.answers["/x"] = answer(rss("One"))
    run("sources", "add", newsroom.server.url("/x"))
    run("refresh")
    with locked(newsroom.store, "refresh"):
        assert [one["articles"] for one in listed(run)] == ["1"]


@pytest.mark.parametrize("told", [None, b"", b"[{}]"])
def test_sources_are_listed_of_a_store_that_does_not_tell_how_they_did(
    newsroom: Newsroom, run: Run, told: bytes | None
) -> None:
    newsroom.server.answers["/x"] = answer(rss("One"))
    run("sources", "add", newsroom.server.url("/x"))
    run("refresh")
    file = newsroom.store / "published" / "sources.json"
    file.unlink() if told is None else file.write_bytes(told)
    assert [one["last_fetch"] for one in listed(run)] == [""]


def test_the_desk_goes_before_the_settings_and_leaves_them_as_they_are(
    newsroom: Newsroom, run: Run, tmp_path: Path
) -> None:
    newsroom.server.answers["/x"] = answer(rss("One"))
    name = newsroom.server.url("/x").partition("://")[2]
    config = tmp_path / "presswatch.toml"
    config.write_text(
        config.read_text().replace("[fetch]", f'[[sources]]\nname = "{name}"\npath = "a"\n[fetch]')
    )
    text = config.read_text()
    run("sources", "add", newsroom.server.url("/x"))
    assert [(one["kind"], one["added_by"]) for one in listed(run)] == [("feed", "command")]
    assert config.read_text() == text
