"""Charts of tone: how it is spread, its course, by what it differs, and what made it so."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from babel import Locale

from dashboard.charts import wording
from dashboard.charts.periods import Span
from dashboard.charts.reading import CLASSES, NEUTRAL_WITHIN, escaped, mark
from dashboard.charts.series import add_line, days_of, note_marks
from dashboard.charts.style import (
    COLOURS,
    FAINT,
    FEW,
    PICKED,
    ZERO,
    counting,
    faded,
    figure,
    known,
    label,
    name_rows,
    rows_of,
)

ROW = 26  # pixels
LABEL = 24  # letters of a name at the axis, beside its number
MOST_LANGUAGES = 12  # of the chart; the data has all
TELLING = 3  # sentences of an article
POSITIVE, NEUTRAL, NEGATIVE = COLOURS[2], COLOURS[9], COLOURS[6]
ENGLISH = Locale("en")


def distribution(frame: pd.DataFrame) -> go.Figure:
    """How many articles have a tone of each bin; a bar carries where its bin begins and ends."""
    result = figure(unit="articles")
    rows = rows_of(frame)
    result.add_bar(
        x=[(row["at_least"] + row["below"]) / 2 for row in rows],
        y=frame["coverage"].tolist(),
        width=rows[0]["below"] - rows[0]["at_least"],
        customdata=[
            [f"{row['at_least']:.2f}", f"{row['below']:.2f}", _bin(row), f"{row['share']:.1%}"]
            for row in rows
        ],
        hovertemplate="<b>%{y:,} articles</b>, %{customdata[3]}<br>tone from %{customdata[2]}"
        "<extra></extra>",
        marker={
            "color": [_colour(row["at_least"], row["below"]) for row in rows],
            "line": {"color": "white", "width": 1},
        },
        **PICKED,
        showlegend=False,
    )
    result.add_vline(x=0, line=ZERO)
    result.update_xaxes(title={"text": "tone"}, tickformat="+.1f", range=_filled(rows))
    result.update_yaxes(rangemode="tozero", **counting(frame["coverage"].max()))
    return result


def course(frame: pd.DataFrame, span: Span) -> go.Figure:
    """Mean tone by period with its interval; a mean over few articles is faint and has none."""
    result = figure(unit="tone, −1 to 1", height=380)
    starts = days_of(frame["starts_on"])
    _add_band(result, starts, rows_of(frame))
    add_line(
        result,
        starts,
        frame["tone"].tolist(),
        span=span,
        name="mean",
        hover="<b>tone %{y:+.2f}</b>%{customdata[2]}<br>mean over %{customdata[1]}"
        "<br>%{customdata[0]}<extra></extra>",
        notes=[
            [_over(row["n"]), _interval(row), str(start), str(span.end(start))]
            for start, row in zip(starts, rows_of(frame), strict=True)
        ],
        marker={"opacity": [FAINT if n < FEW else 1.0 for n in frame["n"]], "size": 7},
    )
    result.update_traces(
        mode="lines+markers",
        line={"color": faded(COLOURS[0], 0.5), "width": 1},
        selector={"name": "mean"},
    )
    result.update_traces(showlegend=False, cliponaxis=False)
    result.add_hline(y=0, line=ZERO)
    note_marks(result, starts, span)
    result.update_xaxes(**span.ticks(starts), showgrid=False)
    result.update_yaxes(tickformat="+.2f")
    return result


def parts(frame: pd.DataFrame) -> go.Figure:
    """Mean tone of tags, sources or entities with its interval, the most positive first; over how
    many articles it is stands beside the name."""
    rows = sorted(rows_of(frame), key=lambda row: -row["tone"])
    result = figure(height=90 + ROW * max(len(rows), 4))
    name_rows(result, [f"{label(row['name'], LABEL)} ({row['n']:,})" for row in rows])
    result.add_scatter(
        x=[row["tone"] for row in rows],
        y=list(range(len(rows))),
        mode="markers",
        cliponaxis=False,
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [_reach(row["high"], row["tone"]) for row in rows],
            "arrayminus": [_reach(row["tone"], row["low"]) for row in rows],
            "color": faded(COLOURS[0], 0.6),
            "thickness": 2,
            "width": 4,
        },
        customdata=[[str(row["name"]), *_told(row)] for row in rows],
        hovertemplate="<b>tone %{x:+.2f}</b>%{customdata[3]}<br>%{customdata[1]}"
        "<br>mean over %{customdata[2]}<extra></extra>",
        marker={
            "size": 10,
            "color": COLOURS[0],
            "opacity": [FAINT if row["n"] < FEW else 1.0 for row in rows],
        },
        **PICKED,
        showlegend=False,
    )
    result.add_vline(x=0, line=ZERO)
    ends = [row[name] for row in rows for name in ("tone", "low", "high") if known(row[name])]
    result.update_xaxes(title={"text": "tone, −1 to 1"}, range=_around(ends), tickformat="+.2f")
    result.update_xaxes(nticks=6)
    return result


def languages(frame: pd.DataFrame) -> go.Figure:
    """Articles by language: those with a tone, and those without by why they have none."""
    rows = rows_of(frame)[:MOST_LANGUAGES]
    result = figure(height=100 + ROW * max(len(rows), 3), barmode="stack")
    kinds = {
        "n": ("with a tone", COLOURS[0], ""),
        "unscored": ("in a language that is not scored", COLOURS[1], "/"),
        "textless": ("without a text", COLOURS[9], "."),
    }
    for column, (name, fill, shape) in kinds.items():
        result.add_bar(
            orientation="h",
            x=[row[column] for row in rows],
            y=list(range(len(rows))),
            name=name,
            marker={"color": fill, "pattern": {"shape": shape}},
            customdata=[
                [str(row["language"] or ""), language(row["language"]), _part(row, column), column]
                for row in rows
            ],
            hovertemplate=f"<b>%{{x:,}} articles</b> {name}<br>%{{customdata[1]}}, "
            "%{customdata[2]} of its articles<extra></extra>",
            **PICKED,
        )
    name_rows(result, [label(language(row["language"]), LABEL) for row in rows])
    result.update_layout(legend={"traceorder": "normal"})
    top = max((row["articles"] for row in rows), default=0)
    result.update_xaxes(title={"text": "articles"}, **counting(top))
    return result


def untoned(frame: pd.DataFrame) -> str:
    """How many articles have no tone, and why, in a sentence."""
    whole, with_tone = int(frame["articles"].sum()), int(frame["n"].sum())
    if whole == with_tone:
        return f"With a tone: all of {wording.count(whole, 'article')}."
    unscored, textless = int(frame["unscored"].sum()), int(frame["textless"].sum())
    spoken = [language(row["language"]) for row in rows_of(frame) if row["unscored"]]
    reasons = []
    if unscored:
        reasons.append(
            f"{wording.number(unscored)} in a language that the scorer does not read "
            f"({', '.join(spoken)})"
        )
    if textless:
        reasons.append(f"{wording.number(textless)} without a text, only a title")
    said = f"Without a tone: {wording.number(whole - with_tone)} of "
    return f"{said}{wording.count(whole, 'article')}; {' and '.join(reasons)}."


def language(code: object) -> str:
    """A language's English name, by its code."""
    if not code or not known(code):
        return "language not known"
    return str(ENGLISH.languages.get(str(code), code))


