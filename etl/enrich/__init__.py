"""What a batch of articles gains: language, sentences, entities, tone. Each enricher takes a
record batch of ARTICLE_SCHEMA and gives one back with its own columns filled. What an article gains
depends on that article alone: not on its neighbours, the clock or chance."""

import pyarrow as pa

from etl.enrich.entities import add_mentions
from etl.enrich.models import Models
from etl.enrich.sentences import add_sentences
from etl.enrich.tone import add_tone


def enrich(articles: pa.RecordBatch, models: Models) -> pa.RecordBatch:
    """Articles with everything that is read out of their text."""
    return add_mentions(add_tone(add_sentences(articles)), models.entities)
