"""Find the lead of a page: the paragraph between headline and body that says what it is about.

Publishers set it apart from the body, often in the headline's own block, where a reader of bodies
does not look. It belongs to the article, and is taken where it is seen on the page."""

import re
from collections.abc import Iterable

from lxml.etree import XPath
from lxml.html import HtmlElement

from etl.extract.page import Page
from etl.extract.text import clean, clean_title, letters, size

HEADINGS = ("h1", "h2")
AFTER_HEADLINE = XPath(
    "following::*[self::p or self::h2 or self::div or self::span or self::section"
    " or self::strong or self::li][position() <= 60]"
)
NAMED = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|standfirst|dek|deck|teaser-?text|intro(?:duction)?|summary"
    r"|sub-?title|sub-?heading"
    r"|chap[oô]|chapeau|vorspann|anrei(?:ss|ß)er|ingress|manchet|entradilla|sommario|occhiello|sapo"
    r"|bajada|subline|perex|excerpt|abstract|preamble|underrubrik|kicker-?text|lid|zajawka"
    r"|strap-?line)"
    r"(?:$|[\s_-])|(?:lead|standfirst|intro|teaser|summary)(?:text|paragraph)",
    re.IGNORECASE,
)
ELSEWHERE = frozenset(("aside", "nav", "footer", "figure", "form", "li"))
SHORTEST, LONGEST = 40, 900  # characters
NEXT = 3  # elements under the headline, of which one may be the lead though nothing says so
OWN = frozenset(("div", "h2", "h3", "h4", "strong", "b"))
SENTENCES = re.compile(r"(?![^\s]{1,12}:).*\w{2}[.!?。]", re.DOTALL)
LEAST_ALONE, LONGEST_ALONE = 80, 400
OF_THE_BODY = 120  # characters of a paragraph that the lead stands before
COMPARED = 40  # letters by which a description and the text on the page are the same


def find_lead(page: Page, titles: Iterable[str]) -> str | None:
    """The lead as it stands on the page, or None where there is none."""
    heading = _heading(page, titles)
    if heading is None:
        return None
    told = [
        *page.meta("og:description", "description", "twitter:description", "dc.description"),
        page.json_ld.get("description"),
        page.json_ld.get("alternativeHeadline"),
    ]
    starts = {
        letters(text)[:COMPARED]
        for one in told
        if (text := clean_title(one)) and size(text) >= SHORTEST
    }
    if beside := _next_to(heading):
        return beside
    for element in AFTER_HEADLINE(heading):
        text = clean(element.text_content())
        if not text or not SHORTEST <= size(text) <= LONGEST:
            continue
        named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        said = letters(text)[:COMPARED] in starts and len(element.findall(".//p")) < 2
        if (said or _is_named(element, named)) and not _is_elsewhere(element):
            return text
        if element.tag == "p" and size(text) >= OF_THE_BODY:
            return None
    return None


def _heading(page: Page, titles: Iterable[str]) -> HtmlElement | None:
    """The headline: the first h1, else an h2 that says it (behind a kicker, it may be)."""
    wanted = [letters(title) for title in titles if title]
    for heading in page.tree.iter(*HEADINGS):
        said = letters(heading.text_content())
        if heading.tag == "h1" or any(said and said in one for one in wanted):
            return heading
    return None


def _next_to(heading: HtmlElement) -> str | None:
    """A whole sentence or more in an element of its own right under the headline."""
    for element in list(heading.itersiblings())[:NEXT]:
        text = clean(element.text_content()) or ""
        if element.tag in OWN and not len(element) and SENTENCES.fullmatch(text):
            return text if LEAST_ALONE <= size(text) <= LONGEST_ALONE else None
    return None


def _is_named(element: HtmlElement, named: str) -> bool:
    return bool(NAMED.search(named)) and len(element.findall(".//p")) < 3


def _is_elsewhere(element: HtmlElement) -> bool:
    return element.tag in ELSEWHERE or any(one.tag in ELSEWHERE for one in element.iterancestors())
