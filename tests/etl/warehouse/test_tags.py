"""Which tags are one, which are not counted, and that every decision can be undone."""

from pathlib import Path
from typing import Any

import pytest

from etl.warehouse.spellings import aliases, form
from presswatch.desk.tag_rules import Decision, TagRule, decide, merge_tags, tag_rules
from presswatch.settings import TagRule as Rule
from presswatch.snapshot import read_pointer
from tests.conftest import NOW, Load
from tests.etl.test_refresh import row, rows


def tagged(number: int, *tags: str, source: str = "Courier", **said: Any) -> dict[str, Any]:
    return row(number, tags=list(tags), source=source, **said)


def carried(store: Path, origin: str = "publisher") -> dict[str, int]:
    """How many articles count for each tag, by its label."""
    labels = {one["tag"]: one["label"] for one in rows(store, "tag")}
    found: dict[str, int] = {}
    for one in rows(store, "article_tag"):
        if one["counted"] and one["origin"] == origin:
            found[labels[one["tag"]]] = found.get(labels[one["tag"]], 0) + 1
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("port strike", "port strikes"),
        ("city", "cities"),
        ("house", "houses"),
        ("class", "classes"),
        ("movie", "movies"),
        ("labour law", "labor laws"),
        ("organisation", "organizations"),
        ("defence", "defense"),
        ("e mail", "emails"),
        ("women's rights", "womens rights"),
        ("u.s. navy", "us navy"),
        ("arts & crafts", "arts and crafts"),
        ("café", "cafe"),
    ],
)
def test_spellings_that_a_source_mixes_are_one_tag(one: str, other: str) -> None:
    uses = {("Courier", one): 3, ("Courier", other): 2, ("Herald", other): 2}
    assert aliases(uses, ()) == {one: other}
    assert aliases({**uses, ("Courier", one): 5}, ()) == {other: one}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("new", "news"),
        ("pari", "paris"),
        ("politic", "politics"),
        ("u", "us"),
        ("specie", "species"),
        ("glas", "glass"),
        ("simon", "simons"),
        ("c", "c++"),
        ("tor", "tour"),
    ],
)
def test_what_only_looks_like_another_spelling_is_a_tag_of_its_own(one: str, other: str) -> None:
    assert form(one) != form(other)
    assert aliases({("Courier", one): 3, ("Courier", other): 2}, ()) == {}


def test_spellings_of_different_sources_stay_apart() -> None:
    assert aliases({("Courier", "port"): 3, ("Herald", "ports"): 2}, ()) == {}


def test_what_one_source_mixes_is_one_in_all(load: Load, store: Path) -> None:
    load(
        tagged(1, "Port strike", "Ferries"),
        tagged(2, "port-strikes", "Trams"),
        tagged(3, "Port strikes", "Port strike"),
        tagged(5, "Port strikes"),
        tagged(4, "Port strikes", source="Herald"),
    )
    assert carried(store) == {"Port strikes": 5, "Ferries": 1, "Trams": 1}
    [alias] = rows(store, "tag_alias")
    assert alias == {"key": "port strike", "tag": "port strikes"}


def test_the_most_used_spelling_gives_the_key_however_late_it_comes(
    load: Load, store: Path
) -> None:
    load(tagged(1, "Ports"), tagged(2, "Port"))
    assert carried(store) == {"Port": 2}
    load(tagged(3, "Ports"), tagged(4, "Ports"))
    assert carried(store) == {"Ports": 4}
    assert {one["tag"] for one in rows(store, "article_tag")} == {"ports"}


def test_tags_that_an_analyst_merged_are_one_from_the_next_refresh_on(
    load: Load, store: Path
) -> None:
    load(tagged(1, "Docks"), tagged(2, "Harbour", "Docks"), tagged(3, "Trams"))
    merge_tags(store, ["docks", "HARBOUR"], "Ports & Docks", now=NOW)
    before = read_pointer(store).generation
    load()
    assert read_pointer(store).generation != before
    assert carried(store) == {"Ports & Docks": 2, "Trams": 1}
    load(tagged(4, "Harbour"))
    assert carried(store) == {"Ports & Docks": 3, "Trams": 1}
    decide(store, ["Docks", "Harbour"], Decision.SHOW, now=NOW)
    load()
    assert carried(store) == {"Docks": 2, "Harbour": 2, "Trams": 1}
    assert rows(store, "tag_alias") == []


def test_a_tag_that_an_analyst_hid_is_kept_and_not_counted(load: Load, store: Path) -> None:
    load(tagged(1, "Docks", "Trams"))
    decide(store, ["docks"], Decision.HIDE, now=NOW)
    load(tagged(2, "Docks"))
    assert carried(store) == {"Trams": 1}
    assert len(rows(store, "article_tag")) == 3
    decide(store, ["Docks"], Decision.SHOW, now=NOW)
    load()
    assert carried(store) == {"Docks": 2, "Trams": 1}


