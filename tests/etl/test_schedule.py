"""When a source is asked again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.schedule import FAILING, Ended, Pace, state_after
from presswatch.source_states import State
from tests.conftest import NOW

PACE = Pace(floor=timedelta(minutes=15), ceiling=timedelta(days=1))
ENDED = Ended(
    source="a",
    kind="feed",
    address="https://courier.example/feed",
    asked_at=NOW,
    failure=None,
    free_at=NOW,
    before=None,
    pace=PACE,
)


def asked(*new: int, every: timedelta, failure: str | None = None) -> State:
    """The state after a source was asked in these intervals and brought so many articles."""
    state = None
    for number, count in enumerate(new):
        at = NOW + number * every
        ended = replace(ENDED, asked_at=at, free_at=at, before=state, failure=failure)
        state = state_after(ended, count)
    assert state is not None
    return state


@pytest.mark.parametrize(
    ("a_day", "pause"),
    [
        (0, timedelta(days=1)),
        (0.5, timedelta(days=1)),
        (4, timedelta(hours=6)),
        (24, timedelta(hours=1)),
        (1_000, timedelta(minutes=15)),
    ],
)
def test_a_source_is_asked_about_as_often_as_it_publishes(a_day: float, pause: timedelta) -> None:
    state = asked(30, *[round(a_day * 2)] * 20, every=timedelta(days=2))
    assert abs(state.due_at - state.asked_at - pause) < pause / 20


def test_what_a_first_visit_brings_says_nothing_of_the_pace() -> None:
    state = asked(500, every=timedelta(hours=1))
    assert state.per_day is None
    assert state.due_at - NOW == timedelta(hours=1)


def test_a_short_silence_is_not_believed_for_long() -> None:
    assert asked(5, 0, every=timedelta(seconds=3)).due_at == NOW + timedelta(seconds=3, hours=1)
    state = asked(5, 0, 0, 0, every=timedelta(hours=2))
    assert state.due_at - state.asked_at == timedelta(hours=12)


def test_articles_that_came_while_a_source_failed_count_for_all_that_time() -> None:
    states = [state_after(ENDED, 5)]
    for day in (1, 2, 3):
        at = NOW + timedelta(days=day)
        ended = replace(ENDED, asked_at=at, before=states[-1], failure=None if day == 3 else "no")
        states.append(state_after(ended, 6 if day == 3 else 0))
    assert states[-1].per_day == 2


def test_a_failing_source_is_asked_less_and_less_often() -> None:
    pauses = []
    state = None
    for _ in range(12):
        state = state_after(replace(ENDED, before=state, failure="no"), 0)
        pauses.append(state.due_at - NOW)
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(hours=2)
    assert pauses[-1] == FAILING
    assert state is not None
    assert state.failures == 12
    again = state_after(replace(ENDED, before=state), 0)
    assert (again.failures, again.failure) == (0, None)


def test_a_source_on_this_machine_is_asked_each_time() -> None:
    assert state_after(replace(ENDED, pace=None), 3).due_at == NOW


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**6), st.booleans(), st.timedeltas(timedelta(0), timedelta(days=4_000))
        ),
        min_size=1,
        max_size=12,
    )
)
def test_it_is_never_asked_sooner_than_the_floor_nor_left_alone_for_ever(
    visits: list[tuple[int, bool, timedelta]],
) -> None:
    state, at = None, NOW
    for new, failed, after in visits:
        at += after
        ended = replace(
            ENDED, asked_at=at, free_at=at, before=state, failure="no" if failed else None
        )
        state = state_after(ended, new)
        pause = state.due_at - at
        assert PACE.floor <= pause <= (FAILING if failed else PACE.ceiling)
