"""What a batch of articles gains: language, sentences, entities, tone and more. Each enricher takes
a record batch of ARTICLE_SCHEMA and gives one back with its own columns filled. What an article
gains depends on that article alone: not on its neighbours, the clock or chance."""

from collections.abc import Callable, Collection

import pyarrow as pa

from etl.enrich.fingerprint import add_fingerprint
from etl.enrich.keyphrases import add_keyphrases
from etl.enrich.language import add_language
from etl.enrich.mentions import add_mentions
from etl.enrich.models import Models
from etl.enrich.quotes import add_quotes
from etl.enrich.sentences import add_sentences
from etl.enrich.tone import add_tone

Enrich = Callable[[pa.RecordBatch, Models], pa.RecordBatch]

# In this order: a stage reads what those before it have filled.
STAGES: dict[str, Enrich] = {
    "language": lambda batch, _: add_language(batch),
    "sentences": lambda batch, _: add_sentences(batch),
    "entities": lambda batch, models: add_mentions(batch, models.entities),
    "tone": lambda batch, models: add_tone(batch, models.tone),
    "quotes": lambda batch, models: add_quotes(batch, models.tone),
    "keyphrases": lambda batch, _: add_keyphrases(batch),
    "fingerprint": lambda batch, _: add_fingerprint(batch),
}
# The stages that read what a stage fills, and so are to be done again after it.
READERS = {
    "language": tuple(STAGES),
    "sentences": ("entities", "tone", "quotes"),
    "entities": ("tone", "quotes"),
    "tone": ("quotes",),
}


def enrich(
    articles: pa.RecordBatch, models: Models, stages: Collection[str] = tuple(STAGES)
) -> pa.RecordBatch:
    """Articles with everything that these stages read out of their text."""
    for name, add in STAGES.items():
        if name in stages:
            articles = add(articles, models)
    return articles


def with_readers(stage: str) -> list[str]:
    """A stage and those that read what it fills."""
    return [name for name in STAGES if name == stage or name in READERS.get(stage, ())]
