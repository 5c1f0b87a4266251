"""Access logs: who counts as a reader of what, and what is never kept. All lines are invented."""

import gzip
import pickle
from pathlib import Path
from typing import Any

import pytest

from etl.intake import access_log
from etl.intake.article_paths import is_article, is_robot
from tests.etl.intake.conftest import documents
from tests.etl.intake.read import said

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0"
PHONE = "Mozilla/5.0 (Linux; Android 14; CUBOT X90) AppleWebKit/537.36 Chrome/133.0 Safari/537.36"
CRAWLER = "Mozilla/5.0 (compatible; Findbot/2.1; +http://find.example/bot.html)"
HOST = "www.courier.example"


def line(
    path: str = "/2025/ferry",
    visitor: str = "192.0.2.7",
    agent: str = FIREFOX,
    at: str = "03/Mar/2025:10:15:00 +0000",
    status: int = 200,
    method: str = "GET",
    before: str = "",
    user: str = "-",
) -> str:
    return (
        f'{before}{visitor} - {user} [{at}] "{method} {path} HTTP/1.1" {status} 5120 '
        f'"https://find.example/?q=\\"ferry\\"" "{agent}"\n'
    )


def counted(path: Path, content: str | bytes, **settings: Any) -> dict[tuple[str, str], float]:
    rows = said(path, content, **{"host": HOST} | settings)
    assert all(isinstance(row, dict) for row in rows), rows
    return {
        (row["published"], row["url"].removeprefix(f"https://{HOST}")): row["page_views"]
        for row in rows
        if isinstance(row, dict)
    }


FERRY = ("2025-03-03", "/2025/ferry")
READERS: dict[str, tuple[str, dict[tuple[str, str], int]]] = {
    "one": (line(), {FERRY: 1}),
    "one-who-comes-back": (line() * 3, {FERRY: 1}),
    "two-addresses": (line() + line(visitor="2001:db8::7"), {FERRY: 2}),
    "two-browsers": (line() + line(agent=PHONE), {FERRY: 2}),
    "two-days": (
        line() + line(at="04/Mar/2025:00:00:01 +0000"),
        {FERRY: 1, ("2025-03-04", "/2025/ferry"): 1},
    ),
    "two-pages": (line() + line("/b"), {FERRY: 1, ("2025-03-03", "/b"): 1}),
    "the-days-of-its-own-clock": (line(at="03/Mar/2025:23:30:00 -0500"), {FERRY: 1}),
    "who-linked-does-not-matter": (line("/2025/ferry?utm_source=x") + line(), {FERRY: 1}),
    "from-the-browsers-copy": (line(status=304), {FERRY: 1}),
    "a-name-with-a-space": (line(user="Ilse Vermaat"), {FERRY: 1}),
    "host-names-for-addresses": (line(visitor="dsl-7.isp.example"), {FERRY: 1}),
    "a-path-in-letters-of-its-own": (line("/fähre"), {("2025-03-03", "/f%C3%A4hre"): 1}),
}


@pytest.mark.parametrize(("content", "expected"), READERS.values(), ids=READERS)
def test_a_visitor_counts_once_a_page_and_day(
    tmp_path: Path, content: str, expected: dict[tuple[str, str], int]
) -> None:
    assert counted(tmp_path / "access.log", content) == expected


LEFT_OUT = {
    "robot": line(agent=CRAWLER),
    "library": line(agent="python-requests/2.32"),
    "no-name": line(agent="-"),
    "picture": line("/a/ferry.jpg"),
    "feed": line("/feed/"),
    "home": line("/"),
    "search": line("/archive?q=ferry"),
    "form": line(method="POST"),
    "not-found": line(status=404),
    "moved": line(status=301),
    "no-request": line(method="\\x16\\x03\\x01", path="x", status=400),
    "proxy": line("http://other.example/a"),
}


