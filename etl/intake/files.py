"""Read files and folders: pages, captures and feeds whole, tables by row.

What a file is, is told by its content. Files are taken in the order of their names, so that the
same folder is read the same way on every machine."""

from collections.abc import Callable, Iterator
from os import walk
from pathlib import Path

from etl.document import Document, Kind, Problem, Reason
from etl.intake import access_log, csv_rows, gkg_rows, json_rows, parquet_rows, xlsx_rows
from etl.intake.columns import check_fields
from etl.intake.file import File
from etl.intake.lines import HEAD
from etl.intake.sniff import Format, sniff
from etl.intake.source import Source
from presswatch.errors import SettingsError

LARGEST = 50_000_000  # bytes of a page, capture or feed
NOT_DOCUMENTS = frozenset(("SAMPLE", "presswatch.toml"))

TABLES: dict[Format, Callable[[File], Iterator[Document | Problem]]] = {
    Format.JSON_LINES: json_rows.read_lines,
    Format.JSON_ARRAY: json_rows.read_array,
    Format.JSON_OBJECT: json_rows.read_object,
    Format.CSV: csv_rows.read,
    Format.PARQUET: parquet_rows.read,
    Format.XLSX: xlsx_rows.read,
    Format.GKG: gkg_rows.read,
    Format.ACCESS_LOG: access_log.read,
}
WHOLE: dict[Format, Kind] = {
    Format.HTML: Kind.HTML,
    Format.FEED: Kind.FEED,
    Format.CAPTURE: Kind.CAPTURE,
}


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of a file, or of all files of a folder and its folders."""
    if source.path is None:
        raise SettingsError(f"source {source.name!r} has no path. Add one.")
    check_fields(source.columns)
    check_path(source.path)
    return _read(source, source.path)


def check_path(path: Path) -> None:
    """Refuse a path at which nothing is, or nothing that may be seen."""
    try:
        path.stat()
    except (OSError, ValueError) as error:  # a NUL in a path is a ValueError
        raise SettingsError(f"{path}: there is no such file or folder.") from error


def _read(source: Source, root: Path) -> Iterator[Document | Problem]:
    for path in _files(root):
        file = File(path, source)
        try:
            yield from _read_file(file)
        except OSError:  # unreadable, or gone since
            yield file.problem(Reason.UNREADABLE)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    failed: list[OSError] = []
    for folder, folders, names in walk(path, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name not in NOT_DOCUMENTS:
                yield Path(folder, name)
    for error in failed:  # folders that may not be looked into
        yield Path(error.filename)


def _read_file(file: File) -> Iterator[Document | Problem]:
    if not file.path.is_file():  # a pipe or a device would never end, a link may lead nowhere
        yield file.problem(Reason.UNREADABLE)
        return
    with file.path.open("rb") as stream:
        head = stream.read(HEAD)
    found = sniff(head, file.path.suffix.lower(), file.source.columns.values())
    if isinstance(found, Reason):
        yield file.problem(found)
    elif found in TABLES:
        yield from TABLES[found](file)
    elif file.path.stat().st_size > LARGEST:
        yield file.problem(Reason.TOO_LARGE)
    else:
        yield file.document(WHOLE[found], file.path.read_bytes())
