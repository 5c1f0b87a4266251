"""Texts of unusual shape: briefs, interviews, lists, halves that are hidden, columns of others."""

from tests.etl.extract.pages.parts import Made, Told, document, ld, news, page, text


def brief_among_teasers(told: Told) -> Made:
    """Two sentences, and forty teasers with texts of their own below."""
    cards = "".join(
        f'<div class="grid-item"><a href="/t/{n}"><h3>{told.others[n % 3]}</h3></a><div '
        'class="excerpt">'
        f"{told.others[(n + 1) % 3]}; what the council makes of it, and why the neighbours have "
        "had enough by now."
        "</div></div>"
        for n in range(40)
    )
    main = (
        f'<div class="content"><div class="single-post"><h1>{told.title}</h1><div class="meta">'
        f"{told.byline} | "
        f'{told.dateline}</div><div class="post-content"><p>{told.lead}</p><p>'
        f"{told.paragraphs[0]}</p></div></div>"
        f'<div class="latest"><h2>Latest</h2>{cards}</div></div>'
    )
    head = ld(**news(told, keywords=told.tags))
    body = f"{told.lead}\n{told.paragraphs[0]}"
    return page(document(told, head, main), body=body)


def interview(told: Told) -> Made:
    """Bold questions with short answers; a transcript's note."""
    turns = []
    lines = []
    for number, one in enumerate(told.paragraphs):
        question = f"{told.section} {number}: {told.others[number % 3]}?"
        turns.append(f"<p><strong>{question}</strong></p><p>{one}</p>")
        lines += [question, one]
    main = (
        f'<article class="interview"><h1>{told.title}</h1><p class="article-intro">{told.lead}</p>'
        f'<div class="article-text">{"".join(turns[:3])}</div></article>'
    )
    head = ld(**news(told, keywords=told.tags))
    return page(document(told, head, main), body="\n".join([told.lead, *lines[:6]]))


