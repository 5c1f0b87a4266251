"""Pages as platforms for letters and stories and old content systems build them."""

from tests.etl.extract.pages.parts import Made, Told, document, ld, meta, news, page, text


def newsletter_platform(told: Told) -> Made:
    """A letter's page: subscribe widgets between paragraphs, likes, a short-form title."""
    widget = (
        '<div class="subscription-widget-wrap-editor" data-attrs="{}"><div '
        'class="subscription-widget show-'
        'subscribe"><div class="preamble"><p class="cta-caption">Thanks for reading '
        f"{told.site}! Subscribe "
        "for free to receive new posts and support my work.</p></div></div></div>"
    )
    main = (
        '<main><div class="single-post-container"><article class="typography newsletter-post '
        'post"><div '
        'class="post-header" role="region"><h1 dir="auto" class="post-title published '
        'title-X77sOw">'
        f'{told.title}</h1><h3 dir="auto" class="subtitle subtitle-HEEcLo">{told.lead}</h3><div '
        'class="pencraft'
        f' pc-display-flex"><div class="profile-hover-card-target"><a href="https://x.example/@a">'
        f'{told.authors[0]}</a></div><div class="pencraft meta-EgzBVA">Mar 03, 2025</div></div>'
        "</div><div>"
        '<div class="available-content"><div dir="auto" class="body markup">'
        f"{text(told, between=(widget,))}"
        '</div></div></div><div class="post-ufi"><a class="like-button">12</a><a>Share</a></div>'
        "</article>"
        '<div id="discussion"><h4>Discussion about this post</h4></div></div></main>'
    )
    head = (
        ld(
            **{
                "@type": "NewsArticle",
                "url": told.url,
                "headline": told.title,
                "datePublished": told.published,
                "isAccessibleForFree": True,
                "author": [
                    {"@type": "Person", "name": told.authors[0], "url": "https://x.example/@a"}
                ],
                "publisher": {"@type": "Organization", "name": told.site},
            }
        )
        + meta("og:title", told.title)
        + meta("author", told.authors[0])
    )
    window = f"{told.title} - by {told.authors[0]} - {told.site}"
    return page(document(told, head, main, window=window), authors=tuple(told.authors[:1]), tags=())


def platform_story(told: Told) -> Made:
    """A writing platform: 'Title | by Author | Publication', a reading time, topics at the foot."""
    body = text(told, "p", ' class="pw-post-body-paragraph nk nl gt be b" id="x"')
    main = (
        '<article><section><div><h1 class="pw-post-title nk" data-testid="storyTitle">'
        f"{told.title}</h1><h2 "
        f'class="pw-subtitle-paragraph">{told.lead}</h2><div class="speechify-ignore"><a '
        'rel="noopener follow" '
        f'href="/@a" data-testid="authorName">{told.authors[0]}</a><p>Follow</p><span data-testid='
        '"storyReadTime">4 min read</span><span data-testid="storyPublishDate">Mar 3, 2025</span>'
        "<div>"
        f"<p>--</p><p>Listen</p><p>{told.share}</p></div></div>{body}</div></section></article>"
        "<footer><div>"
        f"{told.tag_links('/tag/')}</div><h2>Written by {told.authors[0]}</h2><p>1.2K "
        "Followers</p></footer>"
    )
    head = (
        ld(
            **news(
                told,
                author={"@type": "Person", "name": told.authors[0]},
                keywords=["Lite:true", *[f"Tag:{tag}" for tag in told.tags], "LockedPostSource:0"],
                name=told.title,
            )
        )
        + meta("og:title", told.title)
        + meta("author", told.authors[0])
        + meta("article:author", "https://platform.example/@a")
        + meta("article:published_time", told.published)
    )
    window = f"{told.title} | by {told.authors[0]} | {told.site} | Mar, 2025 | Platform"
    return page(document(told, head, main, window=window), authors=tuple(told.authors[:1]))


def break_paragraphs(told: Told) -> Made:
    """An old content system: paragraphs parted by two breaks in one div, images in tables."""
    image = (
        '<table class="img" align="left"><tr><td><img src="/i.jpg"></td></tr><tr><td class="cap">'
    )
    pieces = "<br />\n<br />\n".join(told.paragraphs)
    main = (
        f'<div id="inhalt"><div class="artikel"><h1>{told.title}</h1><div class="datum">'
        f"{told.dateline}</div>"
        f'<div class="autor">{told.byline}</div><div class="vorspann"><b>{told.lead}</b></div>'
        "<div class="
        f'"text">{image}<small>{told.caption}</small></td></tr></table>{pieces}<br /><br /></div>'
        "<div class="
        f'"drucken"><a href="javascript:print()">Print</a></div></div></div>'
    )
    head = meta("keywords", ", ".join(told.tags)) + meta("date", told.published)
    return page(document(told, head, main, window=f"{told.site}: {told.title}"))


STYLES = (
    (newsletter_platform, "en fr"),
    (platform_story, "en it"),
    (break_paragraphs, "de en nl"),
)
