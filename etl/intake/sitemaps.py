"""Read the articles that a site's sitemap lists: which pages are asked for is decided by when they
were changed, by what is known already, and by how many may be asked for."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.fetch import Fetched
from etl.intake.asked import Asked, Visit
from etl.intake.feeds import failing
from etl.intake.links import absolute
from etl.intake.pages import read_pages
from etl.intake.sitemap import Entry, entries
from etl.intake.source import Source
from presswatch.address import domain_of, is_home, normalise

DEEPEST = 3  # levels of indexes
MOST_MAPS = 500  # in one refresh
LARGEST = 60_000_000  # bytes of a sitemap, unpacked: the protocol allows 50 MB
AT_ONCE = 1_000  # addresses that are looked up together
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Found:
    """What the sitemaps of a source list, as far as it is not known."""

    most: int  # pages
    pages: dict[str, Entry] = field(default_factory=dict)  # by the address's one form
    left_out: bool = False  # whether there are more pages than that
    maps: list[tuple[int, Entry]] = field(default_factory=list)  # each with its level
    seen: set[str] = field(default_factory=set)  # maps
    visits: list[Visit] = field(default_factory=list)  # of maps, when their pages were asked for

    def add(self, pages: Mapping[str, Entry]) -> None:
        """Take pages in, and let the oldest go: of a large site there are millions."""
        self.pages |= pages
        if len(self.pages) > self.most:
            self.left_out = True
            newest = sorted(self.pages.items(), key=lambda one: _changed_at(one[1]), reverse=True)
            self.pages = dict(newest[: self.most])


def read(source: Source, asked: Asked) -> Iterator[Document | Problem | Visit]:
    """The articles that are new or changed. Raises SourceError where the sitemap cannot be had."""
    root = Entry(url=source.url or "", is_map=True)
    found = Found(maps=[(0, root)], most=asked.most_pages)
    while found.maps and len(found.seen) < MOST_MAPS:
        level, entry = found.maps.pop(0)
        if entry.url in found.seen:
            continue
        found.seen.add(entry.url)
        answer = asked.get(entry.url) if level else asked.first()
        if isinstance(answer, Problem):
            yield answer
            if level == 0:
                raise failing(source, answer)
        elif answer.changed:
            yield from _read_map(asked, answer, level, found)
            found.visits.append(asked.visit(answer))
    newest = sorted(found.pages.values(), key=_changed_at, reverse=True)
    yield from _news(source, newest)
    yield from read_pages(source, asked, [entry.url for entry in newest])
    if not found.left_out:  # else the rest is to be found there again
        yield from found.visits


def _read_map(asked: Asked, answer: Fetched, level: int, found: Found) -> Iterator[Problem]:
    """Take down what one sitemap lists, and say where it breaks off."""
    site = domain_of(normalise(answer.asked) or "")
    maps: list[Entry] = []
    batch: dict[str, Entry] = {}
    for listed in entries(answer.content, LARGEST):
        if isinstance(listed, Reason):
            yield Problem(answer.url, None, Stage.INTAKE, listed)
            continue
        link = absolute(listed.url, answer.url)
        url = normalise(link)
        if link is None or url is None or domain_of(url) != site:  # a site speaks for itself alone
            continue
        entry = replace(listed, url=link)
        if entry.is_map:
            maps.append(entry)
        elif not is_home(url):
            batch[url] = entry
            if len(batch) == AT_ONCE:
                found.add(_unknown(asked, batch))
                batch = {}
    found.add(_unknown(asked, batch))
    if level < DEEPEST:
        newest = sorted(maps, key=_changed_at, reverse=True)
        found.maps += [(level + 1, entry) for entry in _changed(asked, newest)]


def _changed(asked: Asked, maps: Iterable[Entry]) -> Iterator[Entry]:
    """The sitemaps of an index that were not read since they were changed."""
    listed = list(maps)
    visits = asked.visits([entry.url for entry in listed])
    for entry in listed:
        visit = visits.get(entry.url)
        if not (visit and entry.modified_at and entry.modified_at <= visit.visited_at):
            yield entry


def _unknown(asked: Asked, listed: dict[str, Entry]) -> dict[str, Entry]:
    """The pages that are not known, or were changed since."""
    visits = asked.visits([entry.url for entry in listed.values()])
    known = asked.known(list(listed))
    return {
        url: entry
        for url, entry in listed.items()
        if _is_new(entry, visits.get(entry.url), known.get(url))
    }


def _is_new(entry: Entry, visit: Visit | None, known: datetime | None) -> bool:
    since = [at for at in (visit.visited_at if visit else None, known) if at]
    changed = entry.modified_at
    return not since or (changed is not None and changed > max(since))


def _changed_at(entry: Entry) -> datetime:
    return entry.modified_at or NEVER


def _news(source: Source, listed: Iterable[Entry]) -> Iterator[Document]:
    """What a Google News sitemap says of an article, before its page is asked for."""
    for entry in listed:
        fields = dict(entry.news)
        if "title" in fields and "published" in fields:
            yield Document(
                name=entry.url,
                kind=Kind.ROW,
                content=json.dumps(fields | {"url": entry.url}).encode(),
                read_at=source.read_at,
                source=source.outlet,
                asked=source.name,
            )
