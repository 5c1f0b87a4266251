"""Write HTML pages as news sites make them, each outlet in one of six looks.

The looks differ in where they say what a machine wants to know (looks.py); what stands round
the article is much the same everywhere."""

from html import escape
from pathlib import Path
from random import Random

from .chance import between, happens, pick
from .looks import LOOKS
from .newsroom import Article, by_outlet
from .outlets import Outlet
from .popularity import most_popular, related

SECTIONS = ("Home", "News", "Economy", "Culture", "Sport", "Opinion")
SUBHEADS = ("What happens next", "The figures", "Looking back", "On the ground", "Two views")
ENCODINGS = {"altenbrucktageblatt.example": "iso-8859-1"}  # an older site; the others are UTF-8


def write(folder: Path, articles: list[Article], seed: int) -> int:
    """One page an article, in a folder an outlet."""
    ours = by_outlet(articles)
    for article in articles:
        slug = article.url.rstrip("/").rsplit("/", 1)[1].removesuffix(".html")
        place = folder / article.outlet.host / f"{slug}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        encoding = ENCODINGS.get(article.outlet.host, "utf-8")
        rng = Random(f"{seed}/page/{article.url}")
        page = page_of(article, ours[article.outlet], encoding, rng)
        place.write_bytes(page.encode(encoding, "xmlcharrefreplace"))
    return len(articles)


def page_of(article: Article, ours: list[Article], encoding: str, rng: Random) -> str:
    look = LOOKS[article.outlet.style]
    outlet, title = article.outlet, escape(article.title)
    canonical = article.first.url if article.first and happens(0.5, rng) else article.url
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="{encoding}">
<title>{title} | {escape(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="{canonical}">
<meta property="og:url" content="{article.url}">
<meta property="og:site_name" content="{escape(outlet.name)}">
{look.head(article)}
</head>
<body>
{_header(outlet)}
<main>
<article class="story">
<p class="kicker">{escape(article.topic.section)}</p>
<h1>{title}</h1>
{look.byline(article)}
{_figure(article)}
{_body(article, rng)}
{look.tags(article)}
</article>
<aside class="sidebar">
{_list("ul", "related", "More on this", related(article, ours))}
{_list("ol", "most-popular", pick(("Most popular", "Most read"), rng), most_popular(article, ours))}
</aside>
</main>
{_footer(outlet)}
</body>
</html>
"""


def _header(outlet: Outlet) -> str:
    links = "".join(f'<li><a href="/{name.lower()}/">{name}</a></li>' for name in SECTIONS)
    return f"""<div class="cookie-notice" role="dialog"><p>We use cookies to remember you. \
<button>Accept</button> <a href="/cookies/">More about cookies</a></p></div>
<header class="site-header"><a class="logo" href="/">{escape(outlet.name)}</a>
<nav><ul>{links}</ul></nav>
<a class="subscribe" href="/subscribe/">Subscribe</a></header>"""


def _figure(article: Article) -> str:
    place = escape(article.place)
    return (
        f'<figure><img src="/images/{article.topic.name}.jpg" alt="{place}">'
        f"<figcaption>{place}. Photo: {escape(article.outlet.name)}</figcaption></figure>"
    )


def _body(article: Article, rng: Random) -> str:
    blocks = [f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in article.paragraphs]
    if len(blocks) > 8 and happens(0.3, rng):
        blocks.insert(between(4, 6, rng), f"<h2>{pick(SUBHEADS, rng)}</h2>")
    if happens(0.5, rng):
        blocks.insert(2, '<div class="ad" aria-label="Advertisement">Advertisement</div>')
    text = "\n".join(blocks)
    return f'<div class="article-body" itemprop="articleBody">\n{text}\n</div>'


def _list(kind: str, name: str, heading: str, articles: list[Article]) -> str:
    links = "".join(f'<li><a href="{one.url}">{escape(one.title)}</a></li>\n' for one in articles)
    return f'<section class="{name}"><h2>{heading}</h2>\n<{kind}>\n{links}</{kind}></section>'


def _footer(outlet: Outlet) -> str:
    name = escape(outlet.name)
    return f"""<div class="newsletter"><h2>Our newsletter</h2>
<p>The day from {escape(outlet.city)} in your mailbox every morning.</p>
<form action="/newsletter"><input type="email" name="mail"><button>Sign up</button></form></div>
<footer class="site-footer"><p>© {name}. All rights reserved.</p>
<ul><li><a href="/about/">About us</a></li><li><a href="/contact/">Contact</a></li>\
<li><a href="/privacy/">Privacy</a></li></ul></footer>"""
