"""One story: who told it first, how it spread, under which headlines, and what was changed."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.charts import stories as charts
from dashboard.filters import Filters
from dashboard.views import article_link, filter_bar, panel, subjects
from dashboard.views.address import state_key
from dashboard.views.panel import Panel
from dashboard.views.plain import plain
from dashboard.views.view import View

PAGE = "stories"  # which this is a part of
SPREAD_KEY = "story-spread"


def draw(view: View, story: int) -> None:
    """The page of the story of that number."""
    articles = view.ask("story_articles", story=story)
    with st.container(horizontal=True):
        st.button("All stories", icon=":material/arrow_back:", on_click=_close)
        if len(articles):
            st.button(
                "List its articles",
                icon=":material/list:",
                on_click=_list_articles,
                args=(view, story),
                help="Sets the filters to this story alone, on all days.",
            )
    if not len(articles):
        st.info("No article tells this story now. It may have been forgotten, or told anew.")
        return
    sources = view.ask("story_sources", story=story)
    st.header(plain(articles["title"].iloc[0]), anchor=False)
    st.caption(plain(charts.described(articles, sources)))
    if not articles["passes"].all():
        passing = int(articles["passes"].sum())
        st.caption(
            f"The filters leave {passing} of these {len(articles)} articles; here all are shown, "
            "those that do not match fainter."
        )
    _draw_spread(view, articles, sources)
    _draw_headlines(view, story)
    _draw_articles(view, articles)
    whole = replace(view, filters=_whole(story))
    left, right = st.columns(2)
    with left:
        subjects.draw_tags(
            whole,
            "story-tags",
            "Its tags",
            lambda tag: _list_of(view, story, filter_bar.narrow_to, tag),
        )
    with right:
        subjects.draw_names(
            whole,
            "story-names",
            "Whom and what it names",
            lambda name: _list_of(view, story, filter_bar.narrow_to_entity, name),
        )


def open_later(story: str | None) -> None:
    """Open the story of that number on the next run; for callbacks on this page."""
    if story:
        st.session_state[state_key(PAGE, "story")] = int(story)


def _close() -> None:
    st.session_state.pop(state_key(PAGE, "story"), None)


def _list_articles(view: View, story: int) -> None:
    filter_bar.fill(_whole(story), view.pointer)
    article_link.list_later()


def _whole(story: int) -> Filters:
    return Filters(query=f"story:{story}")


def _draw_spread(view: View, articles: pd.DataFrame, sources: pd.DataFrame) -> None:
    zone = view.pointer.time_zone
    about = Panel(
        key=SPREAD_KEY,
        metric="story_sources",
        title="Who told it, and when",
        unit=f"a mark an article, time in {zone}",
    )
    panel.show(
        view,
        about,
        sources,
        lambda: charts.spread(articles, sources, zone),
        on_click=lambda: article_link.open_later(panel.clicked(SPREAD_KEY)),
    )
    notes = ["Click a mark to open its article."]
    if articles["by_day"].any():
        notes.append("Articles dated by day only are open, and lie anywhere on their line.")
    if articles["revised_at"].notna().any():
        notes.append("A ring: title or text was changed later.")
    if len(sources) > charts.MOST_ROWS:
        notes.append(f"The first {charts.MOST_ROWS} of {len(sources)} sources are drawn.")
    st.caption(" ".join(notes))


def _draw_headlines(view: View, story: int) -> None:
    table = view.ask("story_headlines", story=story)
    about = Panel(
        key="story-headlines",
        metric="story_headlines",
        title="Headlines",
        unit="articles with each, word for word",
    )
    panel.show_table(
        view,
        about,
        table,
        lambda rows: charts.headlines(rows, view.pointer.time_zone),
        {"Headline": st.column_config.TextColumn(width="large")},
    )


def _draw_articles(view: View, articles: pd.DataFrame) -> None:
    about = Panel(
        key="story-article-list",
        metric="story_articles",
        title="Its articles",
        unit="in the order of publication",
    )
    panel.show_table(
        view,
        about,
        articles,
        lambda rows: charts.told(rows, view.pointer.time_zone),
        {
            "Title": st.column_config.TextColumn(width="large"),
            "Tone": st.column_config.NumberColumn(format="%+.2f", width=60),
            "Changed": st.column_config.DatetimeColumn(
                format="D MMM YYYY, HH:mm",
                help="When a change of title or text was last seen; the article's page shows it.",
            ),
            "Matches": st.column_config.CheckboxColumn(help="The filters above.", width=70),
            "Link": st.column_config.LinkColumn(display_text="open", width=60),
        },
        height=560,
        on_row=lambda row: article_link.open_later(str(articles["article"].iloc[row])),
    )


def _list_of(view: View, story: int, narrow: Callable[[str], None], clicked: str) -> None:
    """List the articles of the story that have the tag or name that was clicked."""
    _list_articles(view, story)
    narrow(clicked)
