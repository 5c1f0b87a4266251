"""docs/metrics.md, made of the metrics' headers: `python -m dashboard.metrics.docs`."""

from enum import StrEnum

import click

from dashboard.metrics.catalogue import METRICS, Metric
from dashboard.metrics.columns import COLUMNS
from dashboard.metrics.parameters import MOST_MEMBERS, PARAMETERS

OPENING = """\
# Metrics

Made by `python -m dashboard.metrics.docs > docs/metrics.md` from the files of
`dashboard/metrics/`: do not edit it here. `presswatch metric NAME` prints the numbers of each,
and every chart shows them.

What holds for all of them:
- Days are days in the reporting time zone; both ends of a window belong to it. An absent end is
  the first or the last day that has an article.
- Filters apply to articles. Popularity counts by the day on which an article was seen, whenever it
  was published; all else by the day of publication.
- A series has a row for every period of its window, zeros included. Its first period may begin
  before the window; it counts the days of the window alone, and is then not complete.
- An absent value is empty in CSV and null in JSON and Parquet. Nothing is rounded.
- Rows come in the order in which the description ranks them, ties in the order of the names.
"""
TOLD = {
    "name": "the name of an entity, whatever its case (default: none)",
    "other": "another selection, as the dashboard's address has it (default: the period before)",
    "members": f"up to {MOST_MEMBERS} queries (default: none)",
}
ZERO = {
    "limit": "; 0 is all",
    "sample": "; 0 is all",
    "story": "; 0 is the one that most articles of the selection tell",
}


def page() -> str:
    """The whole page."""
    return "\n".join([OPENING, *(_section(metric) for metric in METRICS.values())])


def _section(metric: Metric) -> str:
    lines = [f"## {metric.name}: {metric.title}", "", metric.description, ""]
    lines += [f"- Unit: {metric.unit}", f"- Grain: {metric.grain}"]
    lines += [f"- `{name}`: {_choices(name)}" for name in metric.parameters]
    lines += ["", "| column | kind | meaning |", "|---|---|---|"]
    for name in metric.columns:
        kind, meaning = COLUMNS[name]
        only = " (by day only)" if name in metric.by_day_only else ""
        lines.append(f"| `{name}` | {kind} | {meaning}{only} |")
    return "\n".join([*lines, ""])


def _choices(name: str) -> str:
    parameter = PARAMETERS[name]
    if issubclass(parameter.kind, StrEnum):
        return f"{', '.join(parameter.kind)} (default {parameter.default})"
    if parameter.kind is not int:
        return TOLD[name]
    return f"a whole number (default {parameter.default}{ZERO.get(name, '')})"


if __name__ == "__main__":
    click.echo(page(), nl=False)
