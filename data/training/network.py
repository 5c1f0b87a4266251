"""The network of the recogniser, and how it is trained.

Words are embedded by their spelling, beginning, end, shape and by what the gazetteer knows of them;
convolutions read each with its neighbours, and spaCy's transitions mark the names (Honnibal and
Montani, spaCy 3; Lample and others, "Neural Architectures for Named Entity Recognition", 2016)."""

import random
from collections.abc import Callable, Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.training import Example as Pair
from thinc.api import Adam, fix_random_seed

from data.training.corpora import Example
from etl.enrich import embedding, word_classes  # noqa: F401 - makes them known to spaCy

FIRST = 1000  # examples from which the labels are known
ATTRIBUTES = {"NORM": 6000, "SUFFIX": 2500, "SHAPE": 1500, "TAG": 1000}
WIDTH, DEPTH, HIDDEN = 96, 2, 64


def blank(attributes: dict[str, int], width: int = WIDTH, depth: int = DEPTH) -> Language:
    """An untrained pipeline."""
    nlp = spacy.blank("en")
    # 'U.S.-South Korea' is three words, which spaCy 3.8 takes for one and a half.
    infixes = [*nlp.Defaults.infixes, r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    if "TAG" in attributes:
        nlp.add_pipe("presswatch_word_classes", name="word_classes")
    nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": HIDDEN,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": {
                    "@architectures": "spacy.Tok2Vec.v2",
                    "embed": {
                        "@architectures": "presswatch.EmbeddedOnce.v1",
                        "embed": {
                            "@architectures": "spacy.MultiHashEmbed.v2",
                            "width": width,
                            "attrs": list(attributes),
                            "rows": list(attributes.values()),
                            "include_static_vectors": False,
                        },
                    },
                    "encode": {
                        "@architectures": "spacy.MaxoutWindowEncoder.v2",
                        "width": width,
                        "window_size": 1,
                        "maxout_pieces": 3,
                        "depth": depth,
                    },
                },
            }
        },
    )
    return nlp


def pair(nlp: Language, one: Example) -> Pair:
    """A sentence as spaCy learns from it. A name that does not begin and end with words is left
    open: nothing is learned there."""
    document = nlp.make_doc(one.text)
    if "word_classes" in nlp.pipe_names:
        document = nlp.get_pipe("word_classes")(document)
    labels = spacy.training.offsets_to_biluo_tags(
        document, [(name.start, name.end, name.type) for name in one.names]
    )
    return Pair.from_dict(document, {"entities": labels})


def train(
    nlp: Language,
    examples: Callable[[random.Random], Iterable[Example]],
    steps: int,
    report: Callable[[int, float], None],
    seed: int = 7,
    batch_words: int = 1200,
) -> Language:
    """Train for that many steps; `examples` gives one epoch, anew each time it is called. The
    weights are averaged over the steps."""
    fix_random_seed(seed)
    chance = random.Random(seed)
    pairs = (pair(nlp, one) for one in _epochs(examples, chance))
    first = [next(pairs) for _ in range(FIRST)]
    optimizer = nlp.initialize(lambda: first)
    optimizer = Adam(
        learn_rate=0.001, L2=0.01, use_averages=True, L2_is_weight_decay=True, grad_clip=1.0
    )
    lost = 0.0
    for step, batch in enumerate(_batches(pairs, batch_words)):
        if step == steps:
            break
        optimizer.learn_rate = _rate(step, steps)
        losses = nlp.update(batch, sgd=optimizer, drop=0.2)
        lost += losses["ner"]
        if step % 250 == 249:
            report(step + 1, lost / 250)
            lost = 0.0
    with nlp.use_params(optimizer.averages):
        return _fixed(nlp)


def _fixed(nlp: Language) -> Language:
    copy = spacy.util.load_model_from_config(nlp.config)
    return copy.from_bytes(nlp.to_bytes())


def _rate(step: int, steps: int, highest: float = 0.002) -> float:
    warm = min(200, steps // 5)
    if step < warm:
        return highest * (step + 1) / warm
    return highest * max(0.03, 1 - (step - warm) / (steps - warm))


def _epochs(
    examples: Callable[[random.Random], Iterable[Example]], chance: random.Random
) -> Iterator[Example]:
    while True:
        epoch = list(examples(chance))
        chance.shuffle(epoch)
        yield from epoch


def _batches(pairs: Iterator[Pair], words: int) -> Iterator[list[Pair]]:
    batch: list[Pair] = []
    size = 0
    for one in pairs:
        batch.append(one)
        size += len(one)
        if size >= words:
            yield batch
            batch, size = [], 0
