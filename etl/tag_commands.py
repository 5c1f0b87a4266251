"""`presswatch tags`: list tags, and say which are one and which do not count."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from etl.listing import asked, form_option, limit_option, print_rows
from presswatch.desk.tag_rules import Decision, decide, merge_tags, tag_rules
from presswatch.errors import AskError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of
from presswatch.tags import fold

WHEN = "The next refresh applies it."


@click.group()
def tags() -> None:
    """Say which tags are one, and which do not count."""


@tags.command("list")
@click.argument("text", required=False)
@limit_option
@form_option
@store_options
def list_(text: str | None, limit: int, form: str, settings: Settings) -> None:
    """List tags by the number of articles, with their other names; those that TEXT is part of."""
    given = {"text": fold(text or ""), "limit": limit or None}
    print_rows(asked(store_of(settings), "list_tags", given), form)


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
    known = {row["key"] for row in asked(store, "known_tags", {"keys": keys})}
    known |= {rule.tag for rule in tag_rules(store)}
    if missing := [name for name in names if fold(name) not in known]:
        raise AskError(f"No tag is named {missing[0]!r}. `presswatch tags list` names them.")
