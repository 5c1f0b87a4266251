"""Choose a page's tags: from one place, the one that its own signs and the other places confirm.

A page names its subjects in up to nine places, and most are also used for other things: search
phrases, the words of the title, sections, marks for machines. A place is judged by what is left
once those are taken out, by how often it was found right, and by how far others agree with it.
Mixing places was measured to be worse than the best one alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import XPath

from etl.extract.chrome import is_beside
from etl.extract.json_ld import names_of
from etl.extract.page import Page
from etl.extract.text import clean, clean_title, letters
from etl.extract.title import names_site

REL_TAG = XPath(
    '//a[contains(concat(" ", @rel, " "), " tag ") and not(contains(@rel, "category"))]'
    '[not(ancestor::nav or ancestor::aside or ancestor::*[contains(@class, "cloud")'
    ' or contains(@class, "sidebar")])]'
)
LISTED = XPath(  # links in what is named a list of tags
    '//*[self::ul or self::ol or self::div or self::p or self::section][contains(@class, "tags")'
    ' or contains(@class, "taglist") or contains(@class, "tag-list") or contains(@class, "tagList")'
    ' or contains(@class, "TagList") or contains(@class, "hashtag") or contains(@class, "topics")'
    ' or contains(@class, "keywords") or contains(@class, "entities__list")'
    ' or contains(@id, "keywords") or @id="tags"][not(ancestor-or-self::*[contains(@class, "cloud")'
    ' or contains(@class, "sidebar")] or ancestor::nav or ancestor::aside or ancestor::header)]'
    "//a[@href]"
)
TAG_LINKS = XPath(
    "//a[@href][not(ancestor::nav or ancestor::aside or "
    "ancestor::header[not(ancestor::article)] or ancestor::footer"
    "[not(ancestor::article)])]"
)
ITEM = re.compile(
    r"(?:^|[\s_-])tags?(?:[_-]+(?:item|link|name|label|text))?(?:$|\s)", re.IGNORECASE
)
TAG_LINK = re.compile(
    r"/(?:tags?|topics?|keywords?|themen?|thema|onderwerp(?:en)?|sujets?|mots?-cles?|temas?"
    r"|etiquetas?|argoment[io]|amnen?|emner?|tagi|tema|stichwort|schlagwort(?:e|er)?|dossiers?"
    r"|tudo-sobre|hashtags?|etiketler?|haberleri|tagovi|stitky|cimkek?|subjects?|entit(?:y|ies))"
    r"/[^/]+/?$",
    re.IGNORECASE,
)
LONGEST = 60  # characters; a longer tag is a sentence
MOST_WORDS = 6
MOST_TAGS = 40
PREFIXED = re.compile(r"(?P<kind>[\w .-]{1,20}?)\s*[:=]\s*(?P<value>\S.*)")
TOPIC_KINDS = frozenset(
    "tag tags topic topics thema themen theme subject keyword keywords person people place places"
    " location locations organization organisation org company event country region team sujet"
    " onderwerp tema".split()
)
MACHINE = re.compile(
    r"https?:|www\.|^/|^id[-_ ]?\d+$|^[a-z]+[-_]\d{5,}$|^_|^\W*$"
    r"|^[\d\s.,:/-]+$|^[\da-f]{8}-[\da-f]{4}|^\w+_[\w_]+$"
    r"|^[a-z]+[A-Z]\w*\d+\w*$"
    r"|^[a-z]{1,4}\d{3,}$|^(?:false|true|null|none|undefined|nan)$",
    re.IGNORECASE,
)
BOILERPLATE = frozenset(
    "news new nachrichten nachricht aktuell aktuelle aktuellenachrichten aktuelles schlagzeilen"
    " neuigkeiten breakingnews latestnews newstoday todaysnews dailynews headlines headline article"
    " articles artikel meldung story stories zeitung tageszeitung zeitungen newspaper newspapers"
    " online onlinezeitung magazin magazine nieuws laatstenieuws krant actualite actualites actu"
    " infos info information informations journal noticias noticia noticiasdehoy actualidad"
    " periodico diario notizie ultimenotizie ultimora giornale nyheter nyheder nyhet aviser uutiset"
    " wiadomosci wiadomości zpravy zprávy новости homepage startseite default uncategorized"
    " allgemein sonstiges featured topstories topnews top topstory premium plus paywall abo free"
    " subscriberonly freemium metered locked unlocked exclusive text photo foto fotos bilder bild"
    " video videos web website standard"
    " overline newsletter latest live".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """What one place says, and how far it is believed before others are heard."""

    tags: tuple[str, ...]
    trust: float


# How much of what stood there was right, on pages with known answers (see docs/reading.md).
TRUST = {
    "parsely": 1.0,
    "rel": 0.9,
    "news_keywords": 0.82,
    "json_ld": 0.76,
    "article:tag": 0.74,
    "keywords": 0.68,
    "listed": 0.7,
    "links": 0.5,
    "items": 0.4,
}
AGREEMENT = 0.5  # what full agreement of the other places adds
ALONE = 0.2  # what a place loses that has one tag: it is often the section
POOR = 0.35  # what a place loses whose words are mostly the title's


def choose_tags(page: Page, title: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The tags of the place that is believed most; none if no place has any."""
    places = {
        name: Place(tags, TRUST[name] - POOR * _from_title(tags, title) - ALONE * (len(tags) == 1))
        for name, told in _places(page).items()
        if (tags := tuple(_kept(told, title, sites))) and len(tags) <= MOST_TAGS
    }
    keys = {name: {letters(tag) for tag in place.tags} for name, place in places.items()}
    best = max(
        places, key=lambda name: places[name].trust + AGREEMENT * _agreed(name, keys), default=None
    )
    return places[best].tags if best else ()


