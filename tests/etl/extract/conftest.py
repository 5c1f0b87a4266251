"""Documents that need no file."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from etl.document import Document, Kind
from etl.extract import Extracted, extract

READ_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
Read = Callable[..., list[Extracted]]


@pytest.fixture
def read() -> Read:
    """What extract reads in a document of this kind and content."""

    def read(
        kind: Kind, content: bytes | str, *, zone: str = "UTC", **known: str
    ) -> list[Extracted]:
        document = Document(
            name=known.pop("name", "folder/page"),
            kind=kind,
            content=content if isinstance(content, bytes) else content.encode(),
            read_at=READ_AT,
            **known,
        )
        return list(extract(document, ZoneInfo(zone)))

    return read
