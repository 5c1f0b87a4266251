"""Paragraphs of a piece of HTML, as feeds and tables carry it."""

import re

from lxml import etree, html

from etl.extract.text import INVISIBLE, SPACES, paragraphs

TAGS = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|li|a|em|strong|blockquote|figure|span|img)\b[^<>]*>", re.IGNORECASE
)
BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol blockquote figure table tr pre section article hr"
    " head item list quote row ab".split()  # the last six are trafilatura's
)
BREAKS = frozenset(("br", "lb"))
CELLS = frozenset(("td", "th", "cell"))
UNREAD = frozenset(("script", "style", "figcaption", "iframe", "noscript", "form", "button"))


def looks_like_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain."""
    return bool(TAGS.search(text))


def markup_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a fragment of HTML, without scripts, captions and forms."""
    try:
        root = html.fragment_fromstring(INVISIBLE.sub("", text), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return paragraphs(TAGS.sub("\n\n", text))
    return element_paragraphs(root)


def element_paragraphs(root: etree._Element) -> tuple[str, ...]:
    """The paragraphs of a tree, by its block elements."""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            unread = element.tag in UNREAD
            pieces.append(_break(element.tag) + ("" if unread else _joined(element.text)))
            if unread:
                walk.skip_subtree()
        else:
            after = _break(element.tag) if element.tag in BLOCKS else ""
            pieces.append(after + _joined(element.tail))
    return paragraphs("".join(pieces))


def _break(tag: object) -> str:
    if tag in BLOCKS:
        return "\n\n"
    return "\n" if tag in BREAKS else " " if tag in CELLS else ""


def _joined(text: str | None) -> str:
    """Text whose line ends mean nothing, as in HTML."""
    return SPACES.sub(" ", text) if text else ""
