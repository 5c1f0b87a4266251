"""The address of an article's image, out of what a document says of images."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from etl.extract.text import strings_of
from presswatch.address import LONGEST, without_password

ADDRESSES = ("url", "contentUrl", "href", "@id")  # keys of objects that stand for an image


def choose_image(told: Iterable[object], base: str | None) -> str | None:
    """The first that is an address of the web, as seen from `base`; its parameters stay, for they
    often say which size is meant."""
    return next((found for one in told if (found := image_address(one, base))), None)


def image_address(value: object, base: str | None) -> str | None:
    """A whole http or https address; None for anything else, as for an image in the page itself."""
    if not isinstance(value, str) or not 0 < len(value := value.strip()) <= LONGEST:
        return None
    try:
        address = urljoin(base or "", value)
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or any(map(str.isspace, address)):
        return None
    return without_password(address)


def images_of(value: object) -> Iterator[str]:
    """The addresses that a value holds: a string, an ImageObject, or lists of them."""
    return strings_of(value, ADDRESSES)
