"""The metrics: an .sql file each, whose header says what it measures; here they get their types.

docs/metrics.md and every chart's help are made of the same headers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files

from dashboard.filters import as_text
from dashboard.reach import Reaching, around, lately, quarters
from presswatch.errors import AskError

FIELDS = ("unit", "grain", "parameters")  # of a header, in this order, after title and description


class Period(StrEnum):
    """What a series counts by. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Measure(StrEnum):
    """The three kinds of popularity, never added up."""

    PAGE_VIEWS = "page_views"
    SHARES = "shares"
    PLACES = "places"


class Sort(StrEnum):
    """The order of a list of articles."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    HIGHEST_TONE = "highest tone"
    LOWEST_TONE = "lowest tone"
    PAGE_VIEWS = "page views"


class Kind(StrEnum):
    """The types of entities, and all of them together."""

    ANY = "any"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"


class Role(StrEnum):
    """What an entity is to a quote."""

    BY = "by"
    ABOUT = "about"


class Over(StrEnum):
    """What is looked at for what stands out: the last day, or the last seven."""

    FITTING = "fitting"  # a day of a window of up to 31 days, a week of a longer one
    DAY = "day"
    WEEK = "week"


class Part(StrEnum):
    """What two selections are told apart by."""

    WORD = "word"
    KEYPHRASE = "keyphrase"
    TAG = "tag"
    ENTITY = "entity"
    SOURCE = "source"


class Group(StrEnum):
    """What tone is told by."""

    TAG = "tag"
    SOURCE = "source"
    ENTITY = "entity"


class Pole(StrEnum):
    """An end of the scale of tone."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Order(StrEnum):
    """The order of a list of stories."""

    COVERAGE = "coverage"
    NEWEST = "newest"


MOST_MEMBERS = 12  # of a set: more lines than an eye can tell apart


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a metric is told beside the filters: an enum, a whole number from 0 on, a text, or a few
    texts."""

    kind: type
    default: object

    def read(self, name: str, value: object) -> object:
        """The value as it is bound. Raises AskError."""
        if issubclass(self.kind, StrEnum):
            if value not in list(self.kind):
                raise AskError(f"{value!r} is no {name}. Choose one of {', '.join(self.kind)}.")
            return str(value)
        if self.kind is str:
            return _text(name, value)
        if self.kind is tuple:
            return self._read_texts(name, value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
            raise AskError(f"{name} is {value!r}. Give a whole number, 0 or more.")
        return value

    def _read_texts(self, name: str, value: object) -> list[str]:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise AskError(f"{name} is {value!r}. Give a list of texts.")
        if len(value) > MOST_MEMBERS:
            raise AskError(f"{len(value)} {name} are too many. Give {MOST_MEMBERS} at most.")
        return [_text(name, one) for one in value]


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise AskError(f"{name} is {value!r}. Give a text.")
    return as_text(value)


PARAMETERS = {
    "period": Parameter(Period, Period.DAY),
    "measure": Parameter(Measure, Measure.PAGE_VIEWS),
    "sort": Parameter(Sort, Sort.NEWEST),
    "limit": Parameter(int, 20),  # as many as a chart shows legibly; 0 is all
    "offset": Parameter(int, 0),
    "name": Parameter(str, ""),
    "kind": Parameter(Kind, Kind.ANY),
    "role": Parameter(Role, Role.BY),
    "support": Parameter(int, 3),  # two articles may agree by chance
    "members": Parameter(tuple, ()),
    "story": Parameter(int, 0),  # 0 is the one that most articles tell
    "order": Parameter(Order, Order.COVERAGE),
    "part": Parameter(Part, Part.TAG),
    "other": Parameter(str, ""),
    "sample": Parameter(int, 15_000),  # titles a side whose words are read in 50 ms
    "over": Parameter(Over, Over.FITTING),
    "group": Parameter(Group, Group.TAG),
    "pole": Parameter(Pole, Pole.POSITIVE),
    "words": Parameter(int, 0),
    "life": Parameter(int, 7),  # days; most news is read within two (Dezső and others 2006)
    "least": Parameter(int, 10),  # views; of fewer, a half says little
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A metric: what its header says, and the types of its parameters and columns."""

    name: str
    title: str
    description: str
    unit: str
    grain: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]  # columns.py says what each is
    by_day_only: tuple[str, ...]
    sql: str
    reach: Reaching | None = None  # what makes it read more days than those of the window
    tables: Mapping[str, str] = field(default_factory=dict)  # its own; each may read those before

    def read(self, parameters: Mapping[str, object]) -> dict[str, object]:
        """The parameters, checked, defaults filled in. Raises AskError."""
        if unknown := sorted(set(parameters) - set(self.parameters)):
            known = ", ".join(self.parameters) or "none"
            raise AskError(f"{self.name} takes no {unknown[0]!r}. Its parameters: {known}.")
        return {
            name: PARAMETERS[name].read(name, parameters.get(name, PARAMETERS[name].default))
            for name in self.parameters
        }


