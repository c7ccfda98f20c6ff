"""Is the act what a question asks about?"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases

# Tags of the words that open a subject.
SUBJECTS = {"CD", "DT", "EX", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "VBG"}
_INVERTED = {
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "should", "was",
    "were", "will", "would",
}  # fmt: skip
_BEFORE_QUESTION = {",", "-", "--", ":", ";", "and", "but", "now", "or", "q", "question", "so", "then", "—", "–"}
_FACTIVE = {"after", "as", "because", "given", "how", "now", "since", "what", "when", "where", "which", "who", "why"}


def asked(event: Event, p: Phrases) -> bool:
    """Is the act what a yes-or-no question asks about?"""
    t = p.t
    first, last = t.sentence(event.node)
    end = last - 1
    while end > event.node and t.text[end] in ('"', "''", "'", "”", ")"):
        end -= 1
    if t.text[end] != "?":
        return False
    begin = p.group(event.node)[0]
    if begin > first and t.lower[begin - 1] == "that" and t.tag[begin - 2].startswith("NN"):
        # "the banks that are already sanctioned"
        return False
    if t.tag[event.node] == "VBN" and begin == event.node and t.tag[begin - 1].startswith("NN"):
        # "Can you tell us about the funds frozen by Peru?"
        return False
    for k in range(event.node, first - 1, -1):
        low = t.lower[k]
        if low in _FACTIVE:
            return False
        opens = k == first or t.lower[k - 1] in _BEFORE_QUESTION
        if low in _INVERTED and opens and k + 1 < last and t.tag[k + 1] in SUBJECTS:
            return True
    return False


def why_not(event: Event, p: Phrases) -> bool:
    """ "Why aren't we sanctioning the banks?": what is not done."""
    t = p.t
    first, last = t.sentence(event.node)
    begin = p.group(event.node)[0]
    k = next((k for k in range(first, min(last - 3, first + 8)) if t.lower[k] == "why"), -1)
    if k < 0 or t.lower[k + 1] not in _INVERTED and t.lower[k + 1] not in ("ca", "wo"):
        return False
    return (
        t.lower[k + 2] in ("n't", "not") and k + 2 < begin <= k + 9 and not any(p.verb(j) for j in range(k + 2, begin))
    )
