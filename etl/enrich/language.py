"""The language of an article: what its text shows, else what its document says of it.

py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin, "langid.py: An
Off-the-shelf Language Identification Tool", 2012), reads the beginning of the body. A title alone
says too little: of 2,884 English ones it took one in eleven for something else."""

from functools import cache
from importlib import metadata
from typing import Any

import pyarrow as pa
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from etl.enrich.columns import filled, noted
from presswatch.errors import StoreError

VERSION = f"py3langid {metadata.version('py3langid')}"
ENOUGH = 100  # characters of a body; of less, languages that are alike are mixed up
READ = 1_000  # characters of it; more changed nothing and cost as much again
SURE = 0.9  # from here on what the text shows goes before what its document says
LIKELY = 0.5  # from here on it is taken where the document says nothing
NONE = "zxx"  # lists, logs, code
ALIKE = (  # a short text does not tell these apart: the document knows better
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"bs", "hr", "sr", "sh"}),
    frozenset({"id", "ms"}),
)


def add_language(articles: pa.RecordBatch) -> pa.RecordBatch:
    """Fill the language and its probability, which is absent where the document's word is kept."""
    found = [
        _decided(declared, "\n".join(body or []))
        for declared, body in zip(
            articles["language"].to_pylist(), articles["body"].to_pylist(), strict=True
        )
    ]
    values: dict[str, list[Any]] = {
        "language": [language for language, _ in found],
        "language_probability": [probability for _, probability in found],
    }
    return noted(filled(articles, values), "language", VERSION)


def shown(text: str) -> tuple[str, float] | None:
    """The language that a text shows (ISO 639-1) and how probable it is, 0 to 1; None of a text
    that is short, or in no language."""
    beginning = text[:READ]
    if len(beginning) < ENOUGH:
        return None
    language, probability = _identifier().classify(beginning)
    return None if language == NONE else (language, probability)


def _decided(declared: str | None, text: str) -> tuple[str | None, float | None]:
    language, probability = shown(text) or (None, 0.0)
    if language is None:
        return declared, None
    if declared is None:
        return (language, probability) if probability >= LIKELY else (None, None)
    if language == declared or (probability >= SURE and not _alike(language, declared)):
        return language, probability
    return declared, None


def _alike(one: str, other: str) -> bool:
    return any({one, other} <= group for group in ALIKE)


@cache
def _identifier() -> LanguageIdentifier:
    """The classifier, loaded once (half a second): of the languages that ISO 639-1 has.

    Raises StoreError where its model cannot be unpacked into the temporary folder."""
    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise StoreError(
            "The model that tells languages cannot be unpacked. See that the disk of the temporary "
            "folder has room, then refresh again."
        ) from error
    identifier.set_languages([code for code in identifier.labels if len(code) == 2 or code == NONE])
    # It keeps the table of all languages beside that of the chosen, 24 MB in each worker (0.4).
    return LanguageIdentifier(
        identifier.nb_ptc,
        identifier.nb_pc,
        identifier.nb_classes,
        identifier.tk_nextmove,
        identifier.tk_output,
        norm_probs=True,
        tk_row=identifier.tk_row,
    )
