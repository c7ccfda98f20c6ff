"""Corpora as converted -> training sets: one label scheme, straight quotes, no blank tokens.

usage: python prepare.py CORPORA OUT [--open-only]

Writes OUT/names_STYLE.spacy, one for each way of marking names (ww, conll, other), OUT/ner_silver.spacy (GMB) and
OUT/ud.spacy. With --open-only the corpora without an open
licence (CoNLL-2003, worldwide newswire) are left out.
"""

import argparse
from collections import Counter
from pathlib import Path

import spacy
from augment import with_words
from spacy.tokens import Doc, DocBin, Span
from textnorm import STRAIGHT

KEEP = {
    "PERSON": "PERSON",
    "NORP": "NORP",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
}
CLOSED = ("conll03_train", "ww_train")
STYLES = {"conll03_train": "conll", "ww_train": "ww"}
CORE = CLOSED + ("crossner_politics_train", "crossner_politics_dev", "uner_ewt_dev", "wikigold")
UD = ("ewt_train", "gum_train_noNC")
VOCAB = spacy.blank("en").vocab


def read(path: Path) -> list[Doc]:
    """Documents of one DocBin file, with straight quotes."""
    out = []
    for doc in DocBin().from_disk(path).get_docs(VOCAB):
        words = [t.text.translate(STRAIGHT).replace(" ", "") or "-" for t in doc]
        out.append(with_words(doc, words, VOCAB))
    return out


def relabel(doc: Doc, keep_missing: bool) -> Doc:
    """Only the labels of KEEP; tokens marked missing for dropped labels become outside."""
    missing = [Span(doc, t.i, t.i + 1) for t in doc if not t.ent_iob] if keep_missing else []
    spans = [Span(doc, e.start, e.end, label=KEEP[e.label_]) for e in doc.ents if e.label_ in KEEP]
    doc.set_ents(spans, missing=missing, default="outside")
    return doc


def regroup(docs: list[Doc], limit: int = 96) -> list[Doc]:
    """Treebank documents of some sentences, below the length at which the parser's oracle is cut (it is quadratic)."""
    out: list[Doc] = []
    for doc in docs:
        start = 0
        sents = list(doc.sents)
        for i, sent in enumerate(sents):
            last = i + 1 == len(sents)
            if last or sents[i + 1].end - start > limit:
                out.append(doc[start : sent.end].as_doc())
                start = sent.end
    return out


def write(docs: list[Doc], path: Path) -> None:
    """Write a DocBin and say what is in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
    print(
        path.name,
        len(docs),
        "docs",
        sum(map(len, docs)),
        "tokens",
        dict(Counter(e.label_ for d in docs for e in d.ents).most_common()),
    )


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("corpora", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--open-only", action="store_true")
    args = ap.parse_args()
    other = []
    for name in CORE:
        if args.open_only and name in CLOSED:
            continue
        docs = [relabel(d, name.startswith("uner")) for d in read(args.corpora / "ner" / f"{name}.spacy")]
        if name in CLOSED:
            write(docs, args.out / f"names_{STYLES[name]}.spacy")
        else:
            other += docs
    write(other, args.out / "names_other.spacy")
    write([relabel(d, False) for d in read(args.corpora / "ner" / "gmb_train.spacy")], args.out / "ner_silver.spacy")
    write(regroup([d for name in UD for d in read(args.corpora / "ud" / f"{name}.spacy")]), args.out / "ud.spacy")


if __name__ == "__main__":
    main()
