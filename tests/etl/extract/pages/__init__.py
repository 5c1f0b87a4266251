"""Test pages of our own: invented articles (articles.json) in the layouts that publishers use.

They show that rules work and keep them working. They are no measure of real publishers' pages."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.etl.extract.pages import crowded, misnamed, oddities, systems
from tests.etl.extract.pages.parts import Told

STYLES: tuple[Callable[[Told], str], ...] = (
    *systems.STYLES,
    *oddities.STYLES,
    *crowded.STYLES,
    *misnamed.STYLES,
)
LANGUAGES_A_STYLE = 4


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


def articles() -> list[Told]:
    raw = json.loads(Path(__file__).with_name("articles.json").read_text("utf-8"))
    return [Told(and_=one.pop("and"), **one) for one in raw]


def pages() -> Iterator[TestPage]:
    """Every style in some of the languages."""
    told = articles()
    for number, style in enumerate(STYLES):
        for step in range(LANGUAGES_A_STYLE):
            one = told[(number + step * 3) % len(told)]
            yield TestPage(
                name=f"{style.__name__}-{one.language}",
                url=one.url,
                content=style(one).encode(),
                expected=Expected(
                    title=one.title,
                    authors=("Reuters",) if style is oddities.wire else tuple(one.authors),
                    day=one.published[:10],
                    tags=tuple(one.tags),
                    body="\n".join([one.lead, *one.paragraphs]),
                ),
            )
