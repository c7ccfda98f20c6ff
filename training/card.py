"""MODEL_CARD.md from the figures of evaluate.py.

usage: python card.py SHIPPED.json BARE.json STARTER.json WEIGHTS --words N --syntax N [--seed N]
"""

import argparse
import json
import platform
from importlib.metadata import version
from pathlib import Path

import spacy

TEMPLATE = Path(__file__).parent / "assets" / "model_card.txt"


def row(cells: list) -> str:
    """One table row."""
    return "| " + " | ".join(str(c) for c in cells) + " |"


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("figures", type=Path)
    ap.add_argument("bare", type=Path)
    ap.add_argument("starter", type=Path)
    ap.add_argument("weights", type=Path)
    ap.add_argument("--words", type=int, required=True, help="words seen by the names' training")
    ap.add_argument("--syntax", type=int, required=True, help="words seen by the syntax training")
    ap.add_argument("--seed", type=int, default=0)
    args = ap.parse_args()
    new, bare, old = (json.loads(p.read_text()) for p in (args.figures, args.bare, args.starter))
    meta = json.loads((args.weights / "meta.json").read_text())
    titles = {"ww_dev": "worldwide newswire", "conll03_dev": "CoNLL-2003", "gmb_dev": "GMB (silver)"}
    names = [row(["set", "pipeline", "PERSON", "ORG", "places", "all three"]), "|---|---|---|---|---|---|"]
    for key, title in titles.items():
        for label, res in (("shipped", new), ("bare", bare), ("earlier starter", old)):
            f = res[key]["norm"]
            names.append(row([title, label, *(f[k]["f"] for k in ("PERSON", "ORG", "LOC", "micro"))]))
    labels = [row(["set", "label", "precision", "recall", "F1", "n"]), "|---|---|---|---|---|---|"]
    for key, title in titles.items():
        for name, f in new[key]["labels"].items():
            if name in ("PERSON", "NORP", "ORG", "GPE", "LOC", "MISC"):
                labels.append(row([title, name, f["p"], f["r"], f["f"], f["n"]]))
    syntax = []
    for key, title in (("ewt_dev", "EWT"), ("gum_dev", "GUM"), ("gum_dev_news", "GUM news")):
        for label, res in (("", new), (" (earlier starter)", old)):
            s = res[key]
            keys = ("tag", "pos", "morph", "lemma", "uas", "las", "sents_f")
            syntax.append(row([title + label, *(s[k] for k in keys)]))
    kinds = ["whole", *[k for k in new["words_per_cpu_s"] if k not in ("whole", "extractor_full_precision")]]
    speed = [row(["pipeline", *kinds]), "|---" * (len(kinds) + 1) + "|"]
    for label, res in (
        ("shipped (numpy BLAS, numpy decoder)", new),
        ("bare (thinc's blis)", bare),
        ("earlier starter (blis)", old),
    ):
        speed.append(row([label, *(f"{res['words_per_cpu_s'].get(k, 0):,}" for k in kinds)]))
    appos = "; ".join(f"{k.partition('_')[2]} {v['both']} %" for k, v in new.items() if k.startswith("appos"))
    nlp = spacy.load(args.weights)
    params = sum(
        n.get_param(p).size
        for _, pipe in nlp.pipeline
        if hasattr(pipe, "model")
        for n in pipe.model.walk()
        for p in n.param_names
        if n.has_param(p)
    )
    size = sum(p.stat().st_size for p in args.weights.rglob("*") if p.is_file()) / 1e6
    o = new["officials"]
    text = TEMPLATE.read_text(encoding="utf8").format(
        version=meta["version"],
        size=round(size, 1),
        params=params,
        names="\n".join(names),
        appos=appos,
        officials=f"exactly {o['exact']} %, within one span {o['cover']} %",
        syntax="\n".join(syntax),
        labels="\n".join(labels),
        speed="\n".join(speed),
        load=new["load_s"],
        seed=args.seed,
        words=args.words,
        tree_words=args.syntax,
        python=platform.python_version(),
        spacy=version("spacy"),
        thinc=version("thinc"),
        numpy=version("numpy"),
    )
    (args.weights / "MODEL_CARD.md").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
