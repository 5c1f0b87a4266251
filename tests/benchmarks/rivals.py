"""The questions of charts, asked of what analysts would use instead: pandas in memory, and SQLite
with indexes. All three read the same articles, in the same run, and have to agree."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.filters import Filters
from dashboard.metrics import ask
from presswatch.snapshot import Snapshot
from tests.benchmarks.table import median, seconds, show

TAG, SOURCE, TOP = "tag 7", "Source 3", 20
INDEXES = (
    "CREATE INDEX article_day ON article (published_on)",
    "CREATE INDEX article_source ON article (source, published_on, tone)",
    "CREATE INDEX tag_day ON article_tag (published_on, tag)",
    "CREATE INDEX tag_name ON article_tag (tag, published_on)",
    "ANALYZE",
)
Answer = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: of Presswatch a metric, of SQLite a statement, of pandas a function."""

    metric: str
    row: str  # the metric's column that names a row of the answer
    value: str
    narrowed: Mapping[str, Any] = field(default_factory=dict)  # the filters beside the days
    told: Mapping[str, Any] = field(default_factory=dict)
    sqlite: str
    pandas: Callable[[pd.DataFrame, pd.DataFrame], "pd.Series[Any]"]  # of articles and tags


def _most(tags: pd.DataFrame) -> "pd.Series[Any]":
    counted = tags.groupby("tag").size().rename("n").reset_index()
    return counted.sort_values(["n", "tag"], ascending=[False, True]).head(TOP).set_index("tag").n


QUESTIONS = {
    "coverage by day": Question(
        metric="coverage",
        row="starts_on",
        value="coverage",
        sqlite="""SELECT published_on, count(*) FROM article
            WHERE published_on BETWEEN :first AND :last GROUP BY 1""",
        pandas=lambda articles, _: articles.groupby("published_on").size(),
    ),
    "coverage of a tag": Question(
        metric="coverage",
        row="starts_on",
        value="coverage",
        narrowed={"tags_any": (TAG,)},
        sqlite="""SELECT published_on, count(*) FROM article_tag
            WHERE tag = :tag AND published_on BETWEEN :first AND :last GROUP BY 1""",
        pandas=lambda _, tags: tags[tags.tag == TAG].groupby("published_on").size(),
    ),
    "tone of a source": Question(
        metric="tone",
        row="starts_on",
        value="tone",
        narrowed={"sources": (SOURCE,)},
        sqlite="""SELECT published_on, avg(tone) FROM article
            WHERE source = :source AND published_on BETWEEN :first AND :last GROUP BY 1""",
        pandas=lambda articles, _: (
            articles[articles.source == SOURCE].groupby("published_on").tone.mean()
        ),
    ),
    "most frequent tags": Question(
        metric="topics",
        row="tag",
        value="coverage",
        told={"limit": TOP},
        sqlite="""SELECT tag, count(*) FROM article_tag
            WHERE published_on BETWEEN :first AND :last
            GROUP BY tag ORDER BY 2 DESC, tag LIMIT :top""",
        pandas=lambda _, tags: _most(tags),
    ),
}


def measure(snapshot: Snapshot, folder: Path, windows: Mapping[str, Filters]) -> None:
    """Ask each question of the three for each window."""
    with snapshot.cursor() as cursor:
        articles = cursor.sql("SELECT source, published_on, tone FROM article").df()
        tags = cursor.sql("SELECT tag, published_on FROM article_tag").df()
    rows = []
    with closing(_sqlite(folder / "rival.sqlite", articles, tags)) as sqlite:
        for asked, question in QUESTIONS.items():
            for days, window in windows.items():
                first, last = window.window(snapshot.pointer) or (date.min, date.max)
                ways = (
                    partial(_presswatch, snapshot, question, window),
                    partial(_pandas, question, articles, tags, first, last),
                    partial(_of_sqlite, sqlite, question, first, last),
                )
                taken = [f"{median(seconds(way, 5)) * 1000:.1f}" for way in ways]
                answers = [way() for way in ways]
                rows.append((asked, days, *taken, all(one == answers[0] for one in answers)))
    show(
        f"Beside what else there is, median ms ({len(articles):,} articles, {len(tags):,} tags)",
        ("question", "days", "Presswatch", "pandas", "SQLite", "they agree"),
        rows,
    )


def _presswatch(snapshot: Snapshot, question: Question, window: Filters) -> Answer:
    filters = Filters(since=window.since, until=window.until, **question.narrowed)
    found = ask(snapshot, question.metric, filters, **question.told)
    return _answer(found.set_index(question.row)[question.value])


def _pandas(
    question: Question, articles: pd.DataFrame, tags: pd.DataFrame, first: date, last: date
) -> Answer:
    days = pd.Timestamp(first), pd.Timestamp(last)
    within = [rows[rows.published_on.between(*days)] for rows in (articles, tags)]
    return _answer(question.pandas(*within))


def _of_sqlite(sqlite: sqlite3.Connection, question: Question, first: date, last: date) -> Answer:
    values = {"first": str(first), "last": str(last), "tag": TAG, "source": SOURCE, "top": TOP}
    rows = sqlite.execute(question.sqlite, values).fetchall()
    return _answer(pd.Series(dict(rows), dtype="float64"))


def _answer(found: "pd.Series[Any]") -> Answer:
    """As it may be compared: no zeros, the day as text, nine places of a number."""
    return {str(row)[:10]: round(float(value), 9) for row, value in found.dropna().items() if value}


def _sqlite(file: Path, articles: pd.DataFrame, tags: pd.DataFrame) -> sqlite3.Connection:
    made = file.is_file()
    connection = sqlite3.connect(file)
    if not made:
        for name, rows in (("article", articles), ("article_tag", tags)):
            written = rows.assign(published_on=rows.published_on.dt.strftime("%Y-%m-%d"))
            written.to_sql(name, connection, index=False, chunksize=100_000)
        for statement in INDEXES:
            connection.execute(statement)
        connection.commit()
    return connection
