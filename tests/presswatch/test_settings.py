"""presswatch.toml: what is read of it, and how a mistake in it is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from presswatch.errors import SettingsError
from presswatch.settings import load_settings, store_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_are_taken_from_the_folder_of_the_file(folder: Path) -> None:
    (folder / "sub").mkdir()
    file = folder / "sub" / "presswatch.toml"
    file.write_text('store = "s"\n[[sources]]\nname = "a"\npath = "in"\n')
    settings = load_settings(Path("sub/presswatch.toml"), None)
    assert settings.store == folder / "sub" / "s"
    assert settings.sources[0].path == folder / "sub" / "in"


def test_the_file_of_the_current_folder_is_read(folder: Path) -> None:
    (folder / "presswatch.toml").write_text('store = "s"\n[schedule]\nevery = "30m"\n')
    settings = load_settings(None, None)
    assert store_of(settings) == folder / "s"
    assert settings.schedule.every == timedelta(minutes=30)


def test_a_store_alone_means_the_defaults(folder: Path) -> None:
    (folder / "presswatch.toml").write_text("this is no TOML")
    settings = load_settings(None, Path("elsewhere"))
    assert store_of(settings) == folder / "elsewhere"
    assert settings.time_zone is None
    assert settings.tags is None


def test_no_store_at_all_is_told(folder: Path) -> None:
    with pytest.raises(SettingsError, match="No store is named"):
        store_of(load_settings(None, None))


WRONG = {
    "no TOML": ("a = = b", "not valid TOML"),
    "an unknown key": ("stoer = 'x'", "stoer is not a setting"),
    "an unknown key within": ("[[sources]]\nname='a'\npath='b'\nurll='c'", "sources.0.urll"),
    "a missing key": ("[[sources]]\npath='a'", "sources.0.name"),
    "no address": (
        "[[sources]]\nname='a'\nurl='courier'",
        "sources.0.url: 'courier' is no address",
    ),
    "an unknown zone": ("time_zone = 'Mars/Base'", "'Mars/Base' is no time zone"),
    "a zone that is a path": ("time_zone = '../etc'", "is no time zone"),
    "a wrong query": ("[[tags]]\nname='a'\nquery='(port'", "bracket at character 1"),
    "a term that stands for too much": (
        "[[watchlists]]\nname='a'\nterms=['p*']",
        "watchlists.0.terms.0: '\"p*\"' at character 1 stands for too many words",
    ),
    "a wrong time": ("[schedule]\nevery='soon'", "schedule.every"),
    "no time at all": ("[schedule]\nevery='0s'", "schedule.every"),
    "a time past all clocks": ("[schedule]\nevery='99999999999999d'", "schedule.every"),
    "too many workers": ("workers = 99999", "workers"),
    "a NUL in a path": ("store = 'a\\u0000b'".replace("'", '"'), "store: no path has a NUL"),
    "a tag of no letters": ("[[tags]]\nname='--'\nquery='a'", "'--' has no letter or digit"),
    "a name twice": (
        "[[sources]]\nname='a'\npath='b'\n[[sources]]\nname='a'\npath='c'",
        "two sources are named 'a'",
    ),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told(folder: Path, text: str, said: str) -> None:
    (folder / "presswatch.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(None, None)
    assert said in str(caught.value)
    assert str(caught.value).startswith("presswatch.toml: ")


def test_a_named_file_that_is_missing_is_told(folder: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        load_settings(Path("mine.toml"), None)
