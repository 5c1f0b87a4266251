"""Web pages: body, title, date, tags, authors, address and outlet, from wherever they stand."""

import json
from collections.abc import Sequence

import pytest

from etl.article import Article, Popularity
from etl.document import Kind, Problem
from tests.etl.extract.conftest import Read

TEXT = "Container traffic stopped at the port on Monday after talks about pay broke down. "
BODY = "".join(f"<p>{TEXT * 2}It was day {number}.</p>" for number in range(1, 4))
DATE = '<meta property="article:published_time" content="2025-03-03T10:15:00+01:00">'
URL = '<meta property="og:url" content="https://www.example.org/a">'
NAVIGATION = '<nav><a href="/topic/world">World</a><a href="/tag/sport">Sport</a></nav>'


def page(head: str = "", article: str = "", *, h1: str = "Port Walkout", after: str = "") -> str:
    title = "<title>Port Walkout | Courier</title>"
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'>{title}{head}</head>"
        f"<body>{NAVIGATION}<article><h1>{h1}</h1>{BODY}{article}</article>{after}</body></html>"
    )


def ld(**fields: object) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def only(found: Sequence[object]) -> Article:
    article, *rest = found
    assert isinstance(article, Article), article
    assert all(isinstance(one, Popularity) for one in rest)
    return article


def test_the_body_is_the_article_alone(read: Read) -> None:
    found = only(read(Kind.HTML, page(DATE, after="<footer>All rights reserved.</footer>")))
    assert found.body == tuple(f"{TEXT * 2}It was day {number}." for number in range(1, 4))
    assert (found.title, found.language) == ("Port Walkout", "en")


