"""The search index: which articles a query finds, and the reading of one article.

Both sides open it here; etl/warehouse/index.py alone writes to it. It may know articles that the
snapshot does not know yet: they fall out when the ids are joined to it."""

import json
from functools import cache
from pathlib import Path
from typing import Any as Anything

import pyarrow as pa
import tantivy

from presswatch.errors import QueryError, StoreError
from presswatch.query import All, Any, Node, Not, Words, parse

FOLDER = "index"
TOKENIZER = "words"
SEARCHED = ("title", "body")


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """What makes a text into words: letters and digits, lower case, without accents."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


@cache
def schema() -> tantivy.Schema:
    """The fields of the index: id, title and body to search, reading to keep."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    for field in SEARCHED:
        builder.add_text_field(field, stored=False, tokenizer_name=TOKENIZER)
    builder.add_bytes_field("reading", stored=True, indexed=False)
    return builder.build()


def open_index(folder: Path, *, make: bool = False) -> tantivy.Index:
    """The index of a store, made first if `make` says so. Raises StoreError where there is none."""
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    elif not folder.is_dir():
        raise StoreError(f"{folder}: the search index is missing. Run `presswatch refresh`.")
    try:
        index = tantivy.Index(schema(), path=str(folder), reuse=True)
    except ValueError as error:
        raise StoreError(
            f"{folder}: the search index cannot be read. Delete that folder and refresh."
        ) from error
    index.register_tokenizer(TOKENIZER, analyzer())
    return index


def find(store: Path, query: str) -> pa.Table:
    """The ids of the articles that a query finds, as a table with the one int64 column `id`.

    Raises QueryError, and StoreError where there is no index."""
    tree = parse(query)
    return matches(open_index(store / FOLDER), tree)


def matches(index: tantivy.Index, tree: Node) -> pa.Table:
    """The ids that match a query's tree, in no order that means anything."""
    searcher = index.searcher()
    hits = searcher.search(_query(tree), limit=max(searcher.num_docs, 1), count=False).hits
    ids = searcher.fast_field_values("id", [address for _, address in hits]) if hits else []
    return pa.table({"id": pa.array(ids, pa.int64())})


def reading(store: Path, article: int) -> dict[str, Anything] | None:
    """What was read out of one article, or None if the index does not know it.

    Keys: title, source, url, authors, published_on, date_origin, captured_on, tags, body (a list
    of paragraphs), related_titles, most_popular, entities, tone, sentences, versions (earlier ones:
    title, body, seen_at, document)."""
    index = open_index(store / FOLDER)
    searcher = index.searcher()
    wanted = tantivy.Query.term_query(schema(), "id", article)
    hits = searcher.search(wanted, limit=1).hits
    if not hits:
        return None
    content: Anything = searcher.doc(hits[0][1]).get_first("reading")
    result: dict[str, Anything] = json.loads(bytes(content))
    return result


def _query(node: Node) -> tantivy.Query:
    match node:
        case Words(text):
            return _any_field(analyzer().analyze(text))
        case All(parts):
            # A NOT beside other parts takes away from them; alone it takes away from all.
            return tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, _query(part)) for part in parts]
            )
        case Any(parts):
            return tantivy.Query.boolean_query(
                [(tantivy.Occur.Should, _query(part)) for part in parts]
            )
        case Not(part):
            return tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, tantivy.Query.all_query()),
                    (tantivy.Occur.MustNot, _query(part)),
                ]
            )


def _any_field(words: list[str]) -> tantivy.Query:
    if not words:
        raise QueryError("The query has a part without a letter or digit. Remove it.")
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, _in_field(field, words)) for field in SEARCHED]
    )


def _in_field(field: str, words: list[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema(), field, words[0])
    return tantivy.Query.phrase_query(schema(), field, list(words))
