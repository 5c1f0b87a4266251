"""Find one article by its id or address, and get its reading."""

import re
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from presswatch import search
from presswatch.address import normalise
from presswatch.errors import AskError
from presswatch.snapshot import Snapshot

FIND = files(__package__).joinpath("find.sql").read_text("utf-8")
RULE_TAGS = files(__package__).joinpath("rule_tags.sql").read_text("utf-8")


def find_article(snapshot: Snapshot, asked: str) -> int:
    """The id of the article with that id or address. Raises AskError where there is none."""
    number = int(asked) if re.fullmatch("[0-9]{1,19}", asked) else None
    values = {
        "id": number if number is not None and number < 2**63 else None,
        "addresses": ways_to_write(asked),
    }
    with snapshot.cursor() as cursor:
        row = cursor.execute(FIND, values).fetchone()
    if row is None:
        raise AskError(
            f"No article has the id or address {asked!r}. `presswatch articles` lists all."
        )
    return int(row[0])


def reading_of(snapshot: Snapshot, article: int) -> dict[str, Any]:
    """What was read out of an article. Raises AskError where the index does not hold it."""
    reading = read_article(snapshot, article)
    if reading is None:
        raise AskError(f"The search index lacks article {article}. Run `presswatch refresh`.")
    return reading


def read_article(snapshot: Snapshot, article: int) -> dict[str, Any] | None:
    """What was read out of an article, or None. Its tags by rule follow those it came with: rules
    may change when no article does, so that only the snapshot knows them."""
    reading = search.reading(snapshot.store, article)
    if reading is None:
        return None
    values = {"article": article, "published_on": reading["published_on"]}
    with snapshot.cursor() as cursor:
        by_rule = [tag for (tag,) in cursor.execute(RULE_TAGS, values).fetchall()]
    return reading | {"tags": [*reading["tags"], *by_rule]}


def ways_to_write(address: str) -> list[str]:
    """The form of an address that the store keeps, then with or without the slash at its end,
    which servers tell apart and people do not."""
    known = normalise(address)
    if known is None:
        return []
    parts = urlsplit(known)
    path = parts.path.removesuffix("/") if parts.path.endswith("/") else parts.path + "/"
    return [known, parts._replace(path=path).geturl()]
