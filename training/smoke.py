"""A few steps of the whole training on own template sentences: no corpus, no network, under two minutes.

usage: python smoke.py [DIR]

Builds small training and development sets from assets/, trains a narrow pipeline, packages it and loads it again.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

import appositions
import assemble
import evaluate
import package
import spacy
import train
from spacy.tokens import Doc, DocBin, Span

HERE = Path(__file__).parent


def with_names(doc: Doc) -> Doc:
    """The document without its trees but with its persons as names, as the name corpora are."""
    out = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        sent_starts=[bool(t.is_sent_start) for t in doc],
    )
    heads = [t for t in doc if any(c.dep_ == "flat" for c in t.children)]
    spans = []
    for t in heads:
        end = max(c.i for c in t.children if c.dep_ == "flat") + 1
        spans.append(Span(out, t.i, end, label="PERSON"))
    out.set_ents(spacy.util.filter_spans(spans), default="outside")
    return out


def build(folder: Path, seed: int = 5) -> None:
    """Training and development sets in the places where the real ones would be."""
    rng = random.Random(seed)
    grammar = appositions.Grammar(appositions.ASSETS / "train.txt")
    trees = [appositions.to_doc(sum((grammar.sentence(rng) for _ in range(2)), [])) for _ in range(240)]
    for doc in trees:
        for t in doc:
            t.pos_ = {"NNP": "PROPN", "NN": "NOUN", "VBD": "VERB"}.get(t.tag_, "X")
            t.lemma_ = t.lower_
    names = [with_names(d) for d in trees]
    parts = {"ud": trees[:200], "names_other": names[:200], "names_ww": names[:40]}
    for part, docs in parts.items():
        write(docs, folder / "prepared" / f"{part}.spacy")
    for name in evaluate.NER_SETS:
        write(names[200:], folder / "corpora" / "ner" / f"{name}.spacy")
    for name in evaluate.UD_SETS:
        write(trees[200:], folder / "corpora" / "ud" / f"{name}.spacy")


def write(docs: list[Doc], path: Path) -> None:
    """One DocBin file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)


def run(folder: Path) -> Path:
    """Build, train, package; gives the folder of the packaged pipeline."""
    build(folder)
    small = [
        "components.tok2vec.model.encode.width=32",
        "components.tok2vec.model.encode.depth=2",
        "components.tok2vec.model.embed.include_static_vectors=false",
    ]
    for part, more in (("names", []), ("syntax", ["components.parser.min_action_freq=1"])):
        sys.argv = [
            "train.py",
            str(HERE / "configs" / f"{part}.cfg"),
            str(folder / "prepared"),
            str(folder / part),
            "--dev",
            str(folder / "corpora"),
            "--words",
            "20000",
            "--check-every",
            "20000",
            "--lr",
            "0.005",
            "--ner-batch",
            "400",
            "--ud-batch",
            "400",
            "--set",
            *small,
            *more,
        ]
        train.main()
    assemble.assemble(folder / "names" / "best", folder / "syntax" / "best", folder / "joint")
    target = folder / "en_core_news"
    package.package(folder / "joint", target, version="0.0.0")
    return target


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("folder", type=Path, nargs="?")
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        target = run(args.folder or Path(tmp))
        nlp = spacy.load(target)
        doc = nlp("Kim Kye Gwan, the foreign minister of Japan, said the talks would resume in June.")
        print([(t.text, t.tag_, t.dep_, t.head.text) for t in doc], [(e.text, e.label_) for e in doc.ents])
        assert doc.has_annotation("DEP") and doc.has_annotation("TAG") and doc.has_annotation("ENT_IOB")
        assert doc.has_annotation("SENT_START")


if __name__ == "__main__":
    main()
