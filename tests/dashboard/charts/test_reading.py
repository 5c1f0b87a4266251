"""An article's text in place: what is marked, and that hostile text stays text."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import reading as shown
from presswatch.query import Words, looked_for, parse

BODY = "“We waited,” said Ann Lee. All is well."
SENTENCES = [
    {"paragraph": 0, "start": 0, "text": "“We waited,” said Ann Lee.", "tone": -0.3},
    {"paragraph": 0, "start": 27, "text": "All is well.", "tone": 0.5},
]
SPAN = {"sentence": 0, "start": 18, "end": 25, "entity": "Ann Lee", "type": "person"}
QUOTE = {"paragraph": 0, "start": 1, "end": 10, "text": "We waited", "speaker": "Ann Lee",
         "tone": -0.2}  # fmt: skip
LABELS = ("pw-tone", "pw-speaker")


class Shown(HTMLParser):
    """What a browser makes of markup: its elements, and its text without the labels."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.labels: list[str] = []
        self.paragraphs: list[str] = []
        self._open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        classes = str(dict(attrs).get("class"))
        is_label = any(one in classes for one in LABELS) or "label" in self._open[-1:]
        self._open.append("label" if is_label else tag)
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "label" in self._open:
            self.labels.append(data)
        elif "p" in self._open:
            self.paragraphs[-1] += data


def found(markup: str) -> list[str]:
    """What is marked as looked for."""
    return re.findall('<mark class="pw-found">([^<]*)</mark>', markup)


def read(**said: Any) -> dict[str, Any]:
    return {"title": "Ann Lee waits", "body": [BODY], "sentences": SENTENCES} | said


def test_the_text_stands_as_it_is_between_its_marks() -> None:
    seen = Shown(shown.text_markup(read(spans=[SPAN], quotes=[QUOTE])))
    assert seen.paragraphs == [BODY]
    assert seen.labels == ["Ann Lee", "−0.30", "+0.50"]


def test_a_name_a_quote_and_a_tone_are_marked_where_they_stand() -> None:
    markup = shown.text_markup(read(spans=[SPAN], quotes=[QUOTE]))
    assert '<mark class="pw-person" title="Ann Lee · person">Ann Lee</mark>' in markup
    assert '“<span class="pw-quote" title="Ann Lee">We waited</span>,”<span class="pw-sp' in markup
    assert 'pw-is-negative" title="tone of the sentence: −0.30">−0.30<' in markup


def test_a_name_within_a_quote_is_both() -> None:
    span = {"sentence": 0, "start": 4, "end": 10, "entity": "X", "type": "event"}
    markup = shown.text_markup(read(spans=[span], quotes=[QUOTE]))
    assert Shown(markup).paragraphs == [BODY]
    assert markup.count('class="pw-event"') == 1 and markup.count('class="pw-quote"') == 2


def test_a_reading_of_before_has_no_quotes_and_spans() -> None:
    reading = read() | {"sentences": []}
    assert Shown(shown.text_markup(reading)).paragraphs == [BODY]
    assert Shown(shown.title_markup(reading)).paragraphs == ["Ann Lee waits"]
    assert shown.text_markup(reading | {"body": []}) == ""


def test_what_was_looked_for_is_marked_in_title_and_text_where_it_is_to_stand() -> None:
    reading = read(spans=[SPAN], language="en")
    words = list(looked_for(parse("waiting OR title:ann OR lead:lee OR body:well NOT all")))
    title, text = shown.title_markup(reading, words), shown.text_markup(reading, words)
    assert found(title) == ["Ann", "waits"]
    assert found(text) == ["waited", "Lee", "well"]
    assert Shown(text).paragraphs == [BODY]


def test_a_word_within_a_name_is_both_and_the_name_has_one_label() -> None:
    markup = shown.text_markup(read(spans=[SPAN]), list(looked_for(parse("lee"))))
    assert '>Ann </mark><mark class="pw-person"' in markup and found(markup) == ["Lee"]
    assert markup.count("pw-goes-on") == 1


def test_the_lead_is_the_first_paragraph() -> None:
    reading = read(body=["Port", "Port"], sentences=[])
    assert found(shown.text_markup(reading, list(looked_for(parse("lead:port"))))) == ["Port"]


def test_the_title_has_its_names_and_its_tone() -> None:
    span = SPAN | {"sentence": shown.TITLE, "start": 0, "end": 7}
    markup = shown.title_markup(read(spans=[span], title_tone=-0.4))
    assert ">Ann Lee</mark> waits" in markup and Shown(markup).labels == ["−0.40"]


