"""Raw documents are read again; what has none stays."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from etl.cli import REBUILT
from etl.enrich import STAGES
from presswatch.cli import commands
from tests.conftest import Load
from tests.etl.fetch.server import answer, in_turn
from tests.etl.test_refresh import row, rows
from tests.etl.web import Newsroom, page, rss


def rebuild(store: Path) -> dict[str, int]:
    done = CliRunner().invoke(
        commands, ["rebuild", "--stage", "extract", "--json", "--store", str(store)]
    )
    said: dict[str, int] = json.loads(done.output)
    return said


def test_a_second_rebuild_changes_nothing(newsroom: Newsroom, store: Path) -> None:
    server = newsroom.server
    feed = rss("Ferry stays").replace(b"https://courier.example", server.url("").encode())
    server.answers |= {
        "/feed.xml": answer(feed),
        "/Ferry-stays": in_turn(answer(page("Ferry stays in port")), answer(page("Ferry sails"))),
    }
    both = newsroom.feed(full=True), {"name": "p", "kind": "pages",
                                      "urls": (server.url("/Ferry-stays"),)}  # fmt: skip
    newsroom.ask(*both)  # a feed and two versions of its page: three titles of one article
    [before] = rows(store, "article")
    assert before["title"] == "Ferry sails"
    said = rebuild(store)
    assert (said["read"], said["updated"], said["unchanged"], said["refused"]) == (3, 0, 3, 0)
    [after] = rows(store, "article")
    assert after["title"] == before["title"]


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
    said = rebuild(store)
    assert (said["read"], said["updated"], said["unchanged"], said["without_raw"]) == (3, 1, 2, 1)
    assert len(rows(store, "article")) == 4
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        assert bodies.execute("FROM reading WHERE body = ['Cookies?']").fetchall() == []
        assert bodies.execute("FROM version").fetchall() == []  # nobody but us changed anything


def test_a_stage_is_done_again_with_those_that_read_it(load: Load, store: Path) -> None:
    load(row(title="Calm in Hamburg", text="Mara Lind was delighted. Rotterdam waits."))
    before = rows(store, "article")
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:  # as a worse scorer read it
        bodies.execute("UPDATE reading SET tone = -1, mentions = NULL, keyphrases = ['kept']")
    with duckdb.connect(str(store / "warehouse.duckdb")) as warehouse:
        warehouse.execute("UPDATE article SET tone = -1")
    done = again(store, "tone")
    assert (done["read"], done["updated"]) == (1, 1)
    assert [one["tone"] for one in rows(store, "article")] == [one["tone"] for one in before]
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        [(tone, phrases, mentions)] = bodies.execute(
            "SELECT tone, keyphrases, mentions FROM reading"
        ).fetchall()
    assert tone == before[0]["tone"]
    assert (phrases, mentions) == (["kept"], [])  # what the stage does not fill stays
    done = again(store, "tone")
    assert (done["read"], done["unchanged"]) == (1, 1)
    assert again(store, "entities")["updated"] == 1
    assert len(rows(store, "mention")) > 0


def test_every_stage_can_be_done_again() -> None:
    assert tuple(STAGES) == REBUILT


def test_to_do_any_stage_again_changes_nothing_where_it_reads_the_same(
    load: Load, store: Path
) -> None:
    load(row(title="Calm in Hamburg", text="Mara Lind was delighted. Rotterdam waits."))
    done = {stage: again(store, stage)["unchanged"] for stage in REBUILT}
    assert done == dict.fromkeys(REBUILT, 1)


@pytest.mark.parametrize("stage", ["entities", "tone", "quotes"])
def test_what_an_earlier_presswatch_has_read_is_done_again_too(
    load: Load, store: Path, stage: str
) -> None:
    load(row(title="Calm in Hamburg", text="Mara Lind was delighted. Rotterdam waits."))
    before = readings(store)
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        bodies.execute(
            "UPDATE reading SET spans = NULL, sentences = list_transform(sentences, lambda one: "
            "struct_update(one, start := NULL::INTEGER, plain_tone := NULL::DOUBLE))"
        )
    assert (again(store, stage)["refused"], again(store, stage)["unchanged"]) == (0, 1)
    assert readings(store) == before


def readings(store: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
        return bodies.execute("SELECT * EXCLUDE (refresh, made_with) FROM reading").fetchall()


def again(store: Path, stage: str) -> dict[str, int]:
    arguments = ["rebuild", "--stage", stage, "--json", "--store", str(store)]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 0, done.output
    said: dict[str, int] = json.loads(done.output)
    return said
