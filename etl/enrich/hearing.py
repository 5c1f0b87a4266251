"""Hearing: whose words each quotation is, sentence by sentence through a body.

In a sentence, who speaks is said before the quotation or after it (etl/enrich/speakers.py). A
quotation that is a sentence of its own goes on with the speaker of the sentence before; a paragraph
that is nothing else, with the one who was speaking when the paragraph before ended."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from etl.enrich.found import Name
from etl.enrich.narration import ENDS, Token, narrated
from etl.enrich.quotation import Quotation
from etl.enrich.speakers import Known, Said, named_after, remember, said, subject
from etl.enrich.speech import Words

ADJACENT = 3  # tokens at most between who speaks and what is said
AROUND = 40  # tokens at most to who speaks, elsewhere in the sentence
SIGNATURE = re.compile(r"\s*[—–~-]+\s*")

# Whether somebody is said beside the quotation to speak it, or elsewhere in its sentence, or in
# a sentence before it, or nowhere.
Manner = Literal["beside", "around", "before", "nowhere"]


@dataclass(frozen=True, slots=True)
class Heard:
    """A quotation, who speaks, and how that is told."""

    quotation: Quotation
    speaker: str | None
    manner: Manner
    begins: bool  # its sentence begins with it
    named: bool  # the word before it, such as "titled" or "the", gives it as a name


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, where it names whom, and where its sentences begin."""

    text: str
    names: Sequence[Name]
    begins: Sequence[int]


def heard(
    paragraphs: Sequence[Paragraph],
    found: Sequence[Quotation],
    words: Words,
    title: Sequence[Name] = (),
) -> Iterator[Heard]:
    """The quotations with their speakers; `title` is whom the title names."""
    by_paragraph = defaultdict(list)
    for one in found:
        by_paragraph[one.paragraph].append(one)
    known = Known(person=_first_person(title), by_last_name=_last_names(paragraphs))
    listener = _Listener(words, known)
    for number, paragraph in enumerate(paragraphs[: found[-1].paragraph + 1]):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        yield from listener.hear(paragraph, by_paragraph[number], _signature(following))


def _first_person(names: Sequence[Name]) -> str | None:
    return next((one.entity for one in names if one.type == "person"), None)


