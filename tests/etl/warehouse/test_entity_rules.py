"""What analysts say of entities: obeyed by what is stored and by what comes, and taken back."""

from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.warehouse.store import locked, opened, sql, transaction
from presswatch import search
from presswatch.desk.entity_rules import (
    Decision,
    EntityRule,
    entity_rules,
    forget_rules,
    merge_entities,
    rename_entity,
    resolver,
    split_spelling,
)
from presswatch.snapshot import open_current, read_pointer
from tests.conftest import NOW, Load
from tests.etl.names import recognising
from tests.etl.test_refresh import row, rows

OSLO, HAMBURG = ("Oslo", "place"), ("Hamburg", "place")


@pytest.fixture
def load(load: Load, tmp_path: Path) -> Load:
    """As ever, with names that are found for certain."""
    return partial(load, entities=recognising(tmp_path))


def both(number: int = 1, **said: Any) -> dict[str, Any]:
    """Four sentences: the first names Oslo, the second Oslo and Hamburg, the third Hamburg."""
    text = "Oslo waits. Oslo met Hamburg. Then Hamburg left.\n\nIt rained."
    return row(number, title="Talks in Hamburg", text=text, **said)


def named(store: Path) -> dict[str, dict[str, Any]]:
    """The mentions of the snapshot by the names of their entities."""
    names = {one["id"]: one["entity"] for one in rows(store, "entity")}
    return {names[one["entity"]]: one for one in rows(store, "mention")}


def shown(store: Path, number: int = 0) -> list[str]:
    """The entities on the page of an article."""
    reading = search.reading(store, rows(store, "article")[number]["id"])
    assert reading
    assert {one["entity"] for one in reading["spans"]} == {
        one["entity"] for one in reading["entities"]
    }
    return [one["entity"] for one in reading["entities"]]


