"""How well pages are read, held by floors; lowering one is a commit of its own."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from etl.article import Article
from etl.document import Document, Kind
from etl.extract import extract
from tests.etl.extract.pages import TestPage, pages
from tests.etl.extract.pages.score import Read, mean, score

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")


def read(page: TestPage) -> Read:
    document = Document(name=page.url, kind=Kind.HTML, content=page.content, read_at=READ_AT)
    found = next(iter(extract(document, ZONE)))
    if not isinstance(found, Article):
        return Read()
    return Read(
        title=found.title,
        authors=found.authors,
        day=found.published_on.isoformat(),
        tags=found.tags,
        body="\n".join(found.body),
    )


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return mean([score(read(page), page.expected) for page in pages()])


def test_there_are_pages_of_many_kinds() -> None:
    names = [page.name for page in pages()]
    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("field", FLOORS)
def test_no_field_is_read_worse_than_its_floor(reached: dict[str, float], field: str) -> None:
    assert reached[field] >= FLOORS[field]
