"""Small corpora whose numbers can be counted by hand, and what random ones seldom hold."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest

from dashboard.filters import Filters, from_url
from dashboard.metrics import METRICS, ask, table
from presswatch.errors import AskError
from presswatch.snapshot import FOLDER, Snapshot
from presswatch.tags import fold
from tests.dashboard.metrics.corpora import Corpus, Opened, fill, pointer_of

MONDAY = date(2024, 12, 30)  # its week ends in the next year
DROP = "'; DROP TABLE article; --"


def corpus(
    *days: int, tags: dict[int, list[str]] | None = None, zone: str = "UTC", **more: Any
) -> Corpus:
    """An article for each day (counted from MONDAY); `tags` by the articles' place in the list."""
    articles = [
        {
            "id": key,
            "url": f"https://example.org/{key}",
            "title": f"Article {key}",
            "source": "Harbour Courier",
            "authors": [],
            "published_at": datetime(2024, 12, 30, 12, tzinfo=UTC) + timedelta(days=day),
            "date_precision": "day",
            "date_origin": "page",
            "published_on": MONDAY + timedelta(days=day),
            "story": key,
            "refresh": 1,
        }
        for key, day in enumerate(days)
    ]
    given = [(articles[key], tag) for key, labels in (tags or {}).items() for tag in labels]
    return Corpus(
        article=articles,
        tag=[{"tag": fold(label), "label": label} for label in {label for _, label in given}],
        article_tag=[
            {
                "article": row["id"],
                "tag": fold(label),
                "spelling": label,
                "origin": "publisher",
                "counted": True,
                "published_on": row["published_on"],
            }
            for row, label in given
        ],
        entity=[],
        mention=[],
        popularity=more.get("popularity", []),
        pointer=pointer_of(articles, zone, more.get("until")),
    )


def rows(corpus: Corpus, metric: str, filters: Filters | None = None, **parameters: Any) -> Any:
    with closing(Opened(corpus)) as snapshot:
        asked = table(snapshot, metric, filters or Filters(), find=snapshot.find, **parameters)
        return asked.to_pylist()


def test_a_series_has_every_day_of_its_window() -> None:
    got = rows(corpus(0, 0, 3), "coverage")
    assert [row["coverage"] for row in got] == [2, 0, 0, 1]


def test_a_window_without_articles_is_a_series_of_zeros() -> None:
    filters = Filters(since=date(2020, 1, 1), until=date(2020, 1, 3))
    assert [row["coverage"] for row in rows(corpus(0), "coverage", filters)] == [0, 0, 0]


def test_a_week_begins_on_monday_across_the_year() -> None:
    got = rows(corpus(0, 6, 7), "coverage", period="week")
    assert [(row["starts_on"], row["coverage"]) for row in got] == [
        (MONDAY, 2),
        (date(2025, 1, 6), 1),
    ]


def test_a_window_that_starts_in_mid_month_counts_its_days_alone() -> None:
    filters = Filters(since=date(2025, 1, 2), until=date(2025, 1, 31))
    got = rows(corpus(2, 3), "coverage", filters, period="month")
    assert got == [{"starts_on": date(2025, 1, 1), "coverage": 1, "complete": False}]


@pytest.mark.parametrize(
    ("zone", "until", "complete"),
    [
        ("UTC", datetime(2024, 12, 31, tzinfo=UTC), True),
        ("UTC", datetime(2024, 12, 30, 23, 59, tzinfo=UTC), False),
        ("America/New_York", datetime(2024, 12, 31, tzinfo=UTC), False),
        ("Asia/Tokyo", datetime(2024, 12, 30, 15, tzinfo=UTC), True),
        ("UTC", None, True),  # nobody ever asked the sources: nothing is known to be missing
    ],
)
def test_a_day_is_complete_once_it_was_over_when_the_sources_were_asked(
    zone: str, until: datetime | None, complete: bool
) -> None:
    assert rows(corpus(0, zone=zone, until=until), "coverage")[0]["complete"] is complete


def test_an_unlikely_rise_stands_above_a_larger_one() -> None:
    days = [0] * 3 + [1] * 9 + [0] * 100 + [1] * 110
    tags = {key: ["Strike"] if key < 12 else ["Weather"] for key in range(len(days))}
    filters = Filters(since=MONDAY + timedelta(days=1))
    got = rows(corpus(*days, tags=tags), "rising", filters)
    assert [(row["tag"], row["rise"]) for row in got] == [("Strike", 6), ("Weather", 10)]


def test_without_a_first_day_nothing_lies_before() -> None:
    one = corpus(0, 1, tags={0: ["a"], 1: ["a"]})
    got = rows(one, "topics", Filters(until=MONDAY + timedelta(days=1)))
    assert got == [{"tag": "a", "coverage": 2, "before": None, "change": None}]
    assert rows(one, "rising") == []


