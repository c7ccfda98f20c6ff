"""The numpy forward pass of a tok2vec gives what spaCy's own layers give."""

import numpy
import pytest
import spacy

from extractor.language import fast_tok2vec
from extractor.language.fast_tok2vec import FastTok2Vec, FastVectors
from extractor.language.pipeline import EMBEDDED

TEXTS = (
    "Kim Kye Gwan, North Korea's vice foreign minister, can't say what they'd do on Feb. 27.",
    "ca n't",
    "",
    "Paris",
    "MOSCOW, 3 March 1998 -- QZXV-77 rose 4.5% ... unheard-of wordforms: snorfle, blixit, Gharbonzy.",
    "   ",
)


@pytest.fixture(scope="module")
def base():
    return spacy.load(EMBEDDED)


@pytest.fixture(scope="module")
def pipe(base):
    return base.get_pipe("tok2vec")


def docs_of(base, texts=TEXTS):
    return [base.make_doc(text) for text in texts]


def theirs(pipe, docs):
    return numpy.concatenate(
        [numpy.asarray(x).reshape(len(d), -1) for x, d in zip(pipe.model.predict(docs), docs) if d]
    )


def test_same_vectors_as_spacy(base, pipe):
    docs = docs_of(base)
    numpy.testing.assert_allclose(FastTok2Vec(pipe.model, base.vocab.vectors)(docs), theirs(pipe, docs), atol=2e-4)


def test_the_norm_of_a_token_counts(base, pipe):
    one, other = base.make_doc("can't"), base.make_doc("ca n't")
    run = FastTok2Vec(pipe.model, base.vocab.vectors)
    for doc in (one, other):
        numpy.testing.assert_allclose(run([doc]), theirs(pipe, [doc]), atol=2e-4)


def test_vectors_do_not_depend_on_what_was_read_before(base, pipe):
    docs = docs_of(base)
    fresh, used = (FastTok2Vec(pipe.model, base.vocab.vectors) for _ in range(2))
    for doc in reversed(docs):
        used([doc])
    numpy.testing.assert_allclose(fresh(docs), used(docs), atol=2e-4)
    fresh.forget()
    used.forget()
    assert numpy.array_equal(fresh(docs), used(docs))  # to the last bit, on any processor


def test_memory_is_bounded_on_endless_new_forms(base, pipe, monkeypatch):
    monkeypatch.setattr(fast_tok2vec, "FORMS", 100)
    run = FastTok2Vec(pipe.model, base.vocab.vectors)
    for k in range(5):
        docs = docs_of(base, [" ".join(f"w{k}x{i}" for i in range(60))])
        numpy.testing.assert_allclose(run(docs), theirs(pipe, docs), atol=2e-4)
        assert len(run.rows) <= 100


def test_blocks_join_without_a_seam(base, pipe, monkeypatch):
    docs = docs_of(base, [" ".join(TEXTS)] * 3)
    whole = FastTok2Vec(pipe.model, base.vocab.vectors)(docs)
    monkeypatch.setattr(fast_tok2vec, "BLOCK", 7)
    numpy.testing.assert_allclose(FastTok2Vec(pipe.model, base.vocab.vectors)(docs), whole, atol=2e-4)


def test_component_sets_the_tensor(base, pipe):
    docs = docs_of(base)
    list(FastVectors(pipe).pipe(docs, batch_size=2))
    expected = theirs(pipe, docs)
    numpy.testing.assert_allclose(numpy.concatenate([d.tensor for d in docs if len(d)]), expected, atol=2e-4)


def test_other_layouts_are_left_to_spacy():
    nlp = spacy.blank("en")
    other = nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "width": 32,
                "depth": 2,
                "embed_size": 100,
                "window_size": 2,
                "maxout_pieces": 2,
                "subword_features": True,
                "pretrained_vectors": None,
            }
        },
    )
    assert not FastVectors.fits(other)
    assert not FastVectors.fits(object())
    with pytest.raises(ValueError, match="tok2vec"):
        FastTok2Vec(other.model, nlp.vocab.vectors)
