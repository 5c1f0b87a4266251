"""Start the dashboard: Streamlit, with our settings and theme from whatever folder.

Streamlit looks for `.streamlit/` only at home, in the current folder and beside the script; so
the file is read here and each of its settings passed on."""

import json
import os
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from presswatch.errors import SettingsError
from presswatch.resources import streamlit_config

STORE = "PRESSWATCH_STORE"  # the environment variable that names the store to dashboard/app.py
HOST = "127.0.0.1"
APP = Path(__file__).with_name("app.py")


def launch(store: Path, *, port: int, browser: bool) -> int:
    """Serve the dashboard until it is stopped. Raises SettingsError where the port is taken."""
    _check_free(port)
    flags = [*flags_of(streamlit_config().read_text("utf-8")), f"--server.port={port}"]
    if not browser:
        flags.append("--server.headless=true")
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *flags]
    # The app imports `dashboard`, which in a checkout is on no path but that of the command.
    paths = [str(APP.parents[1]), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        STORE: str(store.absolute()),
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
    }
    click.echo(f"Presswatch is at http://{HOST}:{port}")
    sys.stdout.flush()
    if os.name == "posix":
        # The server takes this process's place, and its signals with it.
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def flags_of(config: str) -> list[str]:
    """The settings of a `config.toml` as arguments of Streamlit."""
    flags: list[str] = []
    for name, value in settings_of(tomllib.loads(config)):
        if isinstance(value, list) and not name.startswith("theme."):
            flags += [f"--{name}={one}" for one in value]
        else:  # the theme's lists are read as JSON (Streamlit 1.67)
            flags.append(f"--{name}={value if isinstance(value, str) else json.dumps(value)}")
    return flags


def settings_of(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """The settings of nested tables, by their dotted names."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from settings_of(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _check_free(port: int) -> None:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OverflowError as error:
            raise SettingsError(f"{port} is no port. Give one from 1 to 65535.") from error
        except OSError as error:
            raise SettingsError(
                f"Port {port} is taken. Stop what runs there, or give another with --port."
            ) from error
