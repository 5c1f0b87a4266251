"""Read the sets of our own invention that hold out against the rules: names, tags, tone."""

import re
from dataclasses import dataclass
from pathlib import Path

from etl.enrich.found import Name

HERE = Path(__file__).parent
TYPES = {"p": "person", "o": "organization", "g": "place"}
MARK = re.compile(r"\[([pog])\|([^\]=]+)=?([^\]]*)\]")
LABELS = {"-": -1, "0": 0, "+": 1}


@dataclass(frozen=True, slots=True)
class Text:
    """A title or a paragraph with its names."""

    text: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Tags:
    """Two tags of one source, and whether a reader takes them for one."""

    one: str
    other: str
    same: bool


def named_articles() -> list[list[Text]]:
    """The articles of names_held_out.txt: of each its title and paragraphs."""
    articles = "\n".join(_lines("names_held_out.txt", blank=True)).strip().split("\n\n")
    return [[_text(line) for line in article.splitlines()] for article in articles]


def tags() -> list[Tags]:
    """The pairs of tags_held_out.txt."""
    found = []
    for line in _lines("tags_held_out.txt"):
        one, other = line[2:].split(" | ")
        found.append(Tags(one, other, line[0] == "="))
    return found


def toned() -> list[tuple[int, str]]:
    """The sentences of tone.txt, each with its tone: -1, 0 or 1."""
    return [(LABELS[line[0]], line[2:]) for line in _lines("tone.txt")]


def _text(line: str) -> Text:
    text, names, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        names.append(Name(len(text), len(text) + len(mark[2]), mark[3] or mark[2], TYPES[mark[1]]))
        text += mark[2]
        done = mark.end()
    return Text(text + line[done:], tuple(names))


def _lines(name: str, *, blank: bool = False) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#") and (line or blank)]
