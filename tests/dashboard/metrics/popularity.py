"""The metrics that know of popularity, computed with pandas from their definitions in words."""

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.definitions import (
    Rows,
    all_of,
    frame,
    labels,
    mean,
    passing,
    periods,
    selected,
    starts,
    tagged,
    toned,
    window,
    within,
)


def seen(corpus: Corpus, filters: Filters, measure: str) -> pd.DataFrame:
    """A row an eligible article, day and (of places) list of the window."""
    known = {row["id"] for row in passing(corpus, filters)}
    rows = [
        row
        for row in within(corpus.popularity, window(corpus, filters), "day")
        if row["measure"] == measure and row["article"] in known
    ]
    table = pd.DataFrame(
        {
            "article": pd.array([row["article"] for row in rows], dtype="int64"),
            "day": [row["day"] for row in rows],
            "list": [str(row["source"]) for row in rows],
            "value": [row["value"] for row in rows],
            "place": [row["value"] for row in rows],
        }
    )
    if measure == "places":  # twice in one list counts once, by the better place
        table = table.groupby(["article", "day", "list"], as_index=False).min()
        table["value"] = 1.0
    else:
        table["place"] = 0.0
    return table


def ranking(corpus: Corpus, table: pd.DataFrame) -> list[tuple[int, float]]:
    """Articles with their value, the most popular first."""
    titles = {row["id"]: row["title"] for row in corpus.article}
    summed = table.groupby("article").agg({"value": "sum", "place": "mean"})
    order = sorted(
        summed.index,
        key=lambda key: (-summed.value[key], summed.place[key], titles[key], key),
    )
    return [(int(key), float(summed.value[key])) for key in order]


def popular(corpus: Corpus, filters: Filters, measure: str, limit: int) -> Rows:
    articles = {row["id"]: row for row in corpus.article}
    order = ranking(corpus, seen(corpus, filters, measure))[: limit or None]
    return [
        {"rank": rank, "article": key, "measure": measure, "value": value}
        | {name: articles[key][name] for name in ("title", "source", "url")}
        for rank, (key, value) in enumerate(order, 1)
    ]


def popular_course(corpus: Corpus, filters: Filters, measure: str, limit: int) -> Rows:
    table = seen(corpus, filters, measure)
    top = popular(corpus, filters, measure, limit)
    value = table.groupby(["day", "article"])["value"].sum()
    return [
        {
            "day": day,
            "article": row["article"],
            "title": row["title"],
            "value": float(value.get((day, row["article"]), 0.0)),
        }
        for day in periods(corpus, filters, "day")["starts_on"]
        for row in top
    ]


def popular_ranks(corpus: Corpus, filters: Filters, measure: str, period: str, limit: int) -> Rows:
    table = seen(corpus, filters, measure)
    table["starts_on"] = starts(table["day"], period)
    top = popular(corpus, filters, measure, limit)
    rows = []
    for start in periods(corpus, filters, period)["starts_on"]:
        order = ranking(corpus, table[table["starts_on"] == start])
        ranks = {key: rank for rank, (key, _) in enumerate(order, 1)}
        rows += [
            {
                "starts_on": start,
                "article": row["article"],
                "title": row["title"],
                "rank": ranks.get(row["article"]),
            }
            for row in top
        ]
    return rows


def read_and_written(corpus: Corpus, filters: Filters, measure: str, limit: int) -> Rows:
    values = seen(corpus, filters, measure).groupby("article")["value"].sum().to_dict()
    articles = selected(corpus, filters)
    measured = {row["source"] for row in articles if row["id"] in values}
    kept = [row for row in articles if row["source"] in measured]
    whole = sum(values.get(row["id"], 0.0) for row in kept)
    parts: dict[str, Rows] = {}
    for row in tagged(corpus, filters, kept):
        parts.setdefault(row["tag"], []).append(row)
    rows = []
    order = sorted(parts, key=lambda tag: (-all_of(parts[tag], filters), tag))
    for tag in order[: limit or None]:
        share = all_of(parts[tag], filters) / all_of(kept, filters)
        value = sum(values.get(row["id"], 0.0) for row in parts[tag])
        rows.append(
            {
                "tag": labels(corpus)[tag],
                "coverage": all_of(parts[tag], filters),
                "share": share,
                "value": value,
                "value_share": value / whole if whole else None,
                "ratio": value / whole / share if whole else None,
            }
        )
    return rows


def lives(corpus: Corpus, filters: Filters, measure: str, life: int) -> list[list[float]]:
    """What was seen on each day of the life of the articles whose life is over."""
    days = window(corpus, filters)
    until = corpus.pointer.complete_until
    over = days[1] + timedelta(days=1) if days else date.max  # the first day that is not
    if until is not None:
        over = min(over, until.astimezone(ZoneInfo(corpus.pointer.time_zone)).date())
    table = seen(corpus, filters, measure)
    found = []
    for row in selected(corpus, filters):
        born = row["published_on"]
        if born + timedelta(days=life) <= over:
            own = table[table["article"] == row["id"]].groupby("day")["value"].sum()
            found.append([float(own.get(born + timedelta(days=n), 0.0)) for n in range(life)])
    return found


def half_life(corpus: Corpus, filters: Filters, measure: str, life: int, least: int) -> Rows:
    ages, single = [], []
    for values in lives(corpus, filters, measure, life) if measure != "places" else ():
        whole = sum(values)
        if whole >= max(least, 1):
            age = next(n for n in range(1, life + 1) if sum(values[:n]) >= whole / 2)
            ages.append(age)
            single += [age] if values[age - 1] == whole else []
    return [
        {
            "age": age,
            "articles": ages.count(age),
            "single": single.count(age),
            "share": ages.count(age) / len(ages),
            "cumulative": sum(one <= age for one in ages) / len(ages),
        }
        for age in range(1, life + 1)
        if ages
    ]


