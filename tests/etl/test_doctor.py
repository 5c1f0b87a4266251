"""`presswatch doctor` says what to mend, and nothing of what works."""

from pathlib import Path

from etl.doctor import Finding, findings
from etl.intake.source import Source
from presswatch.settings import EntitySettings, Settings
from tests.conftest import NOW
from tests.etl.fetch.server import answer
from tests.etl.web import FETCH, Newsroom, page, rss


def look(newsroom: Newsroom, *sources: dict[str, object], **settings: object) -> list[Finding]:
    found = Settings(store=newsroom.store, fetch=FETCH).model_copy(update=settings)
    given = [Source(**{"name": f"s{n}", "read_at": NOW, **one}) for n, one in enumerate(sources)]
    return list(findings(found, given, clock=lambda: NOW))


def test_what_works_is_not_to_be_mended(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.server.answers["/feed.xml"] = answer(rss("One"))
    newsroom.ask(newsroom.feed())
    fetch = FETCH.model_copy(update={"contact": "desk@example.org"})
    found = look(newsroom, newsroom.feed(), {"path": tmp_path}, fetch=fetch)
    assert [one.mend for one in found] == [None] * 5


def test_what_does_not_is_said(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.server.answers["/page"] = answer(page("No feed"))
    found = look(
        newsroom,
        newsroom.feed("/gone"),
        newsroom.feed("/page"),
        {"path": tmp_path / "gone"},
        {"kind": "sitemap"},
        entities=EntitySettings(model="en_none"),
    )
    mend = {one.what: one.mend or "" for one in found}
    assert "fetch.contact" in mend["settings"]
    assert mend["store"] == ""
    assert "en_none" in mend["models"]
    said = ("not_found", "no feed", "no such file", "'url'")
    for number, part in enumerate(said):
        assert part in mend[f"source s{number}"]
