"""Filters as SQL: the tables that a metric may read, with bound parameters.

Nothing else turns a choice into SQL, but presswatch/condition.py a query, and dashboard/voices.py
the members of a set. What the words of a query find is registered by dashboard/metrics/ as the
tables `hits_N`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.filters import CLAUSES, COUNTED, LISTS, ORIGINS, Filters, not_over
from presswatch.condition import WHOLE_NAME, Condition, condition
from presswatch.query import Node, parse
from presswatch.snapshot import Pointer

WINDOW = "published_on BETWEEN $first::DATE AND $last::DATE"
BEFORE = "published_on BETWEEN $before_first::DATE AND $before_last::DATE"
SCANS = (
    *("selected", "earlier", "eligible", "named", "named_before", "carried", "carried_before"),
    *("phrased", "phrased_before"),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters as SQL: the tables a metric may read, and the values for their parameters."""

    tables: dict[str, str]
    bound: dict[str, object]
    words: list[Node]  # of the query, each to be found for the table hits_N, N counted from 0
    scans: frozenset[str] = frozenset()  # tables that are little more than a stored table's days


def to_sql(filters: Filters, pointer: Pointer) -> Selection:
    """What a metric may read, by name. No value stands in the text.

    selected: the articles that pass every filter; earlier: the same for the period before;
    carried and carried_before: their tags that count, each once an article; borne: the tags that
    count of all articles of the window, once an origin; phrased and phrased_before: the keyphrases
    of `selected` and `earlier`; named and named_before: the mentions of these that count; tagged:
    the tags of the window by all their names, counted or not; signed: the names of authors of the
    window; authored: `selected` once an author; eligible: those that pass all filters but the
    dates; everything: the articles of the window from the same sources. What else metrics read may
    use $first, $last, $not_over, the first day that was not over when all sources had been asked,
    $complete_until, that instant, and $zone, the reporting time zone."""
    first, last = filters.window(pointer) or (None, None)
    earlier = filters.before(pointer)
    before_first, before_last = (earlier and earlier.window(pointer)) or (None, None)
    chosen = [field for field in CLAUSES if getattr(filters, field)]
    asked = condition(parse(filters.query)) if filters.query else Condition()
    clauses = [asked.sql if field == "query" else CLAUSES[field][0] for field in chosen]
    clauses = [clause for clause in clauses if clause]
    origins = filters.origins or COUNTED
    bound: dict[str, object] = {
        field: list(getattr(filters, field)) for field in LISTS if field in chosen
    }
    bound |= {"first": first, "last": last}
    bound |= {"before_first": before_first, "before_last": before_last}
    bound |= {"not_over": not_over(pointer), "complete_until": pointer.complete_until}
    bound |= {"zone": pointer.time_zone} | asked.bound

    def told(articles: str, read: Callable[[str], str], dates: str) -> str:
        """Rows of a bridge table with the story of their articles; where articles are counted, each
        is its own, as no metric then needs to know more."""
        rows = read(_bridge(articles if clauses else None, dates))
        if not filters.stories:
            return f"SELECT *, article AS story FROM ({rows})"  # noqa: S608
        return f"FROM ({rows}) JOIN (SELECT id AS article, story FROM {articles}) USING (article)"  # noqa: S608

    return Selection(
        {
            "tagged": _tagged(filters.origins, WINDOW),
            "signed": _signed(WINDOW),
            "selected": _articles(clauses, WINDOW, filters),
            "earlier": _articles(clauses, BEFORE, filters),
            "authored": _authored(stories=filters.stories),
            "carried": told("selected", lambda where: _tags(origins, where), WINDOW),
            "carried_before": told("earlier", lambda where: _tags(origins, where), BEFORE),
            "phrased": told("selected", lambda where: _of("keyphrase", where), WINDOW),
            "phrased_before": told("earlier", lambda where: _of("keyphrase", where), BEFORE),
            "borne": " UNION ALL ".join(_of(origin, WINDOW) for origin in origins),
            "named": told("selected", lambda where: _mentions(filters, where), WINDOW),
            "named_before": told("earlier", lambda where: _mentions(filters, where), BEFORE),
            "eligible": _articles(clauses, "true", filters),
            "everything": _articles(
                [CLAUSES[field][0] for field in chosen if field == "sources"], WINDOW, filters
            ),
        },
        bound,
        asked.words,
        frozenset(() if clauses else SCANS[:3] if filters.stories else SCANS),
    )


