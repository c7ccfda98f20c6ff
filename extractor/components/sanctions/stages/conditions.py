"""Does an act stand in a conditional clause: "if", "unless", "once", "should they …"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.stages.questions import SUBJECTS
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import FINITE_TAGS

_NO_CLAUSE = {"any", "anything", "not", "only", "so"}
_LINKS = {"and", "but", "nor", "or"}
_TIED = {"because", "how", "that", "what", "when", "where", "whether", "which", "who", "whom", "whose"}


def conditional(event: Event, p: Phrases) -> bool:
    """Does the act stand in the clause of an "if"?"""
    t = p.t
    first, last = t.sentence(event.node)
    begin = p.group(event.node)[0]
    if t.tag[event.node] in ("VBP", "VBZ") and first <= begin - 2 and event.stage == "done":
        near = t.lower[max(first, begin - 5) : begin]
        if {"once", "till", "until"} & set(near) or "as soon as" in " ".join(near):
            return True
    for k in range(max(first, event.node - 24), begin):
        if t.lower[k : k + 4] == ["in", "the", "event", "that"] or t.lower[k : k + 3] == ["in", "case", "that"]:
            return not _main_clause(p, k + 4, event.node)
    reduced = p.words.of("condition_adjective")
    for k in range(event.node - 1, first - 1, -1):
        inverted = t.lower[k] == "should" and t.tag[k + 1] in ("DT", "NNP", "NNPS", "PRP") and t.tag[k - 1] != "MD"
        if inverted and k > first and t.text[k - 1] != "," and t.text[last - 1] != "?":
            return not _main_clause(p, k + 2, event.node)
        if t.lower[k] not in ("if", "unless") or k > first and t.lower[k - 1] == "as":
            continue
        if t.lower[k + 1] in _NO_CLAUSE or t.lower[k + 1] in reduced:
            # "if necessary"
            continue
        return not _main_clause(p, k + 1, event.node) and _under(p, event.node, t.head[k], k)
    return False


def _main_clause(p: Phrases, a: int, node: int) -> bool:
    """Does a main clause begin after a comma between `a` and the act?"""
    t = p.t
    for comma in range(a, node):
        if t.text[comma] != "," or t.lower[comma + 1] in _LINKS:
            continue
        if not FINITE_TAGS & set(t.tag[a:comma]):
            # "if Britain, France and Peru act": the names go on.
            continue
        k = comma + 1
        if t.lower[k] == "then":
            return True
        if p.finite(k):
            # "if it lifts the sanctions, ends the embargo and halts": the list goes on.
            continue
        if t.tag[k] not in SUBJECTS and t.tag[k] not in ("RB", "UH"):
            continue
        while k <= node and t.text[k] != ",":
            if t.tag[k] in FINITE_TAGS:
                return True
            k += 1
    return False


def _under(p: Phrases, node: int, verb: int, mark: int) -> bool:
    """Is `verb`, which the conjunction at `mark` belongs to, among the governors of the act?"""
    t = p.t
    k = node
    for _ in range(40):
        if k == verb:
            return True
        if t.head[k] == k:
            break
        k = t.head[k]
    # A parse that lost its way: no further finite verb but in clauses that are tied to the first.
    tied = True
    for j in range(mark + 1, node + 1):
        listed = t.text[j - 1] == "," and t.tag[j] in ("VBP", "VBZ")
        if t.lower[j] in _LINKS or t.lower[j] in _TIED or listed:
            tied = True
        elif t.tag[j] in FINITE_TAGS and t.tag[j - 1] not in FINITE_TAGS:
            if not tied:
                return False
            tied = False
    return True
