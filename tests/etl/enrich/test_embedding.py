"""Each word of a batch is embedded once, which changes nothing but the time."""

import numpy as np
import pytest
import spacy
from spacy.ml.models import MultiHashEmbed
from spacy.tokens import Doc

from etl.enrich.embedding import embedded_once

TEXTS = ["The port of Hamburg shut.", "", "Hamburg shut the port, the port of the port.", "Hamburg"]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], ["", ""]], ids=["several", "one", "no words"])
def test_words_are_embedded_as_one_by_one(texts: list[str]) -> None:
    make = spacy.blank("en").make_doc
    plain = MultiHashEmbed(8, ["NORM", "SUFFIX", "SHAPE"], [50, 50, 50], False)
    plain.initialize([make(TEXTS[0])])
    documents: list[Doc] = [make(text) for text in texts]
    expected = plain.predict(documents)
    got = embedded_once(plain).predict(documents)
    assert [one.shape for one in got] == [one.shape for one in expected]
    for one, other in zip(got, expected, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)
