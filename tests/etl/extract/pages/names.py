"""Names, dates, headlines and tags in all the ways in which pages write them."""

from html import escape

from tests.etl.extract.pages.parts import Made, Told, document, ld, meta, news, page, text


def _page(
    told: Told,
    head: str,
    *before: str,
    h1: str | None = None,
    after: str = "",
    window: str | None = None,
) -> str:
    main = (
        f'<article><h1>{h1 or escape(told.title, quote=False)}</h1><p class="standfirst">'
        f"{told.lead}</p>{''.join(before)}"
        f"{text(told)}{after}</article>"
    )
    return document(told, head, main, window=window)


def escaped_headline(told: Told) -> Made:
    """Headline and tags escaped twice in the JSON-LD, a soft hyphen in the heading."""
    title = f"{told.title}: “R&D” of ports"
    head = ld(
        **news(
            told,
            headline=f"{told.title}: &ldquo;R&amp;amp;D&rdquo; of&nbsp;ports",
            keywords=["R&amp;D", *told.tags],
        )
    ) + meta("og:title", title)
    return page(
        _page(told, head, h1=escape(title).replace("ports", "po&shy;rts")),
        title=title,
        tags=("R&D", *told.tags),
    )


def shared_otherwise(told: Told) -> Made:
    """og:title is another wording for sharing; headline and h1 agree."""
    head = ld(**news(told, keywords=told.tags)) + meta(
        "og:title", f"You will not believe what happened: {told.others[0]}"
    )
    return page(_page(told, head, window=f"{told.others[1]} - {told.site}"))


def inverted_names(told: Told) -> Made:
    """Dublin Core has the family name first; a degree and a post behind the second name."""
    first = told.authors[0].split()
    head = (
        meta("DC.creator", f"{first[-1]}, {' '.join(first[:-1])}")
        + meta("dc.title", told.title)
        + meta("dc.date.issued", told.published)
        + meta("dc.subject", "; ".join(told.tags))
    )
    return page(_page(told, head), authors=(told.authors[0],))


def posts_and_degrees(told: Told) -> Made:
    """Degrees, posts and the paper behind the names."""
    head = ld(
        **news(
            told,
            author=[
                {"@type": "Person", "name": f"Dr. {told.authors[0]}, PhD", "jobTitle": "Economist"},
                {"@type": "Person", "name": f"{told.authors[1]}, {told.site}"},
            ],
            keywords=told.tags,
        )
    )
    return page(_page(told, head), authors=(f"Dr. {told.authors[0]}", told.authors[1]))


def parts_of_the_byline(told: Told) -> Made:
    """Names as links with pictures and posts between, mail addresses, a place, a reading time."""
    people = "".join(
        f'<div class="author-item"><img class="author-photo" alt="{name}"><div><a '
        'class="author-item__link" href='
        f'"/autoren/{n}">{name}</a><span class="author-item__role">Wirtschaftsredakteurin</span>'
        '<a href="mailto:a@b.example">'
        "a@b.example</a></div></div>"
        for n, name in enumerate(told.authors)
    )
    box = f'<div class="article-authors">{people}<span>Lesezeit: 4 Min.</span></div>'
    return page(_page(told, ld(**news(told, author=None, keywords=told.tags)), box))


def one_line_byline(told: Told) -> Made:
    """'By A and B, City | date | paper' in one element without a telling name."""
    line = f'<div class="info-line">{told.byline}, Northgate | {told.dateline} | {told.site}</div>'
    head = meta("keywords", ",".join(told.tags)) + meta("article:published_time", told.published)
    return page(_page(told, head, line))


def people_and_house(told: Told) -> Made:
    """A list of authors in which the house and an agency stand among people."""
    authors = [
        {"@type": "Person", "name": told.authors[0]},
        {"@type": "Organization", "name": told.site},
        {"@type": "Person", "name": "Reuters"},
        {"@type": "Person", "name": told.authors[1]},
    ]
    return page(_page(told, ld(**news(told, author=authors, keywords=told.tags))))


def only_an_update(told: Told) -> Made:
    """The page shows when it was changed; the day of publication stands in the address alone."""
    line = '<p class="timestamp">Last updated: 2 April 2025 at 9:30am</p>'
    head = meta("og:title", told.title) + meta("article:modified_time", "2025-04-02T09:30:00Z")
    url = f"https://{told.host}/{told.published[:10].replace('-', '/')}/{told.slug}"
    head += (
        meta("og:url", url)
        + f'<link rel="canonical" href="{url}">'
        + meta("keywords", ", ".join(told.tags))
    )
    return page(_page(told, head, line, f'<p class="byline">{told.byline}</p>'))


def local_dates(told: Told) -> Made:
    """A date in words within a span of an unknown name, and no metadata."""
    line = (
        f'<div class="article-info"><span class="x1">{told.byline}</span> <span '
        f'class="article-date">{told.dateline}</span></div>'
    )
    return page(_page(told, meta("keywords", ", ".join(told.tags)), line))


def data_layer(told: Told) -> Made:
    """Tags only as links at the foot, in a paragraph that begins 'Tags:' or the like."""
    foot = (
        '<p class="article-foot"><strong>Tags:</strong> '
        f"{told.tag_links('/search?tag=', between=', ')}</p>"
    )
    head = ld(**news(told, keywords=None))
    return page(_page(told, head, after=foot))


def many_keywords(told: Told) -> Made:
    """Forty search phrases as keywords, tags in the graph, the section among them."""
    phrases = [
        f"{one.lower()} {word}"
        for one in told.tags
        for word in "news today live latest video photos 2025 update".split()
    ]
    head = meta("keywords", ",".join(phrases)) + ld(
        **news(told, keywords=[*told.tags], articleSection=told.section)
    )
    return page(_page(told, head))


def quoted_headline(told: Told) -> Made:
    """A headline with a colon and a bar of its own, the paper's name with a slogan behind."""
    title = f"Ports: {told.title} | and now?"
    head = (
        meta("og:title", title)
        + meta("og:site_name", told.site)
        + ld(**news(told, headline=title, keywords=told.tags))
    )
    return page(
        _page(told, head, h1=title, window=f"{title} | {told.site} - News of the coast"),
        title=title,
    )


def tag_objects(told: Told) -> Made:
    """Keywords as objects (DefinedTerm), about and mentions beside them."""
    terms = [{"@type": "DefinedTerm", "name": tag, "url": f"/t/{tag}"} for tag in told.tags]
    head = ld(**news(told, keywords=terms, about=[{"@type": "Thing", "name": told.tags[0]}]))
    return page(_page(told, head))


STYLES = (
    (escaped_headline, "en"),
    (shared_otherwise, "en fr"),
    (inverted_names, "en es"),
    (posts_and_degrees, "en"),
    (parts_of_the_byline, "de"),
    (one_line_byline, "en es"),
    (people_and_house, "en de"),
    (only_an_update, "en"),
    (local_dates, "de fr es it pl sv nl tr pt"),
    (data_layer, "en it"),
    (many_keywords, "en pt"),
    (quoted_headline, "en"),
    (tag_objects, "en ko"),
)
