"""What stands between a verb and its object: time phrases, votes, sums of money."""

from __future__ import annotations

from extractor.components.sanctions.text.phrases import Phrases

_PREPOSITIONS = {"as", "by", "for", "from", "in", "on", "since", "through", "till", "until"}
_INSIDE_WORDS = {",", "another", "further", "to", "until"}
_INSIDE_TAGS = {"CD", "DT", "JJ", "NN", "NNP", "NNS", "RB", "RBR", "JJR", "SYM", "HYPH"}
_REACH = 9
_ASIDES = {"along", "in", "jointly", "together", "with"}


def over_adjunct(p: Phrases, left: int) -> int:
    """The verb left of a time phrase or a vote that ends at `left`; -1 where there is none.

    "renewed for another year its travel ban", "rejected by 88 votes to 71 a motion", "extended until June 30, 2025, its
    ban".
    """
    t = p.t
    first = t.sentence(left)[0]
    numbered, periods = False, p.words.of("long_period")
    for k in range(left, max(first, left - _REACH), -1):
        low, tag = t.lower[k], t.tag[k]
        numbered = numbered or tag == "CD" or low in ("another", "further", "now", "once") or low in periods
        if low in _PREPOSITIONS and numbered and p.verb(k - 1) and t.tag[k - 1] != "VBG":
            return k - 1
        if tag not in _INSIDE_TAGS and low not in _INSIDE_WORDS and low not in _PREPOSITIONS:
            return -1
        if p.verb(k):
            return -1
    return -1


def own_start(p: Phrases, start: int, head: int) -> int:
    """Start of the noun phrase of `head` where the chunk holds two: "six months the travel bans"."""
    t = p.t
    for k in range(head, start, -1):
        if t.tag[k] in ("DT", "PRP$") and t.tag[k - 1] in ("NN", "NNS", "CD", "NNP") and t.text[k].islower():
            timed = any(t.tag[j] == "CD" or t.lower[j] in ("another", "further") for j in range(start, k))
            return k if timed else start
    return start


def next_measure(p: Phrases, i: int, last: int) -> int | None:
    """End of a measure noun in the conjunct that starts at `i`."""
    for k in range(i, min(last, i + 5)):
        found = p.words.nouns.match_at(p.t.lemma, k)
        if found is not None:
            return found[0]
        if not p.inside(k) and p.t.lower[k] not in ("and",):
            return None
    return None


def over_aside(p: Phrases, comma: int) -> int:
    """The verb left of an aside that ends with the comma: "to implement, in concert with others, new sanctions"."""
    t = p.t
    first = t.sentence(comma)[0]
    for k in range(comma - 1, max(first, comma - _REACH), -1):
        if t.text[k] == "," and t.lower[k + 1] in _ASIDES:
            return k - 1 if p.verb(k - 1) else -1
        if p.verb(k) or t.text[k] in (",", ";"):
            return -1
    return -1
