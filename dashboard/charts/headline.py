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
    value = now[name]
    earlier = before[name] if before is not None else None
    change = _difference(name, value, earlier)
    whole = course[course["complete"]]
    return Glance(
        label=LABELS[name] + (f" (over {now['n']} only)" if _few(name, now) else ""),
        value=wording.tone(value) if name == "tone" else wording.number(value),
        change=change,
        direction=direction_of(change),
        course=[float(one) for one in whole[name] if known(one)],
        remark=_remark(name, now),
    )


def _difference(name: str, value: float, earlier: float | None) -> str | None:
    if not known(value) or earlier is None or not known(earlier):
        return None
    if name == "tone":
        return wording.tone(value - earlier)
    return wording.change(value / earlier - 1) if earlier else None


def direction_of(change: str | None) -> Literal["up", "down", "off"]:
    """Where the arrow beside a change in words points."""
    if change is None or change[0] not in ("+", wording.MINUS):
        return "off"
    return "up" if change[0] == "+" else "down"


def _few(name: str, now: pd.Series) -> bool:
    return name == "tone" and 0 < now["n"] < FEW


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
