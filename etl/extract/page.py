"""Read what a web page says of itself: meta elements, JSON-LD, its headings.

A first, light reading; what it takes is what the page declares, and in which order the places
are believed stands in html.py."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import XPath
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from etl.extract.json_ld import Json, article_json
from etl.extract.text import INVISIBLE, clean
from etl.intake.encoding import WESTERN, decode, is_utf8, marked_encoding

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
SAVED_FROM = re.compile(  # as browsers and SingleFile write it
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(https?://[^\s>]+)",
    re.IGNORECASE,
)
UNDER_HEADLINE = XPath(  # the first elements with text of their own; how many: $most
    '(//h1 | //h2[contains(@class, "head") or contains(@class, "title")])[1]/following::*[text()]'
    "[position() <= $most]"
)
LATIN_1 = frozenset(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"))


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. Names of meta elements are in lower case."""

    tree: HtmlElement
    metas: Mapping[str, list[str]]
    json_ld: Json  # what the page says of its article; empty if nothing
    saved_from: str | None  # the address, where a browser that saved the page noted it

    def meta(self, *names: str) -> Iterator[str]:
        """What the meta elements of these names say, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())

    def first(self, path: str | XPath) -> str | None:
        """The text of the first element, or the first attribute, that an XPath finds."""
        return next(self.texts(path), None)

    def texts(self, path: str | XPath) -> Iterator[str]:
        """The texts of all elements, or the attributes, that an XPath finds."""
        for found in self.tree.xpath(path) if isinstance(path, str) else path(self.tree):
            if text := clean(found if isinstance(found, str) else found.text_content()):
                yield text


def parse_page(content: bytes) -> Page | None:
    """A page, or None if nothing in it can be read."""
    text = _decode_page(content)
    saved = SAVED_FROM.search(text, 0, 5_000)
    # lxml refuses text that declares an encoding; of bytes it is told which.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    source = INVISIBLE.sub("", XML_DECLARATION.sub("", text)).encode()
    try:
        tree = document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    metas = _metas(tree)
    titles = [*metas.get("og:title", ()), *(one.text_content() for one in tree.iter("h1"))]
    addresses = [*tree.xpath('//link[@rel="canonical"]/@href'), *metas.get("og:url", ())]
    told = article_json(tree, titles, addresses)
    return Page(tree, metas, told, saved[1] if saved else None)


def _decode_page(content: bytes) -> str:
    declared = CHARSET.search(content[:4_096])
    text = decode(content)
    if declared and not marked_encoding(content) and not is_utf8(content):
        encoding = declared[1].decode("ascii").lower()
        try:
            return content.decode(WESTERN if encoding in LATIN_1 else encoding, "replace")
        except (LookupError, UnicodeError):  # it names no encoding
            return text
    return text


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                metas.setdefault(name.strip().lower(), []).append(content)
    return metas
