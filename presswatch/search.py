"""The search index: which articles words find, and the reading of one article.

Both sides open it here; etl/warehouse/index.py alone writes to it. It may know articles that the
snapshot does not know yet: they fall out when the ids are joined to it.

Words are stemmed by the article's language (Snowball). A field of the index takes one tokenizer, so
each language has fields of its own; a language without a stemmer shares one set of fields."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any as Anything

import pyarrow as pa
import tantivy

from presswatch.errors import QueryError, StoreError
from presswatch.query import TEXTS, All, Any, Node, Not, Words

FOLDER = "index"
STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
OTHER = ""  # all other languages: words as they stand
LANGUAGES = (*STEMMERS, OTHER)
SEARCHED = ("title", "body")  # where words without a field are looked for


def language_of(code: str | None) -> str:
    """Which of LANGUAGES a text in the language of that ISO 639-1 code is indexed as."""
    return code if code in STEMMERS else OTHER


def field_of(part: str, language: str) -> str:
    """The index's field for a part of the text (one of TEXTS) in one of LANGUAGES."""
    return f"{part}_{language}" if language else part


@cache
def analyzer(language: str) -> tantivy.TextAnalyzer:
    """What makes a text into terms: letters and digits, lower case, stems, without accents."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.lowercase())
    if language != OTHER:
        builder = builder.filter(tantivy.Filter.stemmer(STEMMERS[language]))
    return builder.filter(tantivy.Filter.ascii_fold()).build()


@cache
def schema() -> tantivy.Schema:
    """The fields of the index: id, the parts of the text by language, reading to keep."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    for language in LANGUAGES:
        for part in TEXTS:
            name = field_of(part, language)
            builder.add_text_field(name, stored=False, tokenizer_name=_tokenizer(language))
    builder.add_bytes_field("reading", stored=True, indexed=False)
    return builder.build()


def _tokenizer(language: str) -> str:
    return f"words_{language}"


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
            f"{folder}: the search index cannot be read. Refresh once: it is made again."
        ) from error
    for language in LANGUAGES:
        index.register_tokenizer(_tokenizer(language), analyzer(language))
    return index


def find(store: Path, tree: Node) -> pa.Table:
    """The ids of the articles of a store that a tree of words finds, as `matches` gives them.

    Raises StoreError where there is no index."""
    return matches(open_index(store / FOLDER), tree)


def matches(index: tantivy.Index, tree: Node) -> pa.Table:
    """The ids that match a tree of words, as a table with the one int64 column `id`, in no order
    that means anything. Raises QueryError where a star asks for more than can be looked up."""
    searcher = index.searcher()
    try:
        hits = searcher.search(_query(tree), limit=max(searcher.num_docs, 1), count=False).hits
    except ValueError as error:  # of a star after very many letters, or before very many words
        raise QueryError(
            "A word with a star is too long, or stands for too many words. Write it otherwise."
        ) from error
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
        case Words():
            return _either(_in_language(node, language) for language in LANGUAGES)
        case All(parts):
            # A NOT beside other parts takes away from them; alone it takes away from all.
            return tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, _query(part)) for part in parts]
            )
        case Any(parts):
            return _either(map(_query, parts))
        case Not(part):
            return tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, tantivy.Query.all_query()),
                    (tantivy.Occur.MustNot, _query(part)),
                ]
            )
    raise TypeError(node)  # the other leaves are conditions on the snapshot


def _either(queries: Iterator[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def _in_language(words: Words, language: str) -> tantivy.Query:
    parts = (words.field,) if words.field else SEARCHED
    terms = analyzer(language).analyze(words.text)
    return _either(_in_field(field_of(part, language), terms, words) for part in parts)


def _in_field(field: str, terms: list[str], words: Words) -> tantivy.Query:
    if not terms:
        return tantivy.Query.empty_query()
    if words.prefix:
        return _prefix(field, terms, words)
    if len(terms) == 1:
        return tantivy.Query.term_query(schema(), field, terms[0])
    return tantivy.Query.phrase_query(schema(), field, list(terms), words.apart)


def _prefix(field: str, terms: list[str], words: Words) -> tantivy.Query:
    """Terms that begin so. A stem may be shorter than the beginning of the word: it counts too."""
    begins = analyzer(OTHER).analyze(words.text)
    regex = re.escape(begins[-1]) + ".*"
    if len(begins) > 1:
        return tantivy.Query.regex_phrase_query(
            schema(), field, [*map(re.escape, terms[:-1]), regex]
        )
    whole = tantivy.Query.term_query(schema(), field, terms[-1])
    return _either(iter([whole, tantivy.Query.regex_query(schema(), field, regex)]))