TITLES = {
    "h1": ("", "Port Walkout", "Port Walkout"),
    "json-ld": (ld(headline="Dockers &amp; Pay"), "Menu", "Dockers & Pay"),
    "heading-and-window": (ld(headline="Dockers &amp; Pay"), "Port Walkout", "Port Walkout"),
    "og-with-site": ('<meta property="og:title" content="Dockers Walk - Courier">'
                     '<meta property="og:site_name" content="Courier">', "Courier",
                     "Dockers Walk"),
    "og-with-host": ('<meta property="og:title" content="Dockers Walk | example.org">' + URL,
                     "Menu", "Dockers Walk"),
    "dash-in-title": ('<meta property="og:title" content="Port - A Story">', "", "Port - A Story"),
    "window": ('<meta property="og:site_name" content="Courier">', "", "Port Walkout"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "h1", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is_the_headline_alone(read: Read, head: str, h1: str, title: str) -> None:
    assert only(read(Kind.HTML, page(DATE + head, h1=h1))).title == title


DATES = {
    "json-ld": (ld(datePublished="2025-03-03T10:15:00+01:00"), "", "page"),
    "json-ld-graph": (
        '<script type="application/ld+json">'
        + json.dumps({"@graph": [{"@type": "WebSite"}, {"@type": ["Article"],
                      "datePublished": "2025-03-03T09:15:00Z"}]})
        + "</script>", "", "page"),
    "meta": (DATE, "", "page"),
    "meta-name": ('<meta name="date" content="2025-03-03T09:15:00Z">', "", "page"),
    "meta-itemprop": ('<meta itemprop="datePublished" content="2025-03-03T09:15:00Z">', "", "page"),
    "time": ("", '<time datetime="2025-03-03T09:15:00Z">3 March</time>', "page"),
    "byline": ("", '<div class="byline">By Ilse Vermaat | 3 March 2025, 09:15 GMT</div>', "byline"),
    "seen": ("", '<div class="post-date">Publié le 3 mars 2025 à 09h15</div>', "byline"),
    "of-no-name": ("", "<div>Stand: 3. März 2025, 09:15 Uhr</div>", "byline"),
    "attribute": ("", '<span data-timestamp="1740993300">an hour ago</span>', "page"),
    "changed-before-published": (
        "", '<div class="date">Updated: April 2, 2025 | Published: March 3, 2025 9:15 am</div>',
        "byline"),
    "changed-alone": ('<meta property="article:modified_time" content="2025-03-03T09:15:00Z">', "",
                      "page"),
    "address": ('<link rel="canonical" href="https://example.org/2025/03/03/a">', "", "url"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "article", "origin"), DATES.values(), ids=DATES)
def test_the_date_and_where_it_was_read(read: Read, head: str, article: str, origin: str) -> None:
    found = only(read(Kind.HTML, page(head, article)))
    assert (str(found.published_on), found.date_origin) == ("2025-03-03", origin)
    assert origin == "url" or f"{found.published_at:%H:%M}" == "09:15"


TAGS = {
    "json-ld-list": (ld(keywords=["ports", "strikes"]), ""),
    "json-ld-text": (ld(keywords="ports, strikes"), ""),
    "article-tag": ('<meta property="article:tag" content="ports">'
                    '<meta property="article:tag" content="strikes">', ""),
    "keywords": ('<meta name="keywords" content="ports, strikes">', ""),
    "news-keywords": ('<meta name="news_keywords" content="ports,strikes">'
                      '<meta name="keywords" content="news, courier">', ""),
    "rel-tag": ('<meta name="keywords" content="news, courier">',
                '<a rel="tag" href="/x">ports</a><a rel="tag" href="/y">strikes</a>'),
    "topic-links": ("", '<a href="/topic/ports">ports</a> <a href="/topic/strikes">strikes</a>'),
}  # fmt: skip


@pytest.mark.parametrize(("head", "article"), TAGS.values(), ids=TAGS)
def test_tags_are_separate_and_of_one_place(read: Read, head: str, article: str) -> None:
    assert only(read(Kind.HTML, page(DATE + head, article))).tags == ("ports", "strikes")


AUTHORS = {
    "json-ld": (ld(author=[{"name": "Ilse Vermaat"}, {"name": "Jon Ames"}]), ""),
    "meta": ('<meta name="author" content="Ilse Vermaat and Jon Ames">', ""),
    "two-metas": ('<meta name="author" content="Ilse Vermaat">'
                  '<meta name="author" content="Jon Ames">', ""),
    "rel-author": ('<meta property="article:author" content="https://social.example/ilse">',
                   '<a rel="author">Ilse Vermaat</a><a rel="author">Jon Ames</a>'),
    "byline": ("", '<div class="byline">By Ilse Vermaat and Jon Ames</div>'),
}  # fmt: skip


@pytest.mark.parametrize(("head", "article"), AUTHORS.values(), ids=AUTHORS)
def test_authors(read: Read, head: str, article: str) -> None:
    found = only(read(Kind.HTML, page(DATE + head, article)))
    assert found.authors == ("Ilse Vermaat", "Jon Ames")


CANONICAL = '<link rel="canonical" href="{}">'
SAVED = "<!-- saved from url=(0026)https://www.example.org/a -->"
ADDRESSES = {
    "canonical": (CANONICAL.format("https://www.example.org/a"), None, "https://www.example.org/a"),
    "og-url": (URL, None, "https://www.example.org/a"),
    "syndicated": (CANONICAL.format("https://agency.example.com/a") + URL, None,
                   "https://www.example.org/a"),
    "syndicated-and-saved": (SAVED + CANONICAL.format("https://agency.example.com/a"), None,
                             "https://www.example.org/a"),
    "home-page": (CANONICAL.format("https://www.example.org/") + URL, None,
                  "https://www.example.org/a"),
    "found": (CANONICAL.format("/a"), "https://www.example.org/a?page=2",
              "https://www.example.org/a"),
    "json-ld": (ld(mainEntityOfPage={"@id": "https://www.example.org/a"}), None,
                "https://www.example.org/a"),
    "syndicated-and-json-ld": (
        CANONICAL.format("https://agency.example.com/a")
        + ld(mainEntityOfPage="https://www.example.org/a"),
        None, "https://www.example.org/a"),
    "json-ld-of-the-site": (ld(url="https://www.example.org/"), None, None),
    "none": ("", None, None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "name", "url"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address(read: Read, head: str, name: str | None, url: str | None) -> None:
    assert only(read(Kind.HTML, page(DATE + head), name=name or "folder/page.html")).url == url


OUTLETS = {
    "og": ('<meta property="og:site_name" content="Harbour Courier">' + URL, "Harbour Courier"),
    "publisher": (ld(publisher={"name": "Harbour Courier"}) + URL, "Harbour Courier"),
    "named": (URL, "Named"),
}


@pytest.mark.parametrize(("head", "source"), OUTLETS.values(), ids=OUTLETS)
def test_the_outlet(read: Read, head: str, source: str) -> None:
    assert only(read(Kind.HTML, page(DATE + head), source="Named")).source == source


def test_lists_beside_the_article(read: Read) -> None:
    aside = (
        "<aside><h2>Most read</h2><ol><li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li>"
        "</ol><h3>Related articles</h3><ul><li><a href='/3'>Three</a></li></ul></aside>"
    )
    found = only(read(Kind.HTML, page(DATE, after=aside)))
    assert (found.most_popular, found.related_titles) == (("One", "Two"), ("Three",))
    assert not {"One", "Two", "Three"} & set(found.body)


LISTS = {
    "a-list": "<h2>Most read</h2><ol><li><a>One</a></li><li><a>Two</a></li></ol>",
    "wrapped": "<div><div class='head'><h2><span>Most read</span></h2></div><ol><li>One</li>"
               "<li>Two</li></ol></div>",
    "cards": "<section><header><h3>Çok okunanlar</h3></header><div><article><h4><a>One</a></h4>"
             "<time>8:00</time></article><article><h4><a>Two</a></h4></article></div></section>",
    "numbered": "<p>人気記事</p><ul><li><b>1</b> <a>One</a></li><li><b>2</b> <a>Two</a></li></ul>",
}  # fmt: skip


@pytest.mark.parametrize("after", LISTS.values(), ids=LISTS)
def test_the_most_popular_list_of_a_page_that_was_fetched_is_seen_on_that_day(
    read: Read, after: str
) -> None:
    content = page(DATE, after=f"<aside>{after}</aside>")
    article, *seen = read(
        Kind.HTML, content, name="https://www.courier.example/a", zone="Pacific/Auckland"
    )
    assert article.most_popular == ("One", "Two")
    assert [(one.title, one.value, one.measure) for one in seen] == [
        ("One", 1, "places"), ("Two", 2, "places"),
    ]  # fmt: skip
    assert {(one.source, str(one.day)) for one in seen} == {("courier.example", "2026-11-25")}


def test_nothing_says_when_the_list_of_a_page_in_a_file_was_seen(read: Read) -> None:
    content = page(DATE + URL, after=f"<aside>{LISTS['a-list']}</aside>")
    [article] = read(Kind.HTML, content, name="folder/page.html")
    assert article.most_popular == ("One", "Two")


ENCODINGS = {
    "utf-8": (page(DATE, h1="Zürich – Port").encode(), "Zürich – Port"),
    "latin-1": (page(DATE, h1="Zürich").replace("utf-8", "iso-8859-1").encode("latin-1"), "Zürich"),
    "windows-1252": (page(DATE, h1="“Port”").replace("utf-8", "iso-8859-1").encode("cp1252"),
                     "“Port”"),
    "cyrillic": (page(DATE, h1="Порт").replace("utf-8", "windows-1251").encode("cp1251"), "Порт"),
    "undeclared": (page(DATE, h1="Zürich").replace("<meta charset='utf-8'>", "").encode("latin-1"),
                   "Zürich"),
    "unknown": (page(DATE, h1="Zürich").replace("utf-8", "x-none").encode("latin-1"), "Zürich"),
    "bom": (b"\xef\xbb\xbf" + page(DATE, h1="Zürich").encode(), "Zürich"),
    "utf-16": (page(DATE, h1="Zürich").encode("utf-16"), "Zürich"),
    "nul-bytes": (page(DATE, h1="Zü\0rich").encode(), "Zürich"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "h1"), ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(read: Read, content: bytes, h1: str) -> None:
    content = content.replace(b"<title>Port Walkout | Courier</title>", b"")
    wide = "<title>Port Walkout | Courier</title>".encode("utf-16-le")
    assert only(read(Kind.HTML, content.replace(wide, b""))).title == h1


REFUSED = {
    "nothing": ("<html></html>", "no_body"),
    "title": ("<html><head><title>A</title></head></html>", "no_body"),
    "script": (
        "<html><head><title>A</title></head><body><script>x</script></body></html>",
        "no_body",
    ),
    "no-title": (f"<html><body>{BODY}</body></html>", "no_title"),
    "no-date": (page(), "no_date"),
    "impossible": (page(DATE.replace("03-03", "02-31")), "impossible_date"),
    "future": (page(DATE.replace("2025", "2036")), "future_date"),
    "deep": ("<div>" * 30_000, "no_body"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_says_why(read: Read, content: str, reason: str) -> None:
    (found,) = read(Kind.HTML, content)
    assert isinstance(found, Problem)
    assert found.reason == reason
