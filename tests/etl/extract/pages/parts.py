"""What pages of all publishers have around an article: menus, teasers, banners, footers."""

import json
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Told:
    """An invented article and the words of its site's pages (articles.json)."""

    language: str
    site: str
    host: str
    section: str
    title: str
    authors: list[str]
    published: str
    tags: list[str]
    lead: str
    body: list[str]
    by: str
    and_: str
    caption: str
    also: str
    letter: str
    popular: str
    ad: str
    share: str
    dateline: str
    others: list[str]

    @property
    def url(self) -> str:
        return f"https://{self.host}/{self.section.lower()}/{self.slug}-41982.html"

    @property
    def slug(self) -> str:
        return "-".join(self.title.lower().encode("ascii", "ignore").decode().split()[:5])

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.published)

    @property
    def people(self) -> str:
        """'A and B', as the language has it."""
        return f" {self.and_} ".join(self.authors)

    @property
    def byline(self) -> str:
        return f"{self.by} {self.people}"

    @property
    def numbered(self) -> list[tuple[int, str]]:
        """Other articles of the site."""
        return list(enumerate(self.others))

    @property
    def tagged(self) -> list[tuple[int, str]]:
        return list(enumerate(self.tags))

    def tag_links(self, before: str, *, mark: str = "", between: str = " ") -> str:
        return between.join(f'<a href="{before}{tag}">{mark}{escape(tag)}</a>' for tag in self.tags)

    @property
    def paragraphs(self) -> list[str]:
        return [one.removeprefix("# ") for one in self.body]


@dataclass(frozen=True)
class Made:
    """A page, and what a reader finds on it that is not as the article tells it."""

    html: str
    differs: dict[str, Any]


def page(html: str, **differs: Any) -> Made:
    """A page and what differs: title, authors, day, tags or body."""
    return Made(html, differs)


def meta(name: str, *values: str) -> str:
    attribute = "property" if name.startswith(("og:", "article:")) else "name"
    return "".join(f'<meta {attribute}="{name}" content="{escape(one)}">\n' for one in values)


def ld(**fields: Any) -> str:
    told = json.dumps({"@context": "https://schema.org", **fields}, ensure_ascii=False)
    return f'<script type="application/ld+json">{told}</script>\n'


def persons(told: Told) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in told.authors]


def news(told: Told, **fields: Any) -> dict[str, Any]:
    """The usual NewsArticle; None takes a field out."""
    usual = {
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": told.url},
        "headline": told.title,
        "description": told.lead,
        "datePublished": told.published,
        "dateModified": told.published.replace("2025-03", "2025-04"),
        "author": persons(told),
        "publisher": {"@type": "NewsMediaOrganization", "name": told.site},
    }
    return {key: value for key, value in {**usual, **fields}.items() if value is not None}


def text(told: Told, tag: str = "p", attributes: str = "", *, between: tuple[str, ...] = ()) -> str:
    """The body's paragraphs; what stands in `between` is laid among them."""
    pieces = []
    for number, one in enumerate(told.body):
        head = one.startswith("# ")
        words = escape(one.removeprefix("# "), quote=False)
        pieces.append(f"<h2>{words}</h2>" if head else f"<{tag}{attributes}>{words}</{tag}>")
        if number < len(between):
            pieces.append(between[number])
    return "\n".join(pieces)


def paragraphs(told: Told, tag: str = "p", attributes: str = "") -> list[str]:
    """The body's paragraphs as elements; headings are h2."""
    return text(told, tag, attributes).split("\n")


def figure(told: Told) -> str:
    return (
        '<figure class="media"><picture><img src="/i/1.jpg" alt=""></picture>'
        f'<figcaption class="media__caption">{escape(told.caption)}</figcaption></figure>'
    )


def menu(told: Told) -> str:
    names = [told.section, "Sport", "Video", "Podcast", "Radio", "Europa", "Wetter", "Opinion"]
    links = "".join(
        f'<li class="nav-item"><a href="/{name.lower()}/{number}" class="nav-link">{name}</a></li>'
        for number in range(6)
        for name in names
    )
    return (
        f'<header class="site-header"><a href="/" class="logo">{told.site}</a>'
        f'<nav aria-label="main"><ul>{links}</ul></nav></header>'
    )


def teasers(told: Told, many: int = 18) -> str:
    cards = "".join(
        f'<li class="card"><a href="/x/{number}"><h3>{escape(told.others[number % 3])}</h3></a>'
        f'<p class="card__text">{escape(told.others[(number + 1) % 3])}.</p>'
        f'<time datetime="2025-03-1{number % 9}T08:00:00Z">1{number % 9}.3.</time></li>'
        for number in range(many)
    )
    return f'<section class="teasers"><h2>{told.section}</h2><ul>{cards}</ul></section>'


def most_read(told: Told) -> str:
    lines = "".join(f'<li><a href="/m/{one[:4]}">{escape(one)}</a></li>' for one in told.others)
    return f'<aside class="most-read"><h2>{told.popular}</h2><ol>{lines}</ol></aside>'


def footer(told: Told) -> str:
    links = "".join(f'<a href="/about/{number}">Info {number}</a> ' for number in range(30))
    return (
        f'<footer class="site-footer"><p>© 2025 {told.site}. All rights reserved.</p>{links}'
        f'</footer><div id="cookie-consent" class="cookie-banner"><p>We and our 842 partners use '
        "cookies to measure who reads what, and to show offers. You may agree or refuse, and "
        "change your mind at any time under privacy settings.</p><button>OK</button></div>"
    )


def scripts() -> str:
    state = ",".join(f'"slot{number}":{{"id":{number},"size":[300,250]}}' for number in range(400))
    return f"<script>window.__ADS__={{{state}}};</script><style>.a{{color:red}}</style>"


def document(
    told: Told, head: str, main: str, *, window: str | None = None, after: str = ""
) -> str:
    """A whole page round the article."""
    title = window if window is not None else f"{told.title} | {told.site}"
    return (
        f'<!DOCTYPE html>\n<html lang="{told.language}"><head><meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n{head}{scripts()}</head>\n<body>{menu(told)}\n"
        f"{main}\n{after or most_read(told) + teasers(told)}{footer(told)}{scripts()}</body></html>"
    )
