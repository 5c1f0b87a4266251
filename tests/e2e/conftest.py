"""A served dashboard and a real Chromium to look at it with."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dashboard import drawing
from tests.conftest import ROOT
from tests.dashboard.views import stores

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 30  # for a cold server, or a first page on a busy machine


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium to test with: one found here; CI must have one."""
    if found := drawing.browser():
        return found
    sentence = "No Chromium is installed: run `make browser`, or name one in BROWSER_PATH."
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def newspaper(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stores.make(tmp_path_factory.mktemp("newspaper"))


@pytest.fixture(scope="session")
def site(newspaper: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard, served from a folder that has nothing to do with it."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port = attempt.getsockname()[1]
    start = "from presswatch.cli import main; main()"
    command = ["dashboard", "--store", str(newspaper), "--port", str(port), "--no-browser"]
    folder = tmp_path_factory.mktemp("elsewhere")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-c", start, *command],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(SECONDS)
    shutil.rmtree(folder)


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A window of its own: nothing is kept from one test to the next."""
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    context.set_default_timeout(SECONDS * 1000)
    expect.set_options(timeout=SECONDS * 1000)  # 5 seconds are few on a machine that others use
    yield context.new_page()
    context.close()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"The dashboard did not come up within {SECONDS} s.")
