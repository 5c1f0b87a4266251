"""The dashboard in a real browser: what AppTest cannot see."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from etl.extract.identity import article_id
from tests.dashboard.views import stores

PAGES = {
    "overview": "Coverage by day",
    "coverage": "Coverage by day",
    "topics": "Tags by week",
    "entities": "Most named",
    "voice": "Share of voice",
    "tone": "Distribution of tone",
    "popular": "Most popular articles",
    "articles": "601 articles",
}
ALL_DAYS = "?v=1"
JULY = "?v=1&from=2026-07-01&to=2026-07-31"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def settle(page: Page) -> None:
    """Wait until the server's run is over and the URL written."""
    page.wait_for_function("() => new URL(location).searchParams.has('v')")
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_every_page_opens_by_a_cold_deep_link(page: Page, path: str, heading: str) -> None:
    open_at(page, f"/{path}{ALL_DAYS}")
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert urlsplit(page.url).path == f"/{path}"


def test_the_bare_address_is_the_overview(page: Page) -> None:
    page.goto("/")
    page.wait_for_url(re.compile("/overview\\?v=1&from=2026-05-03&to=2026-07-31"))
    expect(page.get_by_role("heading", name="Coverage by day")).to_be_visible()


def test_no_page_asks_another_machine_for_anything(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        open_at(page, f"/{path}")
    open_at(page, f"/articles?article={article_id(stores.HOSTILE_URL)}")
    own = (site, site.replace("http", "ws", 1), "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []


def test_filters_by_date_and_tag_and_the_url_follows(page: Page) -> None:
    open_at(page, "/articles")
    page.get_by_test_id("stSelectbox").filter(has_text="Period").get_by_role("combobox").click()
    page.get_by_role("option", name="Last 7 days").click()
    page.wait_for_url(re.compile("from=2026-07-25"))
    expect(page.get_by_role("heading", name="36 articles")).to_be_visible()
    page.get_by_test_id("stMultiSelect").filter(has_text="Tags").get_by_role("combobox").click()
    page.get_by_role("option", name="ports").click()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("tag=ports"))
    expect(page.get_by_role("heading", name=re.compile("^8 articles"))).to_be_visible()


def test_a_shared_url_shows_the_same_to_a_colleague(page: Page, browser: Browser) -> None:
    open_at(page, f"/coverage{JULY}&tag=ports")
    page.get_by_text("By source", exact=True).click()
    page.wait_for_url(re.compile("split=source"))
    colleague = browser.new_context().new_page()
    colleague.goto(page.url)
    expect(colleague.get_by_role("heading", name="Coverage by source and day")).to_be_visible()
    expect(colleague.locator(".legendtext").first).to_be_visible()
    assert colleague.url == page.url
    colleague.context.close()


def test_filters_stay_from_page_to_page(page: Page) -> None:
    open_at(page, f"/coverage{JULY}&tag=ports&no=strikes")
    expect(page.get_by_role("heading", name="Coverage by day")).to_be_visible()
    page.get_by_role("link", name="Topics").click()
    page.wait_for_url(re.compile("/topics\\?v=1"))
    expect(page.get_by_role("heading", name="Tags by week")).to_be_visible()
    settle(page)
    kept = query(page)
    assert (kept["from"], kept["tag"], kept["no"]) == (["2026-07-01"], ["ports"], ["strikes"])
    page.go_back()
    settle(page)
    if "/topics" in page.url:  # at times Streamlit (1.67) makes two steps of a change of page
        page.go_back()
    page.wait_for_url(re.compile("/coverage\\?v=1.*tag=ports"))


def test_a_click_on_a_bar_filters_by_its_tag(page: Page) -> None:
    open_at(page, f"/topics{JULY}")
    bars = page.locator(".st-key-tags .barlayer path")
    expect(bars.first).to_be_visible()
    bars.first.click(force=True)
    page.wait_for_url(re.compile("tag=strikes"))


def test_a_click_on_the_heat_map_filters_by_its_tag(page: Page) -> None:
    open_at(page, f"/topics{JULY}")
    marks = page.locator(".st-key-tags-over-time .scatterlayer .point")
    expect(marks.first).to_be_attached()
    marks.first.click(force=True)
    page.wait_for_url(re.compile("tag=strikes"))


def test_a_row_opens_its_article_and_back_leads_to_the_list(page: Page) -> None:
    open_at(page, f"/articles{JULY}")
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    table.click(position={"x": 250, "y": 55})
    page.wait_for_url(re.compile("article=[0-9]+"))
    expect(page.get_by_role("heading", name="Entities")).to_be_visible()
    page.get_by_role("button", name="Back to the list").click()
    page.wait_for_url(lambda url: "article=" not in url)


def test_a_click_on_a_popular_article_opens_it(page: Page) -> None:
    open_at(page, f"/popular{JULY}")
    bars = page.locator(".st-key-popular .barlayer path")
    expect(bars.first).to_be_visible()
    bars.first.click(force=True)
    page.wait_for_url(re.compile("/articles\\?.*article=[0-9]+"))


def test_a_click_on_a_name_opens_its_page_and_from_there_its_articles(page: Page) -> None:
    open_at(page, f"/entities{JULY}")
    bars = page.locator(".st-key-most-named .barlayer path")
    expect(bars.first).to_be_visible()
    bars.first.click(force=True)
    page.wait_for_url(re.compile("name="))
    name = query(page)["name"]
    expect(page.get_by_role("heading", name="Who writes about it")).to_be_visible()
    page.get_by_role("button", name="Show its articles").click()
    page.wait_for_url(re.compile("/articles\\?.*entity="))
    settle(page)
    assert query(page)["entity"] == name


def test_a_hostile_article_is_text(page: Page) -> None:
    open_at(page, f"/articles?article={article_id(stores.HOSTILE_URL)}")
    expect(page.get_by_text(stores.HOSTILE_TITLE)).to_be_visible()
    links = page.locator(".st-key-article a")
    expect(links).to_have_count(1)
    assert links.first.get_attribute("href") == stores.HOSTILE_URL
    assert page.locator(".st-key-article img").count() == 0


def exported(page: Page, kind: str, folder: Path) -> Path:
    page.locator(".st-key-panel-coverage").get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=kind, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_a_png_is_exported_and_opens(page: Page, tmp_path: Path) -> None:
    open_at(page, f"/coverage{JULY}")
    file = exported(page, "PNG", tmp_path)
    assert file.name == "presswatch-coverage-2026-07-01-2026-07-31.png"
    image = Image.open(io.BytesIO(file.read_bytes())).convert("RGB")
    assert image.width > 1000 and image.getpixel((5, 5)) == (255, 255, 255)
    assert (0x44, 0x77, 0xAA) in {colour for _, colour in image.getcolors(1 << 24) or []}


def test_a_csv_is_exported_with_the_numbers_of_the_chart(page: Page, tmp_path: Path) -> None:
    open_at(page, f"/coverage{JULY}&by=week")
    file = exported(page, "CSV", tmp_path)
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    assert [row["starts_on"] for row in rows] == [
        "2026-06-29", "2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27",
    ]  # fmt: skip
    assert sum(int(row["coverage"]) for row in rows) == 31 * 5 + 1
    assert rows[0]["complete"] == rows[-1]["complete"] == "False"
