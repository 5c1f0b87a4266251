"""Figures as images, drawn by a Chromium that kaleido drives: started once, given up in time.

kaleido's own server is not used: without a browser it waits for ever, and once the browser has died
neither a call nor the end of the process comes through (kaleido 1.5)."""

import asyncio
import atexit
import os
import shutil
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import suppress
from pathlib import Path
from typing import Any

import kaleido
import plotly.graph_objects as go
from choreographer.protocol import DevtoolsProtocolError

from presswatch.errors import ExportError

NO_BROWSER = (
    "PNG and SVG need Chromium or Chrome, and none is installed. "
    "Install one (Debian: apt install chromium), or name it in BROWSER_PATH."
)
SECONDS = 45  # a first image takes 2, a later one 0.2
SECONDS_TO_CLOSE = 5
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
# What kaleido raises when its browser is gone, or answers with an error.
_FAILURES = (TookTooLong, CancelledError, OSError, RuntimeError, DevtoolsProtocolError)


def browser() -> str | None:
    """The Chromium to draw with: BROWSER_PATH, one on the path, or Playwright's; None without."""
    if named := os.environ.get("BROWSER_PATH"):
        return named if Path(named).is_file() and os.access(named, os.X_OK) else None
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright"
    for pattern in _PLAYWRIGHT:
        if downloaded := sorted(Path(folder).glob(pattern)):
            return str(downloaded[-1])
    return None


def draw(figure: go.Figure, kind: str, *, width: int, height: int, scale: int) -> bytes:
    """A figure as `png` or `svg`. Raises ExportError where no browser draws it in time."""
    path = browser()
    if path is None:
        raise ExportError(NO_BROWSER)
    options = {"format": kind, "width": width, "height": height, "scale": scale}
    with _one_at_a_time:
        try:
            return _kept(path).draw(figure, options)
        except _FAILURES:
            _let_go()  # a browser that died stays dead: a new one has a try
        try:
            return _kept(path).draw(figure, options)
        except _FAILURES as error:
            _let_go()
            raise ExportError(
                f"{path} did not draw the image. Try again, or take another format."
            ) from error


class _Drawer:
    """A Chromium, and the thread that talks to it. Neither holds up the end of the process."""

    def __init__(self, path: str) -> None:
        self.path = path
        # MathJax would be fetched from a content network.
        self._kaleido = kaleido.Kaleido(path=path, n=1, timeout=SECONDS, mathjax=False)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        try:
            self._wait(self._kaleido.open(), SECONDS)
        except _FAILURES:
            self.close()
            raise

    def draw(self, figure: go.Figure, options: dict[str, object]) -> bytes:
        drawn: bytes = self._wait(self._kaleido.calc_fig(figure, opts=options), SECONDS)
        return drawn

    def close(self) -> None:
        with suppress(*_FAILURES):
            self._wait(self._kaleido.close(), SECONDS_TO_CLOSE)
        process = getattr(self._kaleido, "subprocess", None)  # absent where it did not start
        if process is not None and process.poll() is None:
            process.terminate()  # it ends the browser: a kill would leave that behind
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)


_one_at_a_time = threading.Lock()
_drawers: list[_Drawer] = []  # one at most: it is kept from image to image


def _kept(path: str) -> _Drawer:
    if _drawers and _drawers[0].path != path:
        _let_go()
    if not _drawers:
        _drawers.append(_Drawer(path))
    return _drawers[0]


def _let_go() -> None:
    while _drawers:
        _drawers.pop().close()


atexit.register(_let_go)
