"""Which way a bare date points: the verb that governs it and its tense, read from the parse with word order as a
fallback."""

from __future__ import annotations

from typing import NamedTuple

from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_MODALS_AHEAD = frozenset(("will", "'ll", "shall", "wo", "can", "may", "might", "must", "should", "would", "ca"))
_HOPS = 12
_MAX_KIDS = 40
_BE = frozenset(("is", "are", "was", "were", "am", "'s", "'re"))
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_CLAUSE_DEPS = frozenset(("xcomp", "ccomp", "acl", "conj", "advcl"))


class Clause(NamedTuple):
    """tense: past, present, future or None. verb: the governing verb or None. word: the word the date hangs on, or
    None."""

    tense: str | None
    verb: int | None
    word: int | None


def clause_of(tokens: TokenTable, first: int, end: int, head: int, words: Words) -> Clause:
    """The clause that a time expression stands in."""
    node = _top(tokens, first, end, head)
    word = tokens.head[node] if tokens.head[node] != node and not first <= tokens.head[node] < end else None
    verb = _governing_verb(tokens, word) if word is not None else None
    if verb is None:
        verb = _nearest_verb(tokens, first, end)
    tense = _tense(tokens, verb, words) if verb is not None else _hidden_tense(tokens, first, words)
    if tense == "past" and verb is not None and _will_between(tokens, verb, first):
        tense = "future"
    if tense != "future" and first and _preposition_ahead(tokens, first, verb, tense, words):
        tense = "future"
    noun = word if word is not None and tokens.tag[word].startswith("NN") else None
    if (
        noun is not None
        and tense != "future"
        and (_points_ahead(tokens, noun, words) or tokens.lemma[noun] in words.verbs["due_noun"])
    ):
        tense = "future"
    elif (
        noun is not None
        and noun >= end
        and noun - end <= 3
        and tense != "past"
        and not _points_ahead(tokens, noun, words)
    ):
        tense = None  # "a June agreement": the verb's tense says nothing of the agreement
    return Clause(tense, verb, word)


def _kids(tokens: TokenTable, node: int) -> list[int]:
    """The first dependents: a bound against degenerate trees in which everything hangs on one word."""
    return tokens.children[node][:_MAX_KIDS]


def _preposition_ahead(tokens: TokenTable, first: int, verb: int | None, tense: str | None, words: Words) -> bool:
    """ "effective June 1", "extended until Tuesday", "by May": the date lies ahead of the verb's time."""
    before = tokens.lower[first - 1]
    if (
        before in words.context["starting"]
        or before == "as"
        and tokens.lower[first - 2 : first - 1]
        in (
            ["early"],
            ["soon"],
        )
    ):
        return True
    if before in ("until", "till"):
        return tense != "past" or verb is not None and tokens.lemma[verb] in words.verbs["until"]
    if before == "from":  # "The ban applies from Saturday"
        return tense == "present" and verb is not None and first - 4 <= verb < first
    return before in ("by", "before") and tense in (None, "present")


def _will_between(tokens: TokenTable, verb: int, first: int) -> bool:
    """A clause with "will" stands between the verb that the parse gives and the date, and no finite verb follows it:
    "he looked ahead to the summit, which will be in late June"."""
    for i in range(first - 1, max(verb, first - 12), -1):
        if tokens.tag[i] in ("VBD", "VBZ", "VBP"):
            return False
        if tokens.lower[i] in ("will", "'ll") and tokens.tag[i] == "MD":
            return True
    return False


def _top(tokens: TokenTable, first: int, end: int, head: int) -> int:
    """The token of the expression whose head lies outside it."""
    for i in (head, *range(end - 1, first - 1, -1)):
        if not first <= tokens.head[i] < end:
            return i
    return head


def _governing_verb(tokens: TokenTable, node: int) -> int | None:
    for _ in range(_HOPS):
        if tokens.tag[node] in _VERB_TAGS and tokens.dep[node] != "amod":
            return node
        if any(tokens.dep[c] == "cop" for c in _kids(tokens, node)):
            return node
        parent = tokens.head[node]
        if parent == node:
            return None
        node = parent
    return None


