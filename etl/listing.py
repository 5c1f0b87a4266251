"""What is published, asked for a list and printed as one."""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from etl.warehouse.store import sql
from presswatch.snapshot import known_to, open_current

form_option = click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
limit_option = click.option(
    "--limit", type=click.IntRange(0), default=50, show_default=True, help="0 is all."
)


def asked(store: Path, name: str, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that NAME.sql of etl/warehouse finds in the current snapshot. Raises StoreError."""
    with closing(open_current(store)) as snapshot, snapshot.cursor() as cursor, known_to(store):
        found = cursor.sql(sql(name), params=given).to_arrow_table()
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def print_rows(rows: Sequence[Mapping[str, Any]], form: str) -> None:
    """Print rows as `--format` says; in CSV, a list is one field."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]))
        writer.writeheader()
        writer.writerows(
            {name: "; ".join(one) if isinstance(one, list) else one for name, one in row.items()}
            for row in rows
        )
