"""Speakers: whom a sentence gives as the one who speaks, by its verbs of speech.

The subject stands before the verb ("Joost de Wit, who leads the union, said") or after it ("sagte
die Ministerin"). A pronoun is the last person named, "the minister" the last one so titled, "the
ministry" the last organization of that kind. A subject that has no name ("residents said") gives a
speaker who is not known, not the next best name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from etl.enrich.found import Name
from etl.enrich.narration import Token
from etl.enrich.speech import Words, genders

APART = 8  # words at most between a name and the apposition that gives its role
SPEAKING = ("person", "organization", "place")
GENERAL = frozenset(  # nouns that any organization may be called by
    "company firm organisation organization agency club unternehmen firma entreprise société "
    "agence empresa compañía companhia azienda società bedrijf".split()
)


@dataclass(slots=True)
class Known:
    """Who has been named so far."""

    person: str | None = None  # the last one, as a rule the subject of its sentence
    organization: str | None = None
    speaker: str | None = None  # who was said to speak last, in this paragraph or the one before
    by_gender: dict[str, str] = field(default_factory=dict)  # the last ones
    genders: dict[str, str] = field(default_factory=dict)
    by_noun: dict[str, str] = field(default_factory=dict)  # role or kind of body to entity
    by_last_name: dict[str, str] = field(default_factory=dict)  # people, in all of the body
    kinds: dict[str, str] = field(default_factory=dict)  # entity to type


@dataclass(frozen=True, slots=True)
class Said:
    """That somebody speaks: the token that says so, and who it is, where that is known."""

    at: int
    speaker: str | None


def said(tokens: Sequence[Token], words: Words, known: Known) -> list[Said]:
    """Who speaks in a sentence, in the order of the verbs."""
    found: list[Said] = []
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if phrase := _source(tokens, at, words):
            subject = _after(tokens, at + len(phrase) - 1, words, known)
        elif token.text in words.verbs or token.text in words.weak:
            subject = _of_verb(tokens, at, words, known)
        else:
            continue
        vague = token.text in words.weak or token.text in words.naming
        if subject == "" and found and at and tokens[at - 1].kind == "comma":
            subject = found[-1].speaker or ""  # "she said, adding that"
        if subject or (subject is not None and not vague):
            found.append(Said(at, subject or None))
    return found


def subject(tokens: Sequence[Token], words: Words, known: Known) -> str | None:
    """Whom a sentence is about: the first person that no preposition goes before, or whom the
    pronoun stands for that it begins with."""
    if not tokens:
        return None
    first = tokens[0]
    if first.kind == "word" and words.is_pronoun(first.text):
        return _pronoun(first.text, [], words, known)
    people = [
        (at, one.name.entity)
        for at, one in enumerate(tokens)
        if one.name and one.name.type == "person" and not one.is_owner
    ]
    free = [entity for at, entity in people if not _has_preposition(tokens, at, words)]
    return next(iter(free or [entity for _, entity in people]), None)


def _source(tokens: Sequence[Token], at: int, words: Words) -> tuple[str, ...]:
    """The phrase such as "according to" that stands at a place, or ()."""
    for phrase in words.source:
        read = tokens[at : at + len(phrase)] if tokens[at].text == phrase[0] else ()
        if tuple(one.text for one in read) == phrase:
            return phrase
    return ()


# In what follows, a speaker is a name; "" is somebody who is not known; None is nobody: the verb
# has no subject there.


def _of_verb(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str | None:
    verb = tokens[at].text
    left = at - 1
    while left >= 0 and _is_between(tokens[left], words):
        left -= 1
    if left >= 0 and any(tokens[left].text in one for one in (words.passive, words.prepositions)):
        return None  # "was told", "without adding"
    if left < 0 or tokens[left].kind in ("quote", "dash") or _after_quote(tokens, left):
        found = None if verb in words.objects else _after(tokens, at, words, known)
        if found is not None:
            return found
        if left < 0 or verb in words.weak:
            return None
        return known.speaker or known.person or ""  # "añadió": the verb alone
    return _before(tokens, left, words, known)


def _is_between(token: Token, words: Words) -> bool:
    return token.kind == "word" and (
        token.text in words.between or (token.text.endswith("ly") and len(token.text) > 4)
    )


def _after_quote(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "comma" and at > 0 and tokens[at - 1].kind == "quote"


def _before(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str | None:
    """The subject that ends with the token at a place."""
    token = tokens[at]
    if token.kind == "comma":
        return _across_comma(tokens, at, words, known)
    if token.kind != "word":
        return _name_before(tokens, at, words, known) if token.name else None
    if words.is_pronoun(token.text):
        return _pronoun(token.text, tokens[:at], words, known)
    if token.text in words.joins or token.text in ("to", "who", "then", "zu"):
        return subject(tokens[:at], words, known) if at else None
    if token.text in words.own:
        return ""
    if _is_noun(token, words):
        return _noun(tokens, at, known)
    return _missed(tokens, at, words, known)


def _across_comma(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str | None:
    """The subject before "Its chair, Annemarie Kolb, said" or "Kolb, who chairs it, said"."""
    end = at
    while end > 0:
        begin = end
        while begin > 0 and tokens[begin - 1].kind not in ("comma", "quote", "colon"):
            begin -= 1
        last = tokens[end - 1]
        aside = begin < end and _is_aside(tokens[begin].text, words)
        if begin < end and last.name and not last.is_owner and not aside:
            if not _has_preposition(tokens, end - 1, words):
                return _speaks(last.name)
        elif begin < end and words.is_pronoun(last.text):
            return _pronoun(last.text, tokens[: end - 1], words, known)
        end = begin - 1
    return subject(tokens[:at], words, known) or ""


def _is_aside(word: str, words: Words) -> bool:
    """Whether what begins with a word, between commas, says more of the subject before it."""
    return word in words.prepositions or word in words.joins or word in words.own


def _name_before(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str:
    """Who "Lee", "Smith of the union" or "a spokesman for Maersk" is."""
    name = tokens[at].name
    if name is None or tokens[at].is_owner:
        return ""
    if not _has_preposition(tokens, at, words):
        return _speaks(name)
    place = at - 1
    while place > 0 and tokens[place].text not in words.prepositions:
        place -= 1
    head = tokens[place - 1] if place else None
    if head is None:
        return ""
    if head.name:
        return "" if head.is_owner else _name_before(tokens, place - 1, words, known)
    if _is_noun(head, words):
        person = known.by_noun.get(head.text) if head.text in words.roles else None
        return person or (name.entity if name.type == "organization" else "")
    return ""


def _missed(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str:
    """A name that ends at a place and that the recogniser has missed: words written large, more
    than one where the sentence begins, for there all words are."""
    begin = at + 1
    while begin > 0 and at - begin < APART and _is_large(tokens[begin - 1], words):
        begin -= 1
    if begin > at or words.nouns_are_large:
        return ""
    written = " ".join(one.written for one in tokens[begin : at + 1])
    if found := known.by_last_name.get(tokens[at].text):
        return found
    if begin == at == 0 or _has_preposition(tokens, begin, words):
        return ""
    known.by_last_name[tokens[at].text] = written
    return written


def named_after(tokens: Sequence[Token], at: int, words: Words) -> str | None:
    """The name that follows a place, up to the next comma: "— Anna Lee, chair"."""
    end = at
    while end < len(tokens) and end - at < APART and tokens[end].kind in ("word", "name"):
        end += 1
    names = [one.name for one in tokens[at:end] if one.name]
    if names:
        return next((one.entity for one in names if one.type == "person"), names[0].entity)
    large = [one.written for one in tokens[at:end] if _is_large(one, words)]
    return " ".join(large) if large and len(large) == end - at else None


def _is_large(token: Token, words: Words) -> bool:
    if token.kind != "word" or not token.written.istitle() or _is_noun(token, words):
        return False
    return not any(token.text in one for one in words.small)


def _is_noun(token: Token, words: Words) -> bool:
    """Whether it is a noun for a person by what they do, or for an organization."""
    return token.text in words.roles or token.text in words.bodies


def _has_preposition(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a preposition goes before the name, with an article or a word of its title."""
    for place in range(at - 1, max(at - 4, -1), -1):
        token = tokens[place]
        if token.kind != "word":
            return False
        if token.text in words.prepositions:
            return True
        if token.text in words.verbs or token.text in words.joins:
            return False
    return False


