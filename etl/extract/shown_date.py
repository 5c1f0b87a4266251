"""The date that a page shows in words near its headline: 'Publié le 6 mars 2025 à 18h40'."""

import re
import unicodedata
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from etl.extract.chrome import is_beside
from etl.extract.page import UNDER_HEADLINE, Page
from etl.extract.text import clean

NAMED = XPath(
    '//*[contains(@class, "date") or contains(@class, "Date") or contains(@class, "time")'
    ' or contains(@class, "publi") or contains(@class, "byline") or contains(@class, "meta")'
    ' or contains(@class, "info") or contains(@class, "datum") or contains(@class, "fecha")'
    ' or contains(@class, "stand") or contains(@id, "date") or contains(@data-testid, "ate")'
    ' or contains(@data-testid, "timestamp")]'
)
CARRIES = XPath(  # an instant in an attribute of what is no <time>
    "//*[not(self::time or self::meta)]/@datetime | //@data-timestamp | //@data-datetime"
    " | //@data-published | //@data-publish-date | //@data-date | //@data-time | //@data-pubdate"
    ' | //*[contains(@class, "date") or contains(@class, "publi") or contains(@class, "time")]'
    "[not(self::meta)]/@content"
    ' | //abbr[contains(@class, "date") or contains(@class, "publi")]/@title'
)
LONGEST_LINE = 60  # characters of a line that is little but a date, though its name says nothing
LONGEST = 160  # characters of an element that holds little but a byline
MOST = 40  # elements that are looked at
UPDATED = re.compile(
    r"updated?\b|modif|last[\s-]edited|aktualis|bijgewerkt|mis à jour|actualiz|aggiorn|uppdaterad"
    r"|opdateret|oppdatert|atualizad|güncelle|обновл|aktualiz|zaktualiz|تحديث|更新",
    re.IGNORECASE,
)
CLOCK = r"(?:\D{1,6}\d{1,2}[:.h時时]\d{2}(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*[A-Z]{2,4}\b)?)?"
MONTH = r"[^\W\d_]{3,12}\.?,?"
SHAPE = re.compile(
    rf"""(?<!\d)(?P<day>
      \d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}
    | \d{{1,2}}([-/.])\d{{1,2}}\3\d{{4}}
    | \d{{1,2}}(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+|of\s+)?{MONTH}\s+(?:de\s+)?\d{{4}}
    | {MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}
    | \d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]
    )(?!\d){CLOCK}""",
    re.VERBOSE,
)


def carried_dates(page: Page) -> Iterator[str]:
    """The instants in attributes of elements that are no <time>; those of a change are left out."""
    for value in CARRIES(page.tree):
        if not is_beside(value.getparent()) and not _tells_change(value.getparent()):
            yield str(value)


def shown_dates(page: Page) -> Iterator[str]:
    """The dates in elements that by their names hold one, those under the headline first; dates
    of a change are left out."""
    heading = page.tree.find(".//h1")
    named = [one for one in NAMED(page.tree) if not is_beside(one)]
    after = set(heading.xpath("following::*[position() <= 200]")) if heading is not None else set()
    for element in sorted(named, key=lambda one: one not in after)[:MOST]:
        yield from _in_line(_text(element), LONGEST)
    for element in UNDER_HEADLINE(page.tree, most=MOST):
        if not is_beside(element):
            yield from _in_line(_text(element), LONGEST_LINE)


def _in_line(text: str, longest: int) -> Iterator[str]:
    for match in SHAPE.finditer(text) if len(text) <= longest else ():
        if not UPDATED.search(text[_label(text, match.start()) : match.start()]):
            yield match[0]
            yield match["day"]


def _tells_change(element: HtmlElement) -> bool:
    return bool(UPDATED.search(f"{element.get('class')} {element.get('id')}"))


def _text(element: HtmlElement) -> str:
    """An element's text with the digits of all scripts as ours."""
    text = clean(" ".join(element.itertext())) or ""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in text)


def _label(text: str, end: int) -> int:
    """Where the words begin that stand before a date: behind the date or mark before it."""
    before = [match.end() for match in re.finditer(r"[|•·(]|\d{4}(?!\d)", text[:end])]
    return max(before, default=0)
