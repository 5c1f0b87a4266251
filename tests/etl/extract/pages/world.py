"""Pages of the rest of the world: other scripts, other habits, right to left."""

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


def agency_blocks(told: Told) -> Made:
    """Text in blocks without p, a dateline in bold, related blocks within, the house as author."""
    related = (
        '<div class="article__block" data-type="article" data-position="3"><div '
        'class="article__article">'
        '<a class="article__article-link" href="/x"></a><div class="article__article-title">'
        f"{told.others[0]}"
        '</div><span class="article__article-info">12 марта, 08:15</span></div></div>'
    )
    blocks = related.join(
        f'<div class="article__block" data-type="{"h2" if piece.startswith("<h2") else "text"}">'
        + piece.replace("<h2>", '<h2 class="article__h2">')
        + "</div>"
        for piece in paragraphs(told, "div", ' class="article__text"')
    )
    tags = "".join(
        f'<a href="/tag_{tag}/" class="article__tags-item">{tag}</a>' for tag in told.tags
    )
    first = f"ВЕЛЬСК, 13 мар — {told.site}. {told.lead}"
    main = (
        '<div class="layout-article" itemscope itemtype="https://schema.org/NewsArticle"><div '
        'itemprop="author"'
        ' itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" '
        f'content="{told.site}">'
        '</div><div itemprop="datePublished" style="display:none">20250313T1220</div><div '
        'class="article__'
        'info"><div class="article__info-date"><a href="/20250313/">12:20 13.03.2025</a> <span '
        'class="article'
        '__info-date-modified">(обновлено: 18:40 01.04.2025)</span></div></div><div '
        'class="article__title">'
        f'{told.title}</div><h1 class="article__second-title">{told.others[1]}, а также о '
        "другом</h1>"
        f'<div class="article__announce">{figure(told)}</div><div class="article__body '
        'js-mediator-article" '
        'itemprop="articleBody"><div class="article__block" data-type="text"><div '
        'class="article__text"><strong>'
        f"ВЕЛЬСК, 13 мар — {told.site}.</strong> {told.lead}</div></div>{blocks}</div><div class="
        f'"article__tags">{tags}</div></div>'
    )
    head = (
        meta("og:title", told.title)
        + meta("keywords", ", ".join(told.tags))
        + meta("analytics:rubric", told.section)
        + meta("article:published_time", "20250313T1220")
    )
    body = "\n".join([first, *told.paragraphs])
    html = document(told, head, main, window=f"{told.title} - {told.site}, 13.03.2025")
    return page(html, authors=(), body=body)


def independent(told: Told) -> Made:
    """Slides of text, a reference box, sign-off by initials; tags in a foot of links with #."""
    box = (
        f'<div class="related-block"><span>{told.also.split(":")[0]}</span><ul><li><a href="/1">'
        f"{told.others[1]}</a></li></ul></div>"
    )
    main = (
        '<div class="GeneralMaterial-module-article"><div class="RichTitle-module-root"><h1 '
        "data-testid="
        f'"simple-title">{told.title}</h1></div><div class="MetaItem-module_datetime"><time '
        f'data-testid="timestamp">{told.dateline}</time></div><div class="byline">'
        f"{told.byline}</div>"
        f'<div class="article-lead"><strong>{told.lead}</strong></div><div class="article-text">'
        f"{text(told, between=(box,))}</div><div class='article-tags'>"
        f"{told.tag_links('/tags/', mark='#')}"
        f'</div><div class="social-likes">{told.share}</div></div>'
    )
    head = ld(**news(told, author=", ".join(told.authors))) + meta("og:title", told.title)
    return page(document(told, head, main, window=f"{told.title} — {told.site}"))


