"""A second selection beside the first: what a metric compares it with.

The second is Filters of its own, with days of its own; what counts as a tag, a name or a story is
as the first says, or nothing could be compared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qs, urlencode

import pyarrow as pa

from dashboard.filters import HOW_TO_COUNT, Filters, from_url, to_url
from dashboard.selection import Selection, to_sql
from presswatch import resources
from presswatch import stop_words as lists
from presswatch.errors import AskError
from presswatch.query import parse
from presswatch.snapshot import Pointer

# The tables of the second selection, by what they are of the first.
TABLES = {"selected": "other", "carried": "carried_other", "named": "named_other"}


def written(filters: Filters) -> str:
    """Filters as the parameter `other` of a metric: as they stand in the dashboard's address."""
    return urlencode(to_url(filters), doseq=True)


def narrowed(filters: Filters, queries: Sequence[str]) -> Filters:
    """The filters, and of what passes them only what matches any of these queries.

    Raises QueryError, with the place of the mistake in its own query."""
    for query in queries:
        parse(query)
    several = len(queries) > 1
    any_of = " OR ".join(f"({query})" if several else query for query in queries)
    held = filters.query
    both = f"({held}) AND ({any_of})" if held and any_of else any_of or held
    return replace(filters, query=both or None)


def term_query(part: str, term: str) -> str:
    """The query that finds the articles with a term: of a keyphrase those that have its words side
    by side, of a word those that have any form of it in the title."""
    text = " ".join(term.replace('"', " ").split())
    if part == "keyphrase":
        text = text.replace("*", " ")
    return {
        "word": f'title:"{text}"',
        "keyphrase": f'"{text}"',
        "tag": f'tag:"{text}"',
        "entity": f'entity:"{text}"',
        "source": f'source:"{text}"',
    }[part]


def with_term(filters: Filters, part: str, term: str) -> Filters:
    """The filters, and of what passes them only what has a term."""
    match part:
        case "tag":
            return replace(filters, tags_all=(*filters.tags_all, term))
        case "source":
            return replace(filters, sources=(term,))
        case "entity" if not filters.entities:
            return replace(filters, entities=(term,))
    return narrowed(filters, [term_query(part, term)])


def read(text: str, beside: Filters, pointer: Pointer) -> Filters | None:
    """The other selection that a text says; without one, the same in the period before, or None
    where none lies before. Raises AskError."""
    if not text.strip():
        return beside.before(pointer)
    try:
        form = parse_qs(text.strip(), keep_blank_values=True, strict_parsing=True)
    except ValueError as error:
        raise AskError(
            f"{text!r} names no selection. Write it as in the dashboard's address, such as "
            "from=2026-01-01&tag=ports."
        ) from error
    counted = {field: getattr(beside, field) for field in HOW_TO_COUNT}
    return replace(from_url(form), **counted)


def with_other(selection: Selection, other: Filters | None, pointer: Pointer) -> Selection:
    """The same with the tables `other`, `carried_other` and `named_other`, which are to the other
    selection what `selected`, `carried` and `named` are to the first; empty where there is none."""
    second = to_sql(other or Filters(), pointer)
    words = len(selection.words)
    tables = {name: _renamed(second.tables[one], words) for one, name in TABLES.items()}
    bound = {f"other_{name}": value for name, value in second.bound.items()}
    if other is None:
        bound |= {"other_first": None, "other_last": None}
    return replace(
        selection,
        tables=selection.tables | tables,
        bound=selection.bound | bound,
        words=[*selection.words, *second.words],
        scans=selection.scans | {TABLES[one] for one in second.scans & set(TABLES)},
    )


@cache
def stop_words() -> pa.Table:
    """The words that set nothing apart, a row a language and word, with the parts of those that
    have an apostrophe; in English the names of days and months are among them."""
    lines = resources.data("words/parting.txt").read_text("utf-8").splitlines()
    parting = {word for line in lines if not line.startswith("#") for word in line.split()}
    rows = [
        (language, word)
        for language in lists.languages()
        for word in sorted(_parted(lists.stop_words(language)))
    ] + [("en", word) for word in sorted(parting)]
    return pa.table(
        dict(zip(("language", "word"), map(list, zip(*rows, strict=True)), strict=True))
    )


def _parted(words: Iterable[str]) -> set[str]:
    """Words, and what is left of them where titles are parted at apostrophes."""
    return {part for word in words for part in (word, *re.split("['’]", word)) if len(part) > 1}


def _renamed(sql: str, words: int) -> str:
    """A table's SQL, made of constants alone, with the second selection's names in it."""
    sql = re.sub(r"\$(\w+)", r"$other_\1", sql)
    sql = re.sub(r"\bhits_(\d+)\b", lambda found: f"hits_{int(found[1]) + words}", sql)
    return re.sub(r"\bselected\b", TABLES["selected"], sql)