def telling(reading: Mapping[str, Any] | None, *, positive: bool) -> list[Mapping[str, Any]]:
    """The sentences that made an article positive or negative: the few with the most extreme tone
    of that sign, in the order of the text."""
    sign = 1 if positive else -1
    scored = [
        one
        for one in (reading or {}).get("sentences") or []
        if one["tone"] is not None and sign * one["tone"] >= NEUTRAL_WITHIN
    ]
    strongest = sorted(scored, key=lambda one: -sign * one["tone"])[:TELLING]
    return [one for one in scored if any(one is each for each in strongest)]


def card(row: Mapping[str, Any], sentences: Sequence[Mapping[str, Any]], of: int) -> str:
    """An article as HTML: title, tone, source and day, and its telling sentences, each with its
    own tone; `of` is how many sentences it has in all."""
    said = "".join(
        f'<li dir="auto">{escaped(one["text"])} {_tone(one["tone"])}</li>' for one in sentences
    )
    facts = [row["source"], wording.day(pd.Timestamp(row["published_on"]).date())]
    facts += [wording.count(int(row["words"]), "word")] if known(row["words"]) else []
    facts += [f"mean over {wording.count(of, 'sentence')}"] if of else []
    return (
        f'<div class="pw-reading"><p dir="auto" style="margin:0"><b>{escaped(row["title"])}</b> '
        f'{_tone(row["tone"])}</p><p class="pw-made" dir="auto">'
        f"{escaped(' · '.join(map(wording.apart, facts)))}</p>"
        f'<ul class="pw-quotes" style="margin-top:.6rem">{said}</ul></div>'
    )


