"""Why a fetch gave nothing: one exception inside this package, and what it is made of.

It never leaves the package: `fetcher.py` turns it into a Problem."""

import httpx

from etl.document import Reason

_REASONS = {
    401: Reason.FORBIDDEN,
    402: Reason.FORBIDDEN,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    408: Reason.SERVER_ERROR,
    410: Reason.NOT_FOUND,
    425: Reason.SERVER_ERROR,
    429: Reason.ASKED_TO_WAIT,
    451: Reason.FORBIDDEN,
}
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})


class StoppedError(Exception):
    """A fetch that gives nothing."""

    def __init__(
        self,
        reason: Reason,
        *,
        status: int | None = None,
        wait: float | None = None,  # seconds that the server asks for
        again: bool = False,  # whether another attempt may give something
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.wait = wait
        self.again = again
        self.redirected: str | None = None  # where to, if that is where it stopped

    @property
    def place(self) -> str | None:
        """What the address alone does not say."""
        status = f"HTTP {self.status}" if self.status else None
        return ", ".join(filter(None, (status, self.redirected))) or None


def of_status(status: int, wait: float | None) -> StoppedError:
    """What an answer's status says, where it brings nothing to read."""
    fallback = Reason.SERVER_ERROR if status >= 500 else Reason.HTTP_STATUS
    reason = _REASONS.get(status, fallback)
    return StoppedError(reason, status=status, wait=wait, again=status in _PASSING)


def of_error(error: httpx.HTTPError | httpx.InvalidURL, *, reading: bool) -> StoppedError:
    """What stopped an exchange; `reading`: whether the answer's body was under way."""
    match error:
        case httpx.TimeoutException():
            return StoppedError(Reason.TIMED_OUT, again=True)
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpx.LocalProtocolError():
            return StoppedError(Reason.BAD_ADDRESS)
        case httpx.RemoteProtocolError() if _header_too_long(error):
            return StoppedError(Reason.HEADERS_TOO_LARGE)
        case httpx.RemoteProtocolError() | httpx.NetworkError() if reading:
            return StoppedError(Reason.TRUNCATED, again=True)
        case httpx.NetworkError():
            return StoppedError(Reason.CONNECTION, again=True)
        case httpx.RemoteProtocolError() if _closed(error):
            return StoppedError(Reason.CONNECTION, again=True)
        case _:
            return StoppedError(Reason.BAD_ANSWER)


def _header_too_long(error: httpx.RemoteProtocolError) -> bool:
    """Whether h11 gave up on headers without end: it says so by the status it would answer with.

    httpcore 1.0 cuts the chain of causes, and keeps h11's error as its own error's argument."""
    below = error.__cause__.args if error.__cause__ else ()
    return any(getattr(one, "error_status_hint", None) == 431 for one in below)


def _closed(error: httpx.RemoteProtocolError) -> bool:
    # httpcore 1.0 has one exception for a server that hangs up and for one that talks nonsense.
    return "disconnected" in str(error)
