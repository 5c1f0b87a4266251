"""Rows of GDELT's Global Knowledge Graph 2.1: 27 columns parted by tabs, without a header.

Themes become tags, the tone stays the supplier's own (-100 to 100, mostly -10 to 10), and the
title is the one that the extras hold; a record without one is refused as any row is. The columns:
'The GDELT Global Knowledge Graph (GKG) Data Format Codebook V2.1'
(http://data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf)."""

import re
from collections.abc import Iterator

from etl.document import Document, Problem, Reason
from etl.intake.file import File
from etl.intake.lines import numbered_lines
from etl.intake.rows import Row, row_documents

COLUMNS = 27
SEEN, SOURCE, ADDRESS, THEMES, TONE, TRANSLATION, EXTRAS = 1, 3, 4, 7, 15, 25, 26
RECORD = re.compile(r"\d{14}-T?\d+\t\d{14}\t\d\t")
EXTRA = re.compile(r"<PAGE_(TITLE|AUTHORS|PRECISEPUBTIMESTAMP)>([^<]*)</PAGE_\1>")
SPOKEN = re.compile(r"srclc:([a-z]{3})")
INSTANT = re.compile(r"\d{14}", re.ASCII)


def read(file: File) -> Iterator[Document | Problem]:
    """A Document a record."""
    return row_documents(file, _rows(file))


def _rows(file: File) -> Iterator[Row]:
    for number, line in numbered_lines(file.path):
        place = f"line {number}"
        if line is None:
            yield place, Reason.TOO_LARGE
        elif line.strip():
            columns = line.rstrip("\r\n").split("\t")
            whole = len(columns) == COLUMNS and RECORD.match(line)
            yield place, _fields(columns) if whole else Reason.MALFORMED


def _fields(columns: list[str]) -> dict[str, object]:
    extras = dict(EXTRA.findall(columns[EXTRAS]))
    spoken = SPOKEN.search(columns[TRANSLATION])
    return {
        "title": extras.get("TITLE"),
        "url": columns[ADDRESS],
        "published": _published(columns[SEEN], extras.get("PRECISEPUBTIMESTAMP", "")),
        "source": columns[SOURCE],
        "authors": extras.get("AUTHORS"),
        "language": spoken[1] if spoken else "eng",  # what is not translated was in English
        "tags": [theme for theme in columns[THEMES].split(";") if theme],
        "supplier_tone": columns[TONE].partition(",")[0],
    }


def _published(seen: str, stated: str) -> str:
    """When the page says it was published, unless that is later than GDELT saw it. All UTC."""
    at = stated if INSTANT.fullmatch(stated) and stated <= seen else seen
    return f"{at[:8]}T{at[8:]}Z"
