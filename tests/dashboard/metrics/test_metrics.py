"""Every metric equals its definition, over random corpora and filters."""

import math
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.metrics import METRICS, table
from dashboard.metrics.catalogue import Metric
from dashboard.metrics.parameters import PARAMETERS
from tests.dashboard.metrics import (
    changes,
    comparisons,
    definitions,
    healths,
    naming,
    popularity,
    sources_and_authors,
    stories_told,
    tones,
    topics_found,
    voices,
)
from tests.dashboard.metrics.corpora import Corpus, Opened, cases
from tests.dashboard.metrics.definitions import Rows

DEFINITIONS = (
    changes.DEFINITIONS
    | comparisons.DEFINITIONS
    | definitions.DEFINITIONS
    | healths.DEFINITIONS
    | popularity.DEFINITIONS
    | sources_and_authors.DEFINITIONS
    | naming.DEFINITIONS
    | stories_told.DEFINITIONS
    | tones.DEFINITIONS
    | topics_found.DEFINITIONS
    | voices.DEFINITIONS
)


def ways_to_ask(metric: Metric, limit: int, offset: int) -> Iterator[dict[str, Any]]:
    """Every choice of the metric's parameters, with one limit and offset."""
    choices: dict[str, list[Any]] = {"limit": [limit], "offset": [offset]}
    choices |= {"name": ["", "LIND"], "support": [limit], "kind": ["any", "person"]}
    choices |= {"members": list(voices.MEMBERS), "story": list(stories_told.STORIES)}
    choices |= {"other": ["", *comparisons.OTHERS], "sample": list(comparisons.SAMPLES)}
    choices |= {"words": [0, 500], "life": [1, 3], "least": [offset]}
    for name in metric.parameters:
        if name not in choices and issubclass(PARAMETERS[name].kind, StrEnum):
            choices[name] = [str(one) for one in PARAMETERS[name].kind]
    for values in product(*(choices[name] for name in metric.parameters)):
        yield dict(zip(metric.parameters, values, strict=True))


def alike(got: Any, expected: Any) -> bool:
    """Equal, floats as nearly as sums in another order can be; NaN is pandas for absent."""
    if expected is None or expected != expected:
        return got is None
    if isinstance(expected, float):
        return got is not None and math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12)
    return bool(got == expected)


@pytest.mark.parametrize("name", METRICS)
@settings(max_examples=12, deadline=None)
@given(cases(), st.sampled_from((0, 1, 3)), st.sampled_from((0, 2)))
def test_a_metric_equals_its_definition(
    name: str, case: tuple[Corpus, list[Filters]], limit: int, offset: int
) -> None:
    corpus, choices = case
    ways = list(ways_to_ask(METRICS[name], limit, offset))
    with closing(Opened(corpus)) as snapshot:
        for filters, parameters in product(choices, ways):
            rows = table(snapshot, name, filters, find=snapshot.find, **parameters)
            assert_alike(rows.to_pylist(), DEFINITIONS[name](corpus, filters, **parameters))


def assert_alike(got: Rows, expected: Rows) -> None:
    assert len(got) == len(expected), got
    for row, wanted in zip(got, expected, strict=True):
        assert set(row) == set(wanted)
        assert all(alike(row[column], wanted[column]) for column in wanted), (row, wanted)
