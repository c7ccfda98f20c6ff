"""The lemmatizer that keeps lemmas must give exactly what spaCy's gives."""

from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from extractor.language import fast_lemmas
from extractor.language.fast_lemmas import FastLemmas
from extractor.language.fast_names import speed_up

TEXTS = [
    "He met ministers and walked",
    "Ministers said talks failed",
    "",
    "\n\n",
    "THE TALKS talked He walked walked",
    "a",
]
LEMMAS = ["he", "meet", "minister", "and", "walk"]


def lemmatizer(seed: int, **settings: Any) -> Language:
    """A lemmatizer with random weights, so that it tries many trees, fitting and not."""
    nlp = spacy.blank("en")
    pipe: Any = nlp.add_pipe("trainable_lemmatizer", config={"top_k": 1, "min_tree_freq": 1, **settings})
    words = TEXTS[0].split()
    pairs = [Doc(nlp.vocab, words=words, lemmas=LEMMAS), Doc(nlp.vocab, words=["talks"], lemmas=["talk"])]
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=[t.text for t in d]), d) for d in pairs])
    rng = numpy.random.default_rng(seed)
    for node in pipe.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, rng.normal(0, 0.4, node.get_param(name).shape).astype("f"))
    return nlp


def lemmas(docs: list[Doc]) -> list[list[str]]:
    return [[t.lemma_ for t in doc] for doc in docs]


@pytest.mark.parametrize(("backoff", "overwrite"), [("orth", False), ("orth", True), (None, False)])
def test_same_lemmas_as_spacy(backoff: str | None, overwrite: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_lemmas, "BLOCK", 3)
    monkeypatch.setattr(fast_lemmas, "PAIRS", 4)
    nlp = lemmatizer(3, backoff=backoff, overwrite=overwrite)
    pipe: Any = nlp.get_pipe("trainable_lemmatizer")
    docs = [[nlp.make_doc(text) for text in TEXTS * 2] for _ in range(2)]
    for doc in (docs[0][0], docs[1][0]):
        doc[1].lemma_ = doc[2].lemma_ = "preset"
    expected = lemmas(list(pipe.pipe(docs[0])))
    fast = FastLemmas(pipe)
    assert lemmas(list(fast.pipe(docs[1], batch_size=4))) == expected
    assert lemmas([fast(nlp.make_doc(TEXTS[1]))]) == expected[1:2]
    assert len({x for found in expected for x in found}) > 5
    assert any("" in found for found in expected) == (backoff is None)
    assert (expected[0][1:3] == ["preset", "preset"]) is not overwrite


def test_other_layouts_are_left_alone() -> None:
    assert not FastLemmas.fits(lemmatizer(1, top_k=2).get_pipe("trainable_lemmatizer"))
    assert not FastLemmas.fits(lemmatizer(1, backoff=None, overwrite=True).get_pipe("trainable_lemmatizer"))
    assert not FastLemmas.fits(lemmatizer(1, backoff="norm").get_pipe("trainable_lemmatizer"))


def test_speed_up_takes_the_lemmatizer() -> None:
    nlp = speed_up(lemmatizer(1))
    assert isinstance(nlp.get_pipe("trainable_lemmatizer"), FastLemmas)
    assert nlp("He met ministers").has_annotation("LEMMA")