def evergreen(corpus: Corpus, filters: Filters, measure: str, least: int, limit: int) -> Rows:
    known = {row["id"]: row for row in corpus.article}
    rows = []
    table = seen(corpus, filters, measure)
    for key in table["article"].unique().tolist() if measure != "places" else ():
        article, own = known[key], table[table["article"] == key]
        late = own[own["day"] > article["published_on"] + timedelta(days=30)]["value"].sum()
        whole = own["value"].sum()
        if late > 0 and whole >= least:
            names = ("title", "source", "url", "published_on")
            found = {"value": float(whole), "late": float(late), "late_share": late / whole}
            rows.append({"article": key} | {name: article[name] for name in names} | found)
    rows.sort(key=lambda row: (-row["late"], row["title"], row["article"]))
    return rows[: limit or None]


def totals(corpus: Corpus, filters: Filters, measure: str) -> list[float]:
    """What each article had in the window, most first."""
    if measure == "places":
        return []
    summed = seen(corpus, filters, measure).groupby("article")["value"].sum()
    return sorted(summed.tolist(), reverse=True)


def top_share(values: list[float], hundredths: int) -> float:
    """What the top hundredths have of all, a part of an article counting whole."""
    return sum(values[: ceil(len(values) * hundredths / 100)]) / sum(values)


def concentration(corpus: Corpus, filters: Filters, measure: str) -> Rows:
    values = totals(corpus, filters, measure)
    if not sum(values):
        return []
    apart = sum(abs(one - other) for one in values for other in values)
    return [
        {
            "articles": len(values),
            "value": sum(values),
            "gini": apart / (2 * len(values) * sum(values)),
            "top_1": top_share(values, 1),
            "top_10": top_share(values, 10),
        }
    ]


def concentration_curve(corpus: Corpus, filters: Filters, measure: str) -> Rows:
    values = totals(corpus, filters, measure)
    return [
        {"top": top / 100, "value_share": top_share(values, top)}
        for top in range(101)
        if sum(values)
    ]


def headline(corpus: Corpus, filters: Filters) -> Rows:
    articles = selected(corpus, filters)
    row = {
        "articles": all_of(articles, filters),
        "sources": len({one["source"] for one in articles}),
        "tone": mean(articles),
        "n": len(toned(articles)),
    }
    for measure in ("page_views", "shares", "places"):
        table = seen(corpus, filters, measure)
        row[measure] = float(table["value"].sum()) if len(table) else None
    return [row]


def headline_course(corpus: Corpus, filters: Filters, period: str) -> Rows:
    """The headline of each period: of its articles, and of what was seen on its days."""
    everything = selected(corpus, filters)
    begun = list(starts(frame(everything, "published_on")["published_on"], period))
    tables = {name: seen(corpus, filters, name) for name in ("page_views", "shares", "places")}
    rows: Rows = []
    for span in periods(corpus, filters, period).to_dict("records"):
        pairs = zip(everything, begun, strict=True)
        inside = [one for one, start in pairs if start == span["starts_on"]]
        row = {
            "articles": all_of(inside, filters),
            "sources": len({one["source"] for one in inside}),
            "tone": mean(inside),
            "n": len(toned(inside)),
        }
        for measure, table in tables.items():
            table = table[starts(table["day"], period) == span["starts_on"]]
            row[measure] = float(table["value"].sum()) if len(table) else None
        rows.append(span | row)
    return rows


def articles(corpus: Corpus, filters: Filters, limit: int, offset: int, sort: str) -> Rows:
    carried: dict[int, list[str]] = {}
    for row in sorted(tagged(corpus, filters, corpus.article), key=lambda row: row["tag"]):
        carried.setdefault(row["id"], []).append(labels(corpus)[row["tag"]])
    views = seen(corpus, filters, "page_views").groupby("article")["value"].sum()
    rows = [
        {
            name: row[name]
            for name in ("id", "title", "source", "url", "published_on", "published_at")
        }
        | {"tone": row["tone"], "tags": carried.get(row["id"], []), "words": row["words"]}
        | {"page_views": float(views[row["id"]]) if row["id"] in views.index else None}
        for row in selected(corpus, filters)
    ]
    rows.sort(key=lambda row: row["id"])
    rows.sort(key=lambda row: row["published_at"], reverse=True)
    rows.sort(key=SORTS[sort])
    return rows[offset : offset + limit if limit else None]


def _last(value: float | None) -> tuple[bool, float]:
    """A sort key that puts what is absent last."""
    return value is None, value or 0.0


def _down(value: float | None) -> tuple[bool, float]:
    return _last(None if value is None else -value)


SORTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "newest": lambda row: -row["published_at"].timestamp(),
    "oldest": lambda row: row["published_at"],
    "title": lambda row: row["title"].lower(),
    "source": lambda row: row["source"],
    "highest tone": lambda row: _down(row["tone"]),
    "lowest tone": lambda row: _last(row["tone"]),
    "page views": lambda row: _down(row["page_views"]),
}
DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "headline": headline,
    "headline_course": headline_course,
    "popular": popular,
    "popular_course": popular_course,
    "popular_ranks": popular_ranks,
    "read_and_written": read_and_written,
    "half_life": half_life,
    "evergreen": evergreen,
    "concentration": concentration,
    "concentration_curve": concentration_curve,
    "articles": articles,
}
