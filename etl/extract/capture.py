"""Read a page capture: the text of a news page as a browser shows it.

Furniture (weather, city, today's date), the headline, sometimes the headline again with a stray
drop cap, a byline, the body, then widgets. The date in the furniture is the day of the capture;
a capture without a byline's date is dated by it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

from etl.article import Article, DateOrigin, Popularity
from etl.document import Document, Problem, Reason, Stage
from etl.extract.byline import Byline, read_byline
from etl.extract.dates import Moment, choose_date, optional_instant, read_date
from etl.extract.identity import identify
from etl.extract.outlet import outlet
from etl.extract.text import clean, paragraphs
from etl.extract.widgets import Widget, labels, places, unranked, widget_of
from etl.intake.encoding import decode
from presswatch.address import normalise

WEATHER = re.compile(r"-?\d{1,3}(?:[.,]\d)?\s*°?\s*[CF]", re.IGNORECASE)
INLINE_TAGS = re.compile(r"(?:tags|topics):\s*(?P<tags>\S.*)", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
BUTTONS = frozenset(("share", "tweet", "share this", "print", "email", "advertisement", "menu"))
HEAD = 40  # lines within which a doubled headline is looked for
BYLINE_WITHIN = 3  # paragraphs under the headline
DROP_CAP = 4  # letters that a stray drop cap may have ('US' of 'U.S.')
PLACE_WORDS = 4  # a line of the furniture that is neither weather nor date is a place, so short


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Article | Popularity | Problem]:
    """The article of a capture and the places in its most-popular list; or why it has none."""
    page, widgets = _part([clean(line) or "" for line in decode(document.content).splitlines()])
    start = _headline(page)
    if start == len(page):
        yield Problem(document.name, document.place, Stage.EXTRACT, Reason.NO_TITLE)
        return
    title = page[start]
    captured_on = _captured_on(page[:start])
    byline, body = _below_headline(title, page[start + 1 :], time_zone)
    dates = [(byline.dated, DateOrigin.BYLINE), (captured_on, DateOrigin.CAPTURE)]
    dated = choose_date(dates, None, document.read_at, time_zone)
    if not body or isinstance(dated, Reason):
        reason = dated if body and isinstance(dated, Reason) else Reason.NO_BODY
        yield Problem(document.name, document.place, Stage.EXTRACT, reason)
        return
    moment, origin = dated
    url = next((found for line in page[:start] if (found := normalise(line))), None)
    source = outlet(document, None, url)
    article = Article(
        id=identify(url, source, title, moment.on, body),
        url=url,
        title=title,
        source=source,
        authors=byline.authors,
        published_at=moment.at,
        modified_at=optional_instant(byline.updated, document.read_at, time_zone),
        date_precision=moment.precision,
        date_origin=origin,
        published_on=moment.on,
        captured_on=captured_on,
        body=body,
        tags=labels(widgets[Widget.TAGS]),
        related_titles=unranked(widgets[Widget.RELATED]),
        most_popular=unranked(widgets[Widget.POPULAR]),
    )
    yield article
    if captured_on:  # else nothing says on which day the list was seen
        yield from places(article, captured_on)


def _part(lines: list[str]) -> tuple[list[str], dict[Widget, list[str]]]:
    """The page up to its first widget, and what the widgets list."""
    widgets: dict[Widget, list[str]] = {widget: [] for widget in Widget}
    page: list[str] = []
    into = page
    for line in lines:
        if widget := widget_of(line):
            into = widgets[widget]
        elif tags := INLINE_TAGS.fullmatch(line):
            widgets[Widget.TAGS].append(tags["tags"])
        elif line or into is page:
            into.append(line)
    return page, widgets


def _headline(page: list[str]) -> int:
    """Where the headline stands: what is repeated with a drop cap, else the first line after the
    furniture; past the end if there is none."""
    head = [number for number, line in enumerate(page[:HEAD]) if line]
    for number, following in pairwise(head):
        if " " in page[number] and _repeats(page[following], page[number]):
            return number
    blocks = _blocks(page)
    for number, block in enumerate(blocks):
        marks = [line for line in block if _is_mark(page[line])]
        after = [line for line in block if line > max(marks, default=-1)]
        if not marks and _is_place_before_date(page, blocks[number : number + 3]):
            continue
        headline = after if not marks else [line for line in after if not _is_place(page[line])]
        if headline:
            return headline[0]
    return len(page)


def _repeats(line: str, title: str) -> bool:
    """Whether a line is the title again, perhaps after a stray drop cap ('DDockers', 'USU.S.')."""
    if not line.endswith(title):
        return False
    cap, letters = line[: -len(title)], re.sub(r"\W", "", title)
    return len(cap) <= DROP_CAP and letters.startswith(cap)


def _blocks(page: list[str]) -> list[list[int]]:
    """The numbers of the lines, by what blank lines part."""
    blocks: list[list[int]] = [[]]
    for number, line in enumerate(page):
        if line:
            blocks[-1].append(number)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_mark(line: str) -> bool:
    """Whether a line is what only furniture holds: the weather, or a date that stands alone."""
    return bool(WEATHER.fullmatch(line)) or isinstance(_date(line), Moment)


def _is_place(line: str) -> bool:
    return len(line.split()) <= PLACE_WORDS and line[-1].isalnum()


def _is_place_before_date(page: list[str], blocks: list[list[int]]) -> bool:
    """Whether the first block is the city, the next the date, and the third a headline: a body
    ends its sentences."""
    if len(blocks) < 3 or len(blocks[0]) > 1 or not _is_place(page[blocks[0][0]]):
        return False
    dated = all(_is_mark(page[line]) for line in blocks[1])
    return dated and len(blocks[2]) == 1 and page[blocks[2][0]][-1] not in ".”\"'"


def _date(line: str) -> Moment | Reason:
    # The zone does not matter here: a day is the same day in all of them.
    return read_date(line, ZoneInfo("UTC")) if YEAR.search(line) else Reason.NO_DATE


def _captured_on(furniture: list[str]) -> date | None:
    days = (read.on for line in furniture if isinstance(read := _date(line), Moment))
    return next(days, None)


def _below_headline(
    title: str, lines: list[str], time_zone: ZoneInfo
) -> tuple[Byline, tuple[str, ...]]:
    """The byline, and the body without it and without the headline's repetition."""
    byline = Byline()
    body: list[str] = []
    paragraphs_above = 0
    for line in lines:
        if paragraphs_above < BYLINE_WITHIN and line:
            if _repeats(line, title):
                continue
            if found := read_byline(line, time_zone):
                byline = byline.joined(found)
                continue
            paragraphs_above += 1
        if line.casefold() not in BUTTONS or not line:
            body.append(line)
    return byline, paragraphs("\n".join(body))
