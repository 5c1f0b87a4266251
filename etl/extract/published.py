"""Where a page says when it was published, and when it was changed; dates.py says what it means."""

import re
from collections.abc import Callable, Iterator

from lxml.etree import XPath

from etl.article import DateOrigin
from etl.extract.byline import Byline
from etl.extract.page import Page
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
)
NEAREST = XPath(
    '(//h1/following::time[not(contains(@class, "update") or contains(@class, "modif"))'
    " and not(ancestor::aside)])[1]"
)
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
    for element in NEAREST(page.tree):
        yield element.get("datetime"), DateOrigin.PAGE
        text = clean(element.text_content()) or ""
        yield text, DateOrigin.BYLINE
        yield BEFORE_DIGIT.sub("", text), DateOrigin.BYLINE  # 'Publié le 6 mars 2025'
    for path in OTHER_TIMES:
        yield page.first(path), DateOrigin.PAGE
    yield byline().dated, DateOrigin.BYLINE


def modified(page: Page, byline: Callable[[], Byline]) -> Iterator[object]:
    """The dates that may be that of the last change, the surest first."""
    yield page.json_ld.get("dateModified")
    yield from page.meta(*MODIFIED)
    yield page.first(MODIFIED_TIME)
    yield byline().updated
