"""Tables and lists that other tools write: known by their columns, read into our fields.

suppliers.py and page_views.py say which there are. What a person says with `--map` goes before
them; a table that no tool is known to write is read by the usual names of columns.py."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isnan

from etl.document import Reason
from etl.intake.columns import COUNTS, RANKS, Pairs, fold, matcher, suffice
from etl.intake.day import last_day
from etl.intake.export import Export, Fields
from etl.intake.file import File
from etl.intake.languages import language_of
from etl.intake.page_views import PAGE_VIEWS
from etl.intake.suppliers import SUPPLIERS

EXPORTS: tuple[Export, ...] = (*SUPPLIERS, *PAGE_VIEWS)
WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?/")
COLUMNS = frozenset[str]().union(*(export.columns for export in EXPORTS))

Cells = Mapping[str, object]
Places = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]  # of a field, the ways to its value


@dataclass(frozen=True, slots=True)
class Found:
    """A tool's table, where our fields stand in it, and the columns that are read so alone."""

    export: Export
    places: Places
    written: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows of a file are read. `read` gives a row's fields; None of one that is a total
    over others; a Reason where it is no use to go on."""

    knows: Callable[[tuple[str, ...]], bool]
    wants: Callable[[tuple[str, ...]], list[str]]  # the columns that a row must have of these
    read: Callable[[Cells], Fields | Reason | None]


def reader(file: File) -> Reader:
    """The reader of a file's rows."""
    mapped = file.source.columns
    match = matcher(mapped)
    day = cache(lambda: last_day(file.path))

    def read(cells: Cells) -> Fields | Reason | None:
        columns = tuple(cells)
        pairs = match(columns)
        found = _recognise(columns)
        if found is None:
            fields = _plain(cells, pairs)
        else:
            values = ((field, _first(cells, ways)) for field, ways in found.places)
            fields = {field: value for field, value in values if value is not None}
            if found.export.mend:
                fields = found.export.mend(fields)
            added = [pair for pair in pairs if pair[0] in mapped or _is_added(found, *pair)]
            fields |= _plain(cells, added)
        if "language" in fields:
            fields["language"] = language_of(fields["language"])
        if "title" not in fields and not fields.keys().isdisjoint(COUNTS):
            return _sighting(fields, file, day, strict=found is not None)
        fields.pop("host", None)
        return fields

    def knows(columns: tuple[str, ...]) -> bool:
        return _recognise(columns) is not None or suffice(match(columns))

    def wants(columns: tuple[str, ...]) -> list[str]:
        matched = {column for _, column in match(columns)}
        return list(columns if _recognise(columns) else [one for one in columns if one in matched])

    return Reader(knows, wants, read)


@lru_cache(maxsize=256)  # the rows of a file have the same columns, or nearly
def _recognise(columns: tuple[str, ...]) -> Found | None:
    """Which tool writes such a table, and where in its rows the fields stand."""
    named = {fold(column): column for column in reversed(columns)}
    titled = any(RANKS.get(name, ("",))[0] == "title" for name in named)
    # A table that has titles and views is one of articles, whatever its views are called.
    for export in SUPPLIERS if titled else EXPORTS:
        if all(any(fold(name) in named for name in mark.split("|")) for mark in export.marks):
            places = ((field, tuple(_ways(paths, named))) for field, paths in export.fields.items())
            written = export.columns.union(map(fold, export.misleading))
            return Found(
                export, tuple(places), frozenset(named[one] for one in written & named.keys())
            )
    return None


def _is_added(found: Found, field: str, column: str) -> bool:
    """Whether somebody may have added a column to what a tool wrote of articles."""
    fields = found.export.fields
    return "title" in fields and field not in fields and column not in found.written


def _ways(paths: Iterable[str], named: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    for path in paths:
        column, *steps = path.split("/")
        if fold(column) in named:
            yield named[fold(column)], *steps


def _first(cells: Cells, ways: Iterable[tuple[str, ...]]) -> object:
    """The first value that there is."""
    for column, *steps in ways:
        value = cells[column]
        for step in steps:
            if isinstance(value, list):  # of a list of addresses, the first
                value = value[0] if value else None
            value = value.get(step) if isinstance(value, dict) else None
        if not _absent(value):
            return value
    return None


def _plain(cells: Cells, pairs: Pairs | list[tuple[str, str]]) -> Fields:
    fields: Fields = {}
    for field, column in pairs:
        if field not in fields and not _absent(value := cells[column]):
            fields[field] = value
    return fields


def _absent(value: object) -> bool:
    # Not a number is how tables of numbers write 'absent'.
    return value is None or value == "" or (isinstance(value, float) and isnan(value))


def _sighting(
    fields: Fields, file: File, day: Callable[[], str | None], *, strict: bool
) -> Fields | Reason | None:
    """How often an address was seen, with what its row leaves out: the host, the day.

    `strict`: what a known tool puts in the place of a page is none ('(not set)', a screen)."""
    url, host = fields.get("url"), fields.pop("host", None) or file.host
    if isinstance(url, str) and url.startswith("/") and not url.startswith("//"):
        if not isinstance(host, str):
            return Reason.NO_HOST
        fields["url"] = f"https://{host}{url}"
    elif isinstance(url, str) and WITHOUT_SCHEME.match(url):
        fields["url"] = f"https://{url}"
    elif strict and not (isinstance(url, str) and "://" in url):
        return None
    if "published" not in fields and (found := day()):
        fields["published"] = found
    return fields
