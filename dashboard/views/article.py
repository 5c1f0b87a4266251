"""One article: its text with each sentence's tone, and what was read out of it."""

from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import caching
from dashboard.charts import wording
from dashboard.charts.links import followable
from dashboard.charts.reading import COLOURS, UNMARKED, Block, blocks, changes, mark
from dashboard.views.view import View
from presswatch.tags import fold

# Everything an article says goes through st.text or st.dataframe: never as Markdown or HTML. Hence
# its title gets its size from a style.
STYLE = """<style>
.st-key-article-title {max-height: 12rem; overflow-y: auto}
.st-key-article-title * {font-size: 1.7rem; font-weight: 600}
</style>"""
ORIGINS = {
    "page": "from the page",
    "feed": "from the feed",
    "table": "from the table",
    "url": "from the address",
    "byline": "from the byline",
    "capture": "the day it was captured",
}


def draw(view: View, article: int) -> None:
    """One article by its id."""
    reading = caching.reading(view.snapshot, article)
    if reading is None:
        st.info(f"There is no article {article} in this store.", icon=":material/search_off:")
        return
    with st.container(border=True, key="article"):
        st.html(STYLE)
        with st.container(key="article-title"):
            st.text(reading["title"])
        _draw_facts(view, reading)
        text, side = st.columns([1.7, 1], gap="large")
        with text:
            _draw_text(reading)
            _draw_versions(reading, view.snapshot.pointer.time_zone)
        with side:
            _draw_entities(reading["entities"])
            _draw_list("Related titles", reading["related_titles"])
            _draw_list("Most popular beside it", reading["most_popular"])


def _draw_facts(view: View, reading: dict[str, Any]) -> None:
    origin = ORIGINS.get(reading["date_origin"], reading["date_origin"])
    facts = [
        reading["source"],
        ", ".join(reading["authors"]) or "author not known",
        f"{wording.day(date.fromisoformat(reading['published_on']))} (date {origin})",
    ]
    st.text(" · ".join(map(wording.apart, facts)))
    with st.container(horizontal=True, vertical_alignment="center"):
        tone = reading["tone"]
        st.badge(f"tone {wording.tone(tone)}", color=COLOURS[mark(tone)])
        if url := followable(reading["url"]):
            st.link_button("Open the original", url, icon=":material/open_in_new:")
    if reading["tags"]:
        shown = [view.labels.get(fold(tag), tag) for tag in reading["tags"]]
        st.text("Tags: " + ", ".join(map(wording.apart, shown)))


def _draw_text(reading: dict[str, Any]) -> None:
    shown = blocks(reading["body"], reading["sentences"])
    if not shown:
        st.info("This article has no text: only its title and data about it were found.")
        return
    st.caption(
        "Each number is the tone of the sentence beside it, from −1 to 1; ± is neutral, "
        f"{UNMARKED} not read."
    )
    for block in shown:
        _draw_block(block)


def _draw_versions(reading: dict[str, Any], zone: str) -> None:
    """What each version changed of the one before, the latest first."""
    versions = [*reading.get("versions", []), reading]
    for before, after in reversed(list(pairwise(versions))):
        seen = wording.instant(datetime.fromisoformat(before["seen_at"]), zone)
        st.subheader(f"Changed after {seen}", anchor=False)
        for change in changes(_paragraphs(before), _paragraphs(after)):
            with st.container(border=True):
                st.caption("Before")
                st.text(change.before or UNMARKED)
                st.caption("After")
                st.text(change.after or UNMARKED)


def _paragraphs(version: dict[str, Any]) -> list[str]:
    return [version["title"], *(version["body"] or [])]


def _draw_block(block: Block) -> None:
    with st.container(gap="small"):
        for sentence in block.sentences:
            number, text = st.columns([1, 9], gap="small")
            with number:
                st.badge(sentence.written, color=COLOURS[sentence.mark])
            with text:
                st.text(sentence.text)


def _draw_entities(entities: list[dict[str, Any]]) -> None:
    st.subheader("Entities", anchor=False)
    if not entities:
        st.caption("None were found.")
        return
    table = pd.DataFrame(entities, columns=["entity", "type", "count", "tone"])
    st.dataframe(
        table,
        hide_index=True,
        placeholder="–",
        column_config={
            "entity": st.column_config.TextColumn("Entity", width=150),
            "type": st.column_config.TextColumn("Type", width=90),
            "count": st.column_config.NumberColumn("Named", width=60),
            "tone": st.column_config.NumberColumn("Tone", format="%+.2f", width=60),
        },
    )


def _draw_list(heading: str, titles: list[Any]) -> None:
    if titles:
        st.subheader(heading, anchor=False)
        for title in titles:
            st.text(title if isinstance(title, str) else str(title.get("title", "")))
