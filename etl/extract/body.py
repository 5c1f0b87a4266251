"""Read a page's body: trafilatura's paragraphs, without what pages put between them.

Where trafilatura finds much less than the page's own articleBody, or than the element that holds
most of its paragraphs, that is taken. The page's tree is changed: read all else from it first."""

import re
from collections.abc import Iterable
from typing import Any

import trafilatura
from lxml.html import HtmlElement, document_fromstring

from etl.extract.boilerplate import is_boilerplate
from etl.extract.chrome import prepare
from etl.extract.lead import find_lead
from etl.extract.markup import element_paragraphs, looks_like_markup, markup_paragraphs
from etl.extract.page import Page
from etl.extract.people import EMAIL
from etl.extract.text import letters, paragraphs, size
from etl.extract.widgets import widget_of

MUCH_SHORTER = 0.6  # of the letters that another reading has
EMPTY_PAGE = "<html><body></body></html>"
ENOUGH = 300  # characters: less is a summary, not a body
COVERS = 0.75  # of the body's letters, from where an articleBody may say where it ends
COMPARED = 60  # characters by which a paragraph is found again
MOST_BEFORE = 4  # lines before a headline
BESIDE_NAMES = 12  # letters of a byline beside the names
QUOTE = 40  # letters: a shorter line may well be said twice
LEAST_BEFORE_NOTE = 2  # paragraphs
LONGEST_NOTE = 300  # characters
OF_AN_AUTHOR = re.compile(
    r"""\b(?:(?:is|was|are)\s+(?:an?|the|our)\b|covers\b|writes\b|reports\s+(?:on|for|from)\b
    |(?:reported|contributed)\s+(?:from|to)\b|joined\s+\w+\s+in\b|can\s+be\s+reached\b
    |ist\s+(?:\w+[-\s])?(?:redakt|korresp|report|autor|journalist|volont)|schreibt\b|berichtet\b
    |est\s+(?:journaliste|correspondant|professeur)|es\s+(?:periodista|redactora?|corresponsal)
    |è\s+(?:giornalista|corrispondente)|is\s+(?:redacteur|verslaggever|correspondent)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
LONG_LINE = 60  # letters; a shorter line may be a heading, which an articleBody leaves out


def read_body(
    page: Page, titles: Iterable[str], listed: Iterable[str | None], no_lines: Iterable[str]
) -> tuple[str, ...]:
    """The article's paragraphs; `listed` are the lines of widgets, `no_lines` the authors'."""
    titles = list(titles)
    lead = find_lead(page, titles)
    declared = _declared(page)
    main = prepare(page.tree)
    unwanted = {letters(one) for one in (*titles, *listed) if one}
    people = {letters(name) for name in no_lines}
    body = _found(page.tree if main is None else _alone(main))
    if main is not None:
        missing = _length(body) < MUCH_SHORTER * len(main.text_content())
        if missing or len(body) == 1:  # trafilatura's last resort gives one paragraph
            body = _fuller(body, element_paragraphs(main))
    body = _within(_fuller(_cleaned(body, unwanted, people), declared), declared)
    return _with_lead(lead, _without_note(body, people))


def _alone(main: HtmlElement) -> HtmlElement:
    """A page of the article's element and nothing else: less to search, and less to go wrong."""
    page = document_fromstring(EMPTY_PAGE)
    page.body.append(main)
    return page


def _found(tree: HtmlElement) -> tuple[str, ...]:
    # trafilatura 2.3.1: `fast` is as good on average; the slow way helps where it finds nothing.
    for fast in (True, False):
        found: Any = trafilatura.bare_extraction(
            tree, fast=fast, include_comments=False, with_metadata=False
        )
        if (
            found is not None
            and found.body is not None
            and (body := element_paragraphs(found.body))
        ):
            return body
    return ()


def _fuller(body: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Another reading of the article, where it has much that the body lacks."""
    parted = len(body) == 1 and len(other) > 1
    less = parted or _shared(body, other) < MUCH_SHORTER
    return other if less and _length(other) >= ENOUGH else body


def _declared(page: Page) -> tuple[str, ...]:
    """The JSON-LD's articleBody."""
    text = page.json_ld.get("articleBody")
    if not isinstance(text, str):
        return ()
    return markup_paragraphs(text) if looks_like_markup(text) else paragraphs(text)


def _cleaned(body: Iterable[str], unwanted: set[str], people: set[str]) -> tuple[str, ...]:
    """Paragraphs without headline, widgets' lines, bylines and boilerplate; each once."""
    lines = [
        (key, line)
        for line in _after_headline(body, unwanted)
        if (key := letters(line))
        and key not in unwanted
        and not widget_of(line)
        and not is_boilerplate(line)
        and not (len(key) < 2 * LONG_LINE and _is_byline(line, people))
    ]
    whole = "\n".join(dict(lines))
    kept: dict[str, str] = {}
    for place, (key, line) in enumerate(lines):
        # What another paragraph says word for word is a pull quote.
        if size(key) < QUOTE:
            kept[str(place)] = line
        elif key not in kept and whole.count(key) == 1:
            kept[key] = line
    return tuple(kept.values())


def _after_headline(body: Iterable[str], titles: set[str]) -> list[str]:
    """The lines without the short ones that stand before the headline: sections, marks."""
    lines = list(body)
    for place, line in enumerate(lines[:MOST_BEFORE]):
        if letters(line) in titles:
            return lines[place + 1 :]
        if len(line) >= LONG_LINE:
            break
    return lines


def _is_byline(line: str, people: set[str]) -> bool:
    """Whether a short line holds little but authors' names: 'By Ilse Vermaat'."""
    key = rest = letters(EMAIL.sub("", line))
    for name in people:
        rest = rest.replace(name, "") if size(name) > 5 else rest
    return len(rest) < len(key) and len(rest) <= BESIDE_NAMES


def _length(body: Iterable[str]) -> int:
    return sum(map(len, body))


def _shared(body: Iterable[str], other: tuple[str, ...]) -> float:
    """How much of another reading the body has, 0 to 1."""
    ours = letters("".join(body))
    found = sum(len(line) for line in other if letters(line[:COMPARED]) in ours)
    return found / max(1, _length(other))


def _within(body: tuple[str, ...], declared: tuple[str, ...]) -> tuple[str, ...]:
    """The body up to the last paragraph that the articleBody has too."""
    whole = letters("".join(declared))
    ended = _ended(body, whole)
    # An articleBody that is cut ends in the middle of a paragraph: then its end says nothing.
    return ended if ended and whole.endswith(letters(ended[-1])[-COMPARED:]) else body


def _ended(body: tuple[str, ...], whole: str) -> tuple[str, ...]:
    """The body up to the last line that some text has, if that text has most of it."""
    if len(whole) < ENOUGH:
        return body
    known = [letters(line[:COMPARED]) in whole for line in body]
    covered = _length(line for line, one in zip(body, known, strict=True) if one)
    if covered < COVERS * _length(body) or True not in known:
        return body
    return body[: len(known) - known[::-1].index(True)]


def _with_lead(lead: str | None, body: tuple[str, ...]) -> tuple[str, ...]:
    if lead is None or not body:
        return body
    key = letters(lead)
    start = letters("".join(body[:4]))
    known = key[:COMPARED] in letters("".join(body)) or start.startswith(key[:COMPARED])
    return body if known or is_boilerplate(lead) else (lead, *body)


def _without_note(body: tuple[str, ...], people: set[str]) -> tuple[str, ...]:
    """The body without a note on its author at the end: 'Ilse Vermaat covers ports.'"""
    while len(body) > LEAST_BEFORE_NOTE and _is_note(body[-1], people):
        body = body[:-1]
    return body


def _is_note(line: str, people: set[str]) -> bool:
    key = letters(line[:LONGEST_NOTE])
    named = any(size(name) > 5 and key.startswith(name) for name in people)
    return named and len(line) < LONGEST_NOTE and bool(OF_AN_AUTHOR.search(line))
