"""Write tables: articles as JSON Lines and CSV, page views and shares as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from .newsroom import Article, by_outlet
from .popularity import Observed

HEADINGS = ("headline", "link", "date", "outlet", "byline", "keywords", "body")


def write(folder: Path, articles: list[Article]) -> int:
    """One table an outlet."""
    folder.mkdir(parents=True, exist_ok=True)
    outlets = by_outlet(articles)
    for outlet, ours in outlets.items():
        text = json_lines(ours) if outlet.kind == "jsonl" else csv_of(ours)
        encoding = "utf-8-sig" if outlet.style == "bom" else "utf-8"
        (folder / f"{outlet.host}.{outlet.kind}").write_text(text, encoding, newline="\n")
    return len(outlets)


def write_observed(place: Path, measure: str, observed: list[Observed]) -> int:
    place.parent.mkdir(parents=True, exist_ok=True)
    rows = ((seen.url, seen.on.isoformat(), seen.value) for seen in observed)
    place.write_text(rows_of(("url", "date", measure), rows), "utf-8", newline="\n")
    return 1


def json_lines(articles: list[Article]) -> str:
    return "".join(
        json.dumps(
            {
                "title": article.title,
                "url": article.url,
                "published": article.published.isoformat(),
                "source": article.outlet.name,
                "authors": list(article.authors),
                "tags": list(article.tags),
                "text": "\n\n".join(article.paragraphs),
            },
            ensure_ascii=False,
        )
        + "\n"
        for article in articles
    )


def csv_of(articles: list[Article]) -> str:
    return rows_of(HEADINGS, (csv_row(article) for article in articles))


def csv_row(article: Article) -> tuple[str, ...]:
    at = article.published
    return (
        article.title,
        article.url,
        at.date().isoformat() if article.outlet.style == "day" else at.isoformat(),
        article.outlet.name,
        ", ".join(article.authors),
        "; ".join(article.tags),
        "\n\n".join(article.paragraphs),
    )


def rows_of(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()