def _noun(tokens: Sequence[Token], at: int, known: Known) -> str:
    """Who "the minister", "the Maersk spokesman" or "the ministry" is."""
    noun = tokens[at].text
    if found := known.by_noun.get(noun):
        return found
    for token in reversed(tokens[max(at - 3, 0) : at]):
        if token.name and token.name.type == "organization":
            return token.name.entity
    return (known.organization or "") if noun in GENERAL else ""


def _after(tokens: Sequence[Token], at: int, words: Words, known: Known) -> str | None:
    """The subject that follows a verb: a pronoun, a name, or a noun with a name in apposition."""
    begin = at + 1
    while begin < len(tokens) and _is_between(tokens[begin], words):
        begin += 1
    if begin >= len(tokens) or tokens[begin].kind not in ("word", "name"):
        return None
    if words.is_pronoun(tokens[begin].text):
        return _pronoun(tokens[begin].text, tokens[:at], words, known)
    if tokens[begin].text in words.own:
        return ""
    end = begin
    while end < len(tokens) and not _stops(tokens[end], words):
        end += 1
    while end > begin and _is_between(tokens[end - 1], words):
        end -= 1
    if end == begin:
        return None
    names = [one.name for one in tokens[begin:end] if one.name and not one.is_owner]
    if person := next((one.entity for one in names if one.type == "person"), None):
        return person
    return (
        _missed(tokens, end - 1, words, known)
        or _titled_after(tokens, begin, end, words, known)
        or (_speaks(names[-1]) if names and names[-1] is tokens[end - 1].name else "")
    )


