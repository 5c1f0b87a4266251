"""Which refreshes' raw documents are still kept, told by the names of the files in `raw/`.

What is in them is read by nobody here: `presswatch rebuild --stage extract` reads it again."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

FOLDER = "raw"  # of the store
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-\d+)?\.warc\.gz")


def kept(store: Path) -> dict[datetime, str]:
    """The files that there are, each by the second in which its refresh began to fetch."""
    found = {}
    for file in sorted((store / FOLDER).glob("*.warc.gz")):
        if name := _NAME.fullmatch(file.name):
            begun = datetime.strptime(name[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found[begun] = f"{FOLDER}/{file.name}"
    return found


def of_refreshes(
    files: Mapping[datetime, str], ran: Iterable[tuple[int, datetime, datetime | None]]
) -> dict[int, str]:
    """The file of each refresh of which one is kept; `ran` has the refreshes with when each began
    and ended, if it did."""
    in_order = sorted(ran, key=lambda one: one[1])
    # A file's name has no fractions of a second.
    starts = [started_at.replace(microsecond=0) for _, started_at, _ in in_order]
    found: dict[int, str] = {}
    for begun, name in files.items():
        place = bisect_right(starts, begun)
        if place:
            refresh, _, ended_at = in_order[place - 1]
            if ended_at is None or begun <= ended_at:
                found.setdefault(refresh, name)
    return found
