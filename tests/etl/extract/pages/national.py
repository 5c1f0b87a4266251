"""Pages as national papers, broadcasters and agencies build them: blocks, traps and all."""

from tests.etl.extract.pages.parts import (
    Made,
    Told,
    document,
    ld,
    meta,
    news,
    page,
    paragraphs,
    persons,
    text,
)


def broadcaster_blocks(told: Told) -> Made:
    """React blocks; the JSON-LD names the house, the byline names people and their posts."""
    house = {"@type": "NewsMediaOrganization", "name": told.site, "url": f"https://{told.host}"}
    names = "".join(
        f'<div><span class="sc-801dd632-7 lasLGY">{"" if number else told.by + " "}{name}</span>'
        f'<span class="sc-801dd632-8">{told.section} reporter, Northgate</span></div>'
        for number, name in enumerate(told.authors)
    )
    links = "".join(f'<li><a href="/news/articles/c{n}">{o}</a></li>' for n, o in told.numbered)
    more = f'<div data-component="links-block"><ul role="list">{links}</ul></div>'
    body = "".join(
        f'<div data-component="subheadline-block"><h2 class="sc-f98b1ad2-0">{one[2:]}</h2></div>'
        if one.startswith("# ")
        else f'<div data-component="text-block" class="sc-18f"><p class="sc-eb7">{one}</p></div>'
        for one in told.body
    )
    topics = "".join(f'<a href="/news/topics/x{n}"><li>{tag}</li></a>' for n, tag in told.tagged)
    main = (
        '<main id="main-content"><article class="sc-d41c9d1-0"><div '
        'data-component="headline-block">'
        f'<h1 class="sc-f98b1ad2-0">{told.title}</h1></div><div data-component="byline-block">'
        f'<time datetime="{told.published}">3 hours ago</time><span '
        'data-testid="byline-contributors">'
        f"{names}</span></div>"
        '<div data-component="image-block"><figure><img src="/i.jpg"><span class="sc-a34861b-2">'
        f"Getty Images</span></figure><figcaption>{told.caption}</figcaption></div>"
        '<div data-component="text-block"><p class="sc-eb7"><b class="sc-7dcfb11b-0">'
        f"{told.lead}</b>"
        f"</p></div>{body}{more}"
        f'<div data-component="topic-list"><ul>{topics}</ul></div></article></main>'
    )
    head = ld(**news(told, author=house, dateModified=None)) + meta("og:title", told.title)
    return page(document(told, head, main, window=f"{told.title} - {told.site}"))


def standfirst_and_links(told: Told) -> Made:
    """Contributors in an address, tags in one string, 'skip past newsletter' within the text."""
    rich = (
        '<figure data-spacefinder-role="richLink" class="dcr-47fhrn"><gu-island name="RichLink">'
        f'<a href="/x/1"><div>{told.also}</div></a></gu-island></figure>'
    )
    letter = (
        '<figure class="dcr-173mewl"><a data-ignore="global-link-styling" '
        'href="#EmailSignup-skip-link-4" class="dcr-jzxpee">skip past newsletter promotion</a>'
        f'<aside aria-label="newsletter promotion"><h2>Evening Brief</h2><p>{told.letter}</p>'
        "</aside>"
        '<p id="EmailSignup-skip-link-4" tabindex="0">after newsletter promotion</p></figure>'
    )
    tags = "".join(
        f'<li><a href="/{told.section.lower()}/{tag}" data-link-name="article topics">{tag}</a>'
        "</li>"
        for tag in told.tags
    )
    people = f" {told.and_} ".join(
        f'<a rel="author" data-link-name="auto tag link" href="/profile/{n}">{name}</a>'
        for n, name in enumerate(told.authors)
    )
    body = text(told, "p", ' class="dcr-130mj7b"', between=(rich, letter))
    main = (
        '<main><aside data-gu-name="title"><a href="/world"><span>Shipping industry</span></a>'
        "</aside>"
        '<div data-gu-name="headline"><div class="dcr-1"><h1 class="dcr-u0152o">'
        f"{told.title}</h1></div>"
        f'</div><div data-gu-name="standfirst"><div class="dcr-1qp23oo"><p>{told.lead}</p></div>'
        "</div>"
        f'<aside data-gu-name="meta"><address aria-label="Contributor info" '
        f'data-component="meta-byline"><div>{people} in Northgate</div></address>'
        '<details><summary><span class="dcr-u0h1qy">Mon 3 Mar 2025 10.15 CET</span></summary>Last '
        "modified on Tue 4 Mar 2025 08.00 CET</details></aside>"
        '<div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector">'
        f"{body}</div>"
        '<div data-print-layout="hide"><span>Explore more on these topics</span>'
        f"<ul>{tags}</ul></div></div></main>"
    )
    parts = [news(told, dateModified="2025-04-01T08:00:00Z"), {"@type": "WebPage", "@id": told.url}]
    head = (
        meta("og:title", told.title)
        + meta("article:tag", ",".join(told.tags))
        + meta("keywords", ",".join(told.tags))
        + meta("article:author", *[f"https://{told.host}/profile/{n}" for n in range(2)])
        + ld(graph=parts).replace('"graph"', '"@graph"')
    )
    window = f"{told.title} | Shipping industry | {told.site}"
    return page(document(told, head, main, window=window))


