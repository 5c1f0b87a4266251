"""An article's text as it is shown: each sentence with its tone, names, quotes and what a query
looked for marked in place.

What is made here is HTML. Whatever comes from an article goes through `escaped`, stands between two
tags or within quoted attributes, and nowhere else; no link and no address is made of it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import pairwise
from typing import Any, Literal

from dashboard.charts import wording
from dashboard.charts.entities import TYPES
from presswatch.marking import marks
from presswatch.query import Words
from presswatch.search import language_of

NEUTRAL_WITHIN = 0.05  # VADER's own bounds
# That are marked, and quotes, and words of one paragraph: a browser takes long over more.
MOST_SENTENCES = 2_000
MOST_LISTED = 100  # quotes, and entities, beside the text
UNMARKED = "–"
TITLE = -1  # stands for the title where a span says which sentence it is in
CLOSING = re.compile("[\\s,]*[”’\"'»«“‹›」』]{1,2},?")
Mark = Literal["+", "−", "±"]
Colour = Literal["green", "red", "gray"]
COLOURS: dict[Mark, Colour] = {"+": "green", "−": "red", "±": "gray"}
CLASSES: dict[Mark, str] = {"+": "positive", "−": "negative", "±": "neutral"}
NUMBER = ' class="pw-number"'

# The marks hold on light and dark ground alike, and none is told by its colour alone: a tone has
# its number, a name the first letter of its type, a quote its speaker.
STYLE = """<style>
.pw-reading {line-height: 1.75; overflow-wrap: anywhere}
.pw-reading p {margin: 0 0 1rem; white-space: pre-wrap}
.pw-reading .pw-title {font-size: 1.7rem; font-weight: 600; line-height: 1.35; margin: 0;
  max-height: 12rem; overflow-y: auto; padding: 0}
.pw-reading .pw-sentence, .pw-reading .pw-quote {unicode-bidi: isolate}
.pw-reading .pw-positive, .pw-reading .pw-negative {padding-bottom: 3px;
  background: linear-gradient(var(--pw-line), var(--pw-line)) 0 100% / 100% 2px no-repeat;
  box-decoration-break: clone; -webkit-box-decoration-break: clone}
.pw-reading .pw-positive {--pw-line: rgba(46, 160, 67, .8)}
.pw-reading .pw-negative {--pw-line: rgba(220, 70, 60, .8)}
.pw-tone, .pw-speaker {display: inline-block; font-size: .72rem; line-height: 1.25rem;
  padding: 0 .4em; margin: 0 .15em 0 .3em; border-radius: .6em; white-space: normal;
  vertical-align: .1em; font-style: normal; font-weight: 500;
  background: rgba(128, 134, 142, .18)}
.pw-tone.pw-is-positive {background: rgba(46, 160, 67, .24)}
.pw-tone.pw-is-negative {background: rgba(220, 70, 60, .24)}
.pw-speaker {background: rgba(136, 98, 190, .22)}
.pw-quote {background: rgba(136, 98, 190, .13); font-style: italic;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; border-radius: .2em}
.pw-reading mark {color: inherit; background: rgba(128, 134, 142, .2); padding: .05em .15em;
  border-radius: .25em; box-decoration-break: clone; -webkit-box-decoration-break: clone}
.pw-reading mark::after {content: ""; font-size: .6em; font-style: normal; line-height: 0;
  vertical-align: super; margin-inline-start: .15em; opacity: .8}
