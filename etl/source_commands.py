"""`presswatch sources`: find, list, add and remove what is asked for articles."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from presswatch.address import normalise, without_password
from presswatch.desk.sources import add_source, remove_source
from presswatch.desk.sources import sources as desk_sources
from presswatch.errors import SettingsError, SourceError
from presswatch.options import store_options
from presswatch.settings import Settings, SourceSettings, store_of

COLUMNS = ("name", "kind", "address", "added_by", "last_fetch", "next_due", "articles",
           "articles_a_day", "failures", "failure")  # fmt: skip


@click.group()
def sources() -> None:
    """Say where articles come from."""


@sources.command()
@click.argument("url")
@click.option("--outlet", metavar="NAME", help="Who publishes, where the documents do not say.")
@click.option("--full", is_flag=True, help="Read the pages that a feed's new entries lead to.")
@store_options
def add(url: str, outlet: str | None, full: bool, settings: Settings) -> None:
    """Find the feeds and news sitemaps of a site, and ask them from now on."""
    from etl.fetch import Fetcher
    from etl.intake.discover import find

    if normalise(url) is None:
        raise SettingsError(
            f"{url!r} is no address of the web. Write it whole: https://www.example.org/"
        )
    now = datetime.now(UTC)
    with Fetcher(settings.fetch, now=lambda: datetime.now(UTC)) as fetcher:
        found = find(fetcher, url)
    if not isinstance(found, list):
        raise SourceError(f"{found.document} could not be had ({found.why}).")
    if not found:
        raise SourceError(
            f"{without_password(url)}: no feed and no news sitemap was found there. "
            "Give the address of one, or name a sitemap as a source of kind 'sitemap' in "
            "presswatch.toml."
        )
    for one in found:
        source = SourceSettings(
            name=without_password(one.url).partition("://")[2].rstrip("/"),
            kind=one.kind,
            url=one.url,
            outlet=outlet,
            full=full and one.kind == "feed",
        )
        add_source(store_of(settings), source, now=now)
        click.echo(f"{source.kind} {source.name}")


@sources.command()
@click.argument("name")
@store_options
def remove(name: str, settings: Settings) -> None:
    """Take a source off the desk's list; its articles stay."""
    if not remove_source(store_of(settings), name):
        where = (
            "presswatch.toml names it: remove it there"
            if name in _named(settings)
            else ("`presswatch sources list` names those there are")
        )
        raise SettingsError(f"the desk has no source {name!r}: {where}.")


@sources.command("list")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@store_options
def list_(form: str, settings: Settings) -> None:
    """List the sources: when each was asked, what it brought, and whether it fails."""
    rows = _rows(settings, datetime.now(UTC))
    if form == "json":
        click.echo(json.dumps(rows, indent=2))
        return
    writer = csv.DictWriter(sys.stdout, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)


@sources.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_options
def import_(file: Path, settings: Settings) -> None:
    """Add the feeds of an OPML file, as other readers export it."""
    from etl import opml

    try:
        found, left_out = opml.read(file.read_bytes())
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read ({error.strerror}).") from error
    if not found:
        raise SettingsError(f"{file}: no feed is named in it. Give it a list in OPML.")
    now = datetime.now(UTC)
    for source in found:
        add_source(store_of(settings), source, now=now)
    added = "1 feed was added." if len(found) == 1 else f"{len(found):,} feeds were added."
    without = f" {left_out:,} without a usable address left out." if left_out else ""
    click.echo(f"{added}{without}")


@sources.command()
@store_options
def export(settings: Settings) -> None:
    """Print all feeds as OPML, for other readers."""
    from etl import opml

    sources = known(settings)
    feeds = [source for source in sources if source.kind == "feed"]
    click.echo(opml.written(feeds), nl=False)
    if left_out := [source.name for source in sources if source.kind != "feed"]:
        named = ", ".join(left_out)
        click.echo(f"presswatch: OPML lists feeds alone, so these are left out: {named}.", err=True)


def known(settings: Settings) -> Sequence[SourceSettings]:
    """The sources of the settings and the desk; of two of one name, the desk's."""
    added = desk_sources(settings.store) if settings.store else []
    return list({one.name: one for one in (*settings.sources, *added)}.values())


def _named(settings: Settings) -> set[str]:
    return {source.name for source in settings.sources}


def _rows(settings: Settings, now: datetime) -> list[dict[str, Any]]:
    from etl.intake.source import Source
    from presswatch.source_states import told

    states = {state.source: state for state in told(store_of(settings)) or ()}
    on_desk = {source.name for source in desk_sources(store_of(settings))}
    rows = []
    for one in known(settings):
        source = Source(**one.model_dump(), read_at=now)
        state = states.get(source.name)
        state = state if state and state.is_of(source.kind, source.address) else None
        values = (
            source.name,
            source.kind,
            source.address,
            "command" if source.name in on_desk else "presswatch.toml",
            state and state.asked_at.isoformat(timespec="seconds"),
            state and state.due_at.isoformat(timespec="seconds"),
            state.articles if state else 0,
            None if state is None or state.per_day is None else round(state.per_day, 2),
            state.failures if state else 0,
            state and state.failure,
        )
        rows.append(dict(zip(COLUMNS, values, strict=True)))
    return rows
