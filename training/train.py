"""Train the components of one pipeline over its tok2vec, from corpora that annotate different things.

usage: python train.py CONFIG PREPARED OUT [--vectors DIR] [--init MODEL] [--words N] [--resume] ...

Each step takes one batch of treebank sentences (tagger, morphologizer, lemmatizer, parser), one of name corpora (ner)
and now and then one of running text for sentence starts (senter), of those that the configuration has; only the
listeners of the batch's components are connected, so gradients reach shared layers from all. The learning rate warms
up, then falls linearly with the words seen; weights are averaged from the first step.
OUT/best holds the averaged weights of the best check-point, OUT/last those of the latest, OUT/resume.pkl the state.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy
import spacy
from augment import recase, rename
from checkpoints import load_state, save_state, warm
from evaluate import score_ner, score_ud, set_blas
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, registry
from thinc.api import Optimizer
from threadpoolctl import threadpool_limits
from tokenization import treebank_tokens
from vectors import keep_attr

UD_PIPES = ("senter", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
SILVER_PIPES = ("tagger", "morphologizer", "parser")  # a teacher's trees are single sentences and have no lemmas


def read(path: Path, vocab: spacy.vocab.Vocab) -> list[Doc]:
    """All documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(vocab)) if path.exists() else []


class Stream:
    """Endless shuffled batches of examples from weighted sets, augmented as they come."""

    def __init__(
        self, nlp: Language, sets: list[tuple[list[Doc], float]], words: int, args: argparse.Namespace, seed: int
    ) -> None:
        self.nlp, self.sets, self.words, self.args = nlp, [s for s in sets if s[0]], words, args
        self.rng = random.Random(seed)
        self.docs = self._docs()

    def _docs(self) -> Iterator[Doc]:
        while True:
            epoch: list[Doc] = []
            for docs, weight in self.sets:
                whole, part = divmod(weight, 1.0)
                epoch += docs * int(whole) + self.rng.sample(docs, int(part * len(docs)))
            self.rng.shuffle(epoch)
            yield from epoch

    def _example(self, doc: Doc) -> Example:
        a, vocab = self.args, self.nlp.vocab
        if not doc.has_annotation("DEP") and self.rng.random() < a.rename:
            doc = rename(doc, self.rng, vocab)
        if a.upper + a.lower + a.title:
            doc = recase(doc, self.rng, vocab, a.upper, a.lower, a.title)
        return Example(self.nlp.make_doc(doc.text), doc)

    def batch(self) -> tuple[list[Example], int]:
        """The next batch and its number of words."""
        out, n = [], 0
        while n < self.words:
            doc = next(self.docs)
            n += len(doc)
            out.append(self._example(doc))
        return out, n


