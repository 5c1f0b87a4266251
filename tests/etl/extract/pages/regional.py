"""Pages as regional papers, tabloids and weblogs build them."""

from tests.etl.extract.pages.parts import (
    Made,
    Told,
    document,
    figure,
    ld,
    meta,
    news,
    page,
    paragraphs,
    text,
)


def tagdiv(told: Told) -> Made:
    """A WordPress theme: 'By' and a dash as elements, a list headed TAGS, an author's box."""
    box = "".join(
        f'<div class="author-box-wrap"><a href="/author/{n}"><img class="avatar"></a><div '
        'class="desc">'
        f'<div class="td-author-name vcard author"><span class="fn"><a href="/author/{n}">'
        f"{name}</a></span>"
        f'</div><div class="td-author-description">{name} has written about ports since 2009 and '
        "lives by "
        "the sea with two dogs.</div></div></div>"
        for n, name in enumerate(told.authors[:1])
    )
    tags = "".join(
        f'<li><a href="https://{told.host}/tag/{tag}/">{tag}</a></li>' for tag in told.tags
    )
    related = "".join(
        '<div class="td_module_related_posts"><h3 class="entry-title td-module-title"><a '
        f'href="/{n}">{one}'
        '</a></h3><span class="td-post-date"><time class="entry-date updated td-module-date" '
        "datetime="
        '"2024-12-24T08:00:00+00:00">December 24, 2024</time></span></div>'
        for n, one in told.numbered
    )
    main = (
        '<article class="post type-post status-publish category-news" itemscope '
        'itemtype="https://schema.'
        'org/Article"><div class="td-post-header"><ul class="td-category"><li '
        'class="entry-category"><a '
        f'href="/category/x/">{told.section}</a></li></ul><header class="td-post-title"><h1 '
        'class="entry-'
        f'title">{told.title}</h1><p class="td-post-sub-title">{told.lead}</p><div '
        'class="td-module-meta-'
        f'info"><div class="td-post-author-name"><div class="td-author-by">{told.by}</div> <a '
        'href="/author/'
        f'1">{told.authors[0]}</a><div class="td-author-line"> - </div></div><span '
        'class="td-post-date">'
        f'<time class="entry-date updated td-module-date" datetime="{told.published}">x</time>'
        "</span>"
        '<div class="td-post-comments"><a href="#respond">0</a></div></div></header></div>'
        f'<div class="td-post-sharing-top">{told.share}</div><div class="td-post-content '
        'tagdiv-type">'
        f'{figure(told)}{text(told)}</div><footer><ul class="td-tags td-post-small-box clearfix">'
        "<li><span>"
        f'TAGS</span></li>{tags}</ul><div class="td-block-row td-post-next-prev"><span>Previous '
        "article"
        f'</span><a href="/p">{told.others[0]}</a></div>{box}</footer></article>'
        f'<div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{related}</div>'
    )
    return page(document(told, "", main), authors=tuple(told.authors[:1]))


def jetpack(told: Told) -> Made:
    """A block theme with sharing, 'like this', related posts and comments inside the content."""
    graph = [
        {
            "@type": "Article",
            "@id": told.url + "#article",
            "headline": told.title,
            "author": {"name": "admin", "@id": f"https://{told.host}/#/schema/person/1"},
            "datePublished": told.published,
            "keywords": [*told.tags],
            "articleSection": ["News", told.section],
        },
        {"@type": "WebSite", "name": told.site},
        {"@type": "Person", "@id": f"https://{told.host}/#/schema/person/1", "name": "admin"},
    ]
    share = (
        '<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block '
        'sd-social"><h3 '
        f'class="sd-title">{told.share}:</h3><ul><li><a>Click to share on X (Opens in new '
        "window)</a></li>"
        '</ul></div></div><div class="sharedaddy sd-block sd-like"><h3 class="sd-title">Like '
        "this:</h3>"
        '<span>Loading...</span></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 '
        'class="jp-'
        f'relatedposts-headline"><em>Related</em></h3><p>{told.others[0]}</p></div>'
    )
    comments = "".join(
        f'<li class="comment"><article class="comment-body"><footer><b class="fn">Reader {n}</b> '
        "<span "
        'class="says">says:</span><time datetime="2025-03-09T08:00:00">x</time></footer><div class='
        f'"comment-content"><p>I have worked on that quay for {n + 11} years and nobody ever '
        "asked us about "
        "boxes, shifts or the price of fish; it was all settled over lunch in another town "
        "altogether.</p>"
        "</div></article></li>"
        for n in range(9)
    )
    main = (
        f'<main class="wp-block-group"><h1 class="wp-block-post-title">{told.title}</h1><div '
        'class="wp-block-'
        f'post-date"><time datetime="{told.published}">x</time></div><p class="byline">'
        f"{told.byline}</p>"
        '<div class="entry-content wp-block-post-content"><p class="has-drop-cap '
        'has-medium-font-size">'
        f'{told.lead}</p>{text(told)}{share}</div><div class="taxonomy-post_tag '
        'wp-block-post-terms">'
        f"{told.tag_links('/tag/', between=', ')}</div><div id='comments' "
        "class='wp-block-comments'>"
        f"<h2>9 responses</h2><ol class='wp-block-comment-template'>{comments}</ol></div></main>"
    )
    head = ld(**{"@graph": graph}) + meta("author", "admin")
    return page(document(told, head, main, window=f"{told.title} – {told.site}"))


