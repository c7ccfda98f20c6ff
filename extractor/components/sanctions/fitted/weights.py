"""The fitted weights: for each decision, log-odds of the evidence that speaks for and against.

Weights are kept in whole hundredths, so that a sum does not hang on the order of its parts. They are lexicon data
(`sanction_weights`), fitted by `extractor.evaluating.fit_sanctions`; an overlay replaces them without code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

BIAS = "bias"
DECISIONS = ("confidence", "row", "sender", "target")
_ONE = 100


class Weights:
    """decision → evidence → weight in hundredths of log-odds."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        """rows: as in the lexicon, with `decision`, `evidence` and `weight` in log-odds."""
        self._of: dict[str, dict[str, int]] = {decision: {} for decision in DECISIONS}
        for row in rows:
            self._of.setdefault(row["decision"], {})[row["evidence"]] = round(_ONE * float(row["weight"] or 0))

    def score(self, decision: str, evidence: Iterable[str]) -> int:
        """The sum of the weights of `evidence`, each name once, with the bias; names without a weight count nothing."""
        known = self._of[decision]
        return known.get(BIAS, 0) + sum(known.get(name, 0) for name in set(evidence))

    def probability(self, decision: str, evidence: Iterable[str]) -> float:
        """The logistic of the score: 0 to 1."""
        return 1 / (1 + exp(-self.score(decision, evidence) / _ONE))
