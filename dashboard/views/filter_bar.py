"""The filter bar above every page."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard.filters import (
    FIRST_VIEW,
    ORIGINS,
    PRESETS,
    Filters,
    in_words,
    preset,
    preset_of,
)
from dashboard.voices import member_of
from presswatch.snapshot import Pointer
from presswatch.tags import fold

CHOSEN_DAYS = "chosen days"
TONED = "tone:-1..1"  # a query for the articles that have a tone
_PRESET, _DAYS, _KEPT, _SOURCES, _QUERY = "preset", "days", "days kept", "sources", "query"
_REVISED, _ORIGINS = "revised", "origins"
_ENTITIES, _PROMINENT, _STORIES = "entities", "prominent", "stories"
_TAGS = {"tags_any": "Tags, any of", "tags_all": "Tags, all of", "tags_none": "Tags, none of"}

QUERY_HELP = """Words of title or text, in all their forms; a space means AND.

- `port OR harbour`, `port NOT tram`, `(port OR harbour) strike`
- `"wage talks"` side by side, `"port strike"~5` within five words, `dock*` begins so
- `title:port`, `lead:port`, `tag:"wage talks"`, `source:courier`, `author:lind`, `by:"mara lind"`
- `person:lind`, `org:"port authority"`, `place:oslo`, `lang:de`
- `tone:<-0.2`, `date:2026-03`, `date:>=2026-03-15`

