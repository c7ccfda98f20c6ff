"""Makes the names of one document agree: the same words are the same kind of thing, a surname belongs to its person.

A recognizer decides mention by mention. Within one document a form that is a person here is hardly a place there, so
unsure mentions follow the sure ones; what stays unsure is no name. Surnames that the recognizer passed over altogether
are found later, whatever the model: `linking.names.with_repeats`. Figures: training/README.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractor.language.gazetteer import Gazetteer

Found = tuple[int, int, str, float]
UNSURE = 0.7  # a mention below this confidence takes the label of the majority of its form
SURNAME = 0.9  # a one-word mention below this may become the person whose last name it is
FLOOR = {"ORG": 0.45}  # names below this are dropped; other labels: LEAST, as a missed person costs most
LEAST = 0.4


def agree(names: Sequence[Found], words: Sequence[str], known: Gazetteer | None = None) -> list[Found]:
    """Names of one document after agreement, in order.

    names: (start, end, label, confidence) by token, in order, not overlapping; words: the token texts; known: places
    and surnames that settle unsure ones.
    """
    if known is not None:
        names = known.relabel(names, words)
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for s, e, label, p in names:
        votes[tuple(words[s:e])][label] += p
    surnames: dict[str, float] = {}
    out: list[Found] = []
    for s, e, label, p in names:
        form = votes[tuple(words[s:e])]
        if p < UNSURE and len(form) > 1:
            best = max(form, key=lambda x: (form[x], x))
            if best != label:
                label, p = best, max(p, form[best] / (1 + form[best]))
        if label == "PERSON" and e - s > 1 and p > 0.5:
            surnames[words[e - 1]] = max(surnames.get(words[e - 1], 0.0), p)
        out.append((s, e, label, p))
    if surnames:
        out = [
            (s, e, "PERSON", surnames[words[s]])
            if e - s == 1 and label != "PERSON" and p < SURNAME and surnames.get(words[s], 0.0) > p
            else (s, e, label, p)
            for s, e, label, p in out
        ]
    out = [x for x in out if x[3] >= FLOOR.get(x[2], LEAST)]
    return sorted(out) if known is None else known.complete(out, words)
