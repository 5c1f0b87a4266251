"""Filters to and from the URL, windows, presets, sentences."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import (
    CLAUSES,
    EARLIEST,
    FIELDS,
    FIRST_VIEW,
    LATEST,
    ORIGINS,
    PRESETS,
    Filters,
    from_url,
    preset,
    preset_of,
    sentence,
    to_url,
    widening,
)
from presswatch.errors import AskError
from presswatch.snapshot import LastRefresh, Pointer
from presswatch.tags import fold

NOW = datetime(2026, 7, 31, 12, tzinfo=UTC)


def pointer(
    first: date | None = date(2024, 2, 29), last: date | None = date(2026, 7, 31)
) -> Pointer:
    return Pointer(
        generation="1",
        published_at=NOW,
        complete_until=NOW,
        first_refresh_at=NOW,
        articles=0 if last is None else 10,
        first_on=first,
        last_on=last,
        time_zone="UTC",
        holds="articles",
        last_refresh=LastRefresh(
            refresh=1,
            started_at=NOW,
            ended_at=NOW,
            outcome="complete",
            read=0,
            new=0,
            updated=0,
            unchanged=0,
            refused=0,
        ),
        problems={},
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
TAGS = st.lists(TEXT.filter(fold), max_size=3).map(tuple)


@st.composite
def any_filters(draw: st.DrawFn) -> Filters:
    days = draw(st.lists(st.dates(EARLIEST, LATEST), min_size=2, max_size=2).map(sorted))
    return Filters(
        since=draw(st.sampled_from((None, days[0]))),
        until=draw(st.sampled_from((None, days[1]))),
        tags_any=draw(TAGS),
        tags_all=draw(TAGS),
        tags_none=draw(TAGS),
        origins=draw(st.lists(st.sampled_from(list(ORIGINS)), max_size=3).map(tuple)),
        sources=draw(st.lists(TEXT, max_size=3).map(tuple)),
        entities=draw(st.lists(TEXT, max_size=3).map(tuple)),
        prominent=draw(st.booleans()),
        stories=draw(st.booleans()),
        query=draw(st.none() | TEXT),
    )


@given(any_filters())
def test_filters_come_back_from_the_url(filters: Filters) -> None:
    assert from_url(to_url(filters)) == filters


@given(any_filters())
def test_filters_can_be_said(filters: Filters) -> None:
    for one in (pointer(), pointer(None, None)):
        assert sentence(filters, one)


@given(any_filters())
def test_the_period_before_is_as_long_and_ends_the_day_before(filters: Filters) -> None:
    earlier = filters.before(pointer())
    if earlier is None:
        return
    first, last = filters.window(pointer()) or (None, None)
    assert first and last and earlier.since and earlier.until
    assert (first - earlier.until).days == 1
    assert last - first == earlier.until - earlier.since
    assert earlier.tags_any == filters.tags_any


@given(st.text())
def test_folding_a_key_gives_the_key(spelling: str) -> None:
    assert fold(fold(spelling)) == fold(spelling)


@pytest.mark.parametrize(
    "spelling",
    [
        "Wage Talks",
        "wage-talks",
        " WAGE  TALKS ",
        "wage\u2011talks",
        "wage_talks",
        "wa\u00adge talks",
    ],
)
def test_spellings_of_a_tag_fold_to_one(spelling: str) -> None:
    assert fold(spelling) == "wage talks"
    assert Filters(tags_any=(spelling, "wage talks")).tags_any == ("wage talks",)


def test_the_url_carries_its_version() -> None:
    assert to_url(Filters(since=date(2026, 5, 3), tags_none=("A-b",))) == {
        "v": ["1"],
        "from": ["2026-05-03"],
        "no": ["a b"],
    }


def test_every_clause_has_a_url_key() -> None:
    assert set(CLAUSES) == set(FIELDS.values()) - {"since", "until"}


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            {"tagg": ["x"]},
            "'tagg' is no filter. The filters are from, to, tag, all, no, origin, source, "
            "entity, prominent, revised, stories, q.",
        ),
        ({"v": ["2"]}, "This link was made by a newer Presswatch. Choose the filters again."),
        ({"from": ["2026-13-01"]}, "'2026-13-01' is no day. Write it as YYYY-MM-DD."),
        ({"from": ["20260101"]}, "'20260101' is no day. Write it as YYYY-MM-DD."),
        ({"to": [""]}, "'' is no day. Write it as YYYY-MM-DD."),
        ({"from": ["0001-01-01"]}, "0001-01-01 lies outside 1600-01-01 to 2200-12-31."),
        ({"q": ["a", "b"]}, "'q' is given 2 times. Give it once."),
        ({"tag": ["-"]}, "A tag to filter by is empty. Name one, or leave it out."),
        (
            {"origin": ["publisher", "editor"]},
            "'editor' is no origin of tags: publisher, boilerplate, rule, keyphrase.",
        ),
        ({"source": [""]}, "A source to filter by is empty. Name one, or leave it out."),
        ({"entity": [""]}, "An entity to filter by is empty. Name one, or leave it out."),
        ({"prominent": ["1"]}, "'prominent' is '1'. Write 'yes', or leave it out."),
        ({"source": ["\udcff"]}, "'\\udcff' is not text. Write it in UTF-8."),
        (
            {"from": ["2026-02-01"], "to": ["2026-01-01"]},
            "The first day, 2026-02-01, is after the last, 2026-01-01.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(form: dict[str, list[str]], said: str) -> None:
    with pytest.raises(AskError) as caught:
        from_url(form)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("filters", "window"),
    [
        (Filters(), (date(2024, 2, 29), date(2026, 7, 31))),
        (Filters(since=date(2026, 7, 1)), (date(2026, 7, 1), date(2026, 7, 31))),
        (Filters(until=date(2024, 3, 1)), (date(2024, 2, 29), date(2024, 3, 1))),
        (Filters(since=date(2030, 1, 1)), (date(2030, 1, 1), date(2030, 1, 1))),
        (Filters(until=date(2000, 1, 1)), (date(2000, 1, 1), date(2000, 1, 1))),
    ],
)
def test_an_absent_bound_is_the_stores(filters: Filters, window: tuple[date, date]) -> None:
    assert filters.window(pointer()) == window


def test_an_empty_store_has_no_window() -> None:
    empty = pointer(None, None)
    assert Filters().window(empty) is None
    assert Filters().before(empty) is None
    assert Filters(since=date(2026, 1, 1)).window(empty) == (date(2026, 1, 1), date(2026, 1, 1))
    assert preset(FIRST_VIEW, empty) == Filters()


def test_a_preset_counts_back_from_the_last_day_with_an_article() -> None:
    chosen = preset(FIRST_VIEW, pointer(), Filters(query="port"))
    assert chosen == Filters(since=date(2026, 5, 3), until=date(2026, 7, 31), query="port")
    assert preset("last 7 days", pointer()).since == date(2026, 7, 25)
    assert preset("year to date", pointer()).since == date(2026, 1, 1)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_known_again(name: str) -> None:
    assert preset_of(preset(name, pointer(), Filters(tags_any=("a",))), pointer()) == name
    assert preset_of(Filters(since=date(2026, 7, 2)), pointer()) is None


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (
            Filters(
                since=date(2026, 5, 3),
                tags_any=("ports", "strikes"),
                sources=("Harbour Courier",),
                query='"wage talks"',
            ),
            "from 3 May to 31 July 2026, tagged any of Ports, strikes, from Harbour Courier, "
            'matching ""wage talks""',
        ),
        (Filters(), "from 29 February 2024 to 31 July 2026"),
        (
            Filters(since=date(2026, 7, 31), entities=("Mara Lind",), prominent=True),
            "on 31 July 2026, naming any of Mara Lind, counting names in title or lead only",
        ),
        (Filters(since=date(2026, 7, 31), tags_none=("a",)), "on 31 July 2026, tagged none of a"),
        (
            Filters(origins=("keyphrase", "rule")),
            "from 29 February 2024 to 31 July 2026, counting tags of origin rule, keyphrase",
        ),
        (Filters(query="{}"), 'from 29 February 2024 to 31 July 2026, matching "{}"'),
    ],
)
def test_filters_in_words(filters: Filters, said: str) -> None:
    assert sentence(filters, pointer(), {"ports": "Ports"}) == said


@pytest.mark.parametrize(
    ("filters", "ways"),
    [
        (Filters(), []),
        (Filters(until=date(2026, 5, 1)), ["Widen the days."]),
        (Filters(origins=("rule",)), []),
        (Filters(query="port"), ["Drop a tag, source, name or word."]),
        (
            Filters(since=date(2026, 5, 1), tags_none=("a",)),
            ["Widen the days, or drop a tag, source, name or word."],
        ),
    ],
)
def test_only_what_narrows_can_be_widened(filters: Filters, ways: list[str]) -> None:
    assert widening(filters) == ways
