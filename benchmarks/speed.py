"""Words per second of the bare model and of the whole job on the same text, and where the time goes.

    python benchmarks/speed.py [SOURCES...] [--words 30000]

Words are those that the articles table counts (tokens with a letter or digit). The bare model is the same pipeline
without the extraction components, over the same cleaned texts in the same batches. One process, processor time, the
best of three rounds, the rounds of both alternating.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from extractor.cleaning import clean
from extractor.lexicon import load_lexicon
from extractor.reading import Article, read_articles
from extractor.running.chunks import chunked
from extractor.running.parsing import parse, prepared
from extractor.running.settings import Settings
from extractor.running.shards import write_shard
from extractor.running.worker import load_pipeline, process

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"


def sample(sources: list[str], words: int) -> list[Article]:
    """Articles of about so many words; a small corpus is taken several times, its numbers changed so that no text is
    the same twice.
    """
    from dataclasses import replace

    found = [a for a in read_articles(sources) if a.text]
    out: list[Article] = []
    n, turn = 0, 0
    while found and n < words:
        for article in found:
            text = (
                article.text
                if turn == 0
                else article.text.replace("1", str(turn % 9 + 1)).replace("an ", f"an{'x' * turn} ", 1)
            )
            out.append(replace(article, article_id=f"{article.article_id}-{turn}", text=text))
            n += text.count(" ")
            if n >= words:
                break
        turn += 1
    return out


def bare_model(nlp: Any, articles: list[Article]) -> float:
    """Seconds for the model alone, on texts that are cleaned already."""
    views = [(a, clean(a.text, load_lexicon(), title=a.title)) for a in articles]
    began = time.process_time()
    for start in range(0, len(views), 32):
        parse(nlp, [prepared(nlp, view, article) for article, view in views[start : start + 32]])
    return time.process_time() - began


def whole_job(nlp: Any, articles: list[Article]) -> tuple[float, int]:
    """Seconds for cleaning, model, components, rows, checks and writing, and the words."""
    words = 0
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for k, chunk in enumerate(chunked(articles)):
            words += write_shard(Path(folder, f"{k}.jsonl"), process(chunk, Settings(), nlp=nlp))["words"]
    return time.process_time() - began, words


def shares(nlp: Any, articles: list[Article]) -> dict[str, float]:
    """Seconds of each part of the pipeline, and of cleaning."""
    spent: dict[str, float] = defaultdict(float)
    lexicon = load_lexicon()
    for start in range(0, len(articles), 32):
        batch = articles[start : start + 32]
        began = time.process_time()
        views = [clean(a.text, lexicon, title=a.title) for a in batch]
        spent["cleaning"] += time.process_time() - began
        began = time.process_time()
        docs = [prepared(nlp, v, a) for v, a in zip(views, batch, strict=True)]
        spent["tokenizer"] += time.process_time() - began
        for name, pipe in nlp.pipeline:
            began = time.process_time()
            docs = list(pipe.pipe(docs, batch_size=64)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs]
            spent[name] += time.process_time() - began
    return dict(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=[str(CORPUS)])
    parser.add_argument("--words", type=int, default=30_000)
    args = parser.parse_args()
    nlp = load_pipeline()
    articles = sample(args.sources, args.words)
    whole_job(nlp, articles[:8])
    model, job, words = float("inf"), float("inf"), 0
    for _ in range(3):
        model = min(model, bare_model(nlp, articles))
        seconds, words = whole_job(nlp, articles)
        job = min(job, seconds)
    print(f"{len(articles):,} articles, {words:,} words")
    print(f"model alone  {words / model:>8,.0f} words/s")
    print(f"whole job    {words / job:>8,.0f} words/s")
    print(
        f"the job takes {job / model:.2f} times the model's time; extraction's own share is {job / model - 1:.2f} of it"
    )
    print(f"\n{'part':<26} {'us/word':>8} {'share':>7}")
    spent = shares(nlp, articles)
    spent["rows, checks, shards"] = max(0.0, job - sum(spent.values()))
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:<26} {seconds / words * 1e6:>8.1f} {seconds / sum(spent.values()):>7.1%}")


if __name__ == "__main__":
    main()
