"""Who reads what: page views and shares over the first days, and the lists of the most popular.

An article's appeal decides both, so the lists on the pages agree with the tables."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from .chance import happens
from .newsroom import Article
from .rhythm import REPORTING

MONTH = 30  # days that a list of the most popular looks back
VIEWED, SHARED = 0.34, 0.14  # of the articles that have an address
MOST_VIEWS, MOST_SHARES = 12_000, 2_500  # rows


class Observed(NamedTuple):
    """How often an article was read, or shared, on one day."""

    on: date
    url: str
    value: int


def page_views(articles: list[Article], until: date, seed: int) -> list[Observed]:
    def days(article: Article) -> int:
        return min(14, 5 + int(article.appeal))

    rng = Random(f"{seed}/views")
    return _observed(articles, until, MOST_VIEWS, VIEWED, 90.0, days, rng)


def shares(articles: list[Article], until: date, seed: int) -> list[Observed]:
    def days(article: Article) -> int:
        return min(7, 2 + int(article.appeal))

    rng = Random(f"{seed}/shares")
    return _observed(articles, until, MOST_SHARES, SHARED, 6.0, days, rng)


def most_popular(article: Article, ours: list[Article], count: int = 5) -> list[Article]:
    """What the outlet's readers liked best in the month up to this article, the best first."""
    day = article.published
    recent = [one for one in ours if timedelta() <= day - one.published < timedelta(days=MONTH)]
    return sorted(recent, key=lambda one: (-_heat(one, article), one.url))[:count]


def related(article: Article, ours: list[Article], count: int = 3) -> list[Article]:
    """The outlet's last articles on the same topic before this one, the newest first."""
    before = [
        one
        for one in ours
        if one.published < article.published and one.topic.section == article.topic.section
    ]
    return before[: -count - 1 : -1]


def _heat(one: Article, seen_with: Article) -> float:
    return one.appeal / (1.0 + (seen_with.published - one.published).days / 4)


def _observed(
    articles: list[Article],
    until: date,
    most: int,
    part: float,
    scale: float,
    days: Callable[[Article], int],
    rng: Random,
) -> list[Observed]:
    rows: list[Observed] = []
    for article in articles:
        wanted = happens(part * (1.4 if article.topic.event else 0.95), rng)
        if article.outlet.kind == "captures" or not wanted:
            continue
        course = _course(article, until, scale, days(article), rng)
        if len(rows) + len(course) <= most:
            rows += course
    return sorted(rows)


def _course(article: Article, until: date, scale: float, days: int, rng: Random) -> list[Observed]:
    """Less on the day of publication, most on the next, then a decay."""
    first = article.published.astimezone(REPORTING)
    force = scale * article.appeal * (0.6 + 0.8 * rng.random())
    course = []
    for age in range(days):
        on = first.date() + timedelta(days=age)
        part = (23 - first.hour) / 24 if age == 0 else 1.0
        value = int(force * part * (0.8 + 0.4 * rng.random()))
        if value > 0 and on <= until:
            course.append(Observed(on, article.url, value))
        force *= 0.9 if age == 0 else 0.58
    return course
