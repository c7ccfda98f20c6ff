"""Score a pipeline on the development sets, from raw text, and time each component on one core.

usage: python evaluate.py MODEL [--data DIR] [--gold FILE] [--unseen DIR] [--out FILE.json] [--speed-only]
                                [--no-speed] [--blis]

Names are scored by character span, "strict" and "norm" (a leading "the" and a trailing 's are left out of account);
locations are GPE + LOC + FAC together. Syntax is scored over gold tokens aligned by character offsets: a token that
the tokenizer cuts otherwise counts as wrong; punctuation is left out of UAS and LAS; las is with UD subtypes, clas
without.
"""

import argparse
import json
import random
import statistics
import time
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token
from textnorm import STRAIGHT, collapse

COARSE = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
COARSE_LABELS = ("PERSON", "ORG", "LOC", "micro")
NER_SETS = ("ww_dev", "conll03_dev", "gmb_dev")
UD_SETS = ("ewt_dev", "gum_dev", "gum_dev_news")
Span = tuple[int, int, str]


def read_docs(path: Path) -> list[Doc]:
    """The gold documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Span without a leading article or quote and without a trailing possessive or quote."""
    while start < end:
        low = text[start:end].lower()
        if low.startswith("the "):
            start += 4
        elif low.endswith("'s"):
            end -= 2
        elif low[0] in ' "':
            start += 1
        elif low[-1] in ' "':
            end -= 1
        else:
            break
    return start, end


def prf(tp: int, fp: int, fn: int) -> dict[str, float]:
    """Precision, recall and F1 in per cent."""
    p, r = (tp / (tp + fp) if tp + fp else 0.0), (tp / (tp + fn) if tp + fn else 0.0)
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f": round(100 * f, 2), "n": tp + fn}


def count(acc: dict[str, Counter], gold: set[Span], pred: set[Span]) -> None:
    """Add the hits and misses of one document to the counts per label."""
    for label in {x[2] for x in gold | pred}:
        g, p = {x for x in gold if x[2] == label}, {x for x in pred if x[2] == label}
        acc.setdefault(label, Counter()).update(tp=len(g & p), fp=len(p - g), fn=len(g - p))


def score_ner(nlp: Language, docs: list[Doc]) -> dict[str, dict]:
    """Name scores of one set: coarse strict, coarse norm, per label norm."""
    texts = [d.text.translate(STRAIGHT) for d in docs]
    strict: dict[str, Counter] = {}
    norm: dict[str, Counter] = {}
    fine: dict[str, Counter] = {}
    for gold, text, pred in zip(docs, texts, nlp.pipe(texts)):
        g = {(e.start_char, e.end_char, e.label_) for e in gold.ents}
        p = {(e.start_char, e.end_char, e.label_) for e in pred.ents}
        count(
            strict,
            {(s, e, COARSE[x]) for s, e, x in g if x in COARSE},
            {(s, e, COARSE[x]) for s, e, x in p if x in COARSE},
        )
        g, p = {(*trim(text, s, e), x) for s, e, x in g}, {(*trim(text, s, e), x) for s, e, x in p}
        count(
            norm,
            {(s, e, COARSE[x]) for s, e, x in g if x in COARSE},
            {(s, e, COARSE[x]) for s, e, x in p if x in COARSE},
        )
        count(fine, g, p)
    out = {}
    for key, acc in (("strict", strict), ("norm", norm), ("labels", fine)):
        out[key] = {k: prf(c["tp"], c["fp"], c["fn"]) for k, c in sorted(acc.items())}
    for key, acc in (("strict", strict), ("norm", norm)):
        total = sum(acc.values(), Counter())
        out[key]["micro"] = prf(total["tp"], total["fp"], total["fn"])
    return out