def shouting_byline(told: Told) -> Made:
    """Bullets under the headline, the byline in capitals with posts, fact boxes, captions as p."""
    people = f" {told.and_.upper()} ".join(
        f'<a href="/a/{n}" class="author" rel="nofollow">{name.upper()}</a>, SENIOR REPORTER'
        for n, name in enumerate(told.authors)
    )
    facts = (
        '<div class="mol-factbox news"><h3 class="mol-factbox-title">'
        f"{told.others[1].upper()}?</h3><div "
        f'class="mol-factbox-body"><p class="mol-para-with-font">{told.others[2]}, as anyone can '
        "see who "
        "walks along the promenade on a Sunday with a dog and an ice cream.</p></div></div>"
    )
    picture = (
        f'<div class="artSplitter mol-img-group"><img><p class="imageCaption">{told.caption}</p>'
        "</div>"
    )
    body = text(told, "p", ' class="mol-para-with-font"', between=(picture, facts))
    main = (
        f'<div class="article-text wide" id="js-article-text"><h2>{told.title}</h2><p '
        'class="author-section '
        f'byline-plain">{told.by.upper()} {people}</p><p class="byline-section"><span '
        'class="article-'
        'timestamp article-timestamp-published"><span>Published:</span> <time '
        f'datetime="{told.published}">'
        '10:15, 3 March 2025</time></span> | <span class="article-timestamp '
        'article-timestamp-updated">'
        '<span>Updated:</span> <time datetime="2025-04-02T09:00:00+0000">09:00, 2 April '
        "2025</time></span>"
        f'</p><div id="articleIconLinks"><p>{told.share}</p><span>412</span> View comments</div>'
        "<div itemprop="
        f'"articleBody"><p class="mol-para-with-font">{told.lead}</p>{body}</div><div '
        'class="column-content">'
        f"<p>{told.ad}</p></div></div>"
    )
    head = (
        ld(**{"@type": "WebPage", "name": told.site, "dateModified": "2025-04-02"})
        + meta("og:title", told.title)
        + meta("keywords", ",".join([told.host.split(".")[1], told.site.lower(), *told.tags]))
        + meta("article:published_time", told.published)
        + meta("article:modified_time", "2025-04-02T09:00:00+0000")
    )
    return page(document(told, head, main, window=f"{told.title} | {told.site} Online"))


def prefixed_parsely(told: Told) -> Made:
    """A regional group: tags with channel prefixes, 'Don't miss' and letters in the body."""
    promo = (
        '<aside class="read-more-links"><p class="section-title"><strong>READ MORE:</strong></p>'
        "<ul><li><a "
        f'href="/r">{told.others[0]}</a></li></ul></aside>'
    )
    letter = (
        '<div class="in-article-newsletter" data-mod="newsletter"><p><strong>'
        f"{told.letter}</strong></p><p>Thank you for subscribing! We have more newsletters.</p>"
        "</div>"
    )
    prefixed = [
        f"section:{told.section}",
        "channel:news",
        "pagetype:article",
        *told.tags,
        "Freemium",
    ]
    people = f" {told.and_} ".join(
        f'<a class="publication-theme" href="/author/{n}/">{name}</a>'
        for n, name in enumerate(told.authors)
    )
    main = (
        '<article class="article-main"><h1 class="publication-font '
        'section-theme-background-indicator">'
        f'{told.title}</h1><p class="sub-title">{told.lead}</p><div class="byline"><div '
        'class="author '
        f'information-container">{people}<div class="author-role">Business correspondent</div>'
        "</div>"
        '<ul class="time-info"><li><span class="time-container">10:15, 3 MAR 2025</span></li>'
        "<li>Updated "
        '<span class="time-container">09:00, 2 APR 2025</span></li></ul></div><div '
        'class="article-body" '
        f'itemprop="articleBody">{text(told, between=(promo, letter))}<p><strong>Don\'t miss the '
        "latest news "
        'from around the region. Sign up to our <a href="/nl">free newsletter</a> here.</strong>'
        "</p></div>"
        "</article>"
    )
    head = (
        ld(**news(told, keywords=[*prefixed], dateModified="2025-04-02T09:00:00Z"))
        + meta("parsely-tags", ",".join(prefixed))
        + meta("parsely-section", told.section)
        + meta("og:title", told.title)
        + meta("keywords", ", ".join(told.tags))
        + meta("author", "Harbour desk")
    )
    return page(document(told, head, main))


