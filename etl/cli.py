"""The commands that write, and those that say what was written. Each parses, calls, prints."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from presswatch import resources
from presswatch.errors import LoadError, SettingsError, SourceError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of
from presswatch.snapshot import open_current, read_pointer

PROBLEMS = Path(__file__).parent / "warehouse" / "problems.sql"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--source", metavar="NAME", help="The outlet, where the documents do not say.")
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
    columns: tuple[str, ...],
    as_json: bool,
    settings: Settings,
) -> None:
    """Load files and folders: tables, pages, captures, feeds."""
    from etl.intake.files import check_path
    from etl.intake.source import Source

    for path in paths:
        check_path(path)
    now = datetime.now(UTC)
    fields = _columns(columns)
    sources = [
        Source(name=str(path), path=path, outlet=source, columns=fields, read_at=now)
        for path in paths
    ]
    _run(settings, sources, asked_all=False, as_json=as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@store_options
def refresh(as_json: bool, settings: Settings) -> None:
    """Load what the sources of presswatch.toml have that is new."""
    refresh_configured(settings, as_json=as_json)


def refresh_configured(settings: Settings, *, as_json: bool) -> None:
    """Ask all sources of the settings. Raises PresswatchError of many kinds."""
    _run(settings, _configured(settings), asked_all=True, as_json=as_json)


def _configured(settings: Settings) -> list[Any]:
    """The sources of the settings, as intake takes them."""
    from etl.intake import READERS
    from etl.intake.source import Source

    if not settings.sources:
        raise SettingsError(
            "No sources are configured. Add [[sources]] to presswatch.toml, "
            "or load files with `presswatch load PATH`."
        )
    for one in settings.sources:
        if one.kind not in READERS:
            raise SettingsError(
                f"source {one.name!r}: {one.kind!r} is no kind of source. "
                f"The kinds are {', '.join(READERS)}."
            )
    now = datetime.now(UTC)
    return [
        Source(**one.model_dump(), read_at=now)  # the settings' fields are the record's
        for one in settings.sources
    ]


def _run(settings: Settings, sources: Sequence[Any], *, asked_all: bool, as_json: bool) -> None:
    """Refresh, print what it did, and leave with the exit code that says so."""
    from etl.progress import Progress
    from etl.refresh import refresh

    progress = Progress([source.path for source in sources], shown=not as_json)
    try:
        result = refresh(
            settings,
            sources,
            asked_all=asked_all,
            clock=lambda: datetime.now(UTC),
            progress=progress,
        )
    finally:
        progress.close()
    click.echo(json.dumps(result.as_dict()) if as_json else result.summary(store_of(settings)))
    if result.failed:
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


commands = [load, refresh, status, problems, sample]