docs/queries.md says it all."""


def fill(filters: Filters | None, pointer: Pointer) -> None:
    """Set the bar to what a URL said; without one, to the first view."""
    if filters is None:
        if _PRESET in st.session_state:
            return
        filters = preset(FIRST_VIEW, pointer)
    state = st.session_state
    state[_PRESET] = preset_of(filters, pointer) or CHOSEN_DAYS
    state[_DAYS] = state[_KEPT] = filters.window(pointer)
    for field in _TAGS:
        state[field] = list(getattr(filters, field))
    state[_ORIGINS] = list(filters.origins)
    state[_SOURCES] = list(filters.sources)
    state[_ENTITIES] = list(filters.entities)
    state[_PROMINENT] = filters.prominent
    state[_REVISED] = filters.revised
    state[_STORIES] = filters.stories
    state[_QUERY] = filters.query or ""


def draw(
    pointer: Pointer, labels: Mapping[str, str], sources: Sequence[str], names: Sequence[str]
) -> Filters:
    """Draw the bar and say what is chosen. Raises AskError."""
    with st.container(key="filter-bar"):
        period, days, tags, outlets, text, more = st.columns(
            [1.4, 2.4, 1.85, 1.6, 1.7, 1.25], vertical_alignment="bottom"
        )
        with period:
            _draw_preset(pointer)
        with days:
            window = _draw_days(pointer)
        with tags:
            _draw_tags("tags_any", labels)
        with outlets:
            st.multiselect(
                "Sources",
                _with_chosen(sources, st.session_state.get(_SOURCES, [])),
                key=_SOURCES,
                placeholder="All sources",
                persist_state="session",
            )
        with text:
            st.text_input(
                "Text",
                key=_QUERY,
                placeholder='"pay offer" OR strike',
                help=QUERY_HELP,
                persist_state="session",
            )
        with more, st.popover(_more_label(), width="stretch"):
            _draw_tags("tags_all", labels)
            _draw_tags("tags_none", labels)
            st.multiselect(
                "Tags counted",
                list(ORIGINS),
                key=_ORIGINS,
                placeholder="Of publishers and by rule",
                help="Boilerplate: what a source puts on nearly all of its articles. Keyphrases: "
                "what Presswatch has read out of each text.",
                persist_state="session",
            )
            _draw_entities(names)
            st.toggle(
                "Changed after publication",
                key=_REVISED,
                help="Only articles whose title or text was seen to differ from what was first "
                "published.",
                persist_state="session",
            )
            st.toggle(
                "Count stories",
                key=_STORIES,
                help="Copies and rewrites of one report count once.",
                persist_state="session",
            )
            st.button("Clear all filters", on_click=_clear, args=(pointer,))
    return _chosen(pointer, window)


def narrow_to(tag: str) -> None:
    """Filter by a tag that was clicked; for callbacks, which run before the bar is drawn.

    Beside other tags it must be one of all: as one of any it would widen what is shown."""
    key, state = fold(tag), st.session_state
    if not state.get("tags_any"):
        state["tags_any"] = [key]
    elif state["tags_any"] != [key] and key not in state.get("tags_all", []):
        state["tags_all"] = [*state.get("tags_all", []), key]


def narrow_to_days(first: date, last: date) -> None:
    """Filter by days that were clicked, both included; for callbacks."""
    state = st.session_state
    state[_PRESET], state[_DAYS], state[_KEPT] = CHOSEN_DAYS, (first, last), (first, last)


def narrow_to_keyphrases(phrases: Sequence[str]) -> None:
    """Filter by any of some keyphrases, for callbacks: beside other tags, which keyphrases are
    not, by their words."""
    state = st.session_state
    if any(state.get(field) for field in _TAGS):
        narrow_to_query(" OR ".join('"' + phrase.replace('"', " ") + '"' for phrase in phrases))
    else:
        state["tags_any"] = list(dict.fromkeys(map(fold, phrases)))
        state[_ORIGINS] = ["keyphrase"]


def narrow_to_entity(name: str) -> None:
    """Filter by an entity that was clicked; for callbacks.

    Beside others, which are any of, it must be named as well."""
    state = st.session_state
    if not state.get(_ENTITIES) or name in state[_ENTITIES]:
        state[_ENTITIES] = [name]
    else:
        narrow_to_query(member_of(name))


def narrow_to_source(name: str) -> None:
    """Filter by a source that was clicked; for callbacks."""
    st.session_state[_SOURCES] = [name]


def widen_to_all_sources() -> None:
    """Filter by no source; for callbacks."""
    st.session_state[_SOURCES] = []


def narrow_to_query(*queries: str) -> None:
    """Filter by queries that must all hold, beside the text that is filtered by; for callbacks."""
    held = st.session_state.get(_QUERY) or ""
    parts = [text for text in (held, *queries) if text.strip()]
    whole = parts if len(parts) == 1 else [f"({text})" for text in parts]
    st.session_state[_QUERY] = " AND ".join(whole)


def _draw_entities(names: Sequence[str]) -> None:
    st.multiselect(
        "Naming any of",
        _with_chosen(names, st.session_state.get(_ENTITIES, [])),
        key=_ENTITIES,
        placeholder="Any people, organizations, places",
        persist_state="session",
    )
    st.toggle(
        "In title or lead only",
        key=_PROMINENT,
        help="A person, organization or place counts only where the title or the first paragraph "
        "names it.",
        persist_state="session",
    )


def _draw_preset(pointer: Pointer) -> None:
    last = in_words(pointer.last_on) if pointer.last_on else "the last day"
    st.selectbox(
        "Period",
        [*PRESETS, CHOSEN_DAYS],
        key=_PRESET,
        format_func=str.capitalize,
        on_change=_follow_preset,
        args=(pointer,),
        help=f"Counted back from {last}, the last day that has an article.",
        persist_state="session",
    )


def _draw_days(pointer: Pointer) -> tuple[date, date] | None:
    state = st.session_state
    if state[_PRESET] != CHOSEN_DAYS:  # the last day may have moved on since the last run
        state[_DAYS] = preset(state[_PRESET], pointer).window(pointer)
    held = [day for day in (*state[_DAYS], *state[_KEPT], pointer.first_on, pointer.last_on) if day]
    picked = st.date_input(
        "Days",
        key=_DAYS,
        min_value=min(held),
        max_value=max(held),
        format="YYYY-MM-DD",
        on_change=_days_changed,
        args=(pointer,),
        help=f"Both included, in {pointer.time_zone}.",
        persist_state="session",
    )
    if isinstance(picked, tuple) and len(picked) == 2:
        state[_KEPT] = picked
    first, last = state[_KEPT]  # while a range is being picked, the one before it stands
    return first, last


def _draw_tags(field: str, labels: Mapping[str, str]) -> None:
    st.multiselect(
        _TAGS[field],
        _with_chosen(list(labels), st.session_state.get(field, [])),
        key=field,
        format_func=lambda key: labels.get(key, key),
        placeholder="Any tags" if field == "tags_any" else "No tags chosen",
        persist_state="session",
    )


def _more_label() -> str:
    state = st.session_state
    count = sum(len(state.get(field, [])) for field in ("tags_all", "tags_none"))
    count += len(state.get(_ENTITIES, []))
    count += sum(bool(state.get(key)) for key in (_PROMINENT, _REVISED, _ORIGINS, _STORIES))
    return f"More ({count})" if count else "More"


def _chosen(pointer: Pointer, window: tuple[date, date] | None) -> Filters:
    state = st.session_state
    dates = Filters(since=window[0], until=window[1]) if window else Filters()
    if state[_PRESET] != CHOSEN_DAYS:
        dates = preset(state[_PRESET], pointer)
    return Filters(
        since=dates.since,
        until=dates.until,
        tags_any=tuple(state.get("tags_any", ())),
        tags_all=tuple(state.get("tags_all", ())),
        tags_none=tuple(state.get("tags_none", ())),
        origins=tuple(state.get(_ORIGINS, ())),
        sources=tuple(state.get(_SOURCES, ())),
        entities=tuple(state.get(_ENTITIES, ())),
        prominent=bool(state.get(_PROMINENT)),
        revised=bool(state.get(_REVISED)),
        stories=bool(state.get(_STORIES)),
        query=state.get(_QUERY) or None,
    )


def _follow_preset(pointer: Pointer) -> None:
    state = st.session_state
    if state[_PRESET] != CHOSEN_DAYS:
        state[_DAYS] = state[_KEPT] = preset(state[_PRESET], pointer).window(pointer)


def _days_changed(pointer: Pointer) -> None:
    picked = st.session_state[_DAYS]
    if len(picked) == 2:
        days = Filters(since=picked[0], until=picked[1])
        st.session_state[_PRESET] = preset_of(days, pointer) or CHOSEN_DAYS
    else:
        st.session_state[_PRESET] = CHOSEN_DAYS


def _clear(pointer: Pointer) -> None:
    st.session_state.pop(_PRESET)
    fill(None, pointer)


def _with_chosen(options: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """The options, and what is chosen though it is not among them: it shall stay visible."""
    return [*options, *(one for one in chosen if one not in options)]
