"""What is asked for, and what came: plain records that the readers of sources take on."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One address to ask for; with what its last answer said of itself, only if it changed."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    max_bytes: int | None = None  # less than the settings allow
    packed: bool = False  # whether the content is wanted as gzip: a sitemap takes a twentieth so

    def most(self, allowed: int) -> int:
        """How many bytes an answer may have, where the settings allow that many."""
        return min(allowed, self.max_bytes or allowed)

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that make an unchanged answer cost nothing."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        # They are a server's words of an earlier day, kept in a store: no line ends in them.
        return {
            name: value
            for name, value in said.items()
            if value and value.isascii() and value.isprintable()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One answer. A status of 304 says that nothing has changed, and has no content."""

    asked: str  # the address that was asked for
    url: str  # the one that answered, after redirects
    status: int  # 200, 203 or 304
    headers: Mapping[str, str]  # names in lower case
    content: bytes  # decompressed, and nothing else done to it but what the request asks for
    fetched_at: datetime  # UTC
    etag: str | None = None  # to ask with next time
    last_modified: str | None = None

    @property
    def changed(self) -> bool:
        """Whether there is content."""
        return self.status != 304

    @property
    def media_type(self) -> str:
        """The declared type, such as text/html."""
        return self._declared().get_content_type()

    @property
    def charset(self) -> str | None:
        """The declared charset if there is such a one; servers often declare a wrong one."""
        declared = self._declared().get_content_charset()
        try:
            return codecs.lookup(declared).name if declared else None
        except (LookupError, ValueError):
            return None

    def _declared(self) -> Message:
        header = Message()
        header["Content-Type"] = " ".join(self.headers.get("content-type", "").split())
        return header