def _add_band(result: go.Figure, starts: Sequence[date], rows: Sequence[Mapping[str, Any]]) -> None:
    """The interval as a band; it is cut where a period has none."""
    runs: list[list[int]] = [[]]
    for place, row in enumerate(rows):
        if known(row["low"]):
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    x: list[date | None] = []
    y: list[float | None] = []
    for run in filter(None, runs):
        there = [(starts[place], rows[place]["high"]) for place in run]
        back = [(starts[place], rows[place]["low"]) for place in reversed(run)]
        x += [day for day, _ in (*there, *back, there[0])] + [None]
        y += [end for _, end in (*there, *back, there[0])] + [None]
    result.add_scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        fillcolor=faded(COLOURS[0], 0.18),
        line={"color": faded(COLOURS[0], 0.3), "width": 1},
        hoverinfo="skip",
        name="95% interval",
    )


def _told(row: Mapping[str, Any]) -> list[str]:
    kind = f" ({row['type']})" if known(row["type"]) else ""
    return [label(row["name"], 60) + kind, _over(row["n"]), _interval(row)]


def _over(n: int) -> str:
    return wording.count(n, "article") + (" only" if n < FEW else "")


def _interval(row: Mapping[str, Any]) -> str:
    if not known(row["low"]):
        return ""
    return f", 95% interval {wording.tone(row['low'])} to {wording.tone(row['high'])}"


def _bin(row: Mapping[str, Any]) -> str:
    return f"{wording.tone(row['at_least'])} to {wording.tone(row['below'])}"


def _colour(at_least: float, below: float) -> str:
    middle = (at_least + below) / 2
    if abs(middle) < NEUTRAL_WITHIN:
        return NEUTRAL
    return POSITIVE if middle > 0 else NEGATIVE


def _filled(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """From the lowest bin with an article to the highest, zero within."""
    filled = [row for row in rows if row["coverage"]]
    ends = [row[end] for row in filled for end in ("at_least", "below")]
    return [min([*ends, 0]) - 0.05, max([*ends, 0]) + 0.05]


def _around(ends: Sequence[float]) -> list[float]:
    """A range with zero and all of these in it."""
    low, high = min([*ends, -0.05]), max([*ends, 0.05])
    return [low - 0.05 * (high - low), high + 0.05 * (high - low)]


def _reach(end: float, start: float) -> float | None:
    return end - start if known(end) and known(start) else None


def _part(row: Mapping[str, Any], column: str) -> str:
    return wording.percent(row[column] / row["articles"])


def _tone(value: float) -> str:
    return f'<span class="pw-tone pw-is-{CLASSES[mark(value)]}">{wording.tone(value)}</span>'
