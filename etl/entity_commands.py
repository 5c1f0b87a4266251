"""`presswatch entities`: list what is named, and say which names are one entity."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from etl.listing import asked, form_option, limit_option, print_rows
from presswatch.desk.entity_rules import (
    Decision,
    Entity,
    EntityRule,
    entity_rules,
    forget_rules,
    merge_entities,
    rename_entity,
    split_spelling,
)
from presswatch.errors import AskError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of

TYPES = ("person", "organization", "place", "event", "product")
WHEN = "The next refresh applies it."

type_option = click.option("--type", "type_", type=click.Choice(TYPES), help="Of this type alone.")


@click.group()
def entities() -> None:
    """Say which names are one person, organization or place."""


@entities.command("list")
@click.argument("text", required=False)
@type_option
@click.option("--rules", is_flag=True, help="List what was merged, split and renamed instead.")
@limit_option
@form_option
@store_options
def list_(
    text: str | None, type_: str | None, rules: bool, limit: int, form: str, settings: Settings
) -> None:
    """List entities by the number of articles, with their spellings; those that TEXT is part of."""
    store = store_of(settings)
    given = {"text": text or "", "type": type_, "limit": limit or None}
    rows = _rules(store) if rules else asked(store, "list_entities", given)
    print_rows(rows, form)


@entities.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--into", required=True, metavar="NAME", help="What all of them are.")
@type_option
@store_options
def merge(names: tuple[str, ...], into: str, type_: str | None, settings: Settings) -> None:
    """Make several entities one."""
    store = store_of(settings)
    # Of an entity that was taken for two types, all articles are meant: the most frequent stands.
    target = _find(store, into, type_)[0]
    found = [one for name in names for one in _find(store, name, type_) if one != target]
    if not found:
        raise AskError(f"{into!r} is that already. Name another entity to merge into it.")
    merge_entities(store, found, target, now=datetime.now(UTC))
    said = ", ".join(dict.fromkeys(name for name, _ in found))
    click.echo(f"{said}: one entity with {target[0]} ({target[1]}). {WHEN}")


@entities.command()
@click.argument("name")
@click.argument("new", metavar="NEW-NAME")
@type_option
@store_options
def rename(name: str, new: str, type_: str | None, settings: Settings) -> None:
    """Show an entity under another name."""
    store = store_of(settings)
    new = " ".join(new.split())
    if not new:
        raise AskError("The new name is empty. Write one.")
    known = _find(store, name, type_)
    entity = known[0]
    if len(known) > 1:
        types = ", ".join(kind for _, kind in known)
        raise AskError(f"{name!r} is of several types: {types}. Say which one with --type.")
    if (new, entity[1]) in _named(store, new):
        raise AskError(
            f"There is a {entity[1]} {new!r}. To make them one: "
            f"`presswatch entities merge {entity[0]!r} --into {new!r}`."
        )
    rename_entity(store, entity, new, now=datetime.now(UTC))
    click.echo(f"{entity[0]} ({entity[1]}) is called {new}. {WHEN}")


@entities.command()
@click.argument("name")
@click.option("--from", "origin", metavar="NAME", help="What it is no longer a name of.")
@type_option
@store_options
def split(name: str, origin: str | None, type_: str | None, settings: Settings) -> None:
    """Take a merge or a new name back, or make one spelling an entity of its own."""
    store = store_of(settings)
    if undone := _undone(store, name, origin, type_):
        forget_rules(store, undone)
        said = ", ".join(dict.fromkeys(rule.name for rule in undone))
        click.echo(f"{said}: no longer {undone[0].target}. {WHEN}")
        return
    spelling, entity = _spelled(store, name, origin, type_)
    split_spelling(store, entity, spelling, now=datetime.now(UTC))
    click.echo(f"{spelling}: no longer {entity[0]}, but {entity[1]} of its own. {WHEN}")


def _undone(store: Path, name: str, origin: str | None, type_: str | None) -> list[EntityRule]:
    """The rules that made this name another's; else those that made others this name's."""
    rules = [
        rule
        for rule in entity_rules(store)
        if rule.decision != Decision.SPLIT
        and type_ in (None, rule.type, rule.target_type)
        and (origin is None or _same(origin, rule.target))
    ]
    merged = [rule for rule in rules if _same(name, rule.name)]
    return merged or [rule for rule in rules if _same(name, rule.target) and origin is None]


def _spelled(store: Path, name: str, origin: str | None, type_: str | None) -> tuple[str, Entity]:
    """The spelling as texts have it, and the one entity (as the machine names it) that it is a
    spelling of. Raises AskError where that is none or several."""
    rows = asked(store, "spellings_of_entities", {"spelling": name, "type": type_})
    others = [row for row in rows if row["alias"] != row["name"]]
    found = [
        row
        for row in others
        if origin is None or _same(origin, row["name"]) or _same(origin, row["entity"])
    ]
    if not found:
        if not rows:
            _find(store, name, type_)  # raises where nothing has that name
        of = f" of {origin!r}" if origin and others else ""
        raise AskError(
            f"{name!r} is no further name{of}: there is nothing to split it from. "
            f"`presswatch entities list {name!r}` lists spellings."
        )
    if len({(row["name"], row["type"]) for row in found}) > 1:
        several = ", ".join(dict.fromkeys(row["name"] for row in found))
        raise AskError(f"{name!r} stands for several entities: {several}. Name one with --from.")
    return found[0]["alias"], (found[0]["name"], found[0]["type"])


def _find(store: Path, name: str, type_: str | None) -> list[Entity]:
    """The entities of a name, the most frequent first. Raises AskError with those that are near."""
    if found := [one for one in _named(store, name) if type_ in (None, one[1])]:
        return found
    near = asked(store, "near_entities", {"name": name, "type": type_})
    said = ", ".join(repr(row["entity"]) for row in near)
    kind = f" of type {type_}" if type_ else ""
    raise AskError(
        f"No entity{kind} is called {name!r}. "
        + (f"Do you mean {said}?" if near else "`presswatch entities list` lists them.")
    )


def _named(store: Path, name: str) -> list[Entity]:
    """The entities of a name, in the snapshot or by a rule that the next refresh will apply."""
    rows = asked(store, "entities_named", {"name": name})
    found = [(row["entity"], row["type"]) for row in rows]
    rules = entity_rules(store)
    found += [(one.target, one.target_type) for one in rules if _same(name, one.target)]
    return list(dict.fromkeys(found))


def _rules(store: Path) -> list[dict[str, Any]]:
    return [
        {
            "decision": str(rule.decision),
            "name": rule.name,
            "type": rule.type,
            "spelling": rule.spelling,
            "entity": rule.target,
            "entity_type": rule.target_type,
        }
        for rule in entity_rules(store)
    ]


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
