"""The Topics page: what rises, fades and bursts, travels together, and is found in the texts."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.dashboard.views import stores
from tests.dashboard.views.conftest import Open, figures, said, url
from tests.dashboard.views.stores import LAST

WEEKS = 16
FLOODED = LAST - timedelta(days=10)
TEXTS = (
    "River dikes gave way at Millport. The river dikes were old. Rescue boats came to Millport.",
    "The choir festival opens in Vale. Tickets for the choir festival are sold by the town hall.",
)


def row(day: Any, number: int, *, flood: bool) -> dict[str, Any]:
    return {
        "title": f"{'River dikes' if flood else 'Choir festival'} on {day}, {number}",
        "url": f"https://courier.example/{day}/{number}",
        "published": f"{day}T08:00:00Z",
        "text": TEXTS[not flood],
        "tags": ["flood", "river"] if flood else ["music"],
        "source": "Harbour Courier",
    }


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with an article about music on every day, and on two days a dozen about a flood."""
    folder = tmp_path_factory.mktemp("flooded")
    days = [LAST - timedelta(days=back) for back in range(7 * WEEKS)]
    made = [row(day, 0, flood=False) for day in days]
    made += [
        row(FLOODED + timedelta(days=later), number, flood=True)
        for later in (0, 1)
        for number in range(1, 13)
    ]
    documents = folder / "articles.jsonl"
    documents.write_text("".join(json.dumps(one) + "\n" for one in made), "utf-8")
    stores.load(folder / "store", documents)
    return folder / "store"


def titles(spec: dict[str, Any], place: int = 1) -> list[str]:
    return [told[place] for trace in spec["data"] for told in trace.get("customdata") or []]


def test_a_burst_stands_on_the_page_with_its_days(open_page: Open, flooded: Path) -> None:
    app = open_page("topics", store=flooded)
    assert not app.exception
    drawn = [spec for spec in figures(app) if "strength" in json.dumps(spec)]
    assert len(drawn) == 1
    assert set(titles(drawn[0])) == {"flood", "river"}
    assert set(titles(drawn[0], 6)) == {str(FLOODED)}
    assert set(titles(drawn[0], 3)) == {"24 articles"}


def test_tags_that_are_carried_together_are_tied(open_page: Open, flooded: Path) -> None:
    drawn = [spec for spec in figures(open_page("topics", store=flooded))
             if "about both" in json.dumps(spec)]  # fmt: skip
    assert len(drawn) == 1
    ties = [told for told in drawn[0]["data"][-2]["customdata"] if told[1]]
    assert [{told[0], told[1]} for told in ties] == [{"flood", "river"}]


def test_topics_are_found_in_the_texts(open_page: Open, flooded: Path) -> None:
    app = open_page("topics", store=flooded)
    told = [text for spec in figures(app) for text in titles(spec, 1)]
    assert any("river dikes" in text.lower() and "," in text for text in told)
    assert "named by the three phrases" in said(app)


def test_without_a_first_day_nothing_rises_or_fades(open_page: Open, flooded: Path) -> None:
    app = open_page("topics", {"v": "1"}, store=flooded)
    assert "there is no period before" in said(app)
    assert "Fading tags" not in said(app)
    assert url(app) == {"v": ["1"]}
