"""Filters: what the analyst chose, to and from the URL, and to a sentence.

A field is one line: its condition on articles stands beside its words. What puts the conditions
together is dashboard/selection.py."""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from presswatch.errors import AskError
from presswatch.snapshot import Pointer
from presswatch.tags import fold

VERSION = "1"  # of the URL form: a link sent today is followed in years
EARLIEST, LATEST = date(1600, 1, 1), date(2200, 12, 31)  # newspapers begin in 1605

# Who gives tags, and where they stand. What counts for a tag is never its boilerplate or keyphrases
# unless they are asked for.
ORIGINS = {
    "publisher": "article_tag WHERE origin = 'publisher'",
    "boilerplate": "article_tag WHERE origin = 'boilerplate'",  # on nearly all of its articles
    "rule": "article_tag WHERE origin = 'rule'",
    "keyphrase": "article_keyphrase WHERE true",
}
COUNTED = ("publisher", "rule")
# A field's SQL and its words. `tagged` has the tags of the days that count, by all their names.
TAGGED = "SELECT article FROM tagged WHERE tag"
EACH = "GROUP BY article HAVING count(DISTINCT tag)"
# `mentioned` has the entities of the days that count; a name is any entity's, whatever its case.
MENTIONED = "SELECT article FROM mentioned WHERE entity"
ENTITIES = (
    "SELECT id FROM entity WHERE lower(entity) IN (SELECT lower(unnest($entities::VARCHAR[])))"
)
CLAUSES = {
    "tags_any": (f"id IN ({TAGGED} = ANY($tags_any))", "tagged any of {}"),
    "tags_all": (
        f"id IN ({TAGGED} = ANY($tags_all) {EACH} = len($tags_all))",
        "tagged all of {}",
    ),
    "tags_none": (f"id NOT IN ({TAGGED} = ANY($tags_none))", "tagged none of {}"),
    "origins": ("", "counting tags of origin {}"),
    "sources": ("source = ANY($sources)", "from {}"),
    "entities": (f"id IN ({MENTIONED} IN ({ENTITIES}))", "naming any of {}"),
    "prominent": ("", "counting names in title or lead only"),
    "revised": ("revised_at IS NOT NULL", "changed after publication"),
    "stories": ("", "counting a story once"),
    "query": ("", 'matching "{}"'),
}
FIELDS = {  # by URL key; the order is the URL's
    "from": "since",
    "to": "until",
    "tag": "tags_any",
    "all": "tags_all",
    "no": "tags_none",
    "origin": "origins",
    "source": "sources",
    "entity": "entities",
    "prominent": "prominent",
    "revised": "revised",
    "stories": "stories",
    "q": "query",
}
URL_KEYS = ("v", *FIELDS)
TAGS = ("tags_any", "tags_all", "tags_none")
LISTS = (*TAGS, "sources", "entities")
HOW_TO_COUNT = ("origins", "prominent", "stories")  # fields that leave no article out
YES = "yes"  # in the URL, of what is either asked for or not

# What a preset's window starts with, counted back from the last day that has an article.
PRESETS: dict[str, Callable[[date], date | None]] = {
    "last 7 days": lambda last: last - timedelta(days=6),
    "last 30 days": lambda last: last - timedelta(days=29),
    "last 90 days": lambda last: last - timedelta(days=89),
    "last 365 days": lambda last: last - timedelta(days=364),
    "year to date": lambda last: last.replace(month=1, day=1),
    "all days": lambda _: None,
}
FIRST_VIEW = "last 90 days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the analyst chose. Tags are keys: any spelling is taken, and folded."""

    since: date | None = None
    until: date | None = None
    tags_any: tuple[str, ...] = ()
    tags_all: tuple[str, ...] = ()
    tags_none: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()  # whose tags count; () is COUNTED
    sources: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()  # names, as the metric `entities` gives them
    prominent: bool = False  # whether an entity counts only where title or first paragraph name it
    revised: bool = False  # only those whose title or text was changed after publication
    stories: bool = False  # whether the copies of one report count once
    query: str | None = None

    def __post_init__(self) -> None:
        for field in TAGS:
            keys = tuple(dict.fromkeys(fold(as_text(tag)) for tag in getattr(self, field)))
            object.__setattr__(self, field, keys)
            if "" in keys:
                raise AskError("A tag to filter by is empty. Name one, or leave it out.")
        if unknown := sorted(set(self.origins) - set(ORIGINS)):
            raise AskError(f"{unknown[0]!r} is no origin of tags: {', '.join(ORIGINS)}.")
        chosen = tuple(one for one in ORIGINS if one in self.origins)
        object.__setattr__(self, "origins", chosen)
        for field, called in (("sources", "A source"), ("entities", "An entity")):
            names = tuple(dict.fromkeys(map(as_text, getattr(self, field))))
            object.__setattr__(self, field, names)
            if "" in names:
                raise AskError(f"{called} to filter by is empty. Name one, or leave it out.")
        object.__setattr__(self, "query", as_text(self.query or "").strip() or None)
        for day in (self.since, self.until):
            if day and not EARLIEST <= day <= LATEST:
                raise AskError(f"{day} lies outside {EARLIEST} to {LATEST}. Choose a day within.")
        if self.since and self.until and self.since > self.until:
            raise AskError(f"The first day, {self.since}, is after the last, {self.until}.")

    def window(self, pointer: Pointer) -> tuple[date, date] | None:
        """The first and the last day, both included; an absent bound is the store's.

        None where the store has no article and neither day was chosen."""
        first = self.since or pointer.first_on or self.until
        last = self.until or pointer.last_on or self.since
        if first is None or last is None:
            return None
        # A day chosen beyond what the store holds is a window of that one day.
        return (first, max(first, last)) if self.since else (min(first, last), last)

    def before(self, pointer: Pointer) -> "Filters | None":
        """The same for the period of equal length just before, or None without a first day."""
        window = self.window(pointer)
        if self.since is None or window is None:
            return None
        first, last = window
        since = first - (last - first) - timedelta(days=1)
        if since < EARLIEST:
            return None
        return replace(self, since=since, until=first - timedelta(days=1))


