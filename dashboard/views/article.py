"""One article: its text with each sentence's tone, names and quotes in place, and what was read
out of it."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import streamlit as st
from babel import Locale

from dashboard import caching
from dashboard.charts import reading as shown
from dashboard.charts import wording
from dashboard.charts.links import followable
from dashboard.views.view import View
from presswatch.query import Words, looked_for, parse
from presswatch.tags import fold

# Whatever an article says goes through st.text, st.dataframe, or the functions of
# dashboard/charts/reading.py, which escape it: never as Markdown.
ORIGINS = {
    "page": "from the page",
    "feed": "from the feed",
    "table": "from the table",
    "url": "from the address",
    "byline": "from the byline",
    "capture": "the day it was captured",
}
ENGLISH = Locale("en")


def draw(view: View, article: int) -> None:
    """One article by its id."""
    reading = caching.reading(view.snapshot, article)
    if reading is None:
        st.info(f"There is no article {article} in this store.", icon=":material/search_off:")
        return
    query = view.filters.query
    words = tuple(looked_for(parse(query))) if query else ()
    with st.container(border=True, key="article"):
        st.html(shown.STYLE)
        st.html(shown.title_markup(reading, words))
        _draw_facts(view, reading)
        text, side = st.columns([1.7, 1], gap="large")
        with text:
            _draw_text(reading, words)
            _draw_versions(reading, view.snapshot.pointer.time_zone)
        with side:
            _draw_quotes(reading.get("quotes") or [])
            _draw_entities(reading["entities"])
            _draw_list("Related titles", reading["related_titles"])
            _draw_list("Most popular beside it", reading["most_popular"])
        if made_with := reading.get("made_with"):
            st.html(shown.made_markup(made_with))


def _draw_facts(view: View, reading: dict[str, Any]) -> None:
    origin = ORIGINS.get(reading["date_origin"], reading["date_origin"])
    facts = [
        reading["source"],
        ", ".join(reading["authors"]) or "author not known",
        f"{wording.day(date.fromisoformat(reading['published_on']))} (date {origin})",
        *_language(reading),
    ]
    st.text(" · ".join(map(wording.apart, facts)))
    with st.container(horizontal=True, vertical_alignment="center"):
        _draw_badges(reading)
        if url := followable(reading["url"]):
            st.link_button("Open the original", url, icon=":material/open_in_new:")
    if reading["tags"]:
        labels = [view.labels.get(fold(tag), tag) for tag in reading["tags"]]
        st.text("Tags: " + ", ".join(map(wording.apart, labels)))
    if keyphrases := reading.get("keyphrases"):
        st.text("Keyphrases: " + ", ".join(map(wording.apart, keyphrases)))


def _language(reading: dict[str, Any]) -> list[str]:
    """The language, and how sure it is where it was not the document that said so."""
    code = reading.get("language")
    if not code:
        return []
    name = str(ENGLISH.languages.get(code, code))
    probability = reading.get("language_probability")
    return [name if probability is None else f"{name} ({probability:.0%} sure)"]


def _draw_badges(reading: dict[str, Any]) -> None:
    tone, plain = reading["tone"], reading.get("plain_tone")
    st.badge(f"tone {wording.tone(tone)}", color=shown.COLOURS[shown.mark(tone)])
    if plain is not None and wording.tone(plain) != wording.tone(tone):
        st.badge(f"{wording.tone(plain)} with names counted", color="gray")
    if reading.get("free") is not None:
        free = bool(reading["free"])
        icon = ":material/lock_open:" if free else ":material/lock:"
        st.badge("free to read" if free else "paywall", icon=icon, color="gray")


def _draw_text(reading: dict[str, Any], words: Sequence[Words]) -> None:
    text = shown.text_markup(reading, words)
    if not text:
        st.info("This article has no text: only its title and data about it were found.")
        return
    st.html(shown.LEGEND)
    st.html(text)


def _draw_versions(reading: dict[str, Any], zone: str) -> None:
    """What each version changed of the one before, the latest first."""
    versions = [*reading.get("versions", []), reading]
    for before, after in reversed(list(pairwise(versions))):
        seen = wording.instant(datetime.fromisoformat(before["seen_at"]), zone)
        st.subheader(f"Changed after {seen}", anchor=False)
        for change in shown.changes(_paragraphs(before), _paragraphs(after)):
            with st.container(border=True):
                st.caption("Before")
                st.text(change.before or shown.UNMARKED)
                st.caption("After")
                st.text(change.after or shown.UNMARKED)


def _paragraphs(version: dict[str, Any]) -> list[str]:
    return [version["title"], *(version["body"] or [])]


def _draw_quotes(quotes: list[dict[str, Any]]) -> None:
    if not quotes:
        return
    st.subheader("Quotes", anchor=False)
    st.html(shown.quotes_markup(quotes))
    _draw_rest(quotes, "quotes")


def _draw_entities(entities: list[dict[str, Any]]) -> None:
    st.subheader("Entities", anchor=False)
    if not entities:
        st.caption("None were found.")
        return
    st.html(shown.entities_markup(entities))
    _draw_rest(entities, "entities")


def _draw_rest(listed: list[Any], things: str) -> None:
    if len(listed) > shown.MOST_LISTED:
        st.caption(f"{shown.MOST_LISTED} of {wording.number(len(listed))} {things}.")


def _draw_list(heading: str, titles: list[Any]) -> None:
    if titles:
        st.subheader(heading, anchor=False)
        for title in titles:
            st.text(title if isinstance(title, str) else str(title.get("title", "")))
