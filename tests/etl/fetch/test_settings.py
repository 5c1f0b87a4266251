"""[fetch] of presswatch.toml."""

from datetime import timedelta
from pathlib import Path

import pytest

from presswatch.errors import SettingsError
from presswatch.settings import FetchSettings, load_settings


def load(folder: Path, text: str) -> FetchSettings:
    file = folder / "presswatch.toml"
    file.write_text(f"[fetch]\n{text}", "utf-8")
    return load_settings(file, None).fetch


def test_what_is_said_is_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        'contact = "desk@example.org"\ndelay = "0s"\nkeep_raw = "0s"\ntotal_timeout = "2m"\n'
        'allowed_hosts = ["Intranet.Example.", "::1", "10.0.0.7"]\nrobots = false',
    )
    assert settings.contact == "desk@example.org"
    assert settings.delay == settings.keep_raw == timedelta(0)
    assert settings.total_timeout == timedelta(minutes=2)
    assert settings.allowed_hosts == ("intranet.example", "::1", "10.0.0.7")
    assert not settings.robots


WRONG = {
    "a contact of two lines": r'contact = "a\r\nCookie: b"',
    "a contact of other letters": 'contact = "Über uns"',
    "an address for a host": 'allowed_hosts = ["http://intranet.example/"]',
    "a host with its port": 'allowed_hosts = ["intranet.example:80 "]',
    "no time at all": 'read_timeout = "0s"',
    "nothing at once": "at_once = 0",
    "no bytes": "max_bytes = 0",
    "an unknown key": "user-agent = 'x'",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="fetch"):
        load(tmp_path, text)
