"""Six looks of a news page: where it says title, author, tags and date for machines.

Each gives the meta part of the head, the byline under the headline and the tags at the end."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from .newsroom import Article
from .prose import MONTHS

Part = Callable[[Article], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    head: Part
    byline: Part
    tags: Part


def _nothing(article: Article) -> str:
    return ""


def _in_words(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"


def _names(article: Article) -> str:
    return escape(" and ".join(article.authors) or article.outlet.name)


def _meta(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{escape(content)}">'


def _summary(article: Article) -> str:
    return article.paragraphs[0].split(". ")[0].rstrip(".") + "."


def _json(value: dict[str, object]) -> str:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/ld+json">{told}</script>'


def _news_article(article: Article) -> dict[str, object]:
    told: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published.isoformat(),
        "articleSection": article.topic.section,
        "mainEntityOfPage": article.url,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.name},
    }
    if article.authors:
        told["author"] = [{"@type": "Person", "name": name} for name in article.authors]
    if article.modified:
        told["dateModified"] = article.modified.isoformat()
    return told


def _jsonld_head(article: Article) -> str:
    told = {"@context": "https://schema.org", **_news_article(article)}
    if article.tags:
        told["keywords"] = list(article.tags)
    return "\n".join(
        [
            _meta("og:type", "article", "property"),
            _meta("og:title", article.title, "property"),
            _meta("description", _summary(article)),
            _json(told),
        ]
    )


def _graph_head(article: Article) -> str:
    told = _news_article(article)
    if article.tags:
        told["keywords"] = ", ".join(article.tags)
    home = f"https://www.{article.outlet.host}/"
    trail = [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": home},
        {"@type": "ListItem", "position": 2, "name": article.topic.section},
    ]
    graph = [
        {"@type": "WebSite", "@id": f"{home}#website", "url": home, "name": article.outlet.name},
        {"@type": "BreadcrumbList", "itemListElement": trail},
        told,
    ]
    return "\n".join(
        [
            _meta("og:title", article.title, "property"),
            _json({"@context": "https://schema.org", "@graph": graph}),
        ]
    )


def _opengraph_head(article: Article) -> str:
    metas = [
        _meta("og:type", "article", "property"),
        _meta("og:title", article.title, "property"),
        _meta("og:description", _summary(article), "property"),
        _meta("article:section", article.topic.section, "property"),
        _meta("article:published_time", article.published.isoformat(), "property"),
    ]
    if article.modified:
        metas.append(_meta("article:modified_time", article.modified.isoformat(), "property"))
    metas += (_meta("article:tag", tag, "property") for tag in article.tags)
    metas += (_meta("author", name) for name in article.authors)
    return "\n".join(metas)


def _keywords_head(article: Article) -> str:
    metas = [
        _meta("og:title", article.title, "property"),
        _meta("description", _summary(article)),
        _meta("date", article.published.isoformat()),
    ]
    if article.authors:
        metas.append(_meta("author", ", ".join(article.authors)))
    if article.tags:
        metas.append(_meta("keywords", ", ".join(article.tags)))
    return "\n".join(metas)


def _reltag_head(article: Article) -> str:
    return _meta("og:title", article.title, "property")


def _words_byline(article: Article) -> str:
    return f'<p class="byline">By {_names(article)} | {_in_words(article.published)}</p>'


def _time_byline(article: Article) -> str:
    at = article.published
    changed = ""
    if article.modified:
        instant = article.modified.isoformat()
        words = _in_words(article.modified)
        changed = f' (updated <time class="updated" datetime="{instant}">{words}</time>)'
    return (
        f'<div class="byline">By <span class="author" rel="author">{_names(article)}</span> '
        f'<time class="published" itemprop="datePublished" pubdate '
        f'datetime="{at.isoformat()}">{_in_words(at)}</time>{changed}</div>'
    )


def _reltag_tags(article: Article) -> str:
    links = "".join(
        f'<li><a rel="tag" href="/tag/{tag.lower().replace(" ", "-")}/">{escape(tag)}</a></li>'
        for tag in article.tags
    )
    return f'<ul class="tags">{links}</ul>' if links else ""


def _topic_tags(article: Article) -> str:
    links = ", ".join(
        f'<a href="/topic/{tag.lower().replace(" ", "-")}">{escape(tag)}</a>'
        for tag in article.tags
    )
    return f'<p class="topics">Topics: {links}</p>' if links else ""


LOOKS = {
    "jsonld": Look(head=_jsonld_head, byline=_words_byline, tags=_nothing),
    "graph": Look(head=_graph_head, byline=_words_byline, tags=_nothing),
    "opengraph": Look(head=_opengraph_head, byline=_words_byline, tags=_reltag_tags),
    "keywords": Look(head=_keywords_head, byline=_time_byline, tags=_nothing),
    "reltag": Look(head=_reltag_head, byline=_time_byline, tags=_reltag_tags),
    "time": Look(head=_reltag_head, byline=_time_byline, tags=_topic_tags),
}
