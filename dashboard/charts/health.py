"""What the page Health shows: refreshes, sources, problems, and what is counted, in charts and in
tables under their headings."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import plotly.graph_objects as go

from dashboard import raw
from dashboard.charts import wording
from dashboard.charts.headline import Glance
from dashboard.charts.style import (
    COLOURS,
    counting,
    figure,
    known,
    label,
    name_rows,
    room_beside,
    rows_of,
)
from dashboard.reasons import REASONS, UNKNOWN
from presswatch.snapshot import Pointer

ROW = 26  # pixels
LABEL = 28  # letters
OUTCOMES = {  # with the colour and the pattern of their bars
    "complete": (COLOURS[0], ""),
    "incomplete": (COLOURS[1], "/"),
    "interrupted": (COLOURS[3], "x"),
    "running": (COLOURS[9], "."),
}
OTHER = (COLOURS[9], ".")
TICKS = 8
UNKNOWN_LANGUAGE = "not known"
REFRESHES = {
    "refresh": "Refresh",
    "started_at": "Began",
    "took": "Took",
    "outcome": "Outcome",
    "asked": "Asked",
    "read": "Read",
    "new": "New",
    "updated": "Updated",
    "unchanged": "Unchanged",
    "refused": "Refused",
    "raw": "Raw documents",
    "version": "Version",
}
SOURCES = {
    "source_name": "Source",
    "state": "State",
    "failures": "Failures in a row",
    "failure": "Why",
    "asked_at": "Last asked",
    "answered_at": "Last answered",
    "due_at": "Next due",
    "daily": "Articles a day",
    "brought": "Articles",
    "source_kind": "Kind",
    "address": "Address",
}
SILENT = {
    "source": "Source",
    "last_on": "Last article",
    "silent": "Days since",
    "longest": "Longest before",
    "articles": "Articles",
}
PROBLEMS = {
    "reason": "Reason",
    "documents": "Documents",
    "stage": "Stage",
    "meaning": "What it means",
    "remedy": "What to do",
    "started_at": "Last seen",
    "example": "Example",
    "raw": "Raw document",
}
GAPS = {
    "gap_first_on": "From",
    "gap_last_on": "To",
    "lacking": "Days",
    "begun": "Begun, not complete",
}
COUNTED = {"aspect": "What", "part": "Which", "coverage": "Articles", "share": "Share"}


def freshness(
    pointer: Pointer, runs: pd.DataFrame, states: pd.DataFrame, bare: pd.DataFrame
) -> list[Glance]:
    """How fresh and whole the store is: of the refreshes, sources, and days without a refresh."""
    last, until = pointer.last_refresh, pointer.complete_until
    zone = pointer.time_zone
    shown = [
        (
            "Complete until",
            _day(until, zone) if until else "never",
            _clock(until, zone) if until else None,
            "Until then all sources had been asked. What was published later may be missing.",
        ),
        (
            "Last refresh",
            _day(last.ended_at, zone),
            f"{_clock(last.ended_at, zone)}, {last.outcome}",
            "Incomplete: a source failed, or has more to give.",
        ),
    ]
    if len(states):
        failing = int((states["failures"] > 0).sum())
        shown.append(
            (
                "Sources that fail",
                wording.number(failing),
                f"of {wording.number(len(states))}",
                "Of the sources of the settings and those added by a command.",
            )
        )
    if runs["asked_all"].any():
        shown.append(
            (
                "Days without",
                wording.number(bare["lacking"].sum()),
                "a complete refresh",
                "From the first refresh that asked all sources to the last.",
            )
        )
    return [
        Glance(label=name, value=value, change=more, direction="off", course=[], remark=about)
        for name, value, more, about in shown
    ]


def kept(frame: pd.DataFrame, files: Mapping[datetime, str]) -> dict[int, str]:
    """The file with the raw documents of each refresh that has one."""
    if not files:
        return {}
    # A refresh begins to fetch soon after it begins; years of others need no look.
    frame = frame[frame["started_at"] >= min(files) - timedelta(days=1)]
    numbers, starts = frame["refresh"].tolist(), frame["started_at"].tolist()
    ends = [end if known(end) else None for end in frame["ended_at"].tolist()]
    return raw.of_refreshes(files, zip(numbers, starts, ends, strict=True))


def refreshes(frame: pd.DataFrame, files: Mapping[int, str]) -> pd.DataFrame:
    """Refreshes as a table; `files` are the raw documents that are kept, by refresh."""
    rows = [
        row
        | {
            "took": lasting(row["seconds"]),
            "asked": "sources" if row["asked_all"] else "given files",
            "raw": files.get(row["refresh"], "–"),
        }
        for row in rows_of(frame)
    ]
    return _headed(rows, REFRESHES)


def sources(frame: pd.DataFrame) -> pd.DataFrame:
    """How sources did as a table; those that fail stay first."""
    return _headed([row | {"state": _state(row)} for row in rows_of(frame)], SOURCES)


def silent(frame: pd.DataFrame) -> pd.DataFrame:
    """The sources that have fallen silent, as a table."""
    return _headed(rows_of(frame), SILENT)


def gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The days without a complete refresh, as a table."""
    return _headed(rows_of(frame), GAPS)


def problems(frame: pd.DataFrame, files: Mapping[int, str]) -> pd.DataFrame:
    """Problems as a table, each reason explained; `files` as in `refreshes`."""
    rows = []
    for row in rows_of(frame):
        why = REASONS.get(row["reason"], UNKNOWN)
        place = f", {row['place']}" if known(row["place"]) else ""
        rows.append(
            row
            | {
                "meaning": why.meaning.replace("`", ""),
                "remedy": why.remedy.replace("`", "") or "–",
                "example": f"{row['document']}{place}",
                "raw": _raw_of(row, files),
            }
        )
    return _headed(rows, PROBLEMS)


