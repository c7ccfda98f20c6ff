"""Fits the weights of `sanction_confidence` to annotated articles.

    python -m extractor.evaluating.fit_confidence GOLD.jsonl … > my-lexicon/sanction_confidence.csv

GOLD.jsonl is what compile_gold writes, with the articles' texts in it or in GOLD.input.jsonl beside it. A row counts as
right where the gold has it with action, stage, sender's and target's country; rows that match an optional item are
judged by it. The weights are log-odds: a logistic regression with a ridge penalty, by Newton's method (Hastie,
Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1); names seen in fewer than MANY rows get none.
The file goes to standard output, how well it tells right from wrong to standard error.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from extractor.components.all import FIRST, ORDER
from extractor.components.sanctions.article.confidence import BIAS, confidence_of
from extractor.errors import UsageError
from extractor.evaluating.measures import MEASURES, pair_up
from extractor.evaluating.score import read_gold
from extractor.language.pipeline import add_components, load_base

RIDGE = 1.0
MANY = 5
Sample = tuple[tuple[str, ...], bool]


def samples(gold: Path) -> list[Sample]:
    """(evidence, right) of every row of sanctions that the annotated articles of `gold` give."""
    articles = read_gold(gold)
    beside = gold.with_suffix(".input.jsonl")
    texts = {record["id"]: record["text"] for record in read_gold(beside)} if beside.is_file() else {}
    nlp, measure = load_base(), MEASURES["sanctions"]
    add_components(nlp, ORDER, first=FIRST)
    found: list[Sample] = []
    for article in articles:
        text = article.get("raw") or texts.get(article["article_id"])
        if text is None:
            raise UsageError(f"{gold}: no text of {article['article_id']}; put {beside.name} beside it")
        if "sanctions" not in article:
            continue
        doc = nlp.make_doc(text)
        doc._.extractor.published = article.get("published")
        records = nlp(doc)._.extractor.sanctions
        rows = [_row(r) for r in records]
        pairs = {j: i for i, j in pair_up(article["sanctions"], rows, measure.similarity).items()}
        for j, record in enumerate(records):
            item = article["sanctions"][pairs[j]] if j in pairs else None
            right = item is not None and all(measure.fields[f](item, rows[j], f) for f in measure.key_fields)
            found.append((record.evidence, right))
    return found


def _row(record: Any) -> dict[str, Any]:
    names = ("start", "end", "action", "stage", "sender_country", "target_country")
    return {name: getattr(record, name) for name in names}


def fit(rows: list[Sample], ridge: float = RIDGE) -> dict[str, float]:
    """Log-odds by name; the bias is not penalised."""
    seen = Counter(name for names, _ in rows for name in names)
    columns = [BIAS, *sorted(name for name, n in seen.items() if n >= MANY)]
    x = np.array([[name == BIAS or name in names for name in columns] for names, _ in rows], dtype=float)
    y = np.array([right for _, right in rows], dtype=float)
    penalty = np.diag([0.0] + [ridge] * (len(columns) - 1))
    beta = np.zeros(len(columns))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x.T * (p * (1 - p))) @ x + penalty
        step = np.linalg.solve(hessian, x.T @ (y - p) - penalty @ beta)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    return dict(zip(columns, beta.round(2).tolist(), strict=True))


def table(rows: list[Sample], weights: dict[str, float]) -> list[tuple[str, int, float]]:
    """Per band of confidence: how many rows it has and which share of them is right."""
    bands = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
    scored = [(confidence_of(names, weights), right) for names, right in rows]
    out = []
    for low, high in zip(bands, bands[1:], strict=False):
        inside = [right for p, right in scored if low <= p < high]
        if inside:
            out.append((f"{low:.1f} to {min(high, 1.0):.1f}", len(inside), sum(inside) / len(inside)))
    return out


def main(arguments: list[str] | None = None) -> int:
    """Command line; 0 when the weights were written, 2 where a gold file cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    try:
        rows = [sample for path in options.gold for sample in samples(path)]
        if len({right for _, right in rows}) < 2:
            raise UsageError("needs rows that are right and rows that are wrong")
    except UsageError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    weights = fit(rows)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("evidence", "weight", "source"))
    writer.writerows((name, weight, f"fitted to {len(rows)} annotated rows") for name, weight in weights.items())
    for band, n, share in table(rows, weights):
        print(f"confidence {band}: {n} rows, {share:.2f} right", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
