"""The headline figures: what each says, how it changed, and its course."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.charts import wording
from dashboard.charts.style import FEW, known

LABELS = {
    "articles": "Articles",
    "sources": "Sources",
    "tone": "Tone",
    "page_views": "Page views",
    "shares": "Shares",
    "places": "Places in most-popular lists",
}
WRITTEN = {"tone": wording.tone, "share": wording.percent}
POPULARITIES = ("page_views", "shares", "places")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One headline figure in words, with its course for a sparkline."""

    label: str
    value: str
    change: str | None  # on the period before; None where there is none to compare with
    direction: Literal["up", "down", "off"]
    course: list[float]
    remark: str  # what one must know to read it


def glances(now: pd.DataFrame, before: pd.DataFrame | None, course: pd.DataFrame) -> list[Glance]:
    """Articles, sources, tone and the first popularity that somebody measured."""
    measured = [name for name in POPULARITIES if known(now[name].iloc[0])]
    names = ["articles", "sources", "tone", *(measured or POPULARITIES)[:1]]
    return [_glance(name, now.iloc[0], _row(before), course) for name in names]


def _glance(name: str, now: pd.Series, before: pd.Series | None, course: pd.DataFrame) -> Glance:
    label = LABELS[name] + (few(now) if name == "tone" else "")
    return glance(label, name, now, before, course, _remark(name, now))


def glance(
    label: str,
    column: str,
    now: pd.Series,
    before: pd.Series | None,
    course: pd.DataFrame,
    remark: str = "",
) -> Glance:
    """What a column says now, on the period before, and in each whole period of a course (which
    may lack it)."""
    value = now[column]
    change = None if before is None else _difference(column, value, before[column])
    whole = course[course["complete"]]
    return Glance(
        label=label,
        value=WRITTEN.get(column, wording.number)(value),
        change=change,
        direction=_direction(change),
        course=[float(one) for one in whole.get(column, ()) if known(one)],
        remark=remark,
    )


def few(now: pd.Series) -> str:
    """What stands beside a tone that is the mean over few articles."""
    return f" (over {now['n']} only)" if 0 < now["n"] < FEW else ""


def _difference(column: str, value: float, earlier: float) -> str | None:
    if not known(value) or not known(earlier):
        return None
    if column == "tone":
        return wording.tone(value - earlier)
    return wording.change(value / earlier - 1) if earlier else None


def _direction(change: str | None) -> Literal["up", "down", "off"]:
    """Where the arrow beside a change in words points."""
    if change is None or change[0] not in ("+", wording.MINUS):
        return "off"
    return "up" if change[0] == "+" else "down"


def _remark(name: str, now: pd.Series) -> str:
    if name != "tone":
        return ""
    return f"Mean {_toned(now)}: the others have no text, or none in a language that is scored."


def toned(now: pd.DataFrame) -> str:
    """Over how many articles a mean tone is, of how many."""
    return _toned(now.iloc[0])


def _toned(now: pd.Series) -> str:
    return f"over {wording.number(now['n'])} of {wording.count(now['articles'], 'article')}"


def _row(frame: pd.DataFrame | None) -> pd.Series | None:
    return None if frame is None else frame.iloc[0]
