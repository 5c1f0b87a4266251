"""Stores for the tests of pages and of the browser, filled through the real loader."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from etl.intake.source import Source
from etl.progress import Progress
from etl.refresh import refresh
from presswatch.settings import Settings
from tests.conftest import Inline

LAST = date(2026, 7, 31)
NOW = datetime(2026, 7, 31, 12, 0, tzinfo=UTC)  # so the last day is not over
DAYS = 120
SOURCES = ("Harbour Courier", "Vale Gazette", "Northern Post")
TAGS = ("ports", "strikes", "budget", "weather")
REVISED_TITLE = "Council drops plan in Millport"
HOSTILE_TITLE = "Fish & chips ![x](https://evil.example/x.png) :red[hot] $a$"
HOSTILE_TAG = "<b>bold</b> & [x](https://evil.example)"
HOSTILE_SOURCE = "=HYPERLINK & <i>Post</i>"
HOSTILE_URL = "https://valegazette.example/hostile"
TEXT = (
    "The mayor praised a wonderful and happy result.\n\n"
    "A terrible accident caused awful damage. The council met on Tuesday. Trains ran at nine."
)


def rows() -> list[dict[str, Any]]:
    """Five articles on every day of DAYS, the last few about strikes, and one that is hostile."""
    made = [_row(back, number) for back in range(DAYS) for number in range(5)]
    hostile = {
        "title": HOSTILE_TITLE,
        "url": HOSTILE_URL,
        "published": "2026-07-30T10:00:00Z",
        "text": "**Bold** <script>alert(1)</script> is great. [click](javascript:alert(1)) is bad.",
        "tags": [HOSTILE_TAG, "ports"],
        "source": HOSTILE_SOURCE,
        "author": "=cmd()",
    }
    return [*made, hostile]


def revised() -> dict[str, Any]:
    """A later version of the latest article with a text."""
    text = TEXT.replace("praised a wonderful", "regretted a happy")
    return _row(0, 1) | {"title": REVISED_TITLE, "text": text, "modified": "2026-07-31T11:00:00Z"}


def _row(back: int, number: int) -> dict[str, Any]:
    day = LAST - timedelta(days=back)
    tags = [TAGS[(back + number) % 4]] if number < 4 else []
    if back < 20 and number == 1:
        tags.append("strikes")
    return {
        "title": f"Council debates plan {back}-{number} in Millport",
        "url": f"https://courier.example/{day:%Y/%m/%d}/{number}",
        "published": f"{day}T{6 + number:02d}:30:00Z",
        "text": TEXT if number else "",
        "tags": tags,
        "source": SOURCES[number % 3],
        "author": "Ada Brook",
    }


def views() -> list[dict[str, Any]]:
    """Page views of some of them, on the day of publication and the two days after."""
    return [
        {
            "url": row["url"],
            "day": str(date.fromisoformat(row["published"][:10]) + timedelta(days=later)),
            "views": 1000 * (3 - later) + index,
        }
        for index, row in enumerate(rows()[:40])
        for later in range(3)
        if date.fromisoformat(row["published"][:10]) + timedelta(days=later) <= LAST
    ]


def make(folder: Path, *, sample: bool = False, time_zone: str = "Europe/Amsterdam") -> Path:
    """A store of these articles in a folder; `sample` marks them as sample documents."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    lines = "".join(json.dumps(row) + "\n" for row in rows())
    (documents / "articles.jsonl").write_text(lines, "utf-8")
    with (documents / "views.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["url", "day", "views"])
        table.writeheader()
        table.writerows(views())
    if sample:
        (documents / "SAMPLE").touch()
    store = folder / "store"
    load(store, documents, time_zone=time_zone)
    return store


def load(store: Path, documents: Path, *, time_zone: str = "Europe/Amsterdam") -> None:
    """Refresh the store from a file or folder."""
    refresh(
        Settings(store=store, workers=1, time_zone=time_zone),
        [Source(name="all", path=documents, read_at=NOW)],
        asked_all=True,
        clock=lambda: NOW,
        progress=Progress([], shown=False),
        start_engine=Inline,
    )
