"""Choosing days on the chart of coverage: what AppTest cannot do."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.test_dashboard import open_at, query

JULY = "?v=1&from=2026-07-01&to=2026-07-31"
PLOT = ".st-key-panel-coverage .nsewdrag"


def point_in(page: Page, across: float, down: float) -> tuple[float, float]:
    """Where in the plot's area, as shares of its width and height."""
    box = page.locator(PLOT).first.bounding_box()
    assert box is not None
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def test_a_click_on_a_day_lists_what_made_it_and_the_url_holds_it(page: Page) -> None:
    open_at(page, f"/coverage{JULY}")
    page.mouse.move(*point_in(page, 9.5 / 31, 0.9))
    page.mouse.click(*point_in(page, 9.5 / 31, 0.9))
    page.wait_for_url(re.compile("days=2026-07-10..2026-07-10"))
    expect(page.get_by_role("heading", name="What was written on 10 July 2026")).to_be_visible()
    page.get_by_role("button", name="List its articles").click()
    expect(page.get_by_role("heading", name=re.compile("^5 articles"))).to_be_visible()
    assert query(page)["from"] == query(page)["to"] == ["2026-07-10"]


def test_a_drag_chooses_the_days_it_passes_over(page: Page) -> None:
    open_at(page, f"/coverage{JULY}")
    page.get_by_text("Drag over several").click()
    expect(page.get_by_text("Drag over the chart")).to_be_visible()
    page.mouse.move(*point_in(page, 9.1 / 31, 0.5))
    page.mouse.down()
    page.mouse.move(*point_in(page, 11 / 31, 0.5), steps=3)
    page.mouse.move(*point_in(page, 11.9 / 31, 0.5), steps=3)
    page.mouse.up()
    page.wait_for_url(re.compile("days=2026-07-10..2026-07-12"))
    page.get_by_role("button", name="Close").click()
    page.wait_for_url(lambda url: "days" not in url)


def test_days_are_followed_by_a_link(page: Page) -> None:
    open_at(page, f"/coverage{JULY}&days=2026-07-30..2026-07-30")
    expect(page.get_by_role("heading", name="What was written on 30 July 2026")).to_be_visible()