def behind_a_button(told: Told) -> Made:
    """Half of the text in a block that opens at a click, named like a teaser for reading on."""
    half = len(told.paragraphs) // 2
    first, rest = (
        "".join(f"<p>{one}</p>" for one in part)
        for part in (told.paragraphs[:half], told.paragraphs[half:])
    )
    main = (
        f'<article><h1>{told.title}</h1><div class="subtitle">{told.lead}</div><div '
        'class="article-body"><div class='
        f'"visible">{first}</div><button class="read-more-button">Read more</button><div '
        'class="read-more-content '
        f'hidden" style="display:none">{rest}</div></div></article>'
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


def metered(told: Told) -> Made:
    """The text in a block named for its paywall, an offer behind it."""
    main = (
        f'<article><h1>{told.title}</h1><p class="standfirst">{told.lead}</p><div class="paywall '
        "paywall-content "
        f'js-paywall">{text(told)}</div><div class="paywall-offer"><h3>Keep reading for 1 € a '
        f"month</h3><p>{told.letter}"
        "</p><ul><li>All articles</li><li>The app</li></ul></div></article>"
    )
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    head = ld(**news(told, keywords=told.tags, isAccessibleForFree="False", hasPart=part))
    return page(document(told, head, main))


def key_points(told: Told) -> Made:
    """A box of points made by a machine above the text, an index of its parts, a listen button."""
    points = "".join(f"<li>{one}, said in short for those in a hurry</li>" for one in told.others)
    toc = (
        '<div class="table-of-contents"><p>In this article</p><ul><li><a href="#a">Part one</a>'
        "</li></ul></div>"
    )
    main = (
        f'<article><h1>{told.title}</h1><p class="lede">{told.lead}</p><div class="ai-summary '
        'summary-box"><h4>Key takeaways'
        f"</h4><ul>{points}</ul><p>This summary was made by a machine and checked by the "
        f"desk.</p></div>{toc}"
        '<div class="listen"><span>Listen (4 min)</span></div><div class="story">'
        f"{text(told)}</div></article>"
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


def twice_for_small_screens(told: Told) -> Made:
    """The whole text twice, for wide and for small screens."""
    block = text(told)
    main = (
        f'<main><h1>{told.title}</h1><p class="intro">{told.lead}</p><div class="desktop-only">'
        f"{block}</div><div class="
        f'"mobile-only">{block}</div></main>'
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


def drop_cap(told: Told) -> Made:
    """A first letter of its own, links within sentences, notes by number, inline styles."""
    first = told.paragraphs[0]
    linked = (
        first.replace(" ", ' <a href="/x">', 1).replace(",", "</a>,", 1) if "," in first else first
    )
    rest = "".join(
        f"<h3>{one[2:]}</h3>"
        if one.startswith("# ")
        else f'<p style="margin:0">{one}<sup><a href="#n">1</a></sup></p>'
        for one in told.body[1:]
    )
    main = (
        f'<article><header><h1>{told.title}</h1><p class="dek">{told.lead}</p></header><section '
        'class="prose"><p '
        f'class="first"><span class="dropcap">{linked[0]}</span>{linked[1:]}</p>{rest}</section>'
        "</article>"
    )
    body = [
        told.lead,
        first,
        *(p if f"# {p}" in told.body else f"{p}1" for p in told.paragraphs[1:]),
    ]
    return page(document(told, ld(**news(told, keywords=told.tags)), main), body="\n".join(body))


def spans_only(told: Told) -> Made:
    """No p at all: each paragraph a span in a div in a section."""
    pieces = "".join(
        f'<section class="c-block"><div class="c-block__inner"><span class="c-text">{one}</span>'
        "</div></section>"
        for one in told.paragraphs
    )
    main = (
        f'<div class="app"><h1 class="c-title">{told.title}</h1><div class="c-excerpt">'
        f"{told.lead}</div>{pieces}</div>"
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


def bold_headings(told: Told) -> Made:
    """Headings as bold paragraphs, a list with numbers, a table, an update at the end."""
    pieces = "".join(
        f"<p><b>{one[2:]}</b></p>" if one.startswith("# ") else f"<p>{one}</p>" for one in told.body
    )
    rows = "".join(f"<tr><td>{one}</td><td>{n}</td></tr>" for n, one in told.numbered)
    main = (
        f'<article><h1>{told.title}</h1><p class="lead-in">{told.lead}</p><div class="txt">'
        f"{pieces}<ol><li>One ship "
        "turned back on Sunday night.</li><li>Two more are waiting for a berth.</li></ol><table>"
        f"{rows}</table></div></article>"
    )
    rest = ["One ship turned back on Sunday night.", "Two more are waiting for a berth."]
    rest += [f"{one} {n}" for n, one in told.numbered]
    body = "\n".join([told.lead, *told.paragraphs, *rest])
    return page(document(told, ld(**news(told, keywords=told.tags)), main), body=body)


def running_updates(told: Told) -> Made:
    """A live blog: entries with clocks and their authors, a pinned summary, a box of links."""
    entries = "".join(
        '<div class="liveblog-entry" itemprop="liveBlogUpdate"><time '
        f'datetime="2025-03-03T1{n}:00:00Z">1{n}:00</time><h3>'
        f'{n}: {told.others[n % 3]}</h3><div class="entry-author">{told.authors[n % 2]}</div><p>'
        f'{one}</p><div class="entry-share">'
        f"{told.share}</div></div>"
        for n, one in enumerate(told.paragraphs)
    )
    main = (
        f'<article class="live"><h1>{told.title}</h1><p class="summary">{told.lead}</p><div '
        'class="pinned"></div>'
        f'<div class="entries">{entries}</div></article>'
    )
    posting = {
        "@type": "LiveBlogPosting",
        "headline": told.title,
        "datePublished": told.published,
        "coverageStartTime": told.published,
        "author": [{"@type": "Person", "name": one} for one in told.authors],
        "keywords": told.tags,
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": told.others[n % 3],
                "datePublished": f"2025-03-03T1{n}:00:00Z",
                "articleBody": one,
                "author": {"@type": "Person", "name": told.authors[n % 2]},
            }
            for n, one in enumerate(told.paragraphs)
        ],
    }
    lines = [told.lead]
    for n, one in enumerate(told.paragraphs):
        lines += [f"{n}: {told.others[n % 3]}", one]
    return page(document(told, ld(**posting), main), body="\n".join(lines))


def nested_sections(told: Told) -> Made:
    """The text in three nested sections with asides of quotes and other stories between them."""
    half = len(told.body) // 2
    parts = [
        "".join(f"<h2>{one[2:]}</h2>" if one.startswith("# ") else f"<p>{one}</p>" for one in part)
        for part in (told.body[:half], told.body[half:])
    ]
    aside = (
        f'<aside class="story-box"><h4>{told.also}</h4><p>{told.others[0]}, and the rest of the '
        "tale in brief words.</p></aside>"
    )
    main = (
        f'<main><article><h1>{told.title}</h1><section class="chapter"><div '
        f'class="chapter-intro"><p>{told.lead}</p></div>'
        f"<section>{parts[0]}</section>{aside}<section>{parts[1]}</section></section></article>"
        "</main>"
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


def comments_longer(told: Told) -> Made:
    """Readers' letters beside the text say more than it, and carry no telling name."""
    letters = "".join(
        f'<div class="post-message"><span class="who">Reader {n}</span><p>I was on that quay '
        f"{n + 3} years, and what is told "
        "here leaves out most of what went on at night, when the lamps failed and the tally "
        f"clerks {n} slept under "
        "their desks while the cranes ran on without anybody asking who would pay for the broken "
        "boxes in the end."
        "</p></div>"
        for n in range(16)
    )
    main = (
        f'<div class="wrap"><article><h1>{told.title}</h1><p class="intro">{told.lead}</p>'
        f"{text(told)}</article><section "
        f'id="discussion" class="user-comments">{letters}</section></div>'
    )
    return page(document(told, ld(**news(told, keywords=told.tags)), main))


STYLES = (
    (brief_among_teasers, "en de"),
    (interview, "en fr"),
    (behind_a_button, "en es"),
    (metered, "en pl"),
    (key_points, "en"),
    (twice_for_small_screens, "en sv"),
    (drop_cap, "en it"),
    (spans_only, "en ja"),
    (bold_headings, "en nl"),
    (running_updates, "en"),
    (nested_sections, "en ru"),
    (comments_longer, "en de"),
)
