"""The embedded recogniser: patterns over words and the lists of data/words/. It needs no download.

It finds what its lists and the forms of English names give away, and no more: docs/schema.md
says so to the reader. It knows people, organizations and places."""

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Span

from presswatch import resources

Pattern = dict[str, Any]

# A word as names have it, not one that is large for beginning a sentence.
CAPITAL: Pattern = {
    "TEXT": {
        "REGEX": r"^(?!(?:The|This|That|These|A|An|In|On|At|And|But|For|From|With|Our|We|It|Its)$)"
        r"[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-öø-ÿ]$"
    }
}
INITIAL: Pattern = {"TEXT": {"REGEX": r"^[A-Z]\.$"}, "OP": "?"}
PARTICLE: Pattern = {
    "LOWER": {"IN": ["de", "van", "von", "der", "den", "di", "da", "du", "la", "le", "bin", "al"]},
    "OP": "{0,2}",
}


@cache
def words(name: str) -> tuple[str, ...]:
    """A word list of data/words/: one entry a line, comments left out."""
    lines = resources.data(f"words/{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def pipeline() -> Language:
    """A spaCy pipeline that splits words and applies the patterns."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([*_people(), *_organizations(), *_places()])
    return nlp


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("titles"))


def without_title(span: Span) -> Span:
    """The span of a name, less the titles before it: 'Minister Lee' is Lee."""
    start = span.start
    while span.label_ == "PERSON" and span.doc[start].lower_ in _titles() and start < span.end - 1:
        start += 1
    return Span(span.doc, start, span.end, label=span.label)


def _people() -> list[dict[str, Any]]:
    title = {"LOWER": {"IN": list(words("titles"))}, "IS_TITLE": True, "OP": "+"}
    given = {"TEXT": {"IN": list(words("given_names"))}}
    forms = [
        [given, INITIAL, PARTICLE, CAPITAL],
        [given, INITIAL, PARTICLE, CAPITAL, CAPITAL],
        [title, CAPITAL],
        [title, CAPITAL, INITIAL, PARTICLE, CAPITAL],
    ]
    return [{"label": "PERSON", "pattern": form} for form in forms]


def _organizations() -> list[dict[str, Any]]:
    kind = {"TEXT": {"IN": list(words("organizations"))}}
    part = {**CAPITAL, "OP": "{1,4}"}
    joint = {"LOWER": {"IN": ["of", "for", "and"]}}
    forms = [
        [part, kind],
        [kind, joint, part],
        [part, kind, joint, part],
        [part, joint, part, kind],
    ]
    known = [{"label": "ORG", "pattern": name} for name in words("acronyms")]
    return known + [{"label": "ORG", "pattern": form} for form in forms]


def _places() -> list[dict[str, Any]]:
    return [{"label": "GPE", "pattern": name} for name in words("places")]
