"""Stories: copies and rewrites of one report share one, and none is ever torn apart or joined
anew."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from etl.article import Article, article_id
from etl.warehouse import stories
from presswatch.snapshot import open_current
from tests.conftest import Load
from tests.etl.warehouse.made_stories import (
    FIRST_DAY,
    Made,
    Report,
    article,
    changed,
    copied,
    invented,
    retold,
)
from tests.etl.warehouse.told import Told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST, SECOND, THIRD = invented(3, Random(4))


def of(report: Report, paper: str = "Kelmouth Post", after: timedelta = HOUR) -> Article:
    return article(report, paper, FIRST_DAY + after)


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return [*copied(invented(60, Random(8)), Random(9)), *retold(12, Random(9))]


def test_the_order_within_a_refresh_makes_no_difference(
    told: Told, made: list[Made], tmp_path: Path
) -> None:
    articles = [one.article for one in made]
    shuffled = Random(2).sample(articles, len(articles))
    (tmp_path / "other").mkdir()
    assert Told(tmp_path / "other").read(*shuffled) == told.read(*articles)


def test_what_was_told_is_never_told_anew(told: Told, made: list[Made]) -> None:
    articles = Random(3).sample([one.article for one in made], len(made))
    known: dict[int, int] = {}
    for begin in range(0, len(articles), 40):
        got = told.read(*articles[begin : begin + 40])
        assert got.items() >= known.items()
        known = got
    assert len(known) == len(made)


def test_a_story_bears_the_number_of_the_article_that_founded_it(
    told: Told, made: list[Made]
) -> None:
    got = told.read(*(one.article for one in made))
    published = {one.article.id: one.article.published_at for one in made}
    assert len(set(got.values())) < len(got)
    for one, story in got.items():
        assert got[story] == story
        assert published[story] <= published[one]


def test_an_earlier_copy_that_arrives_later_joins_the_story_that_is_there(told: Told) -> None:
    known, earlier = of(FIRST, after=DAY), of(FIRST, "Tarvik Herald")
    told.read(known)
    assert told.read(earlier) == {known.id: known.id, earlier.id: known.id}


def test_an_article_that_two_stories_would_take_joins_the_likest_and_joins_them_not(
    told: Told,
) -> None:
    one, other = of(FIRST), of(SECOND, "Tarvik Herald")
    both = replace(FIRST, paragraphs=(*FIRST.paragraphs, *SECOND.paragraphs[:3]))
    bridge = of(both, "Wexcombe Post", 2 * HOUR)
    told.read(one, other)
    assert told.read(bridge) == {one.id: one.id, other.id: other.id, bridge.id: one.id}


def test_one_that_is_alone_joins_when_its_whole_text_arrives(told: Told) -> None:
    excerpt = replace(FIRST, paragraphs=(FIRST.paragraphs[0][:60],))
    known, early = of(FIRST), of(excerpt, "Tarvik Herald")
    assert told.read(known, early)[early.id] == early.id
    assert told.read(replace(early, body=FIRST.paragraphs))[early.id] == known.id


def test_one_that_shares_a_story_stays_whatever_becomes_of_it(told: Told) -> None:
    known, copy, other = of(FIRST), of(FIRST, "Tarvik Herald"), of(SECOND, "Rosenau Post")
    before = told.read(known, copy, other)
    rewritten = replace(copy, body=SECOND.paragraphs)
    assert told.read(rewritten) == before
    assert before[copy.id] == known.id
    later = of(SECOND, "Montalba Post", DAY)
    assert told.read(later)[later.id] in (copy.id, known.id, other.id)


def test_one_that_is_read_again_unchanged_stays(told: Told, made: list[Made]) -> None:
    articles = [one.article for one in made]
    assert told.read(*articles) == told.read(*articles)


def test_years_later_only_the_same_text_is_the_same_story(told: Told) -> None:
    known = of(FIRST)
    again, cut = of(FIRST, after=400 * DAY), of(_cut(FIRST), after=401 * DAY)
    got = told.read(known, again, cut)
    assert got[again.id] == known.id
    soon = of(_cut(SECOND), "Tarvik Herald", DAY)
    first = of(SECOND)
    assert told.read(first, soon)[soon.id] == first.id
    late = of(_cut(THIRD), "Tarvik Herald", 400 * DAY)
    assert told.read(of(THIRD), late)[late.id] == late.id


def _cut(report: Report) -> Report:
    return replace(report, paragraphs=report.paragraphs[: len(report.paragraphs) // 2])


@pytest.mark.parametrize(("same_outlet", "shared"), [(False, True), (True, False)])
def test_what_an_outlet_writes_again_itself_is_no_rewrite(
    told: Told, *, same_outlet: bool, shared: bool
) -> None:
    first, rewrite = [one.article for one in retold(2, Random(5))][1:3]
    rewrite = replace(rewrite, source=first.source if same_outlet else rewrite.source)
    assert (told.read(first, rewrite)[rewrite.id] == first.id) is shared


@pytest.mark.parametrize("at_once", [True, False])
def test_what_an_outlet_writes_in_like_words_hides_no_rewrite_of_others(
    told: Told, *, at_once: bool
) -> None:
    first = of(replace(FIRST, paragraphs=(*FIRST.paragraphs, THIRD.title)))
    own = [_mixed(number) for number in range(stories.MOST_ALIKE + 10)]
    refreshes = [[first, *own]] if at_once else [[first, *own[:-1]], [own[-1]]]
    for articles in refreshes:
        found = told.read(*articles)
    assert found == dict.fromkeys(found, first.id)


def _mixed(number: int) -> Article:
    """What another outlet writes in the words of the report: all of its terms, no shingle of it."""
    words = " ".join(FIRST.paragraphs).split()
    Random(number).shuffle(words)
    told = of(replace(FIRST, paragraphs=(" ".join(words),)), "Tarvik Herald", 2 * HOUR)
    url = f"{told.url}/{number}"
    return replace(told, url=url, id=article_id(url))


def test_a_rewrite_comes_within_days_of_the_first_report(told: Told) -> None:
    first, rewrite = [one.article for one in retold(2, Random(5))][1:3]
    late = first.published_at + 5 * DAY
    late = replace(rewrite, published_at=late, published_on=late.date())
    assert told.read(first, late) == {first.id: first.id, late.id: late.id}


BRIEF = Report("Fog closes the ferry line to Holm until noon", ("No ferries ran.",))


@pytest.mark.parametrize(
    ("report", "after", "shared"),
    [
        (BRIEF, HOUR, True),
        (replace(BRIEF, paragraphs=("No Ferries ran!",)), HOUR, True),
        (BRIEF, 4 * DAY, False),
        (replace(BRIEF, paragraphs=("All ferries ran.",)), HOUR, False),
    ],
    ids=["the same", "set otherwise", "days later", "other words"],
)
def test_a_few_words_are_the_same_story_only_if_all_are_there_about_that_day(
    told: Told, report: Report, after: timedelta, *, shared: bool
) -> None:
    known, copy = of(BRIEF, after=HOUR), of(report, "Tarvik Herald", HOUR + after)
    assert (told.read(known, copy)[copy.id] == known.id) is shared


def test_a_title_that_says_little_stays_alone(told: Told) -> None:
    titles = [of(Report("In brief", ()), paper) for paper in ("Tarvik Post", "Rosenau Post")]
    assert told.read(*titles) == {one.id: one.id for one in titles}


@pytest.mark.parametrize("first", ["original", "copy"])
def test_a_page_that_names_its_original_needs_share_little_of_the_text(
    told: Told, first: str
) -> None:
    original = of(FIRST)
    own = replace(SECOND, paragraphs=(*SECOND.paragraphs[:3], *FIRST.paragraphs[:2]))
    plain = of(own, "Rosenau Post", 2 * HOUR)
    naming = replace(of(own, "Tarvik Herald", 5 * HOUR), original=original.url)
    told.read(*((original,) if first == "original" else (naming,)))
    got = told.read(original, naming)
    assert got[original.id] == got[naming.id]
    assert plain.original is None


def test_a_page_that_names_an_unlike_original_is_not_believed(told: Told) -> None:
    original = of(FIRST)
    naming = replace(of(SECOND, "Tarvik Herald"), original=original.url)
    got = told.read(original, naming)
    assert got[naming.id] == naming.id


def page(report: Report, canonical: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in report.paragraphs)
    return (
        f'<html lang="en"><head><title>{report.title}</title>'
        f'<link rel="canonical" href="{canonical}">'
        '<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head>'
        f"<body><article><h1>{report.title}</h1>{body}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("canonical", "original"),
    [
        ("https://www.courier.example/fog?utm_source=x", "https://www.courier.example/fog"),
        ("https://www.tarvik.example/other", None),
        ("https://www.courier.example/", None),
    ],
    ids=["another site", "its own site", "a front page"],
)
def test_a_page_s_canonical_on_another_site_is_its_original(
    load: Load, store: Path, tmp_path: Path, canonical: str, original: str | None
) -> None:
    saved = f"<!-- saved from url=(0030)https://www.tarvik.example/fog -->{page(FIRST, canonical)}"
    file = tmp_path / "fog.html"
    file.write_text(saved, "utf-8")
    load(file)
    with duckdb.connect(str(store / "bodies.duckdb"), read_only=True) as bodies:
        assert bodies.execute("SELECT original FROM reading").fetchall() == [(original,)]


def rows(report: Report, *papers: str) -> list[dict[str, str]]:
    return [
        {
            "url": f"https://{re.sub('[^a-z]', '', paper.lower())}.example/1",
            "source": paper,
            "title": report.title,
            "published": f"2026-03-02T0{hour}:00:00Z",
            "text": "\n\n".join(report.paragraphs),
        }
        for hour, paper in enumerate(papers)
    ]


def test_a_wire_story_in_three_papers_is_one_story_in_what_is_published(
    load: Load, store: Path
) -> None:
    papers = rows(FIRST, "Rosenau Post", "Tarvik Herald", "Wexcombe Post")
    load(*papers[1:], *rows(SECOND, "Kelmouth Post"))
    load(papers[0] | {"text": "\n\n".join(changed(FIRST, "edited", Random(1)).paragraphs)})
    load(papers[1] | {"title": "A new headline for it", "published": "2026-03-02T09:00:00Z"})
    snapshot = open_current(store)
    found = snapshot.cursor().execute("SELECT source, story FROM article").fetchall()
    snapshot.close()
    founder = article_id(papers[1]["url"])
    assert dict(found) == {
        "Rosenau Post": founder,
        "Tarvik Herald": founder,
        "Wexcombe Post": founder,
        "Kelmouth Post": article_id("https://kelmouthpost.example/1"),
    }


def test_what_was_read_before_there_were_fingerprints_waits_until_it_is_read_again(
    told: Told,
) -> None:
    known, copy = of(FIRST), of(FIRST, "Tarvik Herald", DAY)
    assert told.read(known, fingerprinted=False) == {}
    assert told.read(copy) == {copy.id: copy.id}
    assert told.read(known) == {copy.id: copy.id, known.id: copy.id}
