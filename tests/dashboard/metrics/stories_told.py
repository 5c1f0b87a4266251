"""The metrics of stories, computed from their definitions in words."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    frame,
    mean,
    selected,
    toned,
    window,
    within,
)

STORIES = (0, 2)  # asked for: the one that most articles tell, and one that some corpora have


def in_order(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: (row["published_at"], row["id"]))


def of_story(corpus: Corpus, story: int) -> Rows:
    return in_order([row for row in corpus.article if row["story"] == story])


def told(corpus: Corpus, filters: Filters, story: int) -> Rows:
    """The articles of the story, or of the one that most articles of the selection tell."""
    if not story:
        number = Counter(row["story"] for row in selected(corpus, filters))
        story = min(number, key=lambda one: (-number[one], one), default=0)
    return of_story(corpus, story)


def by_day(row: dict[str, Any]) -> bool:
    return bool(row["date_precision"] == "day")


def hours_between(first: dict[str, Any], row: dict[str, Any]) -> float:
    # Python subtracts two times of one zone as its clocks show them, daylight saving or not.
    return float((row["published_at"].timestamp() - first["published_at"].timestamp()) / 3600)


def firsts(rows: Rows) -> Rows:
    """The articles that may have been the first: no other is surely earlier."""
    return [row for row in rows if not any(surely_earlier(other, row) for other in rows)]


def surely_earlier(one: dict[str, Any], other: dict[str, Any]) -> bool:
    by = "published_on" if by_day(one) or by_day(other) else "published_at"
    return bool(one[by] < other[by])


def behind(rows: Rows, row: dict[str, Any]) -> dict[str, Any]:
    closer = [one for one in firsts(rows) if not by_day(one)]
    known = closer and not by_day(row)
    return {
        "by_day": by_day(row),
        "behind": hours_between(closer[0], row) if known else None,
        "days_behind": (row["published_on"] - min(one["published_on"] for one in rows)).days,
    }


def story_articles(corpus: Corpus, filters: Filters, story: int) -> Rows:
    rows = told(corpus, filters, story)
    passing = {row["id"] for row in selected(corpus, filters)}
    kept = ("title", "source", "url", "published_at", "published_on", "tone", "revised_at")
    return [
        {"article": row["id"], "passes": row["id"] in passing, "first": row in firsts(rows)}
        | {name: row[name] for name in kept}
        | behind(rows, row)
        for row in rows
    ]


def story_sources(corpus: Corpus, filters: Filters, story: int) -> Rows:
    rows = told(corpus, filters, story)
    own = {row["source"]: row for row in reversed(rows)}
    number = Counter(row["source"] for row in rows)
    return [
        {
            "source": row["source"],
            "coverage": number[row["source"]],
            "published_at": row["published_at"],
            "published_on": row["published_on"],
            "first": row["source"] in {one["source"] for one in firsts(rows)},
        }
        | behind(rows, row)
        for row in in_order(list(own.values()))
    ]


def story_headlines(corpus: Corpus, filters: Filters, story: int) -> Rows:
    rows = told(corpus, filters, story)
    uses = [
        {
            "headline": title,
            "coverage": len(own),
            "sources": len({row["source"] for row in own}),
            "published_at": own[0]["published_at"],
            "published_on": own[0]["published_on"],
            "by_day": by_day(own[0]),
        }
        for title in {row["title"] for row in rows}
        if (own := [row for row in rows if row["title"] == title])
    ]
    uses.sort(key=lambda use: (-use["coverage"], use["published_at"], use["headline"]))
    return uses


def stories(corpus: Corpus, filters: Filters, order: str, limit: int) -> Rows:
    articles = selected(corpus, filters)
    grouped: dict[int, Rows] = {}
    for row in articles:
        grouped.setdefault(row["story"], []).append(row)

    def rank(story: int) -> Any:
        latest = max(row["published_at"] for row in grouped[story])
        number = len(grouped[story]) if order == "coverage" else 0
        return -number, -latest.timestamp(), story

    views = page_views(corpus, filters)
    rows = []
    for story in sorted(grouped, key=rank)[: limit or None]:
        own, whole = grouped[story], of_story(corpus, story)
        candidates = firsts(whole)
        first = min(candidates, key=lambda row: (by_day(row), row["id"]))
        seen = [views[row["id"]] for row in own if row["id"] in views]
        rows.append(
            {
                "story": story,
                "headline": first["title"],
                "coverage": len(own),
                "sources": len({row["source"] for row in own}),
                "articles": len(whole),
                "first_source": first["source"],
                "first_sure": len({row["source"] for row in candidates}) == 1,
                "published_at": first["published_at"],
                "published_on": first["published_on"],
                "by_day": by_day(first),
                "lasted": hours_between(whole[0], whole[-1]),
                "revised": sum(row["revised_at"] is not None for row in whole),
                "tone": mean(own),
                "n": len(toned(own)),
                "page_views": sum(seen) if seen else None,
            }
        )
    return rows


def page_views(corpus: Corpus, filters: Filters) -> dict[int, float]:
    rows = [
        row
        for row in within(corpus.popularity, window(corpus, filters), "day")
        if row["measure"] == "page_views" and row["article"] is not None
    ]
    views: dict[int, float] = frame(rows, "article", "value").groupby("article")["value"].sum()
    return dict(views)


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "stories": stories,
    "story_articles": story_articles,
    "story_sources": story_sources,
    "story_headlines": story_headlines,
}
