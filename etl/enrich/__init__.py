"""What a batch of articles gains: sentences, tone, mentions. Each enricher takes a record batch
of ARTICLE_SCHEMA and gives one back with its own columns filled."""

import pyarrow as pa

from etl.enrich.entities import add_mentions
from etl.enrich.tone import add_tone


def enrich(articles: pa.RecordBatch, model: str) -> pa.RecordBatch:
    """Articles with everything that is read out of their text; `model` recognises entities."""
    return add_mentions(add_tone(articles), model)
