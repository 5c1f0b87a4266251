"""Write documents as they should not be: what a load must refuse without losing their neighbours.

The sound articles among them are of the corpus, taken out of their outlets' own files."""

from datetime import date
from pathlib import Path
from random import Random

from .captures import furniture, widgets
from .feeds import feed_of
from .newsroom import Article
from .tables import HEADINGS, csv_row, json_lines, rows_of

CUT, BAD_LINE, RAGGED = "lillefjordnytt.example", "meridianwire.example", "nordhavnposten.example"
TAKEN = {CUT: 4, BAD_LINE: 3, RAGGED: 2}  # articles that each hands over


def split(articles: list[Article]) -> tuple[list[Article], dict[str, list[Article]]]:
    """The corpus without the last articles of three outlets, and these by outlet."""
    taken = {
        host: [article for article in articles if article.outlet.host == host][-count:]
        for host, count in TAKEN.items()
    }
    gone = {article.url for ours in taken.values() for article in ours}
    return [article for article in articles if article.url not in gone], taken


def write(folder: Path, taken: dict[str, list[Article]], until: date, seed: int) -> int:
    documents = {
        "empty.html": b"",
        "no-body.html": _page("", "").encode(),
        "impossible-date.html": _dated_page("impossible-date", "2025-02-31").encode(),
        "far-future.html": _dated_page("far-future", f"{until.year + 60}-01-01").encode(),
        "cut-in-half.xml": _cut_feed(taken[CUT]).encode(),
        "bad-line.jsonl": _bad_line(taken[BAD_LINE]).encode(),
        "ragged-rows.csv": _ragged(taken[RAGGED]).encode(),
        "furniture-only.txt": _furniture_only(until, Random(f"{seed}/broken")).encode(),
        "nul-bytes.html": bytes(4096),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    return len(documents)


def _page(head: str, body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}</head>\n{body}</html>\n'


def _dated_page(name: str, published: str) -> str:
    title = f"A Page from the Archive: {name.replace('-', ' ')}"
    head = (
        f"<title>{title}</title>\n"
        f'<link rel="canonical" href="https://www.penmoorpost.example/{name}.html">\n'
        f'<meta property="article:published_time" content="{published}T09:00:00+01:00">\n'
    )
    text = "The archive of the paper was moved to the cellar of the town hall in Penmoor. "
    return _page(head, f"<body><article><h1>{title}</h1><p>{text * 4}</p></article></body>\n")


def _cut_feed(articles: list[Article]) -> str:
    """Its first entry is whole, its second is cut, the others are lost."""
    feed = feed_of(articles[0].outlet, articles)
    second = feed.index("<entry>", feed.index("</entry>"))
    return feed[: feed.index("<content", second) + 400]


def _bad_line(articles: list[Article]) -> str:
    first, *others = json_lines(articles).splitlines(keepends=True)
    return first + first[: len(first) // 2] + "\n" + "".join(others)


def _ragged(articles: list[Article]) -> str:
    short = ("A row that ends too soon", "https://www.nordhavnposten.example/short")
    long = ("A row that runs on", short[1], *[""] * 5, "a cell", "too many")
    return rows_of(HEADINGS, [csv_row(articles[0]), short, csv_row(articles[1]), long])


def _furniture_only(until: date, rng: Random) -> str:
    blocks = [furniture("Antwerp", until, rng), *widgets(other=[], tags=[], popular=[])]
    return "\n\n".join(blocks) + "\n"
