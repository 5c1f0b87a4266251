"""A document becomes articles.

`extract` is pure: it reads no clock and no file, and what a document cannot give is a Problem."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from etl.article import Article, Popularity
from etl.document import Document, Kind, Problem
from etl.extract import capture, feed, html, row

Extracted = Article | Popularity | Problem
Extract = Callable[[Document, ZoneInfo], Iterator[Extracted]]

EXTRACTORS: dict[Kind, Extract] = {
    Kind.HTML: html.extract,
    Kind.CAPTURE: capture.extract,
    Kind.FEED: feed.extract,
    Kind.ROW: row.extract,
}


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Extracted]:
    """What a document holds, its days taken in the reporting time zone."""
    return EXTRACTORS[document.kind](document, time_zone)
