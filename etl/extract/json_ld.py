"""Read a page's JSON-LD: the article that it describes, however it is wrapped or broken.

Which of its fields is believed for what is left to the readers of title, people, tags and dates."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import json_repair
from lxml.html import HtmlElement

from etl.extract.text import clean_title, letters, strings_of

SCRIPTS = '//script[contains(@type, "ld+json")]'
OPENINGS = ("//", "/*", "*/", "<!--", "<![CDATA[", "\ufeff")
CLOSINGS = ("//", "/*", "*/", "-->", "]]>", ";")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|Story)$")
PAGE_TYPES = re.compile(r"(?:WebPage|ItemPage|VideoObject|PodcastEpisode|CreativeWork)$")
CRUMB_TYPES = re.compile(r"^BreadcrumbList$")
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "breadcrumb")
NAMES = ("name", "@value", "@list", "label", "term")
EMPTY: tuple[object, ...] = (None, "", [], {})  # false is told
TOLD = ("headline", "author", "datePublished", "keywords", "articleBody", "publisher")
OF_THE_PAGE = ("datePublished", "dateModified", "inLanguage", "isAccessibleForFree", "publisher")
LONGEST_BROKEN = 200_000  # characters; json-repair 0.64 mends 1 MB/s

Json = Mapping[str, Any]


def article_json(
    tree: HtmlElement, titles: Iterable[str], addresses: Iterable[str]
) -> dict[str, Any]:
    """What the page's JSON-LD says of its article, with references filled in; else nothing.

    Of several articles it is the one that has the page's title or address, else the one of which
    most is told. Other descriptions of the same article, and of the page, fill what it leaves
    open; its `breadcrumb` is a list of all BreadcrumbLists."""
    parts = [part for script in tree.xpath(SCRIPTS) for part in _parts(_load(script.text or ""))]
    whole = _told_of_article(parts, {*map(letters, titles)}, {*map(letters, addresses)})
    for part in parts:
        if _is_a(part, PAGE_TYPES):
            _fill(whole, {key: part[key] for key in OF_THE_PAGE if key in part})
    if crumbs := [part for part in parts if _is_a(part, CRUMB_TYPES)]:
        whole["breadcrumb"] = crumbs
    named: dict[str, Json] = {}
    for part in parts:
        if isinstance(part.get("@id"), str) and len(part) > 1:
            named.setdefault(part["@id"], part)
    return {key: _filled(value, named) for key, value in whole.items()}


def _told_of_article(
    parts: list[dict[str, Any]], titles: set[str], own: set[str]
) -> dict[str, Any]:
    articles = [part for part in parts if _is_a(part, ARTICLE_TYPES)]
    articles.sort(
        key=lambda part: (_headline(part) not in titles and not _own(part, own), -_told(part))
    )
    whole: dict[str, Any] = {}
    for part in articles:
        if not whole or _headline(part) in ("", _headline(whole)):
            _fill(whole, part)
    return whole


def _fill(whole: dict[str, Any], part: Json) -> None:
    """Add what is not told yet; `false` is told."""
    whole |= {key: value for key, value in part.items() if whole.get(key) in EMPTY}


def _own(part: Json, addresses: set[str]) -> bool:
    """Whether a part names the page's address as its own."""
    told = (part.get("mainEntityOfPage"), part.get("url"))
    named = (one.get("@id") or one.get("url") if isinstance(one, dict) else one for one in told)
    return any(isinstance(one, str) and letters(one) in addresses for one in named)


def names_of(value: object) -> Iterator[str]:
    """The names that a value holds: a string, {"name": …}, {"@value": …}, or lists of them."""
    return strings_of(value, NAMES)


def _load(text: str) -> list[object]:
    """The values of a script; several may follow each other."""
    text = _unwrapped(text)
    values: list[object] = []
    decoder = json.JSONDecoder(strict=False)
    place = 0
    try:
        while place < len(text):
            value, end = decoder.raw_decode(text, place)
            values.append(value)
            while end < len(text) and text[end] in " \r\n\t;,":
                end += 1
            place = end
    except (ValueError, RecursionError):
        return values or _mended(text)
    return values


def _unwrapped(text: str) -> str:
    """A script without the comment and CDATA marks that older pages hide it behind."""
    for cut, marks in ((str.removeprefix, OPENINGS), (str.removesuffix, CLOSINGS)):
        before = None
        while before != text:
            before = text
            for mark in marks:
                text = cut(text.strip(), mark)
    return text


def _mended(text: str) -> list[object]:
    if "&quot;" in text and '"@type"' not in text:
        text = html.unescape(text)  # the whole script is escaped
    if text[:1] not in ("{", "[") or len(text) > LONGEST_BROKEN:
        return []
    try:
        return [json.loads(TRAILING_COMMA.sub("", text), strict=False)]
    except (ValueError, RecursionError):
        pass
    try:
        return [json_repair.loads(text, skip_json_loads=True)]
    except (ValueError, RecursionError):
        return []


def _parts(value: object, depth: int = 5) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for one in value:
            yield from _parts(one, depth - 1)
    elif isinstance(value, dict) and depth:
        yield value
        for key in INSIDE:
            if key in value:
                yield from _parts(value[key], depth - 1)


def _is_a(part: Json, kinds: re.Pattern[str]) -> bool:
    named = part.get("@type")
    return any(
        isinstance(kind, str) and bool(kinds.search(kind))
        for kind in (named if isinstance(named, list) else [named])
    )


def _headline(part: Json) -> str:
    return letters(clean_title(part.get("headline") or part.get("name")) or "")


def _told(part: Json) -> int:
    return sum(bool(part.get(key)) for key in TOLD)


def _filled(value: object, named: Mapping[str, Json]) -> object:
    """A value whose references to other parts are replaced by them."""
    if isinstance(value, list):
        return [_filled(one, named) for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
        return named.get(value["@id"], value)
    return value
