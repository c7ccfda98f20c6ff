"""Subjects, objects and coordinated verbs, by word order with the parse behind it."""

from __future__ import annotations

from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import BE_OR_GET

Span = tuple[int, int]
# Before a name: it is not the subject of what follows.
_PLACING = {"against", "at", "by", "for", "from", "in", "into", "near", "of", "on", "over", "to", "with", "within"}


class Subjects:
    """Finds the phrases around a verb."""

    def __init__(self, phrases: Phrases) -> None:
        self.p = phrases
        self.t = phrases.t
        self.words = phrases.words

    def subject(self, v: int, begin: int | None = None) -> Span | None:
        """The subject of a finite verb: what stands before its group, else what the parser says."""
        t = self.t
        begin = self.p.group(v)[0] if begin is None else begin
        first = t.sentence(v)[0]
        left = begin - 1
        while left >= first and t.tag[left] in ("RB", "RBR") and left > first:
            left -= 1
        if left < first:
            return None
        low = t.lower[left]
        if low in ("which", "that", "who") and left > first:
            if t.lower[left - 1] == ",":
                left -= 1
                # ", which was": the clause belongs to the last name of a list.
                found = self.p.left_phrase(left)
                return (
                    (max(found[0], self.p.start(found[1] - 1)), found[1])
                    if found and t.lower[begin] in ("was", "is", "has")
                    else found
                )
            return self.p.left_phrase(left)
        if low in ("and", "or", "but", "then"):
            return None
        near = self.p.left_phrase(begin)
        node = v
        for _ in range(3):
            child = t.child(node, "nsubj", "nsubj:pass")
            if child is not None and first <= child < v:
                if near is not None and (near[0] <= child < near[1] or low == "," or self._plain_subject(near, begin)):
                    return near
                whole = self.p.left_phrase(child + 1)
                return whole or (self.p.start(child), child + 1)
            if t.dep[node] in ("aux", "aux:pass", "cop") and t.head[node] != node:
                node = t.head[node]
            else:
                break
        return near

    def _plain_subject(self, near: Span, begin: int) -> bool:
        """A name right before the verb, and no preposition before the name."""
        t = self.t
        return (
            near[1] == begin
            and t.tag[near[1] - 1] in ("NNP", "NNPS")
            and (near[0] == t.sentence(begin)[0] or t.lower[near[0] - 1] not in _PLACING)
        )

    def _joined(self, begin: int) -> int | None:
        """For "imposed … and tightened": the verb left of the coordination, whose subject and modals hold here."""
        t, first = self.t, self.t.sentence(begin)[0]
        left = begin - 1
        while left >= first and (t.tag[left] in ("RB",) or t.text[left] == ","):
            left -= 1
        if left < first or t.lower[left] not in ("and", "or", "but", "then"):
            return None
        bare = begin < t.n and t.tag[begin] in ("VB", "VBP") and t.lower[begin] == t.lemma[begin]
        if bare:
            # "to designate X and impose sanctions": the other infinitive, where there is one.
            for i in range(left - 1, max(first - 1, left - 30), -1):
                if (
                    t.tag[i] == "VB"
                    and self.p.verb(i)
                    and {"to", "will", "would", "could", "may", "might", "should", "must"} & set(self.p.group(i)[1])
                ):
                    return i
        for i in range(left - 1, max(first - 1, left - 30), -1):
            if self.p.verb(i) and t.tag[i] != "VBG" and t.lower[i] not in BE_OR_GET:
                return i
        return None

    def _first_subject(self, i: int) -> Span | None:
        """The subject of the sentence up to `i`: for participles and purpose clauses."""
        t, first = self.t, self.t.sentence(i)[0]
        for k in range(i - 1, first, -1):
            ahead = t.tag[k] == "VB" and bool({"can", "may", "must", "should", "will"} & set(self.p.group(k)[1]))
            if (
                ahead
                and (t.lower[k] == "be" or not self.p.verb(k))
                or (self.p.verb(k) and (ahead or t.tag[k] in ("VBD", "VBZ", "VBP") or self.p.finite(k)))
            ):
                if t.lemma[k] in self.words.of("thanking"):
                    # "thanked Singapore for its support, including imposing": not who gives the thanks.
                    return None
                found = self.subject(k)
                if found is not None:
                    return found
        whole = self.p.right_phrase(first)
        return whole if whole is not None and whole[1] <= i else None

    def _object(self, verb: int, inner: int) -> Span | None:
        """The noun phrase between a control verb and its complement, over "on", "upon", "for"."""
        start = verb + 1
        while start < inner and self.t.lower[start] in ("on", "upon", "for", "to", "that", "from", "against"):
            start += 1
        if start >= inner:
            return None
        found = self.p.right_phrase(start)
        return (start, min(found[1], inner)) if found else None

    def _helper(self, begin: int) -> int | None:
        """ "helping Russia evade sanctions", "help evade": the verb that takes a bare infinitive."""
        if begin > self.t.sentence(begin)[0] and self.t.tag[begin] == "VB" and self.p.verb(begin - 1) == "help":
            return begin - 1
        found = self.p.left_phrase(begin)
        if found is None or found[0] <= self.t.sentence(begin)[0]:
            return None
        verb = found[0] - 1
        return verb if self.p.verb(verb) in self.words.of("bare_infinitive") else None

    def _for_somebody(self, i: int, left: int) -> bool:
        """ "impossible for Burma to evade": who it is for stands between."""
        return i < left and left - i <= 6 and self.t.lower[i + 1] == "for" and self.t.lower[i] != "set"

    def _attached(self, noun: int, left: int) -> bool:
        """ "a bill in the Senate to impose": only a short prepositional phrase between the noun and "to"."""
        t = self.t
        return (
            noun < left
            and left - noun <= 6
            and t.tag[noun + 1] == "IN"
            and not any(self.p.verb(k) and t.tag[k][:3] != "NNP" or t.text[k] == "," for k in range(noun + 1, left + 1))
        )

    def _cue_with_object(self, prep: int, low: str) -> int | None:
        """ "accused the firm of evading": the verb with its object before the preposition."""
        first = self.t.sentence(prep)[0]
        wanted = {
            "of": self.words.of("accusing"),
            "for": self.words.of("asking_for"),
            "from": self.words.of("keeping_from"),
            "with": ("charge",),
            "to": ("agree", "commit"),
            "on": ("vote", "agree"),
        }.get(low, ())
        for i in range(prep - 1, max(first - 1, prep - 14), -1):
            verb = self.p.verb(i)
            if verb in wanted:
                return i
        return None

    def _reduced(self, v: int) -> bool:
        t = self.t
        return (
            v > 0
            and t.tag[v - 1] in ("NNS", "NN", "NNP", "NNPS")
            and v + 1 < t.n
            and t.lower[v + 1] in ("by", "on", "against", "in")
        )
