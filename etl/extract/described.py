"""What a page says of its article beside the text: summary, image, section, whether it is free."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml.etree import XPath

from etl.extract.image import choose_image, images_of
from etl.extract.json_ld import names_of
from etl.extract.page import Page
from etl.extract.tags import BOILERPLATE
from etl.extract.text import clean_title, letters, split_list
from etl.extract.title import CUT_SHORT, NO_HEADLINE, names_site

SUMMARIES = (
    "og:description", "description", "twitter:description", "dc.description",
    "dcterms.description", "dcterms.abstract", "sailthru.description",
)  # fmt: skip
IMAGES = (
    "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
    "parsely-image-url", "sailthru.image.full", "thumbnailurl", "thumbnail",
)  # fmt: skip
IMAGE_ELEMENTS = (
    XPath('//link[@rel="image_src"]/@href'),
    XPath('//*[@itemprop="image"]/@content | //img[@itemprop="image"]/@src'),
)
SECTIONS = ("article:section", "parsely-section", "og:article:section", "cxenseparse:section")
CRUMBS = XPath(
    '//*[contains(@itemtype, "BreadcrumbList")]//*[@itemprop="name"]'
    ' | //*[contains(@itemtype, "data-vocabulary.org/Breadcrumb")]//*[@itemprop="title"]'
)
CRUMB_ELEMENTS = ("nav", "ol", "ul", "div")
TIERS = {"free": True, "metered": False, "locked": False}  # article:content_tier
TOLD_FREE = ("isaccessibleforfree", "is_accessible_for_free")
TRUE_OR_FALSE = {"true": True, "yes": True, "false": False, "no": False}
LONGEST_SECTION = 40  # characters


def summary(page: Page, title: str, sites: frozenset[str]) -> str | None:
    """The description; of one that is cut short, the whole where another place has it."""
    told = [*page.meta(*SUMMARIES), page.json_ld.get("description")]
    found = [
        text
        for one in told
        if (text := clean_title(one))
        and letters(text) not in ("", letters(title))
        # 'Courier News' says nothing of the article.
        and not names_site(text, sites)
    ]
    if not found:
        return None
    start = letters(CUT_SHORT.sub("", found[0]))
    whole = (one for one in found if letters(one).startswith(start) and not CUT_SHORT.search(one))
    return next(whole, found[0]) if CUT_SHORT.search(found[0]) else found[0]


def image(page: Page, url: str | None) -> str | None:
    """The address of the image that stands for the article."""
    declared = (one for path in IMAGE_ELEMENTS for one in page.texts(path))
    of_article = (page.json_ld.get(key) for key in ("image", "thumbnailUrl"))
    told = (*page.meta(*IMAGES), *(one for value in of_article for one in images_of(value)))
    return choose_image((*told, *declared), url)


def is_free(page: Page) -> bool | None:
    """Whether all may read the article; None where the page does not say.

    A part that is not free ('hasPart', as search engines ask for) makes the article so."""
    parts = page.json_ld.get("hasPart")
    told = [
        page.json_ld.get("isAccessibleForFree"),
        *(one.get("isAccessibleForFree") for one in _list(parts) if isinstance(one, Mapping)),
        *page.meta(*TOLD_FREE),
    ]
    said = [answer for one in told if (answer := _true_or_false(one)) is not None]
    said += [
        TIERS[tier] for one in page.meta("article:content_tier") if (tier := one.lower()) in TIERS
    ]
    return all(said) if said else None


def section(page: Page, title: str, sites: frozenset[str]) -> str | None:
    """The section as the page names it, else the first step of its breadcrumbs below the home."""
    told = [*split_list(page.json_ld.get("articleSection")), *page.meta(*SECTIONS)]
    if told:
        return told[0]
    for crumbs in _crumbs(page):
        steps = list(_steps(crumbs, title, sites))
        # 'News' says less than the step below it.
        if found := next((one for one in steps if letters(one) not in BOILERPLATE), None):
            return found
    return None


def _crumbs(page: Page) -> Iterator[Iterable[str]]:
    listed = _list(page.json_ld.get("breadcrumb"))
    for one in listed:
        items = _list(one.get("itemListElement")) if isinstance(one, Mapping) else []
        steps = [item for item in items if isinstance(item, Mapping)]
        yield [name for item in sorted(steps, key=_position) for name in _named(item)]
    yield page.texts(CRUMBS)
    for element in page.tree.iter(*CRUMB_ELEMENTS):
        if "breadcrumb" in f"{element.get('class')} {element.get('aria-label')}".lower():
            yield [link.text_content() for link in element.iter("a")]
            return


def _steps(crumbs: Iterable[str], title: str, sites: frozenset[str]) -> Iterator[str]:
    headline = letters(title)
    for raw in crumbs:
        step = (clean_title(raw) or "").strip(" ›»>/|")
        key = letters(step)
        beside = names_site(step, sites) or key in NO_HEADLINE or headline.startswith(key)
        if key and not beside and len(step) <= LONGEST_SECTION:
            yield step


def _position(item: Mapping[str, Any]) -> int:
    position = str(item.get("position") or 0)
    return int(position) if position.isdecimal() else 0


def _named(item: Mapping[str, Any]) -> Iterable[str]:
    """A step's name: its own, or its item's."""
    return list(names_of(item.get("name")))[:1] or list(names_of(item.get("item")))[:1]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _true_or_false(value: object) -> bool | None:
    """True or false, also as words and as schema.org's addresses ('https://schema.org/False')."""
    if isinstance(value, str):
        return TRUE_OR_FALSE.get(value.rsplit("/", 1)[-1].strip().lower())
    return value if isinstance(value, bool) else None
