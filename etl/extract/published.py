"""Where a page says when it was published, and when it was changed; dates.py says what it means."""

import re
from collections.abc import Callable, Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from etl.article import DateOrigin
from etl.extract.byline import Byline
from etl.extract.chrome import is_beside
from etl.extract.page import Page
from etl.extract.shown_date import UPDATED, carried_dates, shown_dates
from etl.extract.text import clean

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "og:pubdate", "published_time", "datepublished", "article:publish_time", "parsely-pub-date",
    "sailthru.date", "article.published", "cxenseparse:publishtime", "cxenseparse:recs:publishtime",
    "rnews:datepublished", "bt:pubdate", "vr:published_time", "published-date", "published_at",
    "published", "pubdate", "publishdate", "publish-date", "publish_date", "publicationdate",
    "publication_date", "publication-date", "article_date_original", "originalpublicationdate",
    "firstpublished", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.created", "dcterms.date", "dc.date", "datecreated", "date.created", "creation_date",
    "citation_publication_date", "date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "last-modified",
    "dcterms.modified", "dc.date.modified",
)  # fmt: skip
TIMES = (
    XPath('//time[@itemprop="datePublished" or @pubdate]/@datetime'),
    XPath('//*[@itemprop="datePublished"]/@datetime | //*[@itemprop="datePublished"]/@content'),
    XPath(  # RDFa, as Drupal writes it
        '//*[@property="schema:datePublished" or @property="schema:dateCreated"'
        ' or @property="datePublished" or contains(@property, "dc:created")]/@content'
    ),
)
# Of an article's own block, or of the page's main part: not of what stands beside and below.
OWN_TIMES = XPath("//h1/ancestor::*[not(self::body or self::html)]//time")
PUBLISHED_NAME = re.compile(r"publi|entry-date|posted|created", re.IGNORECASE)
LONGEST_LABEL = 40  # characters before a time
OTHER_TIMES = (
    XPath("(//article//time/@datetime | //main//time/@datetime)[1]"),
    XPath('(//time[contains(@class, "pub")]/@datetime)[1]'),
    XPath('//*[@itemprop="datePublished"]'),
)
BEFORE_DIGIT = re.compile(r"^\D{1,40}")
MODIFIED_TIME = XPath(
    '//time[@itemprop="dateModified" or contains(@class, "updated")]/@datetime'
    ' | //*[@itemprop="dateModified"]/@content'
)


def published(page: Page, byline: Callable[[], Byline]) -> Iterator[tuple[object, DateOrigin]]:
    """The dates that may be that of publication, the surest first."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield page.json_ld.get(key), DateOrigin.PAGE
    for value in page.meta(*PUBLISHED):
        yield value, DateOrigin.PAGE
    for path in TIMES:
        yield page.first(path), DateOrigin.PAGE
    for element in _own_times(page):
        yield element.get("datetime"), DateOrigin.PAGE
        text = clean(element.text_content()) or ""
        yield text, DateOrigin.BYLINE
        yield BEFORE_DIGIT.sub("", text), DateOrigin.BYLINE  # 'Publié le 6 mars 2025'
    yield from ((one, DateOrigin.PAGE) for one in carried_dates(page))
    yield from ((one, DateOrigin.BYLINE) for one in shown_dates(page))
    yield byline().dated, DateOrigin.BYLINE
    for path in OTHER_TIMES:
        yield page.first(path), DateOrigin.PAGE


def _own_times(page: Page) -> Iterator[HtmlElement]:
    """The first time that stands with the headline, and does not say when something changed."""
    times = [one for one in OWN_TIMES(page.tree) if not is_beside(one) and not _tells_change(one)]
    heading = page.tree.find(".//h1")
    if heading is not None and times:
        order = {element: place for place, element in enumerate(page.tree.iter("h1", "time"))}
        after = [one for one in times if order[one] > order[heading]]
        yield from (after or times[-1:])[:1]


def _tells_change(element: HtmlElement) -> bool:
    """Whether a time's name, or the words before it, say that it is the time of a change."""
    names = element.get("class") or ""
    if PUBLISHED_NAME.search(names):
        return False
    above = element.getparent()
    before = element.getprevious()
    told = (above.text if before is None else before.tail or before.text_content()) or ""
    alone = above.get("class") or "" if len(above.findall(".//time")) == 1 else ""
    return bool(UPDATED.search(f"{names} {alone} {told[-LONGEST_LABEL:]}"))


def modified(page: Page, byline: Callable[[], Byline]) -> Iterator[object]:
    """The dates that may be that of the last change, the surest first."""
    yield page.json_ld.get("dateModified")
    yield from page.meta(*MODIFIED)
    yield page.first(MODIFIED_TIME)
    yield byline().updated
