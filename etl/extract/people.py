"""Who wrote a page: separate people, out of every place that names them.

Agencies and newsrooms ('dpa', 'Redaktion') are no people: beside a person they are left out, alone
they stand, since they are what the page says. The site's own name is never an author."""

import re
from collections.abc import Callable, Iterable, Iterator

from lxml.etree import XPath

from etl.extract.byline import NAME as FULL_NAME
from etl.extract.byline import Byline
from etl.extract.chrome import is_beside
from etl.extract.json_ld import names_of
from etl.extract.page import UNDER_HEADLINE, Page
from etl.extract.text import clean, clean_title, letters
from etl.extract.title import names_site

METAS = (
    "parsely-author", "sailthru.author", "byl", "author", "authors", "article:author", "og:author",
    "og:article:author", "article:author_name", "article.author", "cxenseparse:author",
    "dc.creator", "dcterms.creator", "dc.contributor", "creator", "byline", "news_authors",
    "citation_author", "rnews:creator",
)  # fmt: skip
LIBRARIAN = frozenset(("dc.creator", "dcterms.creator", "dc.contributor", "citation_author"))
TURNED = re.compile(r"([\w’'-]+),\s+([\w’'. -]{2,40})")
ELEMENTS = (
    XPath('//*[@itemprop="author"]//*[@itemprop="name"] | //*[@itemprop="author name"]'),
    XPath('//*[@itemprop="author"][not(.//*[@itemprop])]'),
    XPath('//a[contains(concat(" ", @rel, " "), " author ")]'),
    XPath(  # RDFa, as Drupal writes it
        '//*[@property="schema:name" and contains(@typeof, "Person")] | //*[@property="foaf:name"]'
        ' | //*[@property="schema:author"][not(.//*[@property])]'
    ),
)
NAMED = XPath(
    '//*[contains(@class, "author-name") or contains(@class, "author__name")'
    ' or contains(@class, "authorName") or contains(@class, "byline-name")'
    ' or contains(@class, "byline__name") or contains(@class, "author-link")][not(.//p)]'
)
LINKED = XPath(
    '//*[contains(@class, "byline") or contains(@class, "author") or contains(@class, "Byline")'
    ' or contains(@class, "Author")]//a[contains(@href, "/autor") or contains(@href, "/author")'
    ' or contains(@href, "/auteur") or contains(@href, "/redakt") or contains(@href, "/person")'
    ' or contains(@href, "/profil") or contains(@href, "/firma") or contains(@href, "/staff")'
    ' or contains(@href, "/journalist") or contains(@href, "/by/")]'
)
BYLINES = XPath(
    '//*[contains(@class, "byline") or contains(@class, "author") or contains(@class, "Byline")'
    ' or contains(@class, "autor") or contains(@class, "auteur")][not(.//p)]'
)
BOXES = XPath(  # scripts' names for the block that holds a byline
    '//*[contains(@data-testid, "byline") or contains(@data-component, "byline")'
    ' or contains(@data-testid, "author") or contains(@data-component, "author")'
    ' or contains(@data-testid, "contributor") or contains(@aria-label, "Contributor")'
    ' or contains(@id, "byline") or contains(@class, "contributors") or self::address]'
)
MARK = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
MOST_UNDER = 25  # elements under the headline that are looked at
LONGEST_BYLINE = 120  # characters
LONGEST_BOX = 300
NO_NAME = re.compile(
    r"://|www\.|@|\d{4}|^\d|\d:\d\d|[{}<>=]|^\W*$|\.(?:com|org|net|de|fr|co)\b", re.IGNORECASE
)
EMAIL = re.compile(r"\(?\S+@\S+\.\S+\)?")
HANDLE = re.compile(r"(?:^|\s)@\w+")
BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
BY = re.compile(
    r"(?:(?:written|reported|edited|words|story|review|analysis|opinion|posted|published|created)"
    r"\s+by|by|an?\s+\w+\s+by|von|par"
    r"|(?:eine?\s+\w+|kommentar|analyse|bericht|interview|gastbeitrag|reportage|kolumne)\s+von"
    r"|(?:publié|écrit|propos recueillis)\s+par|door|(?:geschreven|tekst)\s+door"
    r"|di|a cura di|por|escrito por|de nuestro|av|af|przez|od|yazan"
    r"|authors?|autore?n?|auteurs?|autores|autora?|text|tekst|texte|texto|testo|skribent|författare"
    r"|redaktion|reporter|journalist|haber|yazar|muhabir|автор(?:ы|и)?|текст|بقلم|كتب(?:ت)?|लेखक"
    r"|文|取材|作者|记者|記者|撰文|글)\s*(?::|：|\s)\s*",
    re.IGNORECASE,
)
PARTICLE = re.compile(r"(?:di|de|von|av|af|od|por|par)\s", re.IGNORECASE)  # names have them too
LABEL_ONLY = re.compile(
    r"(?:text|tekst|texte|redaktion|reporter|journalist|author|autor|haber|текст|文|글)\s",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*[;|•·/\n]\s*|\s+(?:and|und|et|och|og|ja|és|with|mit|avec|con|met|plus)\s+"
    r"|\s*,\s+(?:and|und|et|en|y|e|och|og)\s+|\s+&\s+|\s+\+\s+",
    re.IGNORECASE,
)
SHORT_AND = re.compile(r"\s+(?:y|e|en|i|a|o|u|и|та|ve|και|și|و)\s+", re.IGNORECASE)
COMMA = re.compile(r"\s*[,、，،]\s*")
POST_BEHIND = re.compile(
    r"\s*(?:선임)?(?:기자|특파원|논설위원)(?=\s|$)|(?<=\S)\s*(?:記者|记者|特派員)$"
)
DASH_TAIL = re.compile(r"\s+[-–—]\s+.*$")
PLACE = re.compile(r"\s+(?:in|aus|à|en|from|reports? from)\s+[A-ZÀ-Þ][\w. '’-]*$")
ROLE = re.compile(
    r"\b(?:(?:staff|senior|special|foreign|deputy|assistant|associate|managing|guest)\s+)*"
    r"(?:\w*(?:editor|reporter|correspond[ae]n\w*|writer|columnist|contributor|producer)s?"
    r"|\w*(?:journalist\w*|redakt(?:eur|ør|ör|or)\w*|korrespondent\w*|reda[ck]t(?:eur|rice)\w*"
    r"|verslaggever|chef(?:redakt\w+|in)?|leiter(?:in)?"
    r"|redattore|inviato|reda[ct]tora?|periodista|fotogra\w+|photographer|volontär\w*|gastautor\w*"
    r"|politics|business|sports?|chief|head of|director|professor|analyst))\b",
    re.IGNORECASE,
)
AGENCIES = frozenset(
    "dpa afp reuters ap apa sda kna epd sid ansa efe lusa belga anp tt ntb ritzau pap ctk čtk mti"
    " xinhua tass interfax bloomberg upi pti ians ani kyodo yonhap keystonesda keystoneats ats"
    " associatedpress theassociatedpress agencefrancepresse europapress adnkronos agi askanews cnn"
    " prnewswire businesswire globenewswire pressassociation pa aap dpaafx dpaafxprofeed dts dtsna"
    " agencias agences agenturen agenzie agencies wires wireservices afpmitagences afpcom spx mld"
    " deutschepresseagentur thomsonreuters pamedia austriapresseagentur agencebelga agenciaefe"
    " schweizerischedepeschenagentur ritzaubureau nyhetsbyrantt tidningarnastelegrambyra"
    " canadianpress thecanadianpress newswire stt thl bta hina tanjug ukrinform unn aa dha iha"
    " bloombergnews reutersnews dpainfocom dpatmn lebelga agencebelga afprelaxnews apnews".split()
)
NEWSROOM = re.compile(
    r"^(?:the\s+)?(?:online[- ]?)?(?:redaktion\w*|rédaction|la rédaction|redactie|redazione"
    r"|redacción|redação|redakcja|redakce|redaktionen|toimitus|news ?desk|newsroom|staff|editors?"
    r"|editorial"
    r"|editorial (?:board|team|staff)|web ?desk|news ?team|staff (?:reporter|writer)s?|news staff"
    r"|news agencies|our correspondent|nieuwsredactie|webredactie)(?:\s.*)?$",
    re.IGNORECASE,
)
NEVER = frozenset(
    "admin administrator webmaster root user superuser none null unknown author".split()
)
MOST_WORDS = 6
LONGEST_TOLD = 1_000  # characters: what is longer names no people
MOST_SEEN = 8  # links to people: more are a list of the staff


