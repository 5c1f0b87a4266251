"""Tone: VADER's own score of each sentence, and what is made of them."""

import sys
from pathlib import Path
from statistics import fmean

import pytest
import spacy
from spacy.training import Example
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import TITLE, Article, Mention, Span, to_batch
from etl.enrich.scorer import scorer
from etl.enrich.sentences import add_sentences
from etl.enrich.tone import add_tone, masked
from etl.enrich.towards import towards
from presswatch.errors import SettingsError
from tests.etl.warehouse.test_versions import later

GOOD, BAD, PLAIN = "The crowd was delighted.", "The talks failed badly.", "Trains ran at nine."


def toned(**said: object) -> dict[str, object]:
    [row] = add_tone(add_sentences(to_batch([later(**said)]))).to_pylist()
    return row


def test_an_articles_tone_is_the_mean_over_its_sentences() -> None:
    row = toned(title="A delightful day", body=(f"{GOOD} {PLAIN}", BAD))
    score = SentimentIntensityAnalyzer().polarity_scores
    expected = [score(text)["compound"] for text in (GOOD, PLAIN, BAD)]
    assert [one["text"] for one in row["sentences"]] == [GOOD, PLAIN, BAD]
    assert [one["tone"] for one in row["sentences"]] == expected
    assert [one["paragraph"] for one in row["sentences"]] == [0, 0, 1]
    assert [one["start"] for one in row["sentences"]] == [0, len(GOOD) + 1, 0]
    assert row["tone"] == pytest.approx(fmean(expected))
    assert (row["positive"], row["neutral"], row["negative"]) == pytest.approx((1 / 3,) * 3)
    assert row["title_tone"] == score("A delightful day")["compound"] > 0
    assert row["words"] == 12


def test_without_a_text_there_is_no_tone() -> None:
    row = toned(title="A delightful day", body=())
    assert row["tone"] is row["positive"] is row["neutral"] is row["negative"] is None
    assert (row["words"], row["sentences"]) == (0, [])
    assert row["title_tone"] > 0


def test_an_article_is_read_the_same_whatever_stands_beside_it() -> None:
    articles: list[Article] = [later(title=text, body=(text,)) for text in (GOOD, BAD, PLAIN)]
    together = add_tone(add_sentences(to_batch(articles))).to_pylist()
    alone = [add_tone(add_sentences(to_batch([one]))).to_pylist()[0] for one in articles]
    assert together == alone


def test_initials_and_ranks_end_no_sentence() -> None:
    row = toned(body=("He met Lt. Gen. Smith in the U.S. yesterday. It rained.",))
    assert len(row["sentences"]) == 2


def named(text: str, *names: str, sentence: int = 0) -> dict[str, object]:
    """Spans and mentions of names that a sentence or the title has, as a recogniser gives them."""
    spans = [
        Span(sentence=sentence, start=at, end=at + len(name), entity=name, type="event")
        for name in names
        for at in [text.index(name)]
    ]
    mentions = [
        Mention(entity=name, type="event", count=1, in_title=False, in_lead=True, share=1.0)
        for name in names
    ]
    return {"spans": tuple(spans), "mentions": tuple(mentions)}


def test_names_are_not_feelings() -> None:
    text = "They met on Hope Street."
    row = toned(body=(text,), **named(text, "Hope Street"))
    [sentence] = row["sentences"]
    assert sentence["tone"] == row["tone"] == 0 < sentence["plain_tone"] == row["plain_tone"]
    assert (row["neutral"], row["positive"]) == (1, 0)


def test_a_title_keeps_both_scores_too() -> None:
    title = "Mutual Trust Bank opens"
    row = toned(title=title, body=(), **named(title, "Mutual Trust Bank", sentence=TITLE))
    assert row["title_tone"] == 0 < row["plain_title_tone"]


