"""Place the articles of a batch in their stories, one after another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from etl.warehouse.stories_likeness import Member, likeness, rewriting


@dataclass(slots=True)
class Marked:
    """An article that is to be placed, and its marks."""

    member: Member  # as if it were alone
    keys: list[int]
    counts: dict[int, float]  # how much each term counts in it
    refresh: int
    is_settled: bool = False  # it shares a story, and stays there
    is_new: bool = True
    sought: frozenset[int] = frozenset()  # the terms by which others are sought


class Placed:
    """The articles of a batch that have been placed so far. `moving`: those that are yet to be,
    whatever is stored of them."""

    def __init__(self, moving: Iterable[int]) -> None:
        self.unmarked: set[int] = set()  # found by the marks of the same text's first article
        self._moving = frozenset(moving)
        self._members: dict[int, Member] = {}
        self._by_key: dict[int, list[int]] = defaultdict(list)
        self._by_original: dict[int, list[int]] = defaultdict(list)

    def add(self, one: Marked, stored: Iterable[Member], alike: Iterable[int]) -> None:
        """Place an article, unless it is settled, and let those that follow find it. `stored`:
        what was placed before and may tell the same; `alike`: fellows with like terms."""
        if not one.is_settled:
            others = [other for other in stored if other.article not in self._moving]
            one.member = self._in_its_story(one.member, [*others, *self._fellows(one, alike)])
        member = one.member
        self._members[member.article] = member
        if member.original is not None:
            self._by_original[member.original].append(member.article)
        if member.article not in self.unmarked:
            for key in one.keys:
                self._by_key[key].append(member.article)

    def _in_its_story(self, alone: Member, others: list[Member]) -> Member:
        """The article in the story of its likest copy, of its likest rewrite, or in its own."""
        best = _likest(alone, others, likeness)
        if best is not None and alone.sketch is not None and alone.sketch == best.sketch:
            self.unmarked.add(alone.article)
        best = best or _likest(alone, others, rewriting)
        return replace(alone, story=best.story, founded_on=best.founded_on) if best else alone

    def _fellows(self, one: Marked, alike: Iterable[int]) -> Iterator[Member]:
        """Articles placed before in this batch that share a key, an original or terms."""
        member = one.member
        found = {article for key in one.keys for article in self._by_key.get(key, ())}
        found.update(alike, self._by_original.get(member.article, ()))
        if member.original is not None:
            found.update([member.original], self._by_original.get(member.original, ()))
        return (self._members[article] for article in found if article in self._members)


def _likest(
    alone: Member, others: Iterable[Member], measure: Callable[[Member, Member], float | None]
) -> Member | None:
    """Of the articles that the measure knows as of one story the likest; at a tie, one of the
    oldest story."""
    measured = [(found, other) for other in others if (found := measure(alone, other)) is not None]
    if not measured:
        return None
    return min(measured, key=lambda pair: (-pair[0], pair[1].founded_on, pair[1].article))[1]