def _titled_after(
    tokens: Sequence[Token], begin: int, end: int, words: Words, known: Known
) -> str | None:
    """The person of "the minister, Anna Lee" or "a spokesman for Maersk"."""
    nouns = [n for n in range(begin, end) if _is_noun(tokens[n], words)]
    if not nouns:
        return None
    noun = nouns[-1]
    if noun < end - 1 and tokens[noun - 1].text not in words.articles:  # "one agency webmaster"
        return None
    following = tokens[end : end + 6]
    if following and following[0].kind == "comma" and len(following) > 1 and following[1].name:
        return following[1].name.entity
    if following and following[0].text in words.prepositions and tokens[noun].text in words.roles:
        for token in following[1:]:
            if token.kind != "word" and not token.name:
                break
            if token.name and not token.is_owner:
                of_role = known.by_noun.get(tokens[noun].text)
                is_body = token.name.type == "organization"
                return of_role or (token.name.entity if is_body else None)
    return _noun(tokens, noun, known)


def _stops(token: Token, words: Words) -> bool:
    """Whether the subject after a verb ends here."""
    if token.kind == "word":
        return token.text in words.prepositions or token.text in words.joins or token.text == "who"
    return token.kind != "name"


def _pronoun(word: str, before: Sequence[Token], words: Words, known: Known) -> str:
    """Who "he", "she" or "they" is: named in the same sentence, or the last one named."""
    if word in words.they and word not in words.she:
        return known.speaker or ""
    gender = "he" if word in words.he else "she"
    named = [] if not before else [subject(before, words, known)]
    for person in (*named, known.person):
        if person and known.genders.get(person, gender) == gender:
            return person
    return known.by_gender.get(gender, "")


def _speaks(name: Name) -> str:
    """The name, if it is one of those that speak: no event and no product does."""
    return name.entity if name.type in SPEAKING else ""


def remember(tokens: Sequence[Token], words: Words, known: Known) -> None:
    """Take note of whom a sentence names, and by what titles."""
    for at, token in enumerate(tokens):
        name = token.name
        if name is None:
            continue
        known.kinds[name.entity] = name.type
        if name.type == "organization":
            known.organization = name.entity
            for word in name.entity.lower().split():
                if word in words.bodies:
                    known.by_noun[word] = name.entity
        elif name.type == "person":
            for word in _titles(tokens, at, words):
                known.by_noun[word] = name.entity
            if gender := _gender(tokens, at, name.entity):
                known.genders[name.entity] = gender
            known.by_gender[known.genders.get(name.entity, "he")] = name.entity
            if name.entity not in known.genders:
                known.by_gender["she"] = name.entity


def _titles(tokens: Sequence[Token], at: int, words: Words) -> Iterator[str]:
    """The roles given before a name or in an apposition after it."""
    for place in range(at - 1, max(at - 5, -1), -1):
        token = tokens[place]
        if token.kind not in ("word", "comma") or token.text in words.verbs:
            break
        if token.text in words.roles:
            yield token.text
    if at + 1 < len(tokens) and tokens[at + 1].kind == "comma":
        for token in tokens[at + 2 : at + 2 + APART]:
            if token.kind not in ("word", "name") or token.text in words.verbs:
                break
            if token.text in words.roles:
                yield token.text


def _gender(tokens: Sequence[Token], at: int, entity: str) -> str | None:
    known = genders()
    first = tokens[at - 1].text if at else ""
    return known.get(first) or known.get(entity.lower().split()[0] if entity.split() else "")
