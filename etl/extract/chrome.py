"""Make a page's tree ready for trafilatura: out with what is no text, in with what it would drop.

trafilatura judges elements by words in their class ('bar', 'meta', 'slide', 'author'): it drops a
paragraph whose class happens to hold one. Here the element that holds most of the page's
paragraphs is found first; what lies in it loses misleading names, and what is surely not the
article's goes."""

import re
from collections import defaultdict
from collections.abc import Mapping

from lxml.etree import XPath
from lxml.html import HtmlElement

from etl.extract.text import size

UNREAD = "script style noscript svg iframe template head link button select".split()
ASIDE = re.compile(
    r"""(?:^|[\s_-])(?:
    newsletter|read-?more|also-?read|related(?:-?\w+)?|recirc\w*|recommend\w*|more-?on
      |most-?(?:read|popular)|outbrain|taboola
    |lees-?ook|leesook|lesen-?sie-?auch|auch-?interessant|mehr-?zum-?thema|lire-?aussi
      |a-?lire-?aussi|leggi-?anche|lea-?tambien
    |las-?ocksa|les-?ogsa|paywall-?(?:offer|box|prompt|overlay|message)|regwall|abo-?(?:box
      |teaser)|subscri(?:be|ption)-?(?:box|form|banner|prompt|cta)
    |cookie\w*|consent\w*|share-?(?:bar|buttons?|links?|tools?)|social-?(?:share|links?|media|bar
      |icons?)|author-?(?:bio|box|card|info|profile|description)
    |about-?(?:the-?)?author|caption|credits?|copyright|advert\w*|ads?|ad-?(?:slot|container
      |wrapper)|anzeige|werbung|sponsor\w*|disqus\w*|comments?-?(?:list|section|area)?
    |(?:author-?|writer-?|short-?)?bio|disclaimer|fact-?box|(?:inline-)?rel-?content|inline-?asset
    |twitter-?tweet|instagram-?media|tiktok-?embed|fb-?post|bluesky-?embed|reddit-?embed
    |pull-?quotes?|donat(?:e|ion)s?-?\w*|support-?(?:us|box|banner)|fundrais\w*
    |(?:poll|quiz|survey)-?(?:widget|box)|in-?article-?(?:newsletter|promo)
    |tag-?(?:list|cloud)|breadcrumbs?|promo-?(?:box|link)?|teaser-?(?:list|box)|inline-?(?:promo
      |teaser|related)|article-?teaser|image-?(?:source|credit)
    )(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
CAMEL = re.compile(r"[a-z](?:Caption|Newsletter|Credits?|ReadMore|RelatedArticles?)(?![a-z])")
MISLEADING = re.compile(  # parts of names that trafilatura 2.3 takes for a page's furniture
    r"shar|social|viral|newsletter|syndication|cookie|tags|sidebar|banner|bread-?crumb|button"
    r"|author"
    r"|footer|nav|menu|related|message|premium|ad-|bar|paid-?content|widget|byline|embed|consent"
    r"|modal|permission|elated|next-|-stories|most-popular|more-on|meta|rating|attachment|timestamp"
    r"|user-|-icon|article-infos|slide|viewport|overlay|options|expand|obfuscated|blurred|hid[ed]",
    re.IGNORECASE,
)
BOXES = XPath(
    ".//*[self::div or self::section or self::ul or self::ol or self::p or self::figcaption"
    " or self::aside or self::blockquote or self::h2 or self::h3 or self::h4 or self::a"
    " or self::span or self::dl or self::amp-sidebar][@class or @id]"
)
BEFORE_HEADLINE = XPath("boolean(following::h1) and not(preceding::h1 or .//h1)")
CAPTIONS = XPath(".//figcaption")
TEXTS = tuple(
    "p div td font span section article li strong b center blockquote dd pre main em i".split()
)
CONTAINERS = frozenset(("div", "article", "main", "section"))
OUTSIDE = frozenset(("aside", "footer", "nav", "figure", "a", "button"))
ELSEWHERE = re.compile(
    r"cookie|consent|disqus|onetrust|didomi|usercentrics|gdpr|sp_message|teaser-?(?:list|grid)|(?:user|reader|article|post)-?comments"
    r"|(?:^|[\s_-])(?:comments?|kommentare?|commentaires?|reacties|comentarios|commenti"
    r"|related(?:-?\w+)?|recommend\w*|more-?stories|most-?(?:read|popular)|outbrain|taboola"
    r"|newsletter|privacy|modal|popup|dialog|disclaimer|imprint|impressum|cmp\w*)(?:$|[\s_-])|(?:^|\s)(?:sidebar|(?:site|page)?-?footer)(?:$|\s)",
    re.IGNORECASE,
)
LEAST_WORDS, LONGEST_PROMO = 4, 200  # of a headline that stands as a link between paragraphs
MOST_PROMOS = 8
PAGE = frozenset(("html", "body"))
CARDS = frozenset(("li", "div", "article", "section", "a"))
CARD_HEADINGS = XPath("(.//h2 | .//h3 | .//h4 | .//h5)[ancestor::a or .//a][position() <= 2]")
LONGEST_CARD = 500  # characters
TEASER_DEPTH = 4  # elements from a text up to its card
LINES = frozenset(("p", "li", "span", "strong", "b", "em", "i"))  # they hold one paragraph
LONG = 60  # characters of a paragraph that says something
VERY_LONG = 120
HOLDS = 0.75  # of the page's paragraphs: what holds so much is the article
MUCH = 0.3  # of the article's text: what holds so much is no furniture
LEAST = 0.15  # of it: what holds so much, and a headline, is an article of its own
MOST_DROPPED = 0.3  # of the article's text
MOST_LONG = 2  # very long paragraphs in a box that may still be dropped


def prepare(tree: HtmlElement) -> HtmlElement | None:
    """Clean a tree in place; the element that holds most of its paragraphs, if one does."""
    for element in list(tree.iter(UNREAD)):
        element.drop_tree()
    held = _text_held(tree)
    main = main_element(held)
    _drop_boxes(tree if main is None else main)
    if main is not None:
        for element in (main, *main.iterancestors(), *main.iterdescendants(*CONTAINERS)):
            if held.get(element, 0) > MUCH * held[main]:
                _free(element)
        main.set("class", "article-body")  # where trafilatura looks first
        main.tag = main.tag if main.tag in CONTAINERS else "div"
    _drop_promos(tree if main is None else main)
    for caption in CAPTIONS(tree if main is None else main):
        caption.drop_tree()
    return main


def main_element(held: Mapping[HtmlElement, int]) -> HtmlElement | None:
    """The deepest element that holds most of what the page's paragraphs say."""
    total = max(held.values(), default=0)
    enough = [element for element, length in held.items() if length >= HOLDS * total]
    if not enough:
        return None
    main = max(enough, key=_depth)
    size, wide = held[main], len(main.text_content())
    for element in main.iterancestors():
        if element.tag in PAGE:
            break
        gained, added = held[element] - size, len(element.text_content()) - wide
        if gained > 0 and gained > added / 2:  # what lies around is article too
            main, size, wide = element, held[element], wide + added
    return None if main.tag in PAGE or BEFORE_HEADLINE(main) else _first_article(main, held)


def _first_article(main: HtmlElement, held: Mapping[HtmlElement, int]) -> HtmlElement:
    """Of several whole articles on one page (it goes on without an end) the first."""
    whole = [one for one in main.iter("article") if held.get(one, 0) > LEAST * held[main]]
    headed = [one for one in whole if one.find(".//h1") is not None]
    return headed[0] if len(whole) > 1 and headed else main


def _text_held(tree: HtmlElement) -> Mapping[HtmlElement, int]:
    """How much of the page's longer texts lies in each element."""
    held: dict[HtmlElement, int] = defaultdict(int)
    judged: dict[HtmlElement, bool] = {}
    teasers: dict[HtmlElement, bool] = {}
    for element in tree.iter(*TEXTS):
        length = _own_text(element)
        if length < LONG:
            continue
        above = list(element.iterancestors())
        if any(_is_outside(one, judged) for one in above) or any(
            _is_teaser(one, teasers) for one in (element, *above)[:TEASER_DEPTH]
        ):
            continue
        for one in (element, *above) if element.tag not in LINES else above:
            held[one] += length - LONG + 1  # a teaser says little more than that
    return held


def _free(element: HtmlElement) -> None:
    """Show an element that a script would show, and take a misleading name off it."""
    for name in ("hidden", "style", "aria-hidden"):
        element.attrib.pop(name, None)
    if MISLEADING.search(f"{element.get('class')} {element.get('id')}"):
        _unname(element)


def is_beside(element: HtmlElement) -> bool:
    """Whether an element lies in something that stands beside the article."""
    return any(
        (
            above.tag in ("aside", "footer", "nav")
            and above.getparent() is not None
            and above.getparent().tag != "article"
        )
        or (
            above.tag not in PAGE
            and ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}") is not None
        )
        for above in element.iterancestors()
    )


