"""Read a saved web page: trafilatura finds the body, the page itself declares the rest.

For each field the places are asked in an order, the surest first, and the first that answers is
believed. The orders for title and tags follow what was measured on pages with known answers."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import trafilatura
from lxml.html import HtmlElement

from etl.article import Article, DateOrigin
from etl.document import Document, Problem, Reason, Stage
from etl.extract.byline import Byline, names, read_byline
from etl.extract.dates import choose_date, optional_instant
from etl.extract.identity import identify
from etl.extract.language import language_code
from etl.extract.markup import element_paragraphs
from etl.extract.outlet import outlet
from etl.extract.page import Page, parse_page
from etl.extract.text import clean, clean_title, distinct, split_list
from etl.extract.widgets import Widget, page_widgets, widget_of
from presswatch.address import canonical, host_of, normalise

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate",
    "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date", "date",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
PUBLISHED_TIMES = (
    '//time[@itemprop="datePublished" or @pubdate]/@datetime',
    '//*[@itemprop="datePublished"]/@datetime',
    "(//article//time/@datetime | //main//time/@datetime)[1]",
)
MODIFIED_TIME = '//time[@itemprop="dateModified" or contains(@class, "updated")]/@datetime'
BYLINES = (
    '//*[contains(@class, "byline") or contains(@class, "dateline") or contains(@class, "author")'
    ' or contains(@class, "date") or contains(@class, "publish")][not(.//p)]'
)
AUTHORS = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author")
AUTHOR_ELEMENTS = '//*[@rel="author" or @itemprop="author"]'
TAG_LINK = re.compile(r"/(?:tags?|topics?|keywords?)/[^/]+/?$", re.IGNORECASE)
TAG_LINKS = "//a[@href][not(ancestor::nav or ancestor::header or ancestor::footer)]"
TITLE_MARKS = re.compile(r"\s+[|–—·•»:-]\s+")
LONGEST_LABEL = 80  # characters; a longer tag is a sentence


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Article | Problem]:
    """The article of a page, or why there is none."""
    page = parse_page(document.content)
    read = Reason.NO_BODY if page is None else _article(document, page, time_zone)
    if isinstance(read, Reason):
        yield Problem(document.name, document.place, Stage.EXTRACT, read)
    else:
        yield read


def _article(document: Document, page: Page, time_zone: ZoneInfo) -> Article | Reason:
    url = _address(document, page)
    named = next(page.meta("og:site_name"), None) or _name(page.json_ld.get("publisher"))
    source = outlet(document, named, url)
    title = _title(page, {source, named, host_of(url) if url else None})
    widgets = page_widgets(page.tree)
    body = _body(page, title, widgets)
    if not body or title is None:
        return Reason.NO_TITLE if body else Reason.NO_BODY
    byline = _byline(page, time_zone)
    dated = choose_date(_dates(page, byline), url, document.read_at, time_zone)
    if isinstance(dated, Reason):
        return dated
    moment, origin = dated
    modified = [
        page.json_ld.get("dateModified"),
        *page.meta(*MODIFIED),
        page.first(MODIFIED_TIME),
        byline.updated,
    ]
    return Article(
        id=identify(url, source, title, moment.on, body),
        url=url,
        title=title,
        source=source,
        authors=tuple(name for name in _authors(page, byline) if name not in (source, named)),
        section=_section(page),
        language=language_code(page.first("/html/@lang") or page.json_ld.get("inLanguage")),
        published_at=moment.at,
        modified_at=next(
            (at for one in modified if (at := optional_instant(one, document.read_at, time_zone))),
            None,
        ),
        date_precision=moment.precision,
        date_origin=origin,
        published_on=moment.on,
        body=body,
        tags=_tags(page) or widgets[Widget.TAGS],
        related_titles=widgets[Widget.RELATED],
        most_popular=widgets[Widget.POPULAR],
    )


def _address(document: Document, page: Page) -> str | None:
    """Where the page was found, unless it names another address of the same site."""
    found = normalise(document.name) or normalise(page.saved_from)
    entity = page.json_ld.get("mainEntityOfPage") or page.json_ld.get("url")
    told = entity.get("@id") if isinstance(entity, dict) else entity
    shared = normalise(next(page.meta("og:url"), None), found) or normalise(told, found)
    declared = normalise(page.first('//link[@rel="canonical"]/@href'), found or shared)
    return canonical(found, declared or shared, shared)


def _title(page: Page, sites: set[str | None]) -> str | None:
    """The headline, without the name of the site that pages for sharing carry behind it."""
    headings = [text for one in page.tree.iter("h1") if (text := clean(one.text_content()))]
    window = clean_title(page.first("//head/title")) or ""
    # A heading that the window's title repeats is the headline, not the site's banner.
    confirmed = [one for one in headings if one in window and one not in sites]
    found = (
        page.json_ld.get("headline"),
        *confirmed[:1],
        *page.meta("og:title", "twitter:title", "parsely-title", "sailthru.title"),
        *(headings if len(headings) == 1 else ()),
        window,
    )
    titles = (_without_site(title, sites) for one in found if (title := clean_title(one)))
    return next((title for title in titles if title), None)


def _without_site(title: str, sites: set[str | None]) -> str | None:
    known = {site.casefold() for site in sites if site}
    if title.casefold() in known:
        return None
    while marks := list(TITLE_MARKS.finditer(title)):
        first, last = marks[0], marks[-1]
        if title[last.end() :].casefold() in known:
            title = title[: last.start()]
        elif title[: first.start()].casefold() in known:
            title = title[first.end() :]
        else:
            break
    return title


def _body(page: Page, title: str | None, widgets: dict[Widget, tuple[str, ...]]) -> tuple[str, ...]:
    """The article's paragraphs, without its headline and without what widgets list."""
    # trafilatura 2.3.1: `fast` is as good on average; the slow way helps where it finds nothing.
    for fast in (True, False):
        found: Any = trafilatura.bare_extraction(
            page.tree, fast=fast, include_comments=False, with_metadata=False
        )
        if found is not None and found.body is not None:
            listed = {title, *widgets[Widget.RELATED], *widgets[Widget.POPULAR]}
            body = element_paragraphs(found.body)
            if body := tuple(one for one in body if one not in listed and not widget_of(one)):
                return body
    return ()