@pytest.mark.parametrize("content", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_no_person_reads_is_left_out(tmp_path: Path, content: str) -> None:
    assert counted(tmp_path / "access.log", content + line()) == {FERRY: 1}


def test_the_host_may_stand_in_the_line(tmp_path: Path) -> None:
    content = line(before="www.courier.example:443 ") + line(before="m.courier.example ")
    rows = said(tmp_path / "access.log", content)
    assert [row["url"] for row in rows if isinstance(row, dict)] == [
        "https://www.courier.example/2025/ferry",
        "https://m.courier.example/2025/ferry",
    ]


def test_without_a_host_the_log_is_refused_once(tmp_path: Path) -> None:
    assert said(tmp_path / "access.log", line() * 3) == [(None, "no_host")]


def test_a_bad_line_costs_itself_alone(tmp_path: Path) -> None:
    content = (
        line()
        + "nothing of the kind\n"
        + "x" * 100_000
        + "\n"
        + line(at="45/Mar/2025:10:15:00 +0000")
    )
    found = said(tmp_path / "access.log", content, host=HOST)
    assert found[:-1] == [
        ("line 2", "malformed"),
        ("line 3", "too_large"),
        ("line 4", "impossible_date"),
    ]
    assert isinstance(found[-1], dict)


def test_a_log_without_readers_is_empty(tmp_path: Path) -> None:
    assert said(tmp_path / "access.log", line(agent=CRAWLER), host=HOST) == [(None, "empty")]


def test_a_packed_log_is_read(tmp_path: Path) -> None:
    assert counted(tmp_path / "access.log.2.gz", gzip.compress(line().encode())) == {FERRY: 1}


def test_a_packed_log_that_breaks_off_is_read_so_far(tmp_path: Path) -> None:
    packed = gzip.compress("".join(line(f"/{n}-{n * 7919}") for n in range(2_000)).encode())
    *found, last = [*said(tmp_path / "access.log.gz", packed[:-2_000], host=HOST)]
    assert "unreadable" in [one[1] for one in (*found, last) if isinstance(one, tuple)]
    assert isinstance(last, dict)


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "SMALL", 1_000_000)
    for endless in (b"x" * 5_000_000, (line(agent=CRAWLER)).encode() * 40_000):
        packed = gzip.compress(line().encode() + endless)
        found = said(tmp_path / "access.log.gz", packed, host=HOST)
        assert "too_large" in [one[1] for one in found if isinstance(one, tuple)]


def test_the_files_of_one_log_are_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "access.log.1").write_text(line(at="03/Mar/2025:00:00:09 +0000"))
    (tmp_path / "access.log").write_text(line() + line(visitor="192.0.2.8"))
    (tmp_path / "notes.txt").write_text("A note\n\nOf another kind.")
    found = documents(tmp_path, host=HOST)
    assert [one.kind for one in found if hasattr(one, "kind")] == ["row", "capture"]
    assert b'"page_views": 2' in found[0].content  # type: ignore[union-attr]


def test_a_day_that_lost_its_beginning_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "access.log.1").write_text(line(at="02/Mar/2025:06:25:09 +0000"))
    (tmp_path / "access.log").write_text(line())
    (found,) = documents(tmp_path, host=HOST)
    assert b"2025-03-03" in found.content  # type: ignore[union-attr]


def test_no_address_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    path.write_text(line())
    kept = pickle.dumps(documents(path, host=HOST))
    assert b"ferry" in kept
    assert not any(part in kept for part in (b"192.0.2.7", b"Firefox", b"find.example"))
    first, second = access_log.Visits(), access_log.Visits()
    for visits in (first, second):
        visits.add("2025-03-03", "https://courier.example/a", "192.0.2.7 Firefox")
    assert first.visitor != second.visitor  # another salt each time


@pytest.mark.parametrize(
    ("agent", "robot"),
    [(FIREFOX, False), (PHONE, False), (CRAWLER, True), ("", True), ("curl/8.5", True),
     ("Mozilla/5.0 (X11) HeadlessChrome/133.0 Safari/537.36", True),
     ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) Mobile/15E148 [FBAN/FBIOS]", False)],
)  # fmt: skip
def test_robots(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


@pytest.mark.parametrize(
    ("path", "article"),
    [("/2025/03/03/ferry", True), ("/media/ferry-stays", True), ("/?p=123", True),
     ("/news/ferry.html", True), ("/authority/ferry", True), ("/", False), ("/index.html", False),
     ("/tag/ferry", False), ("/news/page/2", False), ("/wp-login.php", False),
     ("/a.css?v=3", False), ("/.env", False), ("/search?q=x", False), ("/sitemap.xml", False)],
)  # fmt: skip
def test_articles(path: str, article: bool) -> None:
    assert is_article(f"https://courier.example{path}") is article
