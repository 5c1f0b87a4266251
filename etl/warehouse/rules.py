"""Tags by rule: what the index finds for a rule's query bears its tag, after each refresh."""

import json
from collections.abc import Sequence

import pyarrow as pa
import tantivy
from pydantic import ValidationError

from etl.warehouse.facts import RULE_SCHEMA
from etl.warehouse.store import Store, sql, transaction
from presswatch import search
from presswatch.condition import condition
from presswatch.errors import StoreError
from presswatch.query import parse
from presswatch.settings import TagRule
from presswatch.tags import fold

SETTING = "tag_rules"


def remembered(store: Store) -> tuple[TagRule, ...]:
    """The rules that the store was last refreshed with. Raises StoreError where an earlier
    Presswatch took a query that is none any more."""
    kept = json.loads(store.setting(SETTING) or "[]")
    try:
        return tuple(TagRule(**rule) for rule in kept)
    except ValidationError as error:
        fault = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise StoreError(
            f"{store.folder}: a tag rule that it was refreshed with holds no more: {fault} "
            "Mend the rule in presswatch.toml, and refresh with that."
        ) from error


def remember(store: Store, rules: Sequence[TagRule]) -> None:
    """Keep the rules, for commands that are given a store alone."""
    with transaction(store.warehouse):
        store.remember(SETTING, json.dumps([rule.model_dump() for rule in rules]))


def apply(store: Store, rules: Sequence[TagRule]) -> bool:
    """Give the tags of these rules, take away those of earlier ones; whether any changed."""
    index = search.open_index(store.folder / search.FOLDER)
    spellings = {fold(rule.name): rule.name for rule in reversed(rules)}  # the first one's holds
    tables = [_tagged(spellings[fold(rule.name)], _found(store, index, rule)) for rule in rules]
    with transaction(store.warehouse):
        store.warehouse.register("ruled", pa.concat_tables([*tables, RULE_SCHEMA.empty_table()]))
        added, removed = (
            store.warehouse.execute(sql(name)).fetchall() for name in ("add_ruled", "remove_ruled")
        )
    return added != [(0,)] or removed != [(0,)]


def _found(store: Store, index: tantivy.Index, rule: TagRule) -> pa.Table:
    """The ids of the articles that a rule's query finds."""
    asked = condition(parse(rule.query))
    with store.warehouse.cursor() as cursor:
        for number, words in enumerate(asked.words):
            cursor.register(f"hits_{number}", search.matches(index, words))
        found = cursor.sql(sql("meeting").format(condition=asked.sql), params=asked.bound)
        return found.to_arrow_table()


def _tagged(spelling: str, found: pa.Table) -> pa.Table:
    size = found.num_rows
    return pa.table([found["id"], [fold(spelling)] * size, [spelling] * size], schema=RULE_SCHEMA)
