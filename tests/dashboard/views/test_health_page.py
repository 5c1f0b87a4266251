"""The page Health: what it says of a store that went well, one with problems, and an older one."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import health as charts
from dashboard.filters import Filters
from dashboard.metrics import table
from etl.intake.source import Source
from etl.progress import Progress
from etl.refresh import refresh
from presswatch.settings import Settings
from presswatch.snapshot import open_current
from presswatch.source_states import FILE
from tests.conftest import Inline, written
from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said

NOTHING = {"v": "1", "from": "2026-07-01", "to": "2026-07-31", "tag": "no such tag"}
HOSTILE = "a<b>bold<b> [x](https:evil.example).jsonl"
LATER = stores.NOW + timedelta(days=3)


def run(store: Path, *paths: Path, at: datetime = stores.NOW) -> None:
    """Refresh from these files as from sources of the settings, one named after each."""
    refresh(
        Settings(store=store, workers=1, time_zone="Europe/Amsterdam"),
        [Source(name=path.name, path=path, read_at=at) for path in paths],
        asked_all=True,
        clock=lambda: at,
        progress=Progress([], shown=False),
        start_engine=Inline,
    )


@pytest.fixture
def ailing(tmp_path: Path) -> Path:
    """A store refreshed twice: a source has bad lines, and one is gone the second time."""
    whole = written(tmp_path / "whole.jsonl", stores.rows()[:30])
    bad = written(tmp_path / HOSTILE, [{"title": "No date"}, stores.rows()[40]])
    gone = written(tmp_path / "gone.jsonl", stores.rows()[50:52])
    run(tmp_path / "store", whole, bad, gone)
    gone.unlink()
    written(whole, stores.rows()[:35])
    run(tmp_path / "store", whole, bad, gone, at=LATER)
    return tmp_path / "store"


def table_of(app: Any, column: str) -> pd.DataFrame:
    """The one table on a page with that column."""
    [found] = [one.value for one in app.dataframe if column in one.value]
    return found


def test_refreshes_are_listed_with_what_became_of_their_documents(
    open_page: Open, ailing: Path
) -> None:
    app = open_page("health", {"v": "1"}, ailing)
    assert not app.error and not app.exception
    listed = table_of(app, "Outcome")
    assert list(listed["Refresh"]) == [2, 1]
    assert list(listed["Outcome"]) == ["incomplete", "complete"]
    parts = listed["New"] + listed["Updated"] + listed["Unchanged"] + listed["Refused"]
    assert list(listed["Read"]) == list(parts)
    bars = {bar["name"]: bar["y"] for bar in figures(app)[0]["data"]}
    assert bars == {"complete": [33], "incomplete": [5]}


def test_a_failing_source_comes_first_and_says_why(open_page: Open, ailing: Path) -> None:
    app = open_page("health", {"v": "1"}, ailing)
    states = table_of(app, "Failures in a row")
    assert list(states["State"]) == ["fails", "well", "well"]
    assert states["Source"].iloc[0] == "gone.jsonl" and states["Failures in a row"].iloc[0] == 1
    assert states["Why"].iloc[0]
    assert {one.label: one.value for one in app.metric}["Sources that fail"] == "1"


def test_days_without_a_complete_refresh_are_counted(open_page: Open, ailing: Path) -> None:
    app = open_page("health", {"v": "1"}, ailing)
    assert {one.label: one.value for one in app.metric}["Days without"] == "3"
    assert list(table_of(app, "Begun, not complete")["Days"]) == [3]


def test_a_problem_is_explained_with_an_example_as_text(open_page: Open, ailing: Path) -> None:
    app = open_page("health", {"v": "1"}, ailing)
    [problem] = table_of(app, "What to do").to_dict("records")
    assert problem["Reason"] == "no_date" and problem["Documents"] == 1
    assert problem["What it means"] == "no date to be found, and none is guessed"
    assert HOSTILE in problem["Example"] and problem["Raw document"] == "where it lay"
    assert HOSTILE not in said(app)


def test_the_store_is_told_whatever_the_filters(open_page: Open) -> None:
    app = open_page("health", NOTHING)
    assert not app.error and not app.exception
    assert len(table_of(app, "Outcome")) == 1
    [info] = app.info
    assert "no such tag" in info.value.replace("\\", "")
    assert not [one for one in app.dataframe if "Which" in one.value]
    assert "whatever the filters" in said(app)


def test_what_is_counted_follows_the_filters(open_page: Open) -> None:
    app = open_page("health", {"v": "1", "from": "2026-07-30", "to": "2026-07-30"})
    counted = table_of(app, "Which")
    text = counted[counted["What"] == "text"].set_index("Which")["Articles"]
    assert text.to_dict() == {"found": 5, "not found": 1}
    assert "names of the title alone: 1 article." in said(app).replace("\\", "")


def test_a_store_without_sources_and_problems_says_so(open_page: Open, tmp_path: Path) -> None:
    documents = written(tmp_path / "rows.jsonl", stores.rows()[:3])
    refresh(
        Settings(store=tmp_path / "store", workers=1),
        [Source(name="rows", path=documents, read_at=stores.NOW)],
        asked_all=False,
        clock=lambda: stores.NOW,
        progress=Progress([], shown=False),
        start_engine=Inline,
    )
    app = open_page("health", {"v": "1"}, tmp_path / "store")
    assert not app.error and not app.exception
    assert "No source is asked" in said(app) and "No document has been refused" in said(app)
    assert [one.label for one in app.metric] == ["Complete until", "Last refresh"]


def test_a_refresh_that_published_nothing_is_told_with_the_sources_that_failed_in_it(
    open_page: Open, tmp_path: Path
) -> None:
    documents = written(tmp_path / "rows.jsonl", stores.rows()[:3])
    gone = written(tmp_path / "gone.jsonl", stores.rows()[50:52])
    run(tmp_path / "store", documents, gone)
    before = open_page("health", {"v": "1"}, tmp_path / "store")
    assert not before.info and list(table_of(before, "State")["State"]) == ["well", "well"]
    gone.unlink()
    run(tmp_path / "store", documents, gone, at=LATER)
    app = open_page("health", {"v": "1"}, tmp_path / "store")
    assert list(table_of(app, "Outcome")["Refresh"]) == [1]
    assert "Refresh 2 ended 3 August 2026, 14:00, incomplete" in app.info[0].value.replace("\\", "")
    assert list(table_of(app, "State")["State"]) == ["fails", "well"]


@pytest.mark.parametrize("content", ["", "{}", "[{}]", '[{"source": 1}]', "[[]]", "null"])
def test_where_the_states_of_sources_cannot_be_read_the_snapshots_count(
    ailing: Path, content: str
) -> None:
    (ailing / "published" / FILE).write_text(content, "utf-8")
    with closing(open_current(ailing)) as snapshot:
        rows = table(snapshot, "source_states", Filters()).to_pylist()
    assert [row["failures"] for row in rows] == [1, 0, 0]


def test_the_states_that_are_told_are_those_of_the_snapshot_that_was_published(
    ailing: Path,
) -> None:
    with closing(open_current(ailing)) as snapshot:
        told = table(snapshot, "source_states", Filters())
        (ailing / "published" / FILE).unlink()
        assert table(snapshot, "source_states", Filters()) == told


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "–"), (0.2, "0 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s"), (90_061, "25 h 1 min")],
)
def test_a_duration_is_written_as_people_say_it(seconds: float | None, words: str) -> None:
    assert charts.lasting(seconds) == words


def test_where_a_raw_document_is_kept_is_said(tmp_path: Path) -> None:
    at = datetime(2026, 7, 1, 8, tzinfo=UTC)
    runs = pd.DataFrame(
        {
            "refresh": [2, 1],
            "started_at": pd.to_datetime([at + timedelta(days=1), at]),
            "ended_at": pd.to_datetime([None, at + timedelta(hours=1)], utc=True),
        }
    )
    page = {"reason": "no_title", "documents": 1, "started_at": at, "place": None}
    page |= {"document": "https://example.org/a", "refresh": 1, "stage": "extract"}
    rows = [
        page,
        page | {"refresh": 2},
        page | {"stage": "fetch"},
        page | {"document": "a.csv", "place": "line 2"},
    ]
    shown = charts.problems(pd.DataFrame(rows), charts.kept(runs, {at: "raw/a.warc.gz"}))
    assert list(shown["Raw document"]) == [
        "raw/a.warc.gz", "no longer kept", "none came", "where it lay",
    ]  # fmt: skip
    assert shown["Example"].iloc[-1] == "a.csv, line 2"
