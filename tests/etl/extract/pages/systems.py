"""Pages as publishing systems lay them out, and as they describe themselves in full."""

import json
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


def yoast(told: Told) -> str:
    """WordPress with Yoast: a graph with references, tags of the category and post."""
    graph = [
        {"@type": "Article", "@id": f"{told.url}#article", "headline": escape(told.title),
         "author": {"name": told.authors[0], "@id": f"{told.url}#/person/1"},
         "datePublished": told.published, "keywords": told.tags, "articleSection": [told.section],
         "publisher": {"@id": f"https://{told.host}/#organization"}},
        {"@type": "WebPage", "@id": told.url, "datePublished": told.published},
        {"@type": "Organization", "@id": f"https://{told.host}/#organization", "name": told.site},
        {"@type": "Person", "@id": f"{told.url}#/person/1", "name": told.authors[0]},
    ]  # fmt: skip
    head = (
        meta("og:title", f"{told.title} - {told.site}") + meta("og:site_name", told.site)
        + meta("author", told.people) + meta("article:published_time", told.published)
        + ld(**{"@graph": graph})
    )  # fmt: skip
    tags = " ".join(f'<a href="/tag/{tag}" rel="tag">{tag}</a>' for tag in told.tags)
    main = (
        '<div class="site-content has-sidebar"><article class="post-1 post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{escape(told.title)}</h1></header>'
        f'<div class="entry-content"><p><strong>{told.lead}</strong></p>{text(told)}'
        f'<p><em>{told.also}</em></p></div><footer class="entry-footer">{tags}</footer></article>'
        '<div class="author-box"><p>Writes about harbours and everything that floats in them, '
        "since the year of the long winter.</p></div></div>"
    )
    return document(told, head, main, window=f"{told.title} - {told.site}")


def arc(told: Told) -> str:
    """Arc: Fusion's blocks, the lead as a subheadline in the header, promos among paragraphs."""
    head = (
        ld(**news(told, keywords=["storyType:article", *told.tags], articleSection=told.section))
        + meta("og:title", told.title) + meta("og:site_name", told.site)
        + meta("keywords", ", ".join(told.tags)) + meta("description", told.lead)
    )  # fmt: skip
    promo = f'<div class="inline-promo"><a href="/x">{told.also}</a></div>'
    ad = f'<div class="ad-slot"><p>{told.ad}</p></div>'
    main = (
        f'<main id="main"><div class="b-headline"><h1>{told.title}</h1>'
        f'<h2 class="b-subheadline">{told.lead}</h2></div>'
        f'<div class="b-byline">{told.byline}</div>{figure(told)}'
        f'<article class="b-article-body article-body-wrapper">'
        f"{text(told, between=(promo, ad))}</article></main>"
    )
    return document(told, head, main, window=told.title)


def drupal(told: Told) -> str:
    """Drupal: fields as nested divs, Dublin Core beside OpenGraph."""
    head = (
        meta("dcterms.title", told.title) + meta("dcterms.creator", *told.authors)
        + meta("dcterms.date", f"{told.at:%Y-%m-%dT%H:%M%z}") + meta("og:title", told.title)
        + meta("og:site_name", told.site) + meta("news_keywords", ", ".join(told.tags))
        + meta("keywords", f"{told.site}, news, {told.section}, " + ", ".join(told.tags))
    )  # fmt: skip
    main = (
        '<div class="region region-content"><div class="node node--type-article">'
        f'<h1 class="page-title"><span class="field field--name-title">{told.title}</span></h1>'
        f'<div class="field field--name-field-intro field--type-text">{told.lead}</div>'
        f'<div class="field field--name-field-author">{told.byline}</div>{figure(told)}'
        f'<div class="clearfix text-formatted field field--name-body">{text(told)}</div>'
        f'<div class="newsletter-signup"><p>{told.letter}</p></div></div></div>'
    )
    return document(told, head, main)


def ghost(told: Told) -> str:
    """Ghost: article:tag once a tag, cards in the text."""
    head = (
        meta("og:title", told.title) + meta("og:site_name", told.site)
        + meta("article:published_time", told.published) + meta("article:tag", *told.tags)
        + meta("twitter:title", told.title)
        + ld(**news(told, **{"@type": "Article", "keywords": ", ".join(told.tags)}))
    )  # fmt: skip
    card = f'<div class="kg-card kg-signup-card"><p>{told.letter}</p></div>'
    main = (
        f'<main class="gh-main"><article class="gh-article post"><header class="gh-article-header">'
        f'<h1 class="gh-article-title">{told.title}</h1>'
        f'<p class="gh-article-excerpt">{told.lead}</p></header>'
        f'<section class="gh-content gh-canvas">{text(told, between=(card,))}</section>'
        "</article></main>"
    )
    return document(told, head, main, window=told.title)


