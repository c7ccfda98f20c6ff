"""CoNLL-U treebanks -> DocBins of ten sentences each (tags, morphology, lemmas, dependencies).

usage: python convert_ud.py ASSETS CORPORA

Multi-word tokens are written as their syntactic words without a blank between them; subtypes of relations that mark
a phrase structure the extractor uses are kept, others cut. GUM without its non-commercial genres.
"""

import argparse
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

VOCAB = spacy.blank("en").vocab
SUBTYPES = {
    "nsubj:pass",
    "aux:pass",
    "csubj:pass",
    "obl:agent",
    "obl:unmarked",
    "nmod:unmarked",
    "nmod:poss",
    "nmod:desc",
    "acl:relcl",
    "advcl:relcl",
    "flat:foreign",
    "compound:prt",
    "det:predet",
    "cc:preconj",
    "nsubj:outer",
}
NON_COMMERCIAL = ("whow", "fiction", "essay", "letter", "podcast")
Row = tuple[str, list[str]]


def sentences(path: Path) -> list[tuple[str, list[dict]]]:
    """(document id, rows) per sentence; a row has the CoNLL-U fields and `space`, whether a blank follows."""
    out, doc, rows, open_until, after = [], path.stem, [], 0, True
    for line in path.read_text(encoding="utf8").splitlines() + [""]:
        if line.startswith("# newdoc"):
            doc = line.partition("=")[2].strip()
        elif not line.strip():
            if rows:
                out.append((doc, rows))
            rows, open_until = [], 0
        elif not line.startswith("#"):
            cols = line.split("\t")
            space = "SpaceAfter=No" not in cols[9].split("|")
            if "-" in cols[0]:
                open_until, after = int(cols[0].split("-")[1]), space
            elif "." not in cols[0]:
                i = int(cols[0])
                space = False if i < open_until else after if i == open_until else space
                dep = cols[7] if cols[7] in SUBTYPES else cols[7].split(":")[0]
                rows.append(
                    {
                        "form": cols[1].replace(" ", "\u00a0"),
                        "lemma": cols[2],
                        "pos": cols[3],
                        "tag": cols[4],
                        "morph": "" if cols[5] == "_" else cols[5],
                        "head": int(cols[6]),
                        "dep": dep,
                        "space": space,
                    }
                )
    return out


def documents(sents: list[tuple[str, list[dict]]], size: int = 10) -> list[Doc]:
    """Docs of up to `size` consecutive sentences of one document."""
    docs: list[Doc] = []
    group: list[list[dict]] = []

    def flush() -> None:
        rows, heads = [], []
        for sent in group:
            base = len(rows)
            heads += [base + i if r["head"] == 0 else base + r["head"] - 1 for i, r in enumerate(sent)]
            rows += sent[:-1] + [sent[-1] | {"space": True}]
        if rows:
            docs.append(
                Doc(
                    VOCAB,
                    words=[r["form"] for r in rows],
                    spaces=[r["space"] for r in rows],
                    lemmas=[r["lemma"] if r["lemma"] != "_" else r["form"] for r in rows],
                    pos=[r["pos"] for r in rows],
                    tags=[r["tag"] for r in rows],
                    morphs=[r["morph"] for r in rows],
                    heads=heads,
                    deps=["ROOT" if r["head"] == 0 else r["dep"] for r in rows],
                )
            )
        group.clear()

    last = None
    for doc, rows in sents:
        if doc != last or len(group) == size:
            flush()
        last = doc
        group.append(rows)
    flush()
    return docs


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("assets", type=Path)
    ap.add_argument("corpora", type=Path)
    args = ap.parse_args()
    out = args.corpora / "ud"
    out.mkdir(parents=True, exist_ok=True)
    sets = {f"ewt_{p}": sentences(args.assets / f"en_ewt-ud-{p}.conllu") for p in ("train", "dev")}
    gum = {p: sentences(args.assets / f"en_gum-ud-{p}.conllu") for p in ("train", "dev")}
    sets["gum_train_noNC"] = [s for s in gum["train"] if s[0].split("_")[1] not in NON_COMMERCIAL]
    sets["gum_dev"] = gum["dev"]
    sets["gum_dev_news"] = [s for s in gum["dev"] if s[0].split("_")[1] == "news"]
    for name, sents in sets.items():
        docs = documents(sents)
        DocBin(docs=docs).to_disk(out / f"{name}.spacy")
        print(name, len(sents), "sentences", sum(map(len, docs)), "words")


if __name__ == "__main__":
    main()
