"""One function asks a metric: `ask` for charts (pandas), `table` for programs (Arrow).

DuckDB takes no bound parameter in a view, and refuses one that a statement does not use (2.0):
hence the tables of the filters go before the metric as CTEs, and only what stands in the text is
bound."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard import comparison
from dashboard.filters import Filters
from dashboard.metrics.catalogue import METRICS, Metric, find_metric, read_sql
from dashboard.metrics.parameters import Measure, Part, Period, Sort
from dashboard.selection import Selection, to_sql
from dashboard.voices import with_voices
from presswatch import search
from presswatch.query import Node
from presswatch.snapshot import Snapshot, known_to
from presswatch.source_states import TABLE as STATES
from presswatch.source_states import as_table, told

__all__ = ["METRICS", "Find", "Measure", "Metric", "Period", "Sort", "ask", "find_metric", "table"]

# What metrics read beside the articles that pass the filters.
# Each may read those before it.
SHARED = {
    name: read_sql(f"shared/{name}.sql")[1]
    for name in (
        *("periods", "days", "seen", "ranked", "asked", "own", "company", "member"),
        *("lines", "lined", "opened", "hours", "telling", "titled", "worded", "moved"),
    )
}
# What two selections are told apart by, as the table `told_apart`; these may read all others.
PARTS = {str(part): read_sql(f"parts/{part}.sql")[1] for part in Part}
NEXT = ",\n"
Find = Callable[[Path, Node], pa.Table]


def ask(
    snapshot: Snapshot,
    metric: Metric | str,
    filters: Filters,
    *,
    find: Find = search.find,
    **parameters: Any,
) -> pd.DataFrame:
    """The numbers of a metric as a DataFrame: days as datetime64, absent numbers as NaN."""
    rows = table(snapshot, metric, filters, find=find, **parameters)
    numbers: pd.DataFrame = rows.to_pandas(date_as_object=False)
    return numbers


def table(
    snapshot: Snapshot,
    metric: Metric | str,
    filters: Filters,
    *,
    find: Find = search.find,
    **parameters: Any,
) -> pa.Table:
    """The numbers of a metric as an Arrow table: days as date32, absent values as null.

    Raises AskError for an unknown metric or parameter, QueryError for a query."""
    asked = find_metric(metric) if isinstance(metric, str) else metric
    given = asked.read(parameters)
    reach = asked.reach(filters, snapshot.pointer, given) if asked.reach else None
    selection = to_sql(reach.filters if reach else filters, snapshot.pointer)
    if isinstance(members := given.get("members"), list):
        selection = with_voices(selection, members, stories=filters.stories)
    if isinstance(other := given.get("other"), str):
        beside = comparison.read(other, filters, snapshot.pointer)
        selection = comparison.with_other(selection, beside, snapshot.pointer)
    composed = _compose(asked, selection, str(given.get("part", "")))
    text = _counting(composed, stories=filters.stories)
    used = set(re.findall(r"\$(\w+)", text))
    bound = selection.bound | given | (dict(reach.bound) if reach else {})
    values = {name: value for name, value in bound.items() if name in used}
    with snapshot.cursor() as cursor:
        for number, words in enumerate(selection.words):
            cursor.register(f"hits_{number}", find(snapshot.store, words))
        if re.search(r"\bstop_word\b", text):
            cursor.register("stop_word", comparison.stop_words())
        if STATES in text and (states := told(snapshot.store)) is not None:
            cursor.register(STATES, as_table(states))  # in place of the snapshot's
        with known_to(snapshot.store):
            rows = cursor.sql(text, params=values).to_arrow_table()
    if given.get("period", Period.DAY) != Period.DAY:
        rows = rows.drop_columns(list(asked.by_day_only))
    return rows


def _counting(text: str, *, stories: bool) -> str:
    """The SQL with `count_of(story)` as what counts. A value cannot choose it: DuckDB 2.0 computes
    both arms of a CASE, and to count distinct stories takes ten times as long."""
    return re.sub(r"\bcount_of\((\w+)\)", r"count(DISTINCT \1)" if stories else "count(*)", text)


def _compose(metric: Metric, selection: Selection, part: str = "") -> str:
    """The metric's SQL after the tables it reads, and those that these read in turn.

    DuckDB 2.0 copies a CTE that is named twice: ten million mentions in 330 ms, where to read them
    again takes 20."""
    text, ctes = metric.sql, ""
    parts = {"told_apart": PARTS[part]} if part else {}
    tables = selection.tables | SHARED | parts | dict(metric.tables)
    for name, sql in reversed(tables.items()):  # a table reads only those before it
        if re.search(rf"\b{name}\b", text):
            text += f"\n{sql}"
            kept = "NOT MATERIALIZED " if name in selection.scans else ""
            ctes = f"{name} AS {kept}(\n{sql}\n),\n{ctes}"
    before = f"WITH {ctes.removesuffix(NEXT)}\n" if ctes else ""
    return f"{before}FROM (\n{metric.sql}\n)"