.pw-reading mark.pw-person {background: rgba(68, 130, 200, .28)}
.pw-reading mark.pw-person::after {content: "P"}
.pw-reading mark.pw-organization {background: rgba(222, 150, 40, .32)}
.pw-reading mark.pw-organization::after {content: "O"}
.pw-reading mark.pw-place {background: rgba(0, 150, 136, .28)}
.pw-reading mark.pw-place::after {content: "L"}
.pw-reading mark.pw-event {background: rgba(200, 80, 140, .26)}
.pw-reading mark.pw-event::after {content: "E"}
.pw-reading mark.pw-product::after {content: "R"}
.pw-reading mark.pw-goes-on::after, .pw-reading mark.pw-found::after {content: none}
.pw-reading mark.pw-found {background: rgba(230, 190, 0, .34); font-weight: 700; padding: 0}
.pw-legend {font-size: .8rem; line-height: 1.9; margin: 0 0 .8rem}
.pw-legend > span {margin-right: .9em; white-space: nowrap}
.pw-legend > span:last-child {white-space: normal}
.pw-made {font-size: .8rem; opacity: .7; margin: 0}
.pw-entities {width: 100%; border-collapse: collapse; font-size: .88rem; line-height: 1.5}
.pw-entities th, .pw-entities td {text-align: start; padding: .25rem .5rem .25rem 0;
  border-bottom: 1px solid rgba(128, 134, 142, .25); vertical-align: top}
.pw-entities th {font-weight: 500; opacity: .75; white-space: nowrap}
.pw-entities .pw-number {text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap}
.pw-quotes {list-style: none; margin: 0; padding: 0; line-height: 1.5; font-size: .9rem;
  max-height: 30rem; overflow-y: auto}
.pw-quotes li {margin: 0 0 .7rem; padding: 0 0 0 .7rem;
  border-left: 3px solid rgba(136, 98, 190, .45); overflow-wrap: anywhere}
.pw-quotes b {font-weight: 600}
</style>"""
LEGEND = (
    '<div class="pw-reading pw-legend">'
    '<span><mark class="pw-person">person</mark></span>'
    '<span><mark class="pw-organization">organization</mark></span>'
    '<span><mark class="pw-place">place</mark></span>'
    '<span><mark class="pw-event">event</mark></span>'
    '<span><mark class="pw-product">product</mark></span>'
    '<span><mark class="pw-found">word</mark> that the text filter looks for</span>'
    '<span><span class="pw-quote">quote</span><span class="pw-speaker">who speaks</span></span>'
    '<span><span class="pw-positive">sentence</span>'
    '<span class="pw-tone pw-is-positive">+0.42</span> its tone, from −1 to 1; ± is neutral, – not '
    "read</span></div>"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in an earlier version, and what stands in its place; either may be nothing."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Part:
    """Something that was read out of a paragraph, and from where to where it stands."""

    start: int
    end: int
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a text, each kind in order and without overlaps; `labels` follow it."""

    names: Sequence[Part] = ()
    quotes: Sequence[Part] = ()
    found: Sequence[Part] = ()  # what a query looked for
    labels: Sequence[Part] = ()


