"""What the articles of one author, source, story or entity are about, and in what tone: parts of
their pages. `pick` is called with what was clicked."""

from collections.abc import Callable

from dashboard.charts import entities, topics
from dashboard.charts import tone as charts
from dashboard.charts.periods import fitting
from dashboard.charts.style import FEW
from dashboard.metrics import Period
from dashboard.views import panel
from dashboard.views.panel import Panel
from dashboard.views.view import View

MOST = 12  # tags, and names
Pick = Callable[[str], None]


def draw_tags(view: View, key: str, title: str, pick: Pick) -> None:
    """The most frequent tags."""
    table = view.ask("topics", limit=MOST)
    about = Panel(key=key, metric="topics", title=title, unit=_unit(view), why_empty=panel.NO_TAGS)
    panel.show(view, about, table, lambda: topics.bars(table), on_click=lambda: _picked(key, pick))


def draw_names(view: View, key: str, title: str, pick: Pick) -> None:
    """The people, organizations and places that are named most."""
    table = view.ask("entities", limit=MOST)
    about = Panel(
        key=key,
        metric="entities",
        title=title,
        unit=_unit(view),
        why_empty="No article that matches names anybody or anything.",
    )
    panel.show(
        view, about, table, lambda: entities.bars(table), on_click=lambda: _picked(key, pick)
    )


def draw_tone(view: View, key: str, pick: Pick) -> None:
    """The course of tone; what is picked is a period, as a query."""
    days = view.span(Period.DAY)
    span = view.span(fitting(days.first, days.last))
    table = view.ask("tone", period=span.period)
    about = Panel(
        key=key,
        metric="tone",
        title=f"Tone by {span.period}",
        unit=f"mean with its 95% interval, faint: fewer than {FEW}",
        why_empty=panel.NO_TONE,
    )

    def pick_period() -> None:
        if period := panel.clicked_days(key, 3):
            pick(period)

    panel.show(
        view,
        about,
        table,
        lambda: charts.course(table, span),
        empty=not table["n"].any(),
        on_click=pick_period,
    )


def _unit(view: View) -> str:
    return "articles, change" if view.before() else "articles"


def _picked(key: str, pick: Pick) -> None:
    if name := panel.clicked(key):
        pick(name)