def counted(frame: pd.DataFrame) -> pd.DataFrame:
    """What is counted as a table; shares in percent."""
    return _headed([row | {"share": row["share"] * 100} for row in rows_of(frame)], COUNTED)


def new_by_refresh(frame: pd.DataFrame, time_zone: str) -> go.Figure:
    """New documents by refresh, the oldest at the left; outcomes differ in colour and pattern."""
    rows = rows_of(frame.iloc[::-1])
    places = {row["refresh"]: place for place, row in enumerate(rows)}
    result = figure(unit="new documents", height=260)
    for outcome in sorted({row["outcome"] for row in rows}):
        fill, pattern = OUTCOMES.get(outcome, OTHER)
        some = [row for row in rows if row["outcome"] == outcome]
        result.add_bar(
            x=[places[row["refresh"]] for row in some],
            y=[row["new"] for row in some],
            name=label(outcome),
            customdata=[
                [
                    wording.number(row["refresh"]),
                    wording.instant(row["started_at"], time_zone),
                    wording.count(row["new"], "new document"),
                    f"{wording.number(row['read'])} read",
                    label(outcome),
                ]
                for row in some
            ],
            hovertemplate="<b>%{customdata[2]}</b>, %{customdata[3]}<br>refresh %{customdata[0]}, "
            "%{customdata[1]}<br>%{customdata[4]}<extra></extra>",
            marker={"color": fill, "pattern": {"shape": pattern}},
            showlegend=True,
        )
    step = max(1, -(-len(rows) // TICKS))
    result.update_xaxes(
        tickmode="array",
        tickvals=list(range(0, len(rows), step)),
        ticktext=[_short(row["started_at"], time_zone) for row in rows[::step]],
        range=[-0.6, max(len(rows), 4) - 0.4],
    )
    result.update_yaxes(rangemode="tozero", **counting(max([row["new"] for row in rows] + [1])))
    return result


def problem_bars(frame: pd.DataFrame) -> go.Figure:
    """Documents that could not be taken, by reason and the stage that stopped them."""
    rows = rows_of(frame)
    texts = [wording.number(row["documents"]) for row in rows]
    result = figure(height=60 + ROW * max(len(rows), 4))
    result.add_bar(
        orientation="h",
        x=[row["documents"] for row in rows],
        y=list(range(len(rows))),
        text=texts,
        textposition="outside",
        cliponaxis=False,
        customdata=[
            [
                wording.count(row["documents"], "document"),
                label(row["reason"]),
                label(row["stage"]),
                label(REASONS.get(row["reason"], UNKNOWN).meaning.replace("`", ""), 90),
            ]
            for row in rows
        ],
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}, stage %{customdata[2]}<br>"
        "%{customdata[3]}<extra></extra>",
        marker={"color": COLOURS[1]},
        showlegend=False,
    )
    name_rows(result, [label(f"{row['reason']} ({row['stage']})", LABEL) for row in rows])
    values = [row["documents"] for row in rows]
    room = room_beside(values, texts)
    result.update_xaxes(title={"text": "documents"}, range=room, **counting(max([*values, 1])))
    return result


def lasting(seconds: float | None) -> str:
    """45 s, 2 min 5 s, 1 h 3 min; a dash where the end is not known."""
    if seconds is None or not known(seconds):
        return "–"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600:,} h {whole % 3600 // 60} min"


def latest(frame: pd.DataFrame) -> int:
    """The number of the last refresh in a table of them; 0 without one."""
    return int(frame["refresh"].max()) if len(frame) else 0


def language_of(frame: pd.DataFrame, place: int) -> str | None:
    """The language that a row of what is counted is of; None of other rows."""
    row = frame.iloc[place]
    if row["aspect"] != "language" or row["part"] == UNKNOWN_LANGUAGE:
        return None
    return str(row["part"])


def by_day_only(frame: pd.DataFrame) -> int:
    """How many articles are dated by day only."""
    return _part(frame, "dated to the", "day")


def toneless(frame: pd.DataFrame) -> int:
    """How many articles have no tone."""
    return _part(frame, "tone", "not scored")


def textless(frame: pd.DataFrame) -> int:
    """How many articles have no text."""
    return _part(frame, "text", "not found")


def _part(frame: pd.DataFrame, aspect: str, part: str) -> int:
    is_it = (frame["aspect"] == aspect) & (frame["part"] == part)
    return int(frame.loc[is_it, "coverage"].sum())


def _headed(rows: list[dict[Any, Any]], headings: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(headings)).rename(columns=headings)


def _state(row: Mapping[Any, Any]) -> str:
    if row["failures"]:
        return "fails"
    return "well" if known(row["answered_at"]) else "has more"


def _raw_of(row: Mapping[Any, Any], files: Mapping[int, str]) -> str:
    """Where the document of an example is still to be found."""
    if row["stage"] == "fetch":
        return "none came"
    if not str(row["document"]).lower().startswith(("http:", "https:")):
        return "where it lay"
    return files.get(row["refresh"], "no longer kept")


def _day(value: datetime, time_zone: str) -> str:
    local = value.astimezone(ZoneInfo(time_zone))
    return f"{local.day} {local:%b %Y}"


def _clock(value: datetime, time_zone: str) -> str:
    return f"{value.astimezone(ZoneInfo(time_zone)):%H:%M}"


def _short(value: datetime, time_zone: str) -> str:
    local = value.astimezone(ZoneInfo(time_zone))
    return f"{local.day} {local:%b}<br>{local:%H:%M}"