def _articles(clauses: Sequence[str], dates: str, filters: Filters) -> str:
    where = "\n        AND ".join([dates, *clauses])
    read = {
        "tagged": _tagged(filters.origins, dates),
        "mentioned": _mentions(filters, dates),
        "signed": _signed(dates),
    }
    ctes = ", ".join(f"{name} AS ({sql})" for name, sql in read.items() if name in where)
    return f"""\
    {f"WITH {ctes}" if ctes else ""}
    SELECT id, url, title, source, authors, published_at, published_on, date_precision,
        date_origin, words, tone, positive, neutral, negative, story, language
    FROM article
    WHERE {where}"""  # noqa: S608 - put together from the constants above; values are bound


def _tagged(origins: Sequence[str], dates: str) -> str:
    """The articles with their tags, under each name that a tag has; asked by name, a tag is found
    whether it counts or not."""
    # The bridge repeats published_on: filtered by it too, it is not read outside the window.
    tables = [ORIGINS[origin] for origin in origins] or ["article_tag WHERE true"]
    return " UNION ALL ".join(
        f"SELECT article, tag FROM {table} AND {dates} UNION ALL "  # noqa: S608
        f"SELECT article, key FROM (FROM {table} AND {dates}) JOIN tag_alias USING (tag)"
        for table in tables
    )


def _signed(dates: str) -> str:
    """The articles with the names of their authors."""
    return f"SELECT id AS article, unnest(authors) AS author FROM article WHERE {dates}"  # noqa: S608


def _authored(*, stories: bool) -> str:
    """The selected articles once an author: all spellings of a name that the field `by:` of a query
    takes for one."""
    story = "story" if stories else "id"
    return f"""\
    WITH every AS (
        SELECT id AS article, {story} AS story, source, tone, published_on, len(authors) AS among,
            unnest(authors) AS name
        FROM selected
    ),
    spelled AS MATERIALIZED (
        SELECT name, {WHOLE_NAME.format("name")} AS author
        FROM (SELECT DISTINCT name FROM every)
        WHERE regexp_matches(name, '[\\p{{L}}\\p{{N}}]')
    )
    SELECT article, story, source, tone, published_on, name, author
    FROM every JOIN spelled USING (name)
    WHERE among = 1
    UNION ALL
    SELECT article, any_value(story), any_value(source), any_value(tone), any_value(published_on),
        max(name), author
    FROM every JOIN spelled USING (name)
    WHERE among > 1
    GROUP BY article, author"""  # noqa: S608


def _mentions(filters: Filters, where: str) -> str:
    prominent = " AND (in_title OR in_lead)" if filters.prominent else ""
    return f"FROM mention WHERE {where}{prominent}"


def _bridge(articles: str | None, dates: str) -> str:
    # Where nothing but dates was chosen the bridge says it all: no join (115 against 13 ms for
    # the tags of a million articles).
    within = f" AND article IN (SELECT id FROM {articles})"  # noqa: S608
    return dates + within if articles else dates


def _tags(origins: Sequence[str], where: str) -> str:
    # An article can have a tag from its publisher and by rule. To take the few by rule that the
    # publisher does not give as well is far quicker than DISTINCT over all.
    tables = ",\n".join(f"of_{origin} AS ({_of(origin, where)})" for origin in origins)
    parts = [
        " ANTI JOIN ".join(
            [f"FROM of_{origin}", *(_also(origin, other, where) for other in origins[:place])]
        )
        for place, origin in enumerate(origins)
    ]
    return f"WITH {tables} {' UNION ALL '.join(parts)}"


def _also(origin: str, other: str, where: str) -> str:
    """What an ANTI JOIN takes away from an origin's tags: those that another gives as well."""
    # What is hidden is so of every origin, so `counted` can be left out: with it DuckDB 2.0 expects
    # fewer rows, joins the other way round, and takes 338 in place of 89 ms for the topics of a
    # million articles.
    within = f"article IN (SELECT article FROM of_{origin})"  # noqa: S608
    rows = f"SELECT article, tag FROM {ORIGINS[other]} AND {where} AND {within}"  # noqa: S608
    return f"({rows}) USING (article, tag)"


def _of(origin: str, where: str) -> str:
    """The tags of one origin that count: an article has each once."""
    table = ORIGINS[origin]
    return f"SELECT tag, article, published_on FROM {table} AND counted AND {where}"  # noqa: S608
