"""One form for each web address, so that an article is known again wherever it was found.

http and https are one address, written as https; a port other than the default is kept, with its
scheme. A site's bare host and its root are one address; in a longer path case and a slash at the
end count, as they do for servers. Parameters count, except those that only say who linked."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from courlan import extract_domain

LONGEST = 4096  # characters
TRACKING = re.compile(
    r"(?:utm|at|itm|mtm|pk|hsa|vero|oly|ns|guce)_\w+"
    r"|(?:fb|g|d|y|tw|tt)clid|msclkid|gbraid|wbraid|srsltid|igsh(?:id)?|li_fat_id|mc_[ce]id"
    r"|mkt_tok|_hs(?:enc|mi)|_g[al]|s_cid|cmpid|ocid|ncid|smid|smtyp|sr_share|xtor|ref_(?:src|url)"
    r"|guccounter|__twitter_impression|spm|wt\.mc_id",
    re.IGNORECASE,
)
HOMES = frozenset({"", "/", "/index.html", "/index.htm", "/index.php", "/home"})
USER = re.compile(r"\A([^/?#]*//)[^/?#]*@")
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
DEFAULT_PORTS = {"http": 80, "https": 443}


def normalise(address: object, base: str | None = None) -> str | None:
    """The one form of an http or https address; None for anything else."""
    if not isinstance(address, str) or not 0 < len(address) <= LONGEST:
        return None
    address = "".join(address.split())  # addresses broken over lines
    try:
        parts = urlsplit(urljoin(base, address) if base else address)
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
        port = parts.port
        path, query = _path(parts.path), _query(parts.query)
    except ValueError:  # UnicodeError is one
        return None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not host:
        return None
    host = f"[{host}]" if ":" in host else host
    if not HOST.fullmatch(host):
        return None
    if port in (None, DEFAULT_PORTS[scheme]):
        scheme = "https"
    else:
        host = f"{host}:{port}"
    return urlunsplit(SplitResult(scheme, host, path, query, ""))


def host_of(url: str) -> str:
    """The host of a normalised address, as a name for an outlet: without 'www.'."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def without_password(url: str) -> str:
    """An address of the web as it can be shown: without what its user is told by."""
    return USER.sub(r"\1", url)


def domain_of(url: str) -> str:
    """What somebody registered: example.co.uk of news.example.co.uk."""
    host = host_of(url)
    # Reserved names ('.example', '.local') are on no list: take the last two labels.
    named = not host.replace(".", "").isdigit() and ":" not in host
    return extract_domain(url) or (".".join(host.split(".")[-2:]) if named else host)


def is_home(url: str) -> bool:
    """Whether a normalised address is a site's front page."""
    parts = urlsplit(url)
    return parts.path in HOMES and not parts.query


def canonical(found: str | None, declared: str | None, shared: str | None = None) -> str | None:
    """The address of a page that was found at one, declares one, and has one for sharing (og:url).

    A page's word for its own address is taken only within the registrable domain that it was
    found in: a syndicated copy that points to its first publisher stays an article of its own."""
    known = found or (shared if shared and not is_home(shared) else None)
    if declared is None or is_home(declared):
        return known
    if known and domain_of(known) != domain_of(declared):
        return known
    return declared


def _path(path: str) -> str:
    path = re.sub(r"/{2,}", "/", path)
    path = quote(path, safe="/%:@!$&'()*+,;=~")
    path = re.sub(r"%[0-9a-f]{2}", lambda match: match[0].upper(), path)
    return path or "/"


def _query(query: str) -> str:
    kept = [
        quote(part, safe="%:@!$'()*+,;=~/?[]")
        for part in query.split("&")
        if part and not TRACKING.fullmatch(part.partition("=")[0])
    ]
    return "&".join(sorted(kept))
