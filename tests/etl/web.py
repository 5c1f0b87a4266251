"""A refresh of sources that a server on this machine has, and what it leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from etl.fetch import Fetcher
from etl.intake.source import Source
from etl.progress import Progress
from etl.refresh import Result, StartEngine, refresh
from presswatch.settings import FetchSettings, Settings
from tests.conftest import NOW, Inline
from tests.etl.fetch.conftest import Clock
from tests.etl.fetch.server import Server

FETCH = FetchSettings(
    allowed_hosts=("localhost",),
    robots=False,
    delay=timedelta(0),
    read_timeout=timedelta(seconds=1),
)


@dataclass(slots=True)
class Newsroom:
    """A server, and a store that is filled from it."""

    server: Server
    store: Path

    def ask(
        self,
        *sources: dict[str, Any],
        now: datetime = NOW,
        due_only: bool = False,
        asked_all: bool = True,
        start_engine: StartEngine = Inline,
        **fetch: Any,
    ) -> Result:
        return refresh(
            Settings(store=self.store, workers=1, fetch=FETCH.model_copy(update=fetch)),
            [Source(**{"name": "courier", "read_at": now} | one) for one in sources],
            asked_all=asked_all,
            clock=lambda: now,
            progress=Progress([], shown=False),
            start_engine=start_engine,
            start_fetcher=quick,
            due_only=due_only,
        )

    def feed(self, path: str = "/feed.xml", **said: Any) -> dict[str, Any]:
        return {"kind": "feed", "url": self.server.url(path)} | said


def quick(settings: FetchSettings, *, now: Callable[[], datetime]) -> Fetcher:
    """A fetcher whose waiting costs no time."""
    clock = Clock()
    return Fetcher(
        settings, now=now, monotonic=clock.monotonic, sleep=clock.sleep, first_wait=0.001
    )


def rss(*items: str, day: int = 23) -> bytes:
    """A feed of these titles."""
    entries = "".join(
        f"<item><title>{one}</title><link>https://courier.example/{one.replace(' ', '-')}</link>"
        f"<pubDate>{day} Nov 2026 08:00:00 GMT</pubDate><description>{one} text.</description>"
        "</item>"
        for one in items
    )
    return f"<rss version='2.0'><channel><title>Courier</title>{entries}</channel></rss>".encode()


def page(title: str, body: str = "The ferry to the islands stays in port. " * 5) -> bytes:
    """A page of an article."""
    return (
        f"<html><head><title>{title}</title>"
        '<meta property="article:published_time" content="2026-11-23T09:00:00Z"></head>'
        f"<body><article><h1>{title}</h1><p>{body}</p><p>{body}</p></article></body></html>"
    ).encode()
