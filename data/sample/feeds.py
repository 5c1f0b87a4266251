"""Write RSS 2.0 and Atom feeds with the full text, one feed an outlet."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from .newsroom import Article, by_outlet
from .outlets import Outlet


def write(folder: Path, articles: list[Article]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    outlets = by_outlet(articles)
    for outlet, ours in outlets.items():
        (folder / f"{outlet.host}.xml").write_text(feed_of(outlet, ours), "utf-8", newline="\n")
    return len(outlets)


def feed_of(outlet: Outlet, articles: list[Article]) -> str:
    """The feed with its newest entry first."""
    return FEEDS[outlet.style](outlet, articles[::-1])


def _rss(outlet: Outlet, articles: list[Article]) -> str:
    items = "\n".join(_rss_item(article) for article in articles)
    home = f"https://www.{outlet.host}/"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{escape(outlet.name)}</title>
<link>{home}</link>
<description>All the news of {escape(outlet.name)}</description>
<language>en</language>
<lastBuildDate>{_rss_date(articles[0])}</lastBuildDate>
{items}
</channel>
</rss>
"""


def _rss_item(article: Article) -> str:
    link = article.url
    if article.outlet.style == "rss":  # feeds like to count where a reader came from
        link += "?utm_source=rss&utm_medium=feed"
    parts = [
        f"<title>{escape(article.title, quote=False)}</title>",
        f"<link>{escape(link)}</link>",
        f'<guid isPermaLink="false">{article.url}</guid>',
        f"<pubDate>{_rss_date(article)}</pubDate>",
        *(f"<dc:creator>{escape(name)}</dc:creator>" for name in article.authors),
        *(f"<category>{escape(tag)}</category>" for tag in article.tags),
        f"<description>{escape(article.paragraphs[0], quote=False)}</description>",
        f"<content:encoded><![CDATA[{_markup(article)}]]></content:encoded>",
    ]
    if article.first:
        agency = article.first.outlet
        home = f"https://www.{agency.host}/feed.xml"
        parts.insert(4, f'<source url="{home}">{escape(agency.name)}</source>')
    return "<item>\n{}\n</item>".format("\n".join(parts))


def _rss_date(article: Article) -> str:
    if article.outlet.style == "rss-gmt":
        return format_datetime(article.published.astimezone(UTC), usegmt=True)
    return format_datetime(article.published)


def _atom(outlet: Outlet, articles: list[Article]) -> str:
    entries = "\n".join(_atom_entry(article) for article in articles)
    home = f"https://www.{outlet.host}/"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>{escape(outlet.name)}</title>
<id>{home}</id>
<link rel="alternate" href="{home}"/>
<link rel="self" href="{home}atom.xml"/>
<updated>{_changed(articles[0]).isoformat()}</updated>
{entries}
</feed>
"""


def _atom_entry(article: Article) -> str:
    parts = [
        f"<title>{escape(article.title, quote=False)}</title>",
        f"<id>{article.url}</id>",
        f'<link rel="alternate" type="text/html" href="{article.url}"/>',
        f"<published>{article.published.isoformat()}</published>",
        f"<updated>{_changed(article).isoformat()}</updated>",
        *(f"<author><name>{escape(name)}</name></author>" for name in article.authors),
        *(f'<category term="{escape(tag)}"/>' for tag in article.tags),
        f"<summary>{escape(article.paragraphs[0], quote=False)}</summary>",
        f'<content type="html">{escape(_markup(article), quote=False)}</content>',
    ]
    return "<entry>\n{}\n</entry>".format("\n".join(parts))


def _changed(article: Article) -> datetime:
    return article.modified or article.published


def _markup(article: Article) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in article.paragraphs)


FEEDS: dict[str, Callable[[Outlet, list[Article]], str]] = {
    "rss": _rss,
    "rss-gmt": _rss,
    "atom": _atom,
}
