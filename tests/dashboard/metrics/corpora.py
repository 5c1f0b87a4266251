"""Random corpora, as tables and as an open snapshot, and filters that find something in them."""

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
from hypothesis import strategies as st

from dashboard.filters import ORIGINS, Filters
from presswatch.query import All, Node, Not, Words
from presswatch.query import Any as Either
from presswatch.snapshot import LastRefresh, Pointer, Snapshot
from presswatch.tags import fold
from tests.dashboard.metrics import runs
from tests.dashboard.metrics.queries import QUERIES

SCHEMA = Path(__file__).parents[3] / "etl" / "warehouse" / "schema.sql"
# Before the end of a year, of a leap February, of a week that ends a month, and a summer.
BASES = (date(2023, 12, 20), date(2024, 2, 16), date(2023, 4, 24), date(2025, 7, 1))
BURSTING = (date(2024, 2, 16), 75)  # the first day, and how many: over a change of the clocks
SOURCES = ("Harbour Courier", "Ö-Blatt", "Robert'); DROP TABLE article; --", "zebra")
HIDDEN = "x"  # among them
ALIASES = {"harbours": "ports", "quays": "ports", "oil": "öl"}
LABELS = ("Ports", "Wage Talks", "e-mail", "Öl", "'; DROP TABLE article; --", "x")
TITLES = ("Strike at the port", "strike at the port", "A fire", "In brief", "Über Öl", "")
NAMES = (("Mara Lind", "person"), ("Lind", "organization"), ("Lind", "person"), ("Oslo", "place"))
SPELLINGS = ((0, "Lind"), (0, "M. Lind"), (3, "Oslo"), (3, "Oslo's"))  # by the entity's place
SAID = ("Lind, at last!", "We met «MARA LIND» in Oslo", "Oslo's a port", "Blind luck", "Ø", "")
SIGNED = (
    [],
    ["Mara Lind"],
    ["MARA LIND", "Mára-Lind"],
    ["Jo Rask", "M. Lind"],
    ["Lind", "Jo Rask", "Jo Rask"],
    ['Jo "Ö" Rask', "–"],
)
PLACED = {"Oslo": {"country": "NO", "latitude": 59.9, "longitude": 10.7}}
VALUES = (0.0, 1.0, 2.0, 3.0, 10.0)  # few, so that there are ties


@dataclass(frozen=True)
class Corpus:
    """The rows of a store, by table, and what its pointer says."""

    article: list[dict[str, Any]]
    tag: list[dict[str, Any]]
    article_tag: list[dict[str, Any]]
    entity: list[dict[str, Any]]
    mention: list[dict[str, Any]]
    popularity: list[dict[str, Any]]
    pointer: Pointer
    article_keyphrase: list[dict[str, Any]] = field(default_factory=list)
    tag_alias: list[dict[str, Any]] = field(default_factory=list)
    entity_alias: list[dict[str, Any]] = field(default_factory=list)
    quote: list[dict[str, Any]] = field(default_factory=list)
    refresh: list[dict[str, Any]] = field(default_factory=list)
    problem: list[dict[str, Any]] = field(default_factory=list)
    fetch_state: list[dict[str, Any]] = field(default_factory=list)


class Opened(Snapshot):
    """A corpus as a snapshot: in memory, as locked as the real one."""

    def __init__(self, corpus: Corpus) -> None:
        self.store = Path("nowhere")
        self.pointer = corpus.pointer
        self.titles = {row["id"]: row["title"] for row in corpus.article}
        self._connection = duckdb.connect()
        fill(self._connection, corpus)
        self._connection.execute("SET GLOBAL TimeZone='UTC'")
        self._connection.execute("SET enable_external_access=false; SET lock_configuration=true")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self._connection.cursor()

    def find(self, store: Path, words: Node) -> pa.Table:
        """In place of the index: the articles with that word in the title, and one unknown."""
        ids = [key for key, title in self.titles.items() if _says(title.lower(), words)]
        return pa.table({"id": pa.array([*ids, 2**62], pa.int64())})

    def close(self) -> None:
        self._connection.close()


def _says(title: str, words: Node) -> bool:
    match words:
        case Either(parts):
            return any(_says(title, part) for part in parts)
        case All(parts):
            return all(_says(title, part) for part in parts)
        case Not(part):
            return not _says(title, part)
    assert isinstance(words, Words)
    return words.field in (None, "title") and words.text.lower() in title


def fill(connection: duckdb.DuckDBPyConnection, corpus: Corpus) -> None:
    """Make the tables of the schema and put the corpus in."""
    connection.execute(SCHEMA.read_text("utf-8"))
    for name in (each.name for each in fields(corpus) if each.name != "pointer"):
        rows = getattr(corpus, name)
        if rows:
            connection.register("rows", pa.Table.from_pylist(rows))
            connection.execute(f"INSERT INTO {name} BY NAME FROM rows")
            connection.unregister("rows")


