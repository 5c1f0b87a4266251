"""What the web answered, as documents: told by its content, as files are."""

import codecs
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from etl.document import Document, Kind, Problem, Reason, Stage
from etl.fetch import Fetched
from etl.intake import json_feed
from etl.intake.encoding import is_utf8, marked_encoding
from etl.intake.lines import HEAD
from etl.intake.sniff import Format, sniff

BYTE_ORDER_MARK = "\ufeff".encode()
OF_NAMES = frozenset(("punycode", "idna"))  # Python has them; over a page they take for ever
WHOLE = {Format.HTML: Kind.HTML, Format.FEED: Kind.FEED}


def documents(
    answer: Fetched, *, asked: str | None, outlet: str | None, read_at: datetime
) -> Iterator[Document | Problem]:
    """A page or feed as one document, a JSON Feed as one for each item."""
    whole = document(answer.url, answer.content, answer.charset, read_at)
    found = sniff(whole.content[:HEAD])
    if isinstance(found, Reason):
        yield Problem(answer.url, None, Stage.INTAKE, found)
    elif kind := WHOLE.get(found):
        yield _of(whole, asked, outlet, kind)
    elif found in json_feed.FORMATS and json_feed.MARK in whole.content[:HEAD]:
        for one in json_feed.read(whole):
            yield one if isinstance(one, Problem) else _of(one, asked, outlet, Kind.ROW)
    else:
        yield Problem(answer.url, None, Stage.INTAKE, Reason.UNKNOWN_KIND)


def document(name: str, content: bytes, charset: str | None, read_at: datetime) -> Document:
    """A page of the web. The charset that its server declared is marked in the content, but not
    where the content is UTF-8: what is UTF-8 by chance is rarer than servers that declare wrong."""
    if charset and not marked_encoding(content) and not is_utf8(content):
        with suppress(ValueError, LookupError):  # declared wrongly: the page may say better
            if codecs.lookup(charset).name not in OF_NAMES:
                content = BYTE_ORDER_MARK + content.decode(charset).encode()
    return Document(name=name, kind=Kind.HTML, content=content, read_at=read_at)


def _of(found: Document, asked: str | None, outlet: str | None, kind: Kind) -> Document:
    return replace(found, kind=kind, source=outlet, asked=asked)
