"""The dashboard: navigation, the filter bar, and what every page says above its charts.

`presswatch dashboard` starts it (dashboard/launch.py) and names the store in PRESSWATCH_STORE."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard import caching
from dashboard.charts import wording
from dashboard.filters import Filters, not_over
from dashboard.launch import STORE
from dashboard.views import (
    address,
    article_link,
    articles,
    authors,
    compare,
    coverage,
    entities,
    filter_bar,
    health,
    overview,
    popular,
    share_of_voice,
    sources,
    stories,
    tone,
    topics,
)
from dashboard.views.plain import plain
from dashboard.views.view import View
from presswatch.errors import PresswatchError, StoreError
from presswatch.snapshot import Pointer, Snapshot
from presswatch.tags import fold

PAGES = {
    "overview": ("Overview", overview),
    "coverage": ("Coverage", coverage),
    "topics": ("Topics", topics),
    "entities": ("Entities", entities),
    "voice": ("Share of voice", share_of_voice),
    "tone": ("Tone", tone),
    "sources": ("Sources", sources),
    "authors": ("Authors", authors),
    "popular": ("Popular", popular),
    "stories": ("Stories", stories),
    "compare": ("Compare", compare),
    "articles": ("Articles", articles),
    "health": ("Health", health),
}
TAGS_OFFERED = 2000  # in the filter bar; others are still taken from the URL and from clicks
NAMES_OFFERED = 2000  # of entities, likewise


def main() -> None:
    """One run of a page."""
    st.set_page_config(page_title="Presswatch", layout="wide")
    views: list[View] = []  # a page takes no argument, and its view is known after navigation
    pages = {
        path: st.Page(_page(module.draw, views), title=title, url_path=path)
        for path, (title, module) in PAGES.items()
    }
    # Streamlit serves the default page at / alone, and answers its own path with 'not found'.
    home = st.Page(lambda: None, title="Presswatch", default=True, visibility="hidden")
    page = st.navigation([home, *pages.values()], position="top")
    try:
        if article_link.wanted():
            st.switch_page(pages["articles"])
        path = page.url_path or "overview"
        options = PAGES[path][1].OPTIONS
        snapshot = _snapshot()
        filter_bar.fill(address.restore(path, options), snapshot.pointer)
        if page is home:
            st.switch_page(pages["overview"])
        if view := _view(snapshot, path, options):
            views.append(view)
            page.run()
    except PresswatchError as error:
        st.error(plain(error), icon=":material/error:")
        st.button("Show the first view", on_click=address.begin_anew)


def _page(draw: Callable[[View], None], views: list[View]) -> Callable[[], None]:
    return lambda: draw(views[0])


def _snapshot() -> Snapshot:
    store = os.environ.get(STORE)
    if not store:
        raise StoreError("No store is named. Start the dashboard with `presswatch dashboard`.")
    return caching.current(Path(store))


def _view(snapshot: Snapshot, path: str, options: address.Options) -> View | None:
    pointer = snapshot.pointer
    _draw_banner(pointer)
    if pointer.last_on is None:
        st.info("This store has no article yet. Load some with `presswatch load PATH`.")
        return None
    labels = {
        fold(tag): tag for tag in caching.ask(snapshot, "topics", Filters(), limit=TAGS_OFFERED).tag
    }
    sources = sorted(caching.ask(snapshot, "sources", Filters(), limit=0).source)
    found = caching.ask(snapshot, "entities", Filters(), limit=NAMES_OFFERED)
    names = list(dict.fromkeys(found.entity))
    filters = filter_bar.draw(pointer, labels, sources, names)
    _draw_freshness(pointer, pointer.last_on, filters)
    chosen = address.chosen(path, options)
    lists = address.listed(path, options)
    address.write(filters, options, chosen, lists)
    return View(snapshot=snapshot, filters=filters, options=chosen, labels=labels, lists=lists)


def _draw_banner(pointer: Pointer) -> None:
    if pointer.holds == "sample":
        st.warning(
            "Sample data: all outlets, people and events are invented.", icon=":material/science:"
        )


def _draw_freshness(pointer: Pointer, last_on: date, filters: Filters) -> None:
    zone = pointer.time_zone
    if pointer.complete_until:
        fresh = f"All sources asked until {wording.instant(pointer.complete_until, zone)}"
    else:
        fresh = f"Last refreshed {wording.instant(pointer.last_refresh.ended_at, zone)}"
    last = f"{wording.day(last_on)}, the last day that has an article"
    said = f"{fresh}. Days are days in {zone}; periods count back from {last}."
    window, unfinished = filters.window(pointer), not_over(pointer)
    if window and unfinished and window[0] <= unfinished <= window[1]:
        said += f" {wording.day(unfinished)} is not over: totals and changes count it so far."
    st.caption(plain(said))


main()
