"""The commands that write, and those that say what was written. Each parses, calls, prints."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from etl import entity_commands, source_commands, tag_commands
from presswatch import resources
from presswatch.errors import LoadError, SettingsError, SourceError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of
from presswatch.snapshot import open_current, read_pointer

# The stages of etl/enrich/, whose import takes half a second; a test holds that these are they.
REBUILT = ("language", "sentences", "entities", "tone", "quotes", "keyphrases", "fingerprint")
PROBLEMS = Path(__file__).parent / "warehouse" / "problems.sql"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--source", metavar="NAME", help="The outlet, where the documents do not say.")
@click.option("--host", metavar="HOST", help="Whose paths these are, where addresses are paths.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column of a table holds a field, where its name is unusual. Repeatable.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@store_options
def load(
    paths: tuple[Path, ...],
    source: str | None,
    host: str | None,
    columns: tuple[str, ...],
    as_json: bool,
    settings: Settings,
) -> None:
    """Load files and folders: tables, pages, captures, feeds, web archives."""
    from etl.intake.archives import SUFFIXES
    from etl.intake.files import check_path
    from etl.intake.source import Source

    for path in paths:
        check_path(path)
    now = datetime.now(UTC)
    fields = _columns(columns)
    sources = [
        Source(
            name=str(path),
            kind="archive" if path.name.endswith(SUFFIXES) and path.is_file() else "files",
            path=path,
            outlet=source,
            host=host,
            columns=fields,
            read_at=now,
        )
        for path in paths
    ]
    _run(settings, sources, asked_all=False, as_json=as_json)


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--source", metavar="NAME", help="The outlet, where the page does not say.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@store_options
def clip(urls: tuple[str, ...], source: str | None, as_json: bool, settings: Settings) -> None:
    """Load single pages of the web, such as one that a colleague sent."""
    from etl.intake.source import Source

    now = datetime.now(UTC)
    clipped = Source(name="clip", kind="pages", urls=urls, outlet=source, anew=True, read_at=now)
    _run(settings, [clipped], asked_all=False, as_json=as_json)


@click.command()
@click.option("--all", "every", is_flag=True, help="Ask those sources too that are not due.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@store_options
def refresh(every: bool, as_json: bool, settings: Settings) -> None:
    """Load what is new at the sources that are due."""
    refresh_configured(settings, as_json=as_json, due_only=not every)


def refresh_configured(settings: Settings, *, as_json: bool, due_only: bool = True) -> None:
    """Ask the sources of the settings and the desk. Raises PresswatchError of many kinds."""
    sources = _configured(settings)
    _run(settings, sources, asked_all=bool(sources), as_json=as_json, due_only=due_only)


def _configured(settings: Settings) -> list[Any]:
    """All sources; none where articles were loaded from files, and rules or decisions may have
    changed since. Raises SettingsError where there is nothing at all."""
    from etl.warehouse.store import WAREHOUSE

    found = all_sources(settings)
    if not found and not (store_of(settings) / WAREHOUSE).is_file():
        raise SettingsError(
            "No sources are configured. Add [[sources]] to presswatch.toml, find those of a site "
            "with `presswatch sources add URL`, or load files with `presswatch load PATH`."
        )
    return found


def all_sources(settings: Settings) -> list[Any]:
    """The sources of the settings and the desk, as intake takes them; there may be none."""
    from etl.intake.source import Source

    now = datetime.now(UTC)
    return [
        Source(**one.model_dump(), read_at=now)  # the settings' fields are the record's
        for one in source_commands.known(settings)
    ]


@click.command()
@click.option(
    "--stage",
    type=click.Choice(["extract", *REBUILT]),
    required=True,
    help="What to do again, with all that reads what it gives.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@store_options
def rebuild(stage: str, as_json: bool, settings: Settings) -> None:
    """Read again what was fetched and is still kept, or the texts that are stored."""
    from etl.progress import Progress
    from etl.rebuild import enrich_again, rebuild

    store = store_of(settings)
    read_pointer(store)  # there is nothing to rebuild in a store that is none
    progress = Progress([], shown=not as_json)
    outlets = {source.name: source.outlet for source in source_commands.known(settings)}

    def clock() -> datetime:
        return datetime.now(UTC)

    try:
        if stage == "extract":
            result = rebuild(settings, outlets=outlets, clock=clock, progress=progress)
        else:
            result = enrich_again(settings, stage, clock=clock, progress=progress)
    finally:
        progress.close()
    without = result.articles - result.seen
    if stage != "extract":
        click.echo(json.dumps(result.as_dict()) if as_json else result.summary(store))
    elif as_json:
        click.echo(json.dumps(result.as_dict() | {"without_raw": without}))
    else:
        click.echo(result.summary(store))
        click.echo(f"Of {without:,} there is no raw document any more: they stay as they were.")


def _run(
    settings: Settings,
    sources: Sequence[Any],
    *,
    asked_all: bool,
    as_json: bool,
    due_only: bool = False,
) -> None:
    """Refresh, print what it did, and leave with the exit code that says so."""
    from etl.progress import Progress
    from etl.refresh import refresh

    progress = Progress([source.path for source in sources if source.path], shown=not as_json)
    try:
        result = refresh(
            settings,
            sources,
            asked_all=asked_all,
            clock=lambda: datetime.now(UTC),
            progress=progress,
            due_only=due_only,
        )
    finally:
        progress.close()
    click.echo(json.dumps(result.as_dict()) if as_json else result.summary(store_of(settings)))
    if result.failed and asked_all:
        raise SourceError(" ".join(result.failed))
    if 0 < result.counts.read == result.counts.refused:
        raise LoadError(
            "All of it was refused. `presswatch problems` says why, document by document."
        )


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@store_options
def status(as_json: bool, settings: Settings) -> None:
    """Say what is published, and how the last refresh went."""
    from etl.status import as_dict, as_text

    pointer = read_pointer(store_of(settings))
    click.echo(json.dumps(as_dict(pointer), indent=2) if as_json else as_text(pointer))


@click.command()
@click.option("--refresh", "number", type=int, metavar="N", help="Of this refresh alone.")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@store_options
def problems(number: int | None, form: str, settings: Settings) -> None:
    """List the documents that could not be taken, and why."""
    snapshot = open_current(store_of(settings))
    result = snapshot.cursor().execute(PROBLEMS.read_text("utf-8"), {"refresh": number})
    columns = [column[0] for column in result.description]
    rows = result.fetchall()
    if form == "json":
        click.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], indent=2))
    else:
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The last day.")
@click.option("--seed", type=int, metavar="N", help="Another number, another corpus.")
def sample(folder: Path, until: datetime | None, seed: int | None) -> None:
    """Write the documents of the sample corpus to a folder."""
    generator = resources.sample_generator()
    try:
        files = generator.write(
            folder,
            until=until.date() if until else generator.UNTIL,
            seed=generator.SEED if seed is None else seed,
        )
    except FileExistsError as error:
        raise SettingsError(
            f"{folder}: this folder holds other files. Name one that is empty or not there."
        ) from error
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be written to ({error.strerror}).") from error
    except OverflowError as error:
        raise SettingsError("--until: there is no calendar around that day.") from error
    click.echo(f"{folder}: {files:,} sample documents.")


def _columns(pairs: Sequence[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not (field and equals and column):
            raise SettingsError(f"--map {pair!r}: write FIELD=COLUMN, such as title=Headline.")
        columns[field] = column
    return columns


commands = [
    load,
    clip,
    refresh,
    source_commands.sources,
    entity_commands.entities,
    tag_commands.tags,
    rebuild,
    status,
    problems,
    sample,
]
