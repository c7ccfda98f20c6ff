"""What must hold of the weights in the package, whatever they were trained on."""

import json

import pytest

from extractor.language.fast_lemmas import FastLemmas
from extractor.language.fast_names import FastNames
from extractor.language.fast_parse import FastParse
from extractor.language.fast_tok2vec import FastVectors
from extractor.language.pipeline import EMBEDDED, load_base


@pytest.fixture(scope="module")
def nlp():
    return load_base()


def test_words_with_a_capital_have_their_vectors(nlp) -> None:
    one, other = nlp.make_doc("Paris paris")
    assert one.has_vector and (one.vector == other.vector).all()
    assert json.loads((EMBEDDED / "vocab" / "vectors.cfg").read_text(encoding="utf8"))["attr"]


def test_every_slow_component_runs_in_numpy(nlp) -> None:
    kinds = {type(pipe) for _, pipe in nlp.pipeline}
    assert {FastNames, FastVectors, FastParse, FastLemmas} <= kinds


def test_size_in_the_package() -> None:
    assert sum(p.stat().st_size for p in EMBEDDED.rglob("*") if p.is_file()) <= 25_000_000


def test_names_tags_and_tree_of_a_sentence(nlp) -> None:
    doc = nlp("Kim Kye Gwan, North Korea's vice foreign minister, arrived in Beijing on Feb. 27. Nobody met him.")
    assert [(e.text, e.label_) for e in doc.ents if e.label_ in ("PERSON", "GPE")] == [
        ("Kim Kye Gwan", "PERSON"), ("North Korea", "GPE"), ("Beijing", "GPE"),
    ]  # fmt: skip
    minister = next(t for t in doc if t.text == "minister")
    assert minister.dep_ == "appos" and minister.head.ent_type_ == "PERSON"
    assert [t.lemma_ for t in doc if t.dep_ == "ROOT"] == ["arrive", "meet"]
    assert [len(list(doc.sents)), doc.user_data["name_confidence"][0][2] > 0.5] == [2, True]