def choose_authors(
    page: Page, sites: frozenset[str], byline: Callable[[], Byline]
) -> tuple[str, ...]:
    """The people of the surest place that names any; else the agency or newsroom of one."""
    alone: tuple[str, ...] = ()
    for place in _places(page, byline):
        told = people(place, sites)
        if told and not all(is_collective(one) or _is_account(one) for one in told):
            return told
        alone = alone or told
    return alone


def people(told: Iterable[str], sites: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The separate names in what a place says, each once."""
    found: dict[str, str] = {}
    for text in told:
        for name in () if "://" in text else split_names(text):
            if not names_site(name, sites):
                found.setdefault(letters(name), name)
    persons = [name for name in found.values() if not is_collective(name)]
    return tuple(persons or found.values())


def is_collective(name: str) -> bool:
    """Whether a name is an agency's or a newsroom's."""
    return letters(name) in AGENCIES or bool(NEWSROOM.match(name))


def _is_account(name: str) -> bool:
    """Whether a name is what somebody logs in with: 'ivermaat'."""
    return " " not in name and name.isascii() and name.islower()


def split_names(text: str) -> Iterator[str]:
    """The names in one string: 'By A and B, Politics Editor' has two."""
    line = clean_title(BRACKETS.sub("", HANDLE.sub("", EMAIL.sub("", text[:LONGEST_TOLD])))) or ""
    line = _without_by(line)
    for part in SPLIT.split(line):
        pieces = [piece for half in _halves(part) for piece in COMMA.split(half)]
        found = [name for piece in pieces if (name := _name(piece))]
        # 'Ilse Vermaat, Berlin': a single word behind a full name is a place or an agency.
        full = len(pieces) > 1 and any(" " in name for name in found)
        yield from (name for name in found if not full or " " in name)


def _turned(name: str) -> str:
    """'Ilse Vermaat' of 'Vermaat, Ilse', as libraries write names."""
    turned = TURNED.fullmatch(name)
    return f"{turned[2]} {turned[1]}" if turned and not SPLIT.search(name) else name


def _halves(part: str) -> list[str]:
    """'A B y C D' has two people; 'Ramón y Cajal' is one."""
    halves = SHORT_AND.split(part)
    return halves if all(" " in half.strip() for half in halves) else [part]


def _name(piece: str) -> str | None:
    """A piece as a name, or None where it is none."""
    piece = PLACE.sub("", DASH_TAIL.sub("", _without_by(POST_BEHIND.sub("", piece))))
    piece = piece.strip(" .,:;*-–—|'\"")
    if not piece or NO_NAME.search(piece) or letters(piece) in NEVER:
        return None
    if len(piece.split()) > MOST_WORDS or len(piece) > 60:
        return None
    if (role := ROLE.search(piece)) and not NEWSROOM.match(piece):
        piece = piece[: role.start()].strip()  # 'Ilse Vermaat Sports Editor'
        return piece if " " in piece else None
    cased = [word for word in piece.split() if word[0].isalpha()]
    lower = bool(cased) and all(word[0].islower() for word in cased)
    return None if lower and len(cased) > 2 else piece


def _without_by(line: str) -> str:
    by = BY.match(line)
    rest = line[by.end() :] if by else line
    # 'Redaktion Sport' is a newsroom; 'Redaktion: Ilse Vermaat' labels a name.
    if by and (LABEL_ONLY.match(by[0]) or (PARTICLE.fullmatch(by[0]) and " " not in rest)):
        return line
    return rest if rest[:1].isupper() or not rest[:1].islower() else line


def _places(page: Page, byline: Callable[[], Byline]) -> Iterator[list[str]]:
    """What each place says, the surest first."""
    told = list(names_of(page.json_ld.get("author") or page.json_ld.get("creator")))
    metas = [
        [_turned(one) if name in LIBRARIAN else one for one in page.meta(name)] for name in METAS
    ]
    # A meta element may name those whom the JSON-LD's first author stands for.
    first = people(told)
    for meta in metas if first else ():
        if len(more := people(meta)) > len(first) and {*map(letters, first)} < {
            *map(letters, more)
        }:
            yield meta
    yield told
    yield from metas
    for path in (*ELEMENTS, NAMED, LINKED):
        seen = _seen(page, path)
        yield seen if len(seen) <= MOST_SEEN else []
    yield list(_in_boxes(page))
    yield list(_under_headline(page))
    yield [text for text in _seen(page, BYLINES) if len(text) < LONGEST_BYLINE and BY.match(text)]
    yield list(byline().authors)


def _under_headline(page: Page) -> Iterator[str]:
    """The names of the first line under the headline that begins with 'By' and holds full names
    alone, up to a mark: 'By Ilse Vermaat and Jon Ames | March 3'."""
    for element in UNDER_HEADLINE(page.tree, most=MOST_UNDER):
        line = MARK.split(clean(element.text) or "")[0]
        by = BY.match(line)
        if by is None or len(line) > LONGEST_BYLINE or is_beside(element):
            continue
        found = [name for name in split_names(line) if " " in name]
        if found and all(FULL_NAME.fullmatch(name) for name in found):
            yield from found
            return


def _in_boxes(page: Page) -> Iterator[str]:
    """The full names among the pieces of a byline's block; the others are posts and places."""
    for box in BOXES(page.tree):
        if is_beside(box) or len(box.text_content()) > LONGEST_BOX:
            continue
        for piece in box.itertext():
            yield from (name for name in split_names(piece) if " " in name)


def _seen(page: Page, path: XPath) -> list[str]:
    """What elements say that are not part of something beside the article."""
    return [
        text
        for element in path(page.tree)
        if not is_beside(element) and (text := clean(element.text_content()))
    ]
