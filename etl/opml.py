"""Lists of feeds as other readers write and read them (OPML 2.0)."""

import re
from collections.abc import Iterable

import listparser
from lxml import etree

from presswatch.address import normalise, without_password
from presswatch.settings import SourceSettings

NOT_OF_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(content: bytes) -> tuple[list[SourceSettings], int]:
    """The feeds of a list, named by their titles, and how many of its feeds have no address."""
    found: dict[str, SourceSettings] = {}
    feeds = listparser.parse(content).feeds
    for feed in feeds:
        url = feed.url
        if normalise(url) is not None:
            name = feed.title or without_password(url)
            known = found.get(name)
            name = without_password(url) if known and known.url != url else name
            found[name] = SourceSettings(name=name, kind="feed", url=url)
    return list(found.values()), sum(normalise(feed.url) is None for feed in feeds)


def written(sources: Iterable[SourceSettings]) -> bytes:
    """These feeds as a list."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Presswatch"
    body = etree.SubElement(root, "body")
    for source in sources:
        said = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.url}
        etree.SubElement(
            body, "outline", {key: NOT_OF_XML.sub("", value or "") for key, value in said.items()}
        )
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text
