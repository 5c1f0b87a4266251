"""Which addresses may be followed: an article's comes from outside, and can say anything."""

from urllib.parse import urlsplit


def followable(url: object) -> str | None:
    """The address, or None: only http and https lead to a web page."""
    try:
        parts = urlsplit(str(url))
    except ValueError:
        return None
    return str(url) if parts.scheme in ("http", "https") and parts.hostname else None
