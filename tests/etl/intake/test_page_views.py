"""Page views as analytics tools export them. All rows are invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.etl.intake.read import Said, said

HOST = "www.courier.example"
A = f"https://{HOST}/a"
GA4 = (
    "# ----------------------------------------\n"
    "# Pages and screens: Page path and screen class\n# Account: Courier 20010101\n"
    "# ----------------------------------------\n#\n# All Users\n"
    "# Start date: 20250301\n# End date: 20250303\n\n"
    "Page path and screen class,Views,Active users\n"
)
EXPLORATION = (
    "# ----------------------------------------\n# Free form 1\n# 20250301-20250303\n"
    "# ----------------------------------------\n\n"
    "Date,Page path and screen class,Active users,Views\n"
    ",,9,12,Grand total\n"
)


def seen(url: str, day: str | None, views: Any) -> dict[str, Any]:
    return {"url": url, "page_views": views} | ({"published": day} if day else {})


CASES: dict[str, tuple[str, str | bytes, list[Said]]] = {
    "ga4-range": (
        "ga4.csv",
        GA4 + '/a,"1,204",9\n(not set),3,1\n',
        [seen(A, "2025-03-03", "1,204")],
    ),
    "ga4-of-any-name": ("download", GA4 + "/a,12,9\n", [seen(A, "2025-03-03", "12")]),
    "ga4-days": (
        "ga4.csv",
        EXPLORATION + "20250301,/a,4,5\n20250302,/a,5,7\n",
        [seen(A, "20250301", "5"), seen(A, "20250302", "7")],
    ),
    "ga4-host-of-the-row": (
        "ga4.csv",
        "Date,Hostname,Page path,Views\n20250301,m.courier.example,/a,5\n",
        [seen("https://m.courier.example/a", "20250301", "5")],
    ),
    "ga4-whole-address": (
        "ga4.csv",
        "Date,Full page URL,Views\n20250301,www.courier.example/a?x=1,5\n",
        [seen(A + "?x=1", "20250301", "5")],
    ),
    "ga4-data-api": (
        "ga4.json",
        json.dumps([{"date": "20250301", "pagePath": "/a", "screenPageViews": "5"}]),
        [seen(A, "20250301", "5")],
    ),
    "ga4-app-screens": ("ga4.csv", GA4 + "MainActivity,12,9\n", [(None, "empty")]),
    "matomo-day": (
        "pages 2025-03-03.csv",
        "label,nb_visits,nb_hits,url\n/a,3,5,https://www.courier.example/a\nnews,9,12,\n"
        .encode("utf-16"),
        [seen(A, "2025-03-03", "5")],
    ),
    "matomo-days": (
        "matomo.csv",
        f"date,label,nb_visits,nb_hits,metadata_url\n2025-03-03,/a,3,5,{A}\n",
        [seen(A, "2025-03-03", "5")],
    ),
    "matomo-in-english": (
        "matomo_2025-03-03.csv",
        f"Page URL,Pageviews,Unique Pageviews,Metadata: url\n/a,5,3,{A}\n",
        [seen(A, "2025-03-03", "5")],
    ),
    "matomo-json": (
        "2025-03-03.json",
        json.dumps([{"label": "/a", "nb_visits": 3, "nb_hits": 5, "url": A}]),
        [seen(A, "2025-03-03", 5)],
    ),
    "matomo-json-by-day": (
        "matomo.json",
        json.dumps({
            "2025-03-01": [{"label": "/a", "nb_hits": 5, "url": A}],
            "2025-03-02": [],
            "2025-03-03,2025-03-09": [{"label": "/a", "nb_hits": 6, "url": A}],
        }),
        [seen(A, "2025-03-01", 5), seen(A, "2025-03-09", 6)],
    ),
    "plausible-whole": (
        "imported_pages_20250301_20250303.csv",
        '"date","hostname","page","visits","visitors","pageviews"\n'
        '"2025-03-01","www.courier.example","/a",2,2,5\n',
        [seen(A, "2025-03-01", "5")],
    ),
    "plausible-dashboard": (
        "Plausible export courier.example 2025-03-01 to 2025-03-03 pages.csv",
        "name,visitors,pageviews,bounce_rate,time_on_page,scroll_depth\n/a,2,5,50,30,80\n",
        [seen(A, "2025-03-03", "5")],
    ),
    "any-table": (
        "views of 2025-03-03.csv",
        "url,views\n/a,5\nwww.courier.example/a,6\n",
        [seen(A, "2025-03-03", "5"), seen(A, "2025-03-03", "6")],
    ),
    "no-day-to-be-found": ("pages.csv", f"url,views\n{A},5\n", [seen(A, None, "5")]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), CASES.values(), ids=CASES)
def test_page_views(tmp_path: Path, name: str, content: str | bytes, expected: list[Said]) -> None:
    (tmp_path / "views").mkdir()
    assert said(tmp_path / "views" / name, content, host=HOST) == expected


def test_a_folder_may_name_the_day(tmp_path: Path) -> None:
    folder = tmp_path / "2025-03-01 to 2025-03-03"
    folder.mkdir()
    content = "name,visitors,pageviews\n/a,2,5\n"
    assert said(folder / "pages.csv", content, host=HOST) == [seen(A, "2025-03-03", "5")]


def test_map_names_a_column_of_paths(tmp_path: Path) -> None:
    columns = {"url": "Seite", "page_views": "Aufrufe", "published": "Tag"}
    content = "Seite;Aufrufe;Tag\n/a;1.204;2025-03-03\n"
    found = said(tmp_path / "a.csv", content, host=HOST, columns=columns)
    assert found == [seen(A, "2025-03-03", "1.204")]


def test_a_table_with_titles_is_one_of_articles(tmp_path: Path) -> None:
    content = f"Title,Date,Page,Pageviews,Visitors,URL\nFerry,2025-03-03,3,5,2,{A}\n"
    [row] = said(tmp_path / "a.csv", content)
    assert row == seen(A, "2025-03-03", "5") | {"title": "Ferry", "page": "3"}


HOSTS = {
    "host": ({"host": "www.courier.example"}, A),
    "address": ({"host": "https://www.courier.example/home"}, A),
    "port": ({"host": "courier.example:8080"}, "https://courier.example:8080/a"),
    "own-network": ({"host": "intranet"}, "https://intranet/a"),
    "outlet": ({"outlet": "www.courier.example"}, A),
    "both": ({"outlet": "Courier", "host": "www.courier.example"}, A),
}


@pytest.mark.parametrize(("settings", "expected"), HOSTS.values(), ids=HOSTS)
def test_a_path_takes_its_host_from_the_source(
    tmp_path: Path, settings: dict[str, str], expected: str
) -> None:
    [row] = said(tmp_path / "a.csv", "url,views,day\n/a,5,2025-03-03\n", **settings)
    assert isinstance(row, dict)
    assert row["url"] == expected


@pytest.mark.parametrize("outlet", [None, "Harbour Courier", "Courier"])
def test_paths_without_a_host_are_refused_once(tmp_path: Path, outlet: str | None) -> None:
    content = GA4 + "/a,12,9\n/b,13,9\n"
    assert said(tmp_path / "a.csv", content, outlet=outlet) == [(None, "no_host")]
