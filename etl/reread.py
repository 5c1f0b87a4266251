"""Count what a rebuild changed: by what an article said before it and says after it.

Its documents are read one after the other, and each may change the article and the next change it
back: a feed gives another title than its page, an earlier version another text than the last."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from etl.article import Article, article_id, from_batch
from etl.warehouse.load import Counts
from etl.warehouse.store import Store, sql
from etl.warehouse.versions import DATE, SAID

AT_ONCE = 500  # articles


@dataclass(slots=True)
class Reread:
    """The articles that were read anew."""

    documents: Counter[int] = field(default_factory=Counter)  # of each article
    _before: dict[int, int] = field(default_factory=dict)  # what each said, as a number

    def begin(self, store: Store, articles: Collection[int]) -> None:
        """Take down what these say before they are loaded, one for each document."""
        self._before |= _said(store, [one for one in set(articles) if one not in self.documents])
        self.documents.update(articles)

    def settle(self, store: Store, counts: Counts) -> None:
        """Put the counts right: an article that says something else is updated once, whatever
        number of its documents were read, and all other documents are unchanged."""
        after = _said(store, list(self.documents))
        counts.new = len(self.documents) - len(self._before)
        counts.updated = sum(after[one] != said for one, said in self._before.items())
        counts.unchanged = self.documents.total() - counts.new - counts.updated


def _said(store: Store, articles: list[int]) -> dict[int, int]:
    """What these articles say, each as a number; those are left out that are not known."""
    found: dict[int, int] = {}
    for begin in range(0, len(articles), AT_ONCE):
        ids = sorted(articles[begin : begin + AT_ONCE])
        known = store.bodies.sql(sql("known_readings"), params={"ids": ids}).to_arrow_table()
        found |= {article.id: _number(article) for article in from_batch(known)}
    return found


def _number(article: Article) -> int:
    return article_id(*(repr(getattr(article, name)) for name in (*SAID, *DATE)))
