"""`python -m data.training`: train the embedded recogniser into data/model, or measure.

    python -m data.training                     train on all corpora, write data/model
    python -m data.training --without uner-ewt  train without one source, and measure on it
    python -m data.training --plain             without gazetteer, rules and invented sentences
    python -m data.training --lists             cut data/places/cities.tsv, data/words/common.txt

The corpora are those of $PRESSWATCH_CORPORA; the same ones give the same model on the same
machine. A training takes some ten minutes on one core that is free."""

import argparse
import logging
import os
import random
import warnings
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from data.training import corpora, evaluate, invented, network, varied
from data.training.corpora import Example
from etl.enrich.found import Found
from etl.enrich.recogniser import Reader

ROOT = Path(__file__).parents[2]
STEPS = 5000
INVENTED = 4000  # sentences in an epoch, other ones in each
TWEETS = 0.5  # of the tweets are read in an epoch: they are many, and far from news
LEFT_OUT = (
    "sec-filings",  # a 'Borrower' is a person there, and a 'bank' an organization
    "crossner-ai-train",  # these three are kept to measure on (tests/real/)
    "crossner-literature-train",
    "crossner-music-train",
)

log = logging.getLogger("data.training")


def main() -> None:
    """Do what the command line says."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    warnings.filterwarnings("ignore", message=r"\[W030\]")  # such names are left open on purpose
    options = _options()
    if options.lists:
        return _write_lists()
    everything = [
        one for one in corpora.read(_corpora() / "ner") if not one.source.startswith(LEFT_OUT)
    ]
    without = tuple(options.without)
    learned = [one for one in everything if not (without and one.source.startswith(without))]
    nlp = train(learned, options.steps, plain=options.plain)
    nlp.to_disk(options.to, exclude=["vocab"])  # its words are those of the corpora
    for source in without:
        held = [one for one in everything if one.source.startswith(source)]
        for name, consistent in (("network alone", False), ("with rules", True)):
            log.info("%s, %s: %s", source, name, measured(nlp, held, consistent=consistent))
    return None


def train(learned: list[Example], steps: int, *, plain: bool = False) -> Language:
    """A pipeline trained on these sentences, and (but for a plain one) on invented ones."""
    attributes = dict(network.ATTRIBUTES)
    if plain:
        del attributes["TAG"]

    def epoch(chance: random.Random) -> Iterable[Example]:
        if plain:
            return learned
        kept = [one for one in learned if not _tweet(one) or chance.random() < TWEETS]
        both = varied.varied(kept, chance) + invented.examples(chance, INVENTED)
        chance.shuffle(both)
        return varied.joined(both, chance)

    nlp = network.blank(attributes)
    return network.train(nlp, epoch, steps, lambda step, loss: log.info("%d %.1f", step, loss))


def measured(nlp: Language, examples: list[Example], *, consistent: bool) -> str:
    """The scores of a pipeline, each sentence read alone."""
    read = Reader(nlp, consistent)

    def recognise(texts: list[str]) -> Found:
        return [spans for [spans] in read([[text] for text in texts])]

    found = evaluate.scores(examples, recognise)
    return ", ".join(
        f"{name} {one.f1:.3f} ({one.precision:.2f}/{one.recall:.2f})" for name, one in found.items()
    )


def _tweet(one: Example) -> bool:
    return one.source.startswith(("btc", "wnut"))


def _write_lists() -> None:
    from data.training import cities, common

    cities.write(ROOT / "data/places/cities.tsv")
    common.write(_corpora() / "us-government/articles.jsonl", ROOT / "data/words/common.txt")


def _corpora() -> Path:
    return Path(os.environ["PRESSWATCH_CORPORA"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.training")
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--lists", action="store_true")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--to", type=Path, default=ROOT / "data/model")
    return parser.parse_args()


if __name__ == "__main__":
    main()
