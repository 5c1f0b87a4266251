"""The tables and logs that docs/sources.md shows are read."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.intake import check
from etl.intake.source import Source
from presswatch.settings import load_settings
from tests.conftest import ROOT
from tests.etl.intake.read import said

TEXT = (ROOT / "docs/sources.md").read_text("utf-8")
EXAMPLES = dict(
    re.findall(r"^```(?:csv|json|log) (\S+)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_one_article_or_one_count(tmp_path: Path, name: str) -> None:
    [row] = said(tmp_path / name, EXAMPLES[name], outlet="www.courier.example")
    assert isinstance(row, dict)
    assert ("title" in row) != ("page_views" in row)
    assert row["published"]


@pytest.mark.parametrize(
    "text", re.findall(r"^```toml \S+\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
)
def test_an_example_of_the_settings_holds(tmp_path: Path, text: str) -> None:
    (tmp_path / "presswatch.toml").write_text(text)
    [source] = load_settings(tmp_path / "presswatch.toml", None).sources
    check(Source(**source.model_dump(), read_at=datetime.now(UTC)))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5
