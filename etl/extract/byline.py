"""Read a byline: 'By Ilse Vermaat and Jon Ames | March 3, 2025'.

Strict on purpose: 'By Monday, the port had emptied.' is the body's first sentence."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from etl.extract.dates import Moment, read_date

LONGEST = 200  # characters
MARKS = re.compile(r"\s*[|•·/]\s*|\s+[–—-]\s+")
BY = re.compile(r"(?:written\s+)?by:?\s+", re.IGNORECASE)
DATE_LABEL = re.compile(r"(?:first\s+)?(?:published|posted)(?:\s+on|\s+at)?:?\s*", re.IGNORECASE)
UPDATE_LABEL = re.compile(r"(?:last\s+)?(?:updated|modified)(?:\s+on|\s+at)?:?\s*", re.IGNORECASE)
READING_TIME = re.compile(r"\d+[\s-]min(?:ute)?s?(?:\s+read)?", re.IGNORECASE)
PLACE = re.compile(r"\s+in\s+[A-Z][\w.' -]*$")
AND = re.compile(r"\s*(?:,\s*and\s|,|;|\s&\s|\band\s)\s*")
NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Ll]a|[Dd]os|bin|al)){0,5}"
)
ROLES = frozenset(
    "staff writer,staff reporter,reporter,correspondent,editor,senior editor,contributor".split(",")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote it and when, as the dates stand there."""

    authors: tuple[str, ...] = ()
    dated: str | None = None
    updated: str | None = None

    def joined(self, other: "Byline") -> "Byline":
        """What either says; where both do, the first."""
        return Byline(
            authors=self.authors or other.authors,
            dated=self.dated or other.dated,
            updated=self.updated or other.updated,
        )


def read_byline(line: str, time_zone: ZoneInfo) -> Byline | None:
    """What a line says of author and date, or None if it is no byline."""
    if len(line) > LONGEST:
        return None
    by = BY.match(line)
    byline = Byline()
    for part in MARKS.split(line[by.end() :] if by else line):
        read = _read_part(part, time_zone)
        if read is None:
            return None
        byline = byline.joined(read)
    return byline if by or byline.dated or byline.updated else None


def names(text: str) -> tuple[str, ...] | None:
    """The names of a list of names; None if it is something else."""
    parts = [part for part in AND.split(PLACE.sub("", text.strip())) if part]
    parts = [part for part in parts if part.casefold() not in ROLES]
    if not parts or not all(NAME.fullmatch(part) and part[0].isupper() for part in parts):
        return None
    return tuple(dict.fromkeys(parts))


def _read_part(part: str, time_zone: ZoneInfo) -> Byline | None:
    part = part.strip()
    if not part or READING_TIME.fullmatch(part):
        return Byline()
    if label := UPDATE_LABEL.match(part):
        updated = part[label.end() :]
        return Byline(updated=updated) if _is_date(updated, time_zone) else None
    label = DATE_LABEL.match(part)
    dated = part[label.end() :] if label else part
    if _is_date(dated, time_zone):
        return Byline(dated=dated)
    for comma in re.finditer(r",\s*", part):  # 'Ilse Vermaat, March 3, 2025'
        tail, authors = part[comma.end() :], names(BY.sub("", part[: comma.start()], count=1))
        if authors and _is_date(tail, time_zone):
            return Byline(authors=authors, dated=tail)
    authors = names(BY.sub("", part, count=1))
    return Byline(authors=authors) if authors else None


def _is_date(text: str, time_zone: ZoneInfo) -> bool:
    return bool(re.search(r"\d{4}", text)) and isinstance(read_date(text, time_zone), Moment)