def test_neutral_is_not_the_same_as_not_read() -> None:
    sentences = [SENTENCES[0] | {"tone": 0.01}, SENTENCES[1] | {"tone": None}]
    assert Shown(shown.text_markup(read(sentences=sentences))).labels == ["±", "–"]


def test_after_too_many_sentences_the_rest_is_shown_unmarked() -> None:
    many = [{"paragraph": 0, "start": 3 * n, "text": "Ay", "tone": 0.5}
            for n in range(shown.MOST_SENTENCES + 2)]  # fmt: skip
    body = "Ay " * len(many)
    seen = Shown(shown.text_markup(read(body=[body], sentences=many)))
    assert (seen.paragraphs, len(seen.labels)) == ([body], shown.MOST_SENTENCES)


def test_entities_stand_by_prominence_with_where_they_are_named() -> None:
    one = {"entity": "Ann Lee", "type": "person", "count": 2, "in_title": True, "in_lead": True,
           "prominence": 0.9, "tone": 0.25}  # fmt: skip
    other = one | {"entity": "<Port>", "in_title": False, "in_lead": False, "prominence": None,
                   "type": "dock", "tone": None}  # fmt: skip
    markup = shown.entities_markup([other, one])
    assert markup.index("Ann Lee") < markup.index("&lt;Port&gt;")
    assert "title, lead" in markup and ">0.90<" in markup and ">+0.25<" in markup
    assert 'class="pw-other" title="&lt;Port&gt; · dock"' in markup


def test_a_quote_without_a_speaker_says_so() -> None:
    assert "speaker not known" in shown.quotes_markup([QUOTE | {"speaker": None}])


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</span></p></div><style>*{display:none}</style>",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "**bold** [link](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "\u202eright to left\u2066 and never back",
    "<!-- <a href='https://evil.example'>",
    "]]> <?php ?> <svg/onload=alert(1)>",
]
ALLOWED_TAGS = {"div", "p", "span", "mark", "bdi", "b", "br", "ul", "li", "table", "thead", "tbody",
                "tr", "th", "td"}  # fmt: skip
ALLOWED_ATTRIBUTES = {"class", "title", "dir", "scope"}


def everything(text: str) -> str:
    """All markup of a reading that says nothing but this text, half of which was looked for."""
    words = [Words(text[: len(text) // 2 + 1]), Words("a b x", apart=2)]
    sentence = {"paragraph": 0, "start": 0, "text": text, "tone": 0.5}
    span = {"sentence": 0, "start": 0, "end": max(len(text) // 2, 1), "entity": text, "type": text}
    quote = {"paragraph": 0, "start": len(text) // 3, "end": len(text), "text": text,
             "speaker": text, "tone": 0.1}  # fmt: skip
    entity = {"entity": text, "type": text, "count": 1, "in_title": True, "in_lead": True}
    reading = {"title": text, "body": [text], "sentences": [sentence], "quotes": [quote],
               "spans": [span, span | {"sentence": shown.TITLE}]}  # fmt: skip
    return (
        shown.title_markup(reading, words)
        + shown.text_markup(reading, words)
        + shown.quotes_markup([quote])
        + shown.entities_markup([entity])
        + shown.made_markup([text])
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    seen = Shown(everything(text))
    assert seen.tags <= ALLOWED_TAGS and seen.attributes <= ALLOWED_ATTRIBUTES
    assert seen.paragraphs[:2] == [text, text]


@given(st.text(alphabet="<>&\"'/=a ()[]!`\n\u202e\u2066;#xp", max_size=40).filter(str.strip))
def test_any_text_is_text(text: str) -> None:
    seen = Shown(everything(text))
    assert seen.tags <= ALLOWED_TAGS and seen.attributes <= ALLOWED_ATTRIBUTES
    assert seen.paragraphs[:2] == [text, text]


PLACES = st.integers(-3, 60)


@given(
    st.lists(st.tuples(PLACES, PLACES), max_size=6), st.lists(st.tuples(PLACES, PLACES), max_size=6)
)
def test_wherever_marks_stand_the_text_is_whole(
    names: list[tuple[int, int]], quotes: list[tuple[int, int]]
) -> None:
    spans = [SPAN | {"start": a, "end": b} for a, b in names]
    said = [QUOTE | {"start": a, "end": b} for a, b in quotes]
    reading = read(spans=spans, quotes=said)
    assert Shown(shown.text_markup(reading)).paragraphs == [BODY]
    assert Shown(shown.text_markup(reading, [Words("waited said"), Words("lee")])).paragraphs == [
        BODY
    ]
