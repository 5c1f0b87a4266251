"""What the embedded recogniser is trained on: corpora as they are read, and invented sentences."""

import random
from pathlib import Path

import pytest
import spacy

from data.training import corpora, evaluate, invented, network, varied
from data.training.corpora import Example, Labelled
from etl.enrich.found import Span


def named(example: Example) -> list[tuple[str, str]]:
    return [(example.text[name.start : name.end], name.type) for name in example.names]


def test_the_labels_of_all_corpora_become_the_same_types(tmp_path: Path) -> None:
    (tmp_path / "crossner-x.txt").write_text(
        "Ilse\tB-politician\nVermaat\tI-politician\nled\tO\nFNV\tB-politicalparty\n.\tO\n\n"
    )
    (tmp_path / "old.conll").write_text("-DOCSTART- -X- O O\n\nLe I-LOC\nHavre I-LOC\nis O\nup O\n")
    (tmp_path / "web.iob2").write_text("# text = Hi\n1\tVelora\tB-ORG\t-\n2\trose\tO\t-\n")
    assert [named(one) for one in corpora.read(tmp_path)] == [
        [("Ilse Vermaat", "person"), ("FNV", "organization")],
        [("Le Havre", "place")],
        [("Velora", "organization")],
    ]


def test_a_sentence_is_written_as_people_write_it() -> None:
    words = "\" We won , \" said O'Neill ( 41 ) of the U. S. team ; it 's his .".split()
    labelled = [Labelled(word, "B-PER" if word == "O'Neill" else "O") for word in words]
    example = corpora.example(labelled, "x")
    assert example.text == "\"We won,\" said O'Neill (41) of the U. S. team; it's his."
    assert named(example) == [("O'Neill", "person")]


def test_names_of_the_same_type_side_by_side_stay_two() -> None:
    labelled = [Labelled("Ann", "B-PER"), Labelled("Bea", "B-PER"), Labelled("Orr", "I-PER")]
    assert [name for name, _ in named(corpora.example(labelled, "x"))] == ["Ann", "Bea Orr"]


def test_invented_sentences_are_filled_and_their_names_stand_where_they_should() -> None:
    examples = invented.examples(random.Random(1), 2000)
    for one in examples:
        assert "{" not in one.text
        for name in one.names:
            word = one.text[name.start : name.end]
            assert word == word.strip()
            assert word
    assert {name.type for one in examples for name in one.names} == {
        "person", "organization", "place", "event", "product", "other",
    }  # fmt: skip


def test_the_same_seed_invents_the_same() -> None:
    assert invented.examples(random.Random(3), 50) == invented.examples(random.Random(3), 50)


def test_every_list_of_fillings_is_used_and_known() -> None:
    assert set(invented.LISTS.values()) == set(invented.words())


def test_varied_sentences_keep_their_types_and_borders() -> None:
    before = [Example("Ilse Vermaat left Le Havre.", (Span(0, 12, "person"),), "x")] * 200
    after = varied.joined(varied.varied(before, random.Random(2)), random.Random(2))
    assert len({one.text for one in after}) > 20
    for one in after:
        for name in one.names:
            around = one.text[name.start - 1 : name.start] + one.text[name.end : name.end + 1]
            assert around.strip() == ""


@pytest.mark.filterwarnings("ignore")
def test_a_network_learns_what_it_is_shown(tmp_path: Path) -> None:
    def epoch(_chance: random.Random) -> list[Example]:
        name = Span(8, 15, "organization")
        words = ("Alveora", "Belvora")
        return [Example(f"Then we {word} it.", (name,), "x") for word in words] * 40

    nlp = network.train(network.blank({"NORM": 100, "TAG": 50}, 16, 1), epoch, 60, lambda *_: None)
    nlp.to_disk(tmp_path)
    [entity] = spacy.load(tmp_path)("Then we Alveora it.").ents
    assert (entity.text, entity.label_) == ("Alveora", "organization")


def test_a_score_counts_exact_spans_and_types() -> None:
    text = "Ann met Bea in Le Havre."
    example = Example(text, (Span(0, 3, "person"), Span(15, 23, "place")), "x")
    got = [
        Span(*one)
        for one in [(0, 3, "person"), (8, 11, "person"), (18, 23, "place"), (0, 3, "event")]
    ]
    scores = evaluate.scores([example], lambda _texts: [got])
    assert scores["person"].precision == 0.5
    assert scores["person"].recall == 1.0
    assert scores["place"].f1 == 0.0
    assert scores["all"].precision == pytest.approx(1 / 3)