def _dates(page: Page, byline: Byline) -> Iterator[tuple[object, DateOrigin]]:
    yield page.json_ld.get("datePublished"), DateOrigin.PAGE
    for value in page.meta(*PUBLISHED):
        yield value, DateOrigin.PAGE
    for path in PUBLISHED_TIMES:
        yield page.first(path), DateOrigin.PAGE
    yield byline.dated, DateOrigin.BYLINE


def _byline(page: Page, time_zone: ZoneInfo) -> Byline:
    """What the elements say that by their class hold author or date."""
    byline = Byline()
    for text in page.texts(BYLINES):
        if found := read_byline(text, time_zone):
            byline = byline.joined(found)
    return byline


def _authors(page: Page, byline: Byline) -> tuple[str, ...]:
    places: tuple[Callable[[], list[str | None]], ...] = (
        lambda: [_name(one) for one in _listed(page.json_ld.get("author"))],
        lambda: list(page.meta(*AUTHORS)),
        lambda: list(page.texts(AUTHOR_ELEMENTS)),
        lambda: list(byline.authors),
    )
    for place in places:
        found = [clean(one) for one in place()]
        people = [
            name
            for one in found
            if one and "://" not in one
            for name in names(one.removeprefix("By ").removeprefix("by ")) or (one,)
        ]
        if people:
            return distinct(list(people))
    return ()


def _tags(page: Page) -> tuple[str, ...]:
    """The tags of the surest place that has any: mixed, the places are worse than one alone."""
    places: tuple[Callable[[], list[str]], ...] = (
        lambda: list(page.meta("parsely-tags")),
        lambda: list(page.texts('//a[contains(concat(" ", @rel, " "), " tag ")]')),
        lambda: list(page.meta("news_keywords")),
        lambda: list(split_list(page.json_ld.get("keywords"))),
        lambda: list(page.meta("article:tag")),
        lambda: list(page.meta("keywords")),
        lambda: list(_tag_links(page.tree)),
    )
    for place in places:
        parts = [part for one in place() for part in split_list(one)]
        if tags := distinct([one for one in parts if len(one) <= LONGEST_LABEL]):
            return tags
    return ()


def _tag_links(tree: HtmlElement) -> Iterator[str]:
    for link in tree.xpath(TAG_LINKS):
        if TAG_LINK.search(link.get("href")) and (text := clean(link.text_content())):
            yield text


def _section(page: Page) -> str | None:
    told = split_list(page.json_ld.get("articleSection"))
    return next(iter((*told, *page.meta("article:section", "parsely-section"))), None)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    found = value.get("name") if isinstance(value, dict) else value
    return clean(found) if isinstance(found, str) else None
