"""Weights kept in half precision and word vectors in bytes are whole again after loading."""

import pickle

import numpy
import pytest
import spacy
from spacy.vectors import Vectors

from extractor.language.precision import FACTORY, SCALES, FullPrecision, narrow


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    data = numpy.array([[0.5, -8.0, 0.0], [-1.0, 4.0, 0.0]], dtype="float32")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=["oslo", "lima"], attr="LOWER")
    tagger = nlp.add_pipe("tagger")
    for label in ("NN", "VB"):
        tagger.add_label(label)
    nlp.initialize()
    nlp.add_pipe(FACTORY)
    return nlp


def weights(nlp):
    model = nlp.get_pipe("tagger").model
    return [n.get_param(k) for n in model.walk() for k in n.param_names if n.has_param(k)]


def saved_narrow(nlp, folder):
    scales = narrow(nlp)
    nlp.to_disk(folder)
    (folder / FACTORY).mkdir()
    numpy.save(folder / FACTORY / SCALES, scales)


def test_a_third_of_the_size_and_nearly_the_same_numbers(nlp, tmp_path):
    nlp.to_disk(tmp_path / "wide")
    before, vectors = weights(nlp), nlp.vocab.vectors.data.copy()
    saved_narrow(nlp, tmp_path / "narrow")
    sizes = [(tmp_path / x / "tagger" / "model").stat().st_size for x in ("narrow", "wide")]
    assert sizes[0] < 0.6 * sizes[1]
    again = spacy.load(tmp_path / "narrow")
    for old, new in zip(before, weights(again), strict=True):
        assert new.dtype == numpy.float32
        numpy.testing.assert_allclose(new, old, rtol=1e-3, atol=1e-6)
    assert again.vocab.vectors.data.dtype == numpy.float32
    numpy.testing.assert_allclose(again.vocab.vectors.data, vectors, atol=8 / 127 / 2 + 1e-6)
    assert again.vocab.vectors.data[0, 1] == pytest.approx(-8.0)


def test_a_pipeline_in_full_precision_stays_as_it_is(nlp, tmp_path):
    nlp.to_disk(tmp_path / "wide")
    for old, new in zip(weights(nlp), weights(spacy.load(tmp_path / "wide")), strict=True):
        assert numpy.array_equal(old, new)
    assert numpy.array_equal(
        spacy.blank("en").from_bytes(nlp.to_bytes(exclude=["tagger"])).vocab.vectors.data.shape, (2, 3)
    )


def test_documents_pass_unchanged_and_the_component_can_be_pickled(nlp):
    pipe = nlp.get_pipe(FACTORY)
    doc = nlp.make_doc("Oslo said no.")
    assert pipe(doc) is doc
    again = pickle.loads(pickle.dumps(pipe))
    assert isinstance(again, FullPrecision) and again.name == FACTORY and again.nlp is None
    assert again.from_disk("nowhere") is again
