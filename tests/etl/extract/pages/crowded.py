"""Pages on which much else stands: other articles, quotes drawn out, offers, banners with h1."""

from html import escape

from tests.etl.extract.pages.parts import (
    Told,
    document,
    figure,
    ld,
    meta,
    news,
    persons,
    text,
)  # fmt: skip

OTHER = (
    "The council voted late on Tuesday to keep the old swimming baths open for another season, "
    "after a petition that nearly every household in the district had signed. "
)


def endless(told: Told) -> str:
    """A second whole article follows, as on pages that go on without an end."""
    head = ld(**news(told, keywords=told.tags)) + meta("og:title", told.title)
    second = "".join(f"<p>{OTHER * 2}</p>" for _ in range(5))
    main = (
        f'<main class="stream"><article class="story"><h1>{told.title}</h1>'
        f'<p class="story-lead">{told.lead}</p><div class="story-text">{text(told)}</div></article>'
        f'<article class="story"><h1>{told.others[0]}</h1><div class="story-text">{second}</div>'
        "</article></main>"
    )
    return document(told, head, main)


def long_teasers(told: Told) -> str:
    """Teasers with whole sentences, in boxes without a telling name, outweigh the article."""
    cards = "".join(
        f'<div class="c-{number}"><h3><a href="/{number}">{escape(told.others[number % 3])}</a>'
        "</h3>"
        f"<p>{OTHER[:110]}…</p></div>"
        for number in range(24)
    )
    head = ld(**news(told)) + meta("keywords", ",".join(told.tags))
    main = (
        f'<div class="page"><div class="col-8"><h1>{told.title}</h1>'
        f'<div class="lead">{told.lead}</div><div class="richtext">{text(told)}</div></div>'
        f'<div class="col-4">{cards}</div></div>'
    )
    return document(told, head, main)


def pull_quotes(told: Told) -> str:
    """A sentence of the text stands a second time in large letters; a box of facts beside it."""
    quote = told.body[0].split(",")[0] + "," + told.body[0].split(",")[1]
    aside = f'<aside class="factbox"><h3>Facts</h3><p>{OTHER}</p></aside>'
    head = ld(**news(told, keywords=told.tags, author=told.people)) + meta("og:title", told.title)
    main = (
        f'<article><h1>{told.title}</h1><p class="dek">{told.lead}</p>'
        f'<div class="text">{text(told, between=(aside, f"<blockquote>{quote}</blockquote>"))}'
        f"</div></article>"
    )
    return document(told, head, main)


def banner_heading(told: Told) -> str:
    """The site's name is the h1; the headline an h2; the window's title is written by a shop."""
    head = (
        ld(**news(told, headline=f"{told.title} | {told.site}",
                  author={"name": told.byline.upper()},
                  keywords=[f"Tag: {tag}" for tag in told.tags]))
        + meta("og:site_name", told.site)
        + meta("og:title", f"{told.title} | {told.section} | {told.site}")
    )  # fmt: skip
    main = (
        f'<h1 class="brand">{told.site}</h1><main><h2 class="headline">{told.title}</h2>'
        f"<p><strong>{told.lead}</strong></p>{text(told)}</main>"
    )
    return document(told, head, main, window=f"{told.title} | {told.section} | {told.site}")


def offers(told: Told) -> str:
    """Offers, prompts and lines for sharing between all paragraphs, in elements of no name."""
    lines = (
        f"<p>{told.letter}</p>", f"<div><p>{told.ad}</p></div>", f"<p>{told.share}</p>",
        f'<p><a href="/x">{told.also}</a></p>', f"<div>{told.caption}</div>",
    )  # fmt: skip
    head = ld(**news(told, keywords=told.tags, datePublished=f"{told.at:%b %d, %Y %H:%M:%S} GMT"))
    main = (
        f'<article><header><h1>{told.title}</h1><p class="byline">{told.byline} · {told.dateline}'
        f'</p><p class="summary">{told.lead}</p></header>{text(told, between=lines)}'
        f"<p>© 2025 {told.site}</p></article>"
    )
    return document(told, head, main)


def own_notes(told: Told) -> str:
    """Notes on the authors and on the paper in the article's own element."""
    head = (
        ld(**news(told, author=[{"@type": "Person", "name": f"{name}, {told.section} Editor"}
                                for name in told.authors], articleBody=" ".join(told.paragraphs)))
        + meta("article:tag", *told.tags) + meta("news_keywords", told.section)
    )  # fmt: skip
    note = f'<div class="author-bio"><p>{told.authors[0]} came to this paper by sea.</p></div>'
    main = (
        f'<article><h1>{told.title}</h1><p class="subtitle">{told.lead}</p>{figure(told)}'
        f"{text(told)}{note}<p>{OTHER}</p></article>"
    )
    return document(told, head, main)


def sections(told: Told) -> str:
    """Each part of the text in its own section, advertising between them, all in one form."""
    parts = "".join(
        f'<section class="content-part"><div class="wrap"><p>{escape(one)}</p></div></section>'
        f'<div class="ad-wrapper"><span>{told.ad}</span></div>'
        for one in told.paragraphs
    )
    head = (
        meta("og:title", told.title) + meta("author", *told.authors)
        + meta("article:published_time", told.published) + meta("keywords", "; ".join(told.tags))
    )  # fmt: skip
    main = (
        f'<form id="aspnetForm"><div class="content"><h1>{told.title}</h1>'
        f'<div class="preamble"><p>{told.lead}</p></div>{parts}</div></form>'
    )
    return document(told, head, main)


def linked_people(told: Told) -> str:
    """People as links in the byline alone; the date as a reader's text."""
    people = ", ".join(f'<a href="/autor/{n}">{name}</a>' for n, name in enumerate(told.authors))
    head = (
        meta("og:title", told.title)
        + meta("article:author", told.site)
        + meta("news_keywords", ", ".join(told.tags))
        + ld(**news(told, author=None, datePublished=None))
    )
    main = (
        f'<article><h1>{told.title}</h1><div class="c-article-author">{told.by} {people}</div>'
        f"<time>{told.at:%d.%m.%Y, %H:%M}</time><p class='perex'>{told.lead}</p>{text(told)}"
        "</article>"
    )
    return document(told, head, main)


def three_authors(told: Told) -> str:
    """Authors as a list of graph references, one of them the site itself."""
    named = [
        {"@type": "Person", "@id": f"#p{n}", "name": name} for n, name in enumerate(told.authors)
    ]
    site = {"@type": "Organization", "@id": "#site", "name": told.site}
    article = news(told, author=[{"@id": "#p0"}, {"@id": "#p1"}, {"@id": "#site"}],
                   keywords=told.tags, publisher={"@id": "#site"})  # fmt: skip
    head = ld(**{"@graph": [site, article, *named]})
    main = f'<article><h1>{told.title}</h1><p class="ingress">{told.lead}</p>{text(told)}</article>'
    return document(told, head + meta("author", persons(told)[0]["name"]), main)


STYLES = (
    endless, long_teasers, pull_quotes, banner_heading, offers, own_notes, sections, linked_people,
    three_authors,
)  # fmt: skip
