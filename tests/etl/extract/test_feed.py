"""Feeds: RSS and Atom, whole and broken off."""

import time
from collections.abc import Sequence

import pytest

from etl.article import Article
from etl.document import Kind, Problem
from tests.etl.extract.conftest import Read

ITEM = """<item><title>Port &lt;b&gt;Walkout&lt;/b&gt;: R&amp;amp;D</title>
<link>https://www.example.org/a?utm_source=rss</link>
<dc:creator>Ilse Vermaat</dc:creator><author>desk@example.org (Jon Ames)</author>
<category>ports</category><category>strikes, pay</category>
<pubDate>Mon, 03 Mar 2025 10:15:00 -0500</pubDate>
<description>A summary.</description>
<content:encoded><![CDATA[<p>One.</p><script>x()</script><p>Two.</p>]]></content:encoded></item>"""
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World | Courier</title>
<link>https://www.example.org/</link><language>en-gb</language>
%s
</channel></rss>"""
ENTRY = """<entry><title type="html">Port &amp;amp; Sea</title><link href="/b"/><id>1</id>
<published>2025-03-03T10:15:00Z</published><updated>2025-03-04T10:15:00Z</updated>
<author><name>Ilse Vermaat</name><email>ilse@example.org</email></author>
<category term="x" label="Ports"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
</content></entry>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<link href="https://www.example.org/"/>%s</feed>"""


def outcomes(found: Sequence[object]) -> list[str | tuple[str | None, str]]:
    return [
        (one.place, one.reason.value) if isinstance(one, Problem) else one.title  # type: ignore
        for one in found
    ]


def item(title: str, *more: str) -> str:
    link = f"<link>https://www.example.org/{title}</link>"
    return f"<item><title>{title}</title>{link}{''.join(more)}</item>"


DATE = "<pubDate>Mon, 03 Mar 2025 10:15:00 GMT</pubDate>"


def test_an_rss_item(read: Read) -> None:
    (found,) = read(Kind.FEED, RSS % ITEM)
    assert isinstance(found, Article)
    assert (found.title, found.url) == ("Port Walkout: R&D", "https://www.example.org/a")
    assert (found.source, found.language) == ("example.org", "en")
    assert found.authors == ("Ilse Vermaat", "Jon Ames")
    assert found.tags == ("ports", "strikes", "pay")
    assert found.body == ("One.", "Two.")
    assert (found.published_at.isoformat(), found.modified_at) == (
        "2025-03-03T15:15:00+00:00",
        None,
    )
    assert (found.date_origin, found.date_precision) == ("feed", "instant")


def test_an_atom_entry(read: Read) -> None:
    (found,) = read(Kind.FEED, ATOM % ENTRY)
    assert isinstance(found, Article)
    assert (found.title, found.url) == ("Port & Sea", "https://www.example.org/b")
    assert (found.authors, found.tags) == (("Ilse Vermaat",), ("Ports",))
    assert found.body == ("One.", "Two.")
    assert found.modified_at is not None
    assert found.modified_at.isoformat() == "2025-03-04T10:15:00+00:00"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_encodings(read: Read, encoding: str) -> None:
    text = (RSS % item("Ä", DATE)).replace("UTF-8", encoding.upper().replace("-SIG", ""))
    assert outcomes(read(Kind.FEED, text.encode(encoding))) == ["Ä"]


def test_a_named_outlet_goes_before_the_host(read: Read) -> None:
    (found,) = read(Kind.FEED, RSS % ITEM, source="Harbour Courier")
    assert isinstance(found, Article)
    assert found.source == "Harbour Courier"


def test_the_summary_stands_in_where_there_is_no_content(read: Read) -> None:
    description = "<description>&lt;p&gt;One.&lt;/p&gt;Two.</description>"
    (found,) = read(Kind.FEED, RSS % item("A", DATE, description))
    assert isinstance(found, Article)
    assert found.body == ("One.", "Two.")


def test_a_script_is_no_link(read: Read) -> None:
    entry = item("A", DATE).replace("https://www.example.org/A", "javascript:alert(1)")
    (found,) = read(Kind.FEED, RSS % entry)
    assert isinstance(found, Article)
    assert found.url is None


def test_a_bad_entry_costs_itself_alone(read: Read) -> None:
    bad = item("B", DATE.replace("03 Mar", "31 Feb"))
    undated, untitled = item("C"), f"<item>{DATE}</item>"
    found = read(Kind.FEED, RSS % (item("A", DATE) + bad + undated + untitled + item("E", DATE)))
    assert outcomes(found) == [
        "A",
        ("entry 2", "impossible_date"),
        ("entry 3", "no_date"),
        ("entry 4", "no_title"),
        "E",
    ]


CUTS = {
    "within-an-entry": (RSS % (item("A", DATE) + item("B", DATE)), "<title>B", ["A"]),
    "after-an-entry": (RSS % (item("A", DATE) + item("B", DATE)), "<item><title>B", ["A"]),
    "in-the-first-entry": (RSS % item("A", DATE), "<pubDate>", []),
    "before-all-entries": (RSS % item("A", DATE), "<item>", []),
    "atom": (ATOM % (ENTRY + ENTRY.replace("Port", "B")), "B &amp;amp;", ["Port & Sea"]),
}


@pytest.mark.parametrize(("feed", "before", "whole"), CUTS.values(), ids=CUTS)
def test_a_feed_cut_in_half_gives_its_whole_entries(
    read: Read, feed: str, before: str, whole: list[str]
) -> None:
    found = read(Kind.FEED, feed[: feed.index(before)])
    assert outcomes(found) == [*whole, (f"entry {len(whole) + 1}", "truncated")]


def test_a_feed_without_entries_says_so(read: Read) -> None:
    assert outcomes(read(Kind.FEED, RSS % "")) == [(None, "empty")]


def test_a_very_long_author_takes_no_time(read: Read) -> None:
    author = f"<author>{'a' * 200_000}</author><dc:creator><![CDATA[{'b' * 200_000}]]></dc:creator>"
    started = time.perf_counter()
    assert outcomes(read(Kind.FEED, RSS % item("A", DATE, author))) == ["A"]
    assert time.perf_counter() - started < 5  # unguarded it is minutes


def test_an_entity_bomb_does_not_go_off(read: Read) -> None:
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<!DOCTYPE rss [<!ENTITY b0 "boom">{bomb}]><rss version="2.0"><channel>'
    found = read(Kind.FEED, f"{feed}{item('&b11;', DATE)}</channel></rss>")
    assert len(found) == 1


MEDIA = {
    "media-content": '<media:content url="/a.mp4" type="video/mp4"/>'
                     '<media:content url="/s.jpg" medium="image" width="140"/>'
                     '<media:content url="/i.jpg" medium="image" width="700"/>',
    "group": '<media:group><media:content url="/i.jpg" type="image/jpeg"/></media:group>',
    "thumbnail": '<media:thumbnail url="/i.jpg"/>',
    "enclosure": '<enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="/i.jpg" '
                 'type="image/jpeg" length="1"/>',
    "untyped": '<enclosure url="/i.jpg"/>',
    "itunes": '<itunes:image href="/i.jpg"/>',
}  # fmt: skip
NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


@pytest.mark.parametrize("media", MEDIA.values(), ids=MEDIA)
def test_an_entry_has_the_image_that_its_media_name(read: Read, media: str) -> None:
    feed = (RSS % ITEM.replace("</item>", f"{media}</item>")).replace(
        'xmlns:dc="http://purl.org/dc/elements/1.1/"', NAMES
    )
    [found] = read(Kind.FEED, feed)
    assert found.image == "https://www.example.org/i.jpg"


def test_a_feed_without_media_gives_no_image(read: Read) -> None:
    sound = '<enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="javascript:x()"/>'
    [found] = read(Kind.FEED, RSS % ITEM.replace("</item>", f"{sound}</item>"))
    assert found.image is None


def test_the_summary_is_one_line_of_text_beside_the_content(read: Read) -> None:
    summary = "<description><![CDATA[<p>A <b>summary</b>.</p><p>R&amp;D.</p>]]></description>"
    item = ITEM.replace("<description>A summary.</description>", summary)
    [found] = read(Kind.FEED, RSS % item)
    assert (found.summary, found.body) == ("A summary. R&D.", ("One.", "Two."))


def test_a_summary_that_repeats_the_title_is_none(read: Read) -> None:
    item = ITEM.replace("A summary.", "Port Walkout: R&amp;D")
    [found] = read(Kind.FEED, RSS % item)
    assert (found.title, found.summary) == ("Port Walkout: R&D", None)
