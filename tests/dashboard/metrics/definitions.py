"""Each metric computed with pandas, from its definition in words: what the SQL is held against.

A result is a list of rows; every function takes the corpus, the filters and the parameters."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.filters import Filters
from tests.dashboard.metrics.corpora import Corpus
from tests.dashboard.metrics.queries import QUERIES, Borne

Rows = list[dict[str, Any]]
FREQUENCIES = {"day": "D", "week": "W-SUN", "month": "M"}  # a week ends on Sunday


def frame(rows: Rows, *columns: str) -> pd.DataFrame:
    return pd.DataFrame([{name: row[name] for name in columns} for row in rows], columns=columns)


def window(corpus: Corpus, filters: Filters) -> tuple[date, date] | None:
    days = [row["published_on"] for row in corpus.article]
    first = filters.since or min(days, default=None) or filters.until
    last = filters.until or max(days, default=None) or filters.since
    if first is None or last is None:
        return None
    if first > last:  # one day was chosen, beyond what the store holds
        return (first, first) if filters.since else (last, last)
    return first, last


def passing(corpus: Corpus, filters: Filters, *, only_sources: bool = False) -> Rows:
    """The articles that pass all filters but the dates."""
    carried: dict[int, set[str]] = {row["id"]: set() for row in corpus.article}
    for row in given(corpus, filters.origins or ("publisher", "boilerplate", "rule")):
        carried[row["article"]] |= names_of(corpus, row["tag"])
    names: dict[int, set[tuple[str, str]]] = {row["id"]: set() for row in corpus.article}
    entities = {row["id"]: (row["entity"], row["type"]) for row in corpus.entity}
    for row in corpus.mention:
        names[row["article"]].add(entities[row["entity"]])
    wanted = {name.lower() for name in filters.entities}
    naming = {
        row["article"]
        for row in counting(corpus, filters)
        if entities[row["entity"]][0].lower() in wanted
    }
    kept = []
    for row in corpus.article:
        tags = carried[row["id"]]
        holds = [not filters.sources or row["source"] in filters.sources]
        if not only_sources:
            holds += [
                not filters.tags_any or bool(tags & set(filters.tags_any)),
                tags >= set(filters.tags_all),
                not tags & set(filters.tags_none),
                not filters.entities or row["id"] in naming,
                not filters.revised or row["revised_at"] is not None,
                not filters.query or QUERIES[filters.query](Borne(row, tags, names[row["id"]])),
            ]
        if all(holds):
            kept.append(row)
    return kept


def counting(corpus: Corpus, filters: Filters) -> Rows:
    """The mentions that count."""
    return [
        row for row in corpus.mention if not filters.prominent or row["in_title"] or row["in_lead"]
    ]


def within(rows: Rows, days: tuple[date, date] | None, column: str = "published_on") -> Rows:
    return [row for row in rows if days and days[0] <= row[column] <= days[1]]


def selected(corpus: Corpus, filters: Filters) -> Rows:
    return within(passing(corpus, filters), window(corpus, filters))


def before(corpus: Corpus, filters: Filters) -> Rows | None:
    days = window(corpus, filters)
    if filters.since is None or days is None:
        return None
    length = (days[1] - days[0]).days + 1
    shift = timedelta(days=length)
    return within(passing(corpus, filters), (days[0] - shift, days[1] - shift))


def starts(days: pd.Series, period: str) -> pd.Series:
    return pd.to_datetime(days).dt.to_period(FREQUENCIES[period]).dt.start_time.dt.date


def periods(corpus: Corpus, filters: Filters, period: str) -> pd.DataFrame:
    """All periods of the window, and which of them are complete."""
    days = window(corpus, filters)
    if days is None:
        return pd.DataFrame({"starts_on": [], "complete": []})
    spans = pd.period_range(days[0], days[1], freq=FREQUENCIES[period])
    until, zone = corpus.pointer.complete_until, corpus.pointer.time_zone
    complete = []
    for span in spans:
        first, last = span.start_time.date(), span.end_time.date()
        over = pd.Timestamp(last + timedelta(days=1)).tz_localize(zone)
        asked = until is None or over <= pd.Timestamp(until)
        complete.append(first >= days[0] and last <= days[1] and asked)
    return pd.DataFrame(
        {"starts_on": [span.start_time.date() for span in spans], "complete": complete}
    )


def unit(filters: Filters) -> str:
    """What is counted: how many different values this column has."""
    return "story" if filters.stories else "id"


def counts(rows: Rows, filters: Filters, period: str, *by: str) -> pd.Series:
    """The number of articles or stories by period, and by what else is named."""
    table = frame(rows, unit(filters), "published_on", *by)
    table["starts_on"] = starts(table["published_on"], period)
    return table.groupby(["starts_on", *by])[unit(filters)].nunique()


def number_of(rows: Rows, filters: Filters, by: str) -> pd.Series:
    """The number of articles or stories by what is named."""
    return frame(rows, unit(filters), by).groupby(by)[unit(filters)].nunique()


def all_of(rows: Rows, filters: Filters) -> int:
    return len({row[unit(filters)] for row in rows})


def given(corpus: Corpus, origins: Sequence[str]) -> Rows:
    """The tags of these origins, counted or not."""
    keyphrases = [row | {"origin": "keyphrase"} for row in corpus.article_keyphrase]
    return [row for row in [*corpus.article_tag, *keyphrases] if row["origin"] in origins]


def names_of(corpus: Corpus, tag: str) -> set[str]:
    return {tag, *(row["key"] for row in corpus.tag_alias if row["tag"] == tag)}


def tagged(corpus: Corpus, filters: Filters, articles: Rows) -> Rows:
    """A row an article and tag that counts, whoever gave it."""
    known = {row["id"]: row for row in articles}
    counted = given(corpus, filters.origins or ("publisher", "rule"))
    pairs = {(row["article"], row["tag"]) for row in counted if row["counted"]}
    return [known[key] | {"tag": tag} for key, tag in pairs if key in known]


def labels(corpus: Corpus) -> dict[str, str]:
    return {row["tag"]: row["label"] for row in corpus.tag}


def most(counted: pd.Series, limit: int) -> list[Any]:
    """The names with the highest counts, ties in the order of the names."""
    names = sorted(counted.index, key=lambda name: (-counted[name], name))
    return names[: limit or None]


def mean(rows: Rows, column: str = "tone") -> float | None:
    known = frame(rows, column)[column].dropna()
    return float(known.astype(float).mean()) if len(known) else None


def toned(rows: Rows) -> Rows:
    return [row for row in rows if row["tone"] is not None]


def coverage(corpus: Corpus, filters: Filters, period: str) -> Rows:
    spans = periods(corpus, filters, period)
    number = counts(selected(corpus, filters), filters, period)
    spans["coverage"] = [int(number.get(start, 0)) for start in spans["starts_on"]]
    if period == "day":
        spans["mean_7d"] = spans["coverage"].rolling(7).mean()
    return spans.to_dict("records")


def coverage_share(corpus: Corpus, filters: Filters, period: str) -> Rows:
    rows = coverage(corpus, filters, period)
    collected = within(passing(corpus, filters, only_sources=True), window(corpus, filters))
    number = counts(collected, filters, period)
    for row in rows:
        row.pop("mean_7d", None)
        row["everything"] = int(number.get(row["starts_on"], 0))
        row["share"] = row["coverage"] / row["everything"] if row["everything"] else None
    return rows


def split(corpus: Corpus, filters: Filters, period: str, limit: int, by: str) -> Rows:
    articles = selected(corpus, filters)
    parts = tagged(corpus, filters, articles) if by == "tag" else articles
    top = most(number_of(parts, filters, by), limit)
    number, whole = counts(parts, filters, period, by), counts(articles, filters, period)
    rows = []
    for span in periods(corpus, filters, period).to_dict("records"):
        for name in top:
            found = int(number.get((span["starts_on"], name), 0))
            total = int(whole.get(span["starts_on"], 0))
            share = found / total if total else None
            shown = labels(corpus)[name] if by == "tag" else name
            rows.append(span | {by: shown, "coverage": found, "share": share})
    for row in rows:
        whole = [one["coverage"] for one in rows if one[by] == row[by] and one["complete"]]
        row["indexed"] = 100 * row["coverage"] * len(whole) / sum(whole) if sum(whole) else None
    return rows


def tag_counts(corpus: Corpus, filters: Filters, articles: Rows) -> pd.Series:
    return number_of(tagged(corpus, filters, articles), filters, "tag")


def compared(corpus: Corpus, filters: Filters) -> list[tuple[str, int, int | None]]:
    """Every tag of the window with its coverage, and that before if there is a before."""
    earlier = before(corpus, filters)
    then = None if earlier is None else tag_counts(corpus, filters, earlier)
    now = tag_counts(corpus, filters, selected(corpus, filters))
    return [
        (tag, int(now[tag]), None if then is None else int(then.get(tag, 0)))
        for tag in most(now, 0)
    ]


def topics(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    return [
        {
            "tag": labels(corpus)[tag],
            "coverage": now,
            "before": then,
            "change": now / then - 1 if then else None,
        }
        for tag, now, then in compared(corpus, filters)
    ][: limit or None]


def rising(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    rose = [
        (tag, now, then)
        for tag, now, then in compared(corpus, filters)
        if then is not None and now > then
    ]
    rose.sort(key=lambda one: (-(one[1] - one[2]) / (one[2] + 1) ** 0.5, one[2] - one[1], one[0]))
    return [
        {
            "tag": labels(corpus)[tag],
            "coverage": now,
            "before": then,
            "change": now / then - 1 if then else None,
            "rise": now - then,
        }
        for tag, now, then in rose
    ][: limit or None]


def sources(corpus: Corpus, filters: Filters, limit: int) -> Rows:
    articles = selected(corpus, filters)
    number = number_of(articles, filters, "source")
    rows = []
    for name in most(number, limit):
        own = [row for row in articles if row["source"] == name]
        rows.append(
            {
                "source": name,
                "coverage": all_of(own, filters),
                "share": all_of(own, filters) / all_of(articles, filters),
                "tone": mean(own),
                "n": len(toned(own)),
            }
        )
    return rows


DEFINITIONS: dict[str, Callable[..., Rows]] = {
    "coverage": coverage,
    "coverage_share": coverage_share,
    "coverage_by_tag": lambda *args, **rest: split(*args, **rest, by="tag"),
    "coverage_by_source": lambda *args, **rest: split(*args, **rest, by="source"),
    "topics": topics,
    "rising": rising,
    "sources": sources,
}
