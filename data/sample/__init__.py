"""The sample corpus: about 4,000 invented articles as documents of every kind that we read.

`write` is all that others need. The same arguments give the same bytes, on any day and any
machine: no clock is read, and every draw comes from the seed. It imports nothing of Presswatch."""

import shutil
from datetime import date
from pathlib import Path

from . import broken, captures, feeds, pages, popularity, tables
from .newsroom import write_articles
from .settings import SETTINGS

UNTIL = date(2026, 10, 31)  # fixed, so that the default corpus is the same everywhere
SEED = 1
MARKER = "SAMPLE"
KINDS = ("pages", "feeds", "captures", "jsonl", "csv")
FOLDERS = ("pages", "feeds", "captures", "tables", "broken")


def write(folder: Path, *, until: date = UNTIL, seed: int = SEED) -> int:
    """Write the documents of the eighteen months up to that day; say how many files."""
    _clear(folder)
    (folder / MARKER).write_text(
        "This folder holds invented sample documents, made by `presswatch sample`.\n"
        "All names of outlets and people are invented. What is added here is lost\n"
        "when the sample is made again.\n\n"
        f"until = {until.isoformat()}\nseed = {seed}\n",
        "utf-8",
        newline="\n",
    )
    articles = write_articles(until, seed)
    sound, taken = broken.split(articles)
    kinds = {kind: [one for one in sound if one.outlet.kind == kind] for kind in KINDS}
    views = popularity.page_views(sound, until, seed)
    shares = popularity.shares(sound, until, seed)
    files = 2 + sum(
        (
            pages.write(folder / "pages", kinds["pages"], seed),
            feeds.write(folder / "feeds", kinds["feeds"]),
            captures.write(folder / "captures", kinds["captures"], until, seed),
            tables.write(folder / "tables", kinds["jsonl"] + kinds["csv"]),
            tables.write_observed(folder / "tables" / "page-views.csv", "page_views", views),
            tables.write_observed(folder / "tables" / "shares.csv", "shares", shares),
            broken.write(folder / "broken", taken, until, seed),
        )
    )
    # The settings come last: a folder that has them is complete.
    (folder / "presswatch.toml").write_text(SETTINGS, "utf-8", newline="\n")
    return files


def _clear(folder: Path) -> None:
    """Make the folder, or empty it of an earlier sample; refuse one that holds anything else."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / MARKER).exists():
        if any(folder.iterdir()):
            raise FileExistsError(f"{folder} is not empty and holds no sample.")
        return
    (folder / "presswatch.toml").unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
