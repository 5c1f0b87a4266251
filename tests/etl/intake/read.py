"""What intake makes of a file, as the fields of its rows."""

import json
from pathlib import Path
from typing import Any

from etl.document import Problem
from tests.etl.intake.conftest import documents

Said = dict[str, Any] | tuple[str | None, str]  # a row's fields, or the place and the reason


def said(path: Path, content: bytes | str, **settings: object) -> list[Said]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [
        (found.place, found.reason.value)
        if isinstance(found, Problem)
        else json.loads(found.content)
        for found in documents(path, **settings)
    ]
