"""The metrics: an .sql file each, whose header says what it measures; here they get their types.

docs/metrics.md and every chart's help are made of the same headers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from dashboard.metrics.parameters import PARAMETERS
from dashboard.reach import Reaching, around, lately, quarters
from presswatch.errors import AskError

FIELDS = ("unit", "grain", "parameters")  # of a header, in this order, after title and description


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
    """What is tied, what says which articles have it, what stands together, and how closely."""
    files = {"knot": knots, "knotted": rows, "jointly": "jointly", "tied": "tied"}
    return {name: f"ties/{file}.sql" for name, file in files.items()}


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
        _metric(
            "voice_overlap",
            *("member", "other", "together", "share"),
            tables=_ties("members", "voicing"),
        ),
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
