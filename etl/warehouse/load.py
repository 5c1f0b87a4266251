"""Load what was read: bodies first, then facts, each in a transaction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import pyarrow as pa

from etl.article import Article, Measure, from_batch, from_row, to_batch
from etl.document import Kind
from etl.enrich import enrich
from etl.enrich.models import Models
from etl.intake.asked import Visit
from etl.schedule import Ended, state_after
from etl.warehouse import fetched, overlay, revisions, stories
from etl.warehouse.facts import (
    ALIAS_SCHEMA,
    MENTION_SCHEMA,
    POPULARITY_SCHEMA,
    PROBLEM_SCHEMA,
    QUOTE_SCHEMA,
    TAG_SCHEMA,
    TAKEN_SCHEMA,
    alias_rows,
    keyphrase_rows,
    mention_rows,
    quote_rows,
    sighting,
    sightings,
    tag_rows,
)
from etl.warehouse.revisions import Origin, earlier, is_from, reconciled
from etl.warehouse.store import Store, sql, transaction
from etl.warehouse.versions import is_mixed, merge, same
from presswatch.address import normalise
from presswatch.desk.entity_rules import Entity


@dataclass(slots=True)
class Counts:
    """How many documents had which outcome. `read` is the sum of the others."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def read(self) -> int:
        """How many documents were read."""
        return sum(getattr(self, each.name) for each in fields(self))


@dataclass(slots=True)
class Batch:
    """What is to be written for one batch of documents."""

    refresh: int
    models: Models
    counts: Counts
    notes: Sequence[Visit | Ended] = ()  # on sources whose documents are written by then
    found: Counter[str] = field(default_factory=Counter)  # new articles by source
    documents: Sequence[Mapping[str, Any]] = ()  # the batch, without contents
    keep_versions: bool = True  # not where the same documents are read anew
    changed: dict[int, Article] = field(default_factory=dict)
    retold: set[int] = field(default_factory=set)  # of them, those that stay in their stories
    origins: dict[int, Origin] = field(default_factory=dict)
    versions: list[dict[str, Any]] = field(default_factory=list)
    sightings: dict[int, dict[str, Any]] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)


def load(
    store: Store, outcomes: pa.RecordBatch | pa.Table, prints: Sequence[int], batch: Batch
) -> None:
    """Write the outcomes (READ_SCHEMA) of a batch of documents; `prints` are their fingerprints."""
    rows = outcomes.to_pylist()
    read = [(row["row"], from_row(row["article"])) for row in rows if row["article"]]
    _decide_articles(store, read, batch)
    _decide_popularity(store, [row["popularity"] for row in rows if row["popularity"]], batch)
    batch.problems += [row["problem"] for row in rows if row["problem"]]
    batch.counts.refused += len(batch.problems)
    _write(store, batch, _taken(rows, prints))


def load_enriched(store: Store, outcomes: pa.RecordBatch | pa.Table, batch: Batch) -> None:
    """Write stored articles that were enriched anew (READ_SCHEMA), where that changed them."""
    articles = [from_row(row) for row in outcomes["article"].to_pylist() if row]
    known = _known(store, {article.id for article in articles})
    batch.changed = {one.id: one for one in articles if one != known[one.id]}
    batch.retold = {
        number for number, one in batch.changed.items() if stories.told_alike(one, known[number])
    }
    batch.problems += [row for row in outcomes["problem"].to_pylist() if row]
    batch.counts.updated += len(batch.changed)
    batch.counts.unchanged += len(articles) - len(batch.changed)
    batch.counts.refused += len(batch.problems)
    _write(store, batch, [])


def known_documents(store: Store, prints: Sequence[int]) -> dict[int, int]:
    """Of these fingerprints those that were taken before, with the documents each counts for."""
    found = store.warehouse.execute(sql("known_documents"), {"fingerprints": list(prints)})
    return dict(found.fetchall())


def _decide_articles(store: Store, read: Sequence[tuple[int, Article]], batch: Batch) -> None:
    """`read`: articles with the places of their documents in the batch."""
    ids = {article.id for _, article in read}
    known, origins = _known(store, ids), revisions.origins(store, ids)
    for number, article in read:
        before, origin = known.get(article.id), origins.get(article.id)
        document = batch.documents[number]
        new = _origin(article, document)
        after = article if before is None else _merged(before, origin, article, new)
        if before is None:
            batch.counts.new += 1
            if asked := document["asked"]:
                batch.found[asked] += 1
        elif same(before, after):
            batch.counts.unchanged += 1
            continue
        else:
            batch.counts.updated += 1
            if is_mixed(after, before, article):
                [after] = from_batch(enrich(to_batch([after]), batch.models))
            if batch.keep_versions and (version := earlier(before, origin, after, new)):
                batch.versions.append(version | {"refresh": batch.refresh})
        if is_from(before, after, article):
            origins[article.id] = batch.origins[article.id] = new
        known[article.id] = batch.changed[article.id] = after
    for article in batch.changed.values():
        batch.sightings |= {row["key"]: row for row in sightings(article)}


def _origin(article: Article, document: Mapping[str, Any]) -> Origin:
    # A row of the web is an entry too: of a JSON Feed, or of a news sitemap.
    is_entry = document["kind"] == Kind.ROW and normalise(document["name"])
    kind = Kind.FEED if is_entry else document["kind"]
    return Origin(article.id, document["name"], kind, document["read_at"])