def _nearest_verb(tokens: TokenTable, first: int, end: int) -> int | None:
    low, high = tokens.sentence(first)
    best, distance = None, 99
    for i in range(max(low, first - 12), min(high, end + 12)):
        if tokens.tag[i] in _VERB_TAGS:
            gap = first - i if i < first else i - end + 4
            if gap < distance:
                best, distance = i, gap
    return best


def _hidden_tense(tokens: TokenTable, first: int, words: Words) -> str | None:
    """The tense of a sentence whose only verb the tagger took for a noun or adjective: "Parliament votes Thursday"."""
    low, _ = tokens.sentence(first)
    for i in range(max(low + 1, first - _HOPS), first):
        nominal = tokens.dep[i] == "root" and tokens.tag[i] in ("NN", "NNS", "JJ")
        if nominal and tokens.lemma[i] in words.verbs["schedule"]:
            return "scheduled"
    return None


def _points_ahead(tokens: TokenTable, noun: int, words: Words) -> bool:
    """ "their scheduled expiration in mid-April", "the upcoming vote on May 3"."""
    return any(
        tokens.lower[c] in words.context["ahead"]
        for c in _kids(tokens, noun)
    )  # fmt: skip


def _tense(tokens: TokenTable, verb: int, words: Words, hops: int = 0) -> str | None:
    if tokens.dep[verb] == "cop" and tokens.tag[tokens.head[verb]] == "JJ":  # "is set for": taken for an adjective
        verb = tokens.head[verb]
    tag, lemma = tokens.tag[verb], tokens.lemma[verb]
    helpers = [
        c
        for c in _kids(tokens, verb)
        if tokens.dep[c] in ("aux", "aux:pass", "auxpass", "cop") or tokens.tag[c] == "MD" and c < verb
    ]
    low = [tokens.lower[c] for c in helpers]
    plans = words.verbs["plan"]
    if any(w in _MODALS_AHEAD for w in low):
        perfect = "have" in low
        return "past" if perfect and not any(w in ("will", "'ll", "shall") for w in low) else "future"
    if "to" in low or any(tokens.tag[c] == "TO" and c < verb for c in _kids(tokens, verb)):
        parent = tokens.head[verb]
        if parent == verb or hops > 4 or tokens.dep[verb] == "conj" or any(w in _BE for w in low):
            return "future"
        if tokens.lemma[parent] in plans or tokens.lemma[parent] == "be" or tokens.tag[parent].startswith("NN"):
            return "future"
        above = _tense(tokens, parent, words, hops + 1)
        return above or "future"
    if any(w in ("was", "were", "had", "did") for w in low):
        if tag == "VBG" and lemma == "go":
            return "future"
        return "past"
    if any(w in ("is", "are", "am", "'s", "'re", "'m") for w in low):
        if tag in ("VBN", "JJ") and lemma in plans:
            return "future"
        if tag == "VBG":
            return "future" if lemma in words.verbs["schedule"] or lemma in plans else "present"
        return "present"
    if any(w in ("has", "have", "'ve") for w in low):
        return "future" if lemma in words.verbs["arrange"] else "past"
    if "could" in low:
        return None
    if tag in ("VBD", "VBN"):
        if tag == "VBD" and lemma in words.verbs["arrange"]:
            return "future"
        if tag == "VBN" and tokens.dep[verb] == "acl" and lemma in plans:
            return "future"
        return "past"
    if tag in ("VBP", "VBZ"):
        return "scheduled" if lemma in words.verbs["schedule"] else "present"
    if tag == "VBG":
        parent = tokens.head[verb]
        if tokens.dep[verb] in _CLAUSE_DEPS and parent != verb and hops <= 4 and lemma not in words.verbs["own_tense"]:
            return _tense(tokens, parent, words, hops + 1)
        return "present"
    if tag == "MD":
        return "future"
    if tokens.dep[verb] in _CLAUSE_DEPS and tokens.head[verb] != verb and hops <= 4:
        return _tense(tokens, tokens.head[verb], words, hops + 1)
    return "present" if tag.startswith("VB") else None
