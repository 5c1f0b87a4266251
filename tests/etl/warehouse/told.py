"""Give articles their stories without the stages before: only their fingerprints are made."""

from pathlib import Path

import pyarrow as pa

from etl.article import Article, to_batch
from etl.enrich.columns import filled
from etl.enrich.fingerprint import add_fingerprint
from etl.warehouse import stories
from etl.warehouse.store import opened, sql


class Told:
    """A store whose refreshes are given their articles. Its folder must be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._refresh = 0

    def read(self, *articles: Article, fingerprinted: bool = True) -> dict[int, int]:
        """One refresh; the story of every article of the store. Those that are not fingerprinted
        are as version 0.1 has read them."""
        self._refresh += 1
        batch = to_batch(articles)
        if fingerprinted:
            batch = add_fingerprint(batch)
        else:
            batch = filled(batch, {"fingerprint": [None] * len(articles)})
        batch = batch.append_column(
            "refresh", pa.array([self._refresh] * len(articles), pa.int32())
        )
        with opened(self._folder) as store:
            store.bodies.register("batch", batch)
            store.bodies.execute(sql("put_bodies"))
            stories.join(store)
            found = store.bodies.execute("SELECT article, story FROM story_member").fetchall()
        return dict(found)
