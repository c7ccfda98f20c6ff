"""The numpy decoder must find exactly what spaCy's own loop finds, whatever the weights."""

import random

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from extractor.language.fast_names import CONFIDENCE, FastNames, speed_up
from extractor.language.name_agreement import agree

TEXT = "the minister of Kim Wang said in Beijing , a U.N. official Ahmed al - Sudani told \n reporters ."
WORDS = TEXT.split(" ")


def pipeline(seed: int) -> Language:
    """A recognizer with random weights large enough that it makes names of all kinds."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for label in ("PERSON", "ORG", "GPE"):
        ner.add_label(label)
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Kim said"), {"entities": [(0, 3, "PERSON")]})])
    rng = numpy.random.default_rng(seed)
    for node in ner.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                value = node.get_param(name)
                node.set_param(name, rng.normal(0, 0.4, value.shape).astype("f"))
    return nlp


@pytest.mark.parametrize("seed", range(6))
def test_same_names_as_spacy(seed: int) -> None:
    nlp = pipeline(seed)
    rng = random.Random(seed)
    texts = [" ".join(rng.choices(WORDS, k=n)) for n in (1, 2, 5, 40, 0, 17)]
    expected = [[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]
    speed_up(nlp, agreement=False)
    assert isinstance(nlp.get_pipe("ner"), FastNames)
    docs = list(nlp.pipe(texts))
    assert [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs] == expected
    assert sum(map(len, expected)) > 0
    for doc in docs:
        assert {(s, e) for s, e, _ in doc.user_data.get(CONFIDENCE, [])} == {(e.start, e.end) for e in doc.ents}
        assert all(0 < p <= 1 for _, _, p in doc.user_data.get(CONFIDENCE, []))


def test_no_name_crosses_a_sentence_start() -> None:
    nlp = pipeline(1)
    docs = [nlp.make_doc(" ".join(WORDS * 5)) for _ in range(2)]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i % 3 == 0
    expected = [(e.start, e.end, e.label_) for e in nlp.get_pipe("ner")(docs[0]).ents]
    fast = FastNames(nlp.get_pipe("ner"), agreement=False)(docs[1])
    assert [(e.start, e.end, e.label_) for e in fast.ents] == expected
    assert all(not any(t.is_sent_start for t in e[1:]) for e in fast.ents)


def names(marked: str, *found: tuple[str, str, float]) -> tuple[list[tuple[int, int, str, float]], list[str]]:
    """Spans by their text, each found after the one before it."""
    words, out, at = marked.split(), [], 0
    for text, label, p in found:
        n = len(text.split())
        at = next(i for i in range(at, len(words)) if words[i : i + n] == text.split())
        out.append((at, at + n, label, p))
        at += n
    return out, words


def test_unsure_mentions_follow_sure_ones() -> None:
    found, words = names(
        "Tencent rose . Tencent fell . Tencent said",
        ("Tencent", "ORG", 0.9),
        ("Tencent", "GPE", 0.5),
        ("Tencent", "ORG", 0.95),
    )
    assert [x[2] for x in agree(found, words)] == ["ORG", "ORG", "ORG"]


def test_a_sure_mention_keeps_its_label() -> None:
    found, words = names("Paris said . Paris Paris", *(("Paris", label, 0.9) for label in ("ORG", "GPE", "GPE")))
    assert agree(found, words)[0][2] == "ORG"


def test_surname_belongs_to_its_person() -> None:
    found, words = names(
        "Ganjar Pranowo spoke . Pranowo won . Then Pranowo left",
        ("Ganjar Pranowo", "PERSON", 0.95),
        ("Pranowo", "GPE", 0.6),
    )
    assert [(words[s:e], label) for s, e, label, _ in agree(found, words)] == [
        (["Ganjar", "Pranowo"], "PERSON"),
        (["Pranowo"], "PERSON"),
    ]


def test_unsure_names_are_dropped() -> None:
    found, words = names("the Imam came", ("Imam", "ORG", 0.3))
    assert agree(found, words) == []
