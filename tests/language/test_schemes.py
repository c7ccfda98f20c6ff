"""Label schemes: CLEAR and CoNLL labels come out as UD and OntoNotes ones; a pipeline that lacks a part says so."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extractor.errors import ModelError
from extractor.language.lemmas import lemma_of
from extractor.language.pipeline import check_base, load_base
from extractor.language.tokens import TokenTable

ENGLISH = spacy.blank("en")


def clear_doc() -> Doc:
    """ "Talks on Iran were held by Russia in Geneva .", as a CLEAR pipeline parses it."""
    return Doc(
        ENGLISH.vocab,
        words=["Talks", "on", "Iran", "were", "held", "by", "Russia", "in", "Geneva", "."],
        tags=["NNS", "IN", "NNP", "VBD", "VBN", "IN", "NNP", "IN", "NNP", "."],
        heads=[4, 0, 1, 4, 4, 4, 5, 4, 7, 4],
        deps=["nsubjpass", "prep", "pobj", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj", "punct"],
        lemmas=["talk", "on", "Iran", "be", "hold", "by", "Russia", "in", "Geneva", "."],
        ents=["O", "O", "B-LOC", "O", "O", "O", "B-LOC", "O", "B-PER", "O"],
    )


def test_clear_becomes_ud() -> None:
    t = TokenTable(clear_doc())
    assert dict(zip(t.text, t.dep, strict=True)) == {
        "Talks": "nsubj:pass", "on": "case", "Iran": "nmod", "were": "aux:pass", "held": "root", "by": "case",
        "Russia": "obl:agent", "in": "case", "Geneva": "obl", ".": "punct",
    }  # fmt: skip
    heads = {t.text[i]: t.text[t.head[i]] for i in range(t.n)}
    assert heads["Iran"] == "Talks" and heads["on"] == "Iran" and heads["Russia"] == "held" and heads["by"] == "Russia"


def test_clear_copula_gives_way_to_its_predicate() -> None:
    doc = Doc(
        ENGLISH.vocab,
        words=["He", "is", "minister", "."],
        tags=["PRP", "VBZ", "NN", "."],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "attr", "punct"],
        lemmas=["he", "be", "minister", "."],
    )
    t = TokenTable(doc)
    assert [t.dep[2], t.dep[1], t.text[t.head[0]], t.text[t.head[1]]] == ["root", "cop", "minister", "minister"]


def test_name_labels_of_conll_become_ours() -> None:
    assert TokenTable(clear_doc()).ents == [(2, 3, "LOC"), (6, 7, "LOC"), (8, 9, "PERSON")]


def test_parts_of_speech_follow_the_tags_where_there_are_none() -> None:
    assert TokenTable(clear_doc()).pos[:5] == ["NOUN", "ADP", "PROPN", "VERB", "VERB"]


def test_lemmas_by_rule_where_the_pipeline_sets_none() -> None:
    doc = Doc(ENGLISH.vocab, words=["ministers", "froze", "imposed", "banned"], tags=["NNS", "VBD", "VBN", "VBD"])
    assert TokenTable(doc).lemma == ["minister", "freeze", "impose", "ban"]


def test_a_pipeline_without_a_parser_is_refused_in_one_line() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    with pytest.raises(ModelError) as error:
        check_base(nlp, "half")
    assert str(error.value) == "the model half has no tagger and no parser; it has ner"


def test_a_pipeline_for_another_language_is_refused() -> None:
    with pytest.raises(ModelError, match="English"):
        check_base(spacy.blank("de"), "german")


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        load_base("no_such_model")


def test_sentence_starts_after_abbreviations_and_brackets_are_undone(read) -> None:  # noqa: ANN001
    t = TokenTable(read("Koike met Tokyo Gov. Yuriko Koike (R-Ky.), and Sens. Mitch Lee and Dan Cho left."))
    assert t.sents == [(0, t.n)]


@pytest.mark.parametrize(
    ("form", "lemma"), [("prizes", "prize"), ("waltzes", "waltz"), ("taxes", "tax"), ("ministries", "ministry")]
)
def test_lemmas_of_plurals_by_rule(form: str, lemma: str) -> None:
    assert lemma_of(form, "NNS") == lemma


@pytest.mark.parametrize(
    ("form", "tag", "given", "lemma"),
    [
        ("vetoed", "VBD", "vetoed", "veto"),
        ("argued", "VBD", "argued", "argue"),
        ("abducted", "VBN", "abducte", "abduct"),
        ("embraced", "VBD", "embrace", "embrace"),
        ("sanctioning", "VBG", "sanctione", "sanction"),
        ("certified", "VBN", "certifie", "certify"),
        ("invested", "VBN", "investe", "invest"),
        ("wasted", "VBN", "waste", "waste"),
        ("adhered", "VBD", "adhere", "adhere"),
        ("froze", "VBD", "froze", "freeze"),
        ("People", "NNS", "people", "person"),
        ("Talks", "NNS", "Talk", "talk"),
    ],
)
def test_slips_of_a_trained_lemmatizer_are_mended(form: str, tag: str, given: str, lemma: str) -> None:
    doc = Doc(ENGLISH.vocab, words=[form], tags=[tag], lemmas=[given])
    assert TokenTable(doc).lemma == [lemma]