def _places(page: Page) -> Mapping[str, list[str]]:
    links = (
        text
        for link in TAG_LINKS(page.tree)
        if TAG_LINK.search(link.get("href").split("?")[0]) and (text := clean(link.text_content()))
    )
    return {
        "parsely": _split(page.meta("parsely-tags", "sailthru.tags")),
        "rel": list(page.texts(REL_TAG)),
        "news_keywords": _split(page.meta("news_keywords", "cxenseparse:keywords")),
        "json_ld": _split(names_of(page.json_ld.get("keywords"))),
        "article:tag": _split(page.meta("article:tag", "og:article:tag", "video:tag")),
        "keywords": _split(page.meta("keywords", "dc.subject", "dcterms.subject")),
        "listed": list(page.texts(LISTED)),
        "links": list(links),
        "items": list(_items(page)),
    }


def _items(page: Page) -> Iterator[str]:
    """The texts of elements that are named a tag and hold nothing else, if there are several."""
    found = [
        text
        for element in page.tree.iter("span", "li", "a")
        if ITEM.search(element.get("class") or "")
        and not len(element)
        and not is_beside(element)
        and (text := clean(element.text))
    ]
    yield from found if len(found) > 1 else ()


def _split(values: Iterable[str]) -> list[str]:
    """The tags of a place: a list as it stands, a single string by its commas."""
    told = [one for value in values if (one := clean_title(value))]
    if len(told) > 1 and sum("," in one for one in told) * 2 < len(told):
        return told
    return [
        part for one in told for part in re.split(r"[,;|،、]" if "," in one else r"[;|،、]", one)
    ]


def _kept(told: Iterable[str], title: str, sites: frozenset[str]) -> Iterator[str]:
    """What may be tags, each once: no phrases, no marks for machines, not the site or the title."""
    seen = {"", letters(title)}
    for raw in told:
        tag = (clean(raw) or "").strip(" #\"'„“”,.;").strip()
        if prefixed := PREFIXED.fullmatch(tag):
            if letters(prefixed["kind"]) not in TOPIC_KINDS and " " not in tag:
                continue
            if letters(prefixed["kind"]) in TOPIC_KINDS:
                tag = prefixed["value"]
        key = letters(tag)
        if key in seen or len(tag) > LONGEST or len(tag.split()) > MOST_WORDS:
            continue
        seen.add(key)
        if not (MACHINE.search(tag) or key in BOILERPLATE or names_site(tag, sites)):
            yield tag


def _from_title(tags: tuple[str, ...], title: str) -> float:
    """The share of tags that are single small words out of the title: a list made by machine."""
    words = {letters(word) for word in title.split()}
    taken = sum(tag.islower() and letters(tag) in words for tag in tags)
    return taken / len(tags) if taken > 3 else 0.0


def _agreed(name: str, keys: Mapping[str, set[str]]) -> float:
    """The largest share of a place's tags that another place has too."""
    mine = keys[name]
    others = [theirs for other, theirs in keys.items() if other != name]
    return max((len(mine & theirs) / len(mine | theirs) for theirs in others), default=0.0)