def pointer_of(articles: list[dict[str, Any]], zone: str, until: datetime | None) -> Pointer:
    """The pointer to a snapshot of those articles."""
    days = [row["published_on"] for row in articles]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    counts = {"read": len(days), "new": len(days), "updated": 0, "unchanged": 0, "refused": 0}
    return Pointer(
        generation="1",
        published_at=now,
        complete_until=until,
        first_refresh_at=now,
        articles=len(days),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        time_zone=zone,
        holds="articles",
        last_refresh=LastRefresh(
            refresh=1, started_at=now, ended_at=now, outcome="complete", **counts
        ),
        problems={},
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Corpus, list[Filters]]:
    """A corpus, and three choices of filters of which most find something in it.

    The rows come from a seed: drawn one by one, large corpora are beyond what hypothesis takes."""
    base, span = draw(st.sampled_from(BASES)), draw(st.sampled_from((10, 20, 45, 1)))
    size = draw(st.sampled_from((25, 40, 30, 2, 0)))
    corpus = corpus_of(Random(draw(st.integers(0, 2**32))), base, span, size)
    return corpus, draw(st.lists(some_filters(base, span), min_size=3, max_size=3))


def corpus_of(chance: Random, base: date, span: int, size: int) -> Corpus:
    """`size` articles of as many days from `base` on as `span`, and what belongs to them."""

    def some_day() -> date:
        return base + timedelta(days=chance.randrange(span))

    zone = chance.choice(("UTC", "Asia/Tokyo", "America/New_York"))
    until = datetime.combine(some_day(), time(chance.randrange(24)), UTC)
    first_id = chance.choice((10, 2**63 - 2 - size))
    articles = [_article(chance, first_id + n, some_day(), zone) for n in range(size)]
    tagged, keyphrases, mentions, quotes = [], [], [], []
    for row in articles:
        on = {"article": row["id"], "published_on": row["published_on"]}
        for label in chance.sample(LABELS, chance.randrange(4)):
            by_publisher = chance.choice(("publisher", "publisher", "boilerplate"))
            origins = chance.choice(((by_publisher,), ("rule",), (by_publisher, "rule")))
            given = on | {"tag": fold(label), "counted": label != HIDDEN}
            tagged += [given | {"origin": origin, "spelling": label} for origin in origins]
            names = [name for name, tag in ALIASES.items() if tag == given["tag"]]
            for name in chance.sample(names, chance.randrange(len(names) + 1)):
                again = {"origin": origins[0], "spelling": name, "counted": False}
                tagged.append(given | again)
        for label in chance.sample(LABELS, chance.randrange(3)):
            given = on | {"tag": fold(label), "counted": label != HIDDEN}
            keyphrases.append(given | {"spelling": label})
        named = chance.sample(range(len(NAMES)), chance.randrange(3))
        mentions += [on | {"entity": entity} | _mention(chance) for entity in named]
        quotes += [on | {"place": place} | _quote(chance) for place in range(chance.randrange(3))]
    seen = [row["id"] for row in chance.sample(articles, min(size, 8))] + [None, 7]  # 7 is none
    days = [some_day() for _ in range(4)]
    refreshes = runs.some_refreshes(chance, base)
    return Corpus(
        article=articles,
        tag=[{"tag": fold(label), "label": label} for label in LABELS],
        article_tag=tagged,
        entity=[
            {"id": key, "entity": name, "type": kind}
            | (PLACED.get(name) or dict.fromkeys(PLACED["Oslo"]))
            for key, (name, kind) in enumerate(NAMES)
        ],
        mention=mentions,
        popularity=[
            {"key": key, "article": chance.choice(seen), "day": chance.choice(days)}
            | _popularity(chance)
            for key in range(chance.choice((3, 90)) if size else 0)
        ],
        pointer=pointer_of(articles, zone, chance.choice((None, until, until))),
        article_keyphrase=keyphrases,
        tag_alias=[{"key": key, "tag": tag} for key, tag in ALIASES.items()],
        entity_alias=[
            {"entity": key, "alias": alias, "name": NAMES[key][0], "type": NAMES[key][1]}
            for key, alias in SPELLINGS
        ],
        quote=quotes,
        refresh=refreshes,
        problem=runs.some_problems(chance, refreshes),
        fetch_state=runs.some_states(chance, base),
    )


