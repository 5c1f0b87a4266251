"""Charts of entities, of who appears with whom, of places and of voices."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import entities, network, places, voice
from dashboard.charts.style import FAINT, TEMPLATE
from dashboard.voices import entity_of

NAMED = pd.DataFrame(
    {
        "entity": ["Mara <b>Lind</b>", "Port Office", "Oslo"],
        "type": ["person", "organization", "place"],
        "coverage": [1200, 30, 4],
        "share": [0.4, 0.01, 0.001],
        "before": [1000, 0, None],
        "change": [0.2, None, None],
        "mentions": [3000, 40, 4],
        "prominence": [0.5, None, 0.1],
        "tone": [0.1, None, -0.2],
        "n": [900, 0, 4],
    }
)
TIES = pd.DataFrame(
    {
        "entity": ["Mara <b>Lind</b>", "Mara <b>Lind</b>"],
        "type": ["person", "person"],
        "other": ["Port Office", "Oslo"],
        "other_type": ["organization", "place"],
        "together": [12, 3],
        "association": [0.6, 0.1],
    }
)
PLACES = pd.DataFrame(
    {
        "entity": ["Oslo", "Bergen", "<i>Nowhere</i>", "Suva"],
        "country": ["NO", "NO", None, "FJ"],
        "latitude": [59.9, 60.4, None, -18.1],
        "longitude": [10.7, 5.3, None, 178.4],
        "coverage": [400, 100, 50, 1],
        "tone": [0.1, None, 0.2, 0.0],
        "n": [300, 0, 40, 1],
    }
)
MEMBERS = ('entity:"Mara <b>Lind</b>"', "strike OR fire")
VOICES = pd.DataFrame(
    {
        "member": MEMBERS,
        "coverage": [30, 10],
        "share": [0.9, 0.3],
        "overlap": [6, 6],
        "prominent": [10, None],
        "prominent_share": [1.0, None],
        "tone": [0.1, None],
        "n": [20, 0],
        "positive_articles": [10, 0],
        "neutral_articles": [5, 0],
        "negative_articles": [5, 0],
    }
)
OVERLAP = pd.DataFrame(
    {"member": MEMBERS, "other": MEMBERS[::-1], "together": [6, 6], "share": [0.2, 0.6]}
)
SOURCES = pd.DataFrame(
    {
        "source": ["<i>Courier</i>"] * 2,
        "member": MEMBERS,
        "coverage": [3, 1],
        "share": [0.75, 0.25],
        "tone": [0.1, 0.2],
        "n": [20, 3],
    }
)


def shown(member: str) -> str:
    return entity_of(member) or member


FIGURES = {
    "bars": lambda: entities.bars(NAMED),
    "sources": lambda: entities.sources(SOURCES),
    "source tones": lambda: entities.source_tones(SOURCES),
    "company": lambda: entities.company(NAMED.assign(together=3, association=0.4)),
    "network": lambda: network.network(NAMED, TIES),
    "map": lambda: places.map_of(PLACES),
    "shares": lambda: voice.shares(VOICES, None, shown),
    "tones": lambda: voice.tones(VOICES, shown),
    "by source": lambda: voice.by_source(SOURCES, shown),
    "overlap": lambda: voice.overlap(OVERLAP, shown),
}


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_carries_its_template(name: str) -> None:
    assert FIGURES[name]().layout.template.layout.paper_bgcolor == TEMPLATE.layout.paper_bgcolor


@pytest.mark.parametrize("name", FIGURES)
def test_no_label_holds_a_tag_that_plotly_would_read(name: str) -> None:
    """What is clicked carries names as they are: the first two of its custom data, unseen."""
    drawn = FIGURES[name]()
    axes = [*(drawn.layout.yaxis.ticktext or []), *(drawn.layout.xaxis.ticktext or [])]
    texts = [str(text) for trace in drawn.data for text in _texts(trace)]
    names = [trace.name or "" for trace in drawn.data]
    hovered = [str(text) for trace in drawn.data for text in _hovered(trace)]
    assert not [one for one in [*axes, *texts, *names, *hovered] if "<b>" in one or "<i>" in one]


def _texts(trace: go.Scatter) -> list[str]:
    held = getattr(trace, "text", None)
    return [held] if isinstance(held, str) else list(held if held is not None else [])


def _hovered(trace: go.Scatter) -> list[str]:
    template = trace.hovertemplate or ""
    rows = trace.customdata if trace.customdata is not None else []
    return [
        text
        for row in rows
        for place, text in enumerate(row)
        if f"%{{customdata[{place}]}}" in template
    ]


def test_bars_say_the_change_and_what_is_new() -> None:
    bars = FIGURES["bars"]().data
    assert [text for bar in bars for text in bar.text] == ["1,200  +20%", "30  new", "4"]


def test_entities_stand_in_their_order_one_colour_a_type() -> None:
    drawn = entities.bars(NAMED.assign(type=["place", "person", "place"]))
    assert [trace.name for trace in drawn.data] == ["person", "place"]
    assert [list(trace.y) for trace in drawn.data] == [[1], [0, 2]]
    assert list(drawn.layout.yaxis.ticktext) == ["Mara &lt;b>Lind&lt;/b>", "Port Office", "Oslo"]


def test_a_click_gives_the_name_as_it_is_and_the_hover_says_how_prominent_it_is() -> None:
    told = [row for bar in FIGURES["bars"]().data for row in bar.customdata]
    assert [row[0] for row in told] == ["Mara <b>Lind</b>", "Port Office", "Oslo"]
    assert "<" not in told[0][1]
    assert [row[5] for row in told] == ["0.50", "–", "0.10"]


def test_a_tone_over_few_articles_is_faint() -> None:
    assert list(FIGURES["source tones"]().data[0].marker.opacity) == [1.0, FAINT]


def test_a_network_is_laid_out_the_same_each_time_and_names_both_ends_of_a_tie() -> None:
    first, second = FIGURES["network"](), FIGURES["network"]()
    assert first == second
    ends = [row[:2] for trace in first.data for row in (trace.customdata or []) if row[1]]
    assert [tuple(row) for row in ends] == [
        ("Mara <b>Lind</b>", "Port Office"),
        ("Mara <b>Lind</b>", "Oslo"),
    ]


def test_a_network_leaves_out_who_is_tied_to_nobody() -> None:
    marks = network.network(NAMED, TIES.head(1)).data
    assert "Oslo" not in [text for trace in marks for text in _texts(trace)]


def test_names_in_a_network_do_not_run_into_one_another() -> None:
    many = pd.DataFrame(
        {"entity": [f"Name {n}" for n in range(25)], "type": "person", "coverage": range(25)}
    )
    ties = pd.DataFrame(
        {
            "entity": "Name 0",
            "type": "person",
            "other": [f"Name {n}" for n in range(1, 25)],
            "other_type": "person",
            "together": 3,
            "association": 0.5,
        }
    )
    marks = network.network(many, ties).data[-1]
    at = list(zip(marks.x, marks.y, strict=True))
    close = [
        (one, other)
        for place, one in enumerate(at)
        for other in at[:place]
        if abs(one[0] - other[0]) < 0.1 and abs(one[1] - other[1]) < 0.04
    ]
    assert close == []


def test_a_map_draws_land_and_the_places_whose_position_is_known() -> None:
    land, borders, marks = FIGURES["map"]().data
    assert len(land.x) > 1000 and land.fill == "toself" and len(borders.x) > 100
    assert [row[0] for row in marks.customdata] == ["Oslo", "Bergen", "Suva"]
    assert marks.marker.size[0] == 2 * marks.marker.size[1]  # four times the articles: the area


def test_a_country_is_drawn_at_its_middle_and_a_region_of_it_nowhere() -> None:
    named = PLACES.assign(
        entity=["Norway", "Bergen", "Telemark", "Ivory Coast"],
        country=["NO", "NO", "NO", "CI"],
        latitude=[None, 60.4, None, None],
        longitude=[None, 5.3, None, None],
    )
    placed = places.with_position(named).set_index("entity")
    assert list(placed.index) == ["Norway", "Bergen", "Ivory Coast"]
    assert 58 < placed["latitude"]["Norway"] < 71 and 4 < placed["latitude"]["Ivory Coast"] < 11
    assert list(places.map_of(named).data[-1].marker.symbol) == ["square", "circle", "square"]


def test_a_map_needs_nothing_from_elsewhere() -> None:
    assert {trace.type for trace in FIGURES["map"]().data} == {"scatter"}


def test_a_map_of_an_area_has_only_its_places() -> None:
    marks = places.map_of(PLACES, "europe").data[-1]
    assert [row[0] for row in marks.customdata] == ["Oslo", "Bergen"]


def test_outlines_end_at_the_date_line_or_go_on_beyond_it() -> None:
    (xs, _), _ = places.outlines()
    jumps = [
        abs(one - other) for one, other in pairwise(xs) if one is not None and other is not None
    ]
    assert max(jumps) < 90


def test_shares_say_how_many_points_they_gained() -> None:
    before = VOICES.assign(share=[0.8, None])
    bars = voice.shares(VOICES, before, shown).data
    assert list(bars[0].text) == ["90% (+10)", "30%"]
    assert list(bars[1].text) == ["100%", "–"]


def test_tones_are_parts_of_the_articles_that_have_one() -> None:
    parts = {trace.name: list(trace.x) for trace in FIGURES["tones"]().data}
    assert parts == {"negative": [0.25, 0], "neutral": [0.25, 0], "positive": [0.5, 0]}


def test_an_overlap_has_no_cell_of_a_member_with_itself() -> None:
    cells = FIGURES["overlap"]().data[-1]
    assert list(cells.text) == ["20%", "60%"]
    assert [tuple(row[:2]) for row in cells.customdata] == [MEMBERS, MEMBERS[::-1]]
