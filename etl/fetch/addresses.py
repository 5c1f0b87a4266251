"""Which addresses may be connected to, and what addresses a host's name has.

Public ones alone: what is fetched is shown to analysts, and a page or feed must not be able to
make this machine read what only its own network may see."""

import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue

from etl.document import Reason
from etl.fetch.failure import StoppedError

Resolve = Callable[[str, int, float], list[str]]  # host, port and seconds to its addresses

# `ipaddress.is_global` (3.11) is true of multicast, NAT64 and 6to4, hence lists of our own.
_CLOSED_4 = [
    ip_network(text)
    for text in """
        0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
        192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
        224.0.0.0/4 240.0.0.0/4
    """.split()
]
# Of IPv6 only global unicast is open. That leaves out loopback, unspecified, mapped IPv4, NAT64
# (64:ff9b::/96 and 64:ff9b:1::/48), unique local, link-local, site-local and multicast.
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = [
    ip_network(text)
    for text in """
        2001::/23 2001:db8::/32 2002::/16 3fff::/20
    """.split()  # IETF protocols with Teredo; documentation; 6to4; documentation
]


def is_open(address: str) -> bool:
    """Whether this address belongs to the public internet and to nothing else."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in network for network in _CLOSED_4)
    return parsed in _OPEN_6 and not any(parsed in network for network in _CLOSED_6)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host as this machine's resolver gives them. Raises StoppedError.

    The resolver knows no limit of time, so it is asked in a thread that may be left behind."""
    answers: SimpleQueue[list[str] | StoppedError] = SimpleQueue()
    threading.Thread(target=lambda: answers.put(_ask(host, port)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty as error:
        raise StoppedError(Reason.TIMED_OUT, again=True) from error
    if isinstance(answer, StoppedError):
        raise answer
    return answer


def _ask(host: str, port: int) -> list[str] | StoppedError:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return StoppedError(Reason.NO_SUCH_HOST, again=error.errno == socket.EAI_AGAIN)
    except (UnicodeError, OSError):  # a label of 64 letters, for one
        return StoppedError(Reason.NO_SUCH_HOST)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
