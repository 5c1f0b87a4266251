"""Apply what analysts said of entities to what is stored already, where it has changed."""

from collections.abc import Iterator, Sequence

import pyarrow as pa

from etl.article import article_id, from_batch
from etl.enrich.models import Models
from etl.warehouse import overlay, stories
from etl.warehouse.facts import ALIAS_SCHEMA
from etl.warehouse.load import numbered, put_facts
from etl.warehouse.store import Store, sql, transaction
from presswatch.desk.entity_rules import EntityRule, resolver

AT_ONCE = 500  # articles


def apply(store: Store, refresh: int, rules: Sequence[EntityRule], models: Models) -> bool:
    """Make all facts obey these rules; whether anything had to be changed.

    The rules are remembered last: after a refresh that was killed here, all of it is done again."""
    if rules == overlay.remembered(store):
        return False
    concerned = _concerned(store, rules)
    for ids in _articles(store, concerned):
        _rewrite(store, refresh, ids, rules, models)
    with transaction(store.warehouse):
        _move_aliases(store, concerned, rules)
        overlay.remember(store, rules)
    return True


def _concerned(store: Store, rules: Sequence[EntityRule]) -> set[tuple[str, str]]:
    """The machine's names and types of which some spelling is now another entity than before."""
    before, after = resolver(overlay.remembered(store)), resolver(rules)
    aliases = store.warehouse.execute(sql("entity_aliases")).fetchall()
    return {
        (name, type_)
        for _, alias, name, type_ in aliases
        if before(name, type_, alias) != after(name, type_, alias)
    }


def _articles(store: Store, concerned: set[tuple[str, str]]) -> Iterator[list[int]]:
    """The articles that the machine read one of these names in, some at once."""
    keys = {"keys": ["\t".join(one) for one in sorted(concerned)]}
    ids = [one for (one,) in store.bodies.execute(sql("naming"), keys).fetchall()]
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _rewrite(
    store: Store, refresh: int, ids: Sequence[int], rules: Sequence[EntityRule], models: Models
) -> None:
    """Write articles again. As theirs is the refresh's number, the index will do the same."""
    known = store.bodies.sql(sql("known_readings"), params={"ids": ids}).to_arrow_table()
    articles = from_batch(known)
    shown = overlay.laid_over(articles, rules, models)
    with transaction(store.bodies):
        overlay.put(store, articles, shown)
        stories.keep(store, refresh, ids)
        store.bodies.execute(sql("touch_readings"), {"refresh": refresh, "ids": ids})
    with transaction(store.warehouse):
        former = overlay.former_names(rules)
        put_facts(store, numbered(articles, refresh), articles, shown, former, {})


def _move_aliases(
    store: Store, concerned: set[tuple[str, str]], rules: Sequence[EntityRule]
) -> None:
    """Give the spellings of these names to the entities that they now stand for."""
    resolve = resolver(rules)
    rows = {
        (article_id(*resolve(name, type_, alias)), alias, name, type_)
        for _, alias, name, type_ in store.warehouse.execute(sql("entity_aliases")).fetchall()
        if (name, type_) in concerned
    }
    found = [dict(zip(ALIAS_SCHEMA.names, row, strict=True)) for row in sorted(rows)]
    store.warehouse.register("batch_alias", pa.Table.from_pylist(found, ALIAS_SCHEMA))
    store.warehouse.execute(sql("move_aliases"))
