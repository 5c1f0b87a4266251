"""Files as a person may load them, and what intake makes of them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.document import Document, Problem
from etl.intake import READERS
from etl.intake.source import Source

READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

Outcome = tuple[str | None, str]  # the place, and the title or address or reason
Taken = Callable[..., list[Outcome]]


def documents(path: Path, **settings: object) -> list[Document | Problem]:
    source = Source(name="test", path=path, read_at=READ_AT, **settings)  # type: ignore[arg-type]
    return list(READERS["files"](source))


def outcome(found: Document | Problem) -> Outcome:
    """What came of a file or row, short enough for a table of cases."""
    if isinstance(found, Problem):
        return found.place, found.reason.value
    if found.kind == "row":
        fields = json.loads(found.content)
        return found.place, fields.get("title") or fields["url"]
    return found.place, found.kind.value


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """The outcomes of a file of this name with this content."""

    def taken(name: str, content: bytes | str, **settings: object) -> list[Outcome]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [outcome(found) for found in documents(path, **settings)]

    return taken