def find_metric(name: str) -> Metric:
    """The metric of that name. Raises AskError, which lists them."""
    if name not in METRICS:
        raise AskError(f"{name!r} is no metric. The metrics are {', '.join(METRICS)}.")
    return METRICS[name]


def _metric(
    name: str,
    *columns: str,
    by_day_only: tuple[str, ...] = (),
    reach: Reaching | None = None,
    tables: Mapping[str, str] | None = None,
) -> Metric:
    comments, sql = read_sql(f"{name}.sql")
    said = dict(line.split(": ", 1) for line in comments[-len(FIELDS) :])
    title, *description = comments[: -len(FIELDS)]
    return Metric(
        name=name,
        title=title,
        description=" ".join(description),
        unit=said["unit"],
        grain=said["grain"],
        parameters=tuple(word for word in said["parameters"].split(", ") if word != "none"),
        columns=columns,
        by_day_only=by_day_only,
        sql=sql,
        reach=reach,
        tables={name: read_sql(file)[1] for name, file in (tables or {}).items()},
    )


def _ties(knots: str, rows: str) -> dict[str, str]:
    """What is tied, what says which articles have it, and how closely it is tied."""
    return {"knot": f"ties/{knots}.sql", "knotted": f"ties/{rows}.sql", "tied": "ties/tied.sql"}


def read_sql(file: str) -> tuple[list[str], str]:
    """The comments and the statement of a file beside this one."""
    lines = files(__package__).joinpath(file).read_text("utf-8").splitlines()
    comments = [line.removeprefix("-- ") for line in lines if line.startswith("--")]
    return comments, "\n".join(line for line in lines if not line.startswith("--"))


