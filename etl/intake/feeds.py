"""Read a feed from the web, and where it is wanted the pages that its entries lead to."""

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from html import unescape

from etl.document import Document, Problem
from etl.fetch import Fetched
from etl.intake.answers import documents
from etl.intake.asked import Asked, Visit
from etl.intake.encoding import decode
from etl.intake.links import absolute
from etl.intake.pages import Missing, read_pages
from etl.intake.source import Source
from presswatch.address import normalise
from presswatch.errors import SourceError

ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
LINK = re.compile(
    r"<link\b[^<>]*>\s*(?:<!\[CDATA\[\s*)?(https?://[^\s<\]]+)"
    r"|<link\b(?![^<>]*\brel\s*=\s*[\"'](?!alternate))[^<>]*\bhref\s*=\s*[\"']([^\"'<>]+)"
    r'|"url"\s*:\s*"(https?:[^"\s]+)"'
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Pages to be asked for."""

    now: Sequence[str] = ()  # the feed's first ones first
    left_out: bool = False  # whether there are more than may be asked for
    later: bool = False  # whether some are to be asked for in another refresh


def read(source: Source, asked: Asked) -> Generator[Document | Problem | Visit, None, bool]:
    """What a feed has, unless it is unchanged; gives whether pages are left for another refresh.
    Raises SourceError where it cannot be had."""
    answer = asked.first()
    if isinstance(answer, Problem):
        yield answer
        raise failing(source, answer)
    pages = Wanted()
    missing = Missing()
    if answer.changed:
        asked.keep(answer)
        yield from documents(
            answer, asked=source.name, outlet=source.outlet, read_at=source.read_at
        )
        if source.full:
            pages = wanted_pages(source, answer, asked)
            missing = yield from read_pages(source, asked, pages.now)
    if not (pages.later or missing.later):  # else they are to be found there again
        yield asked.visit(answer)
    return pages.left_out or missing.unasked > 0


def failing(source: Source, problem: Problem) -> SourceError:
    """What is said of a source that could not be asked."""
    return SourceError(
        f"source {source.name!r}: {problem.document} could not be had ({problem.why})."
    )


def wanted_pages(source: Source, answer: Fetched, asked: Asked) -> Wanted:
    """The pages that the entries lead to and that were not had yet."""
    text = decode(answer.content)
    begun = ENTRY.search(text)
    found = (next(filter(None, one)) for one in LINK.findall(text, begun.start() if begun else 0))
    links = (absolute(unescape(one.replace("\\/", "/")), answer.url) for one in found)
    # One form tells two links to one page; asked for is the link as it stands.
    distinct = list({normalise(link): link for link in links if link}.values())
    visits = asked.visits(distinct)
    now = [url for url in distinct if url not in visits or visits[url].is_due(source.read_at)]
    left_out = 0 < asked.most_pages < len(now)
    waiting = any(visit.again_at for url, visit in visits.items() if url not in now)
    return Wanted(now[: asked.most_pages], left_out=left_out, later=left_out or waiting)
