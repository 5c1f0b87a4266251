"""The command as an operator runs it: two at once, stopped by a signal, killed outright."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from presswatch.errors import StoreError
from presswatch.snapshot import Pointer, read_pointer
from tests.conftest import ROOT, written
from tests.faults.test_kill import rows

COMMAND = [sys.executable, "-m", "presswatch"]
PATIENCE = 60.0  # seconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with settings, a store to come and one source of 60 articles."""
    (tmp_path / "in").mkdir()
    written(tmp_path / "in" / "a.jsonl", rows(range(60), "03"))
    (tmp_path / "presswatch.toml").write_text(
        'store = "store"\nworkers = 1\n[[sources]]\nname = "in"\npath = "in"\n'
    )
    return tmp_path


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def until(holds: Callable[[], object]) -> None:
    """Wait for something to hold, however slow the machine."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def published(folder: Path) -> Pointer | None:
    try:
        return read_pointer(folder / "store")
    except StoreError:
        return None


def test_of_two_refreshes_at_once_one_says_who_is_at_work(folder: Path) -> None:
    first = start(folder, "refresh")
    until((folder / "store" / "store.lock.holder").exists)
    second = start(folder, "refresh")
    _, told = second.communicate(timeout=PATIENCE)
    assert second.returncode == 3
    assert f"`presswatch refresh` (process {first.pid}" in told
    first.communicate(timeout=PATIENCE)
    assert first.returncode == 0


def test_a_disk_without_room_is_told_and_the_next_refresh_completes(folder: Path) -> None:
    full = subprocess.run(
        ["bash", "-c", 'ulimit -f 100; exec "$@"', "bash", *COMMAND, "refresh"], cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert full.returncode == 2
    assert "See that the disk" in full.stderr
    assert "Traceback" not in full.stderr
    again = start(folder, "refresh")
    again.communicate(timeout=PATIENCE)
    assert again.returncode == 0
    assert read_pointer(folder / "store").articles == 60


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_schedule_that_is_stopped_finishes_its_refresh(folder: Path, number: int) -> None:
    schedule = start(folder, "schedule", "--every", "1h")
    until((folder / "store" / "store.lock.holder").exists)
    schedule.send_signal(number)
    out, errors = schedule.communicate(timeout=PATIENCE)
    assert schedule.returncode == 0, errors
    assert "60 new" in out
    assert read_pointer(folder / "store").articles == 60


def test_a_schedule_refreshes_again_and_again(folder: Path) -> None:
    schedule = start(folder, "schedule", "--every", "1s")
    until(lambda: published(folder))
    written(folder / "in" / "b.jsonl", rows(range(60, 70), "03"))
    until(lambda: (seen := published(folder)) and seen.articles == 70)
    schedule.terminate()
    schedule.communicate(timeout=PATIENCE)
    assert schedule.returncode == 0


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_workers_end_with_a_refresh_that_is_killed(folder: Path) -> None:
    written(folder / "in" / "b.jsonl", rows(range(60, 20_000), "03"))
    refresh = start(folder, "refresh")
    until(lambda: children(refresh.pid))
    workers = children(refresh.pid)
    refresh.kill()
    refresh.communicate(timeout=PATIENCE)
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert published(folder) is None


def children(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in text.split()]
