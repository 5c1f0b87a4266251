"""Pages that say little, say it wrongly, or lie in old or unusual layouts."""

import json
from html import escape

from tests.etl.extract.pages.parts import (
    Told,
    document,
    figure,
    ld,
    meta,
    most_read,
    news,
    persons,
    text,
)  # fmt: skip


def broken_json(told: Told) -> str:
    """JSON-LD with a comma too many, line ends in strings, marks of comments round it."""
    script = json.dumps(news(told, keywords=told.tags), ensure_ascii=False)
    script = script.replace('"description": "', '"description": "\n\t')[:-1] + ",}"
    head = f'<script type="application/ld+json">\n//<![CDATA[\n{script}\n//]]>\n</script>'
    main = f'<article><h1>{told.title}</h1><p class="intro">{told.lead}</p>{text(told)}</article>'
    return document(told, head + meta("og:site_name", told.site), main)


def unescaped_json(told: Told) -> str:
    """JSON-LD whose headline holds bare quotes, several blocks, other articles in a list."""
    script = json.dumps(news(told, keywords=told.tags), ensure_ascii=False)
    script = script.replace('"description": "', '"description": "So-called "talks": ')
    listed = ld(**{"@type": "ItemList", "itemListElement": [
        {"@type": "NewsArticle", "headline": one} for one in told.others]})  # fmt: skip
    crumbs = ld(**{"@type": "BreadcrumbList", "itemListElement": []})
    head = f'{listed}{crumbs}<script type="application/ld+json">{script}</script>'
    main = (
        f'<main><h1>{told.title}</h1><div class="lede"><p>{told.lead}</p></div>{text(told)}</main>'
    )
    return document(told, head, main)


def microdata(told: Told) -> str:
    """Microdata alone."""
    people = "".join(
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/p">'
        f'<span itemprop="name">{name}</span></a></span>'
        for name in told.authors
    )
    tags = "".join(f'<a href="/topic/{tag}/">{tag}</a>' for tag in told.tags)
    main = (
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{told.title}</h1>{people}'
        f'<time itemprop="datePublished" datetime="{told.published}">{told.dateline}</time>'
        f'<p itemprop="description">{told.lead}</p>'
        f'<div itemprop="articleBody">{text(told)}</div><div class="topics">{tags}</div></div>'
    )
    return document(told, meta("description", told.lead), main)


def dublin_core(told: Told) -> str:
    """Dublin Core alone, and a visible byline."""
    head = (
        meta("DC.title", told.title) + meta("DC.creator", "; ".join(told.authors))
        + meta("DC.date.issued", f"{told.at:%Y-%m-%d}") + meta("DC.subject", "; ".join(told.tags))
        + meta("DC.publisher", told.site)
    )  # fmt: skip
    main = (
        f'<div id="content"><h1>{told.title}</h1><p class="summary">{told.lead}</p>'
        f"{text(told)}</div>"
    )
    return document(told, head, main, window=f"{told.site} - {told.title}")


def table_layout(told: Told) -> str:
    """Tables for columns, fonts for headings, breaks for paragraphs."""
    lines = "<br><br>".join(escape(one) for one in [told.lead, *told.paragraphs])
    menu = "".join(f'<tr><td><a href="/{n}">Menu {n}</a></td></tr>' for n in range(20))
    return (
        f'<html lang="{told.language}"><head><title>{told.site}: {told.title}</title>'
        f'<meta name="author" content="{told.people}">'
        f'<meta name="keywords" content="{",".join(told.tags)}">'
        f'<meta name="date" content="{told.at:%Y-%m-%d}"></head>'
        f'<body bgcolor="#ffffff"><table width="760"><tr><td width="120"><table>{menu}</table></td>'
        f'<td><h1>{told.title}</h1><font size="2">{lines}</font></td></tr></table></body></html>'
    )


def amp(told: Told) -> str:
    """AMP: its own elements, one JSON-LD, a sidebar."""
    head = ld(**news(told, author={"@type": "Person", "name": ", ".join(told.authors)},
                     keywords=told.tags))  # fmt: skip
    main = (
        '<amp-sidebar id="menu"><ul><li>Home</li></ul></amp-sidebar>'
        '<article class="amp-wp-article">'
        f'<header><h1 class="amp-wp-title">{told.title}</h1></header>'
        f'<amp-img src="/1.jpg" width="9" height="6"></amp-img>'
        f'<div class="amp-wp-article-content"><p>{told.lead}</p>{text(told)}'
        f"<amp-ad></amp-ad><p>{told.also}</p></div></article>"
    )
    return document(told, head, main)


