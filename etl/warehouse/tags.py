"""Settle the tags of a store before it is published: which names are one tag, which tags are not
counted. All of it is worked out anew from spellings, so that every decision can be undone."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pyarrow as pa

from etl.warehouse.spellings import aliases
from etl.warehouse.store import Store, sql, transaction
from presswatch.desk.tag_rules import Decision, TagRule
from presswatch.tags import fold

FEWEST = 20  # articles of a source, of fewer one cannot say what is boilerplate
NEARLY_ALL = 0.9  # of a source's articles

ALIAS_SCHEMA = pa.schema([("key", pa.string()), ("tag", pa.string())])
NAMED_SCHEMA = pa.schema([("spelling", pa.string()), ("tag", pa.string())])
DECISION_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("tag", "decision", "target", "label")]
)


def remember(store: Store, rules: Sequence[TagRule]) -> bool:
    """Keep what analysts decided; whether that is something else than at the last refresh."""
    given = [(one.tag, str(one.decision), one.target, one.label) for one in rules]
    if given == store.warehouse.execute(sql("tag_rules")).fetchall():
        return False
    rows = [dict(zip(DECISION_SCHEMA.names, one, strict=True)) for one in given]
    with transaction(store.warehouse):
        store.warehouse.register("decided", pa.Table.from_pylist(rows, DECISION_SCHEMA))
        store.warehouse.execute(sql("keep_tag_rules"))
    return True


def settle(store: Store, rules: Sequence[TagRule]) -> None:
    """Give every article's tags the keys they are known by, mark boilerplate and what is not
    counted, and name each tag."""
    with transaction(store.warehouse):
        known = aliases(_uses(store), rules)
        _rename(store, known)
        _mark_boilerplate(store)
        hidden = {known.get(one.tag, one.tag) for one in rules if one.decision == Decision.HIDE}
        _register(store, "hidden", hidden)
        _register(store, "merged", set(known.values()))
        store.warehouse.execute(sql("count_tags"))
        store.warehouse.execute(sql("name_tags"))


def _uses(store: Store) -> Counter[tuple[str, str]]:
    """How many articles of a source bear a key from their publisher."""
    uses: Counter[tuple[str, str]] = Counter()
    for source, spelling, articles in store.warehouse.execute(sql("tag_uses")).fetchall():
        uses[source, fold(spelling)] += articles
    return uses


def _rename(store: Store, known: dict[str, str]) -> None:
    """Put these aliases in the place of the earlier ones."""
    earlier = dict(store.warehouse.execute(sql("tag_aliases")).fetchall())
    concerned = {*known, *known.values(), *earlier, *earlier.values()}
    _register(store, "concerned", concerned)
    spellings = [one for (one,) in store.warehouse.execute(sql("spellings")).fetchall()]
    tags = [known.get(key, key) for key in map(fold, spellings)]
    store.warehouse.register("named", pa.table([spellings, tags], schema=NAMED_SCHEMA))
    aliased = pa.table([list(known), list(known.values())], schema=ALIAS_SCHEMA)
    store.warehouse.register("aliased", aliased)
    store.warehouse.execute(sql("rename_tags"))


def _mark_boilerplate(store: Store) -> None:
    given = {"fewest": FEWEST, "nearly_all": NEARLY_ALL}
    found = store.warehouse.sql(sql("boilerplate"), params=given).to_arrow_table()
    store.warehouse.register("boilerplate", found)
    store.warehouse.execute(sql("mark_boilerplate"))


def _register(store: Store, name: str, tags: Iterable[str]) -> None:
    store.warehouse.register(name, pa.table({"tag": pa.array(sorted(tags), pa.string())}))
