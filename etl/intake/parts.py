"""Parts of a zip of XML as events: what an office file is made of.

Neither a zip bomb nor an entity fills the memory: a part has limits on what it unpacks to, on its
depth and on the length of a tag, and may bring no document type."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from xml.parsers import expat

from etl.document import Reason

LARGEST = 500_000_000  # bytes that a part may unpack to: a million rows of thirty short cells
SMALL = 10_000_000  # bytes that any part may unpack to, however well it is packed
PACKED = 200  # times: sheets pack to a tenth, a hundredth where all rows are alike; bombs beyond
LONGEST_TOKEN = 1_000_000  # bytes of a tag: expat 2.5 takes quadratic time over a long one
DEEPEST = 64  # elements
PIECE = 65_536  # bytes

Event = tuple[str, str, Mapping[str, str]]  # what, an element's name or a text, its attributes


class WorkbookError(Exception):
    """A workbook that cannot be read, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@contextmanager
def told() -> Iterator[None]:
    """What zipfile and expat raise over a damaged file, as one exception of ours."""
    try:
        yield
    except (
        zipfile.BadZipFile, zlib.error, lzma.LZMAError, expat.ExpatError, EOFError, KeyError,
        struct.error, ValueError,
        RuntimeError,  # encrypted, or packed in a way that Python has not
    ) as error:  # fmt: skip
        raise WorkbookError(Reason.UNREADABLE) from error


def events(archive: zipfile.ZipFile, part: str) -> Iterator[Event]:
    """The elements and texts of a part, in their order."""
    info = archive.getinfo(part)
    # zipfile gives no more than the sizes that the archive names, whatever lies in it.
    packed = info.file_size > SMALL and info.file_size > PACKED * info.compress_size
    if packed or info.file_size > LARGEST:
        raise WorkbookError(Reason.TOO_LARGE)
    found: list[Event] = []
    depth = read = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise WorkbookError(Reason.TOO_LARGE)
        found.append(("start", _local(name), attributes))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(("end", _local(name), {}))

    def doctype(*_: object) -> None:
        raise WorkbookError(Reason.UNREADABLE)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: found.append(("text", text, {}))
    parser.StartDoctypeDeclHandler = doctype
    with archive.open(info) as stream:
        while piece := stream.read(PIECE):
            parser.Parse(piece)
            read += len(piece)
            if read - parser.CurrentByteIndex > LONGEST_TOKEN:
                raise WorkbookError(Reason.TOO_LARGE)
            yield from found
            found.clear()
    parser.Parse(b"", True)
    yield from found


def _local(name: str) -> str:
    return name.rpartition(":")[2]
