"""Charts of stories: who told one first, how it spread, and what else is written of it."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import wording
from dashboard.charts.links import followable
from dashboard.charts.style import COLOURS, PICKED, figure, known, label, name_rows, rows_of

ROW = 28  # pixels a source
LABEL = 24  # letters of a source at the axis
MOST_ROWS = 40  # sources; those that came later share the last row
OR_ANOTHER = "or another"
MOST_NAMED = 4  # sources in a sentence
SHOWN = {
    "headline": "Headline",
    "coverage": "Articles",
    "sources": "Sources",
    "first": "First",
    "published_at": "Began",
    "lasted": "Days",
    "revised": "Changed",
    "tone": "Tone",
    "page_views": "Page views",
}
TOLD = {
    "published_at": "Published",
    "behind": "Behind the first",
    "source": "Source",
    "title": "Title",
    "tone": "Tone",
    "revised_at": "Changed",
    "passes": "Matches",
    "url": "Link",
}
HEADLINES = {
    "headline": "Headline",
    "coverage": "Articles",
    "sources": "Sources",
    "published_at": "First used",
}


def listing(table: pd.DataFrame, time_zone: str) -> pd.DataFrame:
    """The stories as they are shown, under their headings."""
    shown = table.copy()
    shown["first"] = [
        row["first_source"] if row["first_sure"] else f"{row['first_source']} {OR_ANOTHER}"
        for row in rows_of(table)
    ]
    shown["published_at"] = [written_at(row, time_zone) for row in rows_of(table)]
    shown["lasted"] = table["lasted"] / 24
    shown["tone"] = _rounded(table["tone"])
    return shown[list(SHOWN)].rename(columns=SHOWN)


def told(table: pd.DataFrame, time_zone: str) -> pd.DataFrame:
    """The articles of a story as they are shown. A link that leads elsewhere than to a web page is
    left out."""
    shown = table.copy()
    shown["published_at"] = [written_at(row, time_zone) for row in rows_of(table)]
    shown["behind"] = [late(row).removeprefix("+") for row in rows_of(table)]
    shown["revised_at"] = _local(table["revised_at"], time_zone)
    shown["tone"] = _rounded(table["tone"])
    shown["url"] = [followable(url) for url in table["url"]]
    columns = [name for name in TOLD if name != "passes" or not table["passes"].all()]
    return shown[columns].rename(columns=TOLD)


def headlines(table: pd.DataFrame, time_zone: str) -> pd.DataFrame:
    """The headlines of a story as they are shown."""
    shown = table.copy()
    shown["published_at"] = [written_at(row, time_zone) for row in rows_of(table)]
    return shown[list(HEADLINES)].rename(columns=HEADLINES)


def spread(articles: pd.DataFrame, sources: pd.DataFrame, time_zone: str) -> go.Figure:
    """A story's articles in time, a row a source, the first on top; open marks are dated by day
    only, rings were changed later."""
    names = list(sources["source"])[:MOST_ROWS]
    place = {name: row for row, name in enumerate(names)}
    result = figure(height=110 + ROW * max(len(names), 3))
    rows = [row for row in rows_of(articles) if row["source"] in place]
    for name, by_day in (("to the minute", False), ("dated by day only", True)):
        some = [row for row in rows if row["by_day"] == by_day]
        if some:
            result.add_scatter(
                name=name,
                mode="markers",
                x=[_at(row, time_zone) for row in some],
                y=[place[row["source"]] for row in some],
                customdata=[_told(row, time_zone) for row in some],
                hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}"
                "%{customdata[4]}<extra></extra>",
                marker={
                    "size": 12,
                    "symbol": "circle-open" if by_day else "circle",
                    "color": [COLOURS[1] if row["first"] else COLOURS[0] for row in some],
                    "opacity": [1.0 if row["passes"] else 0.45 for row in some],
                    "line": {"width": 2 if by_day else 0},
                },
                **PICKED,
                cliponaxis=False,
                showlegend=len({row["by_day"] for row in rows}) > 1,
            )
    _stretch(result, [(_at(row, time_zone), place[row["source"]]) for row in rows if row["by_day"]])
    changed = [row for row in rows if known(row["revised_at"])]
    if changed:
        result.add_scatter(
            name="changed later",
            mode="markers",
            x=[_at(row, time_zone) for row in changed],
            y=[place[row["source"]] for row in changed],
            hoverinfo="skip",
            marker={
                "size": 20, "symbol": "circle-open", "color": COLOURS[3], "line": {"width": 1.5}
            },
        )  # fmt: skip
    told_late = {row["source"]: late(row) for row in rows_of(sources)}
    name_rows(result, [f"{label(name, LABEL)}  {told_late[name]}" for name in names])
    result.update_xaxes(**_ticks(articles), showgrid=True)
    return result


def _stretch(result: go.Figure, marks: list[tuple[datetime, int]]) -> None:
    """Draw the days of marks that are known by day only: each may lie anywhere on its line."""
    if marks:
        result.add_scatter(
            mode="lines",
            x=[at for start, _ in marks for at in (start, start + timedelta(days=1), None)],
            y=[at for _, place in marks for at in (place, place, None)],
            line={"color": "#9AA5B1", "width": 1},
            hoverinfo="skip",
            showlegend=False,
        )


def behind(row: dict[Any, Any]) -> str:
    """How far an article is behind the first, in words: 3 h 20 min, or in days where one of the two
    is dated by day only."""
    if known(row["behind"]):
        return _duration(timedelta(hours=row["behind"]))
    days = int(row["days_behind"])
    return f"{days} day{'' if days == 1 else 's'}" if days else "same day"


def written_at(row: dict[Any, Any], time_zone: str) -> str:
    """When an article was published, as exactly as it is known: 2026-07-31 10:30."""
    if row["by_day"]:
        return str(pd.Timestamp(row["published_on"]).date())
    return f"{_at(row, time_zone):%Y-%m-%d %H:%M}"


def described(story: pd.DataFrame, sources: pd.DataFrame) -> str:
    """Who was first with a story, and how far behind the next was, in a sentence or three."""
    rows = rows_of(sources)
    firsts = [row for row in rows if row["first"]]
    said = f"{wording.count(len(story), 'article')} from {wording.count(len(sources), 'source')}."
    if len(firsts) == 1:
        said += f" First: {firsts[0]['source']}."
    else:
        names = ", ".join(str(row["source"]) for row in firsts[:MOST_NAMED])
        more = f" or {len(firsts) - MOST_NAMED} others" if len(firsts) > MOST_NAMED else ""
        said += f" First: {names}{more}; who of them cannot be told, {_why_unsure(firsts)}."
    exact = sorted((row for row in rows if known(row["behind"])), key=lambda row: row["behind"])
    later = [row for row in exact if row["behind"] > 0]
    if later and (len(firsts) == 1 or len(exact) > len(later)):
        said += f" Next with a time: {later[0]['source']}, {behind(later[0])} later."
    return said


def _why_unsure(firsts: list[dict[Any, Any]]) -> str:
    if any(row["by_day"] for row in firsts):
        return "since some date theirs by day only"
    return "since theirs are of the same minute"


def _told(row: dict[Any, Any], time_zone: str) -> list[str]:
    return [
        str(row["article"]),
        label(row["source"], 60),
        label(row["title"], 80),
        f"{written_at(row, time_zone)}, {late(row)}",
        _changed(row["revised_at"], time_zone),
    ]


def late(row: dict[Any, Any]) -> str:
    """Whether an article was the first, may have been, or how far behind it was."""
    if known(row["behind"]):
        return f"+{behind(row)}" if row["behind"] else "first"
    return f"+{behind(row)}" if row["days_behind"] else "first day"


def _ticks(articles: pd.DataFrame) -> dict[str, object]:
    """The time axis of a story, in days or, of a short one, in hours."""
    long = articles["days_behind"].max() > 2
    written = "%-d %b\n%Y" if long else "%H:%M\n%-d %b"
    return {"type": "date", "tickformat": written, "nticks": 6, "tickangle": 0}


def _duration(time: timedelta) -> str:
    """The two largest units of a time: 3 h 20 min, 2 d 4 h."""
    minutes = round(time.total_seconds() / 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{wording.number(days)} d {hours} h" if hours else f"{wording.number(days)} d"
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min"


def _at(row: dict[Any, Any], time_zone: str) -> datetime:
    """The instant of publication as a clock in the reporting time zone shows it."""
    at = pd.Timestamp(row["published_at"]).tz_convert(ZoneInfo(time_zone))
    return at.tz_localize(None).to_pydatetime()


def _changed(value: pd.Timestamp, time_zone: str) -> str:
    if not known(value):
        return ""
    return f"<br>changed, last seen {wording.day(value.tz_convert(ZoneInfo(time_zone)).date())}"


def _local(column: pd.Series, time_zone: str) -> pd.Series:
    """Instants as a clock in the reporting time zone shows them."""
    return pd.to_datetime(column, utc=True).dt.tz_convert(time_zone).dt.tz_localize(None)


def _rounded(column: pd.Series) -> pd.Series:
    # Without the sum a rounded zero would keep its minus.
    return column.astype(float).round(2) + 0.0
