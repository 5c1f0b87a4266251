"""Choose a page's headline among the places that carry it, and take the site's name off it.

A page repeats its headline for search engines, for sharing and for readers. What two places say
alike is the headline; where each says something of its own, the surest place is believed."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from etl.extract.json_ld import names_of
from etl.extract.page import Page
from etl.extract.text import clean, clean_title, letters
from presswatch.address import domain_of

SHARED = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
MARKS = re.compile(r"\s+[|–—·•»«:~/\\-]+\s+|\s*\|+\s*|\s+::\s+|(?<=\S)\s[-–—]\s(?=\S)|:\s+")
COLON = re.compile(r":\s+")
BRACKET = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]$")
CUT_SHORT = re.compile(r"\s*(?:…|\.\.\.)$")
SHORTENED = 100  # characters; search engines cut a JSON-LD headline at 110
DOUBLED = re.compile(r"(.{12,}?)[\s|:–—-]+\1", re.IGNORECASE)
LONGEST_DOUBLED = 400  # characters
NO_HEADLINE = frozenset(
    "home homepage startseite accueil inicio article artikel articolo articulo untitled news menu"
    " nachrichten".split()
)
LONGEST_SECTION = 3  # words
LONGEST_BEHIND_BAR = 8  # words: 'Headline | Politics | The Daily Gull'
LONGEST_NAME = 6  # words of a site's name behind a headline
NAME_MORE = re.compile(
    r"\s+(?:news|online|nachrichten|aktuell|magazine?|newspaper|com|de|nieuws|nyheter|noticias"
    r"|notizie|redaktion|staff|redactie|team|editors?|desk|newsroom|plus|digital)$",
    re.IGNORECASE,
)
HIDDEN_IN_H1 = './/*[contains(@class, "visually-hidden") or contains(@class, "sr-only")]'


def site_names(page: Page, url: str | None) -> frozenset[str]:
    """The names that the site goes by, as letters alone."""
    told = [
        *page.meta("og:site_name", "application-name", "apple-mobile-web-app-title"),
        *page.meta("publisher", "dc.publisher", "cre", "twitter:site", "copyright"),
        *names_of(page.json_ld.get("publisher")),
        *([host, domain_of(url)] if url and (host := urlsplit(url).hostname) else ()),
    ]
    names = {letters(name) for name in told}
    names |= {letters(name.split(".")[0]) for name in told if re.fullmatch(r"[\w-]+\.\S+", name)}
    if url:
        names.add(letters(domain_of(url).split(".")[0]))
    return frozenset(name for name in names if len(name) > 1)


def choose_title(page: Page, sites: frozenset[str]) -> str | None:
    """The headline, without the name of the site and said once."""
    found = [title for raw in _candidates(page) if (title := headline(raw, sites))]
    if not found:
        window = clean_title(page.first("//head/title"))
        return _shortest_left(window, sites) if window else None
    keys = [letters(title) for title in found]
    # The place that most others agree with; of equals, the surest.
    best = max(range(len(found)), key=lambda place: (keys.count(keys[place]), -place))
    title = found[best]
    if CUT_SHORT.search(title) or len(title) >= SHORTENED:
        start = letters(CUT_SHORT.sub("", title))
        whole = [one for one in found if letters(one).startswith(start) and len(one) > len(title)]
        title = min(whole, key=len, default=title)
    # 'Headline | Politics' of the one is 'Headline' of another: the rest is a section.
    begun = [one for one in found if _is_with_section(title, one)]
    title = min(begun, key=len, default=title)
    spelled = [one for one in found if letters(one) == letters(title)]
    return max(spelled, key=spelled.count)


def _is_with_section(title: str, other: str) -> bool:
    rest = title[len(other) :] if title.startswith(other) and " " in other else ""
    mark = MARKS.match(rest)
    longest = LONGEST_BEHIND_BAR if mark and "|" in mark[0] else LONGEST_SECTION
    return bool(mark) and not COLON.match(rest) and len(rest.split()) <= longest + 1


def headline(title: str, sites: frozenset[str]) -> str | None:
    """A title without the site's name before or behind it; None if nothing is left."""
    if names_site(title, sites) or letters(title) in NO_HEADLINE:
        return None
    while marks := [mark for mark in MARKS.finditer(title) if mark.start() > 0]:
        first, last = marks[0], marks[-1]
        if is_site(title[last.end() :], sites) and not COLON.fullmatch(last[0]):
            title = title[: last.start()]
        elif is_site(title[: first.start()], sites) and title[first.end() :]:
            title = title[first.end() :]
        else:
            break
    if (bracket := BRACKET.search(title)) and is_site(bracket[1], sites):
        title = title[: bracket.start()]
    if doubled := DOUBLED.fullmatch(title[:LONGEST_DOUBLED]):
        title = doubled[1]
    return title.strip() or None


def names_site(text: str, sites: frozenset[str]) -> bool:
    """Whether a text is the site's name, alone or with a general word ('Courier News')."""
    name = letters(text)
    plain = NAME_MORE.sub("", text)
    return name in sites or name.removeprefix("the") in sites or letters(plain) in sites


def is_site(text: str, sites: frozenset[str]) -> bool:
    """Whether what stands beside a headline is the site: its name, with a word or two more."""
    words = text.split()
    if not 0 < len(words) <= LONGEST_NAME or not letters(text):
        return False
    name = letters(text)
    part = any(site.startswith(name) and len(name) > 0.6 * len(site) for site in sites)
    more = len(words) > 1 and {letters("".join(words[1:])), letters("".join(words[:-1]))} & sites
    return names_site(text, sites) or part or bool(more)


def _candidates(page: Page) -> Iterator[str]:
    """Titles, the surest place first."""
    if title := clean_title(page.json_ld.get("headline")):
        yield title
    told = [title for one in page.meta(*SHARED) if (title := clean_title(one))]
    if told:
        yield told[0]
    headings = [text for one in page.tree.iter("h1") if (text := heading(one))]
    window = clean_title(page.first("//head/title")) or ""
    sure = {letters(one) for one in (title, *told) if one}
    known = [one for one in headings if letters(one) in sure or one in window]
    yield from known[:1] or (headings if len(headings) == 1 else ())
    yield from told[1:2]
    if title := clean_title(page.first('//*[@itemprop="headline"]')):
        yield title
    if window and (inside := [one for one in (*told, *known) if letters(one) in letters(window)]):
        yield max(inside, key=len)


def heading(element: HtmlElement) -> str | None:
    """What a heading says, its parts apart ('Politics' and the headline are two spans)."""
    hidden = set(element.xpath(HIDDEN_IN_H1))
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "end":
            pieces.append((part.tail or "") if part is not element else "")
        elif part in hidden:
            walk.skip_subtree()
        else:
            pieces.append(" " if part.tag == "br" else part.text or "")
    return clean("".join(_spaced(pieces)))


def _spaced(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces, with a space where a word ends and a new one begins; a drop cap is no word."""
    before = ""
    for piece in pieces:
        apart = len(before) > 1 and not before[-1].isspace() and before[-1] not in "([„“\"'’-"
        if apart and piece[:1].isupper():
            yield " "
        yield piece
        before = piece or before


def _shortest_left(window: str, sites: frozenset[str]) -> str | None:
    """Of a window's title alone, what stands before the last '|', if that is a headline."""
    title = headline(window, sites)
    if title and "|" in title:
        start = title.rsplit("|", 1)[0].strip()
        return start if len(start.split()) > 3 else title
    return title
