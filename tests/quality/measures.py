"""What code can measure of each enricher: a function a section of docs/quality.md.

The figures that a person judged stand in judged.toml. What needs the open corpora is not measured
where nobody has them, and the page then says so."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sentencex import segment

from data.training.corpora import read
from etl.article import to_batch
from etl.enrich import enrich
from etl.enrich.found import Span
from etl.enrich.language import ENOUGH, shown
from etl.enrich.models import Models
from etl.enrich.naming import named
from etl.enrich.recogniser import EMBEDDED
from etl.enrich.tone import THRESHOLD
from etl.warehouse.spellings import aliases
from presswatch.tags import fold
from tests.etl.enrich.test_language import TEXTS
from tests.etl.enrich.test_sentences import split
from tests.etl.enrich.test_target_tone import ours as towards_target
from tests.etl.enrich.test_target_tone import plain as of_the_sentence
from tests.etl.warehouse.made_stories import Made, copied, retold
from tests.etl.warehouse.test_stories_quality import made_copies, real_reports, scores, truth
from tests.etl.warehouse.test_versions import later
from tests.etl.warehouse.told import Told
from tests.quality import ours, sentences, towards
from tests.real import test_entities_quality as entities

NOT_MEASURED = "not measured"
INVENTED = "invented by us, held out"
STEERED = "invented by us; the rules were mended on it: flatters"
SHOWN = "invented by us; two mistakes that it showed were mended: flatters"
MADE = "made by us, as were the sets that the thresholds were chosen on: flatters"
REAL_TEXT = "real text; copies made by us, some thresholds were chosen on it: flatters"
OF_DOMAIN = "labelled by others; this part held out, others of its kind trained on"
KINDS = ("all", "person", "organization", "place")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: what was counted, how it came out, on what, and what that is worth."""

    what: str
    value: str
    on: str
    worth: str


Measure = Callable[[Path | None], Iterable[Figure]]  # the folder of the corpora, if it is there


def language(corpora: Path | None) -> Iterable[Figure]:
    """Texts of known languages, whole and as short as are still judged."""
    there = f"{len(TEXTS)} paragraphs in {len(TEXTS)} languages"
    worth = "invented by us; plain sentences of one kind: flatters"
    for on, length in ((there, None), (f"their first {ENOUGH} characters", ENOUGH)):
        found = [shown(text[:length]) for text in TEXTS.values()]
        right = sum(
            got is not None and got[0] == true for got, true in zip(found, TEXTS, strict=True)
        )
        yield Figure("languages told", f"{right} of {len(TEXTS)}", on, worth)


def sentence_ends(corpora: Path | None) -> Iterable[Figure]:
    """Ends of sentences inside paragraphs, and paragraphs without a mistake."""
    for name, worth in ((sentences.HELD_OUT, SHOWN), (sentences.STEERED_BY, STEERED)):
        for english in (True, False):
            count = sum(english == (case.language == "en") for case in sentences.cases(name))
            got = sentences.measure(split, name, english=english)
            on = f"{count} {'English paragraphs' if english else 'paragraphs in other languages'}"
            yield Figure("ends of sentences, F1", share(got.f1), on, worth)
            yield Figure("paragraphs without a mistake", share(got.exact), "the same", worth)
    alone = sentences.measure(lambda code, text: list(segment(code, text)))
    yield Figure("sentencex alone, F1", share(alone.f1), "all held out", "for comparison")


def names_found(corpora: Path | None) -> Iterable[Figure]:
    """Names with exact span and type."""
    for source in entities.KEPT_APART:
        if corpora is None:
            yield Figure("names found, F1", NOT_MEASURED, f"`{source}`", OF_DOMAIN)
            continue
        held = [[one] for one in read(corpora / "ner") if one.source == source]
        got = _kinds(entities.measured(held))
        yield Figure("names found, F1", got, f"`{source}`: {len(held)} sentences", OF_DOMAIN)
    news = entities.invented_news()
    got = _kinds(entities.measured(news))
    yield Figure("names found, F1", got, f"{len(news)} reports as papers write them", STEERED)


def names_joined(corpora: Path | None) -> Iterable[Figure]:
    """Pairs of mentions that stand for one entity, all articles of the set taken together."""
    true: dict[int, str] = {}
    got: dict[int, str] = {}
    plain: dict[int, str] = {}
    articles = ours.named_articles()
    for article in articles:
        texts = [one.text for one in article]
        spans = [[Span(name.start, name.end, name.type) for name in one.names] for one in article]
        for one, found in zip(article, named(texts, spans, "en"), strict=True):
            shown_as = {(name.start, name.end): name.entity for name in found}
            for name in one.names:
                number = len(true)
                true[number] = name.entity
                plain[number] = one.text[name.start : name.end]
                got[number] = shown_as.get((name.start, name.end), plain[number])
    on = f"{len(true)} mentions, marked by hand, in {len(articles)} articles"
    yield _paired(
        "mentions of one entity joined", scores(_numbered(got), _numbered(true)), on, INVENTED
    )
    yield _paired(
        "by spelling alone", scores(_numbered(plain), _numbered(true)), "the same", "for comparison"
    )


