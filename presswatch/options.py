"""The options that every command shares: where the store and the settings are."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from presswatch.errors import AskError
from presswatch.settings import load_settings


def store_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--store` and `--config`, and hand it the `settings` they lead to."""

    @click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="The store. Default: what presswatch.toml of this folder says.",
    )
    @click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The settings. Default: presswatch.toml of this folder.",
    )
    @functools.wraps(command)
    def with_settings(*args: Any, store: Path | None, config: Path | None, **rest: Any) -> Any:
        for given in rest.values():
            _check_text(given)
        return command(*args, settings=load_settings(config, store), **rest)

    return with_settings


def _check_text(given: Any) -> None:
    """Refuse bytes that are no text: neither database nor desk could take them."""
    for text in given if isinstance(given, tuple) else (given,):
        if isinstance(text, str) and not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError as error:
                raise AskError(f"{text!a} is not text. Write it in UTF-8.") from error
