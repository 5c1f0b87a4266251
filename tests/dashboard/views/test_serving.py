"""What happens round the pages: a new generation, and how the server is started."""

import socket
from pathlib import Path

import pytest

from dashboard import launch
from presswatch.errors import SettingsError
from presswatch.resources import streamlit_config
from tests.conftest import Load
from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, said


def test_a_new_generation_is_seen_on_the_next_run(open_page: Open, load: Load, store: Path) -> None:
    first, second = stores.rows()[1:3]
    load(first, now=stores.NOW)
    app = open_page("articles", store=store)
    assert app.subheader[0].value == "1 article"
    load(second, now=stores.NOW)
    app.run()
    assert not app.error
    assert app.subheader[0].value == "2 articles"


def test_a_refresh_that_changed_nothing_shows_as_fresher(
    open_page: Open, load: Load, store: Path
) -> None:
    row = stores.rows()[1]
    load(row, now=stores.NOW)
    app = open_page("articles", store=store)
    load(row, now=stores.NOW.replace(hour=13, minute=37))
    app.run()
    assert not app.error
    assert "13\\:37" in said(app)


def test_a_store_without_articles_says_what_to_do(open_page: Open, load: Load, store: Path) -> None:
    load({"title": "", "url": "https://example.org/a"}, now=stores.NOW)
    app = open_page("overview", store=store)
    assert not app.exception
    assert "no article yet" in app.info[0].value


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"Port {port} is taken"):
            launch.launch(tmp_path, port=port, browser=False)


def test_a_port_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no port"):
        launch.launch(tmp_path, port=70000, browser=False)


def test_the_server_listens_to_this_machine_alone_and_tells_no_one() -> None:
    flags = launch.flags_of(streamlit_config().read_text("utf-8"))
    assert "--server.address=127.0.0.1" in flags
    assert "--server.allowedHosts=localhost" in flags
    assert "--browser.gatherUsageStats=false" in flags
    assert "--client.showErrorDetails=none" in flags
    assert any(flag.startswith('--theme.chartCategoricalColors=["#4477AA"') for flag in flags)
