"""Which outlet a document belongs to."""

from pathlib import PurePath

from etl.document import Document
from etl.extract.text import clean
from presswatch.address import host_of


def outlet(document: Document, named: object, url: str | None) -> str:
    """The outlet: as the document names it, else as the person who loaded it did, else the
    address's host, else the folder that it lay in, else the file."""
    return (
        clean(named)
        or clean(document.source)
        or (host_of(url) if url else None)
        or clean(document.folder)
        or clean(PurePath(document.name).stem)
        or "unknown"
    )