def live_blog(told: Told) -> str:
    """A live blog: each entry is a posting with its own time; the page's is the first."""
    updates = [
        {"@type": "BlogPosting", "headline": one, "datePublished": "2025-03-30T10:00:00Z"}
        for one in told.others
    ]
    head = ld(**news(told, **{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    entries = "".join(
        f'<article class="live-entry"><time datetime="2025-03-30T1{n}:00:00Z">1{n}:00</time>'
        f"<p>{escape(one)}</p></article>"
        for n, one in enumerate(told.paragraphs)
    )
    main = (
        f'<main class="liveblog"><h1>{told.title}</h1><p class="liveblog-intro">{told.lead}</p>'
        f'<div class="live-entries">{entries}</div></main>'
    )
    return document(told, head + meta("news_keywords", *told.tags), main)


def gallery(told: Told) -> str:
    """A gallery in the middle, whose captions are no paragraphs; parts of the text apart."""
    slides = "".join(
        f'<li class="gallery__slide"><img src="/{n}.jpg"><p class="caption">{told.caption}</p></li>'
        for n in range(4)
    )
    half = len(told.body) // 2
    first = "".join(f"<p>{escape(one)}</p>" for one in told.paragraphs[:half])
    second = "".join(f"<p>{escape(one)}</p>" for one in told.paragraphs[half:])
    head = ld(**news(told, keywords=[", ".join(told.tags)])) + meta("og:title", told.title)
    main = (
        f'<article class="story"><h1>{told.title}</h1><p class="story__chapo">{told.lead}</p>'
        f'<div class="story__text">{first}</div><ul class="gallery">{slides}</ul>'
        f'<div class="story__text">{second}</div></article>'
    )
    return document(told, head, main, after=most_read(told))


def wire(told: Told) -> str:
    """An agency's text: the agency is the only author."""
    head = ld(**news(told, author={"@type": "Organization", "name": "Reuters"},
                     keywords=told.tags)) + meta("og:site_name", told.site)  # fmt: skip
    main = (
        f'<article><h1>{told.title}</h1><span class="byline">Reuters</span>'
        f'<p class="standfirst">{told.lead}</p>{text(told)}</article>'
    )
    return document(told, head, main)


def script_only(told: Told) -> str:
    """A shell that a script fills: the text stands in the articleBody alone."""
    body = "\n\n".join([told.lead, *told.paragraphs])
    head = ld(**news(told, articleBody=body, keywords=told.tags)) + meta("og:title", told.title)
    main = (
        f'<div id="app"><h1>{told.title}</h1><p>{told.lead}</p><div class="loading">…</div></div>'
    )
    return document(told, head, main)


def blogspot(told: Told) -> str:
    """Blogspot: breaks in one div, labels below, the author in the footer."""
    lines = "<br /><br />".join(escape(one) for one in [told.lead, *told.paragraphs])
    labels = ", ".join(f'<a href="/search/label/{t}" rel="tag">{t}</a>' for t in told.tags)
    main = (
        '<div class="blog-posts hfeed"><div class="post hentry"><h1 class="post-title entry-title">'
        f'{told.title}</h1><div class="post-body entry-content">{lines}</div>'
        f'<div class="post-footer"><span class="post-author vcard">{told.by} '
        f'<span class="fn" itemprop="author">{told.people}</span></span> '
        f'<abbr class="published" itemprop="datePublished" title="{told.published}" '
        f'content="{told.published}">{told.dateline}</abbr>'
        f'<span class="post-labels">{labels}</span></div></div></div>'
    )
    return document(told, "", main, window=f"{told.site}: {told.title}")


def visible_only(told: Told) -> str:
    """No descriptions at all: what readers see must do."""
    stamp = f"{told.at:%d.%m.%Y %H:%M}"
    tags = "".join(f'<li><a href="/tags/{tag}">{tag}</a></li>' for tag in told.tags)
    main = (
        f'<main><h1>{told.title}</h1><div class="byline">{told.byline}</div>'
        f'<time class="publish-date">{stamp}</time>{figure(told)}<p><b>{told.lead}</b></p>'
        f'{text(told)}<ul class="article-tags">{tags}</ul>'
        f'<div class="share-bar"><p>{told.share}</p></div></main>'
    )
    return document(told, "", main)


def seo_keywords(told: Told) -> str:
    """Keywords made from the title's words and search phrases; the tags are links below."""
    words = [word.lower() for word in told.title.split()]
    head = (
        meta("keywords", ", ".join([*words, told.title, "breaking news", told.site]))
        + meta("article:tag", *told.tags) + meta("og:title", told.title + " – " + told.site)
        + meta("og:site_name", told.site) + meta("article:published_time", told.published)
        + ld(**news(told, author=[{"name": f"{name} (dpa)"} for name in told.authors],
                    headline=told.title[:40] + "…"))
    )  # fmt: skip
    tags = "".join(f'<a href="/thema/{tag}">{tag}</a> ' for tag in told.tags)
    main = (
        f'<article><header><h1>{told.title}</h1><div class="article-lead">{told.lead}</div>'
        f'</header><div class="article-content">{text(told)}</div><div>{tags}</div></article>'
    )
    return document(told, head, main, window=f"{told.title} – {told.site}")


def with_comments(told: Told) -> str:
    """Long comments of readers, an author's note and related texts below a short article."""
    note = "I have been reading this paper for years, and never have I seen such a thing happen. "
    comments = "".join(f'<div class="comment"><p>{note * 4}</p></div>' for _ in range(6))
    head = (
        ld(**news(told, author=[*persons(told), {"@type": "Person", "name": "admin"}]))
        + meta("news_keywords", ", ".join(told.tags))
        + meta("article:tag", told.section, *told.tags[:2])
    )
    main = (
        f'<main><article class="article-main"><h1>{told.title}</h1>'
        f'<p class="article-main__teaser-text">{told.lead}</p>{text(told)}'
        f'<div class="related-articles"><h3>{told.also}</h3><p>{told.others[0]}</p></div></article>'
        f'<section id="comments" class="comments-area">{comments}</section></main>'
    )
    return document(told, head, main)


STYLES = (
    broken_json, unescaped_json, microdata, dublin_core, table_layout, amp, live_blog, gallery,
    wire, script_only, blogspot, visible_only, seo_keywords, with_comments,
)  # fmt: skip
