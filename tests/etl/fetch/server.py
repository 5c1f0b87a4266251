"""A server on this machine that answers as a test tells it to, however badly.

It works on bare sockets: no library for servers would send half of what is sent here."""

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Answer = bytes | Callable[[socket.socket, "Seen"], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    connection: int  # the client's port: the same for requests on one connection


@dataclass(slots=True)
class Server:
    """What each path answers, and what was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    def url(self, path: str, host: str = "localhost", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A well-formed answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in named.items()]
    lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def dripping(head: bytes, drop: bytes, pause: float = 0.02) -> Answer:
    """Without an end: a drop now and then."""

    def drip(connection: socket.socket, _: Seen) -> None:
        connection.sendall(head)
        for _ in range(1_000):
            connection.sendall(drop)
            time.sleep(pause)

    return drip


def pouring(head: bytes, drop: bytes) -> Answer:
    """Without an end: as fast as it goes."""
    return dripping(head, drop * (1 + 64_000 // len(drop)), pause=0)


def cut(given: bytes) -> Answer:
    """So much, and then the connection ends."""
    return lambda connection, _: connection.sendall(given)


def in_turn(*answers: bytes) -> Answer:
    """Another answer each time; the last one from then on."""
    coming = iter(answers[:-1])

    def give(connection: socket.socket, _: Seen) -> None:
        connection.sendall(next(coming, answers[-1]))

    return give


class _Handler(socketserver.BaseRequestHandler):
    server: "_Listener"

    def handle(self) -> None:
        try:
            connection = self.request
            if self.server.tls:
                connection = self.server.tls.wrap_socket(connection, server_side=True)
            with connection:
                while request := _request(connection, self.client_address[1]):
                    if not _give(self.server.state, connection, request):
                        break
        except OSError:
            pass  # the client has had enough


def _give(state: Server, connection: socket.socket, seen: Seen) -> bool:
    """Whether the connection goes on."""
    state.seen.append(seen)
    given = state.answers.get(seen.path, answer(status="404 Not Found"))
    if isinstance(given, bytes):
        connection.sendall(given)
        return True
    given(connection, seen)
    return False


def _request(connection: socket.socket, client: int) -> Seen | None:
    head = b""
    while b"\r\n\r\n" not in head:
        received = connection.recv(65_536)
        if not head and received[:1] == b"\x16":  # a client that wants TLS
            connection.sendall(answer(status="400 Bad Request"))
            return None
        if not received:
            return None
        head += received
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Seen(
        first.split(" ")[1],
        {name.lower(): value for name, value in headers.items()},
        client,
    )


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tls = tls
        self.state = Server(self.server_address[1])


def listening(tls: ssl.SSLContext | None = None) -> _Listener:
    """A server that listens until it is shut down."""
    listener = _Listener(tls)
    threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True).start()
    return listener
