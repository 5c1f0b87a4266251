"""Decide who writes what and when: every article of the corpus, syndicated copies included.

What an article looks like in a file is left to the writer of its format."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from .chance import between, happens, pick, some, weighted
from .outlets import AGENCIES, Outlet, Region, read_outlets, read_regions, staff
from .prose import Brief, body, capital, headline, make_brief
from .rhythm import burst, bustle, days, interest, is_late, moment, within
from .topics import TONES, Topic, read_events, read_topics

REPORTS = {"Halden Press Agency": 105, "Meridian Wire": 95}  # that other outlets take over
TAKERS = {2: 0.36, 3: 0.25, 4: 0.14, 5: 0.1, 6: 0.07, 7: 0.05, 8: 0.03}
EVENTFUL = 0.16  # the share of articles about an event
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published piece, as its outlet would know it."""

    outlet: Outlet
    topic: Topic
    place: str
    url: str
    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    published: datetime
    modified: datetime | None
    appeal: float  # how many readers it draws, against the others
    first: "Article | None" = None  # the agency's report that this is a copy of
    headlines: tuple[str, ...] = ()  # others that the agency offers


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is needed to write any article: the calendar with its weights, and what is taken."""

    until: date
    seed: int
    days: list[date]
    bustle: list[float]
    topics: tuple[Topic, ...]
    events: tuple[Topic, ...]
    bursts: dict[str, list[float]]
    regions: dict[str, Region]
    staffs: dict[str, list[str]]
    titles: set[str]
    slugs: set[tuple[str, str]]


def write_articles(until: date, seed: int) -> list[Article]:
    """All articles, each outlet's in order of publication."""
    outlets = read_outlets()
    plan = _open_plan(outlets, until, seed)
    rng = Random(f"{seed}/plan")
    left = {outlet.host: outlet.articles for outlet in outlets}
    articles: list[Article] = []
    for outlet in outlets:
        for number in range(REPORTS.get(outlet.name, 0)):
            report = _write(outlet, f"report/{number}", plan, report=True)
            articles.append(report)
            left[outlet.host] -= 1
            for taker in _takers(outlets, left, rng):
                articles.append(_copy(report, taker, plan, rng))
                left[taker.host] -= 1
    for outlet in outlets:
        articles += (_write(outlet, str(number), plan) for number in range(left[outlet.host]))
    order = {outlet.host: place for place, outlet in enumerate(outlets)}
    return sorted(articles, key=lambda told: (order[told.outlet.host], told.published, told.url))


def by_outlet(articles: list[Article]) -> dict[Outlet, list[Article]]:
    ours: dict[Outlet, list[Article]] = {}
    for article in articles:
        ours.setdefault(article.outlet, []).append(article)
    return ours


def _open_plan(outlets: tuple[Outlet, ...], until: date, seed: int) -> Plan:
    calendar = days(until)
    events = read_events()
    return Plan(
        until=until,
        seed=seed,
        days=calendar,
        bustle=[bustle(day) for day in calendar],
        topics=read_topics(),
        events=events,
        bursts={topic.name: burst(topic.event) for topic in events if topic.event},
        regions=read_regions(),
        staffs={outlet.host: staff(outlet, seed) for outlet in outlets},
        titles=set(),
        slugs=set(),
    )


def _takers(outlets: tuple[Outlet, ...], left: dict[str, int], rng: Random) -> Iterator[Outlet]:
    """The outlets that take over a report: any but an agency, none twice."""
    free = [outlet for outlet in outlets if outlet.name not in AGENCIES and left[outlet.host] > 20]
    for _ in range(weighted(list(TAKERS), list(TAKERS.values()), rng)):
        taker = weighted(free, [outlet.articles for outlet in free], rng)
        free.remove(taker)
        yield taker


def _write(outlet: Outlet, number: str, plan: Plan, *, report: bool = False) -> Article:
    rng = Random(f"{plan.seed}/{outlet.host}/{number}")
    topic, day = _assign(outlet, plan, rng)
    if report:  # its copies come out within the next two days
        day = min(day, plan.until - timedelta(days=2))
    published = moment(day, outlet.zone, plan.until, rng)
    brief = _brief(outlet, topic, published.date(), plan, rng)
    title = _new_title(brief, outlet, plan)
    place = brief.words["place"][0]
    paragraphs = body(brief, words=between(130, 325, rng))
    if report:
        dateline = f"{place.upper()} ({AGENCIES[outlet.name]}) – "
        paragraphs = (dateline + paragraphs[0], *paragraphs[1:])
    if outlet.kind == "csv":
        paragraphs = tuple(_straight(paragraph) for paragraph in paragraphs)
    return Article(
        outlet=outlet,
        topic=topic,
        place=place,
        url=_address(outlet, topic, title, published, plan),
        title=title,
        paragraphs=paragraphs,
        authors=_authors(plan.staffs[outlet.host], rng),
        tags=_tags(outlet, topic, brief, plan, rng),
        published=published,
        modified=_modified(published, plan, rng),
        appeal=(2.5 if topic.event else 1.0) / (1.02 - rng.random()),
        headlines=tuple(_new_title(brief, outlet, plan) for _ in range(3)) if report else (),
    )


