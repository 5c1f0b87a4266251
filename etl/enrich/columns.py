"""Fill columns of a record batch."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa


def filled(batch: pa.RecordBatch, values: Mapping[str, Sequence[Any]]) -> pa.RecordBatch:
    """The batch with these columns replaced, their types kept."""
    for name, column in values.items():
        place = batch.schema.get_field_index(name)
        field = batch.schema.field(place)
        batch = batch.set_column(place, field, pa.array(column, field.type))
    return batch
