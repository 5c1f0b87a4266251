"""Document: what intake read, before it is an article. Problem: one that could not be taken.

Both travel between processes as rows of an Arrow record batch."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import pyarrow as pa


class Kind(StrEnum):
    """What a document is, told by its content."""

    HTML = "html"
    CAPTURE = "capture"
    FEED = "feed"
    ROW = "row"


class Stage(StrEnum):
    """Where on the way a document was stopped."""

    FETCH = "fetch"
    INTAKE = "intake"
    EXTRACT = "extract"
    ENRICH = "enrich"


class Reason(StrEnum):
    """Why a document could not be taken: the closed list that docs/schema.md explains."""

    BAD_ADDRESS = "bad_address"
    NOT_ALLOWED_ADDRESS = "not_allowed_address"
    NO_SUCH_HOST = "no_such_host"
    CONNECTION = "connection"
    TLS = "tls"
    TIMED_OUT = "timed_out"
    ROBOTS = "robots"
    ROBOTS_UNAVAILABLE = "robots_unavailable"
    ASKED_TO_WAIT = "asked_to_wait"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    SERVER_ERROR = "server_error"
    HTTP_STATUS = "http_status"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    BAD_ANSWER = "bad_answer"
    HEADERS_TOO_LARGE = "headers_too_large"
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    UNREADABLE = "unreadable"
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    NO_COLUMNS = "no_columns"
    NO_HOST = "no_host"
    NO_TITLE = "no_title"
    NO_BODY = "no_body"
    NO_DATE = "no_date"
    IMPOSSIBLE_DATE = "impossible_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    FUTURE_DATE = "future_date"
    BAD_VALUE = "bad_value"
    TOO_SLOW = "too_slow"
    CRASHED = "crashed"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that intake read.

    A feed is one document until it is extracted, and is then counted by its entries.
    `content` holds the bytes as they were found; of a table's row, a JSON object whose keys
    are the fields of `etl/intake/columns.py`."""

    name: str  # path or address
    place: str | None = None  # 'line 3' where the name alone does not say
    kind: Kind
    content: bytes
    read_at: datetime  # UTC
    source: str | None = None  # the outlet, as the person who loads it named it
    folder: str | None = None  # the name of the folder it lay in: the last resort for an outlet
    asked: str | None = None  # the source of the settings or the desk that had it


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be taken, and why."""

    document: str
    place: str | None
    stage: Stage
    reason: Reason

    @property
    def why(self) -> str:
        """The reason, with the place where there is one: 'not_found, HTTP 404'."""
        return f"{self.reason}, {self.place}" if self.place else f"{self.reason}"


DOCUMENT_SCHEMA = pa.schema(
    [
        pa.field("name", pa.string(), nullable=False),
        pa.field("place", pa.string()),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("content", pa.binary(), nullable=False),
        pa.field("read_at", pa.timestamp("us", "UTC"), nullable=False),
        pa.field("source", pa.string()),
        pa.field("folder", pa.string()),
        pa.field("asked", pa.string()),
    ]
)
