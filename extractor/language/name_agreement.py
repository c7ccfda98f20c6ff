"""Makes the names of one document agree: the same words are the same kind of thing, a surname belongs to its person.

A recognizer decides mention by mention. Within one document a form that is a person here is hardly a place there, so
unsure mentions follow the sure ones; what stays unsure is no name. `linking.names.with_repeats` finds surnames
that were passed over whatever the model, once officials' names are known. Figures: training/README.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractor.language.gazetteer import Gazetteer
from extractor.language.name_forms import mended

Found = tuple[int, int, str, float]
UNSURE = 0.7  # a mention below this confidence takes the label of the majority of its form
SURNAME = 0.9  # a one-word mention below this may become the person whose last name it is
BORNE = 0.5  # a full name above this lends its last word
REPEATED = 0.6  # confidence of a surname that was passed over
LOCATIVE = frozenset({"at", "in", "into", "near", "outside"})
FLOOR = {"ORG": 0.45, "GPE": 0.45, "LOC": 0.45}  # names below these are dropped
LEAST = 0.4  # the same for other labels: a missed person costs most


def agree(names: Sequence[Found], words: Sequence[str], known: Gazetteer | None = None) -> list[Found]:
    """Names of one document after agreement, in order.

    names: (start, end, label, confidence) by token, in order, not overlapping; words: the token texts; known: places
    and surnames that settle unsure ones.
    """
    names = mended(names, words)
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
        if label == "PERSON" and e - s > 1 and p > BORNE:
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
    out = sorted(out) if known is None else known.complete(out, words)
    return _with_surnames(out, words)


def _with_surnames(names: list[Found], words: Sequence[str]) -> list[Found]:
    """The names and the surnames of the full ones where they stand alone within a sentence and were passed over."""
    full = {words[e - 1] for s, e, label, p in names if label == "PERSON" and e - s > 1 and p > BORNE}
    full = {w for w in full if len(w) > 2 and w[0].isupper() and w.isalpha()}
    if not full:
        return names
    taken = {i for s, e, _, _ in names for i in range(s, e)}
    added = [
        (i, i + 1, "PERSON", REPEATED)
        for i in range(1, len(words))
        if words[i] in full
        and i not in taken
        and words[i - 1] not in '."?!:'
        and words[i - 1] not in LOCATIVE
        and not words[i - 1][0].isupper()
        and not "".join(words[i + 1 : i + 2])[:1].isupper()
    ]
    return sorted(names + added) if added else names
