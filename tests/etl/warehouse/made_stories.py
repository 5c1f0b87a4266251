"""A made test set of stories, whose truth is known: reports that nobody else has, and reports that
other papers copied, cut, retitled, edited or told in words of their own."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from etl.article import Article, DateOrigin, Precision, article_id

FIRST_DAY = datetime(2026, 3, 2, 6, tzinfo=UTC)
DAYS = 28
PAPERS = tuple(
    f"{place} {name}"
    for place in ("Brackenford", "Kelmouth", "Tarvik", "Rosenau", "Wexcombe", "Montalba")
    for name in ("Herald", "Observer", "Post", "Evening News")
)
AGENCIES = ("Meridian Wire", "HPA", "Coastal Press Service")
FOOTERS = (
    "Sign up for our newsletter and never miss what matters in your town.",
    "Follow us on all channels. Read more on our front page, every day from six in the morning.",
    "Have you seen something? Write to our newsroom. We treat what you tell us in confidence.",
)
HOUSE_STYLE = {  # how another paper's editors write it
    "percent": "per cent",
    "said": "says",
    "on Monday": "Monday",
    "more than": "over",
    "“": '"',
    "”": '"',
    "around": "about",
    "people": "persons",
    "announced": "made known",
    "began": "started",
}
COPIES = ("same", "retitled", "prefixed", "cut", "cut short", "edited", "framed", "all")


@dataclass(frozen=True, slots=True)
class Made:
    """An article of the set: its true story, and how it came to tell it."""

    article: Article
    story: int
    how: str  # first, one of COPIES, or rewrite


@dataclass(frozen=True, slots=True)
class Report:
    """A title and paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def article(report: Report, paper: str, at: datetime, **said: Any) -> Article:
    """A report as some paper has it; its address is made of both, and of the time."""
    slug = re.sub(r"\W+", "-", f"{report.title} {at:%Y-%m-%d %H %M %S}".lower())
    url = f"https://www.{re.sub(r'[^a-z]', '', paper.lower())}.example/{slug}"
    return Article(
        id=article_id(url),
        url=url,
        title=report.title,
        source=paper,
        language="en",
        published_at=at,
        published_on=at.date(),
        date_precision=Precision.MINUTE,
        date_origin=DateOrigin.PAGE,
        body=report.paragraphs,
        **said,
    )


def copied(reports: Iterable[Report], rng: Random) -> Iterator[Made]:
    """Every report once, and a good third of them again in other papers."""
    for report in reports:
        at = FIRST_DAY + timedelta(minutes=rng.randrange(DAYS * 24 * 60))
        first, *others = rng.sample(PAPERS, 1 + (rng.randrange(1, 6) if rng.random() < 0.35 else 0))
        yield Made(one := article(report, first, at), one.id, "first")
        for paper in others:
            how = rng.choice(COPIES)
            later = at + timedelta(minutes=rng.randrange(5, 2 * 24 * 60))
            yield Made(article(changed(report, how, rng), paper, later), one.id, how)


def changed(report: Report, how: str, rng: Random) -> Report:
    """A copy as another paper prints it."""
    match how:
        case "same":
            return report
        case "retitled":
            words = report.title.split()
            return replace(
                report, title=f"{rng.choice(PAPERS)}: {' '.join(words[len(words) // 2 :])}"
            )
        case "prefixed":
            place = rng.choice(PAPERS).split()[0].upper()
            day = rng.choice(("March 3", "4 March", "Tuesday"))
            first, *rest = report.paragraphs
            return _with(report, f"{place}, {day} ({rng.choice(AGENCIES)}) – {first}", *rest)
        case "cut":  # at the end, to a third or more
            return _cut(report, rng.uniform(0.34, 0.9))
        case "cut short":  # to its beginning
            return _cut(report, 0.15)
        case "edited":
            return _with(report, *(_edited(one, rng) for one in report.paragraphs))
        case "framed":
            line = f"By the {rng.choice(AGENCIES)} desk"
            return _with(report, line, *report.paragraphs, rng.choice(FOOTERS), rng.choice(FOOTERS))
    for each in ("retitled", "prefixed", "edited", "cut"):
        report = changed(report, each, rng)
    return report


