"""What the reasons of problems mean, and what one may do: the sentences of docs/schema.md."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Explained:
    """A reason in words; what to do is empty where there is nothing to be done."""

    meaning: str
    remedy: str


def _read() -> dict[str, Explained]:
    text = files(__package__).joinpath("reasons.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["reason"]: Explained(row["meaning"], row["remedy"]) for row in rows}


REASONS = _read()
UNKNOWN = Explained("a later Presswatch has found this, and its docs/schema.md says what it is", "")
