"""Logistic regression and conditional logit with a ridge penalty, by Newton's method, over evidence by name.

Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1; McFadden, Conditional Logit Analysis of
Qualitative Choice Behavior (1974).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from extractor.components.sanctions.fitted.weights import BIAS

Array = NDArray[np.float64]
Names = Collection[str]
# Evidence seen in fewer samples gets no weight; weights nearer to nothing are left out.
MANY = 8
LEAST = 0.05
_STEPS = 40
_DONE = 1e-6


def fit_logit(samples: Sequence[tuple[Names, bool]], ridge: float, many: int = MANY) -> dict[str, float]:
    """Log-odds by name for (evidence, holds); the bias is not penalised."""
    columns = [BIAS, *_names([names for names, _ in samples], many)]
    x = _matrix([[BIAS, *names] for names, _ in samples], columns)
    y = np.array([holds for _, holds in samples], dtype=float)
    penalty = np.full(len(columns), ridge)
    penalty[0] = 1e-6
    beta = np.zeros(len(columns))
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (y - p) - penalty * beta)
        beta += step
        if np.abs(step).max() < _DONE:
            break
    return _rounded(columns, beta)


def fit_choice(samples: Sequence[tuple[Sequence[Names], int]], ridge: float, many: int = MANY) -> dict[str, float]:
    """Log-odds by name for (evidence of each candidate, number of the right one)."""
    seen = [set().union(*map(set, candidates)) for candidates, _ in samples]
    columns = _names(seen, many)
    if not columns:
        return {}  # nothing is seen often enough
    x = _matrix([names for candidates, _ in samples for names in candidates], columns)
    sizes = np.array([len(candidates) for candidates, _ in samples])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = np.zeros(len(x))
    right[starts + np.array([index for _, index in samples])] = 1
    beta = np.zeros(len(columns))
    for _ in range(_STEPS):
        z = x @ beta
        p = np.exp(z - np.repeat(np.maximum.reduceat(z, starts), sizes))
        p /= np.repeat(np.add.reduceat(p, starts), sizes)
        weighted = x * p[:, None]
        means = np.add.reduceat(weighted, starts)
        hessian = x.T @ weighted - means.T @ means + ridge * np.eye(len(columns))
        step = np.linalg.solve(hessian, x.T @ (right - p) - ridge * beta)
        beta += step
        if np.abs(step).max() < _DONE:
            break
    return _rounded(columns, beta)


def _names(samples: Sequence[Names], many: int) -> list[str]:
    seen = Counter(name for names in samples for name in set(names))
    return sorted(name for name, n in seen.items() if n >= many)


def _matrix(rows: Sequence[Names], columns: list[str]) -> Array:
    index = {name: i for i, name in enumerate(columns)}
    x = np.zeros((len(rows), len(columns)))
    for i, names in enumerate(rows):
        x[i, [index[name] for name in names if name in index]] = 1
    return x


def _rounded(columns: list[str], beta: Array) -> dict[str, float]:
    pairs = zip(columns, beta.round(2).tolist(), strict=True)
    return {name: weight for name, weight in pairs if name == BIAS or abs(weight) >= LEAST}