def cue(told: Told) -> str:
    """CUE: a kicker in the headline, parsely's metas, microdata for the parts."""
    head = (
        meta("parsely-title", told.title) + meta("parsely-author", *told.authors)
        + meta("parsely-pub-date", told.published) + meta("parsely-tags", ",".join(told.tags))
        + meta("og:title", f"{told.section}: {told.title}") + meta("og:site_name", told.site)
        + ld(**news(told, author={"@type": "Organization", "name": told.site}))
    )  # fmt: skip
    main = (
        f'<article class="article article--with-sidebar"><header><h1><span class="kicker">'
        f"{told.section}</span><span>{told.title}</span></h1>"
        f'<p class="article__standfirst">{told.lead}</p></header>'
        f'<div class="article__byline">{told.byline}</div>'
        f'<div class="article__body article__body--bar">{text(told)}'
        f'<p class="copyright">© {told.site}</p></div></article>'
    )
    return document(told, head, main)


def sophora(told: Told) -> str:
    """Sophora: each paragraph in a box of its own, the author in a box below."""
    head = (
        ld(**news(told, author={"@type": "Organization", "name": told.site},
                  keywords=[told.section, *told.tags]))
        + meta("og:title", told.title) + meta("news_keywords", ",".join(told.tags))
        + meta("author", told.people) + meta("date", told.published)
    )  # fmt: skip
    boxes = "".join(
        f'<div class="m-teaser-box columns twelve"><p class="m-ten">{escape(one)}</p></div>'
        for one in told.paragraphs
    )
    main = (
        f'<main class="content"><article class="container content-wrapper__group">'
        f'<span class="topline">{told.section}</span><h1>{told.title}</h1>'
        f'<p class="metatextline">{told.dateline}</p><p class="textabsatz"><strong>{told.lead}'
        f"</strong></p>{boxes}</article></main>"
    )
    return document(told, head, main, window=f"{told.title} | {told.site}")


def next_js(told: Told) -> str:
    """A page of Next.js: hashed classes, paragraphs in divs, the state as JSON behind it."""
    state = json.dumps({"props": {"pageProps": {"title": told.title, "body": told.body}}})
    head = (
        meta("og:title", told.title) + meta("og:site_name", told.site)
        + meta("article:author", "https://social.example/ilse") + meta("description", told.lead)
        + ld(**news(told, author=[{"@type": "Person", "name": told.byline}]))
        + meta("article:tag", ", ".join(told.tags))
    )  # fmt: skip
    main = (
        f'<div id="__next"><div class="css-1a2b3c"><h1 class="css-9x8y7z">{told.title}</h1>'
        f'<p class="css-1lead0">{told.lead}</p>'
        f'<div class="css-0toolbar" role="toolbar"><button>{told.share}</button></div>'
        f'<div class="css-77body">{text(told, attributes=" class=css-slide-p1")}</div></div></div>'
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
    )
    return document(told, head, main, window=f"{told.title} · {told.site}")


def methode(told: Told) -> str:
    """Methode: 'dc.' metas, sailthru, a topper above the headline."""
    head = (
        meta("sailthru.title", told.title) + meta("sailthru.author", told.people)
        + meta("sailthru.date", f"{told.at:%a, %d %b %Y %H:%M:%S %z}")
        + meta("sailthru.tags", ",".join(told.tags)) + meta("og:title", told.title)
        + meta("twitter:title", f"{told.title} | {told.site}")
    )  # fmt: skip
    main = (
        f'<div class="l-content"><div class="article__header"><h1 itemprop="headline">{told.title}'
        f'</h1><div class="article__summary intro">{told.lead}</div></div>'
        f'<div class="article__share"><a href="#">Facebook</a> <a href="#">X</a></div>'
        f'{figure(told)}<div class="article__content" itemprop="articleBody">'
        f"{text(told, between=('', f'<p>{told.also}</p>'))}</div></div>"
    )
    return document(told, head, main, window=f"{told.site}: {told.title}")


def paywalled(told: Told) -> str:
    """The whole text lies in a box that a script would hide; an offer stands below it."""
    people = [*persons(told), {"@type": "Organization", "name": "dpa"}]
    head = (
        ld(**news(told, isAccessibleForFree=False, keywords=told.tags, author=people))
        + meta("og:title", f"{told.title} ({told.site}+)")
        + meta("og:site_name", told.site)
    )
    main = (
        f'<article><h1>{told.title}</h1><p class="lead">{told.lead}</p>'
        f'<div class="paywall" style="display:none">{text(told)}</div>'
        f'<div class="paywall-offer"><h3>{told.letter}</h3><p>Read on for one pound a month, and '
        "cancel whenever you like.</p></div></article>"
    )
    return document(told, head, main)


STYLES = (yoast, arc, drupal, ghost, cue, sophora, next_js, methode, paywalled)
