"""The commands that read: dashboard, metric, article, articles. They parse, ask and print."""

import functools
import json
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from dashboard.filters import ORIGINS, Filters, read_day
from dashboard.find import find_article, reading_of
from dashboard.launch import launch
from dashboard.metrics import METRICS, Measure, Period, find_metric, table
from dashboard.metrics.parameters import Group, Kind, Order, Over, Part, Pole, Role
from dashboard.rows import WRITERS
from presswatch.errors import AskError, ExportError
from presswatch.options import store_options
from presswatch.settings import Settings, store_of
from presswatch.snapshot import open_current, read_pointer

# Click 8.3 would show an enum by the names of its members, not by their values.
PERIODS = [str(period) for period in Period]
MEASURES = [str(measure) for measure in Measure]
KINDS = [str(kind) for kind in Kind]
ROLES = [str(role) for role in Role]
OVER = [str(over) for over in Over]
GROUPS = [str(group) for group in Group]
POLES = [str(pole) for pole in Pole]
ORDERS = [str(order) for order in Order]
PARTS = [str(part) for part in Part]
WIDTH = 88  # of an article's text on a terminal


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that choose articles, and hand it the `filters` they make."""

    @click.option("--from", "since", metavar="DAY", help="The first day, YYYY-MM-DD.")
    @click.option("--to", "until", metavar="DAY", help="The last day, included.")
    @click.option("--tag", multiple=True, help="With this tag; repeated: with any of them.")
    @click.option("--all-tag", multiple=True, help="With this tag; repeated: with all of them.")
    @click.option("--no-tag", multiple=True, help="Without this tag.")
    @click.option(
        "--origin",
        multiple=True,
        type=click.Choice(list(ORIGINS)),
        help="Count tags of this origin; repeatable. Default: publisher and rule.",
    )
    @click.option("--source", multiple=True, help="From this source; repeated: from any.")
    @click.option("--entity", multiple=True, help="Naming this entity; repeated: any of them.")
    @click.option("--prominent", is_flag=True, help="Count names in title or lead only.")
    @click.option("--revised", is_flag=True, help="Only those changed after publication.")
    @click.option("--stories", is_flag=True, help="Count the copies of one report once.")
    @click.option("--query", metavar="TEXT", help='Words, "phrases", AND, OR, NOT, brackets.')
    @functools.wraps(command)
    def with_filters(
        *args: Any,
        since: str | None,
        until: str | None,
        tag: tuple[str, ...],
        all_tag: tuple[str, ...],
        no_tag: tuple[str, ...],
        origin: tuple[str, ...],
        source: tuple[str, ...],
        entity: tuple[str, ...],
        prominent: bool,
        revised: bool,
        stories: bool,
        query: str | None,
        **rest: Any,
    ) -> Any:
        filters = Filters(
            since=read_day(since) if since is not None else None,
            until=read_day(until) if until is not None else None,
            tags_any=tag,
            tags_all=all_tag,
            tags_none=no_tag,
            origins=origin,
            sources=source,
            entities=entity,
            prominent=prominent,
            revised=revised,
            stories=stories,
            query=query,
        )
        return command(*args, filters=filters, **rest)

    return with_filters


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--limit`, `--format` and `--out`."""
    for option in (
        click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write here."),
        click.option("--format", "form", type=click.Choice(list(WRITERS)), default="csv"),
        click.option("--limit", type=click.IntRange(0), metavar="N", help="Rows; 0 is all."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="Name the metrics.")
@filter_options
@click.option("--by", type=click.Choice(PERIODS), default=PERIODS[0], help="Of a series.")
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default=MEASURES[0],
    help="Of popularity.",
)
@click.option("--name", "of", metavar="NAME", help="Of one entity; default: the most named.")
@click.option("--kind", type=click.Choice(KINDS), help="Of entities.")
@click.option("--role", type=click.Choice(ROLES), help="Of quotes: by the entity, or about it.")
@click.option("--support", type=click.IntRange(0), metavar="N", help="Least articles of a pair.")
@click.option("--member", "members", multiple=True, metavar="QUERY", help="Of a set of voices.")
@click.option("--over", type=click.Choice(OVER), help="What is looked at for what stands out.")
@click.option("--group", type=click.Choice(GROUPS), help="What tone is told by.")
@click.option("--pole", type=click.Choice(POLES), help="Of the articles of extreme tone.")
@click.option("--words", type=click.IntRange(0), metavar="N", help="Least words of an article.")
@click.option("--life", type=click.IntRange(1, 3650), metavar="DAYS", help="Of a half-life.")
@click.option("--least", type=click.IntRange(0), metavar="N", help="Least views of an article.")
@click.option("--story", type=click.IntRange(0), metavar="ID", help="Default: the most told.")
@click.option("--order", type=click.Choice(ORDERS), help="Of stories.")
@click.option("--part", type=click.Choice(PARTS), help="What sets two selections apart.")
@click.option("--other", metavar="FILTERS", help="What to compare with: 'to=2026-03-31&tag=ports'.")
@click.option("--sample", type=click.IntRange(0), metavar="N", help="Titles read; 0 is all.")
@output_options
@store_options
def metric(
    name: str | None,
    listed: bool,
    settings: Settings,
    filters: Filters,
    by: str,
    measure: str,
    of: str | None,
    kind: str | None,
    role: str | None,
    support: int | None,
    members: tuple[str, ...],
    over: str | None,
    group: str | None,
    pole: str | None,
    words: int | None,
    life: int | None,
    least: int | None,
    story: int | None,
    order: str | None,
    part: str | None,
    other: str | None,
    sample: int | None,
    limit: int | None,
    form: str,
    out: Path | None,
) -> None:
    """Print the numbers of the metric NAME, as its chart shows them.

    An option that the metric does not know (--by of topics, say) changes nothing."""
    if listed:
        for one in METRICS.values():
            click.echo(f"{one.name:20}{one.title} ({one.unit})")
        return
    if name is None:
        raise AskError(f"Name a metric. The metrics are {', '.join(METRICS)}.")
    asked = find_metric(name)
    given: dict[str, Any] = {"period": by, "measure": measure}
    given |= {"name": of, "kind": kind, "role": role, "support": support, "limit": limit}
    given |= {"over": over, "members": members, "group": group, "pole": pole, "words": words}
    given |= {"life": life, "least": least, "story": story, "order": order}
    given |= {"part": part, "other": other, "sample": sample}
    known = {
        key: value for key, value in given.items() if key in asked.parameters and value is not None
    }
    _print_rows(settings, asked.name, filters, known, form, out)


