"""A refresh that ends itself with SIGKILL at its nth step; a step is a call or a return of a
function that loads, indexes or publishes. Run as a program: killed.py N STORE PATH; with N = 0 it
runs to its end and prints how many steps there were."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import etl.refresh
from etl.intake.archives import SUFFIXES
from etl.intake.source import Source
from etl.progress import Progress
from presswatch.settings import Settings, TagRule
from tests.conftest import Inline

WATCHED = ("etl/refresh.py", "etl/warehouse/", "presswatch/snapshot.py")
RULES = (TagRule(name="Docks", query="dockers"),)


class Killer:
    """Counts steps, and kills its own process at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event in ("call", "return") and any(w in frame.f_code.co_filename for w in WATCHED):
            self.steps += 1
            if self.steps == self.at:
                os.kill(os.getpid(), signal.SIGKILL)


def main(at: int, store: Path, path: Path) -> None:
    now = datetime.now(UTC)
    kind = "archive" if path.name.endswith(SUFFIXES) else "files"
    killer = Killer(at)
    sys.setprofile(killer)
    result = etl.refresh.refresh(
        Settings(store=store, tags=RULES),
        [Source(name="documents", kind=kind, path=path, read_at=now)],
        asked_all=True,
        clock=lambda: datetime.now(UTC),
        progress=Progress([], shown=False),
        start_engine=Inline,
    )
    sys.setprofile(None)
    print(killer.steps, result.counts.read)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
