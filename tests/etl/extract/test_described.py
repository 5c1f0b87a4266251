"""What a page says of its article beside the text: summary, image, section, whether it is free."""

import json

import pytest

from etl.document import Kind
from tests.etl.extract.conftest import Read
from tests.etl.extract.test_html import DATE, ld, only, page

NAME = "https://www.example.org/ports/a"
LONG = "More than two thousand workers left the terminal on Monday."
CUT = '<meta property="og:description" content="More than two thousand workers …">'

SUMMARIES = {
    "opengraph": (f'<meta property="og:description" content="{LONG}">', LONG),
    "description": (f'<meta name="description" content="{LONG}">', LONG),
    "json-ld": (ld(description=LONG), LONG),
    "escaped": ('<meta name="description" content="R&amp;amp;D &lt;b&gt;a&lt;/b&gt;">', "R&D a"),
    "cut-short": (CUT + ld(description=LONG), LONG),
    "cut-short-everywhere": (CUT, "More than two thousand workers …"),
    "the-title": ('<meta name="description" content="Port walkout">', None),
    "the-site": ('<meta property="og:site_name" content="Courier">'
                 '<meta name="description" content="Courier News">', None),
    "none": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "summary"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary(read: Read, head: str, summary: str | None) -> None:
    assert only(read(Kind.HTML, page(DATE + head))).summary == summary


WHOLE = "https://cdn.example.org/i.jpg?w=1200&utm_source=x"
IMAGES = {
    "opengraph": (f'<meta property="og:image" content="{WHOLE}">', WHOLE),
    "relative": ('<meta property="og:image" content="/i/1.jpg">', "https://www.example.org/i/1.jpg"),
    "no-scheme": ('<meta name="twitter:image" content="//cdn.example.org/1.jpg">',
                  "https://cdn.example.org/1.jpg"),
    "json-ld": (ld(image=[{"@type": "ImageObject", "url": WHOLE}]), WHOLE),
    "json-ld-text": (ld(image=[WHOLE, "https://other.example/2.jpg"]), WHOLE),
    "microdata": (f'<meta itemprop="image" content="{WHOLE}">', WHOLE),
    "in-the-page": ('<meta property="og:image" content="data:image/png;base64,AA">', None),
    "script": ('<meta property="og:image" content="javascript:x()">', None),
    "password": ('<meta property="og:image" content="https://a:b@example.org/1.jpg">',
                 "https://example.org/1.jpg"),
    "none": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "image"), IMAGES.values(), ids=IMAGES)
def test_the_image_is_a_whole_address(read: Read, head: str, image: str | None) -> None:
    assert only(read(Kind.HTML, page(DATE + head), name=NAME)).image == image


PART = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
FREE = {
    "true": (ld(isAccessibleForFree=True), True),
    "false": (ld(isAccessibleForFree=False), False),
    "as-text": (ld(isAccessibleForFree="False"), False),
    "as-address": (ld(isAccessibleForFree="https://schema.org/True"), True),
    "a-part-is-not": (ld(isAccessibleForFree=True, hasPart=[PART]), False),
    "a-part-alone": (ld(hasPart=PART), False),
    "the-page-says-otherwise": (
        ld(isAccessibleForFree=False) + ld(**{"@type": "WebPage", "isAccessibleForFree": True}),
        False,
    ),
    "locked": ('<meta property="article:content_tier" content="locked">', False),
    "metered": ('<meta property="article:content_tier" content="metered">', False),
    "free-tier": ('<meta property="article:content_tier" content="Free">', True),
    "nonsense": (ld(isAccessibleForFree="perhaps"), None),
    "unsaid": ("", None),
}


@pytest.mark.parametrize(("head", "free"), FREE.values(), ids=FREE)
def test_whether_it_is_free(read: Read, head: str, free: bool | None) -> None:
    assert only(read(Kind.HTML, page(DATE + head))).free is free


def crumbs(*names: str, nested: bool = True) -> str:
    items = [
        {
            "@type": "ListItem",
            "position": n,
            **({"item": {"name": one}} if nested else {"name": one}),
        }
        for n, one in enumerate(names, start=1)
    ]
    told = {"@type": "BreadcrumbList", "itemListElement": items[::-1]}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


LINKS = '<a href="/">Home</a> › <a href="/b">Business</a> › <a href="/p">Ports</a>'
MICRODATA = (
    '<ol itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement"><a itemprop='
    '"item"><span itemprop="name">Business</span></a></li></ol>'
)
SECTIONS = {
    "said": (ld(articleSection=["Ports", "News"]) + crumbs("Home", "Business"), "", "Ports"),
    "breadcrumbs": (crumbs("Home", "Business", "Ports", "Port Walkout"), "", "Business"),
    "plain-names": (crumbs("Courier", "News", "Ports", nested=False), "", "Ports"),
    "microdata": ("", MICRODATA, "Business"),
    "seen": ("", f'<nav class="c-breadcrumbs">{LINKS}</nav>', "Business"),
    "label": ("", f'<div aria-label="Breadcrumb">{LINKS}</div>', "Business"),
    "home-alone": (crumbs("Home", "Port Walkout"), "", None),
    "none": ("", "", None),
}


@pytest.mark.parametrize(("head", "after", "section"), SECTIONS.values(), ids=SECTIONS)
def test_the_section_is_said_or_leads_to_the_page(
    read: Read, head: str, after: str, section: str | None
) -> None:
    site = '<meta property="og:site_name" content="Courier">'
    assert only(read(Kind.HTML, page(DATE + site + head, after=after))).section == section
