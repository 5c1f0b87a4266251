"""Quotes: what counts as speech, where it stands, and who speaks."""

import re
from itertools import pairwise
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import Quote, to_batch
from etl.enrich.columns import filled
from etl.enrich.quotation import quotations
from etl.enrich.quotes import add_quotes
from etl.enrich.sentences import add_sentences
from etl.enrich.speech import words
from tests.etl.warehouse.test_versions import later

NAMES = {
    "Anna Lee": "person",
    "Lee": "person",
    "Ben Ode": "person",
    "Ode": "person",
    "Harbour Union": "organization",
    "Ministry of Transport": "organization",
    "Millport": "place",
}
NAMED = re.compile(rf"\b(?:{'|'.join(NAMES)})\b")


def quoted(*body: str, language: str = "en") -> list[Quote]:
    """The quotes of an article in which the names above are known."""
    batch = add_sentences(to_batch([later(body=body, language=language)]))
    spans = [
        {"sentence": number, "start": found.start(), "end": found.end(),
         "entity": found[0], "type": NAMES[found[0]]}
        for number, sentence in enumerate(batch["sentences"].to_pylist()[0])
        for found in NAMED.finditer(sentence["text"])
    ]  # fmt: skip
    [row] = add_quotes(filled(batch, {"spans": [spans]})).to_pylist()
    return [Quote(**one) for one in row["quotes"]]


def said(*body: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(one.text, one.speaker) for one in quoted(*body, language=language)]


MARKS = [
    ("en", '"We will wait," Anna Lee said.', "We will wait"),
    ("en", "“We will wait,” Anna Lee said.", "We will wait"),
    ("en", "“We will wait”, Anna Lee said.", "We will wait"),
    ("en", "``We will wait,'' Anna Lee said.", "We will wait"),
    ("en", "‘We won’t go back,’ said Anna Lee. The workers’ offer stands.", "We won’t go back"),
    ("en", "'We won't go back to the '90s,' said Anna Lee.", "We won't go back to the '90s"),
    ("en", "'It's the workers' offer', said Anna Lee.", "It's the workers' offer"),
    ("en", "‘He told me “no” twice,’ said Anna Lee.", "He told me “no” twice"),
    ("en", "“He told me ‘no’ twice,” said Anna Lee.", "He told me ‘no’ twice"),
    ("de", "„Wir warten nicht“, sagte Anna Lee.", "Wir warten nicht"),
    ("de", "»Wir warten nicht«, sagte Anna Lee.", "Wir warten nicht"),
    ("de", "‚Wir warten nicht‘, sagte Anna Lee.", "Wir warten nicht"),
    ("fr", "« Nous n’attendrons pas », a déclaré Anna Lee.", "Nous n’attendrons pas"),
    ("es", "«No esperamos», dijo Anna Lee.", "No esperamos"),
    ("it", "«Non aspettiamo», ha detto Anna Lee.", "Non aspettiamo"),
    ("nl", "'We gaan 's avonds niet weg', zei Anna Lee.", "We gaan 's avonds niet weg"),
    ("pt", '"Não vamos esperar", disse Anna Lee.', "Não vamos esperar"),
]


@pytest.mark.parametrize(("language", "text", "expected"), MARKS)
def test_speech_stands_between_the_marks_of_its_language(
    language: str, text: str, expected: str
) -> None:
    assert said(text, language=language) == [(expected, "Anna Lee")]


