"""How common English words are, and which of them can stand in a keyphrase: figures made of the
open corpora. `python -m data.training.background` writes data/words/background.tsv, which holds no
text of theirs.

A word's class is guessed from the words beside it and its ending: noun ('the X of'), perhaps a
noun, describing ('the X strike') or none of these ('to X the'). What the neighbours mean was fitted
on the one corpus that names parts of speech, the loan agreements."""

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from data.training.corpora import read

OUT = Path(__file__).parents[1] / "words" / "background.tsv"
GENITIVE = re.compile("['’]s?$")
TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[.,;:!?()\"“”]")
LEAST = 3  # documents that a word must stand in to be listed
PASSAGE = 25  # sentences of a corpus of single sentences that are taken for a document
NEIGHBOURS = {
    "determiner": "a an the this that these those its his her their our your my no any every each",
    "preposition": "in on at by for with from about into over under between during through against",
    "of": "of",
    "to": "to",
    "modal": "will would can could may might must should cannot don't didn't doesn't not",
    "pronoun": "i we you he she they it who which us them me him",
    "auxiliary": "is are was were be been being has have had do does did",
    "joint": "and or but",
    "mark": '. , ; : ! ? ( ) " “ ”',
}
KIND = {word: kind for kind, words in NEIGHBOURS.items() for word in words.split()}
KINDS = (*NEIGHBOURS, "other")
ENDINGS = (
    "ed ing ly s es tion ment ness ity ism er or ist ship age ance ence al ic ive ous able ible "
    "ful less ary ize ise ify ate y"
).split()
PARTS = {"NN": 0, "JJ": 1}  # of speech, by the beginning of their names; all others are 2
STEPS, PACE, KEEP = 4000, 0.5, 0.001  # of the fit
NOUN, PLURAL, DESCRIBING, SURE = 0.38, 0.5, 0.6, 0.65  # how probable a class must be


def documents(corpora: Path) -> Iterator[list[str]]:
    """The words and marks of each document."""
    with (corpora / "us-government" / "articles.jsonl").open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            yield tokens(f"{article['title']}.\n{article['text']}")
    sentences: dict[str, list[str]] = defaultdict(list)
    for example in read(corpora / "ner"):
        sentences[example.source].append(example.text)
    for texts in sentences.values():
        passages = iter(texts)
        while passage := list(islice(passages, PASSAGE)):
            yield tokens(".\n".join(passage))


def tokens(text: str) -> list[str]:
    """Words, without the 's of a genitive, and marks."""
    return [GENITIVE.sub("", token) or token for token in TOKEN.findall(text)]


def parts_of_speech(corpora: Path) -> dict[str, Counter[int]]:
    """How often a word of the loan agreements is of which part."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for line in (corpora / "ner" / "sec-filings.conll").read_text("utf-8").splitlines():
        if len(cells := line.split()) == 4:
            found[cells[0].lower()][PARTS.get(cells[1][:2], 2)] += 1
    return found


def features(word: str, beside: Counter[tuple[int, str]]) -> list[float]:
    """What a word's neighbours and ending are: shares, and 0 or 1."""
    shares = [
        beside[place, kind] / max(1, sum(beside[place, one] for one in KINDS))
        for place in (-1, 1)
        for kind in KINDS
    ]
    return [1.0, *shares, *(float(word.endswith(ending)) for ending in ENDINGS)]


def fit(rows: np.ndarray, parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Coefficients of a logistic regression on three parts of speech, by gradient descent."""
    found = np.zeros((rows.shape[1], parts.shape[1]))
    for _ in range(STEPS):
        off = (probabilities(rows, found) - parts) * weights[:, None]
        found -= PACE * (rows.T @ off / weights.sum() + KEEP * found)
    return found


def probabilities(rows: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
    """How probable each part is, a row a word."""
    scores = rows @ coefficients
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def listed(corpora: Path) -> Iterator[str]:
    """A line a word, and first how many documents there are."""
    common: Counter[str] = Counter()
    beside: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    number = 0
    for document in documents(corpora):
        number += 1
        words = [token.lower().replace("’", "'") for token in document]
        common.update({word for word in words if word[0].isalpha()})
        kinds = ["mark", *(KIND.get(word, "other") for word in words), "mark"]
        for place, word in enumerate(words):
            if word not in KIND:
                beside[word][-1, kinds[place]] += 1
                beside[word][1, kinds[place + 2]] += 1
    words = sorted(
        word
        for word, count in common.items()
        if count >= LEAST and word in beside and len(word) > 1
    )
    rows = np.array([features(word, beside[word]) for word in words])
    classes = classified(words, rows, parts_of_speech(corpora))
    yield f"# documents\t{number}"
    yield from (
        f"{word}\t{common[word]}\t{kind}" for word, kind in zip(words, classes, strict=True)
    )


def classified(
    words: Sequence[str], rows: np.ndarray, known: dict[str, Counter[int]]
) -> Iterable[str]:
    """Of each word 'n' for a noun, 'm' for what may be one, 'd' for what describes, else '-'."""
    places = [place for place, word in enumerate(words) if word in known]
    counts = np.array([[known[words[place]][part] for part in range(3)] for place in places])
    totals = counts.sum(axis=1)
    found = fit(rows[places], counts / totals[:, None], np.sqrt(totals))
    odds = dict(zip(words, probabilities(rows, found), strict=True))
    for word, (noun, adjective, _) in odds.items():
        singular = odds.get(word.removesuffix("s")) if word.endswith("s") else None
        # 'handles' stands beside nouns as 'plans' does: what 'handle' is tells them apart.
        if noun >= NOUN if singular is None else (noun + singular[0]) / 2 >= PLURAL:
            yield "n" if noun >= SURE else "m"
        else:
            yield "d" if noun + adjective >= DESCRIBING else "-"


if __name__ == "__main__":
    OUT.write_text("\n".join(listed(Path(os.environ["PRESSWATCH_CORPORA"]))) + "\n", "utf-8")
