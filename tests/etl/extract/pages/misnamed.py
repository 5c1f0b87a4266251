"""Pages whose names mislead: text in elements called like furniture, furniture like text, tags
where phrases for searching stand."""

from html import escape

from tests.etl.extract.pages.parts import Told, document, ld, meta, news, text

WORDS = "lees-ook auch-interessant lire-aussi leggi-anche lea-tambien las-ocksa inline-promo recirc"


def unknown_boxes(told: Told) -> str:
    """Boxes whose name says in some language that they lead elsewhere; plain text in them."""
    boxes = tuple(
        f'<div class="{name}"><p>{escape(one)}, and what came of it.</p></div>'
        for name, one in zip(WORDS.split(), told.others * 3, strict=False)
    )
    head = ld(**news(told, keywords=told.tags))
    main = (
        f'<article><h1>{told.title}</h1><p class="lead">{told.lead}</p>'
        f'<div class="text">{text(told, between=boxes)}</div></article>'
    )
    return document(told, head, main)


def furniture_names(told: Told) -> str:
    """A third of the text in an element that slides in, paragraphs with odd names."""
    first = 2  # paragraphs
    names = ("text-meta-lg", "ad-free", "mb-4", "embed-off", "tags-none", "author-voice")
    lines = [
        f'<p class="{name}">{escape(one)}</p>'
        for name, one in zip(names, told.paragraphs, strict=True)
    ]
    head = ld(**news(told, keywords=told.tags)) + meta("description", told.lead)
    main = (
        f'<div class="layout"><h1>{told.title}</h1><p>{told.lead}</p>'
        f'<div class="slide-in banner-space">{"".join(lines[:first])}</div>'
        f'<div class="copy">{"".join(lines[first:])}</div></div>'
    )
    return document(told, head, main)


def plain_byline(told: Told) -> str:
    """Byline, date and credit as paragraphs like any other."""
    head = ld(**news(told, keywords=told.tags))
    main = (
        f"<main><h1>{told.title}</h1><p><b>{told.byline}</b></p><p>{told.dateline}</p>"
        f"<p>{told.lead}</p>{text(told)}<p>{told.people}</p></main>"
    )
    return document(told, head, main)


def search_phrases(told: Told) -> str:
    """`news_keywords` holds phrases of people who search; three other places hold the tags."""
    phrases = [f"{told.tags[0]} {year}" for year in (2023, 2024, 2025)]
    head = (
        ld(**news(told, keywords=told.tags))
        + meta("news_keywords", ", ".join(phrases))
        + meta("keywords", ", ".join([told.site, *told.tags]))
        + meta("article:tag", *told.tags)
    )
    main = f'<article><h1>{told.title}</h1><p class="intro">{told.lead}</p>{text(told)}</article>'
    return document(told, head, main)


def title_words(told: Told) -> str:
    """`keywords` is the title in pieces; the tags are links below the text."""
    head = ld(**news(told)) + meta("keywords", ",".join(told.title.lower().split()))
    tags = "".join(f'<li><a href="/tema/{tag}">{tag}</a></li>' for tag in told.tags)
    main = (
        f'<article><h1>{told.title}</h1><p class="bajada">{told.lead}</p>{text(told)}'
        f'<ul class="subjects">{tags}</ul></article>'
    )
    return document(told, head, main)


STYLES = (unknown_boxes, furniture_names, plain_byline, search_phrases, title_words)
