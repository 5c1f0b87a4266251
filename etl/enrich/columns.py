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


def noted(batch: pa.RecordBatch, stage: str, made_with: str) -> pa.RecordBatch:
    """The batch with a stage's model or word list noted in `made_with`, in place of what it noted
    there before: what did not change is to stay the same in all."""
    note = {stage: f"{stage} {made_with}"}
    notes = [
        list(({one.partition(" ")[0]: one for one in earlier or []} | note).values())
        for earlier in batch["made_with"].to_pylist()
    ]
    return filled(batch, {"made_with": notes})
