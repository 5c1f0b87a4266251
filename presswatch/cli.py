"""The command `presswatch`: joins the commands of both sides, turns errors into a sentence and an
exit code, and owns `schedule`."""

import logging
import signal
import sys
import threading
from datetime import UTC, datetime, timedelta
from itertools import chain

import click

import presswatch
from dashboard import cli as reading
from etl import cli as writing
from presswatch.errors import (
    LoadError,
    LockedError,
    PresswatchError,
    SettingsError,
    SourceError,
    UnwellError,
)
from presswatch.options import store_options
from presswatch.settings import Settings, duration

BUSY = timedelta(minutes=1)  # until a schedule tries again that found the store locked


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(presswatch.__version__)
def commands() -> None:
    """Media monitoring on your own machine: articles in, coverage trends out."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


@click.command()
@click.option("--every", metavar="TIME", help="Such as 30m or 2h. Default: schedule.every.")
@store_options
def schedule(every: str | None, settings: Settings) -> None:
    """Refresh again and again. SIGINT or SIGTERM lets the current refresh finish first."""
    pause = settings.schedule.every if every is None else _pause(every)
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    while not stopped.is_set():
        wait = pause
        try:
            writing.refresh_configured(settings, as_json=False)
        except (LoadError, LockedError, SourceError) as error:  # the next refresh may do better
            click.echo(f"presswatch: {error}", err=True)
            wait = min(pause, BUSY) if isinstance(error, LockedError) else pause
        stopped.wait(wait.total_seconds())


def _pause(text: str) -> timedelta:
    pause = duration(text)
    if not isinstance(pause, timedelta) or not pause:
        raise SettingsError(f"--every {text!r}: write a time such as 30m, 2h or 1d.")
    return pause


@click.command()
@store_options
def doctor(settings: Settings) -> None:
    """Look at settings, store, models, Chromium and each source once, and say what to mend."""
    from dashboard.drawing import NO_BROWSER, browser
    from etl.doctor import Finding, findings

    sources = writing.all_sources(settings)
    found = browser()
    chromium = Finding("Chromium", found or "none", None if found else NO_BROWSER)
    unwell = 0
    for one in chain(findings(settings, sources, clock=lambda: datetime.now(UTC)), [chromium]):
        unwell += one.mend is not None
        click.echo(f"{'mend' if one.mend else 'ok':4}  {one.what}: {one.mend or one.said}")
    if unwell:
        raise UnwellError(f"{unwell:,} to mend.")


for command in (schedule, doctor, *writing.commands, *reading.commands):
    commands.add_command(command)


def main() -> None:
    """Run a command. Exit codes: 0, 1 all refused or something to mend, 2 wrong command, settings
    or store, 3 locked, 4 a source failed."""
    try:
        commands(standalone_mode=False)
    except PresswatchError as error:
        click.echo(f"presswatch: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
