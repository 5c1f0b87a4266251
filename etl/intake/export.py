"""Export: what a tool's table or list looks like, and where our fields stand in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from etl.intake.columns import fold

Fields = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A table or list that another tool writes.

    `marks` are columns that it has and no other; 'a|b' is either. `fields` says which column
    holds a field, the surest first; 'source/name' is the name in the object of column 'source'.
    Beside the fields of columns.py there is 'host', the site of an address that is a path.
    Columns that somebody added are read by their usual names, but for `misleading` ones, which
    the tool itself writes and means another thing by."""

    name: str
    marks: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    misleading: tuple[str, ...] = ()
    mend: Callable[[Fields], Fields] | None = None

    @property
    def columns(self) -> frozenset[str]:
        """The columns in which the tool writes our fields, folded."""
        paths = (path for paths in self.fields.values() for path in paths)
        return frozenset(fold(path.partition("/")[0]) for path in paths)