def right_to_left(told: Told) -> Made:
    """Right to left, digits of the East in the date, recommended stories in a list within."""
    stories = "".join(
        f'<li><a href="/{n}">list {n + 1} of 3 {one}</a></li>' for n, one in told.numbered
    )
    box = (
        f'<div class="more-on"><h2 class="more-on__heading">{told.also.split(":")[0]}</h2><ul>'
        f"{stories}</ul>"
        '<span class="screen-reader-text">end of list</span></div>'
    )
    main = (
        '<main id="main-content-area" dir="rtl"><header class="article-header"><h1>'
        f"{told.title}</h1><p class="
        f'"article__subhead css-1wt8oh6"><em>{told.lead}</em></p></header><div '
        'class="article-info-block '
        'css-ti04u9"><div class="article-b-l"><div class="article-author-name"><span '
        'class="article-author-'
        f'name-item"><a class="author-link" href="/author/1">{told.authors[0]}</a></span><span '
        'class="article-'
        f'author-name-item"><a class="author-link" href="/author/2">{told.authors[1]}</a></span>'
        "</div>"
        '<div class="date-simple css-1yjq2zp"><span class="screen-reader-text">Published On '
        "١٤/٣/٢٠٢٥</span>"
        '<span aria-hidden="true">١٤ مارس ٢٠٢٥</span></div></div></div><div class="wysiwyg '
        "wysiwyg--all-content "
        f'css-1ck9wyi" aria-live="polite">{text(told, between=(box,))}<div '
        'class="article-source"><span>'
        f'المصدر: {told.site} + وكالات</span></div></div><div class="article-tags"><span>كلمات '
        "مفتاحية</span>"
        f"{told.tag_links('/tags/', mark='#')}</div></main>"
    )
    head = ld(**news(told)) + meta("og:title", f"{told.title} | {told.site}")
    return page(document(told, head, main, window=f"{told.title} | {told.section} | {told.site}"))


def arabic_plain(told: Told) -> Made:
    """No structured data at all but og:title; the date in words and a byline as text."""
    main = (
        f'<div class="post"><h1 class="post-title">{told.title}</h1><div class="post-meta"><span '
        'class="author">'
        f'{told.by} {told.authors[0]} {told.and_} {told.authors[1]}</span><span class="date">'
        f"{told.dateline}</span>"
        f'</div><div class="post-body"><p><strong>{told.lead}</strong></p>{text(told)}<p>'
        f"{told.also}</p></div>"
        f'<ul class="tags">{told.tag_links("/tag/")}</ul></div>'
    )
    head = meta("og:title", told.title) + meta("og:site_name", told.site)
    return page(document(told, head, main, window=f"{told.site} - {told.title}"))


def full_width(told: Told) -> Made:
    """Japanese: the site after a full-width colon or bar, names run together, a paywall's note."""
    names = "　".join(told.authors)
    main = (
        f'<main id="main"><div class="y_Qv3"><h1>{told.title}</h1><div class="Cd9Pj"><div><span '
        'class="hw8fS">'
        f'<a href="/rensai/1">{names}</a></span><span class="UDj4P"><time '
        f'datetime="{told.published}">'
        f'{told.dateline}</time></span></div></div><div class="nfyQp"><p class="lead">'
        f"{told.lead}</p>{text(told)}"
        '</div><div class="zKlLM"><p>この記事は有料記事です。残り1214文字</p>'
        f'</div><ul class="TagList">{told.tag_links("/topics/word/")}</ul></div></main>'
    )
    head = (
        ld(
            **news(
                told,
                author=[{"@type": "Person", "name": one} for one in told.authors],
                isAccessibleForFree="False",
            )
        )
        + meta("og:title", f"{told.title}：{told.site}")
        + meta("og:site_name", told.site)
        + meta("keywords", f"{told.site},ニュース,新聞")
        + meta("article:tag", *told.tags)
    )
    return page(document(told, head, main, window=f"{told.title}：{told.site}"))