def block_asset(told: Told) -> Made:
    """An American local paper: microdata, tags as searches, inline assets, subscriber classes."""
    inline = (
        '<div class="tnt-inline-asset tnt-inline-relcontent tnt-inline-article '
        'tnt-inline-alignment-left">'
        f'<div class="card"><h4 class="tnt-headline"><a href="/x">{told.others[2]}</a></h4><div '
        'class="card-'
        'lead"><p>A short text that stands on a card and invites people to read another '
        "piece.</p></div>"
        "</div></div>"
    )
    people = f" {told.and_} ".join(
        f'<a href="/users/profile/{n}/">{name}</a>' for n, name in enumerate(told.authors)
    )
    tags = "".join(
        f'<li><a href="/search/?f=html&k={tag}" class="btn" rel="nofollow">{tag}</a></li>'
        for tag in told.tags
    )
    body = "".join(f'<div class="subscriber-only">{piece}</div>' for piece in paragraphs(told))
    main = (
        '<article itemscope itemtype="https://schema.org/NewsArticle" class="asset story">'
        "<header class="
        f'"asset-header"><h1 itemprop="headline" class="headline"><span>{told.title}</span></h1>'
        "<div class="
        '"meta"><ul class="list-inline"><li><span itemprop="author" class="tnt-byline '
        f'asset-byline">{told.by} '
        f'{people}\nStaff writers</span></li><li class="visible-print"><time '
        'datetime="2025-04-02T08:00:00-'
        '05:00" class="tnt-date asset-date text-muted">Updated Apr 2, 2025</time></li><li><time '
        'class="tnt-'
        f'date asset-date" itemprop="datePublished" datetime="{told.published}">Mar 3</time></li>'
        "</ul></div>"
        '</header><div itemprop="articleBody" id="article-body" class="asset-content '
        'subscriber-premium">'
        f'<p>{told.lead}</p>{inline}{body}</div><div class="asset-tags"><h4>Tags</h4><ul '
        'class="list-inline">'
        f'{tags}</ul></div><div class="tncms-restricted-notice"><p>{told.letter}</p></div>'
        "</article>"
    )
    head = (
        meta("og:title", told.title)
        + meta("keywords", ", ".join(t.lower() for t in told.tags))
        + meta("author", f"{told.byline} Staff writers")
        + meta("__sync_contentCategory", told.section)
    )
    return page(document(told, head, main, window=f"{told.title} | {told.section} | {told.host}"))


def submitted_on(told: Told) -> Made:
    """Drupal fields without metadata; 'Submitted by … on Mon, 03/03/2025'; labels beside fields."""
    tags = "".join(
        f'<div class="field__item"><a href="/taxonomy/term/{n}" hreflang="en">{tag}</a></div>'
        for n, tag in told.tagged
    )
    names = f" {told.and_} ".join(
        f'<span lang="" about="/user/{n}" typeof="schema:Person" property="schema:name" '
        f'datatype="">{name}</span>'
        for n, name in enumerate(told.authors)
    )
    main = (
        '<div class="region region-content"><h1 class="page-header"><span class="field '
        "field--name-title "
        f'field--type-string field--label-hidden">{told.title}</span></h1><article '
        'about="/node/1" typeof='
        '"schema:Article" class="node node--type-article node--view-mode-full"><footer '
        'class="node__meta">'
        f'<div class="node__submitted">Submitted by {names} on <span '
        'property="schema:dateCreated" content='
        f'"{told.published}">Mon, 03/03/2025 - 10:15</span></div></footer><div '
        'class="node__content"><div '
        f'class="field field--name-field-summary field__item"><p>{told.lead}</p></div><div '
        "property="
        '"schema:text" class="clearfix text-formatted field field--name-body field__item">'
        f"{text(told)}</div>"
        '<div class="field field--name-field-tags field--label-above clearfix"><h3 '
        'class="field__label">Tags'
        f'</h3><div class="links field__items">{tags}</div></div><ul class="links inline"><li '
        'class="comment-'
        'forbidden"><a href="/user/login">Log in</a> to post comments</li></ul></div></article>'
        "</div>"
    )
    return page(document(told, "", main, window=f"{told.title} | {told.site}"))


STYLES = (
    (tagdiv, "en es tr"),
    (jetpack, "en pl"),
    (shouting_byline, "en"),
    (prefixed_parsely, "en de"),
    (block_asset, "en es"),
    (submitted_on, "en sv"),
)
