"""How well the embedded recogniser finds names in texts that it was not trained on, held by floors.

Lowering a floor is a commit of its own. What the figures mean, and what was measured of sources
that were left out altogether, is in docs/model-card.md."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from data.training.corpora import Example, read
from data.training.evaluate import scores
from etl.enrich.found import Span
from etl.enrich.recogniser import EMBEDDED, articles_recogniser

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "entity_floors.toml").read_text("utf-8"))
MARK = re.compile(r"\[([POLEX]) ([^\]]+)\]")
TYPES = {"P": "person", "O": "organization", "L": "place", "E": "event", "X": "product"}
KEPT_APART = ("crossner-ai-train", "crossner-literature-train", "crossner-music-train")


def invented_news() -> list[list[Example]]:
    """The reports of invented_news.txt: of each its title and paragraphs."""
    text = (HERE / "invented_news.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    reports = "\n".join(lines).strip().split("\n\n")
    return [[_unmarked(line) for line in report.splitlines()] for report in reports]


def _unmarked(line: str) -> Example:
    text, names, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        names.append(Span(len(text), len(text) + len(mark[2]), TYPES[mark[1]]))
        text += mark[2]
        done = mark.end()
    return Example(text + line[done:], tuple(names), "invented_news")


def measured(articles: list[list[Example]]) -> dict[str, float]:
    """F1 of each type, and of people, organizations and places together."""
    found = articles_recogniser(EMBEDDED)([[one.text for one in article] for article in articles])
    spans = list(chain.from_iterable(found))
    reached = scores(chain.from_iterable(articles), lambda _texts: spans)
    return {name: score.f1 for name, score in reached.items()}


def test_invented_news_is_read_as_well_as_the_floors_ask() -> None:
    got = measured(invented_news())
    assert {name: f1 for name, f1 in got.items() if f1 < FLOORS["news"][name]} == {}


@pytest.mark.parametrize("source", KEPT_APART)
def test_a_part_kept_out_of_training_is_read_as_well(corpora: Path, source: str) -> None:
    held = [one for one in read(corpora / "ner") if one.source == source]
    got = measured([[one] for one in held])
    assert got["all"] >= FLOORS[source]["all"]


@pytest.mark.parametrize("name", ["ports-strike", "us-south-korea-alliance"])
def test_a_capture_names_what_is_expected(captures: Path, name: str) -> None:
    expected = json.loads((captures / f"{name}.expected.json").read_text("utf-8"))
    page = (captures / f"{name}.txt").read_text("utf-8")
    body = page[page.index(expected["body_starts_with"][:20]) : page.index("Check out our other")]
    texts = [expected["title"], *body.strip().split("\n\n")]
    [found] = articles_recogniser(EMBEDDED)([texts])
    types: dict[str, set[str]] = {}
    for text, spans in zip(texts, found, strict=True):
        for span in spans:
            types.setdefault(text[span.start : span.end], set()).add(span.type)
    other = expected["entities"].pop("other", [])
    for kind, names in expected["entities"].items():
        assert [one for one in names if types.get(one) != {kind}] == []
    assert {one: types[one] for one in other if types.get(one, set()) - {"event", "product"}} == {}
