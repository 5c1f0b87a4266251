"""What a click on a tag adds to the filters: never more articles than were shown."""

from streamlit.testing.v1 import AppTest


def narrowed(any_of: list[str], all_of: list[str]) -> tuple[list[str], list[str]]:
    """The tags that are filtered by, any of and all of, after a click on 'Wage Talks'."""

    def click(any_of: list[str], all_of: list[str]) -> None:
        import streamlit as st

        from dashboard.views import filter_bar

        st.session_state["tags_any"], st.session_state["tags_all"] = any_of, all_of
        filter_bar.narrow_to("Wage Talks")

    app = AppTest.from_function(click, args=(any_of, all_of)).run()
    assert not app.exception
    return app.session_state["tags_any"], app.session_state["tags_all"]


def test_a_clicked_tag_is_filtered_by() -> None:
    assert narrowed([], []) == (["wage talks"], [])


def test_beside_others_a_clicked_tag_must_be_there_as_well() -> None:
    assert narrowed(["ports"], []) == (["ports"], ["wage talks"])


def test_one_of_several_tags_that_is_clicked_is_asked_for_alone() -> None:
    assert narrowed(["ports", "wage talks"], [])[1] == ["wage talks"]


def test_a_tag_that_is_asked_for_already_is_not_added_again() -> None:
    assert narrowed(["wage talks"], []) == (["wage talks"], [])
    assert narrowed(["ports"], ["wage talks"]) == (["ports"], ["wage talks"])
