"""The day that a table of page views counts for, where its rows name none."""

import re
from pathlib import Path

from etl.intake.encoding import decode

HEAD = 8_192  # bytes; a preamble has ten lines
PREAMBLE = re.compile(r"#(?:[\s#-]|$)")  # '#,Date' is a header whose first column counts rows
DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII
)


def is_preamble(line: str) -> bool:
    """Whether a line stands above a table and says what it is."""
    return bool(PREAMBLE.match(line.lstrip("\ufeff")))


def last_day(path: Path) -> str | None:
    """The last date in a file's preamble, else in its name, else in its folder's: a table that
    counts several days in one counts up to then."""
    with path.open("rb") as stream:
        lines = decode(stream.read(HEAD)).splitlines()
    preamble = "\n".join(line for line in lines if is_preamble(line))
    for text in (preamble, path.name, path.resolve().parent.name):
        if found := DATE.findall(text):
            year, _, month, day = found[-1]
            return f"{year}-{month}-{day}"
    return None