def story_companions(told: Told) -> Made:
    """Text in many columns with skip links for advertisements; a note on its author at the end."""
    ad = (
        '<div id="story-ad-1-wrapper" class="css-1r07izm"><div class="css-mnvl8g"><a class='
        '"css-777zgl" href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div>'
        f'<div class="css-rfqw0c">{told.ad}</div></div>'
    )
    columns = ad.join(
        f'<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-{n}"><div>'
        f"{piece}</div></div>"
        for n, piece in enumerate(paragraphs(told, "p", ' class="css-at9mc1 evys1bk0"'))
    )
    main = (
        '<main id="site-content"><div><article id="story" class="nytapp-vi-article css-1vxca1d">'
        f'<header><h1 data-testid="headline" class="css-88wicj">{told.title}</h1>'
        f'<p id="article-summary" class="css-79elbk">{told.lead}</p>'
        f'<div class="css-103l8m3"><p>{told.by} <span itemprop="name">{told.authors[0]}</span> '
        f'{told.and_} <span itemprop="name">{told.authors[1]}</span></p></div>'
        '<time class="css-1z1nqv" datetime="2025-04-02T16:33:28-04:00">Updated April 2, 2025</time>'
        '</header><section name="articleBody" class="meteredContent css-1r7ky0e">'
        f"{columns}</section>"
        f'<div class="bottom-of-article"><p>{told.authors[0]} covers ports and shipping for '
        f"{told.site}. <a>More about {told.authors[0]}</a></p><div>A version of this article "
        "appears "
        "in print on March 4, 2025, Section B, Page 1 of the New York edition with the headline: "
        f"Dock Walkout.</div><p>See more on: {told.tags[0]}</p></div></article></div></main>"
    )
    head = (
        ld(**news(told, isAccessibleForFree=False, dateModified="2025-04-02T20:33:28.000Z"))
        + ld(
            **{"@type": "NewsMediaOrganization", "name": told.site, "url": f"https://{told.host}/"}
        )
        + meta("byl", told.byline)
        + meta("article:tag", *told.tags)
        + meta("og:title", told.title)
    )
    return page(document(told, head, main, window=f"{told.title} - {told.site}"))


def kicker_in_heading(told: Told) -> Made:
    """A kicker within the heading and before it in og:title, utility classes, a short signature."""
    kicker = f"{told.tags[0]} {told.tags[1]}"
    body = "".join(
        f'<section class="relative"><div data-area="text" class="break-words"><div class="RichText '
        f'RichText--sans leading-loose">{piece}</div></div></section>'
        for piece in paragraphs(told)
    )
    main = (
        '<main id="Inhalt"><article class="polygon-swiper"><header data-area="intro"><h2 class='
        f'"lg:mb-20"><span class="block text-primary-base">{kicker}</span>'
        f'<span class="font-brandUI align-middle">{told.title}</span></h2>'
        f'<div class="RichText RichText--sans leading-loose font-bold">{told.lead}</div>'
        f'<div class="mt-16">{told.by} <a class="text-black font-bold" href="/impressum/autor-1">'
        f'{told.authors[0]}</a> {told.and_} <a class="text-black font-bold" '
        'href="/impressum/autor-2">'
        f'{told.authors[1]}</a></div><time datetime="2025-03-04 06:30:00">04.03.2025, 06.30 '
        "Uhr</time>"
        f'</header><div data-area="body">{body}<div class="flex">vel/dpa</div></div></article>'
        "</main>"
    )
    head = (
        ld(**news(told, headline=f"{kicker}: {told.title}", alternativeHeadline=told.title))
        + meta("og:title", f"{kicker}: {told.title}")
        + meta("news_keywords", ", ".join([told.section, *told.tags]))
    )
    made = document(told, head, main, window=f"{kicker}: {told.title} - {told.site}")
    tags = (told.section, *told.tags)
    return page(made, title=f"{kicker}: {told.title}", tags=tags)


