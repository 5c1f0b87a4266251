"""The sample corpus: what its generator promises."""

import csv
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

PACKAGE = Path(__file__).parents[2] / "data" / "sample"
ELSEWHERE = {"schema.org", "purl.org", "www.w3.org"}  # namespaces, not outlets

# Loads the package at the first path and writes its corpus to the second.
PROGRAM = """
import importlib.util, sys
from pathlib import Path
package = Path(sys.argv[1])
spec = importlib.util.spec_from_file_location(
    "sample", package / "__init__.py", submodule_search_locations=[str(package)]
)
sys.modules["sample"] = sample = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sample)
sample.write(Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def sample() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "sample_under_test", PACKAGE / "__init__.py", submodule_search_locations=[str(PACKAGE)]
    )
    assert spec and spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def corpus(sample: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "made" / "here"
    assert sample.write(folder) == len(documents(folder))
    return folder


@pytest.fixture(scope="module")
def articles(sample: ModuleType) -> list:
    newsroom = importlib.import_module(f"{sample.__name__}.newsroom")
    return newsroom.write_articles(sample.UNTIL, sample.SEED)


def documents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def article_tables(corpus: Path) -> list[Path]:
    return [path for path in (corpus / "tables").glob("*.csv") if "example" in path.name]


def test_the_same_arguments_give_the_same_bytes_in_any_process(corpus: Path, tmp_path: Path):
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    again = tmp_path / "again"
    subprocess.run([sys.executable, "-c", PROGRAM, PACKAGE, again], env=elsewhere, check=True)
    assert documents(again) == documents(corpus)


def test_another_seed_and_day_replace_an_earlier_sample_with_another(
    sample: ModuleType, corpus: Path, tmp_path: Path
):
    made = documents(corpus)
    folder = tmp_path / "sample"
    folder.mkdir()
    (folder / "SAMPLE").write_text("an earlier one")
    (folder / "pages").mkdir()
    (folder / "pages" / "old.html").write_text("of an earlier one")
    sample.write(folder, until=date(2024, 2, 29), seed=2)
    other = documents(folder)
    assert "pages/old.html" not in other
    shared = {name for name in other.keys() & made.keys() if not name.startswith("broken/")}
    assert {name for name in shared if other[name] == made[name]} == {"presswatch.toml"}


def test_a_folder_with_other_things_is_left_alone(sample: ModuleType, tmp_path: Path):
    (tmp_path / "presswatch.toml").write_text("mine")
    with pytest.raises(FileExistsError):
        sample.write(tmp_path)
    assert documents(tmp_path) == {"presswatch.toml": b"mine"}


def test_the_marker_and_the_settings_say_what_it_is(corpus: Path):
    assert "presswatch sample" in (corpus / "SAMPLE").read_text("utf-8")
    settings = tomllib.loads((corpus / "presswatch.toml").read_text("utf-8"))
    assert settings.keys() == {"time_zone", "sources", "tags"}
    assert all((corpus / source["path"]).is_dir() for source in settings["sources"])
    assert {source["kind"] for source in settings["sources"]} == {"files"}
    assert 4 <= len(settings["tags"]) <= 6
    assert all(tag.keys() == {"name", "query"} for tag in settings["tags"])


def test_every_format_has_its_part(corpus: Path):
    feeds = [ElementTree.parse(path).iter() for path in (corpus / "feeds").glob("*.xml")]
    entries = Counter(tag.tag.rpartition("}")[2] for feed in feeds for tag in feed)
    lines = [path.read_text("utf-8") for path in (corpus / "tables").glob("*.jsonl")]
    counts = {
        "pages": len(list((corpus / "pages").glob("*/*.html"))),
        "feeds": entries["item"] + entries["entry"],
        "captures": len(list((corpus / "captures").glob("*/*.txt"))),
        "json lines": sum(text.count("\n") for text in lines),
        "csv rows": sum(len(rows(path)) for path in article_tables(corpus)),
        "broken": len(list((corpus / "broken").iterdir())),
    }
    assert counts == {
        "pages": 1500,
        "feeds": 896,
        "captures": 250,
        "json lines": 747,
        "csv rows": 598,
        "broken": 9,
    }


def test_views_and_shares_are_of_articles_and_within_bounds(corpus: Path, articles: list):
    addresses = {article.url: article for article in articles}
    for measure, name, least, most in (
        ("page_views", "page-views.csv", 9_000, 12_000),
        ("shares", "shares.csv", 2_000, 2_500),
    ):
        seen = rows(corpus / "tables" / name)
        assert least <= len(seen) <= most
        assert {row["url"] for row in seen} <= addresses.keys()
        assert all(int(row[measure]) > 0 for row in seen)
        assert len({(row["url"], row["date"]) for row in seen}) == len(seen)


def test_views_peak_on_the_first_days_and_decay(corpus: Path):
    courses: dict[str, list[int]] = {}
    for row in rows(corpus / "tables" / "page-views.csv"):
        courses.setdefault(row["url"], []).append(int(row["page_views"]))
    long = [course for course in courses.values() if len(course) >= 5]
    assert len(long) > 1_000
    assert all(max(course) in course[:3] for course in long)
    assert all(course[-1] < max(course) for course in long)


def test_there_are_4000_articles_from_30_outlets_in_18_months(sample: ModuleType, articles: list):
    reporting = importlib.import_module(f"{sample.__name__}.rhythm").REPORTING
    days = {article.published.astimezone(reporting).date() for article in articles}
    assert len(articles) == 4_000
    assert len({article.outlet.host for article in articles}) == 30
    assert len({article.outlet.zone for article in articles}) >= 10
    assert max(days) == sample.UNTIL
    assert min(days) >= sample.UNTIL - timedelta(days=547)
    assert len({article.url for article in articles}) == 4_000


def test_titles_and_bodies_are_unlike_each_other(articles: list):
    own = [article for article in articles if not article.first]
    assert len({article.title.casefold() for article in own}) > 0.97 * len(own)
    assert len({article.paragraphs for article in own}) == len(own)


def test_bodies_are_of_a_readable_length(articles: list):
    for article in articles:
        assert 4 <= len(article.paragraphs) <= 14
        assert 100 <= sum(len(text.split()) for text in article.paragraphs) <= 500
        assert not re.search(r"[{}]", article.title + "".join(article.paragraphs))


def test_agency_reports_are_taken_over_by_two_to_eight_outlets(articles: list):
    copies = Counter(article.first.url for article in articles if article.first)
    own = [article for article in articles if not article.first]
    assert 0.05 < len(copies) / len(own) < 0.07
    assert min(copies.values()) >= 2
    assert max(copies.values()) <= 8
    for article in articles:
        if article.first:
            kept = article.first.paragraphs[: len(article.paragraphs)]
            assert article.paragraphs == kept
            assert article.published >= article.first.published


def test_weekends_and_summer_are_quiet_and_events_burst(sample: ModuleType, articles: list):
    days = [article.published.date() for article in articles]
    weekend = sum(day.weekday() >= 5 for day in days) / len(days)
    assert 0.15 < weekend < 0.25
    months = Counter((day.year, day.month) for day in days)
    assert months[2026, 8] < months[2026, 5]
    strike = Counter(
        article.published.date() for article in articles if article.topic.name == "port-strike"
    )
    assert max(strike.values()) >= 10
    assert not any(day < sample.UNTIL - timedelta(days=70) for day in strike)


def test_some_articles_have_no_tags_and_spellings_differ(articles: list):
    untagged = sum(not article.tags for article in articles)
    assert 0.05 < untagged / len(articles) < 0.2
    spellings = {tag for article in articles for tag in article.tags}
    assert {"Public Transport", "public transport", "cost-of-living"} <= spellings


def test_every_host_is_reserved_for_examples(corpus: Path):
    for name, content in documents(corpus).items():
        hosts = set(re.findall(rb"https?://([^/\s\"'<>]+)", content))
        outlets = {host.decode() for host in hosts} - ELSEWHERE
        assert all(host.endswith(".example") for host in outlets), name


def test_the_corpus_is_small(corpus: Path):
    assert sum(len(content) for content in documents(corpus).values()) < 15_000_000


def test_captures_have_the_shape_of_real_ones(corpus: Path):
    for path in (corpus / "captures").glob("*/*.txt"):
        furniture, title, *rest = path.read_text("utf-8").rstrip("\n").split("\n\n")
        assert re.fullmatch(r"-?\d+\.\d C\n[\w ]+\n\w+day, \w+ \d+, \d{4}", furniture)
        assert rest.count("Check out our other content") == 1
        assert rest.count("Check out other tags:") == 1
        assert rest.count("Most Popular Articles") == 1
        assert title


def test_broken_documents_are_broken_and_their_neighbours_whole(corpus: Path):
    broken = corpus / "broken"
    assert (broken / "empty.html").read_bytes() == b""
    assert set((broken / "nul-bytes.html").read_bytes()) == {0}
    with pytest.raises(ElementTree.ParseError):
        ElementTree.parse(broken / "cut-in-half.xml")
    sound = 0
    for line in (broken / "bad-line.jsonl").read_text("utf-8").splitlines():
        try:
            json.loads(line)
        except json.JSONDecodeError:
            continue
        sound += 1
    assert sound == 3
    assert [len(row) for row in csv.reader((broken / "ragged-rows.csv").open())] == [7, 7, 2, 7, 9]
