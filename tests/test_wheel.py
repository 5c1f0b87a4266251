"""The wheel is whole: installed elsewhere, the command works from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    [wheel] = folder.glob("*.whl")
    return wheel


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True)


def test_nothing_lies_outside_the_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "presswatch", "etl", "dashboard",
    }  # fmt: skip
    assert not [name for name in names if "store/" in name or "__pycache__" in name]


def test_the_command_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    pip("install", "--no-deps", "--target", str(tmp_path / "site"), str(wheel))

    def presswatch(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "presswatch", *arguments],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    presswatch("sample", "documents")
    assert "3 new" in presswatch("load", "documents/broken/bad-line.jsonl", "--store", "store")
    assert "starts_on,coverage" in presswatch("metric", "coverage", "--store", "store")
    code = "import presswatch.resources as r; print(r.streamlit_config()); print(r.__file__)"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
    ).stdout.split()  # fmt: skip
    assert all(Path(path).is_relative_to(tmp_path / "site") for path in told)
    assert Path(told[0]).is_file()
