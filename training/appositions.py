"""Treebank documents with "NAME, TITLE of BODY," appositions: from own templates, and grafted onto treebank sentences.

usage: python appositions.py PREPARED OUT [--seed N]

Writes PREPARED/templates.spacy (training), OUT/appos_seen.spacy and OUT/appos_unseen.spacy (100 sentences each, the
latter from frames, titles and clauses that training never sees). The notation is told in assets/appositions/README.txt.
"""

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from names import full_name
from spacy.tokens import Doc, DocBin

ASSETS = Path(__file__).parent / "assets" / "appositions"
NLP = spacy.blank("en")
RELATION = {
    "DT": "det",
    "PRP$": "nmod:poss",
    "JJ": "amod",
    "JJR": "amod",
    "JJS": "amod",
    "VBN": "amod",
    "VBG": "amod",
    "NN": "compound",
    "NNS": "compound",
    "NNP": "compound",
    "NNPS": "compound",
    "CD": "nummod",
    "RB": "advmod",
    "IN": "case",
    "TO": "mark",
    "MD": "aux",
    "POS": "case",
    "CC": "cc",
    "WP": "nsubj",
    "PRP": "nsubj",
    "EX": "expl",
}
PUNCT = {",": ",", ".": ".", '"': "``"}
TOKEN = re.compile(r"[a-z][a-z:]*\[|\]|[^\s\]]+")


@dataclass
class Word:
    """One token with its relation to `head`."""

    form: str
    tag: str
    dep: str = ""
    head: "Word | None" = None
    glued: bool = False  # no blank before


@dataclass
class Phrase:
    """A bracket: words in order and the head among them."""

    words: list[Word] = field(default_factory=list)
    own: list[Word] = field(default_factory=list)
    head: Word | None = None


def name_words(rng: random.Random) -> Phrase:
    """A person's name: the first token is the head, the others are flat; hyphens are tokens of their own."""
    out = Phrase()
    for word in full_name(rng)[0]:
        hyphen: Word | None = None
        for j, t in enumerate(NLP.make_doc(word)):
            w = Word(t.text, "HYPH" if t.text == "-" else "NNP", "flat", out.head, glued=j > 0)
            if t.text == "-":
                w.dep, hyphen = "punct", w
            elif hyphen is not None:
                hyphen.head, hyphen = w, None
            if out.head is None and t.text != "-":
                out.head, w.head = w, None
            out.words.append(w)
    return out


class Grammar:
    """Titles, clauses and frames of one template file."""

    def __init__(self, path: Path) -> None:
        self.parts: dict[str, list[str]] = {"title": [], "clause": [], "frame": []}
        for line in path.read_text(encoding="utf8").splitlines():
            kind, _, text = line.partition(": ")
            self.parts[kind].append(text)

    def build(self, text: str, rng: random.Random) -> Phrase:
        """The phrase that a notation string stands for, slots filled."""
        return self._phrase(iter(TOKEN.findall(text)), rng)

    def _phrase(self, tokens: Iterator[str], rng: random.Random) -> Phrase:
        p = Phrase()
        subs: list[tuple[str, Phrase]] = []
        for tok in tokens:
            if tok == "]":
                break
            if tok.endswith("["):
                sub = self._phrase(tokens, rng)
                subs.append((tok[:-1], sub))
                p.words += sub.words
            elif tok in ("N", "T", "C"):
                sub = (
                    name_words(rng)
                    if tok == "N"
                    else self.build(rng.choice(self.parts["title" if tok == "T" else "clause"]), rng)
                )
                p.words += sub.words
                p.head = sub.head
            else:
                star, tok = tok.startswith("*"), tok.lstrip("*")
                form, _, rest = tok.partition("/") if tok not in PUNCT else (tok, "/", PUNCT[tok])
                tag, _, dep = rest.partition(":") if rest != ":" else (rest, "", "")
                w = Word(form, tag, dep or RELATION.get(tag, "punct"), glued=tag in (",", ".", "POS", "''"))
                p.words.append(w)
                p.own.append(w)
                if star:
                    p.head = w
        if p.head is None:
            p.head = [w for w in p.own if w.tag not in ("IN", "POS", ",")][-1]
        for w in p.own:
            if w is not p.head:
                w.head = p.head
        for dep, sub in subs:
            sub.head.dep, sub.head.head = dep, p.head
        return p

    def sentence(self, rng: random.Random) -> list[Word]:
        """The words of one sentence; the root has no head."""
        p = self.build(rng.choice(self.parts["frame"]), rng)
        p.head.dep, p.head.head = "ROOT", None
        up = True
        for i, w in enumerate(p.words):
            if up and w.tag != "``":
                w.form, up = w.form[:1].upper() + w.form[1:], False
            up = up or w.tag == "``"
            if i and p.words[i - 1].tag == "``":
                w.glued = True
        return p.words


