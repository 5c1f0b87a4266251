"""Read a feed from the web, and where it is wanted the pages that its entries lead to."""

import re
from collections.abc import Iterator
from html import unescape

from etl.document import Document, Problem
from etl.fetch import Fetched
from etl.intake.answers import documents
from etl.intake.asked import Asked, Visit
from etl.intake.encoding import decode
from etl.intake.links import absolute
from etl.intake.pages import read_pages
from etl.intake.source import Source
from presswatch.address import normalise
from presswatch.errors import SourceError

ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
LINK = re.compile(
    r"<link\b[^<>]*>\s*(?:<!\[CDATA\[)?\s*(https?://[^\s<\]]+)"
    r"|<link\b(?![^<>]*\brel\s*=\s*[\"'](?!alternate))[^<>]*\bhref\s*=\s*[\"']([^\"'<>]+)"
    r'|"url"\s*:\s*"(https?:[^"\s]+)"'
)


def read(source: Source, asked: Asked) -> Iterator[Document | Problem | Visit]:
    """What a feed has, unless it is unchanged. Raises SourceError where it cannot be had."""
    answer = asked.first()
    if isinstance(answer, Problem):
        yield answer
        raise failing(source, answer)
    if answer.changed:
        asked.keep(answer)
        yield from documents(
            answer, asked=source.name, outlet=source.outlet, read_at=source.read_at
        )
        if source.full:
            yield from read_pages(source, asked, new_pages(answer, asked))
    yield asked.visit(answer)


def failing(source: Source, problem: Problem) -> SourceError:
    """What is said of a source that could not be asked."""
    said = f"{problem.reason}, {problem.place}" if problem.place else f"{problem.reason}"
    return SourceError(f"source {source.name!r}: {problem.document} could not be had ({said}).")


def new_pages(answer: Fetched, asked: Asked) -> list[str]:
    """The pages that the entries lead to and that were not visited, the first ones first."""
    text = decode(answer.content)
    begun = ENTRY.search(text)
    found = (next(filter(None, one)) for one in LINK.findall(text, begun.start() if begun else 0))
    links = (absolute(unescape(one.replace("\\/", "/")), answer.url) for one in found)
    # One form tells two links to one page; asked for is the link as it stands.
    distinct = list({normalise(link): link for link in links if link}.values())
    visited = asked.visits(distinct)
    return [url for url in distinct if url not in visited][: asked.most_pages]
