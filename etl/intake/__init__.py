"""Where documents come from: a kind of source a reader.

A reader yields Documents, a Problem for what it cannot take, and a Visit for each place of the
web that it has been to, and gives whether it has left something for another refresh; it opens
files and sockets, and leaves to extract what the bytes mean."""

from collections.abc import Callable, Generator

from etl.document import Document, Problem
from etl.intake import archives, feeds, files, pages, sitemaps
from etl.intake.asked import Asked, Visit
from etl.intake.source import Source
from presswatch.errors import SettingsError

Reading = Generator[Document | Problem | Visit, None, bool]
Read = Callable[[Source, Asked], Reading]


def _read_files(source: Source, _: Asked | None = None) -> Reading:
    yield from files.read(source)
    return False


def _read_archives(source: Source, asked: Asked) -> Reading:
    yield from archives.read(source, asked)
    return False


READERS: dict[str, Read] = {
    "files": _read_files,
    "feed": feeds.read,
    "sitemap": sitemaps.read,
    "pages": pages.read,
    "archive": _read_archives,
}
NEEDS = {
    "files": "path",
    "feed": "url",
    "sitemap": "url",
    "pages": "urls",
    "archive": "path",
}
WEB = frozenset(("feed", "sitemap", "pages"))  # those that are asked as often as they publish


def check(source: Source) -> None:
    """Refuse a source of no kind that there is, or that lacks what its kind needs."""
    if source.kind not in READERS:
        raise SettingsError(
            f"source {source.name!r}: {source.kind!r} is no kind of source. "
            f"The kinds are {', '.join(READERS)}."
        )
    if not getattr(source, need := NEEDS[source.kind]):
        raise SettingsError(
            f"source {source.name!r}: a source of kind {source.kind!r} needs {need!r}. Add it."
        )
