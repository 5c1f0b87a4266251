"""One exchange with one server: send a request, hold the answer to its limits, read it.

When it may be sent, whether once more, and what to do about a redirect is `fetcher.py`'s."""

import re
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from io import BytesIO

import httpx

import presswatch
from etl.document import Reason
from etl.fetch.addresses import Resolve
from etl.fetch.answer import Fetched, Request
from etl.fetch.decode import ACCEPTED, Packed, decoded
from etl.fetch.failure import StoppedError, of_error, of_status
from etl.fetch.network import CheckedNetwork
from etl.fetch.transport import Transport
from presswatch.address import without_password
from presswatch.settings import FetchSettings

LONGEST = 4096  # characters of an address
HEADERS = 64_000  # bytes of an answer's headers
_DRAINED = 64_000  # bytes of a body that is read for nothing but the connection's next use
_HOST = re.compile(r"[a-z0-9._:-]+")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TYPES = "text/html, application/xhtml+xml, application/xml, application/json;q=0.9, */*;q=0.8"


class Exchange:
    """Owns the connections; close it."""

    def __init__(
        self,
        settings: FetchSettings,
        now: Callable[[], datetime],
        transport: httpx.BaseTransport,
    ) -> None:
        self._most = settings.max_bytes
        self._now = now
        read = settings.read_timeout.total_seconds()
        self._client = httpx.Client(
            transport=transport,
            trust_env=False,  # no proxy, no .netrc: what is asked stands in the settings alone
            follow_redirects=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(
                read, connect=settings.connect_timeout.total_seconds(), pool=None
            ),
            headers={
                "User-Agent": settings.user_agent or _user_agent(settings.contact),
                "Accept": _TYPES,
                "Accept-Encoding": ACCEPTED,
            },
        )

    def ask(self, url: httpx.URL, request: Request) -> Fetched | httpx.URL:
        """The answer, or the address that it redirects to. Raises StoppedError."""
        try:
            asked = self._client.build_request("GET", url, headers=request.conditions)
            response = self._client.send(asked, stream=True)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise of_error(error, reading=False) from error
        except ValueError as error:  # httpx 0.28 looks at a redirect's host even if told not to go
            raise StoppedError(Reason.BAD_ADDRESS) from error
        try:
            return self._read(response, url, request)
        except httpx.HTTPError as error:
            raise of_error(error, reading=True) from error
        finally:
            response.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def _read(
        self, response: httpx.Response, url: httpx.URL, request: Request
    ) -> Fetched | httpx.URL:
        if sum(len(name) + len(value) + 4 for name, value in response.headers.raw) > HEADERS:
            raise StoppedError(Reason.HEADERS_TOO_LARGE)
        status = response.status_code
        if status in (200, 203):
            return self._fetched(response, url, request, self._body(response, request))
        if status == 304 and request.conditions:
            return self._fetched(response, url, request, b"")
        _drain(response)
        if status in _REDIRECTS and "location" in response.headers:
            return _target(url, response.headers["location"])
        raise of_status(status, self._asked_wait(response))

    def _body(self, response: httpx.Response, request: Request) -> bytes:
        most = request.most(self._most)
        if (_length(response) or 0) > most:
            raise StoppedError(Reason.TOO_LARGE)
        encoding = response.headers.get("content-encoding", "")
        body = Packed() if request.packed else BytesIO()  # BytesIO gives its bytes without a copy
        return decoded(_parts(response), encoding, most, body)

    def _fetched(
        self, response: httpx.Response, url: httpx.URL, request: Request, content: bytes
    ) -> Fetched:
        headers = dict(response.headers)
        unchanged = response.status_code == 304
        return Fetched(
            asked=request.url,
            url=without_password(str(url)),
            status=response.status_code,
            headers=headers,
            content=content,
            fetched_at=self._now(),
            etag=headers.get("etag") or (request.etag if unchanged else None),
            last_modified=headers.get("last-modified")
            or (request.last_modified if unchanged else None),
        )

    def _asked_wait(self, response: httpx.Response) -> float | None:
        """How many seconds the server asks to wait, by its header Retry-After."""
        said = response.headers.get("retry-after", "").strip()
        if said.isascii() and said.isdecimal():
            return float(said[:12])
        try:
            until = parsedate_to_datetime(said)
        except ValueError:
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - self._now()).total_seconds())


def connections(
    settings: FetchSettings, resolve: Resolve, tls: ssl.SSLContext | None
) -> httpx.BaseTransport:
    """The network, as the settings allow it to be used."""
    network = CheckedNetwork(resolve, frozenset(settings.allowed_hosts))
    return Transport(network, tls or httpx.create_ssl_context(trust_env=False), settings.at_once)


def address(text: str) -> httpx.URL:
    """An address of http or https. Raises StoppedError for anything else."""
    return _checked(lambda: httpx.URL(text.strip()), len(text))


def host_of(url: httpx.URL) -> str:
    """The host as it is looked up; `url.host` fails on one that only looks encoded."""
    return url.raw_host.decode("ascii")


def _target(url: httpx.URL, location: str) -> httpx.URL:
    return _checked(lambda: url.join(location.strip()), len(location))


def _checked(made: Callable[[], httpx.URL], length: int) -> httpx.URL:
    try:
        url = made() if length <= LONGEST else None
    except (httpx.InvalidURL, ValueError):
        url = None
    if url is None or url.scheme not in ("http", "https") or (url.port or 0) > 65_535:
        raise StoppedError(Reason.BAD_ADDRESS)
    if not _HOST.fullmatch(host_of(url)):
        raise StoppedError(Reason.BAD_ADDRESS)
    return url.copy_with(fragment=None)


def _length(response: httpx.Response) -> int | None:
    said = response.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 19 else None


def _parts(response: httpx.Response) -> Iterator[bytes]:
    """The body as it comes; `iter_raw` would refuse what a mock transport has at once."""
    assert isinstance(response.stream, httpx.SyncByteStream)
    yield from response.stream


def _drain(response: httpx.Response) -> None:
    """Read a small body to its end, so that the connection can be used again."""
    length = _length(response)
    if length is not None and length <= _DRAINED:
        try:
            for _ in _parts(response):
                pass
        except (httpx.HTTPError, StoppedError):
            pass  # the status has said what there is to say


def _user_agent(contact: str | None) -> str:
    name = f"Presswatch/{presswatch.__version__}"
    return f"{name} ({contact})" if contact else name
