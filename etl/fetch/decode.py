"""Undo the compression of a body while it comes, and stop at a limit.

A gzip of 300 kB can grow to 300 MB: no more is ever decompressed than the limit and one byte."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import Protocol

from etl.document import Reason
from etl.fetch.failure import StoppedError

ACCEPTED = "gzip, deflate"
_GZIP = b"\x1f\x8b"
_BITS = {"gzip": 16 + zlib.MAX_WBITS, "zlib": zlib.MAX_WBITS, "bare": -zlib.MAX_WBITS}


class Body(Protocol):
    """What a body is written to; `tell` gives how many bytes were."""

    def write(self, part: bytes, /) -> int:
        """Append a part."""

    def tell(self) -> int:
        """The bytes written so far."""

    def getvalue(self) -> bytes:
        """The whole, as it is kept."""


class Packed:
    """A body that is kept as gzip."""

    def __init__(self) -> None:
        self._packing = zlib.compressobj(1, wbits=_BITS["gzip"])
        self._kept = BytesIO()
        self._written = 0

    def write(self, part: bytes, /) -> int:
        """Pack a part."""
        self._kept.write(self._packing.compress(part))
        self._written += len(part)
        return len(part)

    def tell(self) -> int:
        """The bytes written so far, unpacked."""
        return self._written

    def getvalue(self) -> bytes:
        """The whole, packed; nothing can be written after it."""
        self._kept.write(self._packing.flush())
        return self._kept.getvalue()


def decoded(parts: Iterable[bytes], encoding: str, limit: int, body: Body) -> bytes:
    """Write these parts to a body as the header Content-Encoding says; gives the whole of it.

    Raises StoppedError."""
    names = [name.strip().lower() for name in encoding.split(",")]
    match [name.removeprefix("x-") for name in names if name not in ("", "identity")]:
        case []:
            return _plain(parts, limit, body)
        case ["gzip" | "deflate" as name]:
            return _inflated(parts, name, limit, body)
        case _:
            raise StoppedError(Reason.BAD_ANSWER)


def _plain(parts: Iterable[bytes], limit: int, body: Body) -> bytes:
    for part in parts:
        body.write(part)
        _hold(body, limit)
    return body.getvalue()


def _inflated(parts: Iterable[bytes], name: str, limit: int, body: Body) -> bytes:
    source = iter(parts)
    head = _head(source)
    form = _form(head, name)
    if form is None:  # empty, or said to be compressed and is not
        return _plain(chain([head], source), limit, body)
    inflater = zlib.decompressobj(_BITS[form])
    for part in chain([head], source):
        rest = part
        while rest:
            if inflater.eof:
                if not rest.startswith(_GZIP):  # padding after the end
                    break
                inflater = zlib.decompressobj(_BITS[form])  # gzip may have several members
            rest = _inflate(inflater, rest, body, limit)
    if not inflater.eof:
        raise StoppedError(Reason.TRUNCATED, again=True)
    return body.getvalue()


def _inflate(inflater: "zlib._Decompress", data: bytes, body: Body, limit: int) -> bytes:
    """Decompress one piece into the body; gives what lies behind the end of the stream."""
    while data and not inflater.eof:
        try:
            body.write(inflater.decompress(data, limit - body.tell() + 1))
        except zlib.error as error:
            raise StoppedError(Reason.BAD_ANSWER) from error
        _hold(body, limit)
        data = inflater.unconsumed_tail
    return inflater.unused_data


def _head(source: Iterator[bytes]) -> bytes:
    """At least two bytes, if there are two: they tell the form."""
    head = b""
    for part in source:
        head += part
        if len(head) >= 2:
            break
    return head


def _form(head: bytes, name: str) -> str | None:
    if head.startswith(_GZIP):
        return "gzip"
    if name == "gzip" or not head:
        return None
    # zlib's header is a multiple of 31; some servers send deflate without it.
    zlibbed = len(head) >= 2 and head[0] & 0x0F == 8 and int.from_bytes(head[:2]) % 31 == 0
    return "zlib" if zlibbed else "bare"


def _hold(body: Body, limit: int) -> None:
    if body.tell() > limit:
        raise StoppedError(Reason.TOO_LARGE)
