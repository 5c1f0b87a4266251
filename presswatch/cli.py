"""The command `presswatch`: joins the commands of both sides, turns errors into a sentence and an
exit code, and owns `schedule`."""

import logging
import signal
import sys
import threading
from datetime import timedelta

import click

import presswatch
from dashboard import cli as reading
from etl import cli as writing
from presswatch.errors import LoadError, LockedError, PresswatchError, SettingsError, SourceError
from presswatch.options import store_options
from presswatch.settings import Settings, duration


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
        try:
            writing.refresh_configured(settings, as_json=False)
        except (LoadError, LockedError, SourceError) as error:  # the next refresh may do better
            click.echo(f"presswatch: {error}", err=True)
        stopped.wait(pause.total_seconds())


def _pause(text: str) -> timedelta:
    pause = duration(text)
    if not isinstance(pause, timedelta) or not pause:
        raise SettingsError(f"--every {text!r}: write a time such as 30m, 2h or 1d.")
    return pause


for command in (schedule, *writing.commands, *reading.commands):
    commands.add_command(command)


def main() -> None:
    """Run a command. Exit codes: 0, 1 all refused, 2 wrong command, settings or store, 3 locked,
    4 a source failed."""
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