def _merged(before: Article, origin: Origin | None, read: Article, new: Origin) -> Article:
    return merge(*reconciled(before, origin.kind if origin else None, read, new.kind))


def _known(store: Store, ids: set[int]) -> dict[int, Article]:
    found = store.bodies.sql(sql("known_readings"), params={"ids": sorted(ids)}).to_arrow_table()
    return {article.id: article for article in from_batch(found)}


def _decide_popularity(store: Store, read: list[dict[str, Any]], batch: Batch) -> None:
    rows = [sighting(**row) for row in read]
    keys = {"keys": sorted({row["key"] for row in rows})}
    known = dict(store.warehouse.execute(sql("known_popularity"), keys).fetchall())
    for row in rows:
        before, counted = known.get(row["key"]), not _is_beside(row)
        if before == row["value"]:
            batch.counts.unchanged += counted
            continue
        if before is None:
            batch.counts.new += counted
        else:
            batch.counts.updated += counted
        known[row["key"]] = row["value"]
        batch.sightings[row["key"]] = row


def _is_beside(popularity: Mapping[str, Any]) -> bool:
    """Whether it was said beside an article, whose document is counted already."""
    return bool(popularity["measure"] == Measure.PLACES)


def make_up(store: Store, refresh: int) -> None:
    """Write the facts of what an interrupted refresh had written of bodies alone."""
    number = {"refresh": refresh}
    written = [row[0] for row in store.warehouse.execute(sql("written_in"), number).fetchall()]
    missing = store.bodies.sql(sql("unwritten_in"), params=number | {"written": written})
    articles = from_batch(missing.project("* EXCLUDE (refresh)").to_arrow_table())
    found = {row["key"]: row for article in articles for row in sightings(article)}
    shown = overlay.as_shown(store, articles)
    former = overlay.former_names(overlay.remembered(store))
    put_facts(store, numbered(articles, refresh), articles, shown, former, found)


def _write(store: Store, batch: Batch, taken: list[dict[str, Any]]) -> None:
    articles = list(batch.changed.values())
    changed = numbered(articles, batch.refresh)
    rules = overlay.remembered(store)
    shown = overlay.laid_over(articles, rules, batch.models)
    with transaction(store.bodies):
        stories.keep(store, batch.refresh, batch.retold)
        store.bodies.register("batch", changed)
        store.bodies.execute(sql("put_bodies"))
        overlay.put(store, articles, shown)
        revisions.put(store, batch.origins, batch.versions)
    problems = [problem | {"refresh": batch.refresh} for problem in batch.problems]
    with transaction(store.warehouse):
        former = overlay.former_names(rules)
        put_facts(store, changed, articles, shown, former, batch.sightings)
        _put(store, "problems", problems, PROBLEM_SCHEMA)
        _put(store, "taken", taken, TAKEN_SCHEMA)
        visits = [note for note in batch.notes if isinstance(note, Visit)]
        ended = [note for note in batch.notes if isinstance(note, Ended)]
        states = [state_after(one, batch.found[one.source]) for one in ended]
        fetched.put(store, visits, states)


def put_facts(
    store: Store,
    changed: pa.RecordBatch,
    articles: Sequence[Article],
    shown: Sequence[Article],
    former: Mapping[Entity, str],
    found: dict[int, dict[str, Any]],
) -> None:
    """Write the facts of articles: as rows of the table, as they were read, and as they are shown,
    with the `former` names of entities; and the popularity `found` by its key."""
    store.warehouse.register("batch", changed)
    store.warehouse.register("batch_revised", revisions.revised(store, changed["id"].to_pylist()))
    _register(store, "tag", tag_rows(articles), TAG_SCHEMA)
    _register(store, "keyphrase", keyphrase_rows(articles), TAG_SCHEMA)
    _register(store, "mention", mention_rows(shown, former), MENTION_SCHEMA)
    _register(store, "alias", alias_rows(articles, shown), ALIAS_SCHEMA)
    _register(store, "quote", quote_rows(shown), QUOTE_SCHEMA)
    store.warehouse.execute(sql("put_facts"))
    _put(store, "popularity", list(found.values()), POPULARITY_SCHEMA)


def _put(store: Store, table: str, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
    _register(store, table, rows, schema)
    store.warehouse.execute(sql(f"put_{table}"))


def _register(store: Store, table: str, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
    store.warehouse.register(f"batch_{table}", pa.Table.from_pylist(rows, schema))


def numbered(articles: Sequence[Article], refresh: int) -> pa.RecordBatch:
    """Articles as rows that bear the number of a refresh."""
    numbers = pa.array([refresh] * len(articles), pa.int32())
    return to_batch(articles).append_column("refresh", numbers)


def _taken(rows: list[dict[str, Any]], prints: Sequence[int]) -> list[dict[str, Any]]:
    """The documents that need no second reading: those of which nothing was refused."""
    refused = {row["row"] for row in rows if row["problem"]}
    outcomes = Counter(
        row["row"]
        for row in rows
        if row["row"] not in refused and not (row["popularity"] and _is_beside(row["popularity"]))
    )
    # The same bytes may stand in a batch twice: each time they count for themselves alone.
    counts = {prints[row]: count for row, count in outcomes.items()}
    return [{"fingerprint": key, "documents": count} for key, count in counts.items()]
