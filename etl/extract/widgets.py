"""The lists that stand beside an article on its page, told by their headings.

Most-popular lists are an observation of popularity on the day of the capture."""

import re
from enum import StrEnum

from lxml.html import HtmlElement

from etl.extract.text import clean


class Widget(StrEnum):
    """What a list beside an article holds."""

    RELATED = "related"
    TAGS = "tags"
    POPULAR = "popular"


HEADINGS = {
    **dict.fromkeys(
        (
            "check out our other content",
            "more on this",
            "related articles",
            "related content",
            "related stories",
            "related posts",
            "related news",
            "more stories",
            "read more",
            "read also",
            "you may also like",
            "you might also like",
            "recommended",
            "recommended for you",
        ),
        Widget.RELATED,
    ),
    **dict.fromkeys(
        ("check out other tags", "tags", "topics", "related topics", "more on these topics"),
        Widget.TAGS,
    ),
    **dict.fromkeys(
        (
            "most popular articles",
            "most popular",
            "most popular stories",
            "most read",
            "most read articles",
            "most viewed",
            "popular articles",
            "popular posts",
            "popular now",
            "trending",
            "trending now",
            *"meistgelesen,meist gelesen,am meisten gelesen,die meistgelesenen artikel".split(","),
            *"meest gelezen,best gelezen,les plus lus,articles les plus lus".split(","),
            *"lo más leído,más leídas,más leídos,i più letti,più letti,mais lidas".split(","),
            *"mest läst,mest lest,mest læst,mest læste,luetuimmat".split(","),
            *"najczęściej czytane,najpopularniejsze,nejčtenější,legolvasottabb".split(","),
        ),
        Widget.POPULAR,
    ),
}
HEADING_ELEMENTS = (
    "//*[self::h2 or self::h3 or self::h4 or self::h5 or self::strong or self::p][not(*)]"
)
RANK = re.compile(r"(\d{1,3})(?:[.):]\s*|\s+)(?=\S)")
BULLET = re.compile(r"[-*•·–#]\s*(?=\S)")


def widget_of(heading: str) -> Widget | None:
    """The widget that a line of text is the heading of, if it is one."""
    return HEADINGS.get(" ".join(heading.casefold().split()).rstrip(" :"))


def unranked(lines: list[str]) -> tuple[str, ...]:
    """The titles of a ranked list: '1.', '2.' … are dropped only where they count from one, so
    that '10 Ways to Leave a Port' keeps its number."""
    ranks = [RANK.match(line) for line in lines]
    if all(rank and int(rank[1]) == number for number, rank in enumerate(ranks, start=1)):
        lines = [RANK.sub("", line, count=1) for line in lines]
    return tuple(BULLET.sub("", line, count=1) for line in lines)


def labels(lines: list[str]) -> tuple[str, ...]:
    """Tags, by line and by comma."""
    parts = [part.strip() for line in lines for part in BULLET.sub("", line, count=1).split(",")]
    return tuple(dict.fromkeys(part for part in parts if part))


def page_widgets(tree: HtmlElement) -> dict[Widget, tuple[str, ...]]:
    """What the lists of a web page hold that follow a widget's heading; each heading's first."""
    widgets: dict[Widget, tuple[str, ...]] = dict.fromkeys(Widget, ())
    for heading in tree.xpath(HEADING_ELEMENTS):
        widget = widget_of(heading.text or "")
        if widget is None or widgets[widget]:
            continue
        found = heading.xpath("following-sibling::*[self::ul or self::ol or self::div][1]")
        items = found[0].xpath(".//li | .//a[not(ancestor::li)]") if found else []
        lines = [text for item in items if (text := clean(item.text_content()))]
        widgets[widget] = labels(lines) if widget is Widget.TAGS else unranked(lines)
    return widgets
