"""Clicks on the pages of tone and popularity, in a real browser."""

import re

from playwright.sync_api import Page, expect

from tests.dashboard.views import stores
from tests.e2e.test_dashboard import JULY, open_at, query, settle


def click(page: Page, mark: str) -> None:
    """Click the first mark of a chart."""
    marks = page.locator(mark)
    expect(marks.first).to_be_attached()
    marks.first.click(force=True)


def test_a_click_on_a_bar_of_the_distribution_lists_its_articles(page: Page) -> None:
    open_at(page, f"/tone{JULY}&source=Vale+Gazette")
    bars = page.locator(".st-key-tone-distribution .barlayer path")
    expect(bars.first).to_be_attached()
    bars.nth(19).click(force=True)  # from -0.05 to 0
    page.wait_for_url(re.compile("/articles\\?.*tone"))
    settle(page)
    assert query(page)["q"] == ["(tone:>=-0.05) AND (tone:<0.00)"]
    expect(page.get_by_role("heading", name=re.compile("[0-9]+ articles"))).to_be_visible()


def test_a_click_on_the_course_lists_the_articles_of_its_period(page: Page) -> None:
    open_at(page, f"/tone{JULY}&by=month")
    click(page, ".st-key-tone-course .scatterlayer .point")
    page.wait_for_url(re.compile("/articles\\?.*date"))
    settle(page)
    assert query(page)["q"] == ["(date:2026-07-01..2026-07-31) AND (tone:-1..1)"]


def test_a_click_on_a_source_lists_its_articles(page: Page) -> None:
    open_at(page, f"/tone{JULY}&of=source")
    click(page, ".st-key-tone-parts .scatterlayer .point")
    page.wait_for_url(re.compile("/articles\\?.*source="))


def test_an_extreme_article_opens(page: Page) -> None:
    open_at(page, f"/tone{JULY}&length=any")
    page.get_by_role("button", name="Open the article").first.click()
    page.wait_for_url(re.compile("/articles\\?.*article=[0-9]+"))
    expect(page.get_by_text(stores.HOSTILE_TITLE)).to_be_visible()


def test_a_click_on_a_tag_that_is_read_filters_by_it(page: Page) -> None:
    open_at(page, f"/popular{JULY}")
    click(page, ".st-key-read-and-written .scatterlayer .point")
    page.wait_for_url(re.compile("tag="))