SPEAKERS = {
    "before": ("Ode said: “We shall all stay here.”", "Ode"),
    "after": ("“We shall all stay here,” said Ode.", "Ode"),
    "apposition": ("“We shall all stay,” Ode, who leads the Harbour Union, told reporters.", "Ode"),
    "titled": ("Its chair, Anna Lee, warned of “a long and bitter winter”.", "Anna Lee"),
    "source": ("According to Ben Ode, it is “a gift to the rich”.", "Ben Ode"),
    "around": ("Lee repeated that the promise of Millport is “ironclad.”", "Lee"),
    "body": ("“It is closed,” the Ministry of Transport said.", "Ministry of Transport"),
    "spokesman": ("A spokesman for Harbour Union called it “dead on arrival”.", "Harbour Union"),
    "asked": ("“Why should we stay?” Ode asked.", "Ode"),
    "full stop": ("“We shall all stay here.” Ode said.", "Ode"),
    "colon": ("Ode had one message: “We shall all stay here.”", "Ode"),
    "signature": ("“We shall all stay here.” — Ben Ode, chair", "Ben Ode"),
    "somebody": ("“It was like an earthquake,” residents of Millport said. Ode left.", None),
    "writer": ("Ode came, and I said “that is not enough for us”.", None),
    "told": ("Ode was told “that is not enough for us”.", None),
    "missed": ("“We shall all stay here,” said Eric Rønne, who works there.", "Eric Rønne"),
    "owner": ("Ode’s neighbour, a nurse, said: “We shall all stay here.”", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is_who_is_said_to_speak(text: str, speaker: str | None) -> None:
    assert [one.speaker for one in quoted(text)] == [speaker]


GOING_ON: dict[str, tuple[list[str], list[str | None]]] = {
    "he and she": (
        ["Anna Lee met Ben Ode. “It was a good talk,” she said. “We agree,” he said."],
        ["Anna Lee", "Ben Ode"],
    ),
    "named in between": (
        ["Ode spoke. He cited a letter of the Harbour Union.", "“It is late,” he said."],
        ["Ode"],
    ),
    "the minister": (
        ["Ben Ode, the minister, came late.", "“The road stays closed,” the minister said."],
        ["Ben Ode"],
    ),
    "the ministry": (
        ["The Ministry of Transport apologised.", "“The road is closed,” the ministry said."],
        ["Ministry of Transport"],
    ),
    "nobody said again": (["“I saw nothing,” Lee said on Monday. “Nobody did.”"], ["Lee", "Lee"]),
    "two speakers": (["Lee said “yes,” and Ode said “no.”"], ["Lee", "Ode"]),
    "questions": (["“Why now?” asked Ode. “Why not?” Lee answered."], ["Ode", "Lee"]),
    "paragraphs": (
        ["Lee wrote: “We waited a year.", "“We shall not wait.”", "“Enough,” said Ode."],
        ["Lee", "Lee", "Ode"],
    ),
    "block quote": (["Lee wrote in a letter:", "“We have waited for a year.”"], ["Lee"]),
    "signed block": (["Ode left.", "“A year of waiting is enough.”", "— Anna Lee"], ["Anna Lee"]),
    "verb alone": (["«No esperamos», dijo Anna Lee. «Ya basta», añadió."], ["Anna Lee"] * 2),
    "smiled": (["“We stay,” Lee said.", "Lee smiled.", "“For ever,” she said."], ["Lee"] * 2),
}  # fmt: skip


@pytest.mark.parametrize(("body", "speakers"), GOING_ON.values(), ids=GOING_ON)
def test_a_speaker_goes_on_until_another_speaks(
    body: list[str], speakers: list[str | None]
) -> None:
    language = "es" if "añadió" in body[0] else "en"
    assert [one.speaker for one in quoted(*body, language=language)] == speakers


def test_french_hangs_pronouns_on_its_verbs_and_repeats_the_closing_mark() -> None:
    body = ["« C’est fini », a dit Anna Lee. « Nous partons », a-t-elle ajouté."]
    assert said(*body, language="fr") == [("C’est fini", "Anna Lee"), ("Nous partons", "Anna Lee")]
    body = ["Anna Lee a dit : « Une première phrase.", "» Une seconde phrase ici. »"]
    assert [one.speaker for one in quoted(*body, language="fr")] == ["Anna Lee"] * 2


NO_SPEECH = [
    "The so-called “green dividend” is late.",
    "Critics loved the film “A Long Road Home”.",
    "Ode read the article “Why Did We Leave Millport?”",
    "He bought 5\" and 6\" pipes in Millport.",
    "The workers' offer and the masters' answer were printed.",
    "Read more » in the archive » of Millport.",
    "It was the ’90s, and ‘em pipes leaked.",
    "The “big bang” of Millport was small.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_SPEECH)
def test_titles_terms_and_apostrophes_are_no_speech(text: str) -> None:
    assert quoted(text) == []


def test_what_the_source_forgot_to_close_ends_with_its_paragraph() -> None:
    body = ("Lee said: “We stay. Nobody leaves.", "The road is closed.")
    assert said(*body) == [("We stay. Nobody leaves.", "Lee")]


def test_what_the_source_forgot_to_close_ends_where_the_next_one_opens() -> None:
    assert said("Lee said: “We stay. “Never!” cried Ode.") == [
        ("We stay.", "Lee"),
        ("Never!", "Ode"),
    ]


def test_a_paragraph_may_close_what_the_one_before_left_open() -> None:
    assert said("Lee said: “We have three wishes:", "Peace and bread.”") == [
        ("We have three wishes:", "Lee"),
        ("Peace and bread.", "Lee"),
    ]


def test_a_language_without_words_of_its_own_still_has_quotes() -> None:
    assert said("”Vi väntar inte längre”, sade Anna Lee.", language="sv") == [
        ("Vi väntar inte längre", None)
    ]
    assert said("彼は「私たちはもう待てない」と言った。", language="ja") == [
        ("私たちはもう待てない", None)
    ]


def test_a_quotes_tone_is_the_mean_over_its_sentences() -> None:
    [quote] = quoted("“This is a wonderful day. The losses were terrible,” said Anna Lee.")
    score = SentimentIntensityAnalyzer().polarity_scores
    parts = ("This is a wonderful day. ", "The losses were terrible")
    assert quote.tone == pytest.approx(fmean(score(part)["compound"] for part in parts))


def test_names_in_a_quote_do_not_count_towards_its_tone() -> None:
    [quote] = quoted("“The Harbour Union met at nine,” said Anna Lee.")
    assert quote.tone == 0.0


def test_without_a_lexicon_a_quote_has_no_tone() -> None:
    assert [one.tone for one in quoted("„Das ist gut“, sagte Ode.", language="de")] == [None]


def test_a_sentence_may_begin_with_a_comma() -> None:
    assert said(', said "The ferry will stay in port."') == [("The ferry will stay in port.", None)]


def test_an_article_without_a_text_has_no_quotes() -> None:
    assert quoted() == []


def test_every_language_has_all_kinds_of_words() -> None:
    for language in ("en", "de", "fr", "es", "it", "nl", "pt"):
        kinds = words(language)
        assert kinds.verbs and kinds.he and kinds.she and kinds.roles and kinds.bodies
        assert not kinds.verbs & kinds.prepositions
        assert kinds.objects <= kinds.verbs | kinds.weak


PIECES = st.sampled_from(
    [*"“”‘’„«»'\"「」…—", "``", "''", " ", " ", ". ", ", ", "\n", " said ", "Anna Lee", "he", "who",
     "according to ", "a", "Word", "b’s", "ß", "\u202e", "\u00a0", "the minister ", ": "]
)  # fmt: skip
BODIES = st.lists(st.lists(PIECES, max_size=25).map("".join), max_size=4)


@given(BODIES)
def test_quotes_are_parts_of_their_paragraphs_in_order_and_apart(body: list[str]) -> None:
    found: list[Any] = quoted(*body)
    for one in found:
        assert one.text == body[one.paragraph][one.start : one.end]
        assert one.text and one.text == one.text.strip()
    places = [(one.paragraph, one.start, one.end) for one in found]
    assert places == sorted(places)
    for (paragraph, _, end), (following, start, _) in pairwise(places):
        assert paragraph < following or end <= start


@given(BODIES)
def test_a_quotation_is_held_by_its_marks(body: list[str]) -> None:
    for one in quotations(body):
        assert 0 <= one.opens <= one.start < one.end <= one.closes <= len(body[one.paragraph])
