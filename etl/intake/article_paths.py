"""Which requests that a web server logs are a person's who reads an article."""

import re

from presswatch.address import is_home

ROBOT = re.compile(  # Cubot makes telephones
    r"(?<!cu)bot\b|bot[/_-]|crawl|spider|slurp|archiv|fetch|scan|monitor|check|probe|uptime|preview"
    r"|pingdom|headless|lighthouse|phantom|selenium|puppeteer|playwright|feed|\brss\b|curl|wget"
    r"|python|perl|ruby|java/|okhttp|go-http|libwww|httpclient|axios|facebookexternalhit|embedly"
    r"|validator|https?://",
    re.IGNORECASE,
)
FILE = re.compile(
    r"\.(?:css|js|mjs|map|json|xml|rss|atom|txt|ico|png|jpe?g|gif|webp|avif|svg|woff2?|ttf|otf|eot"
    r"|mp[34]|m4[av]|ogg|webm|m3u8|ts|pdf|zip|gz|csv|xlsx?|docx?|webmanifest|env|sql|bak|ya?ml)$",
    re.IGNORECASE,
)
OTHER = re.compile(  # lists, forms, and what machines ask for
    r"/(?:wp-(?:admin|login|json|content|includes|cron)|xmlrpc|cgi-bin|api|graphql|oauth|log-?in"
    r"|log-?out|sign-?(?:in|up)|cart|checkout|search|tags?|categor(?:y|ies)|authors?|feeds?|rss"
    r"|sitemaps?|static|assets|_next|\.well-known|\.git)(?:[/.?]|$)"
    r"|/page/\d+/?$|[?&](?:s|q|search|query)=",
    re.IGNORECASE,
)


def is_robot(agent: str) -> bool:
    """Whether a browser's name is a program's, which mostly says so; people's begin alike."""
    return not agent.startswith(("Mozilla/", "Opera/")) or bool(ROBOT.search(agent))


def is_article(url: str) -> bool:
    """Whether a normalised address may be an article's: neither home, list, form nor file."""
    path = "/" + url.split("/", 3)[3]
    return not (is_home(url) or FILE.search(path.partition("?")[0]) or OTHER.search(path))
