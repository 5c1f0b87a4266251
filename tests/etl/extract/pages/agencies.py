"""Pages as agencies, cable stations and press services build them."""

from tests.etl.extract.pages.parts import Made, Told, document, ld, meta, news, page, text


def wire_paragraph_divs(told: Told) -> Made:
    """Paragraphs are divs with test ids; 'Reporting by', principles and topics follow."""
    body = "".join(
        f'<h2 data-testid="Heading">{one[2:]}</h2>'
        if one.startswith("# ")
        else f'<div data-testid="paragraph-{n}" class="text__text__1FZLe body">{one}</div>'
        for n, one in enumerate(told.body)
    )
    people = f" {told.and_} ".join(
        f'<a href="/authors/{n}/" rel="author" data-testid="AuthorNameLink">{name}</a>'
        for n, name in enumerate(told.authors)
    )
    main = (
        '<div class="article__container"><div data-testid="Article" class="article__main"><header>'
        f'<h1 data-testid="Heading">{told.title}</h1><div class="info__author">{told.by} '
        f"{people}</div>"
        '<time datetime="x"><span>March 3, 2025</span><span>10:15 AM UTC</span><span>Updated 2 '
        "days ago"
        '</span></time></header><div class="article-body__content"><div '
        'data-testid="paragraph-lead" '
        f'class="text__text__1FZLe">{told.lead}</div>{body}<p class="sign-off">Reporting by '
        f"{told.authors[0]} in Northgate; additional reporting by Wei Tan; Editing by Ann Lee</p>"
        '<p class="article-body__element__2p5pI">Our Standards: <a href="/trust">The Trust '
        "Principles."
        '</a><span>, opens new tab</span></p><div class="tags"><span>Suggested Topics:</span><ul>'
        "<li>"
        '<a href="/world/">World</a></li></ul></div></div></div></div>'
    )
    head = (
        ld(**news(told, keywords=None))
        + meta("article:tag", *told.tags)
        + meta("og:title", told.title)
        + meta("analyticsAttributes.topicChannel", "business")
    )
    return page(document(told, head, main, window=f"{told.title} | {told.site}"))


def agency_rich_text(told: Told) -> Made:
    """A dateline with the agency, hub links, images within, a correction note kept."""
    peek = (
        '<div class="HTMLModuleEnhancement"><bsp-hub-peek><h3>Related Stories</h3><ul>'
        + "".join(f'<li><a href="/a/{n}">{one}</a></li>' for n, one in told.numbered)
        + "</ul></bsp-hub-peek></div>"
    )
    people = f" {told.and_} ".join(
        f'<a href="/author/{name}">{name.upper()}</a>' for name in told.authors
    )
    first = f"NORTHGATE (AP) — {told.lead}"
    main = (
        '<div class="Page-content"><bsp-story-page><div class="Page-headline"><h1>'
        f"{told.title}</h1></div>"
        f'<div class="Page-authors">{told.by}&nbsp;{people}</div><div class="Page-dateModified">'
        "<bsp-"
        'timestamp data-timestamp="1741000500000">Updated 2:03 PM UTC, March 3, '
        "2025</bsp-timestamp></div>"
        '<figure class="Figure"><img src="/i.jpg"><figcaption class="Figure-caption">'
        f"<p>{told.caption}</p></figcaption></figure>"
        f'<div class="RichTextStoryBody RichTextBody"><p>{first}</p>{text(told, between=(peek,))}'
        "<p>___</p><p>Associated Press writer Wei Tan in Singapore contributed to this "
        "report.</p></div>"
        "</bsp-story-page></div>"
    )
    head = (
        ld(**news(told, headline=told.title, keywords=told.tags))
        + meta("og:title", told.title)
        + meta("twitter:title", f"{told.title} | {told.site}")
        + meta("article:tag", *told.tags)
    )
    tail = "Associated Press writer Wei Tan in Singapore contributed to this report."
    body = "\n".join([first, *told.paragraphs, tail])
    return page(document(told, head, main, window=f"{told.title} | {told.site}"), body=body)


