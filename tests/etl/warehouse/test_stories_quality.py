"""How well stories are told on sets whose truth is known. The floors are those of issue 10 for
copies; for the others what was measured, less a little."""

import importlib
import json
from collections import Counter
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from random import Random

import pytest

from etl.article import Article, DateOrigin, Precision, article_id
from presswatch.resources import sample_generator
from tests.etl.warehouse.made_stories import Made, Report, copied, invented, pairs, retold
from tests.etl.warehouse.told import Told

PRECISION, RECALL = 0.98, 0.95


def made_copies() -> list[Made]:
    """Copies of invented reports, and single reports of events of five kinds."""
    others = (one for one in retold(40, Random(1)) if one.how == "first")
    return [*copied(invented(300, Random(7)), Random(1)), *others]


@pytest.fixture(scope="module")
def copies() -> list[Made]:
    return made_copies()


@pytest.fixture(scope="module")
def got(copies: list[Made], tmp_path_factory: pytest.TempPathFactory) -> dict[int, int]:
    """The story of each of the copies."""
    return Told(tmp_path_factory.mktemp("copies")).read(*(one.article for one in copies))


def scores(got: dict[int, int], truth: dict[int, int]) -> tuple[float, float]:
    """Precision and recall over all pairs of articles that share a story."""
    found, true = pairs(got, truth), pairs(truth, truth)
    return len(found & true) / len(found), len(found & true) / len(true)


def truth(made: Iterable[Made]) -> dict[int, int]:
    return {one.article.id: one.story for one in made}


def test_copies_are_found_and_little_else(copies: list[Made], got: dict[int, int]) -> None:
    precision, recall = scores(got, truth(copies))
    assert precision >= PRECISION
    assert recall >= RECALL


def test_each_way_of_copying_is_found(copies: list[Made], got: dict[int, int]) -> None:
    found, all_ = Counter[str](), Counter(one.how for one in copies)
    found.update(one.how for one in copies if got[one.article.id] == got[one.story])
    assert len(all_) == 9
    assert {how: found[how] / all_[how] for how in all_ if found[how] < RECALL * all_[how]} == {}


def test_rewrites_are_found_among_events_of_their_kind(told: Told, copies: list[Made]) -> None:
    rewritten = list(retold(40, Random(3)))
    made = [*(one for one in copies if one.how == "first"), *rewritten]
    precision, recall = scores(told.read(*(one.article for one in made)), truth(made))
    assert precision >= 0.9
    assert recall >= 0.85


def test_one_form_filled_in_anew_is_another_story(told: Told) -> None:
    """Events of five kinds in one month, all in nearly the same words but names and figures."""
    made = [one for one in retold(300, Random(2)) if one.how == "first"]
    got = told.read(*(one.article for one in made))
    assert len(set(got.values())) >= 0.95 * len(made)


@pytest.fixture(scope="module")
def sample() -> list[tuple[Article, int]]:
    """The sample's articles, with the report that each is a copy of."""
    generator = sample_generator()
    newsroom = importlib.import_module(f"{generator.__name__}.newsroom")
    return [
        (_article(one), article_id((one.first or one).url))
        for one in newsroom.write_articles(generator.UNTIL, generator.SEED)
    ]


def test_the_sample_s_stories_are_those_of_its_generator(
    told: Told, sample: list[tuple[Article, int]]
) -> None:
    got = told.read(*(article for article, _ in sample))
    precision, recall = scores(got, {article.id: first for article, first in sample})
    assert precision >= 0.99
    assert recall == 1


def _article(made: object) -> Article:
    return Article(
        id=article_id(made.url),
        url=made.url,
        title=made.title,
        source=made.outlet.name,
        language="en",
        published_at=made.published.astimezone(UTC),
        published_on=made.published.date(),
        date_precision=Precision.MINUTE,
        date_origin=DateOrigin.PAGE,
        body=made.paragraphs,
    )


def real_reports(corpora: Path) -> list[Report]:
    """Real articles of one site, each once."""
    with (corpora / "us-government" / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = {row["url"]: row for row in map(json.loads, lines)}
    return [
        Report(row["title"], tuple(filter(str.strip, row["text"].splitlines())))
        for row in rows.values()
        if row["source"] == "Digital.gov" and len((row["text"] or "").split()) > 60
    ]


@pytest.fixture(scope="module")
def real(corpora: Path) -> list[Report]:
    return real_reports(corpora)


def test_copies_of_real_articles_are_found_and_little_else(told: Told, real: list[Report]) -> None:
    made = list(copied(real, Random(1)))
    precision, recall = scores(told.read(*(one.article for one in made)), truth(made))
    assert precision >= PRECISION
    assert recall >= RECALL