def not_over(pointer: Pointer) -> date | None:
    """The first day that was not over when all sources had been asked; None if they never were."""
    if pointer.complete_until is None:
        return None
    return pointer.complete_until.astimezone(ZoneInfo(pointer.time_zone)).date()


def to_url(filters: Filters) -> dict[str, list[str]]:
    """The filters as URL parameters, with the version of their form."""
    form = {key: _values(getattr(filters, field)) for key, field in FIELDS.items()}
    return {"v": [VERSION]} | {key: values for key, values in form.items() if values}


def from_url(form: Mapping[str, Sequence[str]]) -> Filters:
    """The filters that URL parameters say. Raises AskError: nothing is dropped silently."""
    if unknown := sorted(set(form) - set(URL_KEYS)):
        raise AskError(f"{unknown[0]!r} is no filter. The filters are {', '.join(FIELDS)}.")
    if any(version != VERSION for version in form.get("v", ())):
        raise AskError("This link was made by a newer Presswatch. Choose the filters again.")
    single: dict[str, str | None] = {}
    for key in ("from", "to", "prominent", "revised", "stories", "q"):
        values = form.get(key, ())
        if len(values) > 1:
            raise AskError(f"{key!r} is given {len(values)} times. Give it once.")
        single[key] = values[0] if values else None
    since, until = single["from"], single["to"]
    for key in ("prominent", "revised", "stories"):
        if single[key] not in (None, YES):
            raise AskError(f"{key!r} is {single[key]!r}. Write {YES!r}, or leave it out.")
    return Filters(
        since=None if since is None else read_day(since),
        until=None if until is None else read_day(until),
        tags_any=tuple(form.get("tag", ())),
        tags_all=tuple(form.get("all", ())),
        tags_none=tuple(form.get("no", ())),
        origins=tuple(form.get("origin", ())),
        sources=tuple(form.get("source", ())),
        entities=tuple(form.get("entity", ())),
        prominent=single["prominent"] == YES,
        revised=single["revised"] == YES,
        stories=single["stories"] == YES,
        query=single["q"],
    )


def read_day(text: str) -> date:
    """A day written as YYYY-MM-DD. Raises AskError."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise AskError(f"{text!r} is no day. Write it as YYYY-MM-DD.")


def sentence(filters: Filters, pointer: Pointer, labels: Mapping[str, str] | None = None) -> str:
    """The filters in words; `labels` gives the spelling of a tag's key."""
    parts = [days_in_words(filters.window(pointer))]
    for field, (_, words) in CLAUSES.items():
        values = _values(getattr(filters, field))
        if field in TAGS:
            values = [(labels or {}).get(key, key) for key in values]
        if values:
            parts.append(words.format(", ".join(values)))
    return ", ".join(parts)


def widening(filters: Filters) -> list[str]:
    """What one may do to see more, as a sentence; none where nothing is narrowed."""
    ways = ["widen the days"] if filters.since or filters.until else []
    if any(getattr(filters, field) for field in CLAUSES if field not in HOW_TO_COUNT):
        ways.append("drop a tag, source, name or word")
    return [f"{', or '.join(ways).capitalize()}."] if ways else []


def preset(name: str, pointer: Pointer, filters: Filters | None = None) -> Filters:
    """The filters with the dates of a preset."""
    last = pointer.last_on
    since = PRESETS[name](last) if last else None
    return replace(filters or Filters(), since=since, until=last if since else None)


def preset_of(filters: Filters, pointer: Pointer) -> str | None:
    """The preset that the filters' dates are, if they are one."""
    return next((name for name in PRESETS if preset(name, pointer, filters) == filters), None)


def in_words(day: date) -> str:
    """A day as a person writes it: 3 May 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def days_in_words(window: tuple[date, date] | None) -> str:
    """A window as a person writes it: from 3 May to 9 May 2026."""
    if window is None:
        return "no days"
    first, last = window
    if first == last:
        return f"on {in_words(first)}"
    start = in_words(first)
    return f"from {start.removesuffix(f' {last.year}')} to {in_words(last)}"


def _values(value: date | str | bool | Sequence[str] | None) -> list[str]:
    if value is None or isinstance(value, bool):
        return [YES] if value else []
    return [str(value)] if isinstance(value, date | str) else list(value)


def as_text(value: str) -> str:
    """The text as it may be bound. Raises AskError."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise AskError(f"{value!a} is not text. Write it in UTF-8.") from error
    return value
