"""docs/quality.md, made of what measures.py measures and what judged.toml tells."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.quality.measures import MEASURES, Figure

OPENING = """\
# How good each enricher is

Made by `make quality` (`python -m tests.quality > docs/quality.md`): do not edit it here. Figures
are between 0 and 1 unless they are counts. F1 is the harmonic mean of precision (how much of what
was found is right) and recall (how much of what is there was found); macro-F1 is its mean over
negative, neutral and positive.

A figure is worth as much as what it was measured on:

- *invented by us, held out*: written after the rules, or before them, and not used to mend them.
  Nearest to new text, but those who write the rules and the cases think alike.
- *flatters*: the rules, or the thresholds, were mended on the very same cases.
- *labelled by others*, *real text*: corpora that are no part of the project. They are measured
  where `PRESSWATCH_CORPORA` names their folder, and else said to be not measured.
- *with a date*: judged by a person, or measured by a longer run, once on that day. How to repeat it
  stands at the section's end.

Each enricher's first line, in short:

| enricher | figure | value |
|---|---|---|
"""
TOLD = Path(__file__).with_name("judged.toml")

Told = dict[str, Any]  # a section of judged.toml


def told() -> list[Told]:
    """The sections of judged.toml, in the page's order."""
    sections: list[Told] = tomllib.loads(TOLD.read_text("utf-8"))["enricher"]
    return sections


def page(corpora: Path | None) -> str:
    """The whole page; `corpora` is the folder of the open corpora, if it is at hand."""
    sections = [(one, figures(one, corpora)) for one in told()]
    short = [_row(f"[{one['name']}](#{_anchor(one)})", *_first(got)) for one, got in sections]
    return "\n".join([OPENING + "\n".join(short), "", *(_section(*each) for each in sections)])


def figures(section: Told, corpora: Path | None) -> list[Figure]:
    """What is known of an enricher: first what was judged, which is on real text."""
    judged = [
        Figure(one["what"], one["value"], one["on"], f"{one['by']}; {one['date']}")
        for one in section.get("judged", ())
    ]
    return [*judged, *MEASURES[section["name"]](corpora)]


def row(figure: Figure) -> str:
    """A figure as its line in the table."""
    return _row(figure.what, figure.value, figure.on, figure.worth)


def _section(section: Told, found: list[Figure]) -> str:
    stage = section["stage"]
    lines = [f"## {section['name']}", "", section["what"], ""]
    lines += [f"Stage: {f'`{stage}`' if ' ' not in stage else stage}.", ""]
    lines += [_row("figure", "value", "on", "what that is worth"), "|---|---|---|---|"]
    lines += map(row, found)
    lines += ["", f"What flatters: {section['flatters']}", "", "Known mistakes:", ""]
    lines += [f"- {one}" for one in section["mistakes"]]
    if repeats := list(_repeats(section)):
        lines += ["", "To repeat what has a date:", "", *repeats]
    return "\n".join([*lines, ""])


def _repeats(section: Told) -> Iterator[str]:
    for one in section.get("judged", ()):
        if one["repeat"] != "the same":
            yield f"- {one['what']}, {one['value']}: {one['repeat']}."


def _first(found: list[Figure]) -> tuple[str, str]:
    return f"{found[0].what}; {found[0].on}", found[0].value


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _anchor(section: Told) -> str:
    return str(section["name"]).lower().replace(" ", "-")
