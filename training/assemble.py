"""Names and syntax, trained apart, in one pipeline: names first, over their own token vectors, then the rest.

usage: python assemble.py NAMES SYNTAX OUT
"""

import argparse
from pathlib import Path

import spacy
from vectors import keep_attr

from extractor.language.quotes import FACTORY as QUOTE_STARTS


def assemble(names: Path, syntax: Path, out: Path) -> None:
    """Write the joint pipeline; ValueError where the two hold different static vectors."""
    ner, nlp = spacy.load(names), spacy.load(syntax)
    mine, theirs = nlp.vocab.vectors.data, ner.vocab.vectors.data
    if mine.shape != theirs.shape or (mine != theirs).any():
        raise ValueError("the two pipelines hold different static vectors")
    ner.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=ner, first=True)
    nlp.add_pipe(QUOTE_STARTS, after="senter")
    nlp.to_disk(out)
    keep_attr(out, nlp)


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("names", type=Path)
    ap.add_argument("syntax", type=Path)
    ap.add_argument("out", type=Path)
    args = ap.parse_args()
    assemble(args.names, args.syntax, args.out)


if __name__ == "__main__":
    main()
