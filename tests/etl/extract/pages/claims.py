"""Pages that say several things of themselves, not all of them true."""

from tests.etl.extract.pages.parts import (
    Made,
    Told,
    document,
    ld,
    meta,
    news,
    page,
    persons,
    text,
)


def _plain(told: Told, *before: str, after: str = "") -> str:
    return (
        f'<article><h1>{told.title}</h1><p class="standfirst">{told.lead}</p>{"".join(before)}'
        f"{text(told)}{after}</article>"
    )


def related_first(told: Told) -> Made:
    """JSON-LD of other articles stands before and after the article's own."""
    others = [
        {
            "@type": "NewsArticle",
            "headline": one,
            "url": f"https://{told.host}/x/{n}",
            "datePublished": f"2025-01-0{n + 1}T08:00:00Z",
            "author": {"@type": "Person", "name": "Nobody Here"},
            "keywords": ["bread", "nuts"],
        }
        for n, one in told.numbered
    ]
    items = [{"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(others)]
    head = (
        ld(**others[0])
        + ld(**{"@type": "ItemList", "itemListElement": items})
        + ld(**news(told, keywords=told.tags))
        + ld(**others[1])
        + f'<link rel="canonical" href="{told.url}">'
    )
    return page(document(told, head, _plain(told)))


def referenced_authors(told: Told) -> Made:
    """A graph in which the article names its authors, image and page by @id alone."""
    home = f"https://{told.host}/"
    graph = [
        {
            "@type": "WebPage",
            "@id": told.url,
            "name": f"{told.title} - {told.site}",
            "datePublished": told.published,
        },
        {"@type": "Organization", "@id": home + "#organization", "name": told.site},
        *[
            {"@type": ["Person"], "@id": f"{home}#/schema/person/{n}", "name": name}
            for n, name in enumerate(told.authors)
        ],
        {
            "@type": ["Article", "NewsArticle"],
            "@id": told.url + "#article",
            "headline": told.title + " - " + told.site,
            "author": [{"@id": f"{home}#/schema/person/{n}"} for n in range(len(told.authors))],
            "datePublished": told.published,
            "publisher": {"@id": home + "#organization"},
            "keywords": told.tags,
        },
    ]
    head = ld(graph=graph).replace('"graph"', '"@graph"')
    return page(document(told, head, _plain(told), window=f"{told.title} - {told.site}"))


def addresses_as_authors(told: Told) -> Made:
    """Authors as addresses and handles in the metadata, as names on the page."""
    urls = [f"https://{told.host}/author/{n}" for n in range(2)]
    byline = (
        '<div class="article__byline"><span class="article__byline-name" itemprop="author">'
        f"{told.byline}</span></div>"
    )
    head = (
        ld(**news(told, author=[*urls], keywords="; ".join(told.tags)))
        + meta("article:author", *urls)
        + meta("twitter:creator", "@harbourdesk")
        + meta("author", "https://www.facebook.com/harbourdesk")
    )
    return page(document(told, head, _plain(told, byline)))


def staff_and_agency(told: Told) -> Made:
    """People, their agency and 'staff' in one string."""
    names = f"{told.by} {told.authors[0]}, Staff Reporter, {told.authors[1]} {told.and_} AFP"
    head = ld(**news(told, author={"@type": "Person", "name": names})) + meta(
        "keywords", ", ".join(told.tags)
    )
    return page(document(told, head, _plain(told)))


def house_only(told: Told) -> Made:
    """The house itself and its web desk are all that is named: nobody."""
    head = (
        ld(**news(told, author=[{"@type": "Organization", "name": told.site}], keywords=told.tags))
        + meta("author", told.site)
        + meta("og:site_name", told.site)
    )
    byline = f'<p class="byline">{told.by} {told.site}</p>'
    return page(document(told, head, _plain(told, byline)), authors=())


def prefixed_keywords(told: Told) -> Made:
    """Keywords for machines and people in one list: prefixes, paths, ids, the section, the site."""
    mixed = [
        *[f"tag:{tag}" for tag in told.tags],
        "section:News",
        "author:42",
        "contentType:article",
        "id-8812331",
        "/news/local",
        "premium",
    ]
    head = ld(**news(told, keywords=mixed)) + meta("og:title", told.title)
    return page(document(told, head, _plain(told)))


def others_times(told: Told) -> Made:
    """Dates of teasers stand before the headline, the update before the publication."""
    before = (
        '<div class="ticker"><ul><li><time datetime="2025-03-30T10:00:00Z">10:00</time> '
        f"{told.others[0]}</li><li><time datetime='2025-03-30T09:00:00Z'>09:00</time> "
        f"{told.others[1]}</li></ul></div>"
    )
    times = (
        '<div class="dates"><span class="updated">Updated <time datetime="2025-04-01T12:00:00Z">'
        "x</time></span>"
        f'<span class="published">Published <time datetime="{told.published}">x</time></span></div>'
        f'<p class="byline">{told.byline}</p>'
    )
    head = meta("og:updated_time", "2025-04-01T12:00:00Z") + meta("keywords", ", ".join(told.tags))
    return page(document(told, head, before + _plain(told, times)))


def odd_dates(told: Told) -> Made:
    """The JSON-LD's date is a number; the meta element has it with milliseconds and no colon."""
    stamp = int(told.at.timestamp())
    head = ld(
        **news(
            told, datePublished=stamp * 1000, dateModified=stamp * 1000 + 9e8, keywords=told.tags
        )
    )
    head += meta("article:published_time", told.at.strftime("%Y-%m-%dT%H:%M:%S.000%z"))
    return page(document(told, head, _plain(told)))


def title_with_everything(told: Told) -> Made:
    """Site before and section behind in every title; the h1 carries a label; the logo is an h1."""
    head = (
        meta("og:title", f"{told.site}: {told.title}")
        + meta("twitter:title", f"{told.title} - {told.section} - {told.site}")
        + meta("og:site_name", told.site)
        + ld(**news(told, headline=f"{told.title} | {told.site}", keywords=told.tags))
    )
    main = (
        f'<h1 class="logo"><a href="/">{told.site}</a></h1><article><h1><span class="label">'
        f'{told.section}</span> <span class="headline">{told.title}</span></h1><p '
        f'class="standfirst">{told.lead}</p>'
        f"{text(told)}</article>"
    )
    return page(document(told, head, main, window=f"{told.site}: {told.title} - {told.section}"))


def tags_of_all_sorts(told: Told) -> Made:
    """article:tag has the section, the site and the title too; a cloud of tags in the sidebar."""
    cloud = "".join(
        f'<a href="/tag/{n}" rel="tag">{name}</a>'
        for n, name in enumerate(
            "weather football elections cinema recipes travel health schools traffic garden".split()
        )
    )
    head = meta("article:tag", told.title, told.site, "News", *told.tags) + ld(**news(told))
    after = f'<aside class="sidebar"><div class="tagcloud">{cloud}</div></aside>'
    return page(document(told, head, _plain(told) + after))


def news_of_one_house(told: Told) -> Made:
    """Bullets, a quote, a list and a table are text; a form, a poll and a player are not."""
    points = ("Eleven ships wait at sea.", "Talks resume on Thursday.", "Medicines leave the quay.")
    kept = "".join(f"<li>{one}</li>" for one in points)
    poll = (
        '<div class="poll-widget"><form><p>Do you support the walkout?</p><label>Yes, I '
        "do</label><label>No</label>"
        '<button>Vote</button></form></div><div class="audio-player"><p>Listen to this '
        "article</p><span>4 min</span></div>"
    )
    head = ld(**news(told, keywords=told.tags))
    body = f"{told.lead}\n" + "\n".join([*points, *told.paragraphs])
    main = (
        f'<article><h1>{told.title}</h1>{poll}<p class="standfirst">{told.lead}</p><div '
        f'class="body"><ul>{kept}</ul>{text(told)}</div></article>'
    )
    return page(document(told, head, main), body=body)


def embedded_posts(told: Told) -> Made:
    """Posts of a network, a video's caption and a gallery's counter within the text."""
    post = (
        '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">We stand with the crane '
        "drivers tonight, all of "
        'them. <a href="https://t.co/x">pic.example/abc</a></p>&mdash; Dock Union (@dockunion) '
        '<a href="#">March 3, '
        "2025</a></blockquote>"
    )
    video = (
        '<div class="video-container"><div class="vjs-text">This video can not be played</div><p '
        'class="video-caption">'
        f"{told.others[2]}</p></div>"
    )
    gallery = (
        '<div class="gallery"><span>1 of 8</span><p class="gallery__caption">A quay at dawn, '
        "seen from the lighthouse</p></div>"
    )
    head = ld(**news(told, keywords=told.tags))
    main = (
        f'<article><h1>{told.title}</h1><p class="standfirst">{told.lead}</p><div class="body">'
        f"{text(told, between=(post, video, gallery))}</div></article>"
    )
    return page(document(told, head, main))


def consent_wall(told: Told) -> Made:
    """The consent layer stands before the article and is longer than it."""
    wall = "".join(
        f"<p>Purpose {n}: store or access information on a device, and use limited data to "
        "select advertising or "
        "content, measure its performance and understand audiences through statistics from "
        "several sources.</p>"
        for n in range(14)
    )
    layer = (
        '<div id="sp_message_container" class="cmp-layer" role="dialog"><h2>Your privacy</h2>'
        f"{wall}</div>"
    )
    head = ld(**news(told, keywords=told.tags))
    return page(document(told, head, layer + _plain(told)))


def bio_and_notes(told: Told) -> Made:
    """A note on the author, a disclaimer, rights and an app's advertisement after the text."""
    after = (
        f'<p class="bio"><em>{told.authors[0]} is a correspondent for {told.site} and teaches at '
        "a school of journalism."
        '</em></p><div class="disclaimer"><p>The views expressed here are the author\'s own.</p>'
        "</div><p class="
        f'"copyright">© 2025 {told.site}</p><p><a href="/app">Download our app</a></p>'
    )
    head = ld(**news(told, keywords=told.tags, author=persons(told)))
    return page(document(told, head, _plain(told, after=after)))


STYLES = (
    (related_first, "en de"),
    (referenced_authors, "en fr"),
    (addresses_as_authors, "en sv"),
    (staff_and_agency, "en"),
    (house_only, "en nl"),
    (prefixed_keywords, "en es"),
    (others_times, "en it"),
    (odd_dates, "en pl"),
    (title_with_everything, "en de"),
    (tags_of_all_sorts, "en fr"),
    (news_of_one_house, "en"),
    (embedded_posts, "en nl"),
    (consent_wall, "en de"),
    (bio_and_notes, "en"),
)