def mark(tone: float | None) -> Mark:
    """Whether a tone is positive, negative or neither."""
    if tone is None or abs(tone) < NEUTRAL_WITHIN:
        return "±"
    return "+" if tone > 0 else "−"


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Where two versions of a text differ, by paragraph."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    return [
        Change("\n\n".join(before[a:b]), "\n\n".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def escaped(text: object) -> str:
    """Text from outside as it may stand in HTML, between tags or in a quoted attribute."""
    return escape(str(text), quote=True)


def title_markup(reading: Mapping[str, Any], looked_for: Sequence[Words] = ()) -> str:
    """The title with the names and what was looked for in it, and its tone."""
    title = reading["title"]
    names = [
        Part(span["start"], span["end"], span)
        for span in reading.get("spans") or []
        if span["sentence"] == TITLE
    ]
    found = _found(title, reading, looked_for, (None, "title"))
    shown = "".join(_pieces(title, 0, len(title), Marked(_in_order(names), found=found)))
    tone = _tone(reading.get("title_tone"), "the title's tone")
    return f'<div class="pw-reading"><p class="pw-title" dir="auto">{shown}{tone}</p></div>'


def text_markup(reading: Mapping[str, Any], looked_for: Sequence[Words] = ()) -> str:
    """The body: its sentences, each followed by its tone, the names and quotes in them, and what
    was looked for."""
    sentences, names = _sentences(reading)
    quotes = defaultdict(list)
    for quote in (reading.get("quotes") or [])[:MOST_SENTENCES]:
        quotes[quote["paragraph"]].append(Part(quote["start"], quote["end"], quote))
    paragraphs = []
    for place, text in enumerate(reading["body"] or []):
        fields = (None, "body") if place else (None, "body", "lead")
        found = _found(text, reading, looked_for, fields)
        shown = _paragraph(text, sentences[place], names[place], quotes[place], found)
        paragraphs.append(f'<p dir="auto">{shown}</p>')
    return f'<div class="pw-reading">{"".join(paragraphs)}</div>' if paragraphs else ""


def quotes_markup(quotes: Sequence[Mapping[str, Any]]) -> str:
    """The quotes as a list, each with its speaker and tone."""
    items = [
        f'<li dir="auto"><b>{_speaker(quote)}</b>{_tone(quote.get("tone"), "tone of the quote")}'
        f"<br>{escaped(quote['text'])}</li>"
        for quote in quotes[:MOST_LISTED]
    ]
    return f'<ul class="pw-quotes">{"".join(items)}</ul>'


def entities_markup(entities: Sequence[Mapping[str, Any]]) -> str:
    """The entities as a table, the most prominent first: how often and where each is named."""
    ranked = sorted(entities, key=lambda one: -(one.get("prominence") or 0))
    rows = "".join(map(_entity, ranked[:MOST_LISTED]))
    heads = ("Entity", "Where", "Named", "Prominence", "Tone")
    head = "".join(
        f'<th scope="col"{NUMBER if place > 1 else ""}>{name}</th>'
        for place, name in enumerate(heads)
    )
    return (
        f'<div class="pw-reading"><table class="pw-entities"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def made_markup(made_with: Sequence[str]) -> str:
    """By which models and word lists the article was read."""
    return f'<p class="pw-made">Read with {escaped(", ".join(made_with))}.</p>'


def _entity(one: Mapping[str, Any]) -> str:
    where = {"title": one["in_title"], "lead": one["in_lead"]}
    places = ", ".join(place for place, holds in where.items() if holds) or "text"
    prominence = one.get("prominence")
    numbers = (
        wording.number(one["count"]),
        UNMARKED if prominence is None else f"{prominence:.2f}",
        wording.tone(one.get("tone")),
    )
    name = _marked(escaped(one["entity"]), one["entity"], one["type"])
    cells = "".join(f"<td{NUMBER}>{number}</td>" for number in numbers)
    return f'<tr><td dir="auto">{name}</td><td>{places}</td>{cells}</tr>'


def _marked(shown: str, entity: str, kind: str, more: str = "") -> str:
    """A name, shown in the colour of its type; `shown` is escaped already."""
    of_type = kind if kind in TYPES else "other"
    title = escaped(f"{entity} · {kind}")
    return f'<mark class="pw-{of_type}{more}" title="{title}">{shown}</mark>'


def _sentences(
    reading: Mapping[str, Any],
) -> tuple[dict[int, list[Part]], dict[int, list[Part]]]:
    """The sentences and the names of each paragraph, by where they stand in it."""
    marked = (reading["sentences"] or [])[:MOST_SENTENCES]
    sentences: dict[int, list[Part]] = defaultdict(list)
    names: dict[int, list[Part]] = defaultdict(list)
    for one in marked:
        start = one["start"]
        sentences[one["paragraph"]].append(Part(start, start + len(one["text"]), one))
    for span in reading.get("spans") or []:
        if 0 <= span["sentence"] < len(marked):
            sentence = marked[span["sentence"]]
            start = sentence["start"] + span["start"]
            end = sentence["start"] + span["end"]
            names[sentence["paragraph"]].append(Part(start, end, span))
    return sentences, names


def _found(
    text: str,
    reading: Mapping[str, Any],
    looked_for: Sequence[Words],
    fields: tuple[str | None, ...],
) -> list[Part]:
    """Where a text says what was looked for in these of the index's fields."""
    words = [one for one in looked_for if one.field in fields]
    if not words:
        return []
    found = marks(text, words, language_of(reading.get("language")))
    return [Part(start, end, {}) for start, end in found[:MOST_SENTENCES]]


def _paragraph(
    text: str,
    sentences: Sequence[Part],
    names: Sequence[Part],
    quotes: Sequence[Part],
    found: Sequence[Part],
) -> str:
    quotes = _in_order(quotes)
    labels = [Part(place := _after_marks(text, one.end), place, one.said) for one in quotes]
    marked = Marked(_in_order(names), quotes, found, labels)
    shown: list[str] = []
    at = 0
    for one in _in_order(sentences):
        sign = mark(one.said["tone"])
        shown += _pieces(text, at, one.start, marked)
        shown.append(f'<span class="pw-sentence"><span class="pw-{CLASSES[sign]}">')
        shown += _pieces(text, one.start, one.end, marked)
        shown.append(f"</span>{_tone(one.said['tone'], 'tone of the sentence')}</span>")
        at = one.end
    shown += _pieces(text, at, len(text), marked)
    return "".join(shown)


def _pieces(text: str, start: int, end: int, marked: Marked) -> Iterator[str]:
    """The text from one place to another, cut wherever something marked begins or ends, with a
    label after each quote."""
    labels = marked.labels
    cuts = {start, end}
    for parts in (marked.names, marked.quotes, marked.found):
        for part in _within(parts, start, end):
            cuts |= {max(part.start, start), min(part.end, end)}
    begin, stop = (bisect_right(labels, place, key=lambda one: one.start) for place in (start, end))
    spoken = {label.start: label.said for label in labels[begin:stop]}
    for a, b in pairwise(sorted(cuts | spoken.keys())):
        yield _piece(text, a, b, marked)
        if b in spoken:
            yield f'<span class="pw-speaker"><bdi>{_speaker(spoken[b])}</bdi></span>'


def _piece(text: str, start: int, end: int, marked: Marked) -> str:
    shown = escaped(text[start:end])
    if _covering(marked.found, start):
        shown = f'<mark class="pw-found">{shown}</mark>'
    if name := _covering(marked.names, start):
        more = "" if end == name.end else " pw-goes-on"
        shown = _marked(shown, name.said["entity"], name.said["type"], more)
    if quote := _covering(marked.quotes, start):
        shown = f'<span class="pw-quote" title="{_speaker(quote.said)}">{shown}</span>'
    return shown


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """The parts by where they begin, without what overlaps one before it."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda one: (one.start, -one.end)):
        if part.start < part.end and (not kept or part.start >= kept[-1].end):
            kept.append(part)
    return kept


def _within(parts: Sequence[Part], start: int, end: int) -> Iterator[Part]:
    """The parts that share a character with the text from `start` to `end`."""
    place = max(bisect_right(parts, start, key=lambda one: one.start) - 1, 0)
    for part in parts[place:]:
        if part.start >= end:
            return
        if part.end > start:
            yield part


def _covering(parts: Sequence[Part], at: int) -> Part | None:
    place = bisect_right(parts, at, key=lambda one: one.start) - 1
    return parts[place] if place >= 0 and at < parts[place].end else None


def _after_marks(text: str, end: int) -> int:
    """Where a quote's closing mark ends, so that its speaker is shown after it."""
    closing = CLOSING.match(text, end)
    return closing.end() if closing else end


def _speaker(quote: Mapping[str, Any]) -> str:
    return escaped(quote["speaker"] or "speaker not known")


def _tone(tone: float | None, what: str) -> str:
    """A tone with its sign, as a small label; neutral ones have no number."""
    if tone is None:
        return f'<span class="pw-tone" title="{what}: not read">{UNMARKED}</span>'
    sign = mark(tone)
    written = sign if sign == "±" else wording.tone(tone)
    return (
        f'<span class="pw-tone pw-is-{CLASSES[sign]}" title="{what}: {wording.tone(tone)}">'
        f"{written}</span>"
    )
