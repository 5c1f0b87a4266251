"""Tables: their rows in every format, and what is wrong with some."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from presswatch.errors import SettingsError
from tests.etl.intake.conftest import Outcome, Taken, documents, outcome

A = '{"title": "A", "url": "https://example.org/a", "date": "2025-03-03"}'
B = '{"title": "B", "url": "https://example.org/b", "date": "2025-03-04"}'
HEADER = "title,url,date,text\n"
LONG = 50_000_000


def csv_row(title: str) -> str:
    return f"{title},https://example.org/{title},2025-03-03,Text.\n"


JSON_CASES: dict[str, tuple[str, bytes | str, list[Outcome]]] = {
    "lines": ("a.jsonl", f"{A}\n{B}\n", [("line 1", "A"), ("line 2", "B")]),
    "lines-of-another-name": ("a.txt", f"{A}\n{B}", [("line 1", "A"), ("line 2", "B")]),
    "one-line": ("a.jsonl", A, [("line 1", "A")]),
    "blank-lines": ("a.jsonl", f"\n{A}\n\n{B}\n", [("line 2", "A"), ("line 4", "B")]),
    "bom": ("a.jsonl", f"\ufeff{A}\n{B}", [("line 1", "A"), ("line 2", "B")]),
    "utf-16": ("a.jsonl", f"{A}\n{B}".encode("utf-16"), [("line 1", "A"), ("line 2", "B")]),
    "windows-line-ends": ("a.jsonl", f"{A}\r\n{B}\r\n", [("line 1", "A"), ("line 2", "B")]),
    "latin-1": (
        "a.jsonl",
        A.replace("A", "Ä").encode("latin-1") + b"\n" + B.encode(),
        [("line 1", "Ä"), ("line 2", "B")],
    ),
    "nul-bytes": ("a.jsonl", f"{A}\n\0{B}", [("line 1", "A"), ("line 2", "B")]),
    "a-bad-line": (
        "a.jsonl",
        f"{A}\n{A[:30]}\n{B}",
        [("line 1", "A"), ("line 2", "malformed"), ("line 3", "B")],
    ),
    "a-bad-first-line": ("a.jsonl", f"{A[:30]}\n{B}", [("line 1", "malformed"), ("line 2", "B")]),
    "lines-that-are-no-objects": (
        "a.jsonl",
        f"[1]\n{A}\n7",
        [("line 1", "malformed"), ("line 2", "A"), ("line 3", "malformed")],
    ),
    "array": ("a.json", f"[{A}, {B}]", [("row 1", "A"), ("row 2", "B")]),
    "array-over-lines": ("a.json", f"[\n{A},\n{B}\n]\n", [("row 1", "A"), ("row 2", "B")]),
    "array-cut-in-half": ("a.json", f"[{A}, {B[:20]}", [("row 1", "A"), ("row 2", "truncated")]),
    "array-with-an-open-quote": (
        "a.json",
        f'[{A},\n{{"title": "C, "url": "c"}},\n{B}]',
        [("row 1", "A"), ("row 2", "malformed"), ("row 3", "B")],
    ),
    "brackets-in-a-string": (
        "a.json",
        f'[{{"title": "a ] }} \\" b"}}, {B}]',
        [("row 1", 'a ] } " b'), ("row 2", "B")],
    ),
    "answer-of-a-search": (
        "a.json",
        json.dumps({"status": "ok", "response": {"results": [json.loads(A)]}}, indent=1),
        [("row 1", "A")],
    ),
    "an-article-alone": ("a.json", json.dumps(json.loads(A), indent=1), [(None, "A")]),
    "an-article-without-an-address": ("a.json", '{"title": "A", "text": "b"}', [(None, "A")]),
    "a-title-alone": ("a.txt", '{"title": "A", "date": "2025-03-03"}\n', [(None, "A")]),
    "arrays-of-an-object": (
        "a.json",
        f'{{"news": [{A}, 7], "sport": [{B}], "tags": ["x"]}}',
        [("row 1", "A"), ("row 2", "malformed"), ("row 3", "B")],
    ),
    "after-the-array": ("a.json", f"[{A}]\n[{B}]", [("row 1", "A"), ("row 2", "malformed")]),
    "blanks-after-the-array": ("a.json", f"[{A}]\n \n", [("row 1", "A")]),
    "empty-array": ("a.json", "[]", [(None, "empty")]),
    "empty-object": ("a.json", "{}", [(None, "no_columns")]),
    "other-objects": ("a.jsonl", '{"x": 1}\n{"x": 2}', [(None, "no_columns")]),
    "deep-nonsense": ("a.json", "[" * 50_000, [("row 1", "truncated")]),
    "deep-objects": ("a.json", '{"a":' * 50_000, [("line 1", "malformed")]),
    "a-huge-number": ("a.jsonl", '{"title": ' + "9" * 5_000 + "}\n" + A,
                      [("line 1", "malformed"), ("line 2", "A")]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), JSON_CASES.values(), ids=JSON_CASES)
def test_json(taken: Taken, name: str, content: bytes | str, expected: list[Outcome]) -> None:
    assert taken(name, content) == expected


CSV_CASES: dict[str, tuple[str, bytes | str, list[Outcome]]] = {
    "comma": ("a.csv", HEADER + csv_row("A") + csv_row("B"), [("line 2", "A"), ("line 3", "B")]),
    "semicolon": ("a.csv", (HEADER + csv_row("A")).replace(",", ";"), [("line 2", "A")]),
    "tab": ("a.tsv", (HEADER + csv_row("A")).replace(",", "\t"), [("line 2", "A")]),
    "bar": ("a.csv", (HEADER + csv_row("A")).replace(",", "|"), [("line 2", "A")]),
    "of-another-name": ("a.txt", HEADER + csv_row("A"), [("line 2", "A")]),
    "bom": ("a.csv", "\ufeff" + HEADER + csv_row("A"), [("line 2", "A")]),
    "utf-16": ("a.csv", (HEADER + csv_row("A")).encode("utf-16"), [("line 2", "A")]),
    "latin-1": ("a.csv", (HEADER + csv_row("Ä")).encode("latin-1"), [("line 2", "Ä")]),
    "line-ends-of-old": ("a.csv", (HEADER + csv_row("A")).replace("\n", "\r"), [("line 2", "A")]),
    "nul-bytes": ("a.csv", HEADER + csv_row("\0A"), [("line 2", "A")]),
    "quoted-line-ends": (
        "a.csv",
        HEADER + 'A,https://example.org/a,2025-03-03,"One.\n\nTwo."\n' + csv_row("B"),
        [("line 2", "A"), ("line 5", "B")],
    ),
    "quotes-that-are-not-doubled": (
        "a.csv",
        HEADER + 'A,https://example.org/a,2025-03-03,"One" said so\n' + csv_row("B"),
        [("line 2", "A"), ("line 3", "B")],
    ),
    "ragged-rows": (
        "a.csv",
        HEADER + csv_row("A") + "short,row\n" + csv_row("too,long") + csv_row("B"),
        [("line 2", "A"), ("line 3", "malformed"), ("line 4", "malformed"), ("line 5", "B")],
    ),
    "empty-cells-too-many": ("a.csv", HEADER + csv_row("A").strip() + ",,\n", [("line 2", "A")]),
    "a-quote-never-closed": (
        "a.csv",
        HEADER + csv_row("A") + 'X,https://example.org/x,2025-03-03,"open\n' + csv_row("B"),
        [("line 2", "A"), ("line 3", "malformed"), ("line 4", "B")],
    ),
    "a-quote-closed-by-a-neighbour": (
        "a.csv",
        HEADER + 'X,https://example.org/x,2025-03-03,"open\n'
        + 'B,https://example.org/b,2025-03-03,"quoted"\n' + csv_row("C"),
        [("line 2", "malformed"), ("line 3", "B"), ("line 4", "C")],
    ),
    "header-alone": ("a.csv", HEADER, [(None, "empty")]),
    "unknown-columns": ("a.csv", "a,b,c\n1,2,3\n", [(None, "no_columns")]),
    "unknown-columns-of-another-name": ("a", "a,b\n1,2\n3,4\n5,6\n", [(None, "no_columns")]),
    "page-views": (
        "a.csv",
        "link,Page Views,day\nhttps://example.org/a,12,2025-03-03\n",
        [("line 2", "https://example.org/a")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "expected"), CSV_CASES.values(), ids=CSV_CASES)
def test_csv(taken: Taken, name: str, content: bytes | str, expected: list[Outcome]) -> None:
    assert taken(name, content) == expected


@pytest.mark.parametrize(
    ("name", "before", "long", "after"),
    [
        ("a.jsonl", f"{A}\n", '{"title": "' + "x" * LONG + '"}\n', B),
        ("a.csv", HEADER + csv_row("A"), '"' + "x" * LONG + "\n", csv_row("B")),
    ],
    ids=["json-lines", "csv"],
)
def test_a_line_of_50_mb_costs_itself_alone(
    taken: Taken, name: str, before: str, long: str, after: str
) -> None:
    outcomes = [what for _, what in taken(name, before + long + after)]
    assert outcomes == ["A", "too_large", "B"]


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    path = tmp_path / "a.parquet"
    rows = {
        "Headline": ["A", "B"],
        "URL": ["https://example.org/a", None],
        "published": [datetime(2025, 3, 3, 10, tzinfo=UTC), datetime(2025, 3, 4, tzinfo=UTC)],
        "page_views": [1.0, float("nan")],
        "keywords": [["ports", "strikes"], None],
        "updated": [date(2025, 3, 5), None],
        "other": [b"\xff", b""],
    }
    pq.write_table(pa.table(rows), path, row_group_size=1)
    return path


def test_parquet_keeps_what_it_knows(parquet: Path) -> None:
    first, second = documents(parquet)
    assert (first.place, second.place) == ("row 1", "row 2")
    assert json.loads(first.content) == {  # type: ignore[union-attr]
        "title": "A",
        "url": "https://example.org/a",
        "published": "2025-03-03T10:00:00+00:00",
        "page_views": 1.0,
        "tags": ["ports", "strikes"],
        "modified": "2025-03-05",
    }
    assert json.loads(second.content) == {  # type: ignore[union-attr]
        "title": "B",
        "published": "2025-03-04T00:00:00+00:00",
    }


def test_truncated_parquet_is_unreadable(taken: Taken, parquet: Path) -> None:
    assert taken("b.parquet", parquet.read_bytes()[:-10]) == [(None, "unreadable")]


def test_a_cell_that_cannot_be_read_costs_its_row_alone(tmp_path: Path) -> None:
    years = pa.array([0, 2**62, 1], pa.timestamp("us"))  # the second is in the year 148,097
    pq.write_table(pa.table({"title": ["A", "B", "C"], "date": years}), tmp_path / "a.parquet")
    assert [outcome(found) for found in documents(tmp_path)] == [
        ("row 1", "A"),
        ("row 2", "impossible_date"),
        ("row 3", "C"),
    ]


def test_a_damaged_row_group_costs_itself_alone(taken: Taken, parquet: Path) -> None:
    content = bytearray(parquet.read_bytes())
    content[4:60] = b"\xff" * 56
    assert taken("b.parquet", bytes(content)) == [("row 1", "unreadable"), ("row 2", "B")]


@pytest.mark.parametrize(
    ("headline", "link", "date"),
    [
        ("Headline", "Link", "Pub Date"),
        ("TITLE", "URL", "published_at"),
        ("article_title", "article-url", "publication date"),
        ("title", "permalink", "pubDate"),
    ],
)
def test_usual_names_are_known(taken: Taken, headline: str, link: str, date: str) -> None:
    assert taken("a.csv", f"{link},{headline},{date}\nx,A,2025-03-03\n") == [("line 2", "A")]


def test_map_names_the_columns(taken: Taken) -> None:
    table = "t;u;title\nA;https://example.org/a;not this\n"
    assert taken("a.csv", table, columns={"title": "T", "url": "u"}) == [("line 2", "A")]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"headline": "t"}, "there is no field 'headline'. Take one of url, title"),
        ({"title": "x"}, "has no column 'x'. It has t, u."),
    ],
    ids=["field", "column"],
)
def test_a_wrong_map_is_refused(taken: Taken, columns: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        taken("a.csv", "t,u\nA,https://example.org/a\n", columns=columns)
