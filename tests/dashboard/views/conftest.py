"""A store for the pages, and a page run by Streamlit's own test client."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.launch import APP, STORE
from tests.dashboard.views import stores

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stores.make(tmp_path_factory.mktemp("newspaper"))


@pytest.fixture
def open_page(newspaper: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page by its URL, as a new session."""

    def open_page(
        path: str, query: Mapping[str, str | list[str]] | None = None, store: Path = newspaper
    ) -> AppTest:
        monkeypatch.setenv(STORE, str(store))
        app = AppTest.from_file(str(APP), default_timeout=30)
        for key, value in (query or {}).items():
            app.query_params[key] = value
        # AppTest switches to pages that are files; ours are functions under a path (1.67).
        app._page_hash = calc_hash(path)
        return app.run()

    return open_page


def figures(app: AppTest) -> list[dict[str, Any]]:
    """The figures on a page: a Plotly chart is unknown to AppTest (Streamlit 1.67)."""
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def said(app: AppTest) -> str:
    """All that a page says in messages, captions, headings and texts."""
    kinds = ("info", "warning", "error", "caption", "subheader", "text", "badge", "markdown")
    return "\n".join(str(element.value) for kind in kinds for element in app.get(kind))


def url(app: AppTest) -> dict[str, list[str]]:
    """The parameters of a page's URL, as they stand after the run."""
    given = dict(app.query_params)
    return {key: value if isinstance(value, list) else [value] for key, value in given.items()}
