"""Read a table's row: an article, or how popular one was on a day.

A row that has an address and a count but no title is an observation of popularity."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from etl.article import Article, DateOrigin, Measure, Popularity, Precision
from etl.document import Document, Problem, Reason, Stage
from etl.extract.dates import Moment, choose_date, optional_instant, read_date
from etl.extract.identity import identify
from etl.extract.image import choose_image, images_of
from etl.extract.language import language_code
from etl.extract.markup import looks_like_markup, markup_paragraphs
from etl.extract.outlet import outlet
from etl.extract.text import clean, clean_title, name_of, paragraphs, split_list
from presswatch.address import normalise

Row = Mapping[str, Any]
PLACE = ("page", "edition", "programme", "clock")  # where it stood in print, or was spoken
CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d\d){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{1,4})?", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)
MEASURES = {"page_views": Measure.PAGE_VIEWS, "shares": Measure.SHARES}


def extract(document: Document, time_zone: ZoneInfo) -> Iterator[Article | Popularity | Problem]:
    """The article of a row, or its observations of popularity, or why there is neither."""
    row: Row = json.loads(document.content)
    if clean_title(row.get("title")) is None and any(name in row for name in MEASURES):
        yield from _popularity(document, row, time_zone)
    else:
        yield _article(document, row, time_zone)


def _article(document: Document, row: Row, time_zone: ZoneInfo) -> Article | Problem:
    title = clean_title(row.get("title"))
    if title is None:
        return Problem(document.name, document.place, Stage.EXTRACT, Reason.NO_TITLE)
    url = normalise(row.get("url"))
    dated = choose_date(_dates(row, time_zone), url, document.read_at, time_zone)
    if isinstance(dated, Reason):
        return Problem(document.name, document.place, Stage.EXTRACT, dated)
    moment, origin = dated
    source = outlet(document, name_of(row.get("source")), url)
    body = _body(row.get("body"))
    stood = [text for name in PLACE if (text := clean(row.get(name)))]
    return Article(
        id=identify(url, source, title, moment.on, (*body, *stood)),
        url=url,
        title=title,
        source=source,
        authors=split_list(row.get("authors")),
        section=next(iter(split_list(row.get("section"))), None),
        language=language_code(row.get("language")),
        published_at=moment.at,
        modified_at=optional_instant(row.get("modified"), document.read_at, time_zone),
        date_precision=moment.precision,
        date_origin=origin,
        published_on=moment.on,
        body=body,
        tags=split_list(row.get("tags")),
        page_views=_count(row.get("page_views")),
        shares=_count(row.get("shares")),
        supplier_tone=clean(row.get("supplier_tone")),
        page=clean(row.get("page")),
        edition=clean(row.get("edition")),
        programme=clean(row.get("programme")),
        summary=_line(row.get("summary")),
        image=choose_image(images_of(row.get("image")), url),
    )


def _dates(row: Row, time_zone: ZoneInfo) -> Iterator[tuple[object, DateOrigin]]:
    """The date; of a day alone with the clock of its programme, where the row has one."""
    published, clock = row.get("published"), clean(row.get("clock")) or ""
    day = read_date(published, time_zone) if CLOCK.fullmatch(clock) else None
    if isinstance(day, Moment) and day.precision is Precision.DAY:
        yield f"{published} {clock}", DateOrigin.TABLE
    yield published, DateOrigin.TABLE


def _popularity(
    document: Document, row: Row, time_zone: ZoneInfo
) -> Iterator[Popularity | Problem]:
    url = normalise(row.get("url"))
    counts = {name: count for name in MEASURES if (count := _count(row.get(name))) is not None}
    if url is None or any(name in row and name not in counts for name in MEASURES):
        yield Problem(document.name, document.place, Stage.EXTRACT, Reason.BAD_VALUE)
        return
    dates = [(row.get("published"), DateOrigin.TABLE)]
    dated = choose_date(dates, None, document.read_at, time_zone)
    if isinstance(dated, Reason):
        yield Problem(document.name, document.place, Stage.EXTRACT, dated)
        return
    for name, value in counts.items():
        yield Popularity(
            url=url,
            source=clean(name_of(row.get("source"))) or clean(document.source),
            day=dated[0].on,
            measure=MEASURES[name],
            value=value,
        )


def _body(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for one in value if (text := clean(one)))
    if not isinstance(value, str):
        return ()
    return markup_paragraphs(value) if looks_like_markup(value) else paragraphs(value)


def _line(value: object) -> str | None:
    """A text as one line, without markup."""
    return clean_title(" ".join(_body(value)))


def _count(value: object) -> float | None:
    """A number of views or shares ('1,204' and '1.204' too: there is no fifth of a view), or None
    for anything that cannot be one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        value = value.strip().replace(",", "").replace("\u00a0", "").replace(" ", "")
        value = value.replace(".", "") if THOUSANDS.fullmatch(value) else value
    elif not isinstance(value, int | float):
        return None
    try:
        count = float(value)
    except (ValueError, OverflowError):
        return None
    return count if math.isfinite(count) and count >= 0 else None