def reporter_suffix(told: Told) -> Made:
    """Korean: '기자' behind the names, an address at the end, a note on rights."""
    mails = " ".join(
        f"{name} 기자 reporter{n}@gangbyeon.example" for n, name in enumerate(told.authors)
    )
    main = (
        '<article class="story-news article"><header class="title-article01"><h1 class="tit01">'
        f"{told.title}"
        '</h1><div class="info"><p class="update-time" data-published-time="202503211430">'
        "송고시간<span class="
        f'"txt">{told.dateline}</span></p></div><div class="writer">'
        f"{' '.join(one + ' 기자' for one in told.authors)}"
        f'</div></header><p class="lead">{told.lead}</p>{text(told)}<p>{mails}</p><p '
        'class="txt-copyright adrs">'
        f"&lt;저작권자(c) {told.site}, 무단 전재-재배포 금지&gt; {told.dateline} 송고</p>"
        f'<ul class="list-hashtag">{told.tag_links("/search/", mark="#")}</ul></article>'
    )
    head = ld(
        **news(told, author=[{"@type": "Person", "name": f"{one} 기자"} for one in told.authors])
    ) + meta("og:title", f"{told.title} | {told.site}")
    return page(document(told, head, main, window=f"{told.title} | {told.site}"))


def state_portal(told: Told) -> Made:
    """Chinese: indented paragraphs, lines on source and editor, keywords in meta."""
    body = text(told).replace("<p>", "<p>　　")
    main = (
        f'<div class="main clearfix"><div class="header"><h1 id="title">{told.title}</h1><div '
        'class="info"><span '
        f'class="date">{told.dateline}</span> <span class="source">来源：{told.site}</span> <span>'
        f"{told.by}"
        f'{told.authors[0]} {told.authors[1]}</span></div></div><div class="article" '
        f'id="artibody"><p>　　{told.lead}'
        f'</p><p align="center"><img src="/1.jpg"></p><p class="caption">{told.caption}</p>{body}'
        '<p class="show_author">责任编辑：王小明</p></div><div class="keywords" id="keywords">'
        f"{told.tag_links('/k/')}</div>"
        '<div class="report">【纠错】 扫一扫分享到微信</div></div>'
    )
    head = (
        meta("keywords", ",".join(told.tags))
        + meta("publishdate", "2025-03-18")
        + meta("author", ",".join(told.authors))
        + meta("description", told.lead)
    )
    return page(document(told, head, main, window=f"{told.title}_{told.section}_{told.site}"))


def south_asian(told: Told) -> Made:
    """'Read also' between paragraphs, breadcrumbs, a page of an older date in the JSON-LD."""
    also = f'<div class="readmore"><p><strong>{told.also}</strong></p></div>'
    main = (
        f'<div class="story-with-main-sec"><div class="story-heading"><h1>{told.title}</h1></div>'
        '<h2 class="sub-'
        f'head">{told.lead}</h2><div class="brand-detial-main"><ul><li class="author">'
        f"{told.authors[0]}</li><li "
        f'class="author">{told.authors[1]}</li><li class="date">{told.dateline} IST</li></ul>'
        "</div><div class="
        '"text-formatted field__item" itemprop="articleBody">'
        f"{text(told, between=(also, '<p>' + told.ad + '</p>'))}"
        f'</div><div class="tagsList"><b>Tags :</b><ul>{told.tag_links("/topic/")}</ul></div></div>'
    )
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": n,
                "item": {"@id": f"https://{told.host}/{n}", "name": name},
            }
            for n, name in enumerate(("Home", told.section, told.title), start=1)
        ],
    }
    head = (
        ld(
            **{
                "@type": "NewsMediaOrganization",
                "name": told.site,
                "logo": {"@type": "ImageObject"},
            }
        )
        + ld(**crumbs)
        + ld(**{"@type": "WebPage", "name": told.title, "datePublished": "2019-01-01T00:00:00Z"})
        + ld(**news(told, articleBody=" ".join(told.paragraphs), keywords=", ".join(told.tags)))
        + meta(
            "keywords",
            ", ".join(
                [f"{told.tags[0]} {told.tags[1]}", f"{told.tags[0]} news", "hindi news", told.site]
            ),
        )
        + meta("og:title", f"{told.title} - {told.site}")
    )
    return page(
        document(told, head, main, window=f"{told.title} - {told.section} AajNews - {told.site}")
    )