def score_ud(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Tag, UPOS, lemma, UAS, LAS and sentence scores of one set, from raw text."""
    c: Counter = Counter()
    texts = [d.text.translate(STRAIGHT) for d in docs]
    for gold, pred in zip(docs, nlp.pipe(texts, batch_size=64)):
        by_span = {(t.idx, t.idx + len(t)): t for t in pred}
        gold_starts = {s.start_char for s in gold.sents}
        starts = {s.start_char for s in pred.sents} if pred.has_annotation("SENT_START") else {0}
        c.update(stp=len(gold_starts & starts), sfp=len(starts - gold_starts), sfn=len(gold_starts - starts))
        for g in gold:
            t = by_span.get((g.idx, g.idx + len(g)))
            words = g.pos_ != "PUNCT"
            c.update(n=1, w=words)
            if t is None:
                continue
            c.update(
                tag=t.tag_ == g.tag_,
                pos=t.pos_ == g.pos_,
                lemma=t.lemma_ == g.lemma_,
                morph=str(t.morph) == str(g.morph),
            )
            if words:
                head = (t.head.idx, t.head.idx + len(t.head)) == (g.head.idx, g.head.idx + len(g.head))
                c.update(
                    uas=head, las=head and t.dep_ == g.dep_, clas=head and t.dep_.split(":")[0] == g.dep_.split(":")[0]
                )
    out = {k: round(100 * c[k] / c["n"], 2) for k in ("tag", "pos", "morph", "lemma")}
    out |= {k: round(100 * c[k] / c["w"], 2) for k in ("uas", "las", "clas")}
    return out | {"sents_f": prf(c["stp"], c["sfp"], c["sfn"])["f"]}


def score_officials(nlp: Language, path: Path) -> dict[str, float]:
    """Share of office holders whose name is found as PERSON: exactly, and covered by one PERSON span."""
    rows = [json.loads(line) for line in path.open(encoding="utf8")]
    c: Counter = Counter()
    missed: list[str] = []
    for row, doc in zip(rows, nlp.pipe([r["raw"].translate(STRAIGHT) for r in rows])):
        spans = {trim(doc.text, e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"}
        for official in row["officials"]:
            m = official["mentions"][0]
            exact = (m["start"], m["end"]) in spans
            cover = exact or any(s <= m["start"] and m["end"] <= e for s, e in spans)
            c.update(n=1, exact=exact, cover=cover)
            if not cover:
                missed.append(official["name"])
    return {
        "exact": round(100 * c["exact"] / c["n"], 2),
        "cover": round(100 * c["cover"] / c["n"], 2),
        "n": c["n"],
        "missed": missed,
    }


def _right(got: dict[int, tuple[int, str]], gold: Token) -> bool:
    return got.get(gold.idx) == (gold.head.idx, gold.dep_.split(":")[0])


def score_appositions(nlp: Language, path: Path) -> dict[str, float]:
    """Share of sentences whose names, title heads and verbs hang together.

    appos: every title head hangs on its name as appos; name: every such name has its gold head and relation;
    both: both; sents: one sentence as it should be.
    """
    docs = read_docs(path)
    n: Counter = Counter()
    for gold, pred in zip(docs, nlp.pipe([d.text for d in docs])):
        got = {t.idx: (t.head.idx, t.dep_.split(":")[0]) for t in pred}
        titles = [t for t in gold if t.dep_ == "appos"]
        appos, name = all(_right(got, t) for t in titles), all(_right(got, t.head) for t in titles)
        n.update(n=1, appos=appos, name=name, both=appos and name, sents=len(list(pred.sents)) == 1)
    return {k: round(100 * n[k] / max(n["n"], 1), 2) for k in ("both", "appos", "name", "sents")} | {"n": n["n"]}


def news_texts(docs: list[Doc], words: int) -> list[str]:
    """About `words` words of running text for timing, in articles of several paragraphs."""
    texts, total = [], 0
    rng = random.Random(1)
    docs = list(docs)
    rng.shuffle(docs)
    for d in docs:
        texts.append(collapse(d.text))
        total += len(d)
        if total >= words:
            break
    return texts


def speed(nlp: Language, texts: list[str], runs: int = 3) -> dict[str, float]:
    """Words per CPU second of the tokenizer, of each component alone and of the whole; medians of several runs."""
    times: dict[str, list[float]] = {}
    words = 0
    list(nlp.pipe(texts[:20]))
    for _ in range(runs):
        t0 = time.process_time()
        docs = [nlp.make_doc(t) for t in texts]
        times.setdefault("tokenizer", []).append(time.process_time() - t0)
        words = sum(len(d) for d in docs)
        for name, pipe in nlp.pipeline:
            t0 = time.process_time()
            docs = list(pipe.pipe(docs, batch_size=64)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs]
            times.setdefault(name, []).append(time.process_time() - t0)
        t0 = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=64):
            pass
        times.setdefault("whole", []).append(time.process_time() - t0)
    return {k: round(words / max(statistics.median(v), 1e-9)) for k, v in times.items()}


def set_blas(nlp: Language, use_blis: bool) -> None:
    """Choose between thinc's blis and numpy's BLAS for every layer of the pipeline."""
    for _, pipe in nlp.pipeline:
        if hasattr(pipe, "model"):
            for node in pipe.model.walk():
                if hasattr(node.ops, "use_blis"):
                    node.ops.use_blis = use_blis


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("model")
    ap.add_argument("--data", type=Path, default=Path("corpora"))
    ap.add_argument("--gold", type=Path)
    ap.add_argument("--unseen", type=Path)
    ap.add_argument("--out", type=Path)
    ap.add_argument("--blis", action="store_true")
    ap.add_argument("--shipped", action="store_true", help="with the extractor's name decoder, as it runs there")
    ap.add_argument("--speed-only", action="store_true")
    ap.add_argument("--no-speed", action="store_true")
    ap.add_argument("--limit", type=int, default=0)
    args = ap.parse_args()
    t0 = time.perf_counter()
    nlp = spacy.load(args.model)
    res: dict = {"model": nlp.meta["name"], "load_s": round(time.perf_counter() - t0, 2)}
    set_blas(nlp, args.blis)
    if args.shipped:
        from extractor.language.fast_names import speed_up
        from extractor.language.gazetteer import gazetteer
        from extractor.lexicon import load_lexicon

        speed_up(nlp, known=load_lexicon().compiled(gazetteer))
    if not args.speed_only:
        if "ner" in nlp.pipe_names:
            shared = ["ner"] + [n for n in nlp.pipe_names if n.startswith("tok2vec")]
            with nlp.select_pipes(enable=shared):
                for name in NER_SETS:
                    docs = read_docs(args.data / "ner" / f"{name}.spacy")[: args.limit or None]
                    r = res[name] = score_ner(nlp, docs)
                    norm, strict = ({k: r[m].get(k, {}).get("f") for k in COARSE_LABELS} for m in ("norm", "strict"))
                    print(
                        f"{name:12s} norm {norm} strict {strict}",
                        "NORP",
                        r["labels"].get("NORP", {}).get("f"),
                        flush=True,
                    )
                if args.gold:
                    r = res["officials"] = score_officials(nlp, args.gold)
                    print("officials   ", {k: v for k, v in r.items() if k != "missed"}, flush=True)
        if "parser" in nlp.pipe_names or "tagger" in nlp.pipe_names:
            with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n == "ner"]):
                for name in UD_SETS:
                    docs = read_docs(args.data / "ud" / f"{name}.spacy")[: args.limit or None]
                    res[name] = score_ud(nlp, docs)
                    print(f"{name:12s}", res[name], flush=True)
                for path in sorted((args.unseen or Path("none")).glob("appos_*.spacy")):
                    res[path.stem] = score_appositions(nlp, path)
                    print(f"{path.stem:12s}", res[path.stem], flush=True)
    if not args.no_speed:
        texts = news_texts(read_docs(args.data / "ner" / "ww_dev.spacy"), 40000)
        res["words_per_cpu_s"] = speed(nlp, texts)
        print("words/s     ", res["words_per_cpu_s"], flush=True)
    if args.out:
        args.out.write_text(json.dumps(res, indent=1))


if __name__ == "__main__":
    main()
