"""What analysts said of entities: which are one, how one is called, which spelling is another.

Refreshes lay these rules over what the machine read (etl/warehouse/entity_rules.py), whose own
names are kept, so that each rule can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from presswatch.desk.file import opened, rows, sql

Entity = tuple[str, str]  # name and type
Resolve = Callable[[str, str, str], Entity]


class Decision(StrEnum):
    """What a rule came from."""

    MERGE = "merge"
    RENAME = "rename"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRule:
    """An entity (or one spelling of it) is another entity."""

    name: str
    type: str
    spelling: str = ""  # "": all of them
    target: str
    target_type: str
    decision: Decision


def entity_rules(store: Path) -> list[EntityRule]:
    """All rules, by the names that they are for."""
    return [
        EntityRule(
            name=name,
            type=type_,
            spelling=spelling,
            target=target,
            target_type=target_type,
            decision=Decision(decision),
        )
        for name, type_, spelling, target, target_type, decision in rows(store, "entity_rules")
    ]


def resolver(rules: Iterable[EntityRule]) -> Resolve:
    """What gives, for the machine's name and type and the spelling in a text, the entity to show.

    A spelling that is split off goes first; then rules are followed from name to name."""
    split: dict[tuple[str, str, str], Entity] = {}
    other: dict[Entity, Entity] = {}
    for rule in rules:
        target = rule.target, rule.target_type
        if rule.spelling:
            split[rule.name, rule.type, rule.spelling] = target
        else:
            other[rule.name, rule.type] = target

    def resolve(name: str, type_: str, spelling: str) -> Entity:
        shown = split.get((name, type_, spelling), (name, type_))
        seen = {shown}
        while (following := other.get(shown)) and following not in seen:
            shown = following
            seen.add(shown)
        return shown

    return resolve


def merge_entities(store: Path, entities: Iterable[Entity], into: Entity, *, now: datetime) -> None:
    """Make these entities names of `into`, and what they were split from whole again."""
    _rule(store, entities, into, Decision.MERGE, now)


def rename_entity(store: Path, entity: Entity, name: str, *, now: datetime) -> None:
    """Give an entity another name."""
    _rule(store, [entity], (name, entity[1]), Decision.RENAME, now)


def split_spelling(store: Path, entity: Entity, spelling: str, *, now: datetime) -> None:
    """Make what texts spell so an entity of its own: `entity` is as the machine names it."""
    values = _values(entity, (spelling, entity[1]), Decision.SPLIT, now) | {"spelling": spelling}
    with opened(store) as desk:
        desk.execute(sql("rule_entity"), values)


def forget_rules(store: Path, rules: Iterable[EntityRule]) -> None:
    """Take rules back."""
    with opened(store) as desk:
        for rule in rules:
            values = {"name": rule.name, "type": rule.type, "spelling": rule.spelling}
            desk.execute(sql("forget_entity_rule"), values)


def _rule(
    store: Path, entities: Iterable[Entity], into: Entity, decision: Decision, now: datetime
) -> None:
    with opened(store) as desk:
        # What is now a name to be shown is no longer another's: no rules run in a circle.
        values = {"name": into[0], "type": into[1], "spelling": ""}
        desk.execute(sql("forget_entity_rule"), values)
        for entity in entities:
            if entity == into:
                continue
            # What was split off may since be what the machine itself names elsewhere: of that the
            # rule is, too.
            split = {"name": into[0], "type": into[1], "spelling": entity[0]}
            desk.execute(sql("forget_entity_rule"), split)
            desk.execute(sql("rule_entity"), _values(entity, into, decision, now))


def _values(entity: Entity, target: Entity, decision: Decision, now: datetime) -> dict[str, str]:
    return {
        "name": entity[0],
        "type": entity[1],
        "spelling": "",
        "target": target[0],
        "target_type": target[1],
        "decision": decision,
        "made_at": now.isoformat(),
    }
