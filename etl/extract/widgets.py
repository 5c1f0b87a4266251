"""The lists that stand beside an article on its page, told by their headings.

Most-popular lists are observations of popularity on the day on which they were seen."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from lxml.etree import XPath
from lxml.html import HtmlElement

from etl.article import Article, Measure, Popularity
from etl.extract.text import clean


class Widget(StrEnum):
    """What a list beside an article holds."""

    RELATED = "related"
    TAGS = "tags"
    POPULAR = "popular"


HEADINGS = {
    heading: widget
    for widget, headings in {
        Widget.RELATED: (
            "check out our other content,more on this,related articles,related content,"
            "related stories,related posts,related news,more stories,read more,read also,"
            "you may also like,you might also like,recommended,recommended for you"
        ),
        Widget.TAGS: (
            "check out other tags,tags,topics,related topics,more on these topics,"
            "filed under,keywords,schlagworte,"
            "schlagwörter,themen,stichworte,onderwerpen,trefwoorden,mots-clés,mots clés,"
            "sujets,thèmes,etiquetas,temas,archivado en,palabras clave,palavras-chave,"
            "argomenti,ämnen,emneord,stikord,avainsanat,tagi,słowa kluczowe,štítky,témata,"
            "címkék,etichete,etiketler,теги,метки,ключевые слова,θέματα,الكلمات المفتاحية,"
            "كلمات مفتاحية,וסום,תגיות,キーワード,タグ,关键词,标签,태그,टैग,टैग्स"
        ),
        Widget.POPULAR: (
            "most popular articles,most popular,most popular stories,most read,"
            "most read articles,most viewed,popular articles,popular posts,popular now,"
            "trending,trending now,meistgelesen,meist gelesen,am meisten gelesen,"
            "die meistgelesenen artikel,meest gelezen,best gelezen,les plus lus,"
            "articles les plus lus,lo más leído,más leídas,más leídos,i più letti,"
            "più letti,mais lidas,mest läst,mest lest,mest læst,mest læste,luetuimmat,"
            "najczęściej czytane,najpopularniejsze,nejčtenější,legolvasottabb,"
            "самое читаемое,самое популярное,популярное,популярные статьи,найпопулярніше,"
            "çok okunanlar,en çok okunanlar,δημοφιλή,cele mai citite,الأكثر قراءة,"
            "الأكثر مشاهدة,הנקראות ביותר,アクセスランキング,人気記事,人気ランキング,"
            "热门文章,热门新闻,"
            "阅读排行,点击排行,많이 본 뉴스,가장 많이 본 뉴스,인기기사,"
            "सबसे ज़्यादा पढ़ी गई,सबसे ज्यादा पढ़ी गई,"
            "top stories this week,this week's most read,most watched,"
            "le plus lu,les plus consultés,las más leídas,lo más visto,"
            "più letti del giorno,as mais lidas,mais lidos,mais vistas,beliebteste artikel,"
            "topthemen der leser"
        ),
    }.items()
    for heading in headings.split(",")
}
HEADING_ELEMENTS = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "div", "span", "header")
LONGEST_HEADING = 60  # characters
LISTS = XPath("following-sibling::*[self::ul or self::ol or self::div or self::section][1]")
LINKS = XPath("following-sibling::a")
ITEMS = XPath(
    ".//li | .//article[not(ancestor::li)] | .//a[not(ancestor::li or ancestor::article)]"
)
OF_ITEM = (
    XPath(".//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"),
    XPath("self::a | .//a"),
)
FURTHER_OUT = 2  # levels by which a heading may be wrapped before its list
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


def places(article: Article, day: date) -> Iterator[Popularity]:
    """The ranks in the most-popular list that was seen beside an article on a day."""
    for place, title in enumerate(article.most_popular, start=1):
        yield Popularity(
            source=article.source, title=title, day=day, measure=Measure.PLACES, value=place
        )


def page_widgets(tree: HtmlElement) -> dict[Widget, tuple[str, ...]]:
    """What the lists of a web page hold that follow a widget's heading; each heading's first."""
    widgets: dict[Widget, tuple[str, ...]] = dict.fromkeys(Widget, ())
    for heading in tree.iter(*HEADING_ELEMENTS):
        widget = widget_of(_heading(heading))
        if widget is None or widgets[widget]:
            continue
        lines = [text for item in _items(heading) if (text := _title_of(item))]
        lines = list(dict.fromkeys(lines))
        widgets[widget] = labels(lines) if widget is Widget.TAGS else unranked(lines)
    return widgets


def _heading(element: HtmlElement) -> str:
    """What a heading says, itself or through the one element in it."""
    while len(element) == 1 and not (element.text or "").strip():
        element = element[0]
    text = element.text or ""
    return text if len(text) <= LONGEST_HEADING and not len(element) else ""


def _items(heading: HtmlElement) -> list[HtmlElement]:
    """The items of the list that follows a heading, or what the heading is wrapped in; or the
    links that follow it."""
    if links := list(LINKS(heading)):
        return links
    for _ in range(1 + FURTHER_OUT):
        for found in LISTS(heading):
            if items := list(ITEMS(found)):
                return items
        heading = heading.getparent()
        if heading is None or heading.tag in ("article", "main", "body"):
            break
    return []


def _title_of(item: HtmlElement) -> str | None:
    """An item's headline: without the number, time and author beside it."""
    for path in OF_ITEM:
        texts = [text for one in path(item) if (text := clean(one.text_content()))]
        if texts:
            return max(texts, key=len)
    return clean(item.text_content())