def _copy(report: Article, taker: Outlet, plan: Plan, rng: Random) -> Article:
    """The agency's report in another outlet: the same body, at times cut or under a new title."""
    published = (report.published + timedelta(minutes=between(10, 900, rng))).astimezone(taker.zone)
    title = pick(report.headlines, rng) if happens(0.35, rng) else report.title
    title = _cased(title, taker)
    cut = between(1, 2, rng) if happens(0.25, rng) and len(report.paragraphs) > 6 else 0
    tags = tuple(tag for tag in report.topic.tags[:4] if happens(0.6, rng))
    return replace(
        report,
        outlet=taker,
        url=_address(taker, report.topic, title, published, plan),
        title=title,
        paragraphs=report.paragraphs[: len(report.paragraphs) - cut],
        authors=(report.outlet.name,),
        tags=_spelled(tags, taker),
        published=published,
        modified=None,
        appeal=1.0 / (1.02 - rng.random()),
        first=report,
        headlines=(),
    )


def _assign(outlet: Outlet, plan: Plan, rng: Random) -> tuple[Topic, date]:
    if happens(EVENTFUL, rng):
        pull = [
            topic.share * (3.0 if topic.event and outlet.region in topic.event.near else 1.0)
            for topic in plan.events
        ]
        topic = weighted(plan.events, pull, rng)
        return topic, weighted(plan.days, plan.bursts[topic.name], rng)
    index = weighted(range(len(plan.days)), plan.bustle, rng)
    pull = [
        interest(topic, index, plan.days[index]) * (2.5 if topic.name in outlet.beats else 1.0)
        for topic in plan.topics
    ]
    return weighted(plan.topics, pull, rng), plan.days[index]


def _brief(outlet: Outlet, topic: Topic, day: date, plan: Plan, rng: Random) -> Brief:
    region, tone = plan.regions[outlet.region], topic.tone
    places, currency = region.places, region.currency
    if topic.event:
        places, currency = topic.event.places, topic.event.currency
        tone = topic.event.tone_late if is_late(topic.event, day, plan.until) else tone
    elif happens(0.15, rng):  # news from elsewhere
        region = pick(list(plan.regions.values()), rng)
        places, currency = region.places, region.currency
    return make_brief(
        topic,
        mood=weighted(TONES, tone, rng),
        outlet=outlet.name,
        places=some(places, 3, rng),
        currency=currency,
        day=day,
        rng=rng,
    )


def _new_title(brief: Brief, outlet: Outlet, plan: Plan) -> str:
    """A headline that no other article has, so far as the grammar can give one."""
    for _ in range(20):
        title = headline(brief)
        if title.casefold() not in plan.titles:
            break
    plan.titles.add(title.casefold())
    return _cased(title, outlet)


def _cased(title: str, outlet: Outlet) -> str:
    if outlet.case != "title":
        return title
    first, *rest = title.split(" ")
    capitals = (word if word in SMALL else capital(word) for word in rest)
    return " ".join([first, *capitals])


def _authors(reporters: list[str], rng: Random) -> tuple[str, ...]:
    count = weighted((0, 1, 2), (0.1, 0.82, 0.08), rng)
    return tuple(dict.fromkeys(pick(reporters, rng) for _ in range(count)))


def _tags(outlet: Outlet, topic: Topic, brief: Brief, plan: Plan, rng: Random) -> tuple[str, ...]:
    if happens(0.1, rng):
        return ()
    tags = [topic.tags[0]] if happens(0.7, rng) else []
    tags += some(topic.tags[1:], between(1, 3, rng), rng)
    event, region = topic.event, plan.regions[outlet.region]
    extras = (
        (0.35, brief.words["place"][0]),
        (0.12, event.country if event else region.country),
        (0.12, brief.cast[0].name),
        (0.12, brief.words["org"][0].removeprefix("the ")),
    )
    tags += [tag for probability, tag in extras if happens(probability, rng)]
    return _spelled(tuple(tags), outlet)


def _spelled(tags: tuple[str, ...], outlet: Outlet) -> tuple[str, ...]:
    match outlet.tags:
        case "none":
            return ()
        case "lower":
            return tuple(tag.lower() for tag in tags)
        case "hyphen":
            return tuple(tag.lower().replace(" ", "-") for tag in tags)
        case _:
            return tags


def _modified(published: datetime, plan: Plan, rng: Random) -> datetime | None:
    later = published + timedelta(minutes=between(15, 2000, rng))
    return later if happens(0.2, rng) and within(later, plan.until) else None


def _address(outlet: Outlet, topic: Topic, title: str, at: datetime, plan: Plan) -> str:
    slug = _new_slug(outlet, title, plan)
    match outlet.path:
        case "dated":
            path = f"{at:%Y/%m/%d}/{slug}/"
        case "section":
            path = f"{topic.section.lower()}/{slug}"
        case _:
            path = f"{slug}.html"
    return f"https://www.{outlet.host}/{path}"


def _new_slug(outlet: Outlet, title: str, plan: Plan) -> str:
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    stem = words if len(words) <= 60 else words[:60].rsplit("-", 1)[0]
    slug, number = stem, 2
    while (outlet.host, slug) in plan.slugs:
        slug, number = f"{stem}-{number}", number + 1
    plan.slugs.add((outlet.host, slug))
    return slug


def _straight(text: str) -> str:
    return text.translate({ord("“"): '"', ord("”"): '"', ord("–"): "-"})