class Step:
    """Updates with only some components connected to the shared tok2vec."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.tok2vec = nlp.get_pipe("tok2vec")
        self.listeners = dict(self.tok2vec.listener_map)
        # The batch check of spaCy walks over all tokens once per listener: a fifth of the training time.
        Tok2VecListener.get_batch_id = classmethod(lambda cls, docs: sum(len(d) for d in docs))

    def __call__(
        self, examples: list[Example], names: tuple[str, ...], drop: float, sgd: Optimizer, losses: dict[str, float]
    ) -> None:
        names = tuple(n for n in names if n in self.nlp.pipe_names)
        self.tok2vec.listener_map = {n: self.listeners[n] for n in names if n in self.listeners}
        try:
            for name in ("tok2vec", *names):
                self.nlp.get_pipe(name).update(examples, drop=drop, sgd=None, losses=losses)
        finally:
            self.tok2vec.listener_map = dict(self.listeners)
        for name in ("tok2vec", *names):  # after the whole backward pass, or the shared layers lag one step behind
            self.nlp.get_pipe(name).finish_update(sgd)


def cut(docs: list[Doc], limit: int) -> list[Doc]:
    """Documents of several sentences in pieces of at most about `limit` tokens, starting at sentences."""
    out = []
    for doc in docs:
        bounds = [t.i for t in doc if t.is_sent_start or t.i == 0] + [len(doc)]
        start = 0
        for a, b in zip(bounds, bounds[1:]):
            if b - start > limit and a > start:
                out.append(doc[start:a].as_doc())
                start = a
        out.append(doc[start:].as_doc())
    return [d for d in out if len(d)]


def check(nlp: Language, dev: Path, limit: int) -> tuple[float, dict]:
    """A quick score on parts of the development sets: the mean of names, tags, lemmas and LAS."""
    row: dict = {}
    scores = []
    with nlp.select_pipes(enable=[n for n in ("tok2vec", "ner") if n in nlp.pipe_names]):
        sets = (("ww_dev", limit), ("conll03_dev", limit), ("gmb_dev", 6 * limit)) if "ner" in nlp.pipe_names else ()
        for name, n in sets:
            r = score_ner(nlp, read(dev / "ner" / f"{name}.spacy", nlp.vocab)[:n])["norm"]
            row[name] = [r.get(k, {}).get("f", 0.0) for k in ("PERSON", "ORG", "LOC", "micro")]
    if row:
        scores = [row["ww_dev"][3], row["conll03_dev"][3]]
    if "parser" in nlp.pipe_names:
        with nlp.select_pipes(disable=[n for n in ("ner",) if n in nlp.pipe_names]):
            for name in ("ewt_dev", "gum_dev", "gum_dev_news"):
                row[name] = score_ud(nlp, read(dev / "ud" / f"{name}.spacy", nlp.vocab)[:limit])
                scores.append(row[name]["las"])
    return round(sum(scores) / len(scores), 2), row


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("config", type=Path)
    ap.add_argument("prepared", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--dev", type=Path, default=Path("corpora"))
    ap.add_argument("--vectors")
    ap.add_argument("--init", type=Path, help="start from the weights of this pipeline where layers fit")
    ap.add_argument("--silver-dir", type=Path, help="silver_names.spacy and silver_trees.spacy of teacher.py")
    ap.add_argument("--silver-names", type=float, default=0.3)
    ap.add_argument("--silver-trees", type=float, default=1.0, help="words of a teacher's trees for one of treebanks")
    ap.add_argument("--drop", type=float)
    ap.add_argument("--words", type=float, default=30e6)
    ap.add_argument("--ner-batch", type=int, default=1200)
    ap.add_argument("--ud-batch", type=int, default=900)
    ap.add_argument("--silver", type=float, default=0.33)
    ap.add_argument("--templates", type=float, default=1.0)
    ap.add_argument("--rename", type=float, default=0.25)
    ap.add_argument("--upper", type=float, default=0.03)
    ap.add_argument("--lower", type=float, default=0.02)
    ap.add_argument("--title", type=float, default=0.02)
    ap.add_argument("--lr", type=float, default=0.001)
    ap.add_argument("--check-every", type=float, default=1.5e6)
    ap.add_argument("--limit", type=int, default=60)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--set", nargs="*", default=[], help="config overrides: section.key=value")
    ap.add_argument("--resume", action="store_true")
    args = ap.parse_args()
    threadpool_limits(1, user_api="blas")  # the matrices are small: a second thread only waits for the first
    fix_random_seed(args.seed)
    overrides = {k: json.loads(v) for k, v in (x.split("=", 1) for x in args.set)}
    config = load_config(args.config, overrides=overrides | {"paths.vectors": args.vectors}, interpolate=False)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    treebank_tokens(nlp)
    vocab = nlp.vocab
    core = [d for style in ("ww", "conll", "other") for d in read(args.prepared / f"names_{style}.spacy", vocab)]
    silver = read(args.prepared / "ner_silver.spacy", vocab)
    ud, templates = (read(args.prepared / f"{n}.spacy", vocab) for n in ("ud", "templates"))
    running = cut(read(args.prepared / "names_ww.spacy", vocab), 200) if "senter" in nlp.pipe_names else []
    if "ner" not in nlp.pipe_names:
        core = silver = []
    if "parser" not in nlp.pipe_names:
        ud = templates = []
    more_names = more_trees = []
    if args.silver_dir and "ner" in nlp.pipe_names:
        more_names = read(args.silver_dir / "silver_names.spacy", vocab)
    if args.silver_dir and "parser" in nlp.pipe_names:
        more_trees = read(args.silver_dir / "silver_trees.spacy", vocab)
    sample = [Example(nlp.make_doc(d.text), d) for d in ud + templates[:200] + core[::10]]
    opt = nlp.initialize(lambda: sample)
    opt = registry.resolve({"o": nlp.config["training"]["optimizer"]}, validate=False)["o"]
    for docs in (core, silver, ud, templates):
        for d in docs:
            assert d.vocab is vocab
    set_blas(nlp, False)
    if args.init:
        warm(nlp, args.init)
    args.out.mkdir(parents=True, exist_ok=True)
    done, step, best = 0, 0, 0.0
    if args.resume and (args.out / "resume.pkl").exists():
        done, step, best = load_state(args.out / "resume.pkl", nlp, opt)
    names = Stream(
        nlp,
        [(core, 1.0), (silver, args.silver), (more_names, args.silver_names)],
        args.ner_batch,
        args,
        args.seed + step,
    )
    trees = Stream(nlp, [(ud, 1.0), (templates, args.templates)], args.ud_batch, args, args.seed + step + 1)
    labelled = Stream(nlp, [(more_trees, 1.0)], round(args.ud_batch * args.silver_trees), args, args.seed + step + 3)
    starts = Stream(nlp, [(running, 1.0)], args.ud_batch, args, args.seed + step + 2)
    update, drop = Step(nlp), float(nlp.config["training"]["dropout"] if args.drop is None else args.drop)
    losses: dict[str, float] = {}
    t0, start, next_check = time.time(), done, done + args.check_every
    log = (args.out / "log.jsonl").open("a")
    while done < args.words:
        opt.learn_rate = args.lr * min(1.0, (step + 1) / 50) * max(0.03, 1.0 - done / args.words)
        for stream, pipes in ((names, ("ner",)), (trees, UD_PIPES), (labelled, SILVER_PIPES), (starts, ("senter",))):
            if not any(p in nlp.pipe_names for p in pipes) or not stream.sets or (stream is starts and step % 6):
                continue
            examples, n = stream.batch()
            update(examples, pipes, drop, opt, losses)
            done += n
        step += 1
        if done >= next_check or done >= args.words:
            next_check += args.check_every
            save_state(args.out / "resume.pkl", nlp, opt, done, step, best)
            with nlp.use_params(opt.averages):
                score, row = check(nlp, args.dev, args.limit)
                nlp.to_disk(args.out / "last")
                keep_attr(args.out / "last", nlp)
                if score > best:
                    best = score
                    nlp.to_disk(args.out / "best")
                    keep_attr(args.out / "best", nlp)
            rate = (done - start) / (time.time() - t0)
            losses = {k: round(float(v)) for k, v in losses.items()}
            print(f"{done / 1e6:.1f}M {rate:.0f} w/s score {score}", row, losses, flush=True)
            log.write(json.dumps({"words": done, "step": step, "score": score, "losses": losses} | row) + "\n")
            log.flush()
            losses = {}
    numpy.save(args.out / "done.npy", numpy.array([done]))


if __name__ == "__main__":
    main()
