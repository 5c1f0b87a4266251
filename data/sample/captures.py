"""Write page captures: the text of a page as a reader's browser shows it, furniture and all."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from .chance import between, happens, pick
from .newsroom import Article, by_outlet
from .popularity import most_popular, related
from .prose import MONTHS, WEEKDAYS

WARMTH = (3, 4, 7, 10, 14, 18, 20, 20, 16, 12, 7, 4)  # degrees by month, north of the equator
EVERGREEN = ("A Beginner's Guide to Tram Season", "Puzzle of the Week", "Your Stars for This Month")


def write(folder: Path, articles: list[Article], until: date, seed: int) -> int:
    """One capture an article, in a folder an outlet."""
    ours = by_outlet(articles)
    for article in articles:
        slug = article.url.rsplit("/", 1)[1].removesuffix(".html")
        place = folder / article.outlet.host / f"{slug}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        rng = Random(f"{seed}/capture/{article.url}")
        capture = capture_of(article, ours[article.outlet], until, rng)
        place.write_text(capture, "utf-8", newline="\n")
    return len(articles)


def capture_of(article: Article, ours: list[Article], until: date, rng: Random) -> str:
    dated = happens(0.6, rng)
    published = article.published.date()
    # Without a date in its byline a capture can only be dated by the day it was made.
    later = between(0, 2, rng) if dated else 0
    captured = min(published + timedelta(days=later), until)
    blocks = [furniture(article.outlet.city, captured, rng), article.title]
    if happens(0.85, rng):
        blocks.append(article.title[0] + article.title)
    byline = _byline(article, published if dated else None)
    blocks += [byline] if byline else []
    blocks += article.paragraphs
    blocks += widgets(
        other=[one.title for one in related(article, ours)] if happens(0.8, rng) else [],
        tags=_tag_lines(article.tags, rng),
        popular=_popular(article, ours, rng) if happens(0.8, rng) else [],
    )
    return "\n\n".join(blocks) + "\n"


def furniture(city: str, captured: date, rng: Random) -> str:
    warmth = WARMTH[captured.month - 1] + between(-40, 40, rng) / 10
    day = f"{WEEKDAYS[captured.weekday()]}, {_in_words(captured)}"
    return f"{warmth:.1f} C\n{city}\n{day}"


def widgets(*, other: list[str], tags: list[str], popular: list[str]) -> list[str]:
    """The three headings, each followed by its lines when it has any."""
    ranked = [f"{rank}. {title}" for rank, title in enumerate(popular, start=1)]
    listed = (
        ("Check out our other content", other),
        ("Check out other tags:", tags),
        ("Most Popular Articles", ranked),
    )
    return [block for heading, lines in listed for block in (heading, "\n".join(lines)) if block]


def _byline(article: Article, day: date | None) -> str | None:
    """The names, the names and the date, or nothing: a date alone stands nowhere."""
    names = " and ".join(article.authors)
    if day:
        return f"By {names or article.outlet.name} | {_in_words(day)}"
    return f"By {names}" if names else None


def _tag_lines(tags: tuple[str, ...], rng: Random) -> list[str]:
    """Mostly a tag a line; at times several in a line with commas."""
    return [", ".join(tags)] if len(tags) > 2 and happens(0.25, rng) else list(tags)


def _popular(article: Article, ours: list[Article], rng: Random) -> list[str]:
    titles = [one.title for one in most_popular(article, ours)]
    return [*titles, pick(EVERGREEN, rng)] if happens(0.3, rng) else titles


def _in_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
