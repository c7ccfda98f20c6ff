"""The numpy decoder must find exactly what spaCy's own loop finds, whatever the weights."""

import random

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from extractor.language.fast_names import CONFIDENCE, FastNames, speed_up

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
    speed_up(nlp)
    assert isinstance(nlp.get_pipe("ner"), FastNames)
    docs = list(nlp.pipe(texts))
    assert [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs] == expected
    assert sum(map(len, expected)) > 0
    for doc in docs:
        assert set(doc.user_data.get(CONFIDENCE, {})) == {(e.start, e.end) for e in doc.ents}
        assert all(0 < p <= 1 for p in doc.user_data.get(CONFIDENCE, {}).values())


def test_no_name_crosses_a_sentence_start() -> None:
    nlp = pipeline(1)
    docs = [nlp.make_doc(" ".join(WORDS * 5)) for _ in range(2)]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i % 3 == 0
    expected = [(e.start, e.end, e.label_) for e in nlp.get_pipe("ner")(docs[0]).ents]
    fast = FastNames(nlp.get_pipe("ner"))(docs[1])
    assert [(e.start, e.end, e.label_) for e in fast.ents] == expected
    assert all(not any(t.is_sent_start for t in e[1:]) for e in fast.ents)
