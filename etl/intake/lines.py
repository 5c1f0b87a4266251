"""Lines of a text file, of which none is held that is too long to be one."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from etl.intake.encoding import decode, marked_encoding

LONGEST = 10_000_000  # bytes or characters; a long article has 100,000
HEAD = 65_536  # bytes that are looked at before a file is read


def numbered_lines(path: Path) -> Iterator[tuple[int, str | None]]:
    """Each line with its number from 1 and its line end; None in place of one that is too long."""
    with path.open("rb") as stream:
        head = stream.peek(HEAD)
        encoding = marked_encoding(head)
        lines: IO[bytes] | IO[str] = stream
        if encoding or (b"\r" in head and b"\n" not in head):
            # Universal newlines: some old files end their lines with \r alone.
            lines = io.TextIOWrapper(stream, encoding or "utf-8", errors="replace")
        yield from _bounded(lines)


def _bounded(stream: IO[bytes] | IO[str]) -> Iterator[tuple[int, str | None]]:
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if len(line) < LONGEST or _ends(line):
            text = line if isinstance(line, str) else decode(line)
            yield number, text.replace("\0", "")
            continue
        while (line := stream.readline(LONGEST)) and not _ends(line):
            pass
        yield number, None


def _ends(line: bytes | str) -> bool:
    return line.endswith("\n") if isinstance(line, str) else line.endswith(b"\n")
