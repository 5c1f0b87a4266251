"""The pages of entities and of shares of voice."""

from tests.dashboard.views.conftest import Open, figures, said, url

WINDOW = {"v": "1", "from": "2026-07-01", "to": "2026-07-31"}
COUNCIL = 'entity:"Millport"'


def test_entities_are_shown_with_a_network_and_a_table(open_page: Open) -> None:
    app = open_page("entities", WINDOW)
    assert not app.error and not app.exception
    assert "Millport" in app.dataframe[0].value["Name"].tolist()
    assert figures(app)


def test_entities_of_one_kind_alone(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"kind": "place"})
    assert set(app.dataframe[0].value["Type"]) == {"place"}


def test_places_without_a_position_are_said_to_have_none(open_page: Open) -> None:
    assert "has a known position on the map" in said(open_page("entities", WINDOW))


def test_an_entity_opens_by_its_url_and_says_how_much_is_written(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"name": "millport"})
    assert not app.error and not app.exception
    metrics = {metric.label: metric.value for metric in app.metric}
    assert metrics["Articles"] == "155" and metrics["Sources"] == "3"
    assert "place" in said(app)


def test_an_entitys_figures_say_that_they_count_stories(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"name": "Millport", "stories": "yes"})
    assert {"Stories", "Share of all stories"} <= {metric.label for metric in app.metric}


def test_a_name_that_nobody_writes_about_says_so(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"name": "Nobody"})
    assert not app.error and not app.exception
    assert "No article that matches names Nobody" in said(app).replace("\\", "")


def test_the_filter_on_other_names_gives_way_on_an_entitys_page(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"name": "Millport", "entity": "Ada Brook"})
    assert "gives way" in said(app)
    assert app.metric[0].value == "155"


def test_voices_are_those_of_the_url(open_page: Open) -> None:
    asked = WINDOW | {"of": [COUNCIL, "tag:ports", "accident OR fire"], "as": "count"}
    app = open_page("voice", asked)
    assert not app.error and not app.exception
    assert url(app)["of"] == asked["of"]
    bars = figures(app)[0]["data"][0]
    assert [row[0] for row in bars["customdata"]] == asked["of"]
    assert "counts for both" in said(app)


def test_without_a_choice_the_most_named_are_compared(open_page: Open) -> None:
    app = open_page("voice", WINDOW)
    assert "Nothing is chosen yet" in said(app) and figures(app)


def test_a_query_is_added_to_the_voices(open_page: Open) -> None:
    app = open_page("voice", WINDOW | {"of": COUNCIL})
    app.text_input("voice-query").set_value("tag:ports").run()
    assert url(app)["of"] == [COUNCIL, "tag:ports"]
    assert not app.error


def test_a_query_that_cannot_be_read_is_no_voice_and_gets_a_sentence(open_page: Open) -> None:
    app = open_page("voice", WINDOW | {"of": COUNCIL})
    app.text_input("voice-query").set_value("fire OR").run()
    assert url(app)["of"] == [COUNCIL]
    assert "a word is missing" in app.error[0].value


def test_more_voices_than_an_eye_can_tell_apart_are_refused(open_page: Open) -> None:
    app = open_page("voice", WINDOW | {"of": [f"word{n}" for n in range(13)]})
    assert "12 times at most" in app.error[0].value


def test_the_list_of_an_entity_is_of_it_alone_as_its_page_is(open_page: Open) -> None:
    app = open_page("entities", WINDOW | {"name": "Millport", "entity": "Oslo", "q": "council"})
    next(one for one in app.button if one.label == "Show its articles").click().run()
    assert (url(app)["entity"], url(app)["q"]) == (["Millport"], ["council"])
