"""The numpy parser must make exactly the trees that spaCy's own loop makes, whatever weights and sentence starts."""

import random
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.language import fast_parse
from extractor.language.fast_names import speed_up
from extractor.language.fast_parse import FastParse
from extractor.language.pipeline import EMBEDDED

# "|" stands before each word that begins a sentence.
NEWS = (
    "|The minister , who had met Kim Wang in Beijing , said nothing . |He left \n . |OFFICIALS SAID |No . |( Reuters )"
)
WORDS = [*NEWS.replace("|", "").split(" "), "\n\n", "12,000", "--"]
LABELS = ("nsubj", "obj", "punct", "obl||xcomp", "acl:relcl||nsubj")
ATTRIBUTES = ["HEAD", "DEP", "SENT_START"]


def untrained(hidden: int, pieces: int = 2, seed: int = 0, **settings: Any) -> Language:
    """Token vectors and a parser with random weights, large enough that it makes moves of all kinds."""
    nlp = spacy.blank("en")
    width = {"width": 32, "depth": 1, "embed_size": 200, "window_size": 1, "maxout_pieces": 2}
    layers = {**width, "subword_features": True, "pretrained_vectors": None}
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.HashEmbedCNN.v2", **layers}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "tok2vec"}
    size = {"hidden_width": hidden, "maxout_pieces": pieces, "use_upper": True, "nO": None, "tok2vec": listener}
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False}
    parser: Any = nlp.add_pipe("parser", config={"model": {**model, **size, **settings}})
    for label in LABELS:
        parser.add_label(label)
    nlp.initialize()
    rng = numpy.random.default_rng(seed)
    for node in parser.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, rng.normal(0, 0.4, node.get_param(name).shape).astype("f"))
    return nlp


@pytest.fixture(scope="module")
def shipped() -> Language:
    return spacy.load(EMBEDDED, exclude=["ner", "tagger", "morphologizer", "trainable_lemmatizer"])


def document(nlp: Language, words: list[str], starts: list[bool | None]) -> Doc:
    doc = nlp.get_pipe("tok2vec")(Doc(nlp.vocab, words=words))
    for token, start in zip(doc, starts):
        token.is_sent_start = start
    return doc


def marked(nlp: Language, text: str) -> Doc:
    words = text.split(" ")
    return document(nlp, [w.lstrip("|") for w in words], [w.startswith("|") for w in words])


def drawn(nlp: Language, rng: random.Random, length: int, share: float) -> Doc:
    """Words and sentence starts by chance."""
    return document(nlp, rng.choices(WORDS, k=length), [rng.random() < share for _ in range(length)])


def copy(docs: list[Doc]) -> list[Doc]:
    out = [doc.copy() for doc in docs]
    for new, doc in zip(out, docs):
        new.tensor = doc.tensor
    return out


def tree(doc: Doc) -> list[tuple[int, str, bool | None, int, int, int]]:
    return [(t.head.i, t.dep_, t.is_sent_start, t.left_edge.i, t.right_edge.i, t.n_lefts) for t in doc]


