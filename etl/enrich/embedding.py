"""A part of the recogniser's network: embeds each different word of a batch once.

In a batch of sentences three words in four have stood there before. Once the network is trained,
what it makes of a word by itself is reckoned once for all of them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, Ragged

Words = list[Any]  # of each document a matrix, a row a word

# Odd numbers of 64 bits: a word's features, times these and added up, tell it from other words.
MIXED = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93],
    dtype="uint64",
)


def embedded_once(embed: Model[list[Doc], Words]) -> Model[list[Doc], Words]:
    """The same as `embed`, which is a spacy.MultiHashEmbed.v2 of at most four features."""
    return Model("embedded_once", _forward, init=_initialize, layers=[embed])


def _initialize(model: Model[list[Doc], Words], X: Any = None, Y: Any = None) -> None:  # noqa: N803
    model.layers[0].initialize(X, Y)


def _forward(
    model: Model[list[Doc], Words], documents: list[Doc], is_train: bool
) -> tuple[Words, Callable[[Words], Any]]:
    embed: Any = model.layers[0]
    if is_train or not any(map(len, documents)):
        result: tuple[Words, Callable[[Words], Any]] = embed(documents, is_train)
        return result
    extract, _, tables, mix, _ = embed.layers
    features = extract.predict(documents)
    every: Any = np.concatenate(features).astype("uint64")
    spelled = (every * MIXED[: every.shape[1]]).sum(axis=1, dtype="uint64")
    _, first, which = np.unique(spelled, return_index=True, return_inverse=True)
    lengths: Any = np.array([len(first)], dtype="int32")
    different = Ragged(every[first], lengths)
    vectors = mix.predict(tables.predict(different)).data[which]
    ends = np.cumsum([len(one) for one in features])[:-1]
    return np.split(vectors, ends), _no_training


def _no_training(_gradient: Words) -> Any:
    raise ValueError("What was embedded once for all cannot be trained.")


registry.architectures.register("presswatch.EmbeddedOnce.v1", func=embedded_once)
