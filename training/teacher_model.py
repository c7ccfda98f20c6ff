"""The teacher's network: one small transformer with heads for names, tags, morphology, sentence starts and the parse.

The encoder reads small letters only, so the case of each word is added as an embedding. Which corpus a sentence is from
is another one. The parse is the biaffine model of Dozat and Manning (2017, arXiv:1611.01734).
"""

from collections.abc import Iterator
from pathlib import Path

import spacy
import torch
from spacy.tokens import Doc, DocBin
from torch import nn
from torch.nn.functional import cross_entropy
from transformers import BertModel, BertTokenizerFast

# Half the width is twice as fast where the processor has it, and forty times as slow where it is emulated.
HALF = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
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
            item: Chunk = {
                "words": [t.text for t in toks],
                "domain": domain,
                "starts": [int(bool(t.is_sent_start) or t.i == 0) for t in toks],
            }
            if tree:
                item |= {
                    "tag": [t.tag_ for t in toks],
                    "dep": [t.dep_ for t in toks],
                    "morph": [f"{t.pos_}#{t.morph}" for t in toks],
                    "head": [t.head.i - s if s <= t.head.i < e else t.i - s for t in toks],
                }
            else:
                item["ner"] = [
                    ("-" if not t.ent_iob else "O" if t.ent_iob_ == "O" else f"{t.ent_iob_}-{t.ent_type_}")
                    for t in toks
                ]
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
        enc = self.tokenizer(
            [c["words"] for c in batch],
            is_split_into_words=True,
            truncation=True,
            max_length=512,
            padding=True,
            return_tensors="pt",
        )
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


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of a BIO sequence."""
    out: list[tuple[int, int, str]] = []
    for i, t in enumerate(tags):
        if t[:2] == "B-" or (t[:2] == "I-" and not (out and out[-1][1] == i and out[-1][2] == t[2:])):
            out.append((i, i + 1, t[2:]))
        elif t[:2] == "I-":
            out[-1] = (out[-1][0], i + 1, t[2:])
    return out


@torch.no_grad()
def predict(model: Teacher, chunks: list[Chunk], style: str, words: int = 6000, hidden: bool = False) -> list[dict]:
    """For each chunk: ner, tag, morph, dep, head, starts, and the probabilities p_ner and p_arc of each word.

    hidden: the word vectors as well, and of the rest only the names.
    """
    model.eval()
    order = sorted(range(len(chunks)), key=lambda i: len(chunks[i]["words"]))
    out: list[dict] = [{} for _ in chunks]
    k = 0
    while k < len(order):
        size = max(1, words // len(chunks[order[min(k + 63, len(order) - 1)]]["words"]))
        part = order[k : k + size]
        k += len(part)
        with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
            h, mask = model.words([chunks[i] for i in part], [style] * len(part))
            ner = model.heads["ner"](h).float().softmax(2).max(2)
            if hidden:
                for b, (i, n) in enumerate(zip(part, mask.sum(1).tolist())):
                    out[i] = {
                        "n": n,
                        "ner": [model.labels["ner"][x] for x in ner.indices[b, :n].tolist()],
                        "p_ner": ner.values[b, :n].tolist(),
                        "hidden": h[b, :n].float().numpy(),
                    }
                continue
            tag, morph = (model.heads[x](h).argmax(2).tolist() for x in ("tag", "morph"))
            start = model.start(h).argmax(2).tolist()
            arc = model.arcs(h, mask).softmax(2).max(2)
            dep = model.relations(h, arc.indices).argmax(2).tolist()
        best, p_ner, heads, p_arc = ner.indices.tolist(), ner.values.tolist(), arc.indices.tolist(), arc.values.tolist()
        seen = mask.sum(1).tolist()
        for b, i in enumerate(part):
            n = seen[b]
            names = model.labels
            out[i] = {
                "n": n,
                "ner": [names["ner"][x] for x in best[b][:n]],
                "p_ner": p_ner[b][:n],
                "tag": [names["tag"][x] for x in tag[b][:n]],
                "morph": [names["morph"][x] for x in morph[b][:n]],
                "dep": [names["dep"][x] for x in dep[b][:n]],
                "head": heads[b][:n],
                "p_arc": p_arc[b][:n],
                "starts": start[b][:n],
            }
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