SERIES = ("starts_on", "coverage")
METRICS = {
    metric.name: metric
    for metric in (
        _metric("headline", "articles", "sources", "tone", "n", "page_views", "shares", "places"),
        _metric(
            "headline_course",
            *("starts_on", "articles", "sources", "tone", "n"),
            *("page_views", "shares", "places", "complete"),
        ),
        _metric("coverage", *SERIES, "mean_7d", "complete", by_day_only=("mean_7d",)),
        _metric("coverage_share", *SERIES, "everything", "share", "complete"),
        _metric(
            "coverage_by_tag",
            *("starts_on", "tag", "coverage", "share", "indexed", "complete"),
        ),
        _metric(
            "coverage_by_source",
            *("starts_on", "source", "coverage", "share", "indexed", "complete"),
        ),
        _metric(
            "coverage_by_query",
            *("starts_on", "member", "coverage", "everything", "share", "indexed", "mean_7d"),
            "complete",
            by_day_only=("mean_7d",),
        ),
        _metric(
            "coverage_by_hour",
            *("starts_at", "member", "coverage", "everything", "share", "indexed"),
            *("dated_by_day", "complete"),
        ),
        _metric(
            "coverage_peaks",
            *("starts_on", "member", "coverage", "usual", "score"),
            reach=around,
        ),
        _metric(
            "stands_out",
            *("kind", "name", "coverage", "usual", "times", "score", "title", "copies"),
            reach=lately,
        ),
        _metric("topics", "tag", "coverage", "before", "change"),
        _metric("rising", "tag", "coverage", "before", "change", "rise"),
        _metric("fading", "tag", "coverage", "before", "change", "fall"),
        _metric(
            "bursts",
            *("tag", "starts_on", "ends_on", "coverage", "usual", "strength"),
            reach=quarters,
        ),
        _metric(
            "tag_ties",
            *("tag", "other", "together", "association"),
            tables=_ties("tags", "carrying"),
        ),
        _metric("found_topics", "topic", "phrases", "coverage", "before", "change"),
        _metric(
            "stories",
            *("story", "headline", "coverage", "sources", "articles", "first_source"),
            *("first_sure", "published_at", "published_on", "by_day", "lasted", "revised"),
            *("tone", "n", "page_views"),
        ),
        _metric(
            "story_articles",
            *("article", "title", "source", "url", "published_at", "published_on", "by_day"),
            *("behind", "days_behind", "first", "tone", "revised_at", "passes"),
        ),
        _metric(
            "story_sources",
            *("source", "coverage", "published_at", "published_on", "by_day"),
            *("behind", "days_behind", "first"),
        ),
        _metric(
            "story_headlines",
            *("headline", "coverage", "sources", "published_at", "published_on", "by_day"),
        ),
        _metric(
            "apart",
            *("term", "type", "coverage", "other_coverage", "share", "other_share"),
            *("log_odds", "z"),
        ),
        _metric("both", "coverage", "other_coverage", "both"),
        _metric("popular", "rank", "article", "title", "source", "url", "measure", "value"),
        _metric("popular_course", "day", "article", "title", "value"),
        _metric("popular_ranks", "starts_on", "article", "title", "rank"),
        _metric("read_and_written", "tag", "coverage", "share", "value", "value_share", "ratio"),
        _metric("half_life", "age", "articles", "single", "share", "cumulative"),
        _metric(
            "evergreen",
            *("article", "title", "source", "url", "published_on", "value", "late", "late_share"),
        ),
        _metric("concentration", "articles", "value", "gini", "top_1", "top_10"),
        _metric("concentration_curve", "top", "value_share"),
        _metric(
            "tone",
            *("starts_on", "tone", "low", "high", "positive", "neutral", "negative"),
            *("n", "complete"),
        ),
        _metric("tone_distribution", "at_least", "below", "coverage", "share"),
        _metric("tone_by", "name", "type", "tone", "low", "high", "n"),
        _metric(
            "tone_extremes",
            *("article", "title", "source", "url", "published_on", "words", "tone"),
        ),
        _metric("tone_languages", "language", "articles", "n", "textless", "unscored"),
        _metric("sources", "source", "coverage", "share", "tone", "n"),
        _metric(
            "source_record",
            *("source", "coverage", "share", "tone", "n", "first_on", "last_on", "ever"),
        ),
        _metric("source_cadence", "source", "publishing_days", "per_day", "gap"),
        _metric(
            "source_firsts",
            *("source", "coverage", "alone", "led", "followed", "unordered"),
            *("ordered", "led_share", "lag", "by_day_only"),
        ),
        _metric("source_course", "starts_on", "source", "coverage", "complete"),
        _metric("source_rhythm", "weekday", "hour", "coverage"),
        _metric(
            "authors",
            *("author", "coverage", "share", "sources", "most_for", "tone", "n"),
            *("first_on", "last_on"),
        ),
        _metric("authorship", "articles", "unsigned"),
        _metric(
            "entities",
            *("entity", "type", "coverage", "share", "before", "change"),
            *("mentions", "prominence", "tone", "n"),
        ),
        _metric(
            "entity_headline",
            *("entity", "types", "spellings", "coverage", "share", "sources"),
            *("mentions", "prominent", "prominence", "tone", "n"),
        ),
        _metric(
            "entity_course",
            *("starts_on", "coverage", "share", "prominent", "tone", "n", "complete"),
        ),
        _metric("entity_sources", "source", "coverage", "share", "tone", "n"),
        _metric("entity_company", "entity", "type", "together", "coverage", "association"),
        _metric(
            "entity_ties",
            *("entity", "type", "other", "other_type", "together", "association"),
            tables=_ties("entities", "naming"),
        ),
        _metric("quotes", "published_on", "source", "article", "title", "speaker", "text", "tone"),
        _metric("places", *("entity", "country", "latitude", "longitude", "coverage", "tone", "n")),
        _metric(
            "voice",
            *("member", "coverage", "share", "overlap", "prominent", "prominent_share"),
            *("tone", "n", "positive_articles", "neutral_articles", "negative_articles"),
        ),
        _metric("voice_course", "starts_on", "member", "coverage", "whole", "share", "complete"),
        _metric("voice_sources", "source", "member", "coverage", "share"),
        _metric("voice_overlap", "member", "other", "together", "share"),
        _metric(
            "refreshes",
            *("refresh", "started_at", "ended_at", "seconds", "outcome", "asked_all"),
            *("read", "new", "updated", "unchanged", "refused", "version"),
        ),
        _metric("refresh_gaps", "gap_first_on", "gap_last_on", "lacking", "begun"),
        _metric(
            "source_states",
            *("source_name", "source_kind", "address", "asked_at", "answered_at", "due_at"),
            *("failures", "failure", "brought", "daily"),
        ),
        _metric("silent_sources", "source", "last_on", "silent", "longest", "articles"),
        _metric(
            "problems_by_reason",
            *("reason", "stage", "documents", "refresh", "started_at", "document", "place"),
        ),
        _metric("counted", "aspect", "part", "coverage", "share"),
        _metric(
            "articles",
            *("id", "title", "source", "url", "published_on", "published_at"),
            *("tone", "tags", "page_views", "words"),
        ),
    )
}
