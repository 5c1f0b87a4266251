"""Any bytes under any name give rows or problems, never an exception."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl.document import Document, Kind, Reason
from etl.extract import Extracted, extract
from tests.etl.intake.conftest import documents
from tests.etl.intake.test_access_log import line
from tests.etl.intake.test_page_views import CASES as PAGE_VIEWS
from tests.etl.intake.test_suppliers import CASES as SUPPLIERS
from tests.etl.intake.test_xlsx import INLINE, PLAIN, SHEET, replaced

NAMES = [
    "a", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.xlsx", "a.parquet", "a.txt", "access.log",
    "access.log.1.gz", "a.gkg.csv", "2025-03-03.csv",
]  # fmt: skip
EXAMPLES = [
    *(content.encode() for _, content, _ in SUPPLIERS.values()),
    *(one if isinstance(one, bytes) else one.encode() for _, one, _ in PAGE_VIEWS.values()),
    (line() + line("/b") + "nothing\n").encode(),
    gzip.compress(line().encode() * 50),
    PLAIN,
    replaced(PLAIN, {SHEET: INLINE}),
]


def outcomes(name: str, content: bytes) -> Iterator[Extracted]:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        for found in documents(path, host="courier.example"):
            if not isinstance(found, Document):
                yield found
            elif found.kind is Kind.ROW:
                yield from extract(found, ZoneInfo("Europe/Amsterdam"))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """An export of which some bytes are others, are lost, or come twice."""
    content = bytearray(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.binary(max_size=8) | st.just(bytes(content[start:end]) * 2))
        content[start:end] = piece
    return bytes(content)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.binary(max_size=400) | damaged())
@example("a.gkg.csv", b"20250303101500-1\t20250303101500\t1\t" + b"\t" * 24)
@example("access.log.1.gz", gzip.compress(line().encode())[:-9])
@example("a.json", b'{"2025-03-03": 7, "2025-03-04": [[1], {"label": [], "nb_hits": {}}]}')
@example("a.json", b'[{"data": {"url": {}, "published": [], "extra_source_attributes": [[]]}}]')
@example("a.csv", b"# \n#\n")
def test_no_bytes_raise(name: str, content: bytes) -> None:
    for found in outcomes(name, content):
        assert getattr(found, "reason", None) is not Reason.UNEXPECTED


@pytest.mark.parametrize("name", NAMES)
def test_no_name_raises(name: str) -> None:
    for content in EXAMPLES:
        assert list(outcomes(name, content)) is not None
