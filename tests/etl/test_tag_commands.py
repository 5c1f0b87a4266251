"""`presswatch tags`, tag rules and watchlists: what a person changes holds from the next refresh
on, whether or not there is anything new to read."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from dashboard.filters import Filters
from dashboard.metrics import ask
from etl.warehouse.store import locked, opened
from presswatch.cli import commands
from presswatch.errors import AskError, PresswatchError
from presswatch.snapshot import open_current, read_pointer
from tests.conftest import written
from tests.etl.test_refresh import row

Run = Callable[..., Result]
DOCUMENTS = [
    row(1, tags=["Port strike", "Trams"]),
    row(2, tags=["Port strikes"], title="Ferries tied up"),
    row(3, tags=["Quays", "Trams"]),
]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A command in a folder with a store of three articles and a presswatch.toml."""
    written(tmp_path / "rows.jsonl", DOCUMENTS)
    (tmp_path / "presswatch.toml").write_text('store = "store"\nworkers = 1\n', "utf-8")

    def run(*arguments: str) -> Result:
        config = str(tmp_path / "presswatch.toml")
        done = CliRunner().invoke(commands, [*arguments, "--config", config])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    assert run("load", str(tmp_path / "rows.jsonl")).exit_code == 0
    return run


def topics(store: Path, **chosen: tuple[str, ...]) -> dict[str, int]:
    with closing(open_current(store)) as snapshot:
        found = ask(snapshot, "topics", Filters(**chosen))
    return dict(zip(found.tag, found.coverage, strict=True))


def found(store: Path, tag: str) -> set[str]:
    with closing(open_current(store)) as snapshot:
        return set(ask(snapshot, "articles", Filters(tags_any=(tag,))).title)


def configure(tmp_path: Path, more: str) -> None:
    (tmp_path / "presswatch.toml").write_text(f'store = "store"\nworkers = 1\n{more}', "utf-8")


def test_a_merged_tag_is_found_by_each_of_its_names(run: Run, store: Path) -> None:
    assert topics(store) == {"Port strike": 2, "Trams": 2, "Quays": 1}
    run("tags", "merge", "quays", "--into", "port-strikes")
    assert topics(store)["Quays"] == 1
    run("refresh")
    assert topics(store) == {"port-strikes": 3, "Trams": 2}
    assert len(found(store, "Port Strike")) == len(found(store, "QUAYS")) == 3


def test_what_is_hidden_does_not_count_and_is_still_found(run: Run, store: Path) -> None:
    run("tags", "hide", "Trams")
    run("refresh")
    assert topics(store) == {"Port strike": 2, "Quays": 1}
    assert len(found(store, "trams")) == 2
    run("tags", "show", "trams")
    run("refresh")
    assert topics(store) == {"Port strike": 2, "Trams": 2, "Quays": 1}


def test_the_list_tells_what_became_of_each_tag(run: Run) -> None:
    run("tags", "hide", "Quays")
    run("refresh")
    rows = json.loads(run("tags", "list", "--format", "json").stdout)
    assert rows == [
        {"tag": "Port strike", "articles": 2, "also": ["port strikes"], "hidden": False,
         "boilerplate_of": []},
        {"tag": "Trams", "articles": 2, "also": [], "hidden": False, "boilerplate_of": []},
        {"tag": "Quays", "articles": 1, "also": [], "hidden": True, "boilerplate_of": []},
    ]  # fmt: skip
    assert run("tags", "list", "port-strikes").stdout.splitlines()[1:] == [
        "Port strike,2,port strikes,False,"
    ]


def test_boilerplate_counts_only_where_it_is_asked_for(
    run: Run, store: Path, tmp_path: Path
) -> None:
    many = [row(number, tags=["Homepage"], source="Herald") for number in range(10, 30)]
    run("load", str(written(tmp_path / "many.jsonl", many)))
    assert "Homepage" not in topics(store)
    assert topics(store, origins=("boilerplate",)) == {"Homepage": 20}
    assert len(found(store, "Homepage")) > 0
    listed = json.loads(run("tags", "list", "home", "--format", "json").stdout)
    assert [one["boilerplate_of"] for one in listed] == [["Herald"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hide", "Qays"), "No tag is named 'Qays'. `presswatch tags list` names them."),
        (("merge", "Trams", "nonesuch", "--into", "x"), "No tag is named 'nonesuch'."),
        (("merge", "Trams", "--into", "--"), "'--' has no letter or digit."),
    ],
)
def test_a_name_that_no_tag_has_is_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(AskError) as caught:
        run("tags", *arguments)
    assert str(caught.value).startswith(said)


def test_a_rule_that_changes_in_the_settings_changes_what_is_stored(
    run: Run, store: Path, tmp_path: Path
) -> None:
    configure(tmp_path, '[[tags]]\nname = "Ferry"\nquery = "ferries"\n')
    before = read_pointer(store).generation
    assert run("refresh").exit_code == 0
    assert read_pointer(store).generation != before
    assert found(store, "Ferry") == {"Ferries tied up"}
    configure(tmp_path, '[[tags]]\nname = "Ferry"\nquery = "NOT ferries"\n')
    run("refresh")
    assert found(store, "Ferry") == {"Title 1", "Title 3"}
    configure(tmp_path, "")
    run("refresh")
    assert "Ferry" not in topics(store)


def test_a_watchlist_tags_what_has_one_of_its_terms(run: Run, store: Path, tmp_path: Path) -> None:
    terms = json.dumps(["tied up", "title 3", "OR"])
    configure(tmp_path, f'[[watchlists]]\nname = "Quiet port"\nterms = {terms}\n')
    run("refresh")
    assert found(store, "quiet-port") == {"Ferries tied up", "Title 3"}
    assert topics(store, origins=("rule",)) == {"Quiet port": 2}


def test_a_term_that_is_no_words_is_refused(run: Run, tmp_path: Path) -> None:
    for term in ('say \\"no\\"', "--"):
        configure(tmp_path, f'[[watchlists]]\nname = "A"\nterms = ["{term}"]\n')
        with pytest.raises(PresswatchError, match="without quotation marks"):
            run("refresh")


def test_a_rule_of_an_earlier_presswatch_that_is_no_query_any_more_is_told(
    run: Run, store: Path, tmp_path: Path
) -> None:
    with locked(store, "test"), opened(store) as held:
        held.remember("tag_rules", json.dumps([{"name": "Ferry", "query": "kind:ferry"}]))
    arguments = ["load", str(tmp_path / "rows.jsonl"), "--store", str(store)]
    error = CliRunner().invoke(commands, arguments).exception
    assert isinstance(error, PresswatchError)
    assert "'kind:' at character 1 is no field" in str(error)


def test_bytes_that_are_no_text_are_refused(run: Run) -> None:
    for command in (("tags", "hide", "\udcff"), ("entities", "list", "\udcff")):
        with pytest.raises(PresswatchError, match="is not text"):
            run(*command)


def test_a_snapshot_of_an_earlier_presswatch_is_to_be_refreshed_first(
    run: Run, store: Path
) -> None:
    snapshot = store / "published" / f"{read_pointer(store).generation}.duckdb"
    with duckdb.connect(str(snapshot)) as connection:
        connection.execute("DROP TABLE tag_alias; DROP TABLE entity_alias")
    for command in ("tags", "entities"):
        with pytest.raises(PresswatchError, match="Refresh once"):
            run(command, "list")