def _last_names(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    return {
        name.entity.lower().split()[-1]: name.entity
        for paragraph in paragraphs
        for name in paragraph.names
        if name.type == "person" and name.entity.strip()
    }


def _signature(paragraph: Paragraph | None) -> str | None:
    """Who signs the paragraph before: one that begins with a dash and a name."""
    begin = SIGNATURE.match(paragraph.text) if paragraph else None
    if not begin or not paragraph:
        return None
    return next((one.entity for one in paragraph.names if one.start == begin.end()), None)


@dataclass(slots=True)
class _Listener:
    """What has been heard up to a place of the body."""

    words: Words
    known: Known
    current: str | None = None  # who goes on speaking where nobody is said to

    def hear(
        self, paragraph: Paragraph, quotes: Sequence[Quotation], signature: str | None
    ) -> Iterator[Heard]:
        apart = narrated(paragraph.text, paragraph.names, quotes, paragraph.begins)
        sentences = list(_joined(paragraph.text, apart, self.words))
        goes_on = False
        for place, tokens in enumerate(sentences):
            found = said(tokens, self.words, self.known)
            signed = signature if place == len(sentences) - 1 else None
            for one in self._quotes(paragraph.text, tokens, found, quotes, signed):
                self.current = one.speaker if one.manner != "nowhere" else self.current
                yield one
            goes_on = self._learn(tokens, found)
        if not goes_on:
            self.current = self.known.speaker = None

    def _quotes(
        self,
        text: str,
        tokens: Sequence[Token],
        found: Sequence[Said],
        quotes: Sequence[Quotation],
        signed: str | None,
    ) -> Iterator[Heard]:
        for at, token in enumerate(tokens):
            if token.kind == "quote":
                quote = quotes[token.quote]
                manner, speaker = self._manner(text, tokens, at, found)
                if signed and at == len(tokens) - 1:
                    manner, speaker = "beside", signed
                begins = all(one.kind == "quote" for one in tokens[:at])
                named = _is_named(tokens, at, found, self.words)
                yield Heard(quote, speaker, manner, begins, named)

    def _manner(
        self, text: str, tokens: Sequence[Token], at: int, found: Sequence[Said]
    ) -> tuple[Manner, str | None]:
        before = next((one for one in reversed(found) if one.at < at), None)
        after = next((one for one in found if one.at > at), None)
        if before and at - before.at <= ADJACENT + 1:
            return "beside", before.speaker
        signs = _signs(text, tokens, at)
        if signs and (name := named_after(tokens, signs, self.words)):
            return "beside", name
        if after and self._follows(tokens, at, after):
            return "beside", after.speaker
        if before and at - before.at <= AROUND:
            return "around", before.speaker
        if at and tokens[at - 1].kind == "colon":
            speaker = subject(tokens[:at], self.words, self.known)
            return ("around", speaker) if speaker else ("nowhere", None)
        if after and after.at - at <= AROUND:
            return "around", after.speaker
        if _is_sentence(text, tokens, at) and self.current:
            return "before", self.current
        return "nowhere", None

    def _follows(self, tokens: Sequence[Token], at: int, after: Said) -> bool:
        """Whether who speaks is said right after the quotation, not in another clause."""
        following = tokens[at + 1 : after.at]
        return not any(
            one.kind in ("quote", "colon") or (n < 2 and one.text in self.words.joins)
            for n, one in enumerate(following)
        )

    def _learn(self, tokens: Sequence[Token], found: Sequence[Said]) -> bool:
        """Take note of a sentence. Gives whether its speaker may go on in the next paragraph."""
        about = subject(tokens, self.words, self.known)
        remember(tokens, self.words, self.known)
        if found:
            self.current = found[-1].speaker
            self.known.speaker = self.current or self.known.speaker
        elif about:
            self.current = about
        if about:
            self.known.person = about
        speaker = found[-1].speaker if found else None
        if speaker and self.known.kinds.get(speaker, "person") == "person":
            self.known.person = speaker
        last = tokens[-1].kind
        return bool(found) or last == "colon" or any(one.kind == "quote" for one in tokens)


def _joined(text: str, sentences: Sequence[list[Token]], words: Words) -> Iterator[list[Token]]:
    """The sentences, with what was cut between a quotation and who speaks put together again:
    "Why?" Lee asked."""
    held: list[Token] = []
    for tokens in sentences:
        if held and not (held[-1].kind == "quote" and _tells(text, held[-1], tokens, words)):
            yield held
            held = []
        held = [*held, *tokens]
    if held:
        yield held


def _tells(text: str, quote: Token, tokens: Sequence[Token], words: Words) -> bool:
    """Whether a sentence does no more than say who speaks the quotation before it."""
    if any(one.kind in ("quote", "colon") for one in tokens) or len(tokens) < 2:
        return False
    first, second = tokens[:2]
    begins = bool(first.name) or words.is_pronoun(first.text)
    is_short = len(tokens) <= ADJACENT or text[quote.end - 1] in "?!"
    return begins and is_short and second.text in words.verbs - words.objects


def _signs(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where a signature begins that follows a quotation, after a dash or on a new line; or 0."""
    if at + 2 < len(tokens) and tokens[at + 1].kind == "dash":
        return at + 2
    if at + 1 < len(tokens) and "\n" in text[tokens[at].end : tokens[at + 1].start]:
        return at + 1
    return 0


def _is_sentence(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation is a sentence of its own, or begins one after another quotation."""
    if any(one.kind != "quote" for one in tokens[:at]):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].kind == "dash":  # who signs it is not known
        return False
    return at + 1 == len(tokens) or text[tokens[at].end - 1] in ENDS


def _is_named(tokens: Sequence[Token], at: int, found: Sequence[Said], words: Words) -> bool:
    """Whether the word before a quotation gives it as a name, not as speech."""
    before = tokens[at - 1].text if at else ""
    if before in words.articles:
        return not found
    if before not in words.naming:
        return False
    return not any(one.at == at - 1 and one.speaker for one in found)
