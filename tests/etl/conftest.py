"""A server on this machine, and a store that is filled from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.etl.fetch.server import listening
from tests.etl.web import Newsroom


@pytest.fixture
def newsroom(store: Path) -> Iterator[Newsroom]:
    listener = listening()
    yield Newsroom(listener.state, store)
    listener.shutdown()
    listener.server_close()