def test_hiding_one_name_of_a_tag_hides_it(load: Load, store: Path) -> None:
    load(tagged(1, "Port"), tagged(2, "Ports"), tagged(3, "Quays"), tagged(4, "Trams"))
    merge_tags(store, ["quays"], "Ports", now=NOW)
    decide(store, ["quays"], Decision.HIDE, now=NOW)
    load()
    assert carried(store) == {"Trams": 1}


def test_what_was_merged_goes_where_its_target_is_merged(store: Path) -> None:
    merge_tags(store, ["a"], "b", now=NOW)
    merge_tags(store, ["b"], "C", now=NOW)
    assert {(one.tag, one.target, one.label) for one in tag_rules(store)} == {
        ("a", "c", "C"),
        ("b", "c", "C"),
    }
    merge_tags(store, ["c"], "a", now=NOW)  # the last word holds: a stands for itself again
    assert {(one.tag, one.target) for one in tag_rules(store)} == {("b", "a"), ("c", "a")}


def test_an_analysts_merge_takes_all_spellings_along() -> None:
    uses = {("Courier", "port"): 1, ("Courier", "ports"): 5}
    merge = TagRule(tag="port", decision=Decision.MERGE, target="docks", label="Docks")
    assert aliases(uses, [merge]) == {"port": "docks", "ports": "docks"}
    onto = TagRule(tag="quays", decision=Decision.MERGE, target="port", label="Port")
    assert aliases(uses, [onto]) == {"quays": "port", "ports": "port"}


def test_a_tag_that_is_shown_is_no_spelling_of_another() -> None:
    uses = {("Courier", "port"): 1, ("Courier", "ports"): 5}
    assert aliases(uses, [TagRule(tag="port", decision=Decision.SHOW)]) == {}


def test_a_tag_on_nearly_all_articles_of_a_source_is_boilerplate(load: Load, store: Path) -> None:
    several = [tagged(number, "Homepage", "Ports") for number in range(18)]
    several += [tagged(18, "Homepage"), tagged(19, "Homepage"), tagged(20, "Trams")]
    load(*several, tagged(30, "Homepage", source="Herald"))
    assert carried(store, "boilerplate") == {"Homepage": 20}
    assert carried(store) == {"Homepage": 1, "Ports": 18, "Trams": 1}
    load(*(tagged(number, "Trams") for number in range(40, 50)))
    assert carried(store, "boilerplate") == {}
    assert carried(store)["Homepage"] == 21


def test_few_articles_have_no_boilerplate(load: Load, store: Path) -> None:
    load(*(tagged(number, "Homepage") for number in range(19)))
    assert carried(store) == {"Homepage": 19}


def test_boilerplate_that_an_analyst_shows_counts(load: Load, store: Path) -> None:
    load(*(tagged(number, "Homepage") for number in range(20)))
    decide(store, ["homepage"], Decision.SHOW, now=NOW)
    load()
    assert carried(store) == {"Homepage": 20}


def test_a_tag_by_rule_is_merged_too_and_given_once(load: Load, store: Path) -> None:
    rule = Rule(name="Docks", query="dockers")
    merge_tags(store, ["docks"], "Ports", now=NOW)
    load(tagged(1, "Ports"), tags=(rule,))
    for _ in range(2):
        load(tags=(rule,))
        assert carried(store, "rule") == {"Ports": 1}
    assert {one["tag"] for one in rows(store, "article_tag")} == {"ports"}
    load(tags=())
    assert carried(store, "rule") == {}


def test_a_rule_asks_for_tags_by_all_their_names(load: Load, store: Path) -> None:
    rules = [Rule(name=f"By {name}", query=f"tag:{name}") for name in ("docks", "ports")]
    load(tagged(1, "Docks"), tagged(2, "Ports"), tags=rules)
    assert carried(store, "rule") == {"By docks": 1, "By ports": 1}
    merge_tags(store, ["Docks"], "Ports", now=NOW)
    for number in (3, 4):
        load(tagged(number, "Docks"), tags=rules)
        assert carried(store, "rule") == {"By docks": number, "By ports": number}
    load(tags=rules)
    assert carried(store, "rule") == {"By docks": 4, "By ports": 4}


def test_a_refresh_after_which_nothing_was_decided_publishes_nothing(
    load: Load, store: Path
) -> None:
    merge_tags(store, ["Docks"], "Ports", now=NOW)
    load(tagged(1, "Docks"))
    before = read_pointer(store).generation
    load()
    assert read_pointer(store).generation == before
