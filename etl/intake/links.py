"""Where a link leads."""

from urllib.parse import urljoin

from presswatch.address import normalise


def absolute(link: str, base: str) -> str | None:
    """The address to ask for, as the link has it; None if it leads nowhere on the web."""
    try:
        url = urljoin(base, "".join(link.split()))
    except ValueError:
        return None
    return url if normalise(url) else None