def _is_outside(element: HtmlElement, judged: dict[HtmlElement, bool]) -> bool:
    """Whether what an element holds is never an article's text."""
    known = judged.get(element)
    if known is None:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        known = element.tag in OUTSIDE or (
            element.tag not in PAGE and bool(ELSEWHERE.search(names))
        )
        judged[element] = known
    return known


def _is_teaser(element: HtmlElement, judged: dict[HtmlElement, bool]) -> bool:
    """Whether an element is a card of another article: a linked headline and a short text."""
    known = judged.get(element)
    if known is None:
        headings = CARD_HEADINGS(element) if element.tag in CARDS else ()
        known = len(headings) == 1 and len(element.text_content()) < LONGEST_CARD
        judged[element] = known
    return known


def _own_text(element: HtmlElement) -> int:
    """The size of an element's text, without that of the elements in it."""
    own = size((element.text or "").strip())
    return own + sum(size((child.tail or "").strip()) for child in element)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _drop_boxes(main: HtmlElement) -> None:
    """Drop the boxes inside the article that are none of it; free paragraphs of odd names."""
    boxes: list[HtmlElement] = []
    inside = 0
    for element in BOXES(main):
        if element.tag == "p" and _is_text(element):
            _unname(element)
        elif _is_aside(f"{element.get('class') or ''} {element.get('id') or ''}"):
            texts = [len(one.text_content()) for one in element.iter("p")]
            if sum(length >= VERY_LONG for length in texts) <= MOST_LONG:
                boxes.append(element)
                inside += sum(length for length in texts if length >= VERY_LONG)
    if inside > MOST_DROPPED * len(main.text_content()):
        return  # what looked like boxes is how this page lays its paragraphs
    for element in boxes:
        if element.find(".//h1") is None:
            element.drop_tree()


def _drop_promos(main: HtmlElement) -> None:
    """Drop the paragraphs that are one link to another article, unless the text is made of them."""
    lines = [one for one in main.iter("p") if one.find(".//a") is not None]
    promos = [one for one in lines if _is_promo(one)]
    if len(promos) <= MOST_PROMOS:
        for promo in promos:
            promo.drop_tree()


def _is_promo(element: HtmlElement) -> bool:
    text = " ".join(element.text_content().split()).strip(" »›>•–-")
    link = " ".join(" ".join(one.text_content() for one in element.iter("a")).split())
    headline = len(text.split()) >= LEAST_WORDS and len(text) <= LONGEST_PROMO
    return headline and text == link.strip() and text[-1] not in ".!…。"


def _is_aside(names: str) -> bool:
    return bool(ASIDE.search(names) or CAMEL.search(names))


def _is_text(element: HtmlElement) -> bool:
    """Whether a paragraph is long, and not for the most part links."""
    length = len(element.text_content())
    links = sum(len(link.text_content()) for link in element.iter("a"))
    return length >= VERY_LONG and links * 2 < length


def _unname(element: HtmlElement) -> None:
    for name in ("class", "id"):
        if element.get(name) and element.tag not in PAGE:
            del element.attrib[name]
