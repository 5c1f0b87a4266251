"""Read the open corpora of named entities, with one set of types for all.

Each corpus has labels and habits of its own. What they are called here is LABELS; a label that it
does not name counts as no entity, but for UNSURE, on which nothing is learned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from etl.enrich.found import Span

LABELS = {
    "PER": "person",
    "person": "person",
    "politician": "person",
    "musicalartist": "person",
    "writer": "person",
    "researcher": "person",
    "scientist": "person",
    "ORG": "organization",
    "organisation": "organization",
    "politicalparty": "organization",
    "band": "organization",
    "university": "organization",
    "magazine": "organization",
    "corporation": "organization",
    "group": "organization",
    "LOC": "place",
    "location": "place",
    "country": "place",
    "event": "event",
    "election": "event",
    "conference": "event",
    "product": "product",
    "creative-work": "product",
    "album": "product",
    "song": "product",
    "book": "product",
    "poem": "product",
    "MISC": "other",
    "misc": "other",
    "award": "other",
    "academicjournal": "other",
}

SOCIETIES = ("Association",)  # those that hold conferences are conferences in CrossNER


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its names; `source` is the corpus it comes from."""

    text: str
    names: tuple[Span, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A word of a corpus and its label, such as B-politician."""

    word: str
    label: str


def read(folder: Path) -> Iterator[Example]:
    """All sentences of all corpora, in the order of their files' names."""
    for file in sorted(folder.iterdir()):
        if file.suffix in {".txt", ".conll", ".iob2"}:
            source = file.stem
            for sentence in _sentences(file):
                words = _joined(
                    _without_addressees(sentence) if source.startswith("btc") else sentence
                )
                if words:
                    yield example(words, source)


def example(words: list[Labelled], source: str) -> Example:
    """A sentence written as people write it, with the names where they then stand."""
    text, spans = _written([one.word for one in words])
    return Example(text, tuple(_names(words, spans)), source)


def _sentences(file: Path) -> Iterator[list[Labelled]]:
    columns = (1, 2) if file.suffix == ".iob2" else (0, -1)
    sentence: list[Labelled] = []
    for line in [*file.read_text("utf-8").splitlines(), ""]:
        cells = line.split("\t") if file.suffix != ".conll" else line.split()
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
        elif not line.startswith(("# ", "-DOCSTART-")) and cells[columns[0]].strip():
            sentence.append(Labelled(cells[columns[0]].strip(), cells[columns[1]].strip()))


def _without_addressees(sentence: list[Labelled]) -> list[Labelled]:
    """A tweet without the '@ name' that the Broad Twitter Corpus takes for people."""
    kept: list[Labelled] = []
    after = False
    for one in sentence:
        if not (after or one.word == "@"):
            kept.append(one)
        after = one.word == "@"
    return kept


def _joined(sentence: list[Labelled]) -> list[Labelled]:
    """With 'U.' and 'S.' as one word, as people write it."""
    joined: list[Labelled] = []
    for one in sentence:
        if joined and joined[-1].word == "U." and INITIAL.match(one.word):
            joined[-1] = Labelled(joined[-1].word + one.word, joined[-1].label)
        else:
            joined.append(one)
    return joined


def _names(words: list[Labelled], spans: list[tuple[int, int]]) -> Iterator[Span]:
    start: int | None = None
    labels = [one.label for one in words] + ["O"]
    for place, (label, following) in enumerate(pairwise(labels)):
        kind = label[2:]
        if label != "O" and start is None:
            start = place
        if start is not None and following != f"I-{kind}":
            if kind in LABELS:
                first = words[start].word
                type_ = "organization" if first in SOCIETIES else LABELS[kind]
                yield Span(spans[start][0], spans[place][1], type_)
            start = None


INITIAL = re.compile(r"^[A-Z]\.$")
CLOSES = re.compile(r"^(?:[,.;:!?%)\]}…]+|['’](?:s|S|re|ve|ll|d|m|t)?|n['’]t|''|”)$")
OPENS = re.compile(r"^(?:[(\[{$£€#]|``|“|‘)$")


def _written(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of the words, and where in it each of them stands."""
    text, spans, glued, quoted = "", [], True, False
    for word in words:
        closes = bool(CLOSES.match(word))
        if word == '"':
            closes, quoted = quoted, not quoted
        if not (glued or closes):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glued = bool(OPENS.match(word)) or (word == '"' and quoted)
    return text, spans
