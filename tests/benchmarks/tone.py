"""`python -m tests.benchmarks.tone`: articles of 500 words a second, of one core, by what is done
to them: cut into sentences, scored, and read for the tone towards each that they name."""

import time
from collections.abc import Callable
from statistics import median

import pyarrow as pa
import spacy
from sentencex import segment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.article import Article, to_batch
from etl.enrich.mentions import add_mentions
from etl.enrich.recogniser import EMBEDDED
from etl.enrich.sentences import add_sentences
from etl.enrich.tone import add_tone
from tests.benchmarks.table import show
from tests.etl.warehouse.test_versions import later
from tests.quality.towards import HELD_OUT, STEERED_BY, cases

ARTICLES, WORDS, RUNS = 60, 500, 5


def articles() -> list[Article]:
    """Articles of 500 words, made of the sentences whose tone is measured."""
    texts = [case.text for name in (STEERED_BY, HELD_OUT) for case in cases(name)]
    found = []
    for number in range(ARTICLES):
        paragraphs, words, place = [], 0, number * 7
        while words < WORDS:
            paragraph = " ".join(texts[(place + each) % len(texts)] for each in range(3))
            paragraphs.append(paragraph)
            words += len(paragraph.split())
            place += 3
        found.append(later(title=texts[number], body=tuple(paragraphs), language="en"))
    return found


def main() -> None:
    """Measure in turn, several times, so that a busy moment meets all."""
    read = to_batch(articles())
    bodies: list[list[str]] = read["body"].to_pylist()
    cut = add_sentences(read)
    named = add_mentions(cut, EMBEDDED)
    bare = cut.set_column(
        cut.schema.get_field_index("spans"),
        cut.schema.field("spans"),
        pa.nulls(cut.num_rows, cut.schema.field("spans").type),
    )
    sentences = [one["text"] for body in cut["sentences"].to_pylist() for one in body]
    sentencizer = spacy.blank("en")
    sentencizer.add_pipe("sentencizer")
    analyzer = SentimentIntensityAnalyzer()
    tasks: dict[str, Callable[[], object]] = {
        "sentences: sentencex alone": lambda: [segment("en", p) for b in bodies for p in b],
        "sentences: Presswatch": lambda: add_sentences(read),
        "sentences: spaCy's sentencizer": lambda: [
            list(sentencizer(p).sents) for b in bodies for p in b
        ],
        "tone: VADER alone, by sentence": lambda: [analyzer.polarity_scores(s) for s in sentences],
        "tone: no names known": lambda: add_tone(bare),
        "tone: masked, and towards each": lambda: add_tone(named),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for run in range(RUNS + 1):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            if run:  # the first warms up
                taken[name].append(time.process_time() - start)
    spans = sum(len(each or []) for each in named["spans"].to_pylist())
    show(
        f"Sentences and tone ({ARTICLES} articles of {WORDS} words, each of "
        f"{len(sentences) / ARTICLES:.0f} sentences, {spans / ARTICLES:.0f} names; one core)",
        ("what", "articles a second"),
        [(name, f"{ARTICLES / median(all_):,.0f}") for name, all_ in taken.items()],
    )


if __name__ == "__main__":
    main()
