"""A store in which stories are told."""

from pathlib import Path

import pytest

from tests.etl.warehouse.told import Told


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """A store whose refreshes are given their articles."""
    return Told(tmp_path)
