"""Raw documents are read again; what has none stays."""

import json
from pathlib import Path

import duckdb
from click.testing import CliRunner

from presswatch.cli import commands
from tests.conftest import Load
from tests.etl.fetch.server import answer
from tests.etl.test_refresh import row, rows
from tests.etl.web import Newsroom, page, rss


def test_raw_documents_are_read_again_and_what_has_none_stays(
    newsroom: Newsroom, load: Load, store: Path
) -> None:
    server = newsroom.server
    server.answers |= {
        "/feed.xml": answer(rss("One", "Two")),
        "/a": answer(page("Ferry stays in port")),
    }
    newsroom.ask(
        newsroom.feed(),
        {"name": "pages", "kind": "pages", "urls": (server.url("/a"), server.url("/gone"))},
    )
    load(row())
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:  # as a worse extractor read it
        bodies.execute("UPDATE reading SET section = 'x', body = ['Cookies?'] WHERE words > 30")
    done = CliRunner().invoke(
        commands, ["rebuild", "--stage", "extract", "--json", "--store", str(store)]
    )
    said = json.loads(done.output)
    assert (said["read"], said["updated"], said["unchanged"], said["without_raw"]) == (3, 1, 2, 1)
    assert len(rows(store, "article")) == 4
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        assert bodies.execute("FROM reading WHERE body = ['Cookies?']").fetchall() == []
        assert bodies.execute("FROM version").fetchall() == []  # nobody but us changed anything
