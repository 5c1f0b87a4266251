"""Where documents come from: a kind of source a reader.

A reader yields Documents, and a Problem for what it cannot take; it opens files and sockets, and
leaves to extract what the bytes mean."""

from collections.abc import Callable, Iterator

from etl.document import Document, Problem
from etl.intake.files import read as read_files
from etl.intake.source import Source

Read = Callable[[Source], Iterator[Document | Problem]]

READERS: dict[str, Read] = {
    "files": read_files,
}