def bursting(seed: int) -> Corpus:
    """A corpus of many weeks, with a burst on one day, and one source that falls silent."""
    chance, (base, days) = Random(seed), BURSTING
    one = corpus_of(chance, base, days, size=500)
    burst = base + timedelta(days=chance.choice((days - 4, chance.randrange(45, days))))
    moved, silent = {}, base + timedelta(days=days - 8)
    for row in one.article:
        if row["title"] in ("A fire", "Über Öl") and chance.random() < 0.8:
            moved[row["id"]] = burst
        elif row["source"] == "zebra" and row["published_on"] > silent:
            moved[row["id"]] = silent
    for rows_of_table in (one.article, one.article_tag, one.article_keyphrase, one.mention):
        for row in rows_of_table:
            day = moved.get(row.get("article", row.get("id")))
            if day:
                if "published_at" in row:
                    row["published_at"] += day - row["published_on"]
                row["published_on"] = day
    until = chance.choice((None, datetime(2024, 5, 1, 12, tzinfo=UTC)))
    return replace(one, pointer=pointer_of(one.article, one.pointer.time_zone, until))


def _tone(chance: Random) -> float | None:
    return chance.choice((None, -1.0, 0.0, 0.5, chance.uniform(-1, 1), chance.uniform(-1, 1)))


def _mention(chance: Random) -> dict[str, Any]:
    return {
        "count": chance.randrange(1, 4),
        "in_title": chance.random() < 0.3,
        "in_lead": chance.random() < 0.5,
        "share": 0.5,
        "prominence": chance.choice((None, 0.0, 0.15, 0.85, chance.random())),
        "tone": _tone(chance),
    }


def _quote(chance: Random) -> dict[str, Any]:
    speaker = chance.choice((None, *range(len(NAMES))))
    return {"speaker": speaker, "text": chance.choice(SAID), "tone": _tone(chance)}


def _article(chance: Random, key: int, day: date, zone: str) -> dict[str, Any]:
    tone = _tone(chance)
    share = None if tone is None else chance.random()
    return {
        "id": key,
        "url": chance.choice((None, f"https://example.org/{key}")),
        "title": chance.choice(TITLES),
        "source": chance.choice(SOURCES),
        "authors": chance.choice(SIGNED),
        "language": chance.choice((None, "en", "de")),
        "published_at": datetime.combine(day, time(chance.choice((0, 0, 9, 23))), ZoneInfo(zone)),
        "date_precision": chance.choice(("instant", "minute", "day")),
        "date_origin": chance.choice(("page", "page", "feed")),
        "published_on": day,
        "revised_at": chance.choice((None, None, datetime(2026, 1, 1, tzinfo=UTC))),
        "words": chance.choice((None, 0, 500)),
        "tone": tone,
        "positive": share,
        "neutral": None if share is None else 1 - share,
        "negative": None if share is None else 0.0,
        "story": chance.choice((key, key, key // 7)),  # some copies, some of days apart
        "refresh": 1,
    }


def _popularity(chance: Random) -> dict[str, Any]:
    measure = chance.choice(("page_views", "shares", "places", "places"))
    value = float(chance.randrange(1, 5)) if measure == "places" else chance.choice(VALUES)
    return {"source": chance.choice((None, *SOURCES[:2])), "measure": measure, "value": value}


def some_filters(base: date, span: int) -> st.SearchStrategy[Filters]:
    """Filters over the days round a corpus; each is absent more often than not."""
    days = st.integers(-3, span + 3).map(lambda offset: base + timedelta(days=offset))
    spellings = st.sampled_from(
        (*LABELS, "wage-talks", "PORTS", "Harbours", "oil", "nobody has this")
    )
    queries = tuple(QUERIES)

    def mostly_not(some: st.SearchStrategy[Any], absent: Any) -> st.SearchStrategy[Any]:
        return st.integers(0, 4).flatmap(lambda one: some if one == 4 else st.just(absent))

    def at_most_two(some: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return mostly_not(st.lists(some, min_size=1, max_size=2).map(tuple), ())

    return st.tuples(
        st.lists(days, min_size=2, max_size=2).map(sorted),
        st.sampled_from(("both", "both", "since", "until", "neither")),
        st.fixed_dictionaries(
            {
                "tags_any": at_most_two(spellings),
                "tags_all": at_most_two(spellings),
                "tags_none": at_most_two(spellings),
                "origins": at_most_two(st.sampled_from(list(ORIGINS))),
                "sources": at_most_two(st.sampled_from(SOURCES)),
                "entities": at_most_two(st.sampled_from(("Lind", "MARA LIND", "oslo", "nobody"))),
                "prominent": mostly_not(st.just(True), False),
                "revised": mostly_not(st.just(True), False),
                "stories": mostly_not(st.just(True), False),
                "query": mostly_not(st.sampled_from(queries), None),
            }
        ),
    ).map(
        lambda drawn: Filters(
            since=drawn[0][0] if drawn[1] in ("both", "since") else None,
            until=drawn[0][1] if drawn[1] in ("both", "until") else None,
            **drawn[2],
        )
    )
