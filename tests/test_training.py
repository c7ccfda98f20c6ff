"""The training project: corpus readers, name augmentation, templates, and a whole run in small."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

TRAINING = Path(__file__).parents[1] / "training"
pytestmark = pytest.mark.skipif(not TRAINING.is_dir(), reason="the training project is not in this installation")


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TRAINING))


CONLLU = """# newdoc id = GUM_news_x
# sent_id = 1
1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tdo\tdo\tAUX\tVBP\tMood=Ind\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newdoc id = GUM_bio_y
1\tNames\tname\tNOUN\tNNS\t_\t2\tnsubj:outer\t_\t_
2\tcount\tcount\tVERB\tVBP\t_\t0\troot\t_\t_
"""


def test_treebank_reader_keeps_text_and_tree(tmp_path: Path) -> None:
    import convert_ud

    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf8")
    first, second = convert_ud.documents(convert_ud.sentences(path))
    assert first.text.strip() == "don't go."
    assert [(t.text, t.dep_, t.head.text) for t in first][:2] == [("do", "aux", "go"), ("n't", "advmod", "go")]
    assert [t.dep_ for t in second] == ["nsubj:outer", "ROOT"]


def test_name_reader_maps_labels() -> None:
    import convert_ner

    text = "-DOCSTART- O\n\nIndian B-MISC\nforces O\nnear O\nMount B-LOC\nFuji I-LOC\n\n"
    text += "Kim B-PER\nYong B-PER\nnam I-PER\n"
    (doc,) = convert_ner.columns(text, -1)
    labels = convert_ner.Labels({"Indian"})
    out = convert_ner.make_doc(doc, labels)
    assert [(e.text, e.label_) for e in out.ents] == [
        ("Indian", "NORP"),
        ("Mount Fuji", "LOC"),
        ("Kim", "PERSON"),
        ("Yong nam", "PERSON"),
    ]
    assert convert_ner.spans(["S-ORG", "B-PER", "E-PER"]) == [(0, 1, "ORG"), (1, 3, "PER")]


def test_renaming_is_consistent_within_a_document() -> None:
    import augment
    from spacy.tokens import Doc, Span

    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=["Jane", "Smith", "spoke", ".", "Smith", "left", "Paris", "."], sent_starts=None)
    doc.set_ents([Span(doc, 0, 2, "PERSON"), Span(doc, 4, 5, "PERSON"), Span(doc, 6, 7, "GPE")])
    for seed in range(20):
        new = augment.rename(doc, random.Random(seed), nlp.vocab)
        full, short, place = new.ents
        assert place.text == "Paris" and full.text != "Jane Smith"
        assert short.text in full.text
        assert [t.text for t in new if not t.ent_type_] == ["spoke", ".", "left", "."]


def test_every_template_parses_into_one_tree() -> None:
    import appositions

    for name in ("train", "unseen"):
        grammar = appositions.Grammar(appositions.ASSETS / f"{name}.txt")
        for kind, lines in grammar.parts.items():
            for line in lines:
                text = (
                    line
                    if kind == "frame"
                    else f"nsubj[N appos[, {line}] ,] *left/VBD ."
                    if kind == "title"
                    else f"nsubj[N] *said/VBD ccomp[{line}] ."
                )
                phrase = grammar.build(text, random.Random(1))
                phrase.head.dep, phrase.head.head = "ROOT", None
                doc = appositions.to_doc(phrase.words)
                assert len(list(doc.sents)) == 1, line
                assert sum(t.dep_ == "ROOT" for t in doc) == 1, line


def test_smoke_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(TRAINING / "smoke.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "en_core_news" / "config.cfg").exists()


def test_bench_shows_the_accuracy_of_every_set() -> None:
    import bench_model

    names = {"norm": {"PERSON": {"p": 1.0, "f": 88.1}, "ORG": {"f": 76}}, "strict": {}}
    figures = {"words_per_cpu_s": {"ner": 1}, "load_s": 0.5, "ww_dev": names, "ewt_dev": {"las": 83.25}}
    assert bench_model.summary(figures) == ["  ww_dev        PERSON 88.1  ORG 76", "  ewt_dev       las 83.25"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("person(s) of", "person ( s ) of"),
        ("rules(2)(See", "rules ( 2 ) ( See"),
        ('the "No"-vote', 'the " No " -vote'),
        ("and/or e-mail etc.", "and / or e-mail etc."),
        ("Call 303-832-8160 or 853-3242.", "Call 303-832-8160 or 853-3242 ."),
        ("500-1000 people, 2003-2004", "500 - 1000 people , 2003 - 2004"),
        ("a non-human post-war anti-Taliban force", "a non-human post-war anti - Taliban force"),
        ("really.? the U.S.? Acme Corp.?", "really .? the U.S. ? Acme Corp. ?"),
        ("he said-- -Page ~100", "he said -- - Page ~ 100"),
        ("Dani Sordo (ESP)/Ann Lee (CZE)", "Dani Sordo ( ESP ) / Ann Lee ( CZE )"),
    ],
)
def test_tokens_as_in_the_treebanks(text: str, tokens: str) -> None:
    from tokenization import treebank_tokens

    nlp = spacy.blank("en")
    treebank_tokens(nlp)
    assert " ".join(t.text for t in nlp(text)) == tokens


def test_a_deeper_encoder_starts_from_the_layers_of_a_shallower_one(tmp_path: Path) -> None:
    from checkpoints import tables, warm

    def pipeline(depth: int) -> spacy.language.Language:
        nlp = spacy.blank("en")
        encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "depth": depth}
        encode |= {"window_size": 1, "maxout_pieces": 2}
        embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM"], "rows": [50]}
        embed |= {"include_static_vectors": False}
        model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
        nlp.add_pipe("tok2vec", config={"model": model})
        nlp.initialize()
        return nlp

    old, new = pipeline(2), pipeline(3)
    old.to_disk(tmp_path / "old")
    warm(new, tmp_path / "old")
    theirs, ours = (tables(nlp.get_pipe("tok2vec").model) for nlp in (old, new))
    same = [(theirs[at], layer) for at, layer in ours.items() if at in theirs]
    assert all((a.get_param(p) == b.get_param(p)).all() for a, b in same for p in b.param_names if b.has_param(p))
    added = [layer.get_param("G") for at, layer in ours.items() if at not in theirs and layer.has_param("G")]
    assert len(added) == 1 and float(abs(added[0]).max()) == pytest.approx(0.1)
