"""What analysts decided of tags: which are one, which are not counted. A tag has one rule, the last
that somebody gave it; refreshes obey (etl/warehouse/tags.py)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from presswatch.desk.file import opened, rows, sql
from presswatch.tags import fold


class Decision(StrEnum):
    """What is to become of a tag."""

    MERGE = "merge"  # it is another name for `target`
    HIDE = "hide"  # it is not counted
    SHOW = "show"  # it is counted, as a tag of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRule:
    """A decision on a tag. `tag` and `target` are keys."""

    tag: str
    decision: Decision
    target: str | None = None  # of a merge
    label: str | None = None  # how the target is to be shown


def tag_rules(store: Path) -> list[TagRule]:
    """All rules, in the order of their tags. No target of a merge is merged itself."""
    return [
        TagRule(tag=tag, decision=Decision(decision), target=target, label=label)
        for tag, decision, target, label in rows(store, "tag_rules")
    ]


def merge_tags(store: Path, tags: Iterable[str], into: str, *, now: datetime) -> None:
    """Make these tags names of `into`, which is shown as it is written here. What was merged into
    them goes with them."""
    target = fold(into)
    with opened(store) as desk:
        desk.execute(sql("forget_merge"), {"tag": target})
        for tag in map(fold, tags):
            values = {"tag": tag, "target": target, "label": into, "made_at": now.isoformat()}
            desk.execute(sql("follow_tag"), values)
            if tag != target:
                desk.execute(sql("rule_tag"), values | {"decision": Decision.MERGE})


def decide(store: Path, tags: Iterable[str], decision: Decision, *, now: datetime) -> None:
    """Hide tags, or show them as tags of their own. Hiding one of several names hides the tag."""
    merged = {rule.tag: rule.target for rule in tag_rules(store) if rule.target}
    with opened(store) as desk:
        for tag in map(fold, tags):
            ruled = merged.get(tag, tag) if decision == Decision.HIDE else tag
            values = {"tag": ruled, "target": None, "label": None, "made_at": now.isoformat()}
            desk.execute(sql("rule_tag"), values | {"decision": decision})
