"""One function asks a metric: `ask` for charts (pandas), `table` for programs (Arrow).

DuckDB takes no bound parameter in a view, and refuses one that a statement does not use (2.0):
hence the tables of the filters go before the metric as CTEs, and only what stands in the text is
bound."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from dashboard.filters import Filters, to_sql
from dashboard.metrics.catalogue import (
    METRICS,
    Measure,
    Metric,
    Period,
    Sort,
    find_metric,
    read_sql,
)
from presswatch import search
from presswatch.errors import StoreError
from presswatch.snapshot import Snapshot

__all__ = ["METRICS", "Measure", "Metric", "Period", "Sort", "ask", "find_metric", "table"]

# What metrics read beside the articles that pass the filters.
SHARED = {name: read_sql(f"shared/{name}.sql")[1] for name in ("periods", "days", "seen", "ranked")}
NEXT = ",\n"
Find = Callable[[Path, str], pa.Table]


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
    selection = to_sql(filters, snapshot.pointer)
    text = _compose(asked, selection.tables)
    used = set(re.findall(r"\$(\w+)", text))
    values = {name: value for name, value in (selection.bound | given).items() if name in used}
    with snapshot.cursor() as cursor:
        if filters.query:
            cursor.register("hits", find(snapshot.store, filters.query))
        try:
            rows = cursor.sql(text, params=values).to_arrow_table()
        except duckdb.BinderException as error:  # a column that an earlier Presswatch did not know
            raise StoreError(
                f"{snapshot.store}: an earlier Presswatch has made this snapshot, and it cannot "
                "answer that. Refresh once to bring it forward."
            ) from error
    if given.get("period", Period.DAY) != Period.DAY:
        rows = rows.drop_columns(list(asked.by_day_only))
    return rows


def _compose(metric: Metric, tables: dict[str, str]) -> str:
    """The metric's SQL after the tables it reads, and those that these read in turn."""
    text, ctes = metric.sql, ""
    for name, sql in reversed((tables | SHARED).items()):  # a table reads only those before it
        if re.search(rf"\b{name}\b", text):
            text += sql
            ctes = f"{name} AS (\n{sql}\n),\n{ctes}"
    return f"WITH {ctes.removesuffix(NEXT)}\nFROM (\n{metric.sql}\n)"