def reserved_for_subscribers(told: Told) -> Made:
    """A catcher between paragraphs, a status line, 'the rest is reserved'."""
    catcher = (
        f'<section class="catcher catcher--inread"><span class="catcher__title">{told.also}</span>'
        '<a class="js-article-read-also" href="/x">Article réservé à nos abonnés</a></section>'
    )
    friend = (
        '<section class="friend friend--restricted"><p class="friend__title">Il vous reste 62.1% '
        "de "
        'cet article à lire. La suite est réservée aux abonnés.</p><p class="friend__desc">'
        f"{told.letter}</p></section>"
    )
    authors = f" {told.and_} ".join(
        f'<a class="article__author-link" href="/signataires/{n}">{name}</a>'
        for n, name in enumerate(told.authors)
    )
    rest = text(told, "p", ' class="article__paragraph "', between=("", catcher))
    main = (
        '<main class="main--article"><section class="article article--content"><header class='
        f'"article__header"><ul class="breadcrumb"><li><a href="/eco">{told.section}</a></li></ul>'
        f'<h1 class="article__title">{told.title}</h1><p class="article__desc">{told.lead}</p>'
        f'<section class="meta meta__authors"><span class="meta__author">{told.by} {authors}</span>'
        f'<p class="meta__publisher"><span class="meta__date">{told.dateline}, modifié le 1 avril '
        '2025</span></p><p class="meta__reading-time">Temps de Lecture 3 min.</p></section>'
        "</header>"
        '<section class="article__status"><span class="icon__premium"></span>Article réservé aux '
        f'abonnés</section><article class="article__content old__article-content-single">{rest}'
        f"</article>{friend}</section></main>"
    )
    paywall = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
    head = ld(**news(told, isAccessibleForFree="False", hasPart=paywall, keywords=None)) + meta(
        "keywords", ",".join(told.tags)
    )
    return page(document(told, head, main))


def archived_in(told: Told) -> Made:
    """'More information' boxes, follow-us lines and 'archived in' tags as an aside."""
    more = (
        '<section class="more_info" data-dtm-region="articulo_mas-informacion"><header class='
        f'"more_info_t">Más información</header><article><h2 class="c_t">{told.others[0]}</h2>'
        "</article>"
        "</section>"
    )
    tags = "".join(
        f'<li><a class="_dn" href="/noticias/{tag}/" data-portal="">{tag}</a></li>'
        for tag in told.tags
    )
    people = " / ".join(
        f'<a href="/autor/{n}/" rel="author" title="Ver todas las noticias">{name}</a>'
        for n, name in enumerate(told.authors)
    )
    main = (
        '<article id="main-content" class="a _g"><header class="a_e"><a class="a_k_n">'
        f"{told.section}"
        f'</a><h1 class="a_t">{told.title}</h1><h2 class="a_st">{told.lead}</h2></header>'
        f'<div class="a_md"><div class="a_md_a">{people}</div><div class="a_md_f"><span '
        'class="capitalize'
        ' color_black">Bilbao</span> - <time data-date="x"><a>07 MAR 2025</a></time></div></div>'
        f'<div class="a_c clearfix" data-dtm-region="articulo_cuerpo">{text(told, between=(more,))}'
        '<p class="">Sigue toda la información de <b>Economía</b> en <a '
        'href="https://www.facebook.com/'
        'x">Facebook</a> y <a href="https://x.com/x">X</a>, o en nuestra <a href="/nl">newsletter '
        f'semanal</a>.</p></div><aside class="a_tg _df"><h3>Archivado En</h3><ul>{tags}</ul>'
        "</aside>"
        "</article>"
    )
    head = (
        ld(**news(told, keywords=[*told.tags, "section:economia", "type:articulo"]))
        + meta("og:title", told.title)
        + meta("news_keywords", ", ".join(told.tags))
    )
    return page(
        document(told, head, main, window=f"{told.title} | {told.section} | {told.site.upper()}")
    )


def rights_reserved(told: Told) -> Made:
    """'di Redazione Economia', names with the date, a line on rights after the text."""
    body = text(told, "p", ' class="chapter-paragraph"')
    main = (
        '<main><section class="body-article"><div class="title-section"><h1 class="title-art-hp is-'
        f'large">{told.title}</h1></div><p class="summary-art is-subtitle">{told.lead}</p>'
        f'<div class="info-detail"><p class="is-author">di <em>{told.authors[0]} {told.and_} '
        f'{told.authors[1]}</em></p><p class="media-news-date">{told.dateline} (modifica il 1 '
        "aprile "
        '2025 | 18:31)</p></div><div class="content">'
        f"{body}"
        '<p class="is-copyright">© RIPRODUZIONE RISERVATA</p></div><div class="tags-block">'
        "<span>TAG:"
        f"</span> {told.tag_links('/tag/')}</div></section></main>"
    )
    author = [{"@type": "Person", "name": "Redazione Economia"}, *persons(told)]
    head = ld(**news(told, author=author)) + meta("og:title", told.title)
    return page(document(told, head, main, window=f"{told.title}- {told.site}.it"))


STYLES = (
    (broadcaster_blocks, "en sv de"),
    (standfirst_and_links, "en nl"),
    (story_companions, "en pl"),
    (kicker_in_heading, "de it"),
    (reserved_for_subscribers, "fr es"),
    (archived_in, "es pt"),
    (rights_reserved, "it"),
)
