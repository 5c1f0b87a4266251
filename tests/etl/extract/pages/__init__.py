"""Test pages of our own: invented articles (articles.json) in the layouts that publishers use.

They show that rules work and keep them working. They are no measure of real publishers' pages."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.etl.extract.pages import (
    agencies,
    claims,
    crowded,
    misnamed,
    names,
    national,
    oddities,
    plain,
    platforms,
    regional,
    shapes,
    systems,
    world,
)
from tests.etl.extract.pages.parts import Made, Told

STYLES: tuple[Callable[[Told], str], ...] = (
    *systems.STYLES,
    *oddities.STYLES,
    *crowded.STYLES,
    *misnamed.STYLES,
)
LANGUAGES_A_STYLE = 4
HOUSES: tuple[tuple[Callable[[Told], Made], str], ...] = (  # and the languages they are made in
    *national.STYLES,
    *agencies.STYLES,
    *regional.STYLES,
    *platforms.STYLES,
    *world.STYLES,
    *claims.STYLES,
    *shapes.STYLES,
    *names.STYLES,
    *plain.STYLES,
)
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """What a reader finds on the page."""

    title: str
    authors: tuple[str, ...]
    day: str
    tags: tuple[str, ...]
    body: str


@dataclass(frozen=True)
class TestPage:
    """A page, its address and what it says."""

    __test__ = False

    name: str
    url: str
    content: bytes
    expected: Expected


def articles(*files: str) -> list[Told]:
    raw = [one for file in files for one in json.loads(FOLDER.joinpath(file).read_text("utf-8"))]
    return [Told(and_=one.pop("and"), **one) for one in raw]


def pages() -> Iterator[TestPage]:
    """Every layout in some of the languages."""
    yield from _layouts()
    yield from _houses()


def _layouts() -> Iterator[TestPage]:
    told = articles("articles.json")
    for number, style in enumerate(STYLES):
        for step in range(LANGUAGES_A_STYLE):
            one = told[(number + step * 3) % len(told)]
            differs = {"authors": ("Reuters",)} if style is oddities.wire else {}
            yield _page(style.__name__, one, Made(style(one), differs))


def _houses() -> Iterator[TestPage]:
    told = {one.language: one for one in articles("articles.json", "far.json")}
    for style, languages in HOUSES:
        for language in languages.split():
            yield _page(style.__name__, told[language], style(told[language]))


def _page(name: str, told: Told, made: Made) -> TestPage:
    usual = {
        "title": told.title,
        "authors": tuple(told.authors),
        "day": told.published[:10],
        "tags": tuple(told.tags),
        "body": "\n".join([told.lead, *told.paragraphs]),
    }
    expected = Expected(**{**usual, **made.differs})
    return TestPage(f"{name}-{told.language}", told.url, made.html.encode(), expected)
