"""Find the feeds and news sitemaps of a site: those that its page names, those that its robots.txt
names, and those that stand in the usual places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from etl.document import Problem, Reason
from etl.fetch import Fetched, Fetcher, Request
from etl.intake import json_feed
from etl.intake.encoding import decode
from etl.intake.lines import HEAD
from etl.intake.links import absolute
from etl.intake.sitemap import LARGEST, Entry, entries
from etl.intake.sniff import Format, sniff

FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml",
     "application/feed+json", "application/json", "text/xml", "application/xml")
)  # fmt: skip
FEED_PLACES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
MAP_PLACES = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap/news.xml")
COMMENTS = re.compile(r"comment", re.IGNORECASE)
NEWS = re.compile(r"news", re.IGNORECASE)
NAMED = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
MOST = 20  # candidates of a kind


@dataclass(frozen=True, slots=True)
class Found:
    """A source of a site."""

    kind: str
    url: str


def find(fetcher: Fetcher, url: str) -> list[Found] | Problem:
    """The sources that an address is or leads to, or why it cannot be had."""
    answer = fetcher.get(url)
    if isinstance(answer, Problem):
        return answer
    if kind := kind_of(answer):
        return [Found(kind, url)]
    feeds = _verified(fetcher, list(named_feeds(answer))[:MOST], "feed")
    if not feeds:
        feeds = _verified(fetcher, _places(answer.url, FEED_PLACES), "feed")[:1]
    named = [one for one in _named_maps(fetcher, answer.url) if NEWS.search(one)]
    maps = _verified(fetcher, named[:MOST], "sitemap")
    if not maps:
        maps = _verified(fetcher, _places(answer.url, MAP_PLACES), "sitemap")[:1]
    return [*feeds, *maps]


def kind_of(answer: Fetched) -> str | None:
    """What an answer is to be asked for as."""
    head = answer.content[:HEAD]
    form = sniff(head)
    if form is Format.FEED or (form in json_feed.FORMATS and json_feed.MARK in head):
        return "feed"
    found = next(entries(answer.content, LARGEST), None)
    return "sitemap" if isinstance(found, Entry) and form is not Format.HTML else None


def _verified(fetcher: Fetcher, urls: Iterable[str], kind: str) -> list[Found]:
    """Those addresses at which there is what they promise."""
    listed = list(dict.fromkeys(urls))
    answers = fetcher.get_all(Request(url=url) for url in listed)
    return [
        Found(kind, url)
        for url, answer in zip(listed, answers, strict=True)
        if isinstance(answer, Fetched) and kind_of(answer) == kind
    ]


def named_feeds(answer: Fetched) -> Iterator[str]:
    """The feeds that a page names, but those of comments."""
    try:
        page = document_fromstring(decode(answer.content).encode(), HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):  # nothing in it
        return
    for link in page.iter("link"):
        said = f"{link.get('title', '')} {link.get('href', '')}"
        is_feed = "alternate" in link.get("rel", "").lower().split() and (
            link.get("type", "").lower() in FEED_TYPES
        )
        url = absolute(link.get("href", ""), answer.url)
        if is_feed and url and not COMMENTS.search(said):
            yield url


def _named_maps(fetcher: Fetcher, url: str) -> Iterator[str]:
    """The sitemaps that robots.txt names, and those that they lead to."""
    rules = fetcher.get(urljoin(url, "/robots.txt"))
    if isinstance(rules, Problem):
        return
    named_there = (absolute(one, url) for one in NAMED.findall(decode(rules.content))[:MOST])
    for named in filter(None, named_there):
        yield named
        answer = None if NEWS.search(named) else fetcher.get(named)
        if isinstance(answer, Fetched):
            for entry in entries(answer.content, LARGEST):
                if not isinstance(entry, Reason) and entry.is_map:
                    yield entry.url


def _places(url: str, paths: Iterable[str]) -> list[str]:
    return [urljoin(url, path) for path in paths]