def test_names_that_nobody_recognised_are_known_by_their_large_letters() -> None:
    row = toned(body=("She signed the Mutual Defense Treaty in May.",))
    assert row["tone"] == 0 < row["plain_tone"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Hope Party is not honest!", "Hope Party"),
        ("The HOPE is GREAT!", "HOPE"),
        ("Yahoo! is a very good firm.", "Yahoo!"),
    ],
)
def test_a_mask_changes_nothing_but_the_names_own_feeling(text: str, name: str) -> None:
    start = text.index(name)
    hidden = masked(text, [(start, start + len(name))])
    assert len(hidden) == len(text)
    unfeeling = text.replace(name, {"Hope Party": "Kelp Array", "HOPE": "KELP"}.get(name, "Kelpy."))
    score = SentimentIntensityAnalyzer().polarity_scores
    assert score(hidden) == score(unfeeling)


def test_without_a_lexicon_for_its_language_an_article_has_no_tone() -> None:
    text = "Die Partei hat Anna Lang verraten."
    row = toned(title="Die Wut", body=(text,), language="de", **named(text, "Anna Lang"))
    for name in ("tone", "plain_tone", "positive", "neutral", "negative", "title_tone"):
        assert row[name] is None
    assert row["sentences"][0]["tone"] is row["sentences"][0]["plain_tone"] is None
    assert row["mentions"][0]["tone"] is None
    assert row["words"] == 6


def test_the_tone_of_a_mention_is_the_mean_over_the_sentences_that_name_it() -> None:
    text, other = "Critics slammed Vane on Monday.", "Vane is brave."
    first, second = (named(one, "Vane", sentence=n) for n, one in enumerate((text, other)))
    spans = (*first["spans"], *second["spans"])
    row = toned(body=(f"{text} {other} Fools wept.",), spans=spans, mentions=first["mentions"])
    slammed, brave = (
        towards(one, {"Vane": [(one.index("Vane"), one.index("Vane") + 4)]})["Vane"]
        for one in (text, other)
    )
    assert slammed < -0.3 < 0.3 < brave
    assert row["mentions"][0]["tone"] == pytest.approx((slammed + brave) / 2)
    title = "Critics slam Vane"
    row = toned(title=title, body=("It rained.",), **named(title, "Vane", sentence=TITLE))
    assert row["mentions"][0]["tone"] is None


def test_an_article_knows_what_its_tone_was_made_with() -> None:
    [note] = toned(body=(GOOD,))["made_with"]
    assert note.startswith("tone vader 3.")


def textcat(folder: Path) -> str:
    """A tiny German pipeline, trained on the spot, that knows one good word and one bad."""
    pipeline = spacy.blank("de")
    categories = pipeline.add_pipe("textcat")
    for label in ("POSITIVE", "NEGATIVE", "NEUTRAL"):
        categories.add_label(label)
    said = {"gut": "POSITIVE", "schlecht": "NEGATIVE", "es regnet": "NEUTRAL"}
    examples = [
        Example.from_dict(
            pipeline.make_doc(text),
            {"cats": {label: float(label == one) for label in categories.labels}},
        )
        for text, one in said.items()
    ]
    spacy.util.fix_random_seed(1)
    pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples)
    pipeline.to_disk(folder)
    return str(folder)


def test_a_spacy_pipeline_takes_the_lexicons_place(tmp_path: Path) -> None:
    model = textcat(tmp_path / "model")
    good, bad, neither = scorer(model).scores(["gut", "schlecht", "es regnet"])
    assert bad < -0.4 < neither < 0.4 < good
    articles = add_sentences(
        to_batch([later(title="schlecht", body=("gut",), language=each) for each in ("de", "en")])
    )
    german, english = add_tone(articles, model).to_pylist()
    assert (german["title_tone"], german["tone"]) == (bad, good)
    assert english["tone"] is english["title_tone"] is None
    assert german["made_with"][0].startswith(f"tone {model} ")


def test_a_scorer_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no spaCy model 'nobody_has_this' is installed"):
        scorer("nobody_has_this")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="no label that says positive or negative"):
        scorer(str(tmp_path / "blank"))


def test_transformers_are_asked_for_where_they_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(SettingsError, match="needs the package transformers"):
        scorer("transformers:some/model")