def continued_below(told: Told) -> Made:
    """Turkish: 'Haberin Devamı' between paragraphs, tags with #, a spot, gallery and app promos."""
    mark = '<div class="devami"><p>Haberin Devamı</p></div>'
    main = (
        '<div class="news-detail" property="articleBody"><h1 class="news-detail-title">'
        f"{told.title}</h1><h2 class="
        f'"news-detail__spot">{told.lead}</h2><div class="author-name">{told.by} '
        f"{told.people}</div><div class="
        f'"news-date"><span>Oluşturulma Tarihi: {told.dateline}</span><span>Güncelleme: '
        "01.04.2025 - 09:00</span></div>"
        '<div class="news-content readingTime">'
        f'{figure(told)}{text(told, between=(mark, mark))}<p><a href="/app">'
        f'{told.letter}</a></p></div><div class="news-tags">'
        f"{told.tag_links('/haberleri/', mark='#')}</div></div>"
    )
    head = (
        ld(
            **news(
                told,
                author={"@type": "Organization", "name": told.site.upper()},
                keywords=[", ".join(told.tags)],
            )
        )
        + meta("og:title", told.title)
        + meta("article:published_time", told.published)
        + meta("datePublished", told.published)
    )
    return page(
        document(told, head, main, window=f"{told.title} - {told.site} {told.section} Haberleri")
    )


def column_text(told: Told) -> Made:
    """Brazilian: 'Por A e B, house — place', blocks of text, 'read also' lists, a video's text."""
    video = (
        '<div class="content-video"><div class="content-video__description">Vídeo: o que se sabe '
        "até agora sobre a "
        "paralisação no porto e os navios que esperam</div></div>"
    )
    blocks = video.join(
        '<div class="mc-column content-text active-extra-styles" data-block-type="unstyled">'
        f"{piece}</div>"
        for piece in paragraphs(told, "p", ' class="content-text__container"')
    )
    also = (
        '<div class="mc-column content-text"><ul class="content-unordered-list"><li><strong>'
        "LEIA TAMBÉM:</strong>"
        f' <a href="/a">{told.others[0]}</a></li></ul></div>'
    )
    main = (
        '<main class="mc-body theme"><div class="title"><h1 class="content-head__title" '
        f'itemprop="headline">{told.title}'
        '</h1></div><div class="mc-column content-head"><h2 class="content-head__subtitle" '
        'itemprop="alternativeHeadline">'
        f'{told.lead}</h2></div><div class="content-publication-data"><p '
        'class="content-publication-data__from" title="x">'
        f"{told.by} {told.people}, {told.site} — Foz</p><p "
        'class="content-publication-data__updated"><time itemprop='
        f'"datePublished" datetime="{told.published}">{told.dateline}</time> <span>Atualizado há '
        "2 dias</span></p></div>"
        f'<article itemprop="articleBody"><div class="mc-article-body">{blocks}{also}</div>'
        "</article>"
        f'<ul class="entities__list">{told.tag_links("/tudo-sobre/")}</ul></main>'
    )
    head = (
        ld(**news(told, author={"@type": "Person", "name": f"{told.people}, {told.site}"}))
        + meta("og:title", told.title)
        + meta("parsely-tags", "")
    )
    return page(document(told, head, main, window=f"{told.title} | {told.section} | {told.site}"))


STYLES = (
    (agency_blocks, "ru"),
    (independent, "ru zh"),
    (right_to_left, "ar"),
    (arabic_plain, "ar"),
    (full_width, "ja"),
    (reporter_suffix, "ko"),
    (state_portal, "zh"),
    (south_asian, "hi tr"),
    (continued_below, "tr pl"),
    (column_text, "pt es"),
)
