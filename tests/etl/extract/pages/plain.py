"""Plain pages that say little of themselves, each with one habit that misleads."""

from collections.abc import Callable

from tests.etl.extract.pages.parts import Made, Told, document, ld, meta, news, page, text


def _keywords(told: Told) -> str:
    return meta("keywords", ", ".join(told.tags))


def _article(told: Told, *before: str, after: str = "", between: tuple[str, ...] = ()) -> str:
    return (
        f'<article><h1>{told.title}</h1><p class="standfirst">{told.lead}</p>{"".join(before)}'
        f"{text(told, between=between)}{after}</article>"
    )


def posted_in_the_text(told: Told) -> Made:
    """Byline and date are paragraphs of the text, a dateline opens it."""
    first = f"NORTHGATE — {told.lead}"
    main = (
        f'<div class="story"><h1>{told.title}</h1><p>By {told.authors[0].upper()}</p>'
        f"<p>Posted March 3, 2025 10:15 am</p><p>{first}</p>{text(told)}</div>"
    )
    head = meta("author", f"{told.people}, {told.site}") + _keywords(told)
    return page(document(told, head, main), body="\n".join([first, *told.paragraphs]))


def second_heading(told: Told) -> Made:
    """The headline is an h2, byline and date have names of one letter."""
    main = (
        f'<div id="col1"><h2 class="headline">{told.title}</h2><div class="by">{told.byline}</div>'
        f'<div class="d">{told.dateline}</div><div class="intro">{told.lead}</div>'
        f"{text(told)}</div>"
    )
    head = _keywords(told) + meta("article:published_time", told.published)
    return page(document(told, head, main, window=f"{told.title} :: {told.site}"))


def unknown_site(told: Told) -> Made:
    """Section and site stand behind every headline, and nothing says what the site is called."""
    title = f"{told.title} | {told.section} | The Daily Gull"
    fields = {"publisher": None, "headline": title, "author": told.byline}
    head = meta("og:title", title) + ld(
        **news(told, keywords=";".join(told.tags), datePublished="March 3, 2025 10:15 am", **fields)
    )
    return page(document(told, head, _article(told), window=title))


def links_between(told: Told) -> Made:
    """Headlines of other articles as linked paragraphs of the text."""
    links = (
        "<p><a href='/x'>Ferry to run twice a day from April after all</a></p>",
        "<p>» <a href='/y'>Why the lighthouse is on sale</a></p>",
        "<p><strong><a href='/z'>BAKERY FINED OVER NUTS AND CRUMBS</a></strong></p>",
    )
    head = ld(**news(told, keywords=told.tags))
    return page(document(told, head, _article(told, between=links)))


def broken_heading(told: Told) -> Made:
    """A line break for a space in the headline, an unnamed lead, another title of the window."""
    main = (
        f'<div class="art"><h1>{told.title.replace(" ", "<br>", 1)}</h1><div class="sub">'
        f"{told.lead}"
        f"</div>{text(told)}</div>"
    )
    head = _keywords(told) + meta("date", told.published) + meta("author", told.people)
    return page(document(told, head, main, window="Page 3"))


def account_name(told: Told) -> Made:
    """The JSON-LD has an account's name, the byline a person's."""
    byline = f'<span class="byline">By <a href="/u/1">{told.authors[0]}</a></span>'
    head = ld(**news(told, keywords=told.tags, author={"@type": "Person", "name": "ivermaat"}))
    return page(document(told, head, _article(told, byline)), authors=(told.authors[0],))


def _stamped(name: str, stamp: str) -> Callable[[Told], Made]:
    def style(told: Told) -> Made:
        shown = stamp.format(at=told.published, number=int(told.at.timestamp()))
        byline = f'<p class="byline">{told.byline}</p>'
        return page(document(told, _keywords(told), _article(told, shown, byline)))

    style.__name__ = f"stamped_{name}"
    return style


def heroes_first(told: Told) -> Made:
    """Articles of their own with dates stand before the page's one."""
    heroes = "".join(
        f'<article class="hero"><h2><a href="/h/{n}">{one}</a></h2><p>{one} and this is what the '
        'town thinks of the matter, in a few words more than that.</p><time datetime="2025-03-28'
        'T08:00:00Z">x</time></article>'
        for n, one in told.numbered
    )
    own = f'<time datetime="{told.published}">y</time><p class="byline">{told.byline}</p>'
    return page(document(told, _keywords(told), f"<div>{heroes}</div>{_article(told, own)}"))


def single_breaks(told: Told) -> Made:
    """Paragraphs end with one break; the headline stands in the text's own element."""
    lines = "<br>\n".join(told.paragraphs)
    main = (
        f'<div itemprop="articleBody" class="c-entry"><h1>{told.title}</h1><b>{told.lead}</b><br>'
        f"<br>{lines}</div>"
    )
    head = _keywords(told) + meta("date", told.published) + meta("author", told.people)
    return page(document(told, head, main))


def unlinked_tags(told: Told) -> Made:
    """Tags are plain elements at the foot."""
    tags = "".join(f'<span class="article__tag">{tag}</span>' for tag in told.tags)
    foot = f'<div class="article__tags"><span>Topics</span>{tags}</div>'
    return page(document(told, ld(**news(told)), _article(told, after=foot)))


def quotes_and_gifts(told: Told) -> Made:
    """A caption in spans, words drawn out of the text, a box that asks for gifts."""
    boxes = (
        '<div class="caption-wrap"><img><span class="media-caption-text">A quay seen from the '
        'lighthouse at dawn, with gulls above it</span><span class="media-credit">Tomas Reed</span>'
        "</div>",
        '<div class="pullquote"><p>We will park lorries in the fields</p><cite>Me</cite></div>',
        '<div class="donation-box"><p>Local news costs money. If you can, support us with a gift '
        "of any size; it takes a minute.</p></div>",
    )
    head = ld(**news(told, keywords=told.tags))
    return page(document(told, head, _article(told, between=boxes)))


def notes_at_the_end(told: Told) -> Made:
    """A correction and a thank-you, which are text, and an address, which is not."""
    notes = ("This story was updated to correct the number of ships.", "With reporting by Wei Tan")
    after = (
        f"<p><em>{notes[0]}</em></p><p><i>{notes[1]}</i></p><p><b>Contact {told.authors[0]} at "
        'desk@courier.example or on X @desk</b></p><div class="next"><h3>Next up</h3><p>'
        f"{told.others[0]} and more of the like, at some length for those who read on.</p></div>"
    )
    head = ld(**news(told, keywords=told.tags))
    body = "\n".join([told.lead, *told.paragraphs, *notes])
    return page(document(told, head, _article(told, after=after)), body=body)


STYLES = (
    (posted_in_the_text, "en"),
    (second_heading, "de en"),
    (unknown_site, "en"),
    (links_between, "en"),
    (broken_heading, "en sv"),
    (account_name, "en"),
    (_stamped("abbr", '<abbr class="published" title="{at}">x</abbr>'), "en"),
    (_stamped("content", '<span class="date" content="{at}">x</span>'), "fr"),
    (_stamped("number", '<span data-timestamp="{number}">x</span>'), "en"),
    (_stamped("element", '<relative-time datetime="{at}">x</relative-time>'), "it"),
    (_stamped("attribute", '<span class="js-date" data-datetime="{at}">3 hours</span>'), "nl"),
    (heroes_first, "en pl"),
    (single_breaks, "en es"),
    (unlinked_tags, "en"),
    (quotes_and_gifts, "en"),
    (notes_at_the_end, "en"),
)
