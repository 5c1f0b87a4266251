"""Connect to the very address that was checked, and count what comes from it.

TLS goes on above, with the host's name: a name that resolves to something else a moment later
gains nothing by it."""

import ssl
from collections.abc import Collection, Iterable
from typing import Any

import httpcore

from etl.document import Reason
from etl.fetch.addresses import Resolve, is_open
from etl.fetch.budget import current
from etl.fetch.failure import StoppedError

_TRIED = 4  # addresses of a host; each has its share of the time to connect


class CheckedNetwork(httpcore.NetworkBackend):
    """Opens connections for httpcore, to public addresses and to hosts that are allowed by name."""

    def __init__(
        self,
        resolve: Resolve,
        allowed: Collection[str],
        plain: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._plain = plain or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the host's addresses. Raises StoppedError."""
        found = self._resolve(host, port, current().seconds(timeout))
        addresses = [one for one in found if host in self._allowed or is_open(one)]
        if not addresses:
            raise StoppedError(Reason.NOT_ALLOWED_ADDRESS if found else Reason.NO_SUCH_HOST)
        addresses = addresses[:_TRIED]
        share = None if timeout is None else timeout / len(addresses)
        for last, address in enumerate(addresses, 1 - len(addresses)):
            try:
                stream = self._plain.connect_tcp(
                    address, port, current().seconds(share), local_address, socket_options
                )
                return _CountedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == 0:
                    raise
        raise AssertionError("there is at least one address")


class _CountedStream(httpcore.NetworkStream):
    """A connection whose bytes and seconds are those of the exchange that uses it."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        budget = current()
        received = self._stream.read(max_bytes, budget.seconds(timeout))
        budget.receive(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, current().seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = current().seconds(timeout)
        try:
            return _CountedStream(self._stream.start_tls(ssl_context, server_hostname, limit))
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise StoppedError(Reason.TLS) from error
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
