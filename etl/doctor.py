"""What of the side that writes works, and what to mend."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from etl.document import Problem
from etl.enrich.recogniser import recogniser
from etl.enrich.scorer import scorer
from etl.fetch import Fetcher
from etl.intake import check
from etl.intake.discover import kind_of
from etl.intake.source import Source
from etl.warehouse.store import WAREHOUSE, locked, opened
from presswatch.address import without_password
from presswatch.errors import LockedError, PresswatchError, SettingsError
from presswatch.settings import Settings, store_of
from presswatch.snapshot import read_pointer


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `mend` says what to do, and is None where nothing is."""

    what: str
    said: str
    mend: str | None = None


def findings(
    settings: Settings, sources: Sequence[Source], *, clock: Callable[[], datetime]
) -> Iterator[Finding]:
    """All that was looked at, each when it was."""
    yield _settings(settings, sources)
    yield _found("store", lambda: _store(settings))
    yield _found("models", lambda: _model(settings))
    with Fetcher(settings.fetch, now=clock) as fetcher:
        for source in sources:
            yield _found(f"source {source.name}", partial(_source, source, fetcher))


def _found(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except PresswatchError as error:
        return Finding(what, "fails", str(error))


def _settings(settings: Settings, sources: Sequence[Source]) -> Finding:
    said = f"{len(sources):,} sources"
    asks = any(source.url or source.urls for source in sources)
    if asks and not (settings.fetch.contact or settings.fetch.user_agent):
        return Finding(
            "settings",
            said,
            "Set fetch.contact, so that whoever runs a site that is asked can tell you.",
        )
    return Finding("settings", said)


def _store(settings: Settings) -> str:
    folder = store_of(settings)
    if not (folder / WAREHOUSE).is_file():
        parent = next(one for one in chain((folder,), folder.absolute().parents) if one.exists())
        if not os.access(parent, os.W_OK):
            raise SettingsError(f"{parent}: cannot be written to. Give yourself the right to.")
        return f"{folder}: none yet, the first refresh makes it"
    try:
        with locked(folder, "doctor"), opened(folder):
            pass
    except LockedError:
        return f"{folder}: another process is at work on it"
    return f"{folder}: {read_pointer(folder).articles:,} articles are published"


def _model(settings: Settings) -> str:
    recogniser(settings.entities.model)
    return f"entities {settings.entities.model}, tone {scorer(settings.tone.model).name}"


def _source(source: Source, fetcher: Fetcher) -> str:
    check(source)
    if source.path is not None:
        return _path(source.path)
    url = source.url or source.urls[0]
    shown = without_password(url)
    answer = fetcher.get(url)
    if isinstance(answer, Problem):
        raise SettingsError(f"{shown}: {answer.why}. docs/schema.md says what to do about it.")
    found = kind_of(answer)
    if source.kind != "pages" and found != source.kind:
        raise SettingsError(
            f"{shown}: this is no {source.kind}. `presswatch sources add` finds those of a site."
        )
    return f"{len(answer.content):,} bytes"


def _path(path: Path) -> str:
    if not path.exists():
        raise SettingsError(f"{path}: there is no such file or folder. Mend the path.")
    if not os.access(path, os.R_OK):
        raise SettingsError(f"{path}: may not be read. Give yourself the right to.")
    return str(path)
