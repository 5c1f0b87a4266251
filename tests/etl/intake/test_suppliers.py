"""Exports of other tools: known by their columns, read into our fields. All rows are invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from etl.intake.exports import EXPORTS
from tests.etl.intake.read import said

URL = "https://courier.example/2025/ferry"
BODY = "The ferry stayed in port. Its crew did not."


def gkg(**changed: str) -> str:
    columns = {str(number): "" for number in range(27)}
    columns |= {
        "0": "20250303101500-7", "1": "20250303101500", "2": "1", "3": "courier.example",
        "4": URL, "7": "TAX_FERRY;STRIKE;", "15": "-2.5,1.0,3.5,4.5,20,0,300",
        "26": "<PAGE_PRECISEPUBTIMESTAMP>20250303090000</PAGE_PRECISEPUBTIMESTAMP>"
        "<PAGE_AUTHORS>Ilse Vermaat;Jon Ames</PAGE_AUTHORS>"
        "<PAGE_TITLE>Ferry &amp; crew</PAGE_TITLE>",
    } | changed  # fmt: skip
    return "\t".join(columns.values())


NEWSAPI: dict[str, Any] = {
    "source": {"id": None, "name": "Harbour Courier"},
    "author": "Ilse Vermaat",
    "title": "Ferry stays",
    "description": "A ferry.",
    "url": URL,
    "urlToImage": None,
    "publishedAt": "2025-03-03T10:15:00Z",
    "content": "The ferry stayed in… [+2831 chars]",
}
EVENT_REGISTRY: dict[str, Any] = {
    "uri": "81",
    "lang": "deu",
    "date": "2025-03-03",
    "time": "10:20:00",
    "dateTime": "2025-03-03T10:20:00Z",
    "dateTimePub": "2025-03-03T10:15:00Z",
    "url": URL,
    "title": "Fähre bleibt",
    "body": BODY,
    "source": {"uri": "courier.example", "dataType": "news", "title": "Harbour Courier"},
    "authors": [{"uri": "v@courier.example", "name": "Ilse Vermaat", "type": "author"}],
    "concepts": [
        {"uri": "x", "type": "loc", "label": {"eng": "Rotterdam"}},
        {"uri": "y", "type": "wiki", "label": {"deu": "Fähre"}},
    ],
    "sentiment": -0.2,
    "shares": {"facebook": 12, "pinterest": 3},
}
MINIFLUX: dict[str, Any] = {
    "id": 888,
    "user_id": 1,
    "feed_id": 42,
    "status": "unread",
    "hash": "a1",
    "title": "Ferry stays",
    "url": URL,
    "comments_url": "",
    "published_at": "2025-03-03T10:15:00Z",
    "created_at": "2025-03-04T00:00:00Z",
    "content": f"<p>{BODY}</p>",
    "author": "Ilse Vermaat",
    "starred": False,
    "tags": ["ports"],
    "feed": {"id": 42, "title": "Harbour Courier - Business", "site_url": "https://e.example/"},
}
READER: dict[str, Any] = {
    "id": "tag:1",
    "timestampUsec": "1740996900000000",
    "categories": ["ports", "user/-/state/com.google/read", "user/-/label/Mine"],
    "title": "Ferry stays",
    "author": "Ilse Vermaat",
    "published": 1740996900,
    "updated": 1740996900,
    "alternate": [{"href": URL, "type": "text/html"}],
    "content": {"content": f"<p>{BODY}</p>"},
    "origin": {"streamId": 3, "title": "Harbour Courier", "htmlUrl": "https://courier.example/"},
}
MELTWATER: dict[str, Any] = {
    "id": "1",
    "published_date": "2025-03-03T10:15:00.000Z",
    "indexed_date": "2025-03-03T10:20:00.000Z",
    "url": URL,
    "source": {"name": "Harbour Courier", "information_type": "news"},
    "author": {"name": "Ilse Vermaat"},
    "content": {"title": "Ferry stays", "opening_text": "The ferry…"},
    "enrichments": {"sentiment": "negative", "language_code": "en", "keyphrases": ["ferry"]},
}
TALKWALKER: dict[str, Any] = {
    "url": URL,
    "indexed": 1740996960000,
    "published": 1740996900000,
    "title": "Ferry stays",
    "content": "The first words",
    "lang": "en",
    "sentiment": -3,
    "extra_source_attributes": {"name": "Harbour Courier"},
}

CASES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "media-cloud": (
        "mc.csv",
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        f"a1,2025-03-04 02:00:00,en,courier.example,https://courier.example,2025-03-03,Ferry,{URL}\n",
        {"url": URL, "title": "Ferry", "published": "2025-03-03", "source": "courier.example",
         "language": "en"},
    ),
    "gdelt-doc-json": (
        "artlist.json",
        json.dumps({"articles": [{
            "url": URL, "url_mobile": "", "title": "Ferry", "seendate": "20250303T101500Z",
            "socialimage": "", "domain": "courier.example", "language": "Dutch",
            "sourcecountry": "Netherlands"}]}),
        {"url": URL, "title": "Ferry", "published": "20250303T101500Z",
         "source": "courier.example", "language": "nl"},
    ),
    "gdelt-doc-csv": (
        "artlist.csv",
        f"\ufeffURL,MobileURL,Date,Title\n{URL},,2025-03-03 10:15:00,Ferry\n",
        {"url": URL, "title": "Ferry", "published": "2025-03-03 10:15:00Z"},
    ),
    "gkg": (
        "20250303101500.gkg.csv",
        gkg() + "\n",
        {"url": URL, "title": "Ferry &amp; crew", "published": "20250303T090000Z",
         "source": "courier.example", "authors": "Ilse Vermaat;Jon Ames", "language": "en",
         "tags": ["TAX_FERRY", "STRIKE"], "supplier_tone": "-2.5"},
    ),
    "gkg-translated": (
        "20250303101500.translation.gkg.csv",
        gkg(**{"0": "20250303101500-T7", "25": "srclc:spa;eng:GT-SPA 1.0",
               "26": "<PAGE_TITLE>X</PAGE_TITLE>"}),
        {"url": URL, "title": "X", "published": "20250303T101500Z", "source": "courier.example",
         "language": "es", "tags": ["TAX_FERRY", "STRIKE"], "supplier_tone": "-2.5"},
    ),
    "newsapi": (
        "everything.json",
        json.dumps({"status": "ok", "totalResults": 1, "articles": [NEWSAPI]}),
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03T10:15:00Z",
         "source": "Harbour Courier", "authors": "Ilse Vermaat", "summary": "A ferry."},
    ),
    "newsapi-whole": (
        "everything.json",
        json.dumps({"articles": [NEWSAPI | {"content": BODY}]}),
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03T10:15:00Z",
         "source": "Harbour Courier", "authors": "Ilse Vermaat", "body": BODY,
         "summary": "A ferry."},
    ),
    "event-registry": (
        "articles.json",
        json.dumps({"articles": {"results": [EVENT_REGISTRY], "totalResults": 1}}),
        {"url": URL, "title": "Fähre bleibt", "published": "2025-03-03T10:15:00Z",
         "source": "Harbour Courier", "authors": EVENT_REGISTRY["authors"], "body": BODY,
         "language": "de", "tags": ["Rotterdam", "Fähre"], "shares": 15, "supplier_tone": -0.2},
    ),
    "event-registry-lines": (
        "articles.jsonl",
        json.dumps(EVENT_REGISTRY | {"concepts": [], "shares": {}, "authors": []}),
        {"url": URL, "title": "Fähre bleibt", "published": "2025-03-03T10:15:00Z",
         "source": "Harbour Courier", "authors": [], "body": BODY, "language": "de",
         "tags": [], "supplier_tone": -0.2},
    ),
    "miniflux": (
        "entries.json",
        json.dumps({"total": 1, "entries": [MINIFLUX]}),
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03T10:15:00Z",
         "authors": "Ilse Vermaat", "body": f"<p>{BODY}</p>", "tags": ["ports"]},
    ),
    "freshrss": (
        "starred.json",
        json.dumps({"id": "user/me/state/org.freshrss/starred", "title": "Starred",
                    "author": "me", "items": [READER]}, indent=1),
        {"url": URL, "title": "Ferry stays", "published": 1740996900,
         "authors": "Ilse Vermaat", "body": f"<p>{BODY}</p>", "tags": ["ports"]},
    ),
    "google-reader": (
        "reader.json",
        json.dumps({"items": [{**READER, "canonical": [{"href": URL}], "alternate": [],
                               "content": None, "summary": {"content": BODY}}]}),
        {"url": URL, "title": "Ferry stays", "published": 1740996900,
         "authors": "Ilse Vermaat", "body": BODY, "tags": ["ports"]},
    ),
    "meltwater-api": (
        "export.json",
        json.dumps({"documents": [MELTWATER]}),
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03T10:15:00.000Z",
         "source": "Harbour Courier", "authors": "Ilse Vermaat", "language": "en",
         "tags": ["ferry"], "supplier_tone": "negative"},
    ),
    "meltwater-api-of-old": (
        "export.json",
        json.dumps([{"document_title": "Ferry stays", "document_url": URL,
                     "document_publish_date": "2025-03-03T10:15:00.000Z",
                     "source_name": "Harbour Courier", "document_opening_text": "The ferry…",
                     "document_sentiment": "negative", "document_key_phrases": ["ferry"]}]),
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03T10:15:00.000Z",
         "source": "Harbour Courier", "tags": ["ferry"], "supplier_tone": "negative"},
    ),
    "meltwater-csv": (
        "meltwater.csv",
        "Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\tInfluencer\tLanguage\tReach"
        "\tSentiment\tKey Phrases\tKeywords\n"
        f"03-Mar-2025 10:15AM\tFerry stays\t{URL}\tThe ferry…\tferry\tHarbour Courier\t"
        "Ilse Vermaat\tEnglish\t1000\tNegative\tferry, crew\tport\n",
        {"url": URL, "title": "Ferry stays", "published": "03-Mar-2025 10:15AM",
         "source": "Harbour Courier", "authors": "Ilse Vermaat", "language": "en",
         "tags": "ferry, crew", "supplier_tone": "Negative"},
    ),
    "talkwalker-api": (
        "results.json",
        json.dumps({"status_code": "0", "result_content": {"data": [{"data": TALKWALKER}]}}),
        {"url": URL, "title": "Ferry stays", "published": 1740996900000,
         "source": "Harbour Courier", "language": "en", "supplier_tone": -3},
    ),
    "talkwalker-csv": (
        "results.csv",
        "url,published,title,content,lang,sentiment,extra_source_attributes.name\n"
        f"{URL},2025-03-03 10:15:00,Ferry stays,The first words,en,-3,Harbour Courier\n",
        {"url": URL, "title": "Ferry stays", "published": "2025-03-03 10:15:00",
         "source": "Harbour Courier", "language": "en", "supplier_tone": "-3"},
    ),
    "print": (
        "print.csv",
        "Headline;Newspaper;Date;Page;Edition;Tonality\n"
        "Ferry;Harbour Courier;2025-03-03;3;Late;-\n",
        {"title": "Ferry", "source": "Harbour Courier", "published": "2025-03-03", "page": "3",
         "edition": "Late", "supplier_tone": "-"},
    ),
    "broadcast": (
        "radio.csv",
        "Title,Outlet,Date,Air time,Programme\nFerry,Radio Harbour,2025-03-03,18:02,Evening News\n",
        {"title": "Ferry", "source": "Radio Harbour", "published": "2025-03-03",
         "clock": "18:02", "programme": "Evening News"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), CASES.values(), ids=CASES)
def test_an_export_is_read(
    tmp_path: Path, name: str, content: str, expected: dict[str, Any]
) -> None:
    assert said(tmp_path / name, content) == [expected]


def test_map_goes_before_what_a_tool_is_known_to_write(tmp_path: Path) -> None:
    content = CASES["meltwater-csv"][1]
    [row] = said(tmp_path / "a.csv", content, columns={"tags": "Keywords", "page": "Reach"})
    assert isinstance(row, dict)
    assert (row["tags"], row["page"], row["title"]) == ("port", "1000", "Ferry stays")


def test_columns_that_somebody_added_are_read_too(tmp_path: Path) -> None:
    lines = CASES["media-cloud"][1].splitlines()
    content = f"{lines[0]},text,keywords\n{lines[1]},The ferry.,ports\n"
    [row] = said(tmp_path / "a.csv", content)
    assert row == CASES["media-cloud"][2] | {"body": "The ferry.", "tags": "ports"}


REFUSED = {
    "gkg-row-cut-short": ("a.gkg.csv", gkg() + "\n" + gkg()[:80] + "\n", ("line 2", "malformed")),
    "gkg-later-than-it-was-seen": (
        "a.gkg.csv", gkg(**{"26": "<PAGE_PRECISEPUBTIMESTAMP>20990303090000"}), None),
    "a-row-that-is-none": (
        "a.json", json.dumps({"articles": [NEWSAPI, 7]}), ("row 2", "malformed")),
    "a-source-that-is-none": (
        "a.json", json.dumps({"articles": [NEWSAPI | {"source": "Courier"}]}), None),
    "concepts-that-are-none": (
        "a.jsonl", json.dumps(EVENT_REGISTRY | {"concepts": [1, {"label": 2}], "shares": 7}), None),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "problem"), REFUSED.values(), ids=REFUSED)
def test_a_bad_row_costs_itself_alone(
    tmp_path: Path, name: str, content: str, problem: tuple[str, str] | None
) -> None:
    first, *rest = said(tmp_path / name, content)
    assert isinstance(first, dict)
    assert first["url"] == URL
    assert rest == ([problem] if problem else [])


def test_every_export_has_a_case() -> None:
    """The tests of page views have those of page_views.py."""
    kinds = " ".join(CASES).replace("-", " ")
    assert all(
        export.name.split(",")[0].split()[0].lower() in kinds
        for export in EXPORTS
        if "title" in export.fields
    )