def to_doc(words: list[Word]) -> Doc:
    """A Doc with tags, heads and relations; lemmas and morphology are left unset."""
    at = {id(w): i for i, w in enumerate(words)}
    spaces = [not nxt.glued for nxt in words[1:]] + [True]
    return Doc(
        NLP.vocab,
        words=[w.form for w in words],
        spaces=spaces,
        tags=[w.tag for w in words],
        heads=[at[id(w.head)] if w.head is not None else i for i, w in enumerate(words)],
        deps=[w.dep for w in words],
    )


def graft(doc: Doc, grammar: Grammar, rng: random.Random) -> Doc | None:
    """A treebank document with one subject replaced by "NAME, TITLE," or None when no subject fits."""
    fit = [
        t
        for t in doc
        if t.dep_ in ("nsubj", "nsubj:pass")
        and t.head.i > t.i
        and t.head.pos_ in ("VERB", "AUX")
        and (t.lower_ in ("he", "she") or t.tag_ == "NNP")
        and all(c.dep_ == "flat" for c in t.children)
        and (t.i == 0 or t.nbor(-1).dep_ not in ("case", "det"))
    ]
    if not fit:
        return None
    t = rng.choice(fit)
    low, high = t.i, t.right_edge.i + 1
    words = [Word(w.text, w.tag_, w.dep_, glued=bool(w.i) and not doc[w.i - 1].whitespace_) for w in doc]
    for w in doc:
        words[w.i].head = None if w.head is w else words[w.head.i]
    new = grammar.build("N appos[, T] ,", rng)
    new.head.dep, new.head.head = t.dep_, words[t.head.i]
    new.words[0].glued = words[low].glued
    keep = {id(w): doc[i] for i, w in enumerate(words)}
    words = words[:low] + new.words + words[high:]
    out = to_doc(words)
    for tok, w in zip(out, words):
        if id(w) in keep:
            old = keep[id(w)]
            tok.pos_, tok.lemma_ = old.pos_, old.lemma_
            tok.set_morph(str(old.morph))
    return out


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("prepared", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--seed", type=int, default=11)
    ap.add_argument("--templates", type=int, default=700)
    ap.add_argument("--grafts", type=int, default=900)
    args = ap.parse_args()
    rng = random.Random(args.seed)
    seen, unseen = Grammar(ASSETS / "train.txt"), Grammar(ASSETS / "unseen.txt")
    args.out.mkdir(parents=True, exist_ok=True)
    for name, grammar in (("seen", seen), ("unseen", unseen)):
        docs = []
        while len(docs) < 100:
            doc = to_doc(grammar.sentence(rng))
            if any(t.dep_ == "appos" for t in doc):
                docs.append(doc)
        DocBin(docs=docs).to_disk(args.out / f"appos_{name}.spacy")
    trees = list(DocBin().from_disk(args.prepared / "ud.spacy").get_docs(NLP.vocab))
    rng.shuffle(trees)
    docs = [to_doc(sum((seen.sentence(rng) for _ in range(rng.randint(1, 3))), [])) for _ in range(args.templates)]
    grafted = (graft(d, seen, rng) for d in trees)
    docs += [d for d, _ in zip((d for d in grafted if d is not None), range(args.grafts))]
    DocBin(docs=docs).to_disk(args.prepared / "templates.spacy")
    print(len(docs), "training documents,", sum(map(len, docs)), "tokens")


if __name__ == "__main__":
    main()