def without_refresh(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(
        ({name: value for name, value in one.items() if name != "refresh"} for one in found),
        key=str,
    )


def test_what_is_merged_is_counted_as_one(load: Load, store: Path) -> None:
    load(both())
    before = named(store)
    assert (before["Oslo"]["count"], before["Oslo"]["share"]) == (2, 0.5)
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    [(name, mention)] = named(store).items()
    assert name == "Hamburg"
    assert (mention["count"], mention["share"]) == (5, 0.75)  # of four sentences, three name it
    assert mention["in_title"] and mention["in_lead"]
    assert mention["prominence"] == pytest.approx(0.4 + 0.3 + 0.3 * 0.75)
    assert shown(store) == ["Hamburg"]


def test_a_merge_is_taken_back_whole(load: Load, store: Path) -> None:
    load(both())
    tables = ("mention", "entity_alias")
    before = [without_refresh(rows(store, table)) for table in tables]
    page = shown(store)
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    forget_rules(store, entity_rules(store))
    load()
    assert [without_refresh(rows(store, table)) for table in tables] == before
    assert shown(store) == page


def test_later_articles_obey(load: Load, store: Path) -> None:
    load(both(1))
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load(both(2))
    load(both(3))
    assert {one["count"] for one in rows(store, "mention")} == {5}
    assert [shown(store, number) for number in range(3)] == [["Hamburg"]] * 3


def test_stored_and_loaded_articles_are_treated_alike(load: Load, store: Path) -> None:
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load(both())
    [loaded] = without_refresh(rows(store, "mention"))
    forget_rules(store, entity_rules(store))
    load()
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    assert without_refresh(rows(store, "mention")) == [loaded]


def test_rules_are_followed_from_name_to_name(load: Load, store: Path) -> None:
    load(both())
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    rename_entity(store, HAMBURG, "Hansestadt", now=NOW)
    load()
    assert set(named(store)) == {"Hansestadt"}
    [alias] = {one["alias"] for one in rows(store, "entity_alias")} - {"Oslo"}
    assert alias == "Hamburg"


def test_a_renamed_place_keeps_where_it_lies(load: Load, store: Path) -> None:
    load(both())
    rename_entity(store, HAMBURG, "Hansestadt", now=NOW)
    load()
    [place] = [one for one in rows(store, "entity") if one["entity"] == "Hansestadt"]
    assert place["country"] == "DE"
    assert place["latitude"] == pytest.approx(53.5, abs=0.5)
    rename_entity(store, ("Hansestadt", "place"), "Hammaburg", now=NOW)
    load()
    assert {one["country"] for one in rows(store, "entity") if one["entity"] == "Hammaburg"} == {
        "DE"
    }


def test_a_spelling_is_split_off(load: Load, store: Path) -> None:
    load(row(text="United Kingdom ships left Britain. The UK waits."))
    assert set(named(store)) == {"United Kingdom"}
    split_spelling(store, ("United Kingdom", "place"), "Britain", now=NOW)
    load()
    found = named(store)
    assert {name: one["count"] for name, one in found.items()} == {
        "United Kingdom": 2,
        "Britain": 1,
    }
    merge_entities(store, [("Britain", "place")], ("United Kingdom", "place"), now=NOW)
    load()
    assert set(named(store)) == {"United Kingdom"}


def test_what_was_split_off_is_merged_with_what_the_machine_calls_so(
    load: Load, store: Path
) -> None:
    load(
        row(1, title="Talks", text="Ilse Vermaat spoke. Vermaat left."),
        row(2, title="Talks", text="Then Vermaat left."),
    )
    whole, part = ("Ilse Vermaat", "person"), ("Vermaat", "person")
    split_spelling(store, whole, "Vermaat", now=NOW)
    load()
    assert set(named(store)) == {"Ilse Vermaat", "Vermaat"}
    merge_entities(store, [part], whole, now=NOW)
    load()
    assert set(named(store)) == {"Ilse Vermaat"}


def test_rules_move_no_article_to_another_story(load: Load, store: Path) -> None:
    text = " ".join(f"Oslo met Hamburg on day {day} of the talks." for day in range(20))
    load(row(1, text=text), row(2, text=text, source="Herald"))

    def marks() -> list[tuple[int, ...]]:
        with duckdb.connect(str(store / "bodies.duckdb")) as bodies:
            return bodies.execute("FROM story_band ORDER BY ALL").fetchall()

    before = marks()
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    assert set(named(store)) == {"Hamburg"}
    assert marks() == before


def test_a_refresh_with_the_same_rules_changes_nothing(load: Load, store: Path) -> None:
    load(both())
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    generation = read_pointer(store).generation
    load()
    assert read_pointer(store).generation == generation


def test_rules_for_names_that_nobody_has_touch_no_article(load: Load, store: Path) -> None:
    load(both())
    merge_entities(store, [("Nowhere", "place")], HAMBURG, now=NOW)
    load()
    assert {one["refresh"] for one in rows(store, "article")} == {1}


def test_no_rules_run_in_a_circle(store: Path) -> None:
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    merge_entities(store, [HAMBURG], OSLO, now=NOW)
    resolve = resolver(entity_rules(store))
    assert resolve(*HAMBURG, "Hamburg") == resolve(*OSLO, "Oslo") == OSLO
    said = {"type": "place", "target_type": "place", "decision": Decision.MERGE}
    written = [EntityRule(name=a, target=b, **said) for a, b in (("A", "B"), ("B", "A"))]
    assert resolver(written)("A", "place", "A") in {("A", "place"), ("B", "place")}


def test_an_article_of_an_earlier_presswatch_is_merged_as_far_as_can_be_told(
    load: Load, store: Path
) -> None:
    load(both())
    with locked(store, "test"), opened(store) as held:
        held.bodies.execute("UPDATE reading SET spans = NULL")
        held.warehouse.execute("DELETE FROM entity_alias")
    with locked(store, "test"), opened(store) as held, transaction(held.warehouse):
        assert len(held.warehouse.execute(sql("entity_aliases")).fetchall()) == 2
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    [(name, mention)] = named(store).items()
    assert (name, mention["count"], mention["in_title"]) == ("Hamburg", 5, True)


def test_the_machines_own_names_are_kept(load: Load, store: Path) -> None:
    load(both())
    merge_entities(store, [OSLO], HAMBURG, now=NOW)
    load()
    snapshot = open_current(store)
    found = (
        snapshot.cursor().sql("SELECT alias, name, type FROM entity_alias ORDER BY ALL").fetchall()
    )
    snapshot.close()
    assert found == [("Hamburg", "Hamburg", "place"), ("Oslo", "Oslo", "place")]
