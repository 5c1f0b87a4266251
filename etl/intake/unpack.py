"""Unpack gzip piece by piece, so that what is packed is never held as a whole."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain

GZIP = b"\x1f\x8b"
PIECE = 65_536  # bytes
WITH_HEADER = 16 + zlib.MAX_WBITS


class TooMuchError(Exception):
    """More bytes than are taken."""


def pieces_of(content: bytes) -> Iterator[bytes]:
    """The content in pieces."""
    return (content[begin : begin + PIECE] for begin in range(0, len(content), PIECE))


def unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """What gzip holds, as far as it is whole; anything else as it is. Raises TooMuchError."""
    coming = iter(pieces)
    first = next(coming, b"")
    whole = chain([first], coming)
    for piece in _inflated(whole) if first.startswith(GZIP) else whole:
        most -= len(piece)
        if most < 0:
            raise TooMuchError
        if piece:
            yield piece


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(WITH_HEADER)
    with suppress(zlib.error):
        for piece in pieces:
            rest = piece
            while rest:
                if inflater.eof:
                    if not rest.startswith(GZIP):  # padding after the end
                        return
                    inflater = zlib.decompressobj(WITH_HEADER)  # gzip may have several members
                yield inflater.decompress(rest, PIECE)
                rest = inflater.unconsumed_tail or inflater.unused_data
