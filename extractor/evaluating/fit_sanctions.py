"""Fits the weights of `sanction_weights` to annotated articles.

    python -m extractor.evaluating.fit_sanctions GOLD.jsonl … [--examples GOLD.jsonl] > my-lexicon/sanction_weights.csv

GOLD.jsonl is what compile_gold writes, with the articles' texts in it or in GOLD.input.jsonl beside it; examples are
made up or chosen for what they tell, teach rows and parties, and do not count in any figure. Fitted are the
choice of sender and of target, whether a telling is a row, and the confidence of a row: right is one that the gold has
with action, stage, sender's and target's country. Tellings that match an optional item teach nothing, those that match
an item without `sender_country` and `target_country` only that they are rows.

Rows and confidence are fitted to tellings whose parties were chosen by weights that have not seen their article. The
file goes to standard output; what the shipped weights have and yours lack stands in it with 0, so that as an overlay it
takes their place. To standard error goes how well weights do on articles that they have not seen.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.all import FIRST, ORDER
from extractor.components.sanctions.component import Reading, Sanctions
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.fitted.choosing import ROLES, options_of
from extractor.components.sanctions.fitted.evidence import confidence_of, is_row
from extractor.components.sanctions.fitted.weights import Weights
from extractor.errors import UsageError
from extractor.evaluating.logit import fit_choice, fit_logit
from extractor.evaluating.measures import MEASURES, pair_up
from extractor.evaluating.score import read_gold
from extractor.language.pipeline import add_components, load_base
from extractor.lexicon import load_lexicon
from extractor.linking.places import join_codes

FOLDS = 5
RIDGE = {"sender": 2.0, "target": 2.0, "row": 4.0, "confidence": 4.0}
# How many tellings an example counts for in what makes a row: it was chosen for what it tells.
EXAMPLE = 4
_NAME = "extractor_sanctions"
Names = Iterable[str]
Fitted = dict[str, dict[str, float]]


@dataclass(slots=True)
class Sample:
    """One telling of an annotated article: what it is by the gold, and what may be weighed."""

    evidence: tuple[str, ...]
    item: dict[str, Any] | None
    action: str
    stage: str
    chosen: dict[str, tuple[str, ...]]
    example: bool = False
    options: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def told(self) -> bool:
        """Has the gold this row, with its parties?"""
        return self.item is not None and not self.item.get("optional") and "sender_country" in self.item

    @property
    def right(self) -> bool:
        item = self.item or {}
        own = self.told and (item["action"], item["stage"]) == (self.action, self.stage)
        return own and all(self.chosen[role] == _codes(item, role) for role in ROLES)


class Articles:
    """Annotated articles, parsed once."""

    def __init__(self, paths: Iterable[Path], examples: Iterable[Path] = ()) -> None:
        self._nlp: Language = load_base()
        add_components(self._nlp, ORDER, first=FIRST)
        self._component: Sanctions = self._nlp.get_pipe(_NAME)  # type: ignore[assignment]
        self.docs: list[tuple[Doc, list[dict[str, Any]]]] = []
        with self._nlp.select_pipes(disable=[_NAME]):
            for path in paths:
                self.docs += self._read(path)
            self.own = len(self.docs)
            for path in examples:
                self.docs += self._read(path)

    def _read(self, gold: Path) -> Iterator[tuple[Doc, list[dict[str, Any]]]]:
        articles = read_gold(gold)
        beside = gold.with_suffix(".input.jsonl")
        texts = {record["id"]: record for record in read_gold(beside)} if beside.is_file() else {}
        for article in articles:
            if not isinstance(article, dict) or "article_id" not in article:
                raise UsageError(f"{gold} is no gold file: a line has no article_id")
            given = texts.get(article["article_id"], {})
            text = article.get("raw") or given.get("text")
            if text is None:
                raise UsageError(f"{gold}: no text of {article['article_id']}; put {beside.name} beside it")
            if "sanctions" not in article:
                continue
            doc = self._nlp.make_doc(text)
            doc._.extractor.published = article.get("published")
            doc._.extractor.title = given.get("title")
            yield self._nlp(doc), article["sanctions"]

    def samples(self, k: int, weights: Weights | None) -> list[Sample]:
        """The tellings of article k; with weights, after these have chosen their parties."""
        doc, items = self.docs[k]
        reading = self._component.read(doc)
        if reading is None:
            return []
        if weights is None:
            candidates = reading.candidates
            options = {id(e): {r: options_of(candidates, e, r) for r in ROLES} for e in reading.events}
        else:
            reading.phrases.words.weights, before = weights, reading.phrases.words.weights
            reading.choose()
            reading.phrases.words.weights = before
            options = {}
        reading.merge()
        pairs = _paired(items, reading)
        return [
            Sample(
                reading.evidence(e),
                pairs.get(id(e)),
                e.action,
                e.stage,
                {"sender": tuple(sorted(e.senders)), "target": tuple(sorted(e.targets))},
                k >= self.own,
                options.get(id(e), {}),
            )
            for e in reading.events
        ]


def _paired(items: list[dict[str, Any]], reading: Reading) -> dict[int, dict[str, Any]]:
    rows = [_row(e, reading) for e in reading.events]
    whole = [{"sender_country": None, "target_country": None, **item} for item in items]
    found = pair_up(whole, rows, MEASURES["sanctions"].similarity)
    return {id(reading.events[j]): items[i] for i, j in found.items()}


def _row(event: Event, reading: Reading) -> dict[str, Any]:
    start, end = reading.span(event)
    codes = {"sender_country": join_codes(event.senders), "target_country": join_codes(event.targets)}
    return {"start": start, "end": end, "action": event.action, "stage": event.stage} | codes


def _codes(item: dict[str, Any], role: str) -> tuple[str, ...]:
    return tuple(sorted(c for c in (item.get(f"{role}_country") or "").split(";") if c))


def fit_parties(samples: Iterable[Sample]) -> Fitted:
    """Weights of the choice of sender and target."""
    told = [s for s in samples if s.told and s.options]
    found: Fitted = {}
    for role in ROLES:
        problems = []
        for sample in told:
            codes, options = _codes(sample.item or {}, role), sample.options[role]
            right = next((i for i, c in enumerate(options) if c.codes == codes), None)  # none where the state is named
            if right is not None:
                problems.append(([c.evidence for c in options], right))
        found[role] = fit_choice(problems, RIDGE[role])
    return found


def fit_rows(samples: list[Sample]) -> Fitted:
    """Weights of what makes a row, and of its confidence."""
    sure = [s for s in samples if s.item is None or not s.item.get("optional")]
    taught = [(s.evidence, s.item is not None) for s in sure for _ in range(EXAMPLE if s.example else 1)]
    found = {"row": fit_logit(taught, RIDGE["row"])}
    weights = as_weights(found)
    kept = [s for s in sure if not s.example and (s.item is None or s.told) and is_row(s.evidence, weights)]
    found["confidence"] = fit_logit([(s.evidence, s.right) for s in kept], RIDGE["confidence"])
    return found


def as_weights(fitted: Fitted) -> Weights:
    return Weights(
        {"decision": decision, "evidence": name, "weight": str(weight)}
        for decision, weights in fitted.items()
        for name, weight in weights.items()
    )


def fit(articles: Articles, told: list[str]) -> Fitted:
    """All weights; `told` takes what the figures say, a line each."""
    first = [articles.samples(k, None) for k in range(len(articles.docs))]
    if not any(first[: articles.own]):
        raise UsageError("no sanctions are told in the annotated articles: nothing to fit to")
    second: list[list[Sample]] = [[] for _ in first]
    for fold in range(FOLDS):
        others = [s for k, samples in enumerate(first) if k % FOLDS != fold for s in samples]
        weights = as_weights(fit_parties(others))
        for k in range(fold, len(first), FOLDS):
            second[k] = articles.samples(k, weights)
    flat = [s for samples in first for s in samples]
    told += [f"{role}: {_share(flat, role)} as read, {_share(_flat(second), role)} chosen" for role in ROLES]
    told += list(_crossed(second, articles))
    return fit_parties(flat) | fit_rows(_flat(second))


def _flat(samples: list[list[Sample]]) -> list[Sample]:
    return [s for inner in samples for s in inner]


def _share(samples: list[Sample], role: str) -> str:
    told = [s for s in samples if s.told and not s.example]
    right = sum(s.chosen[role] == _codes(s.item or {}, role) for s in told)
    return f"{right / max(1, len(told)):.3f} of {len(told)}"


def _crossed(samples: list[list[Sample]], articles: Articles) -> Iterator[str]:
    """Rows and confidence by weights that have not seen the article."""
    scored: list[tuple[float, Sample]] = []
    for fold in range(FOLDS):
        weights = as_weights(fit_rows([s for k, x in enumerate(samples) if k % FOLDS != fold for s in x]))
        inside = [s for k in range(fold, articles.own, FOLDS) for s in samples[k]]
        scored += [(confidence_of(s.evidence, weights), s) for s in inside if is_row(s.evidence, weights)]
    asked = sum(not i.get("optional") for _, items in articles.docs[: articles.own] for i in items)
    counted = [(c, s) for c, s in scored if s.item is None or not s.item.get("optional")]
    real, right = sum(s.item is not None for _, s in counted), sum(s.right for _, s in counted)
    rows = max(1, len(counted))
    yield f"rows: {len(counted)}, {real / rows:.3f} of them told, {real / max(1, asked):.3f} of all that is told"
    yield f"right in action, stage and both countries: {right / rows:.3f} of the rows"
    bands = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
    for low, high in zip(bands, bands[1:], strict=False):
        band = [s.right for c, s in counted if low <= c < high]
        if band:
            yield f"confidence {low:.1f} to {min(high, 1.0):.1f}: {len(band)} rows, {sum(band) / len(band):.2f} right"


def main(arguments: list[str] | None = None) -> int:
    """Command line; 0 when the weights were written, 2 where a gold file cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--examples", type=Path, nargs="+", default=[])
    options = parser.parse_args(arguments)
    told: list[str] = []
    try:
        articles = Articles(options.gold, options.examples)
        fitted = fit(articles, told)
    except UsageError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("decision", "evidence", "weight", "source"))
    source = f"fitted to {articles.own} annotated texts and {len(articles.docs) - articles.own} examples"
    for row in load_lexicon().rows("sanction_weights"):
        fitted[row["decision"]].setdefault(row["evidence"], 0.0)
    for decision, weights in sorted(fitted.items()):
        writer.writerows((decision, name, weight, source) for name, weight in sorted(weights.items()))
    print(*told, sep="\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
