"""Names in texts: people, organizations, places, events and products, with where they stand.

    read = recogniser("embedded")           # or the name of any installed spaCy model
    read(["Title", "First sentence.", …])   # the texts of one article; Spans for each of them
    read_articles = articles_recogniser("embedded")
    read_articles([[…], […]])               # many articles at once, which is faster; same results

The embedded recogniser is the network of data/model/ (trained by data/training/), which sees one
text at a time, and the rules of etl/enrich/consistency.py, which see one article at a time. What
an article gives does not depend on those that are read with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import islice

import spacy
from spacy.language import Language

from etl.enrich import consistency, embedding, word_classes  # noqa: F401 - makes the latter known to spaCy
from etl.enrich.found import Found, Span
from presswatch import resources
from presswatch.errors import SettingsError

EMBEDDED = "embedded"
NOT_NEEDED = ["tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"]
LONGEST_NAME = 200  # characters: what is longer is no name, and no list has room for it
LONGEST = 20_000  # characters of a text that are read: spaCy 3.8 refuses a million
TYPES = {  # the labels of models, by the words that Presswatch uses; other labels are left out
    "person": "person",
    "organization": "organization",
    "place": "place",
    "event": "event",
    "product": "product",
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "PRODUCT": "product",
}

Recognise = Callable[[list[str]], Found]


@dataclass(frozen=True, slots=True)
class Reader:
    """A pipeline, its version, and whether its findings are put right by the article's others."""

    pipeline: Language
    version: str
    consistent: bool

    def __call__(self, articles: list[list[str]]) -> list[Found]:
        """The spans of each text of each article."""
        articles = [[text[:LONGEST] for text in article] for article in articles]
        texts = [text for article in articles for text in article]
        with self.pipeline.memory_zone():  # else spaCy keeps every word that it has ever seen
            found = self._found(texts)
            spans = [list(islice(found, len(article))) for article in articles]
        if self.consistent:
            spans = [
                consistency.put_right(article, names)
                for article, names in zip(articles, spans, strict=True)
            ]
        return [[_without_overlong(names) for names in article] for article in spans]

    def _found(self, texts: list[str]) -> Iterator[list[Span]]:
        for document in self.pipeline.pipe(texts, batch_size=256):
            yield [
                Span(span.start_char, span.end_char, TYPES[span.label_])
                for span in document.ents
                if span.label_ in TYPES
            ]


def _without_overlong(names: list[Span]) -> list[Span]:
    return [one for one in names if one.end - one.start <= LONGEST_NAME]


@cache
def articles_recogniser(model: str) -> Reader:
    """The recogniser of a setting `entities.model`, for many articles: for each a list of texts
    in, for each text its spans out. Raises SettingsError where the model is missing."""
    if model == EMBEDDED:
        folder = resources.data("model")
        # No number that somebody must remember to raise: another training is another version.
        version = blake2b((folder / "ner" / "model").read_bytes(), digest_size=4).hexdigest()
        return Reader(spacy.load(folder), version, consistent=True)
    try:
        pipeline = spacy.load(model, exclude=NOT_NEEDED)
        return Reader(pipeline, str(pipeline.meta["version"]), consistent=False)
    except OSError as error:
        raise SettingsError(
            f"entities.model: no spaCy model {model!r} is installed. Install it, or write "
            f"{EMBEDDED!r} for the one that comes with Presswatch."
        ) from error


def recogniser(model: str) -> Recognise:
    """The same for one article at a time."""
    read = articles_recogniser(model)
    return lambda texts: read([texts])[0]
