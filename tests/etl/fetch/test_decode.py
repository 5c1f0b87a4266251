"""Decompression: whatever the pieces, the same body; never more of it than the limit."""

import gzip
import itertools
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.decode import Packed, decoded
from etl.fetch.failure import StoppedError

LIMIT = 10_000


def pieces(content: bytes, cuts: list[int]) -> list[bytes]:
    marks = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    return [content[begin:end] for begin, end in itertools.pairwise(marks)]


@given(
    st.binary(max_size=500), st.lists(st.integers(0, 1_000)), st.sampled_from(["gzip", "deflate"])
)
def test_the_pieces_do_not_matter(content: bytes, cuts: list[int], encoding: str) -> None:
    packed = gzip.compress(content) if encoding == "gzip" else zlib.compress(content)
    assert decoded(pieces(packed, cuts), encoding, LIMIT, BytesIO()) == content


@given(
    st.binary(max_size=500),
    st.lists(st.integers(0, 1_000)),
    st.sampled_from(["gzip", "deflate", ""]),
)
def test_any_bytes_give_a_body_or_a_reason(content: bytes, cuts: list[int], encoding: str) -> None:
    try:
        assert len(decoded(pieces(content, cuts), encoding, LIMIT, BytesIO())) <= LIMIT
    except StoppedError as stopped:
        assert stopped.reason in ("bad_answer", "truncated", "too_large")


@pytest.mark.parametrize("size", [LIMIT - 1, LIMIT, LIMIT + 1])
@pytest.mark.parametrize("encoding", ["gzip", "deflate", "identity"])
def test_the_limit_is_the_last_size_that_passes(size: int, encoding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes}[encoding]
    packed = pack(bytes(size))
    if size <= LIMIT:
        assert decoded([packed], encoding, LIMIT, BytesIO()) == bytes(size)
    else:
        with pytest.raises(StoppedError, match="too_large"):
            decoded([packed], encoding, LIMIT, BytesIO())


@pytest.mark.parametrize("encoding", ["gzip", "deflate", ""])
def test_nothing_stays_nothing(encoding: str) -> None:
    assert decoded([], encoding, LIMIT, BytesIO()) == b""


@given(st.binary(max_size=500), st.lists(st.integers(0, 1_000)), st.sampled_from(["gzip", ""]))
def test_a_body_may_be_kept_packed(content: bytes, cuts: list[int], encoding: str) -> None:
    sent = gzip.compress(content) if encoding else content
    kept = decoded(pieces(sent, cuts), encoding, LIMIT, Packed())
    assert gzip.decompress(kept) == content


def test_the_limit_of_a_body_that_is_kept_packed_is_one_of_bytes_unpacked() -> None:
    with pytest.raises(StoppedError, match="too_large"):
        decoded([bytes(LIMIT + 1)], "", LIMIT, Packed())
