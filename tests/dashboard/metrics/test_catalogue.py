"""The catalogue, the headers, the columns and docs/metrics.md say the same."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from dashboard import metrics
from dashboard.filters import Filters
from dashboard.metrics import METRICS, table
from dashboard.metrics.catalogue import FIELDS
from dashboard.metrics.columns import COLUMNS, KINDS
from dashboard.metrics.docs import page
from dashboard.metrics.parameters import PARAMETERS
from dashboard.reach import lately
from tests.dashboard.metrics.corpora import BASES, Opened, Random, bursting, corpus_of
from tests.dashboard.metrics.voices import MEMBERS

ROOT = Path(__file__).parents[3]
FOLDER = Path(metrics.__path__[0])
FINDING = {"members": MEMBERS[-1], "life": 1, "least": 0}  # parameters that leave something over
COMMAND = "python -m dashboard.metrics.docs > docs/metrics.md"


def test_every_file_is_in_the_catalogue() -> None:
    assert {file.stem for file in FOLDER.glob("*.sql")} == set(METRICS)


def test_every_shared_table_is_known() -> None:
    assert {file.stem for file in (FOLDER / "shared").glob("*.sql")} == set(metrics.SHARED)


@pytest.mark.parametrize("name", METRICS)
def test_a_header_says_what_is_measured(name: str) -> None:
    lines = (FOLDER / f"{name}.sql").read_text("utf-8").splitlines()
    header = [line for line in lines if line.startswith("--")]
    assert lines[: len(header)] == header
    assert [line[3:].split(":")[0] for line in header[-3:]] == list(FIELDS)
    assert METRICS[name].title
    assert METRICS[name].description.endswith(".")
    assert not lines[-1].endswith(";")


@pytest.mark.parametrize("name", METRICS)
def test_the_parameters_of_a_header_are_those_of_its_sql(name: str) -> None:
    metric = METRICS[name]
    text = metric.sql
    for shared, sql in reversed((metrics.SHARED | dict(metric.tables)).items()):
        text += f"\n{sql}" if re.search(rf"\b{shared}\b", text) else ""
    reach = {"over"} if metric.reach is lately else set()  # what says which days are read
    found = {each for each in PARAMETERS if f"${each}" in text}
    assert found | reach == set(metric.parameters)


@pytest.mark.parametrize("name", METRICS)
def test_a_result_has_the_columns_and_kinds_of_the_catalogue(name: str) -> None:
    asked = (_asked(name, Random(seed)) for seed in range(20))
    rows = next(rows for rows in asked if rows.num_rows)
    assert tuple(rows.column_names) == METRICS[name].columns
    kinds = {column: KINDS[COLUMNS[column][0]] for column in METRICS[name].columns}
    assert {field.name: field.type for field in rows.schema} == kinds


def test_the_seven_day_mean_is_by_day_only() -> None:
    with closing(Opened(corpus_of(Random(1), BASES[0], 10, 30))) as snapshot:
        rows = table(snapshot, "coverage", Filters(), period="week")
    assert rows.column_names == ["starts_on", "coverage", "complete"]


def test_every_column_is_used() -> None:
    assert set(COLUMNS) == {column for metric in METRICS.values() for column in metric.columns}


def _asked(name: str, chance: Random) -> pa.Table:
    span = 45 if name in ("evergreen", "silent_sources") else 10  # days
    corpus, filters = corpus_of(chance, BASES[0], span, size=48), Filters(since=date(2023, 12, 25))
    if METRICS[name].reach:  # these find what is unusual: that takes weeks
        corpus, filters = bursting(chance.randrange(2**32)), Filters()
    with closing(Opened(corpus)) as snapshot:
        given = {key: value for key, value in FINDING.items() if key in METRICS[name].parameters}
        return table(snapshot, name, filters, find=snapshot.find, **given)


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "metrics.md").read_text("utf-8")
    assert written == page(), f"run `{COMMAND}`"
