"""A refresh from documents to a published snapshot: what it counts, keeps and publishes."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from etl.holdings import SAMPLE
from etl.warehouse.store import locked
from presswatch.errors import LockedError, SettingsError, StoreError
from presswatch.query import parse
from presswatch.search import find, reading
from presswatch.settings import TagRule
from presswatch.snapshot import open_current, read_pointer
from tests.conftest import NOW, Load


def row(number: int = 1, **said: Any) -> dict[str, Any]:
    return {
        "url": f"https://courier.example/{number}",
        "title": f"Title {number}",
        "published": "2026-03-03T10:00:00Z",
        "text": "Dockers in Rotterdam are delighted. The talks failed badly.",
        "tags": ["Ports"],
        "source": "Courier",
        **said,
    }


def rows(store: Path, table: str) -> list[dict[str, Any]]:
    snapshot = open_current(store)
    found = snapshot.cursor().sql(f"FROM {table}").fetchall()
    names = snapshot.cursor().sql(f"FROM {table}").columns
    snapshot.close()
    return [dict(zip(names, one, strict=True)) for one in found]


def outcome(result: Any) -> tuple[int, int, int, int]:
    counts = result.counts
    assert counts.read == counts.new + counts.updated + counts.unchanged + counts.refused
    return counts.new, counts.updated, counts.unchanged, counts.refused


def test_an_article_reaches_the_snapshot_with_all_that_was_read(load: Load, store: Path) -> None:
    assert outcome(load(row())) == (1, 0, 0, 0)
    [article] = rows(store, "article")
    assert article["title"] == "Title 1"
    assert article["story"] == article["id"]
    assert article["words"] == 9
    assert article["positive"] == article["negative"] == 0.5
    [mention] = rows(store, "mention")
    assert (mention["count"], mention["share"], mention["in_lead"]) == (1, 0.5, True)
    assert mention["tone"] > 0 > article["tone"] - mention["tone"]
    assert [one["label"] for one in rows(store, "tag")] == ["Ports"]
    read = reading(store, article["id"])
    assert read and read["body"] == [row()["text"]]
    assert [one["entity"] for one in read["entities"]] == ["Rotterdam"]


def test_the_same_twice_changes_nothing(load: Load, store: Path) -> None:
    load(row(1), row(2))
    before = read_pointer(store)
    later = NOW + timedelta(hours=1)
    assert outcome(load(row(1), row(2), now=later)) == (0, 0, 2, 0)
    after = read_pointer(store)
    assert after.generation == before.generation
    assert after.published_at == before.published_at
    assert after.complete_until == later
    assert after.last_refresh.refresh == 2


def test_a_repeated_line_is_one_article(load: Load, store: Path) -> None:
    assert outcome(load(row(1), row(1), row(1, title="Other"))) == (1, 1, 1, 0)
    assert [one["title"] for one in rows(store, "article")] == ["Other"]
    assert outcome(load(row(1), row(1), row(1, title="Other"))) == (0, 0, 3, 0)


def test_a_newer_version_updates_and_an_older_one_does_not(load: Load, store: Path) -> None:
    load(row(published="2026-03-04T10:00:00Z", title="Second"))
    assert outcome(load(row(title="First"))) == (0, 0, 1, 0)
    assert outcome(load(row(published="2026-03-05T10:00:00Z", title="Third"))) == (0, 1, 0, 0)
    [article] = rows(store, "article")
    assert article["title"] == "Third"
    assert find(store, parse("third")).num_rows == 1
    assert find(store, parse("second")).num_rows == 0


def test_a_version_without_a_text_keeps_the_text_and_its_tone(load: Load, store: Path) -> None:
    load(row())
    [before] = rows(store, "article")
    load(row(published="2026-03-05T10:00:00Z", title="Talks fail in Hamburg", text=""))
    [after] = rows(store, "article")
    assert (after["tone"], after["words"]) == (before["tone"], before["words"])
    assert after["title_tone"] < 0
    names = {one["entity"]: one["id"] for one in rows(store, "entity")}
    by_entity = {one["entity"]: one for one in rows(store, "mention")}
    assert by_entity[names["Hamburg"]]["in_title"]
    assert not by_entity[names["Rotterdam"]]["in_title"]


def test_an_article_without_a_text_is_taken_without_a_tone(load: Load, store: Path) -> None:
    assert outcome(load(row(text=None))) == (1, 0, 0, 0)
    [article] = rows(store, "article")
    assert article["tone"] is article["positive"] is None
    assert article["words"] == 0


def test_an_endless_sentence_is_read_beside_its_neighbours(load: Load, store: Path) -> None:
    assert outcome(load(row(1, text="word " * 250_000), row(2))) == (2, 0, 0, 0)


def test_what_is_refused_is_kept_with_its_reason(load: Load, store: Path) -> None:
    assert outcome(load(row(1), row(2, title=""), row(3, published="2026-02-31"))) == (1, 0, 0, 2)
    told = [(one["place"], one["reason"]) for one in rows(store, "problem")]
    assert told == [("line 2", "no_title"), ("line 3", "impossible_date")]
    assert read_pointer(store).problems == {"impossible_date": 1, "no_title": 1}


def test_a_refused_document_is_refused_again_and_counted_once(
    load: Load, store: Path, tmp_path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{nonsense\n")
    assert outcome(load(bad)) == outcome(load(bad)) == (0, 0, 0, 1)
    assert len(rows(store, "problem")) == 2
    assert read_pointer(store).problems == {"malformed": 1}


def test_spellings_of_a_tag_are_one_tag_under_the_most_frequent(load: Load, store: Path) -> None:
    load(row(1, tags=["Wage Talks"]), row(2, tags=["wage-talks"]), row(3, tags=["wage-talks"]))
    assert [one["label"] for one in rows(store, "tag")] == ["wage-talks"]
    load(row(4, tags=["Wage Talks"]), row(5, tags=["Wage Talks", "wage talks"]))
    assert [one["label"] for one in rows(store, "tag")] == ["Wage Talks"]


def test_rules_tag_what_is_there_and_what_comes(load: Load, store: Path) -> None:
    rule = TagRule(name="Docks", query="dockers AND rotterdam")
    load(row(1), row(2, text="Trams."))
    load(row(3), tags=(rule,))

    def ruled() -> list[str]:
        return [one["spelling"] for one in rows(store, "article_tag") if one["origin"] == "rule"]

    assert ruled() == ["Docks", "Docks"]
    load(row(4))  # with the store alone, the rules it was last refreshed with hold
    assert ruled() == ["Docks"] * 3
    load(row(4), tags=(TagRule(name="Trams", query="trams"),))
    assert ruled() == ["Trams"]
    load(row(4), tags=())
    assert ruled() == []


def test_a_rule_may_ask_for_an_author(load: Load, store: Path) -> None:
    rules = (
        TagRule(name="Ours", query='by:"ada brook"'),
        TagRule(name="Brooks", query="author:brook"),
    )
    load(row(1, author="Ada Brook"), row(2, author="Ada Brook-Vale"), tags=rules)
    ruled = [one["spelling"] for one in rows(store, "article_tag") if one["origin"] == "rule"]
    assert sorted(ruled) == ["Brooks", "Brooks", "Ours"]


def test_two_rules_for_one_tag_give_it_once_under_the_first_spelling(
    load: Load, store: Path
) -> None:
    rules = tuple(TagRule(name=name, query="dockers") for name in ("Port Work", "port-work"))
    for _ in range(2):
        load(row(1), tags=rules)
    ruled = [one["spelling"] for one in rows(store, "article_tag") if one["origin"] == "rule"]
    assert ruled == ["Port Work"]


def test_an_articles_own_figures_follow_its_day(load: Load, store: Path) -> None:
    load(row(views=100))
    load(row(views=120, published="2026-03-05", modified="2026-03-06"))
    [seen] = rows(store, "popularity")
    assert (str(seen["day"]), seen["value"]) == ("2026-03-05", 120)


def test_page_views_join_their_article_whichever_comes_first(load: Load, store: Path) -> None:
    views = {"url": "https://courier.example/1?utm_source=x", "date": "2026-03-04", "views": 120}
    assert outcome(load(views)) == (1, 0, 0, 0)
    assert outcome(load(row(1), views | {"views": 130})) == (1, 1, 0, 0)
    assert outcome(load(views | {"views": 130, "a": 1})) == (0, 0, 1, 0)
    [article] = rows(store, "article")
    [seen] = rows(store, "popularity")
    assert (seen["article"], seen["value"], seen["measure"]) == (article["id"], 130, "page_views")


def test_a_copy_that_points_elsewhere_is_an_article_of_its_own(load: Load, store: Path) -> None:
    same = {"title": "Wire", "text": "One text.", "published": "2026-03-03"}
    load(*(same | {"url": f"https://{host}.example/wire"} for host in ("a", "b")))
    assert len({one["id"] for one in rows(store, "article")}) == 2


def test_articles_without_an_address_are_told_apart_by_what_they_say(
    load: Load, store: Path
) -> None:
    brief = {"title": "In brief", "published": "2026-03-03", "source": "Courier"}
    load(brief | {"text": "One."}, brief | {"text": "Two."}, brief | {"text": "One."})
    assert len(rows(store, "article")) == 2


def test_days_are_days_in_the_reporting_time_zone(load: Load, store: Path) -> None:
    load(row(published="2026-03-03T23:30:00Z"), time_zone="Europe/Amsterdam")
    [article] = rows(store, "article")
    assert str(article["published_on"]) == "2026-03-04"
    assert read_pointer(store).time_zone == "Europe/Amsterdam"
    load(row(2, published="2026-03-03T23:30:00Z"))  # the store knows its zone
    assert {str(one["published_on"]) for one in rows(store, "article")} == {"2026-03-04"}
    with pytest.raises(SettingsError, match="counts days in Europe/Amsterdam"):
        load(row(3), time_zone="UTC")


def test_a_store_holds_the_sample_or_ones_own_articles(
    load: Load, store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "sample" / "tables"
    folder.mkdir(parents=True)
    (tmp_path / "sample" / SAMPLE).touch()
    (folder / "a.csv").write_text("title,date\nA,2026-03-03\n")
    load(folder)
    assert read_pointer(store).holds == "sample"
    with pytest.raises(StoreError, match="holds sample documents"):
        load(row())
    with pytest.raises(SettingsError, match="cannot be loaded together"):
        load(row(), folder)
    assert read_pointer(store).articles == 1


def test_a_second_writer_is_told_who_is_at_work(load: Load, store: Path) -> None:
    with (
        locked(store, "refresh"),
        pytest.raises(LockedError, match="presswatch refresh"),
    ):
        load(row())
    load(row())


def test_a_newer_store_is_left_alone(load: Load, store: Path) -> None:
    import duckdb

    load(row())
    with duckdb.connect(str(store / "warehouse.duckdb")) as connection:
        connection.execute("UPDATE setting SET value = '99' WHERE name = 'schema'")
    with pytest.raises(StoreError, match="newer Presswatch"):
        load(row(2))
