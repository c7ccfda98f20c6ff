"""Static vectors from raw news: train fastText vectors, reduce them, keep one row per frequent word.

usage: python vectors.py train TEXTS.txt MODEL.bin            (needs the floret package; one paragraph per line, tokens
                                                               in small letters between blanks)
       python vectors.py export MODEL.bin OUT [--rows N] [--dim N]

Keys are small-letter forms (Vectors.attr LOWER), so capitals change nothing but the shape feature. Rare words share
the row of their nearest frequent neighbour; person names of the own lists get a vector from their character n-grams.
"""

import argparse
import json
from pathlib import Path

import numpy

try:
    import spacy
    from spacy.vectors import Vectors
except ImportError:  # the floret steps run without spaCy
    spacy = Vectors = None

from names import regions


def train(texts: Path, model: Path, dim: int) -> None:
    """Train skip-gram vectors with character n-grams on one core."""
    import floret

    m = floret.train_unsupervised(
        str(texts),
        model="skipgram",
        dim=dim,
        ws=4,
        epoch=6,
        minCount=4,
        minn=3,
        maxn=5,
        neg=6,
        bucket=400000,
        thread=1,
        lr=0.05,
    )
    m.save_model(str(model))


def dump(model: Path, words_out: Path, names: list[str]) -> None:
    """Write words (most frequent first, then names unseen in the texts) and their vectors as npz."""
    import floret

    m = floret.load_model(str(model))
    words = list(m.words)
    seen = set(words)
    extra = sorted({n for n in names if n not in seen})
    vecs = numpy.stack([m.get_word_vector(w) for w in words + extra]).astype("float32")
    numpy.savez(words_out, words=numpy.array(words + extra), vecs=vecs, n_seen=len(words))


def export(dumped: Path, out: Path, rows: int, dim: int) -> None:
    """Reduce by principal components, share rows, write a blank pipeline that holds the vectors."""
    z = numpy.load(dumped)
    words, vecs = [str(w) for w in z["words"]], z["vecs"]
    vecs = vecs - vecs.mean(0)
    _, s, vt = numpy.linalg.svd(vecs[:20000], full_matrices=False)
    print("variance kept", round(float((s[:dim] ** 2).sum() / (s**2).sum()), 3))
    vecs = vecs @ vt[:dim].T
    norm = numpy.linalg.norm(vecs, axis=1, keepdims=True)
    vecs = (vecs / numpy.maximum(norm, 1e-6)).astype("float32")
    table = vecs[:rows]
    row_of = list(range(min(rows, len(words))))
    for i in range(rows, len(words), 2000):
        row_of += (vecs[i : i + 2000] @ table.T).argmax(1).tolist()
    nlp = spacy.blank("en")
    table = (table * numpy.sqrt(dim)).astype("float32")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=None, name="news_vectors", attr="LOWER")
    for word, row in zip(words, row_of):
        nlp.vocab.vectors.add(word, row=row)
    nlp.to_disk(out)
    keep_attr(out, nlp)
    print(len(words), "keys", table.shape, "rows")


def keep_attr(folder: Path, nlp: "spacy.language.Language") -> None:
    """Write into a saved pipeline by which form its vectors are looked up: spaCy 3.8 reads it, but forgets to save it.

    Without this every word with a capital loses its vector when the pipeline is loaded again.
    """
    path = folder / "vocab" / "vectors.cfg"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"attr": int(nlp.vocab.vectors.attr)}))


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("what", choices=("train", "dump", "export"))
    ap.add_argument("source", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--rows", type=int, default=20000)
    ap.add_argument("--dim", type=int, default=64)
    args = ap.parse_args()
    if args.what == "train":
        train(args.source, args.out, 96)
    elif args.what == "dump":
        names = [
            w.lower() for t in regions().values() for k in ("given", "family", "full") for n in t[k] for w in n.split()
        ]
        dump(args.source, args.out, names)
    else:
        export(args.source, args.out, args.rows, args.dim)


if __name__ == "__main__":
    main()
