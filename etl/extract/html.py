"""Read a saved web page: each field from the places where pages say it.

Which place is believed for what stands in title, people, published, tags and body; here they are
put together."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from zoneinfo import ZoneInfo

from lxml.etree import XPath

from etl.article import Article, DateOrigin, Popularity
from etl.document import Document, Problem, Reason, Stage
from etl.extract.body import read_body
from etl.extract.byline import Byline, read_byline
from etl.extract.dates import choose_date, optional_instant
from etl.extract.described import image, is_free, section, summary
from etl.extract.identity import identify
from etl.extract.json_ld import names_of
from etl.extract.language import language_code
from etl.extract.outlet import outlet
from etl.extract.page import Page, parse_page
from etl.extract.people import choose_authors
from etl.extract.published import modified, published
from etl.extract.tags import choose_tags
from etl.extract.text import letters
from etl.extract.title import choose_title, site_names
from etl.extract.widgets import Widget, page_widgets, places
from presswatch.address import canonical, domain_of, is_home, normalise

BYLINES = XPath(
    '//*[contains(@class, "byline") or contains(@class, "dateline") or contains(@class, "author")'
    ' or contains(@class, "date") or contains(@class, "publish")][not(.//p)]'
)
CANONICAL = XPath('//link[@rel="canonical"]/@href')
LANGUAGES = ("og:locale", "content-language", "dc.language", "language")


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Article | Popularity | Problem]:
    """The article of a page and the places in its site's most-popular list; or why it has none."""
    page = parse_page(document.content)
    read = Reason.NO_BODY if page is None else _article(document, page, time_zone)
    if isinstance(read, Reason):
        yield Problem(document.name, document.place, Stage.EXTRACT, read)
        return
    yield read
    if normalise(document.name):  # nothing says when a page in a file was seen
        yield from places(read, document.read_at.astimezone(time_zone).date())


def _article(document: Document, page: Page, time_zone: ZoneInfo) -> Article | Reason:
    url = _address(document, page)
    original = _original(page, url)
    publisher = names_of(page.json_ld.get("publisher"))
    named = next(chain(page.meta("og:site_name"), publisher), None)
    source = outlet(document, named, url)
    sites = site_names(page, url) | {letters(one) for one in (source, named) if one}
    title = choose_title(page, sites)
    byline = cache(lambda: _byline(page, time_zone))
    dated = choose_date(published(page, byline), url, document.read_at, time_zone)
    if dated is Reason.NO_DATE:  # a page that says when it was changed was there by then
        found = ((one, DateOrigin.PAGE) for one in modified(page, byline))
        dated = choose_date(found, None, document.read_at, time_zone)
    changed = (optional_instant(one, document.read_at, time_zone) for one in modified(page, byline))
    modified_at = next(filter(None, changed), None)
    authors = choose_authors(page, sites, byline)
    tags = choose_tags(page, title or "", sites)
    told = (page.first("/html/@lang"), page.json_ld.get("inLanguage"), *page.meta(*LANGUAGES))
    language = next(filter(None, map(language_code, told)), None)
    described, pictured, free = summary(page, title or "", sites), image(page, url), is_free(page)
    within = section(page, title or "", sites)
    widgets = page_widgets(page.tree)
    titles = [title or "", *page.meta("og:title"), *page.texts("//h1")]
    listed = [*widgets[Widget.RELATED], *widgets[Widget.POPULAR]]
    body = read_body(page, titles, listed, authors)
    if not body or title is None:
        return Reason.NO_TITLE if body else Reason.NO_BODY
    if isinstance(dated, Reason):
        return dated
    moment, origin = dated
    return Article(
        id=identify(url, source, title, moment.on, body),
        url=url,
        original=original,
        title=title,
        source=source,
        authors=authors,
        section=within,
        language=language,
        published_at=moment.at,
        modified_at=modified_at,
        date_precision=moment.precision,
        date_origin=origin,
        published_on=moment.on,
        body=body,
        tags=tags or widgets[Widget.TAGS],
        related_titles=widgets[Widget.RELATED],
        most_popular=widgets[Widget.POPULAR],
        summary=described,
        image=pictured,
        free=free,
    )


def _address(document: Document, page: Page) -> str | None:
    """Where the page was found, unless it names another address of the same site."""
    found = normalise(document.name) or normalise(page.saved_from)
    entity = page.json_ld.get("mainEntityOfPage") or page.json_ld.get("url")
    told = entity.get("@id") if isinstance(entity, dict) else entity
    shared = normalise(next(page.meta("og:url"), None), found) or normalise(told, found)
    declared = normalise(page.first(CANONICAL), found or shared)
    return canonical(found, declared or shared, shared)


def _original(page: Page, url: str | None) -> str | None:
    """The address on another site that a syndicated copy names as its own."""
    declared = normalise(page.first(CANONICAL), url)
    if not url or not declared or is_home(declared) or domain_of(url) == domain_of(declared):
        return None
    return declared


def _byline(page: Page, time_zone: ZoneInfo) -> Byline:
    """What the elements say that by their class hold author or date."""
    byline = Byline()
    for text in page.texts(BYLINES):
        if found := read_byline(text, time_zone):
            byline = byline.joined(found)
    return byline
