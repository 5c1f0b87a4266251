"""Read the articles that a site's sitemap lists: which pages are asked for is decided by when they
were changed, by what is known already, and by how many may be asked for."""

import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.fetch import Fetched
from etl.intake.asked import Asked, Visit
from etl.intake.feeds import failing
from etl.intake.links import absolute
from etl.intake.pages import LASTING, read_pages
from etl.intake.sitemap import LARGEST, Entry, entries
from etl.intake.source import Source
from presswatch.address import domain_of, is_home, normalise

DEEPEST = 3  # levels of indexes
MOST_MAPS = 500  # in one refresh
AT_ONCE = 1_000  # addresses that are looked up together
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Found:
    """What the sitemaps of a source list, as far as it is not known."""

    now: datetime  # UTC
    most: int  # pages
    pages: dict[str, Entry] = field(default_factory=dict)  # by the address's one form
    left_out: bool = False  # whether there are more pages than that
    waiting: bool = False  # whether pages that could not be had are to be asked for again
    maps: list[tuple[int, Entry]] = field(default_factory=list)  # each with its level
    maps_failed: bool = False  # whether a map is to be asked for again
    seen: set[str] = field(default_factory=set)  # maps
    visits: list[Visit] = field(default_factory=list)  # of lists of pages
    of_indexes: list[Visit] = field(default_factory=list)

    def add(self, pages: Mapping[str, Entry]) -> None:
        """Take pages in, and let the oldest go: of a large site there are millions."""
        self.pages |= pages
        if len(self.pages) > self.most:
            self.left_out = self.most > 0  # who allows none wants none
            newest = sorted(self.pages.items(), key=lambda one: _changed_at(one[1]), reverse=True)
            self.pages = dict(newest[: self.most])


def read(source: Source, asked: Asked) -> Generator[Document | Problem | Visit, None, bool]:
    """The articles that are new or changed; gives whether some are left for another refresh.
    Raises SourceError where the sitemap cannot be had."""
    found = Found(now=source.read_at, most=asked.most_pages)
    yield from _read_maps(source, asked, found)
    newest = sorted(found.pages.values(), key=_changed_at, reverse=True)
    found.pages = {}
    yield from _news(source, newest)
    missing = yield from read_pages(source, asked, [entry.url for entry in newest])
    # What is left is to be found there again.
    if not (found.left_out or found.waiting or missing.later):
        yield from found.visits
        if not (found.maps or found.maps_failed):
            yield from found.of_indexes
    unread = _unread(asked, [entry for _, entry in found.maps])
    return found.left_out or unread or missing.unasked > 0


def _read_maps(source: Source, asked: Asked, found: Found) -> Iterator[Problem]:
    """Take down what the sitemap and those that it leads to list. Raises SourceError."""
    found.maps.append((0, Entry(url=source.url or "", is_map=True)))
    while found.maps and len(found.seen) < MOST_MAPS:
        level, entry = found.maps.pop(0)
        if entry.url in found.seen:
            continue
        found.seen.add(entry.url)
        answer = asked.get_packed(entry.url) if level else asked.first()
        if isinstance(answer, Problem):
            yield answer
            if level == 0:
                raise failing(source, answer)
            found.maps_failed |= answer.reason not in LASTING
        elif answer.changed:
            yield from _read_map(asked, answer, level, found)


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
                found.add(_wanted(asked, batch, found))
                batch = {}
    found.add(_wanted(asked, batch, found))
    if level < DEEPEST:
        found.maps += [(level + 1, entry) for entry in _changed(asked, maps)]
    (found.of_indexes if maps else found.visits).append(asked.visit(answer))


def _changed(asked: Asked, maps: list[Entry]) -> list[Entry]:
    """The sitemaps of an index that were not read since they were changed, the newest first; of
    those that do not say when, the ones that were not read for longest."""
    visits = asked.visits([entry.url for entry in maps])
    read_at = {entry.url: NEVER for entry in maps}
    read_at |= {url: visit.visited_at for url, visit in visits.items()}
    changed = [one for one in maps if not (one.modified_at and one.modified_at <= read_at[one.url])]
    changed.sort(key=lambda one: read_at[one.url])
    return sorted(changed, key=_changed_at, reverse=True)


def _unread(asked: Asked, maps: list[Entry]) -> bool:
    """Whether among these sitemaps there is one that was never read, or was changed since."""
    visits = asked.visits([entry.url for entry in maps])
    return any(entry.modified_at or entry.url not in visits for entry in maps)


def _wanted(asked: Asked, listed: dict[str, Entry], found: Found) -> dict[str, Entry]:
    """The pages that are not known, were changed since, or are to be asked for again."""
    visits = asked.visits([entry.url for entry in listed.values()])
    known = asked.known(list(listed))
    wanted = {}
    for url, entry in listed.items():
        visit = visits.get(entry.url)
        if _is_new(entry, visit, known.get(url)) or (visit and visit.is_due(found.now)):
            wanted[url] = entry
        elif visit and visit.again_at:
            found.waiting = True
    return wanted


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
