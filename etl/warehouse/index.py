"""The search index as its one writer sees it: bring it up to the bodies.

A file beside the index says which refresh it has reached. It is written after the index's own
commit, so that what a killed refresh left out is made up by the next one."""

import json
import shutil
from pathlib import Path
from typing import Any

import tantivy

from etl.warehouse.store import Store, sql
from presswatch import search
from presswatch.errors import StoreError

REACHED = "reached.json"
MEMORY = 64_000_000  # bytes that the writer may hold before it writes a segment
READ_AT_ONCE = 500  # articles


def bring_up(store: Store, refresh: int) -> None:
    """Index all articles that changed since the refresh that the index has reached."""
    folder = store.folder / search.FOLDER
    index = _opened(folder)
    reached = _reached(folder)
    if reached == 0 and index.searcher().num_docs:
        index = _anew(folder)
    writer = index.writer(MEMORY, 1)
    changed = store.bodies.execute(sql("changed_since"), {"refresh": reached})
    names = [column[0] for column in changed.description]
    while rows := changed.fetchmany(READ_AT_ONCE):
        for row in rows:
            _put(writer, dict(zip(names, row, strict=True)))
    writer.commit()
    writer.wait_merging_threads()
    (folder / REACHED).write_text(json.dumps({"refresh": refresh}), "utf-8")


def _opened(folder: Path) -> tantivy.Index:
    """The index, made again where an earlier Presswatch had other fields in it."""
    try:
        return search.open_index(folder, make=True)
    except StoreError:
        shutil.rmtree(folder)
    return search.open_index(folder, make=True)


def _reached(folder: Path) -> int:
    try:
        return int(json.loads((folder / REACHED).read_text("utf-8"))["refresh"])
    except (OSError, ValueError, KeyError):
        return 0


def _anew(folder: Path) -> tantivy.Index:
    """An empty index where nothing says what the one there has reached."""
    index = search.open_index(folder)
    writer = index.writer(MEMORY, 1)
    writer.delete_all_documents()
    writer.commit()
    writer.wait_merging_threads()
    return index


def _put(writer: tantivy.IndexWriter, article: dict[str, Any]) -> None:
    writer.delete_documents_by_term("id", article["id"])
    document = tantivy.Document()
    document.add_integer("id", article["id"])
    language = search.language_of(article["language"])
    body = article["body"] or []
    parts = {"title": article["title"], "lead": "".join(body[:1]), "body": "\n".join(body)}
    for part, text in parts.items():
        document.add_text(search.field_of(part, language), text)
    document.add_bytes("reading", json.dumps(_reading(article), ensure_ascii=False).encode())
    writer.add_document(document)


def _reading(article: dict[str, Any]) -> dict[str, Any]:
    """What presswatch/search.py promises of a reading."""
    days = {name: article[name] and str(article[name]) for name in ("published_on", "captured_on")}
    lists = ("authors", "tags", "body", "related_titles", "most_popular", "sentences")
    found = ("spans", "quotes", "keyphrases", "made_with")
    said = ("title", "source", "url", "date_origin", "section", "language", "summary", "free")
    tones = ("tone", "title_tone", "plain_tone", "plain_title_tone")
    return {
        **{name: article[name] for name in (*said, *tones, "image", "language_probability")},
        **days,
        **{name: article[name] or [] for name in (*lists, *found)},
        "published_at": article["published_at"].isoformat(),
        "entities": article["mentions"] or [],
        "versions": [one | {"seen_at": one["seen_at"].isoformat()} for one in article["versions"]],
    }
