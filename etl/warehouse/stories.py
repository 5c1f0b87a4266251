"""Stories: each article joins the story whose text it tells, or founds one.

Copies are found by their fingerprints, rewrites by their terms. An article is placed once, in the
order of publication, and stays where it is: nothing is clustered anew. One that is alone in its
story and changes is placed as if it were new; what is read out of its text beside that, and what
analysts say of entities, moves none."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

import pyarrow as pa

from etl.article import Article, article_id
from etl.warehouse import stories_marks as marks
from etl.warehouse.store import Store, sql, transaction
from etl.warehouse.stories_likeness import REWRITTEN, REWRITTEN_WITHIN, Member
from etl.warehouse.stories_placed import Marked, Placed

AT_ONCE = 1_000  # articles
STAGED = 20 * AT_ONCE  # articles whose texts are looked up at once
MOST_ALIKE = 50  # articles with like fingerprints that are looked at
MEMORY = "400MB"  # that the database may hold of what is stored
TOLD_BY = (
    "title",
    "body",
    "language",
    "source",
    "published_at",
    "published_on",
    "original",
    "fingerprint",
)

MEMBER_SCHEMA = pa.schema(
    [
        ("article", pa.int64()),
        ("story", pa.int64()),
        ("founded_on", pa.date32()),
        ("published_on", pa.date32()),
        ("source", pa.string()),
        ("original", pa.int64()),
        ("size", pa.int32()),
        ("sketch", pa.binary()),
        ("brief", pa.int64()),
        ("terms", pa.list_(pa.int32())),
        ("weights", pa.list_(pa.int16())),
        ("refresh", pa.int32()),
    ]
)
KEY_SCHEMA = pa.schema([("key", pa.int64()), ("article", pa.int64())])
ORIGINAL_SCHEMA = pa.schema([("article", pa.int64()), ("original", pa.int64())])
TERM_SCHEMA = pa.schema(
    [
        ("place", pa.int32()),
        ("article", pa.int64()),
        ("published_on", pa.date32()),
        ("source", pa.string()),
        ("term", pa.int32()),
        ("weight", pa.int16()),
        ("is_sought", pa.bool_()),
    ]
)
COUNT_SCHEMA = pa.schema([("term", pa.int32()), ("articles", pa.int32())])


def join(store: Store) -> bool:
    """Place the articles that changed since this was last done; whether the story of any article
    is another than its facts said."""
    store.bodies.execute("SET memory_limit = $most", {"most": MEMORY})
    for batch in _batches(store):
        _place(store, batch)
    with transaction(store.bodies):
        store.bodies.execute(sql("stories_reached"))
    store.warehouse.register("shared", store.bodies.sql(sql("stories_shared")).to_arrow_table())
    store.bodies.execute("RESET memory_limit")
    with transaction(store.warehouse):
        return store.warehouse.execute(sql("put_story")).fetchall() != [(0,)]


def told_alike(one: Article, other: Article) -> bool:
    """Whether two readings of an article are the same in all that its story is found by."""
    return all(getattr(one, name) == getattr(other, name) for name in TOLD_BY)


def keep(store: Store, refresh: int, ids: Iterable[int]) -> None:
    """Leave articles where they are that are about to be written again, the same in all that their
    stories are found by. Within the transaction that then writes them."""
    store.bodies.execute(sql("stories_kept"), {"refresh": refresh, "ids": sorted(ids)})


def _batches(store: Store) -> Iterator[list[Marked]]:
    """The articles that are to be placed, in their order."""
    [(pending,)] = store.bodies.execute(sql("stories_pending")).fetchall()  # how many
    for done in range(0, pending, AT_ONCE):
        if done % STAGED == 0:
            store.bodies.execute(sql("stories_staged"), {"done": done, "size": STAGED})
        found = store.bodies.sql(sql("stories_batch"), params={"done": done, "size": AT_ONCE})
        yield [_marked(row) for row in found.to_arrow_table().to_pylist()]


def _marked(row: dict[str, Any]) -> Marked:
    fingerprint, title, opening = row["fingerprint"], row["title"], row["opening"] or ""
    brief = None if fingerprint else marks.brief(title, opening)
    member = Member(
        article=row["id"],
        story=row["id"],
        founded_on=row["published_on"],
        published_on=row["published_on"],
        source=row["source"],
        original=article_id(row["original"]) if row["original"] else None,
        size=fingerprint[0] if fingerprint else 0,
        sketch=marks.sketch(fingerprint) if fingerprint else None,
        brief=brief,
    )
    if not fingerprint:
        return Marked(member, [] if brief is None else [brief], {}, row["refresh"])
    counts = marks.terms(title, opening, row["language"])
    return Marked(member, marks.keys(fingerprint), counts, row["refresh"])


def _place(store: Store, batch: list[Marked]) -> None:
    _settle(store, batch)
    counts = _weigh(store, batch)
    stored, fellows = _candidates(store, batch)
    placed = Placed(one.member.article for one in batch if not one.is_settled)
    for one in batch:
        number = one.member.article
        placed.add(one, stored.get(number, ()), fellows.get(number, ()))
    _put(store, batch, placed, counts)


def _settle(store: Store, batch: list[Marked]) -> None:
    """Leave in their stories those that share one; the others forget that they had one."""
    ids = [one.member.article for one in batch]
    found = store.bodies.execute(sql("stories_settled"), {"ids": ids}).fetchall()
    known = {article: rest for article, *rest in found}
    for one in batch:
        if one.member.article not in known:
            continue
        story, founded_on, shared = known[one.member.article]
        one.is_new, one.is_settled = False, shared
        if shared:
            one.member = replace(one.member, story=story, founded_on=founded_on)


def _weigh(store: Store, batch: list[Marked]) -> Mapping[int, int]:
    """Weigh the terms of the batch, itself counted in; in how many new articles each stands."""
    new = Counter(term for one in batch if one.is_new for term in one.counts)
    asked = sorted({term for one in batch for term in one.counts})
    found = store.bodies.execute(sql("stories_frequencies"), {"terms": asked}).fetchall()
    articles = Counter(dict(found)) + new
    [(before,)] = store.bodies.execute(sql("stories_counted")).fetchall()
    all_ = before + sum(one.is_new for one in batch)
    for one in batch:
        weights = marks.weighed(one.counts, articles, all_)
        one.sought = marks.sought(weights, articles)
        one.member = replace(one.member, terms=tuple(weights), weights=tuple(weights.values()))
    return new


def _candidates(
    store: Store, batch: list[Marked]
) -> tuple[Mapping[int, list[Member]], Mapping[int, list[int]]]:
    """Of each article those that it may be a copy or rewrite of: stored ones, and fellows of the
    batch with like terms."""
    _register(store, "key", _keys(batch), KEY_SCHEMA)
    originals = [(one.member.article, one.member.original) for one in batch]
    _register(store, "original", originals, ORIGINAL_SCHEMA)
    terms = [
        (place, one.article, one.published_on, one.source, term, weight, term in marked.sought)
        for place, marked in enumerate(batch)
        for one in [marked.member]
        for term, weight in zip(one.terms, one.weights, strict=True)
    ]
    _register(store, "term", terms, TERM_SCHEMA)
    least = round((REWRITTEN - marks.UNSOUGHT) * marks.SCALE**2)
    alike = {"least": least, "most": MOST_ALIKE}
    stored = _pairs(store, "candidates", alike | {"days": REWRITTEN_WITHIN.days})
    others = sorted({other for found in stored.values() for other in found})
    known = store.bodies.sql(sql("stories_members"), params={"articles": others}).to_arrow_table()
    members = {row["article"]: Member(**row) for row in known.to_pylist()}
    candidates = {one: [members[other] for other in found] for one, found in stored.items()}
    return candidates, _pairs(store, "fellows", alike)


def _pairs(store: Store, name: str, values: Mapping[str, int]) -> Mapping[int, list[int]]:
    """Of each article the others that a query pairs it with."""
    pairs: defaultdict[int, list[int]] = defaultdict(list)
    for article, other in store.bodies.execute(sql(f"stories_{name}"), values).fetchall():
        pairs[article].append(other)
    return pairs


def _put(store: Store, batch: list[Marked], placed: Placed, counts: Mapping[int, int]) -> None:
    of_member = attrgetter(*MEMBER_SCHEMA.names[:-1])
    members = [(*of_member(one.member), one.refresh) for one in batch]
    marked = [one for one in batch if one.member.article not in placed.unmarked]
    with transaction(store.bodies):
        _register(store, "member", members, MEMBER_SCHEMA)
        _register(store, "mark", _keys(marked), KEY_SCHEMA)
        _register(store, "count", list(counts.items()), COUNT_SCHEMA)
        store.bodies.execute(sql("put_stories"))


def _keys(batch: Sequence[Marked]) -> list[tuple[int, int]]:
    return [(key, one.member.article) for one in batch for key in one.keys]


def _register(store: Store, name: str, rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> None:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(each, one.type) for each, one in zip(columns, schema, strict=True)]
    store.bodies.register(f"batch_{name}", pa.table(arrays, schema=schema))
