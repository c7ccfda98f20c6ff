"""Static vectors from a teacher of names: what it makes of each word form, averaged over where the form stands.

usage: python distil.py TEXTS.jsonl TEACHER.pt OUT --encoder DIR [--words N] [--dim N] [--lexicon DIR]

A small student meets most names for the first time in the text that it reads, the teacher has met them in pretraining.
So its hidden vectors, averaged per small-letter form over raw news and reduced by principal components, tell the
student what kind of word a form is (contextual vectors made static: Bommasani et al. 2020, ACL, 4758-4781). Pieces of
text are taken by greed for forms that were seen seldom so far; names of the lists that no text has are read by
themselves.
Writes OUT/distilled.npz (words, vecs, counts) and, from the same pass, OUT/silver_names.spacy.
"""

import argparse
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy
import spacy
from names import regions
from spacy.tokens import DocBin
from teacher import pieces, silver_names
from teacher_model import Chunk, Teacher, load, predict
from textnorm import collapse
from tokenization import treebank_tokens

ENOUGH = 12  # occurrences after which a form asks for no more text
RARE = 2  # forms of the texts with fewer occurrences get no vector
Piece = tuple[list[str], list[bool]]


def is_word(form: str) -> bool:
    """Whether a form is worth a vector: letters, and not as long as an address."""
    return any(c.isalpha() for c in form) and len(form) < 30 and "@" not in form and "//" not in form


def read_pieces(path: Path, seed: int) -> Iterator[Piece]:
    """Runs of tokens of raw texts, in random order of the texts."""
    nlp = spacy.blank("en")
    treebank_tokens(nlp)
    rows = [json.loads(line)["text"] for line in path.open(encoding="utf8")]
    random.Random(seed).shuffle(rows)
    for text in rows:
        doc = nlp.make_doc(collapse(text)[:20000])
        words, spaces = [t.text.strip() or "-" for t in doc], [bool(t.whitespace_) for t in doc]
        for s, e in pieces(words):
            yield words[s:e], spaces[s:e]


def choose(found: list[Piece], words: int) -> list[Piece]:
    """Pieces for about `words` words: first those with forms seen seldom so far."""
    total = Counter(w.lower() for part, _ in found for w in part)
    seen: Counter[str] = Counter()
    taken, rest, n = [], [], 0
    for piece in found:
        forms = {w.lower() for w in piece[0]}
        wanted = sum(1 for f in forms if total[f] >= RARE and seen[f] < ENOUGH and is_word(f))
        if wanted >= max(2, len(piece[0]) // 25) and n < words:
            taken.append(piece)
            n += len(piece[0])
            seen.update(w.lower() for w in piece[0])
        else:
            rest.append(piece)
    for piece in rest:
        if n >= words:
            break
        taken.append(piece)
        n += len(piece[0])
    return taken


def listed(lexicon: Path | None) -> Iterator[list[str]]:
    """Names of the lists, in words: people of all regions, and places and leaders of a lexicon folder."""
    for table in regions().values():
        for kind in ("given", "family", "full"):
            for name in table[kind]:
                yield name.split()
    if lexicon:
        for file, column in (("places.csv", "surface"), ("leaders.csv", "family_name"), ("family_names.csv", "name")):
            path = lexicon / file
            with path.open(encoding="utf8", newline="") as handle:
                for row in csv.DictReader(handle):
                    if row.get(column):
                        yield row[column].split()


class Sums:
    """Sums of the teacher's vectors by form."""

    def __init__(self, width: int) -> None:
        self.row: dict[str, int] = {}
        self.count: list[int] = []
        self.sums = numpy.zeros((200_000, width), dtype="float32")

    def add(self, words: list[str], vectors: numpy.ndarray) -> None:
        """Add one vector for each of these words."""
        rows = []
        for word in words:
            form = word.lower()
            if form not in self.row and is_word(form) and len(self.row) < len(self.sums):
                self.row[form] = len(self.row)
                self.count.append(0)
            rows.append(self.row.get(form, -1))
        at = numpy.array(rows)
        numpy.add.at(self.sums, at[at >= 0], vectors[: len(rows)][at >= 0])
        for r in rows:
            if r >= 0:
                self.count[r] += 1

    def means(self, least: set[str], dim: int) -> tuple[list[str], numpy.ndarray, numpy.ndarray]:
        """Forms (those seen often enough, those of `least`), their mean vectors in `dim` components, their counts."""
        keep = [f for f, r in self.row.items() if self.count[r] >= RARE or f in least]
        rows = numpy.array([self.row[f] for f in keep])
        counts = numpy.array(self.count)[rows]
        vecs = self.sums[rows] / counts[:, None]
        weight = numpy.minimum(counts, 50)[:, None] ** 0.5
        centre = (vecs * weight).sum(0) / weight.sum()
        vecs = vecs - centre
        _, s, vt = numpy.linalg.svd(vecs * weight, full_matrices=False)
        print("variance kept", round(float((s[:dim] ** 2).sum() / (s**2).sum()), 3))
        vecs = vecs @ vt[:dim].T
        return keep, (vecs / vecs.std()).astype("float32"), counts


def run(model: Teacher, found: list[Piece], sums: Sums, names: DocBin | None, floor: float) -> None:
    """The teacher over pieces of text, thousands at a time; sums are filled and, where asked for, names marked."""
    t0, done = time.time(), 0
    for a in range(0, len(found), 800):
        part = found[a : a + 800]
        chunks: list[Chunk] = [{"words": words} for words, _ in part]
        for (words, spaces), got in zip(part, predict(model, chunks, "ww", hidden=True)):
            sums.add(words[: got["n"]], got["hidden"])
            if names is not None:
                names.add(silver_names(words, spaces, got, floor))
            done += len(words)
        print(f"{done / 1e6:.2f}M {done / (time.time() - t0):.0f} w/s", flush=True)


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("texts", type=Path)
    ap.add_argument("teacher", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--encoder", type=Path, required=True)
    ap.add_argument("--lexicon", type=Path, default=Path("../extractor/lexicon/data"))
    ap.add_argument("--words", type=float, default=3e6)
    ap.add_argument("--dim", type=int, default=48)
    ap.add_argument("--floor", type=float, default=0.6)
    ap.add_argument("--seed", type=int, default=0)
    args = ap.parse_args()
    model = load(args.teacher, args.encoder)
    found = choose(list(read_pieces(args.texts, args.seed)), int(args.words))
    sums, names = Sums(model.bert.config.hidden_size), DocBin()
    run(model, found, sums, names, args.floor)
    unseen = sorted({" ".join(n): n for n in listed(args.lexicon) if any(w.lower() not in sums.row for w in n)}.items())
    run(model, [(n, [True] * len(n)) for _, n in unseen], sums, None, args.floor)
    words, vecs, counts = sums.means({w.lower() for _, n in unseen for w in n}, args.dim)
    args.out.mkdir(parents=True, exist_ok=True)
    numpy.savez(args.out / "distilled.npz", words=numpy.array(words), vecs=vecs, counts=counts)
    names.to_disk(args.out / "silver_names.spacy")
    print(len(found), "pieces", len(unseen), "names of lists", len(words), "forms")


if __name__ == "__main__":
    main()
