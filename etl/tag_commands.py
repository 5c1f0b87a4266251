"""`presswatch tags`: list tags, and say which are one and which do not count."""

import csv
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from presswatch.desk.tag_rules import Decision, decide, merge_tags, tag_rules
from presswatch.errors import AskError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of
from presswatch.snapshot import known_to, open_current
from presswatch.tags import fold

SQL = Path(__file__).parent / "warehouse"
WHEN = "The next refresh applies it."


@click.group()
def tags() -> None:
    """Say which tags are one, and which do not count."""


@tags.command("list")
@click.argument("text", required=False)
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="0 is all.")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@store_options
def list_(text: str | None, limit: int, form: str, settings: Settings) -> None:
    """List tags by the number of articles, with their other names; those that TEXT is part of."""
    given = {"text": fold(text or ""), "limit": limit or None}
    rows = _asked(store_of(settings), "list_tags", given)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]))
        writer.writeheader()
        writer.writerows(
            {name: "; ".join(one) if isinstance(one, list) else one for name, one in row.items()}
            for row in rows
        )


@tags.command()
@click.argument("names", nargs=-1, required=True, metavar="TAG...")
@click.option("--into", required=True, metavar="TAG", help="What they are; shown as written here.")
@store_options
def merge(names: tuple[str, ...], into: str, settings: Settings) -> None:
    """Make tags other names of one."""
    store = store_of(settings)
    if not fold(into):
        raise AskError(f"{into!r} has no letter or digit. Name the tag to merge into.")
    _check(store, names)
    merge_tags(store, names, into, now=datetime.now(UTC))
    click.echo(f"{', '.join(names)} merged into {into}. {WHEN}")


@tags.command()
@click.argument("names", nargs=-1, required=True, metavar="TAG...")
@store_options
def hide(names: tuple[str, ...], settings: Settings) -> None:
    """Count tags no more; articles keep them, and are found by them."""
    store = store_of(settings)
    _check(store, names)
    decide(store, names, Decision.HIDE, now=datetime.now(UTC))
    click.echo(f"{', '.join(names)} hidden. {WHEN}")


@tags.command()
@click.argument("names", nargs=-1, required=True, metavar="TAG...")
@store_options
def show(names: tuple[str, ...], settings: Settings) -> None:
    """Count tags as tags of their own: neither merged, nor hidden, nor boilerplate."""
    store = store_of(settings)
    _check(store, names)
    decide(store, names, Decision.SHOW, now=datetime.now(UTC))
    click.echo(f"{', '.join(names)} shown. {WHEN}")


def _check(store: Path, names: Sequence[str]) -> None:
    """Refuse a name that no tag has: it would be without effect, and nobody would know."""
    keys = sorted({fold(name) for name in names})
    known = {row["key"] for row in _asked(store, "known_tags", {"keys": keys})}
    known |= {rule.tag for rule in tag_rules(store)}
    if missing := [name for name in names if fold(name) not in known]:
        raise AskError(f"No tag is named {missing[0]!r}. `presswatch tags list` names them.")


def _asked(store: Path, name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of NAME.sql over what is published."""
    with closing(open_current(store)) as snapshot, snapshot.cursor() as cursor:
        text = (SQL / f"{name}.sql").read_text("utf-8")
        with known_to(store):
            found = cursor.sql(text, params=given).to_arrow_table()
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows
