"""What the sessions of one server share: the open snapshot and the answers of its metrics.

Everything is keyed by what it was read from, so that a new generation is seen on the next run of
a page and nothing has to be thrown away by hand."""

import copy
import gc
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.filters import Filters
from dashboard.find import read_article
from dashboard.metrics import Find
from dashboard.metrics import ask as ask_metric
from presswatch import search
from presswatch.query import Node
from presswatch.snapshot import Pointer, Snapshot, read_pointer

ANSWERS, ANSWERS_SIZE = 2000, "256MB"
READINGS = 200
FOUND = 30  # queries, of which each may have found every article: 8 MB for a million
# The current generation, and the one before for sessions in the midst of a run.
GENERATIONS = 2


def current(store: Path) -> Snapshot:
    """The store's current snapshot. Looks at the pointer each time; opens a generation once."""
    pointer = read_pointer(store)
    opened = _open((str(store), pointer.generation), store, pointer)
    if opened.pointer == pointer:
        return opened
    # A refresh that changed nothing publishes no new generation, only how far it is complete.
    renewed = copy.copy(opened)
    renewed.pointer = pointer
    return renewed


def ask(snapshot: Snapshot, metric: str, filters: Filters, **parameters: Any) -> pd.DataFrame:
    """A metric's numbers, from the cache where they have been asked before."""
    pointer = snapshot.pointer
    renewed = (str(pointer.complete_until), str(pointer.last_refresh.refresh))
    read_from = (str(snapshot.store), pointer.generation, *renewed)
    asked = (metric, repr(filters), repr(sorted(parameters.items())))
    return _ask((*read_from, *asked), snapshot, metric, filters, parameters)


def reading(snapshot: Snapshot, article: int) -> dict[str, Any] | None:
    """The reading of one article, or None."""
    return _reading((str(snapshot.store), snapshot.pointer.generation), snapshot, article)


# Of the arguments below, those with an underscore are no part of the key: Streamlit's rule.


@st.cache_resource(max_entries=GENERATIONS, on_release=Snapshot.close, show_spinner=False)
def _open(key: tuple[str, ...], _store: Path, _pointer: Pointer) -> Snapshot:  # noqa: ARG001
    snapshot = Snapshot(_store, _pointer)
    # Streamlit collects garbage after every run (67 ms with pandas and Plotly); what is there
    # now stays for good, and need not be looked at again (a rerun went from 102 to 44 ms).
    gc.collect()
    gc.freeze()
    return snapshot


@st.cache_data(max_entries=ANSWERS, max_size=ANSWERS_SIZE, show_spinner=False)
def _ask(
    key: tuple[str, ...],  # noqa: ARG001
    _snapshot: Snapshot,
    _metric: str,
    _filters: Filters,
    _parameters: dict[str, Any],
) -> pd.DataFrame:
    return ask_metric(_snapshot, _metric, _filters, find=_finder(_snapshot), **_parameters)


def _finder(snapshot: Snapshot) -> Find:
    """What finds words, once a generation."""

    def find(store: Path, words: Node) -> pa.Table:
        return _find((str(store), snapshot.pointer.generation, repr(words)), store, words)

    return find


@st.cache_resource(max_entries=FOUND, show_spinner=False)
def _find(key: tuple[str, ...], _store: Path, _words: Node) -> pa.Table:  # noqa: ARG001
    return search.find(_store, _words)


@st.cache_data(max_entries=READINGS, show_spinner=False)
def _reading(key: tuple[str, ...], _snapshot: Snapshot, article: int) -> dict[str, Any] | None:  # noqa: ARG001
    return read_article(_snapshot, article)