@click.command()
@filter_options
@output_options
@store_options
def articles(
    settings: Settings, filters: Filters, limit: int | None, form: str, out: Path | None
) -> None:
    """Print the list of articles, newest first; all of them without --limit."""
    _print_rows(settings, "articles", filters, {"limit": limit or 0}, form, out)


@click.command()
@click.argument("asked", metavar="URL|ID")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with all that was read out of it.")
@store_options
def article(settings: Settings, asked: str, as_json: bool) -> None:
    """Print one article: its text, and what was read out of it."""
    with closing(open_current(store_of(settings))) as snapshot:
        reading = reading_of(snapshot, find_article(snapshot, asked))
    if as_json:
        click.echo(json.dumps(reading, ensure_ascii=False, allow_nan=False, indent=2))
        return
    for line in _lines(reading):
        # An article's text may hold escape codes: a terminal would obey them.
        click.echo("".join(sign for sign in line if sign.isprintable() or sign == "\n"))


def _print_rows(
    settings: Settings,
    name: str,
    filters: Filters,
    parameters: dict[str, Any],
    form: str,
    out: Path | None,
) -> None:
    if out is None and form == "parquet" and sys.stdout.isatty():
        raise ExportError("Parquet is not for a terminal. Name a file with --out.")
    with closing(open_current(store_of(settings))) as snapshot:
        rows = table(snapshot, name, filters, **parameters)
    if out is None:
        WRITERS[form](rows, sys.stdout.buffer)
        return
    try:
        with out.open("wb") as file:
            WRITERS[form](rows, file)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written ({error.strerror}).") from error


@click.command()
@click.option("--port", type=int, default=8501, show_default=True, help="Where it is served.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@store_options
def dashboard(settings: Settings, port: int, no_browser: bool) -> None:
    """Look at the store in a browser, on this machine alone."""
    store = store_of(settings)
    read_pointer(store)  # better said here than on the page
    sys.exit(launch(store, port=port, browser=not no_browser))


def _lines(reading: dict[str, Any]) -> Iterator[str]:
    yield reading["title"]
    yield " · ".join([reading["source"], reading["published_on"], *reading["authors"]])
    if reading["url"]:
        yield reading["url"]
    if reading["tags"]:
        yield f"Tags: {', '.join(reading['tags'])}"
    if reading["entities"]:
        yield f"Names: {', '.join(one['entity'] for one in reading['entities'])}"
    if reading["tone"] is not None:
        yield f"Tone: {reading['tone']:+.2f} (-1 to 1)"
    for paragraph in reading["body"]:
        yield "\n" + textwrap.fill(paragraph, WIDTH)


# A command that reads joins this list; presswatch/cli.py takes them from here.
commands: list[click.Command] = [dashboard, metric, articles, article]