def retold(count: int, rng: Random) -> Iterator[Made]:
    """Reports of invented events, most of which other papers tell in their own words."""
    for number in range(count):
        event = _event(rng)
        at = FIRST_DAY + timedelta(minutes=rng.randrange(DAYS * 24 * 60))
        papers = rng.sample(PAPERS, 3)
        first = article(_report(event, 0, rng), papers[0], at)
        yield Made(first, first.id, "first")
        for hand in range(1, 3) if number % 3 else ():
            at += timedelta(minutes=rng.randrange(30, 24 * 60))
            yield Made(article(_report(event, hand, rng), papers[hand], at), first.id, "rewrite")


def pairs(stories: Mapping[int, int], among: Iterable[int]) -> set[tuple[int, int]]:
    """All pairs of these articles that share a story."""
    members = defaultdict(list)
    for each in sorted(among):
        members[stories[each]].append(each)
    return {
        (one, other)
        for sharing in members.values()
        for place, one in enumerate(sharing)
        for other in sharing[place + 1 :]
    }


def _with(report: Report, *paragraphs: str) -> Report:
    return replace(report, paragraphs=paragraphs)


def _cut(report: Report, share: float) -> Report:
    """The first paragraphs: that share of the words, but 45 at least."""
    least = max(45, share * sum(len(one.split()) for one in report.paragraphs))
    kept, words = [], 0
    for paragraph in report.paragraphs:
        kept.append(paragraph)
        words += len(paragraph.split())
        if words >= least:
            break
    return _with(report, *kept)


def _edited(paragraph: str, rng: Random) -> str:
    """Another paper's spelling, and one word in forty left out."""
    for ours, theirs in HOUSE_STYLE.items():
        paragraph = paragraph.replace(ours, theirs)
    return " ".join(word for word in paragraph.split() if rng.random() > 1 / 40)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("retold.toml").read_text("utf-8"))


def _event(rng: Random) -> tuple[dict[str, Any], dict[str, object]]:
    """What kind of thing happened, and what fills the gaps of its wordings."""
    words = _words()
    given, family = rng.sample(words["given"], 2), rng.sample(words["family"], 2)
    name, other = map(" ".join, zip(given, family, strict=True))
    said = {
        "name": name,
        "other": other,
        "place": rng.choice(words["places"]),
        "company": rng.choice(words["companies"]),
        "group": rng.choice(words["groups"]),
        "day": rng.choice(words["days"]),
        "ship": f"{rng.choice(words['places'])} {rng.choice(('Rose', 'Star', 'Maid', 'Pride'))}",
        "jobs": rng.randrange(120, 990),
        "few": rng.randrange(3, 60),
        "percent": rng.randrange(11, 95),
        "money": rng.randrange(20, 900) / 10,
        "year": rng.randrange(1880, 2005),
        "stalls": rng.randrange(12, 90),
    }
    return rng.choice(words["kinds"]), said


def _report(event: tuple[dict[str, Any], dict[str, object]], hand: int, rng: Random) -> Report:
    """An event as a hand tells it: mostly in its own wording. Who retells it leaves a fact out, and
    has an order and lines of their own."""
    kind, said = event
    wordings = [fact[(hand + (rng.random() < 0.2)) % 3] for fact in kind["facts"]]
    first, *rest = (wording.format(**said) for wording in wordings)
    if hand:
        rng.shuffle(rest)
        rest = [*rest[:-2], *rng.sample(_words()["own"], 2)]
    return Report(kind["titles"][hand].format(**said), (first, *rest))


def invented(count: int, rng: Random) -> Iterator[Report]:
    """Reports in no language, each about something else: a few frequent words, many of its own,
    and some of these names."""
    syllables = _words()["syllables"]
    often = "the of and said in for on with people percent around Monday".split()
    for _ in range(count):
        own = ["".join(rng.choices(syllables, k=rng.randrange(2, 5))) for _ in range(160)]
        yield Report(
            " ".join(rng.sample(own, 6)).capitalize(),
            tuple(
                " ".join(_sentence(own, often, rng) for _ in range(3))
                for _ in range(rng.randrange(5, 12))
            ),
        )


def _sentence(own: list[str], often: list[str], rng: Random) -> str:
    words = [rng.choice(often if rng.random() < 0.4 else own) for _ in range(14)]
    words[5] = rng.choice(own[:12]).capitalize()
    words[0] = words[0].capitalize()
    return f"{' '.join(words)}."