def cable_inline(told: Told) -> Made:
    """A source line before the text, names with the house, zoned related content."""
    related = (
        '<div class="related-content related-content--article" data-uri="x"><p '
        'class="related-content__'
        f'label">Related article</p><a class="related-content__link"><p>{told.others[0]}</p></a>'
        "</div>"
    )
    names = f" {told.and_} ".join(
        f'<a class="byline__link" href="/profiles/{n}"><span class="byline__name">{name}</span></a>'
        for n, name in enumerate(told.authors)
    )
    body = text(
        told,
        "p",
        ' class="paragraph inline-placeholder vossi-paragraph" data-editable="text"',
        between=(related,),
    )
    main = (
        '<section class="layout__wrapper"><div class="headline"><h1 class="headline__text inline-'
        f'placeholder">\n      {told.title}\n    </h1></div><div class="headline__footer"><div '
        f'class="byline__names">{told.by} {names}, {told.site}</div><div class="timestamp '
        'vossi-timestamp">'
        "\n  Updated\n 10:02 PM EST, Mon March 3, 2025\n</div></div>"
        '<div class="article__content-container"><main class="article__main"><div '
        'class="article__content"'
        ' itemprop="articleBody"><div class="source inline-placeholder"><cite '
        'class="source__cite"><span '
        f'class="source__location">Northgate</span><span class="source__text">{told.site}</span>'
        "&nbsp;"
        f'&mdash;&nbsp;</cite></div><p class="paragraph inline-placeholder">{told.lead}</p>{body}'
        "</div></main></div></section>"
    )
    head = (
        ld(
            **news(
                told,
                author=[{"@type": "Person", "name": f"{one}, {told.site}"} for one in told.authors],
                articleSection=["business", told.section],
            )
        )
        + meta("author", ", ".join(told.authors))
        + meta("og:title", f"{told.title} | {told.site}")
        + meta("keywords", ", ".join(told.tags))
    )
    return page(document(told, head, main, window=f"{told.title} | {told.site}"))


def press_release(told: Told) -> Made:
    """A release: the company as source, dateline, contact lines and boilerplate after ###."""
    org = f"{told.site} Terminals"
    first = f"NORTHGATE, March 3, 2025 /PRService/ -- {told.lead}"
    main = (
        '<article class="news-release inline-gallery-template"><header class="container '
        'release-header"><h1>'
        f'{told.title}</h1><div class="row"><div class="col-lg-8"><p class="meta">News provided '
        "by</p><a href="
        f'"/news/x/"><strong>{org}</strong></a></div><div><p class="mb-no">Mar 03, 2025, 10:15 '
        "ET</p></div>"
        '</div></header><section class="release-body container"><div class="row"><div '
        'class="col-lg-10"><p>'
        '<span class="legendSpanClass"><span class="xn-location">NORTHGATE</span></span>, <span '
        "class="
        '"legendSpanClass"><span class="xn-chron">March 3, 2025</span></span> /PRService/ -- '
        f"{told.lead}</p>"
        f"{text(told)}<p>SOURCE {org}</p></div></div></section></article>"
    )
    head = (
        ld(**news(told, author={"@type": "Organization", "name": org}, keywords=None))
        + meta("keywords", f"{org}, " + ", ".join(told.tags))
        + meta("og:title", told.title)
    )
    body = "\n".join([first, *told.paragraphs, f"SOURCE {org}"])
    tags = (org, *told.tags)
    return page(document(told, head, main, window=told.title), authors=(org,), body=body, tags=tags)


STYLES = (
    (wire_paragraph_divs, "en fr"),
    (agency_rich_text, "en es"),
    (cable_inline, "en tr"),
    (press_release, "en de"),
)