def check(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """The documents parsed, once it is sure that both ways give the same trees."""
    parser: Any = nlp.get_pipe("parser")
    assert FastParse.fits(parser)
    expected = [tree(d) for d in parser.pipe(copy(docs))]
    found = list(FastParse(parser).pipe(copy(docs)))
    assert [tree(d) for d in found] == expected
    return found


class Refusing:
    """Stands for spaCy's own loop where it must not be used."""

    def pipe(self, docs: list[Doc], batch_size: int) -> list[Doc]:
        raise AssertionError(f"{len(docs)} documents were left to spaCy")


@pytest.mark.parametrize(("hidden", "pieces"), [(64, 2), (96, 2), (128, 2), (32, 3)])
def test_same_trees_as_spacy(hidden: int, pieces: int) -> None:
    nlp, rng = untrained(hidden, pieces, seed=hidden), random.Random(hidden)
    docs = [drawn(nlp, rng, n, share) for n in (0, 1, 2, 5, 60, 150) for share in (0, 0.02, 0.1, 0.5, 1)]
    found = check(nlp, docs)
    deps = {t.dep_ for d in found for t in d}
    assert {"ROOT", "nsubj", "obl"} <= deps and not any("||" in dep for dep in deps)
    assert any(t.head.i > t.i for d in found for t in d) and any(t.head.i < t.i for d in found for t in d)


def test_news_and_wrong_sentence_starts(shipped: Language) -> None:
    rng = random.Random(5)
    docs = [marked(shipped, NEWS), *(drawn(shipped, rng, 120, share) for share in (0, 0.05, 0.2, 0.8))]
    first = check(shipped, docs)[0]
    assert [s[0].text for s in first.sents] == ["The", "He", "OFFICIALS", "No", "("]
    assert [s.root.text for s in first.sents][:2] == ["said", "left"]
    assert [first[1].head.text, first[1].dep_] == ["said", "nsubj"]


def test_empty_and_blank_documents(shipped: Language) -> None:
    blank = document(shipped, ["\n\n", " ", "\n"], [True, False, False])
    empty = document(shipped, [], [])
    check(shipped, [empty])
    check(shipped, [])
    check(shipped, [empty, blank, empty, marked(shipped, NEWS), empty])


def test_sentence_starts_are_kept_and_roots_are_one_a_sentence(shipped: Language) -> None:
    doc = drawn(shipped, random.Random(1), 200, 0.1)
    starts = [t.i == 0 or bool(t.is_sent_start) for t in doc]
    fast = FastParse(shipped.get_pipe("parser"))
    fast.original = Refusing()
    doc = fast(doc)
    assert [t.is_sent_start for t in doc] == starts
    assert sum(t.dep_ == "ROOT" for t in doc) == sum(starts)


def test_undecided_sentence_starts_are_left_to_spacy(shipped: Language) -> None:
    half = marked(shipped, NEWS)
    half[5].is_sent_start = None
    words = NEWS.replace("|", "").split(" ")
    none = document(shipped, words, [None] * len(words))
    first = marked(shipped, NEWS)
    first[0].is_sent_start = None  # it begins a sentence in any case
    found = check(shipped, [half, first, none, marked(shipped, NEWS)])
    assert found[2].has_annotation("DEP")


def test_preset_heads_are_left_to_spacy(shipped: Language) -> None:
    doc = marked(shipped, NEWS)
    heads: Any = numpy.array([1] + [0] * (len(doc) - 1), dtype="uint64")
    doc.from_array("HEAD", heads)
    check(shipped, [doc, marked(shipped, NEWS)])


def test_long_sentences(shipped: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(2)
    docs = [drawn(shipped, rng, 2000, 0), drawn(shipped, rng, 30, 0.2)]
    check(shipped, docs)
    monkeypatch.setattr(fast_parse, "LONGEST", 5000)
    fast = FastParse(shipped.get_pipe("parser"))
    fast.original = Refusing()
    assert [tree(d) for d in fast.pipe(copy(docs))] == [tree(d) for d in check(shipped, docs)]


def test_groups_of_sentences_give_what_all_together_give(shipped: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.language.arc_eager.SLOTS", 50)
    rng = random.Random(3)
    check(shipped, [drawn(shipped, rng, 150, share) for share in (0.02, 0.1, 0.5)])


def test_other_layouts_are_left_alone() -> None:
    for settings in ({"extra_state_tokens": True}, {"use_upper": False}, {"maxout_pieces": 1}):
        assert not FastParse.fits(untrained(32, **settings).get_pipe("parser")), settings
    nlp = untrained(32)
    parser: Any = nlp.get_pipe("parser")
    assert FastParse.fits(parser)
    assert not FastParse.fits(nlp.get_pipe("tok2vec"))
    parser.cfg["beam_width"] = 4
    assert not FastParse.fits(parser)
    parser.cfg["beam_width"] = 1
    parser.add_label("subtok")
    assert not FastParse.fits(parser)


def test_speed_up_takes_the_parser() -> None:
    nlp = speed_up(untrained(32))
    assert isinstance(nlp.get_pipe("parser"), FastParse)
    assert nlp("He left .").has_annotation("DEP")