def test_the_change_is_on_the_period_of_equal_length_before() -> None:
    one = corpus(0, 1, 2, 3, 4, tags={key: ["a"] for key in range(5)})
    filters = Filters(since=MONDAY + timedelta(days=3), until=MONDAY + timedelta(days=4))
    assert rows(one, "topics", filters) == [{"tag": "a", "coverage": 2, "before": 2, "change": 0}]


def test_lists_tie_by_the_better_mean_place() -> None:
    # On day 0 article 1 stands twice in the list: its better place counts.
    places = [(1, 0, 3), (1, 0, 1), (1, 1, 1), (0, 0, 2), (0, 1, 1)]
    seen = [
        {
            "key": key,
            "article": article,
            "source": "Herald",
            "day": MONDAY + timedelta(days=day),
            "measure": "places",
            "value": float(place),
        }
        for key, (article, day, place) in enumerate(places)
    ]
    got = rows(corpus(0, 1, popularity=seen), "popular", measure="places")
    assert [(row["article"], row["value"]) for row in got] == [(1, 2), (0, 2)]


def test_popularity_counts_by_the_day_it_was_seen() -> None:
    seen = {"key": 1, "article": 0, "day": MONDAY + timedelta(days=9), "measure": "page_views"}
    one = corpus(0, 9, popularity=[seen | {"value": 5.0}])
    got = rows(one, "popular", Filters(since=MONDAY + timedelta(days=9)))
    assert [(row["article"], row["value"]) for row in got] == [(0, 5)]


def test_a_hostile_value_is_only_a_value() -> None:
    one = corpus(0, 0, tags={0: [DROP]})
    filters = Filters(tags_any=(DROP,), sources=("Harbour Courier", DROP))
    assert [row["id"] for row in rows(one, "articles", filters)] == [0]
    assert rows(one, "articles", Filters(sources=(DROP,), query=f'"{DROP}"')) == []
    assert from_url({"source": [DROP]}).sources == (DROP,)


@pytest.mark.parametrize("metric", METRICS)
def test_an_empty_store_answers(metric: str) -> None:
    got = rows(corpus(), metric)
    assert len(got) == (1 if metric in ("headline", "both") else 0)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """A real snapshot: a file, read only and locked."""
    store = tmp_path_factory.mktemp("store")
    (store / FOLDER).mkdir()
    one = corpus(0, 1, tags={0: ["a"], 1: ["b"]})
    with duckdb.connect(str(store / FOLDER / "1.duckdb")) as connection:
        fill(connection, one)
    with closing(Snapshot(store, one.pointer)) as snapshot:
        yield snapshot


@pytest.mark.parametrize("metric", METRICS)
def test_a_metric_works_on_a_locked_snapshot(published: Snapshot, metric: str) -> None:
    filters = Filters(since=MONDAY, tags_any=("a",), tags_none=("b",), query="any")
    with closing(Opened(corpus(0))) as finder:
        got = ask(published, metric, filters, find=finder.find)
    shown = set(METRICS[metric].columns)
    assert set(got.columns) == shown


def test_instants_are_utc_wherever_it_runs(published: Snapshot) -> None:
    row = table(published, "articles", Filters()).to_pylist()[0]
    assert row["published_at"].isoformat() == "2024-12-31T12:00:00+00:00"


@pytest.mark.parametrize(
    ("metric", "parameters", "said"),
    [
        ("nonsense", {}, "'nonsense' is no metric. The metrics are headline, "),
        ("coverage", {"period": "year"}, "'year' is no period. Choose one of day, week, month."),
        ("coverage", {"limit": 3}, "coverage takes no 'limit'. Its parameters: period."),
        ("topics", {"limit": -1}, "limit is -1. Give a whole number, 0 or more."),
        ("topics", {"limit": "1"}, "limit is '1'. Give a whole number, 0 or more."),
    ],
)
def test_what_cannot_be_asked_is_said(
    published: Snapshot, metric: str, parameters: dict[str, Any], said: str
) -> None:
    with pytest.raises(AskError) as caught:
        table(published, metric, Filters(), **parameters)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    "asked", ["St John", "st. john", "Mills & Co", "mills co", "O'Shea", "o’shea"]
)
def test_a_name_is_found_whatever_parts_its_words(asked: str) -> None:
    whole = corpus(0)
    whole.article[0]["authors"] = ["Mia St. John", "Mills & Co", "Ann O'Shea"]
    assert len(rows(whole, "articles", Filters(query=f'author:"{asked}"'))) == 1
