"""Which addresses are connected to, and that it is the one that was checked."""

import ssl
from collections.abc import Iterator
from datetime import timedelta

import httpcore
import httpx
import pytest
import trustme

from etl.document import Problem
from etl.fetch import Fetched, Fetcher
from etl.fetch.addresses import is_open
from etl.fetch.budget import Budget
from etl.fetch.failure import StoppedError, of_error
from etl.fetch.network import CheckedNetwork
from etl.fetch.transport import ERRORS
from tests.etl.fetch.conftest import Make
from tests.etl.fetch.server import Server, answer, listening

PUBLIC = "93.184.215.14"
CLOSED = """
    127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254
    100.64.0.1 192.0.0.8 198.18.0.1 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:93.184.215.14 64:ff9b::7f00:1 64:ff9b::5db8:d70e
    64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2002:7f00:1::
    2002:c0a8:101::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
    localhost 127.1 0x7f.0.0.1
""".split()
OPEN = [PUBLIC, "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]


@pytest.mark.parametrize("address", CLOSED)
def test_closed(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("address", OPEN)
def test_open(address: str) -> None:
    assert is_open(address)


class Plain(httpcore.MockBackend):
    """A network that notes what it is asked to connect to, and may refuse."""

    def __init__(self, refused: frozenset[str] = frozenset()) -> None:
        super().__init__([])
        self.refused = refused
        self.connected: list[str] = []

    def connect_tcp(self, host: str, *rest: object, **named: object) -> httpcore.NetworkStream:
        self.connected.append(host)
        if host in self.refused:
            raise httpcore.ConnectError
        return super().connect_tcp(host, *rest, **named)  # type: ignore[arg-type]


def connect(network: CheckedNetwork) -> httpcore.NetworkStream:
    with Budget(5, 1_000, lambda: 0.0).running():
        return network.connect_tcp("news.example", 443, 1.0)


def test_a_name_that_changes_its_address_gains_nothing() -> None:
    """The name is looked up once, and what it gave then is connected to, not the name."""
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    plain = Plain()
    network = CheckedNetwork(lambda *_: next(answers), (), plain)
    connect(network)
    assert plain.connected == [PUBLIC]
    with pytest.raises(StoppedError) as stopped:
        connect(network)
    assert stopped.value.reason == "not_allowed_address"
    assert plain.connected == [PUBLIC]


def test_of_several_addresses_only_public_ones_are_tried() -> None:
    plain = Plain()
    connect(CheckedNetwork(lambda *_: ["127.0.0.1", "::1", PUBLIC], (), plain))
    assert plain.connected == [PUBLIC]


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    plain = Plain(refused=frozenset({OPEN[-1]}))
    connect(CheckedNetwork(lambda *_: [OPEN[-1], PUBLIC], (), plain))
    assert plain.connected == [OPEN[-1], PUBLIC]


def test_a_host_whose_addresses_all_refuse_is_not_connected_to() -> None:
    network = CheckedNetwork(lambda *_: [PUBLIC] * 9, (), plain := Plain(frozenset({PUBLIC})))
    with pytest.raises(httpcore.ConnectError):
        connect(network)
    assert len(plain.connected) == 4


def test_a_name_without_an_address(make: Make) -> None:
    problem = make().get("http://no-such-host.invalid/")
    assert isinstance(problem, Problem)
    assert problem.reason in ("no_such_host", "timed_out")  # where no name server is reached


def test_every_error_of_httpcore_becomes_a_reason() -> None:
    known = {
        error
        for error in vars(httpcore).values()
        if isinstance(error, type) and issubclass(error, Exception)
    }
    assert known == set(ERRORS)
    for error in ERRORS.values():
        assert of_error(error("x"), reading=False).reason
        assert of_error(error("x"), reading=True).reason


# TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=False)
    authority.configure_trust(context)
    return context


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    """A server with a certificate for news.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    listener = listening(context)
    listener.state.answers["/a"] = answer(b"x")
    yield listener.state
    listener.shutdown()
    listener.server_close()


def safely(make: Make, **arguments: ssl.SSLContext) -> Fetcher:
    settings = {
        "allowed_hosts": ("news.example", "other.example"),
        "read_timeout": timedelta(seconds=2),
        "connect_timeout": timedelta(seconds=2),
        "total_timeout": timedelta(seconds=4),
    }
    return make(settings, resolve=lambda *_: ["127.0.0.1"], **arguments)


def test_tls_is_with_the_name_though_the_address_is_connected_to(
    secure: Server, make: Make, trusting: ssl.SSLContext
) -> None:
    got = safely(make, tls=trusting).get(secure.url("/a", "news.example", "https"))
    assert isinstance(got, Fetched)
    [seen] = secure.seen
    assert seen.headers["host"] == f"news.example:{secure.port}"


def tls_problem(got: Fetched | Problem) -> None:
    assert isinstance(got, Problem)
    assert got.reason == "tls"


def test_a_certificate_of_nobody_known_is_refused(secure: Server, make: Make) -> None:
    tls_problem(safely(make).get(secure.url("/a", "news.example", "https")))


def test_a_certificate_of_another_name_is_refused(
    secure: Server, make: Make, trusting: ssl.SSLContext
) -> None:
    tls_problem(safely(make, tls=trusting).get(secure.url("/a", "other.example", "https")))
    assert secure.seen == []


def test_a_server_without_tls_is_refused(server: Server, make: Make) -> None:
    tls_problem(safely(make).get(server.url("/a", "news.example", "https")))