def tone(corpora: Path | None) -> Iterable[Figure]:
    """The sign of a sentence's tone against what a reader hears."""
    cases = ours.toned()
    articles = [
        later(title="", body=(text,), language="en", tags=(), sentences=(), tone=None)
        for _, text in cases
    ]
    read_out = enrich(to_batch(articles), Models(entities=EMBEDDED)).to_pylist()
    for column, what, worth in (
        ("tone", "tone of a sentence", INVENTED),
        ("plain_tone", "with the words of names scored too", "for comparison"),
    ):
        labels = [
            (label, _sign(row[column])) for (label, _), row in zip(cases, read_out, strict=True)
        ]
        right = sum(true == got for true, got in labels) / len(labels)
        value = f"accuracy {share(right)}, macro-F1 {share(towards.macro_f1(labels))}"
        yield Figure(what, value, f"{len(cases)} sentences: negative, neutral, positive", worth)


def tone_towards(corpora: Path | None) -> Iterable[Figure]:
    """The tone towards a target, against a reader's label."""
    for name, worth in ((towards.HELD_OUT, INVENTED), (towards.STEERED_BY, STEERED)):
        on = f"{len(list(towards.cases(name)))} sentences with a target"
        for judge, what in (
            (towards_target, "tone towards the target"),
            (of_the_sentence, "the whole sentence's VADER score"),
        ):
            got = towards.measure(judge, name)
            value = f"accuracy {share(got.accuracy)}, macro-F1 {share(got.macro_f1)}"
            compared = worth if judge is towards_target else "for comparison"
            yield Figure(what, value, on, compared)


def tags(corpora: Path | None) -> Iterable[Figure]:
    """Pairs of one source's tags that are folded into one, and that are kept apart."""
    pairs_of_tags = ours.tags()
    worth = "invented by us, who knew the rules; not used to mend them"
    for same, what, on in (
        (True, "spellings of one tag folded", "pairs of tags of one source"),
        (False, "different tags kept apart", "pairs that were chosen to mislead"),
    ):
        asked = [one for one in pairs_of_tags if one.same == same]
        right = sum(_folded(one.one, one.other) == same for one in asked)
        yield Figure(what, f"{right} of {len(asked)}", on, worth)


def stories(corpora: Path | None) -> Iterable[Figure]:
    """Pairs of articles that share a story."""
    copies = made_copies()
    firsts = [one for one in copies if one.how == "first"]
    real = "those of one site of `us-government`, and copies of them"
    if corpora is None:
        yield Figure("copies", NOT_MEASURED, real, REAL_TEXT)
    else:
        made = list(copied(real_reports(corpora), Random(1)))
        yield _told(made, "copies", real, REAL_TEXT)
    yield _told(copies, "copies", "invented reports, copied in eight ways", MADE)
    for made, on in (
        ([*firsts, *retold(40, Random(3))], "events told in other words, among single reports"),
        (list(retold(300, Random(5))), "300 events of five kinds, in nearly the same words"),
    ):
        yield _told(made, "rewrites", on, MADE)


MEASURES: dict[str, Measure] = {
    "Language": language,
    "Sentences": sentence_ends,
    "Entities": names_found,
    "Names of one entity": names_joined,
    "Tone": tone,
    "Tone towards an entity": tone_towards,
    "Quotes": lambda _: (),  # read by a person: judged.toml
    "Keyphrases": lambda _: (),  # likewise
    "Tags": tags,
    "Stories": stories,
}


def share(value: float, digits: int = 2) -> str:
    """A share as the page writes it: .86, and 1, but never 1 for what falls short of it."""
    if value < 1 <= round(value, digits):
        return share(value, digits + 1)
    return f"{value:.{digits}f}".removeprefix("0").removesuffix("." + "0" * digits) or "0"


def _kinds(reached: dict[str, float]) -> str:
    overall, *parts = (share(reached[kind]) for kind in KINDS)
    return "{} (people {}, organizations {}, places {})".format(overall, *parts)


def _numbered(entities_of: dict[int, str]) -> dict[int, int]:
    """The same with a number for each entity."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(entities_of.values()))}
    return {mention: numbers[name] for mention, name in entities_of.items()}


def _paired(what: str, reached: tuple[float, float], on: str, worth: str) -> Figure:
    precision, recall = map(share, reached)
    return Figure(what, f"precision {precision}, recall {recall}", on, worth)


def _told(made: list[Made], what: str, on: str, worth: str) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        got = Told(Path(folder)).read(*(one.article for one in made))
    return _paired(what, scores(got, truth(made)), f"{len(made):,} articles: {on}", worth)


def _folded(one: str, other: str) -> bool:
    keys = fold(one), fold(other)
    known = aliases({("Courier", keys[0]): 2, ("Courier", keys[1]): 1}, ())
    return len({known.get(key, key) for key in keys}) == 1


def _sign(tone: float) -> int:
    return (tone >= THRESHOLD) - (tone <= -THRESHOLD)
